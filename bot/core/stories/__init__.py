"""What is true: stories, their dates and names, and where they are found."""
