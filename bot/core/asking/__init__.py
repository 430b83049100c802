"""What is asked, and the answers."""
