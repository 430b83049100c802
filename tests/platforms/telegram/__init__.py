"""The Telegram adapter over the real python-telegram-bot."""
