"""Reminders and other notices: when they go out, and what became of them."""
