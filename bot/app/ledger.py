"""The tasks on the database that run in one go, also while the bot is not running."""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime

from bot.app.stories import open_newsroom
from bot.core.editing.log import Edit
from bot.core.errors import SettingsError
from bot.core.posting import rehearsal
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.posts import Post, State
from bot.core.posting.redating import OtherDate, redated
from bot.core.posting.rehearsal import Rehearsed
from bot.core.posting.subscribers import Subscriber
from bot.options import must_be_one_of
from bot.runtime.catalogues import Catalogues
from bot.settings import Settings
from bot.storage import schema
from bot.storage.chats import SqlSubscribers
from bot.storage.database import Database, beside, open_database
from bot.storage.edits import latest_edits
from bot.storage.overview import SqlOverview
from bot.storage.snapshots import SqlSnapshots, UnreadableVersion
from bot.storage.tables import REVISION

SAMPLE = ChatKey("sample", "")
"""The chat of a rehearsal while no chat is subscribed."""
MOST_SUBSCRIBERS = 100_000
CLOSE_S = 1.0


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of the settings, new or old."""
    url = settings.database_url.get_secret_value()
    engine = open_database(beside(url) if settings.as_of else url)
    try:
        yield engine
    finally:
        # If closing takes longer than a stop may take, it is given up.
        await asyncio.wait({asyncio.ensure_future(engine.dispose())}, timeout=CLOSE_S)


@asynccontextmanager
async def _kept(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of a bot that has run; none is made in a wrong folder."""
    async with opened(settings) as engine:
        if not await schema.is_ready(engine):
            raise SettingsError(
                f"nothing has been kept in “{engine.url.database}” yet: `newspeg run` begins it; call this in the same"
                " folder, and with the same NEWSPEG_DATABASE_URL"
            )
        yield engine


async def edits(settings: Settings, story: str | None, most: int) -> Sequence[Edit]:
    """Return the newest edits of the desk, of one story or of all, newest first."""
    async with _kept(settings) as engine:
        return await latest_edits(engine, most, story)


async def migrate(settings: Settings) -> str:
    """Bring the database to the schema of this version, and say what was done."""
    async with opened(settings) as engine:
        before, name = await schema.migrate(engine), engine.url.database
    if before is None:
        return f"“{name}” is made, with schema {REVISION}."
    if before == REVISION:
        return f"“{name}” has schema {REVISION} already; nothing was to do."
    return f"“{name}” is brought from schema {before} to {REVISION}."


async def posts(settings: Settings, states: Collection[State] = ()) -> Sequence[Post]:
    """Return all posts, past and planned, or those in some states."""
    async with _kept(settings) as engine:
        return await SqlOverview(engine).posts(states)


async def unreadable(settings: Settings) -> Sequence[UnreadableVersion]:
    """Return the versions of stories that cannot be read: posts that show them are not corrected."""
    async with _kept(settings) as engine:
        return await SqlSnapshots(engine).unreadable()


async def is_paused(settings: Settings) -> bool:
    """True if all posting is stopped."""
    async with _kept(settings) as engine:
        return await SqlOverview(engine).paused()


async def pause(settings: Settings, *, paused: bool) -> None:
    """Stop all posting at once, or release it."""
    async with _kept(settings) as engine:
        await SqlOverview(engine).pause(paused=paused)


async def rehearse(  # noqa: PLR0913 -- what may be tried
    settings: Settings,
    start: datetime,
    end: datetime,
    wished: ChatSettings,
    *,
    as_of: date | None = None,
    others: Sequence[OtherDate] = (),
) -> Sequence[tuple[Subscriber, Rehearsed]]:
    """Return every reminder from `start` on and before `end`; nothing is sent, and nothing is stored.

    It is for the subscribed chats; for a sample chat if there are none, or if the call asks for special settings.
    With `as_of` the stories that are dated later than that day do not exist yet; `others` are events at other dates.
    Raises SettingsError if there is no such event.
    """
    library = open_newsroom(settings).library
    library = library.until(as_of) if as_of else library
    for each in others:
        events = [f"{story.slug}/{event.id}" for story in library.stories for event in story.events]
        must_be_one_of("event", f"{each.story}/{each.event}", events)
    library = redated(library, others)
    chats = await _subscribers(settings) if wished == ChatSettings() else []
    if not chats:
        chats = [Subscriber(SAMPLE, wished)]
    return rehearsal.rehearse(library, chats, start, end, Catalogues())


async def _subscribers(settings: Settings) -> Sequence[Subscriber]:
    """Return the subscribed chats; if there is no database yet, none is made."""
    async with opened(settings) as engine:
        return await SqlSubscribers(engine).first(MOST_SUBSCRIBERS) if await schema.is_ready(engine) else []
