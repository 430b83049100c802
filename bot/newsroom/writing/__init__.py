"""Story files are changed and saved: comments and order stay, and nobody's work is lost."""
