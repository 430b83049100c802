"""Telegram: the one place that knows python-telegram-bot."""

from bot.platforms.telegram.limits import telegram_pace
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.platform import TelegramPlatform

__all__ = ["TelegramMessenger", "TelegramPlatform", "telegram_pace"]
