"""The measure of speed: python-telegram-bot's `send_message` in a loop, at several concurrencies, and nothing else.

A process of its own: what to send, and over whose transport, comes as JSON on standard input; for each concurrency,
messages a second and milliseconds of the processor's time a message go out as JSON.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.request import HTTPXRequest

from bot.platforms.telegram.transport import AiohttpRequest
from tests.fakes.telegram_api import TOKEN

_WARM_UP = 64
_FIRST_CHAT = 10**8
TRANSPORTS = {"the library's": HTTPXRequest, "the bot's": AiohttpRequest}


async def main() -> None:
    """Measure each concurrency in turn."""
    wanted = json.load(sys.stdin)
    message = _arguments(wanted["message"])
    request = TRANSPORTS[wanted["transport"]](max(wanted["concurrencies"]))
    async with Bot(TOKEN, wanted["base_url"], request=request) as bot:
        runs = []
        for concurrency in wanted["concurrencies"]:
            await _send(bot, _WARM_UP, concurrency, message)
            began, used = time.perf_counter(), time.process_time()
            await _send(bot, wanted["count"], concurrency, message)
            seconds, used = time.perf_counter() - began, time.process_time() - used
            runs.append([concurrency, wanted["count"] / seconds, used / wanted["count"] * 1000])
    json.dump(runs, sys.stdout)


async def _send(bot: Bot, count: int, concurrency: int, message: Mapping[str, Any]) -> None:
    chats = iter(range(_FIRST_CHAT, _FIRST_CHAT + count))
    async with asyncio.TaskGroup() as group:
        for _ in range(concurrency):
            group.create_task(_worker(bot, chats, message))


async def _worker(bot: Bot, chats: Iterator[int], message: Mapping[str, Any]) -> None:
    for chat in chats:
        await bot.send_message(chat, **message)


def _arguments(parameters: Mapping[str, str]) -> dict[str, Any]:
    """A message's arguments, from the parameters that once were sent."""
    arguments: dict[str, Any] = {name: value for name, value in parameters.items() if name != "chat_id"}
    for name, kind in (("reply_markup", InlineKeyboardMarkup), ("link_preview_options", LinkPreviewOptions)):
        if name in arguments:
            arguments[name] = kind.de_json(json.loads(arguments[name]), None)
    if "disable_notification" in arguments:
        arguments["disable_notification"] = arguments["disable_notification"] == "true"
    return arguments


if __name__ == "__main__":
    asyncio.run(main())
