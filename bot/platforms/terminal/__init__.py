"""The terminal: a chat without any platform, to try a story in."""
