"""Sends posts to the platforms: claims them, sends them, records what became of them. It knows the core alone."""
