"""Newspeg: a news bot for Telegram and Discord whose every answer is grounded in a story file and cited."""
