"""What is counted and shown of a running bot."""
