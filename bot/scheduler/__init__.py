"""Wakes the bot when a reminder is due, and writes the posts for it. It knows the core alone."""
