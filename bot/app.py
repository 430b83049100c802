"""The composition root: the one place that knows every part; it builds them, wires them, starts and stops them.

A part is imported where it is built: a chat in the terminal needs no platform's library, and starts the sooner.
"""

import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.catalogues import Catalogues
from bot.clock import clock_as_of, system_clock
from bot.core.desk import Desk
from bot.core.errors import ContentError, Problem, SettingsError
from bot.core.leads import read_leads
from bot.core.planning import POSTING_HOUR, QuietHours, Timing, read_hour
from bot.core.ports import ChatStore, Clock, Platform
from bot.core.zones import find_zone, zone_problem
from bot.newsroom.newsroom import Newsroom
from bot.settings import Settings
from bot.supervision import supervise

log = structlog.get_logger()

T = TypeVar("T")

SAMPLE = "sample"
"""The chat that is rehearsed."""

PARTS = ("telegram", "discord")
DRAIN_S = 8.0  # after which what is still under way is given up, as a stop may take ten seconds

HOW_TO_START = """\
No platform has a token yet, so this is a chat in the terminal.
  NEWSPEG_TELEGRAM_TOKEN starts Telegram: create a bot with @BotFather and copy its token.
  NEWSPEG_DISCORD_TOKEN starts Discord: https://discord.com/developers/applications, page “Bot”.
Write them into a file named .env, or set them in the environment, and start again.
"""


def open_newsroom(settings: Settings) -> Newsroom:
    """The newsroom with its stories read; ContentError carries everything that is wrong in them."""
    newsroom = Newsroom(settings.content)
    if problems := newsroom.load():
        raise ContentError(problems)
    return newsroom


async def chat(
    settings: Settings,
    as_json: bool = False,
    as_of: str | None = None,
    language: str | None = None,
    story: str | None = None,
) -> None:
    """Chat in the terminal; what is chosen there is kept only as long as it lasts."""
    from bot.platforms.terminal.chat import CHAT
    from bot.platforms.terminal.chat import chat as converse
    from bot.storage.memory import MemoryChatStore

    clock = clock_as_of(as_of) if as_of else system_clock
    newsroom = open_newsroom(settings)
    catalogues = Catalogues()
    _must_be_one_of("language", language, catalogues.tags)
    _must_be_one_of("story", story, [each.slug for each in newsroom.library.stories])
    chats = MemoryChatStore()
    await chats.change(CHAT, {"language": language, "story": story})
    await converse(_desk(newsroom, chats, clock, catalogues), as_json)


async def run(settings: Settings, only: Sequence[str] = ()) -> None:
    """Serve every platform that has a token until SIGTERM or SIGINT; without any, chat in the terminal."""
    for part in only:
        _must_be_one_of("part", part, PARTS)
    wanted = [part for part in PARTS if not only or part in only]
    if not any(_token(settings, part) for part in wanted):
        print(HOW_TO_START, file=sys.stderr)
        await chat(settings)
        return
    stop = _stop_signal()
    async with AsyncExitStack() as stack:
        newsroom = open_newsroom(settings)
        desk = _desk(newsroom, await _open_chats(settings, stack), system_clock, Catalogues())
        platforms = [_platform(part, settings, desk) for part in wanted if _token(settings, part)]
        log.info("serving", platforms=[each.name for each in platforms], stories=len(newsroom.library.stories))
        await _serve({"newsroom": newsroom.watch, **{each.name: each.run for each in platforms}}, stop)
    log.info("stopped")


async def migrate(settings: Settings) -> None:
    """Bring the database to the schema of this version."""
    async with AsyncExitStack() as stack:
        await _open_chats(settings, stack)


def rehearse(  # noqa: PLR0913 -- one for each thing that can be tried
    settings: Settings,
    as_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    timezone: str | None = None,
    hour: str | None = None,
    quiet: str | None = None,
    leads: str | None = None,
    as_json: bool = False,
) -> Iterator[str]:
    """A line for every reminder that a sample chat would get; nothing is sent, and nothing is stored."""
    from bot.core.rehearsal import rehearse as posts
    from bot.core.rehearsal import sample_zone
    from bot.platforms.terminal.rehearsal import row_json, row_plain

    library = open_newsroom(settings).library
    start, end = _span(clock_as_of(as_of)() if as_of else system_clock(), since, until)
    timing = Timing(
        _zone(timezone) if timezone else sample_zone(library),
        _read("hour", read_hour, hour) if hour else POSTING_HOUR,
        _read("quiet", QuietHours.parse, quiet) if quiet else None,
        _read("leads", read_leads, leads) if leads else None,
    )
    for post in posts(library, timing, start, end, Catalogues().get()):
        yield json.dumps(row_json(post, SAMPLE), ensure_ascii=False) if as_json else row_plain(post, SAMPLE)


def check(path: Path, article: Path | None = None) -> tuple[list[str], list[Problem]]:
    """A line for each story that is sound, and every problem there is."""
    from bot.newsroom.check import check as check_stories
    from bot.newsroom.check import describe

    report = check_stories(path, article)
    return [describe(story) for story in report.stories], list(report.problems)


def schema() -> Mapping[str, Any]:
    """The JSON Schema of story files."""
    from bot.newsroom.schema import story_schema

    return story_schema()


def _desk(newsroom: Newsroom, chats: ChatStore, clock: Clock, catalogues: Catalogues) -> Desk:
    return Desk(lambda: newsroom.library, chats, clock, catalogues)


async def _open_chats(settings: Settings, stack: AsyncExitStack) -> ChatStore:
    from bot.storage.chats import SqlChatStore
    from bot.storage.database import open_database
    from bot.storage.schema import migrate as apply_migrations

    engine = open_database(settings.database_url)
    stack.push_async_callback(engine.dispose)
    await apply_migrations(engine)
    return SqlChatStore(engine)


def _token(settings: Settings, part: str) -> str | None:
    token = {"telegram": settings.telegram_token, "discord": settings.discord_token}[part]
    return token.get_secret_value() if token else None


def _platform(part: str, settings: Settings, desk: Desk) -> Platform:
    token = _token(settings, part)
    assert token
    if part == "telegram":
        from bot.platforms.telegram import TelegramPlatform

        return TelegramPlatform(desk, token, system_clock, settings.telegram_api_url)
    from bot.platforms.discord import DiscordPlatform

    return DiscordPlatform(desk, token, settings.discord_api_url)


def _stop_signal() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set, in place of ending the process."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _serve(parts: Mapping[str, Callable[[], Awaitable[None]]], stop: asyncio.Event) -> None:
    """Run all parts until told to stop, or until a setting turns out to be wrong; then drain."""
    tasks = [asyncio.create_task(supervise(name, run), name=name) for name, run in parts.items()]
    stopping = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    for task in (*tasks, stopping):
        task.cancel()
    await asyncio.wait(tasks, timeout=DRAIN_S)
    for task in ended - {stopping}:
        task.result()


def _span(now: datetime, since: str | None, until: str | None) -> tuple[datetime, datetime]:
    """From the beginning of one day, or from now, to the end of another, or for a year."""
    start = clock_as_of(since)() if since else now
    if until is None:
        return start, start + timedelta(days=365)
    end = clock_as_of(until)()
    return start, end + timedelta(days=1) if len(until) == len("2022-11-21") else end


def _zone(text: str) -> str:
    if zone := find_zone(text):
        return zone
    raise SettingsError(f"--timezone: {zone_problem(text)}")


def _read(option: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except ValueError as error:
        raise SettingsError(f"--{option}: {error}") from None


def _must_be_one_of(what: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise SettingsError(f"there is no {what} “{value}”; there is: {', '.join(known) or 'none'}")
