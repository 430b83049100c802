"""What is true, and what to say: no I/O, no framework, no now()."""
