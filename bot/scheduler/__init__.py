"""Wakes the bot when something is due, and writes the posts that are. It knows the core alone."""
