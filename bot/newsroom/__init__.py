"""The story files: reading, checking, watching. It knows of the core alone."""
