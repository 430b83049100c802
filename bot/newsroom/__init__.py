"""Reads, checks and watches the story files. It knows the core alone."""
