"""What drafting knows about English."""
