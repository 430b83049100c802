"""The newsroom page: a small site that shows the bot at work; other platforms are handed to it as objects."""
