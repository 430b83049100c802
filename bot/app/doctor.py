"""Tries all that a bot needs, and says what is missing: settings, stories, database, tokens, the endpoint."""

import os
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.app.advice import chooser_of
from bot.app.ledger import opened
from bot.app.page import password_of
from bot.app.platforms import PLATFORMS, accesses
from bot.core.asking.platform import Platform
from bot.core.asking.questions.advice import Offered
from bot.core.errors import NewspegError, Problem
from bot.newsroom.newsroom import Newsroom
from bot.settings import Settings, shared_secrets, unknown_settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.overview import SqlOverview

_TRIAL = "When does the bridge open?"
_RIGHT, _WRONG = Offered("fact-1", "The bridge opens on 4 May."), Offered("fact-2", "The ferry is painted blue.")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was tried, and how it went; it fits a line."""

    about: str
    told: str
    state: Literal["ok", "missing", "wrong"] = "ok"
    """What is missing may be wanted so; what is wrong is not."""

    def __str__(self) -> str:
        return f"{self.state:8}{self.about}: {self.told}"


async def examine(settings: Settings, platforms: Sequence[Platform] = PLATFORMS) -> AsyncIterator[Finding]:
    """Yield a finding for each thing that is tried, as it is tried."""
    yield _env_file()
    yield _page(settings)
    for finding in _stories(settings):
        yield finding
    yield await _database(settings)
    for platform in platforms:
        yield await _platform(settings, platform)
    if settings.llm_url:
        yield await _endpoint(settings)


def _env_file() -> Finding:
    if file := shared_secrets():
        return Finding("settings", f"others can read the secrets in “{file}”: run `chmod 600 {file}`", "wrong")
    if unknown := unknown_settings():
        return Finding("settings", "; ".join(unknown), "wrong")
    return Finding("settings", "they can be read, and their secrets by nobody else")


def _page(settings: Settings) -> Finding:
    try:
        password = password_of(settings)
    except NewspegError as error:
        return Finding("page", str(error), "wrong")
    return Finding("page", "with a password" if password else "open, on this machine alone")


def _stories(settings: Settings) -> Sequence[Finding]:
    newsroom = Newsroom(settings.content)
    try:
        newsroom.load()
    except NewspegError as error:
        return [Finding("stories", str(error), "wrong")]
    if wrong := [_faults(found) for slug, found in newsroom.problems.items() if slug not in newsroom.drafts]:
        return wrong
    published, drafts = len(newsroom.library.stories), len(newsroom.drafts)
    if not published:
        told = f"none in “{settings.content}” is published: readers are told to come back later"
        return [Finding("stories", told, "missing")]
    return [Finding("stories", f"{published} published and {drafts} drafts in “{settings.content}”")]


def _faults(problems: Sequence[Problem]) -> Finding:
    """Tell the first fault of a file, and how many more there are."""
    more = f" (and {len(problems) - 1} more: `newspeg check` names them)" if len(problems) > 1 else ""
    return Finding("stories", f"{problems[0]}{more}", "wrong")


async def _database(settings: Settings) -> Finding:
    try:
        async with opened(settings) as engine:
            name = engine.url.database
            if not await schema.is_ready(engine):
                if folder := _closed_folder(engine):
                    told = f"“{name}” cannot be made, as this user may not write into “{folder}”"
                    return Finding("database", told, "wrong")
                return Finding("database", f"nothing is kept in “{name}” yet: `newspeg run` begins it", "missing")
            await schema.try_to_write(engine)
            if await SqlOverview(engine).paused():
                return Finding("database", "all posting is paused: `newspeg resume` releases it", "missing")
            return Finding("database", f"“{name}” can be read and written")
    except NewspegError as error:
        return Finding("database", str(error), "wrong")


async def _platform(settings: Settings, platform: Platform) -> Finding:
    access = accesses(settings, [platform]).get(platform.name)
    if access is None:
        starts = f"{platform.setting('token')} is not set: {platform.where_to_register}"
        return Finding(platform.title, starts, "missing")
    try:
        return Finding(platform.title, f"the token is that of {await platform.introduce(access)}")
    except NewspegError as error:
        return Finding(platform.title, str(error), "wrong")


async def _endpoint(settings: Settings) -> Finding:
    """Let the endpoint choose between two made-up statements."""
    try:
        chooser = chooser_of(settings)
        chosen = await chooser.attempt(_TRIAL, [_RIGHT, _WRONG]) if chooser else ()
    except NewspegError as error:
        return Finding("endpoint", str(error), "wrong")
    model = f"the model “{settings.llm_model}”"
    if list(chosen) == [_RIGHT.id]:
        return Finding("endpoint", f"{model} chooses the statement that answers")
    return Finding("endpoint", f"{model} answers, but does not choose well: another one may", "missing")


def _closed_folder(engine: Database) -> Path | None:
    """Return the folder in which a new database would be made, if it cannot be; None of a server."""
    folder = Path(engine.url.database or "").absolute().parent
    return folder if engine.dialect.name == "sqlite" and not os.access(folder, os.W_OK) else None
