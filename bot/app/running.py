"""Runs the bot: starts its parts, supervises them, and drains them at a stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import structlog

from bot.app.platforms import PLATFORMS, accesses, must_have_tokens
from bot.core.asking.platform import Platform
from bot.core.errors import SettingsError
from bot.core.stories.library import Clock
from bot.runtime.clock import clock_as_of, moment_of, system_clock
from bot.runtime.supervision import Conditions, supervise
from bot.runtime.waiting import until_either
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app.service import Run, Service
    from bot.platforms.web.platform import WebPlatform
    from bot.storage.database import Database

log = structlog.get_logger()

PARTS = ("web", "worker", "scheduler")
"""The parts that can be started beside the platforms."""
DRAIN_S = 8.0  # then work under way is given up, as a stop may take ten seconds

PageOpened = Callable[[str, Sequence[Platform]], None]
"""Gets the page's address; and all platforms, if none of them has a token."""


def startable(platforms: Sequence[Platform] = PLATFORMS) -> Sequence[str]:
    """Return every part that can be started, by name."""
    return [*(each.name for each in platforms), *PARTS]


async def run(
    settings: Settings, only: Sequence[str], page_opened: PageOpened, platforms: Sequence[Platform] = PLATFORMS
) -> None:
    """Serve the page and every platform that has a token, or only these parts, until SIGTERM or SIGINT."""
    wanted = [part for part in startable(platforms) if not only or part in only]
    reached = accesses(settings, platforms)
    must_have_tokens(only, platforms, reached)
    clock = _clock_to_run_by(settings, [each for each in platforms if each.name in reached])

    from bot.app.ledger import opened  # it takes long to import, and a wrong command does not need it

    stop = _stop_signal()
    async with opened(settings) as engine:
        service = await until_either(stop, _begun(settings, engine, clock, platforms))
        if service is not None:
            parts = _parts(service, wanted, page_opened)
            log.info("serving", parts=list(parts), stories=len(service.library.stories))
            await _serve(parts, stop, service.conditions)
    log.info("stopped")


async def _begun(settings: Settings, engine: Database, clock: Clock, platforms: Sequence[Platform]) -> Service:
    """Begin the service on its stories and its database; both may take long to answer, or be locked for now."""
    # These imports take half a second, and a wrong command does not need them.
    from bot.app.advice import chooser_of
    from bot.app.service import Service
    from bot.app.stories import open_newsroom

    chooser = await asyncio.to_thread(chooser_of, settings)
    newsroom = await asyncio.to_thread(open_newsroom, settings)
    service = Service(settings, newsroom, engine, clock, platforms, chooser=chooser)
    await service.begin()
    return service


def _clock_to_run_by(settings: Settings, platforms: Sequence[Platform]) -> Clock:
    """Return the real clock; or the pretended one, which must not reach the public."""
    if not settings.as_of:
        return system_clock
    for each in platforms:
        if not settings.api_url(each.name):
            raise SettingsError(
                f"--as-of is for looking, and would post to {each.title} as if it were another day: set"
                f" {each.setting('api_url')} to a test server, or leave out the token"
            )
    return clock_as_of(moment_of(settings.as_of))


def _stop_signal() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set, in place of ending the process."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _parts(service: Service, wanted: Sequence[str], page_opened: PageOpened) -> Mapping[str, Run]:
    """Return everything that runs, by name; the page has its port already."""
    parts = {"newsroom": service.watch, **service.parts(wanted)}
    if "web" in wanted:
        page = service.page()
        if _has_port(page, alone=not parts.keys() - {"newsroom", "scheduler", "unanswered"}):
            page_opened(page.address, () if service.reached else service.platforms)
        parts["web"] = page.run
    return parts


def _has_port(page: WebPlatform, *, alone: bool) -> bool:
    """Take the page's port; where other parts are to run, a taken port is an outage of its own."""
    try:
        page.take_port()
    except SettingsError:
        if alone:
            raise
        return False
    return True


async def _serve(parts: Mapping[str, Run], stop: asyncio.Event, conditions: Conditions) -> None:
    """Run all parts until a stop, or until a setting proves wrong; then drain them."""
    tasks = [asyncio.create_task(supervise(name, run, conditions=conditions), name=name) for name, run in parts.items()]
    stopping = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    for task in (*tasks, stopping):
        task.cancel()
    await asyncio.wait(tasks, timeout=DRAIN_S)
    for task in ended - {stopping}:
        task.result()
