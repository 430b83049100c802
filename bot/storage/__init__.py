"""Stores chats, settings and posts, in a database or in memory. It knows the core alone."""
