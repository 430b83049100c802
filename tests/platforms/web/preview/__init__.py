"""The panes: what a reader does in them, and what the bot makes of it."""
