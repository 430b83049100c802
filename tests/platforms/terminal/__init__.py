"""The terminal, asked as a person and as a pipe would."""
