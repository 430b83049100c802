"""The composition root: the one place that knows every part; it builds them, wires them, starts and stops them.

A part is imported where it is built: a chat in the terminal needs no platform's library, and starts the sooner.
"""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog

from bot.app.platforms import PLATFORMS, must_have_tokens, token_of
from bot.core.asking.desk import Desk
from bot.core.errors import ContentError, Problem, SettingsError
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.stories.library import Clock
from bot.newsroom.newsroom import Newsroom
from bot.options import must_be_one_of, read_sample, read_span
from bot.runtime.catalogues import Catalogues
from bot.runtime.clock import clock_as_of, system_clock
from bot.runtime.supervision import Conditions, supervise
from bot.runtime.waiting import until_either
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app.service import Run, Service
    from bot.core.posting.subscribers import Subscriber
    from bot.platforms.web.platform import WebPlatform
    from bot.storage.database import Database

log = structlog.get_logger()

SAMPLE = ChatKey("sample", "")
"""The chat that is rehearsed while none is subscribed."""
MOST_SUBSCRIBERS = 100_000

PARTS = (*PLATFORMS, "web", "worker", "scheduler")
# After which what is still under way is given up, as a stop may take ten seconds.
DRAIN_S = 8.0
CLOSE_S = 1.0

WELCOME = "The newsroom page: {address}"
HOW_TO_START = f"""\
{WELCOME}
No platform has a token yet.
  NEWSPEG_TELEGRAM_TOKEN starts Telegram: create a bot with @BotFather and copy its token.
  NEWSPEG_DISCORD_TOKEN starts Discord: https://discord.com/developers/applications, page “Bot”.
Write them into a file named .env, or set them in the environment, and start again.
`newspeg chat` asks in the terminal; Ctrl+C stops the page.
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
    must_be_one_of("language", language, catalogues.tags)
    must_be_one_of("story", story, [each.slug for each in newsroom.library.stories])
    chats = MemoryChatStore()
    await chats.change(CHAT, {"language": language, "story": story})
    await converse(Desk(lambda: newsroom.library, chats, clock, catalogues), as_json)


async def run(settings: Settings, only: Sequence[str] = ()) -> None:
    """Serve the page and every platform that has a token, until SIGTERM or SIGINT."""
    for part in only:
        must_be_one_of("part", part, PARTS)
    wanted = [part for part in PARTS if not only or part in only]
    tokens = [name for name in PLATFORMS if token_of(settings, name)]
    must_have_tokens(only, tokens)
    clock = _clock_to_run_by(settings, tokens)

    stop = _stop_signal()
    async with AsyncExitStack() as stack:
        service = await until_either(stop, _open_service(settings, clock, stack))
        if service is not None:
            parts = _parts(service, wanted, tokens)
            log.info("serving", parts=list(parts), stories=len(service.library.stories))
            await _serve(parts, stop, service.conditions)
    log.info("stopped")


async def _open_service(settings: Settings, clock: Clock, stack: AsyncExitStack) -> Service:
    """The service over its stories and its database, which may both take long to answer, or be locked for now."""
    from bot.app.service import Service  # takes half a second, which what is wrong with the command need not
    from bot.storage.schema import migrate as apply_migrations

    newsroom = await asyncio.to_thread(open_newsroom, settings)
    engine = _open_engine(settings, stack)
    await apply_migrations(engine)
    service = Service(settings, newsroom, engine, clock)
    await service.adopt()
    return service


def _parts(service: Service, wanted: Sequence[str], tokens: Sequence[str]) -> Mapping[str, Run]:
    """Everything that runs, by name; the page has its port already."""
    parts = {"newsroom": service.watch, **service.parts(wanted, tokens)}
    parts |= {name: service.platform(name).run for name in tokens if name in wanted}
    if "web" in wanted:
        page = service.page()
        _open_page(page, WELCOME if tokens else HOW_TO_START, alone=not parts.keys() - {"newsroom", "scheduler"})
        parts["web"] = page.run
    return parts


async def posts(settings: Settings, states: Sequence[str] = (), as_json: bool = False) -> list[str]:
    """A line for every post that went out, is to go out, or did not, and why."""
    from bot.core.posting.posts import STATES
    from bot.platforms.terminal.posts import post_json, post_plain
    from bot.storage.posts import SqlPostLedger

    for state in states:
        must_be_one_of("state", state, STATES)
    async with AsyncExitStack() as stack:
        found = await SqlPostLedger(await _open_made(settings, stack)).posts([s for s in STATES if s in states])
    return [json.dumps(post_json(post), ensure_ascii=False) if as_json else post_plain(post) for post in found]


async def pause(settings: Settings, *, paused: bool) -> None:
    """Stop all posting at once, or release it."""
    from bot.storage.posts import SqlPostLedger

    async with AsyncExitStack() as stack:
        await SqlPostLedger(await _open_made(settings, stack)).pause(paused=paused)


async def migrate(settings: Settings) -> None:
    """Bring the database to the schema of this version."""
    from bot.storage.schema import migrate as apply_migrations

    async with AsyncExitStack() as stack:
        await apply_migrations(_open_engine(settings, stack))


async def rehearse(  # noqa: PLR0913 -- one for each thing that can be tried
    settings: Settings,
    *,
    as_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    timezone: str | None = None,
    hour: str | None = None,
    quiet: str | None = None,
    leads: str | None = None,
    as_json: bool = False,
) -> list[str]:
    """A line for every reminder that is to come; nothing is sent, and nothing is stored.

    It is of the chats that subscribed; of a sample chat where there is none, or where it is said how one would have it.
    """
    from bot.core.posting.rehearsal import rehearse as posts
    from bot.core.posting.rehearsal import sample_zone
    from bot.core.posting.subscribers import Subscriber
    from bot.platforms.terminal.rehearsal import row_json, row_plain

    library = open_newsroom(settings).library
    start, end = read_span(clock_as_of(as_of)() if as_of else system_clock(), since, until)
    wished = read_sample(timezone, hour, quiet, leads)
    chats = await _subscribers(settings) if wished == ChatSettings() else []
    if not chats:
        chats = [Subscriber(SAMPLE, replace(wished, timezone=wished.timezone or sample_zone(library)))]
    rehearsed = posts(library, chats, start, end, Catalogues())
    found = [(post, f"{each.chat.platform} {each.chat.id}".rstrip()) for each, post in rehearsed]
    return [json.dumps(row_json(*each), ensure_ascii=False) if as_json else row_plain(*each) for each in found]


async def _subscribers(settings: Settings) -> Sequence[Subscriber]:
    """The chats that subscribed; a database that is not there yet is not made for it."""
    from bot.storage.schema import is_ready
    from bot.storage.subscribers import SqlSubscribers

    async with AsyncExitStack() as stack:
        engine = _open_engine(settings, stack)
        return await SqlSubscribers(engine).first(MOST_SUBSCRIBERS) if await is_ready(engine) else []


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


async def _open_made(settings: Settings, stack: AsyncExitStack) -> Database:
    """The database of a bot that has run: in a wrong folder none is begun."""
    from bot.storage.schema import is_ready

    engine = _open_engine(settings, stack)
    if await is_ready(engine):
        return engine
    raise SettingsError(
        f"nothing has been kept in “{engine.url.database}” yet: `newspeg run` begins it; call this in the same folder,"
        " and with the same NEWSPEG_DATABASE_URL"
    )


def _open_engine(settings: Settings, stack: AsyncExitStack) -> Database:
    from bot.storage.database import beside, open_database

    url = settings.database_url.get_secret_value()
    engine = open_database(beside(url) if settings.as_of else url)
    stack.push_async_callback(_in_time, engine.dispose)
    return engine


async def _in_time(close: Callable[[], Awaitable[None]]) -> None:
    """Close something, unless that takes longer than there is."""
    await asyncio.wait({asyncio.ensure_future(close())}, timeout=CLOSE_S)


def _clock_to_run_by(settings: Settings, platforms: Sequence[str]) -> Clock:
    """The real clock; or the pretended one, which must not reach the public."""
    if not settings.as_of:
        return system_clock
    urls = {"telegram": settings.telegram_api_url, "discord": settings.discord_api_url}
    for name in platforms:
        if not urls[name]:
            raise SettingsError(
                f"--as-of is for looking, and would post to {name.title()} as if it were another day: set"
                f" NEWSPEG_{name.upper()}_API_URL to a test server, or leave out the token"
            )
    return clock_as_of(settings.as_of)


def _open_page(page: WebPlatform, welcome: str, *, alone: bool) -> None:
    """Take its port and say where it is; where other parts are to run, a taken port is an outage of its own."""
    try:
        page.take_port()
    except SettingsError:
        if alone:
            raise
        return
    print(welcome.format(address=page.address), flush=True)


def _stop_signal() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set, in place of ending the process."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _serve(parts: Mapping[str, Run], stop: asyncio.Event, conditions: Conditions) -> None:
    """Run all parts until told to stop, or until a setting turns out to be wrong; then drain."""
    tasks = [asyncio.create_task(supervise(name, run, conditions=conditions), name=name) for name, run in parts.items()]
    stopping = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    for task in (*tasks, stopping):
        task.cancel()
    await asyncio.wait(tasks, timeout=DRAIN_S)
    for task in ended - {stopping}:
        task.result()
