"""What drafting knows about Russian."""
