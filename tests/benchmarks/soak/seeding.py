"""What the service finds at its start: a story whose event is near, and a database of chats that subscribed to it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Table, insert

from bot.storage.database import open_database, writing
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from bot.storage.tables import chats, posts, reminders, subscriptions
from tests.benchmarks.soak.book import Address

SLUG = "bridge"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
_AT_ONCE = 5_000
_FORMER = 3 * 10**8

_STORY = """\
status: published
headline: A bridge opens
date: 2026-03-01
credit: {text: Reporting by the Harbour Gazette}
summary:
  - {text: The bridge over the harbour opens in May., paragraph: 1}
  - {text: It was built in three years and is 900 metres long., paragraph: 2}
entities:
  - {id: bridge, type: thing, name: Harbour Bridge, role: A new bridge, paragraph: 1}
facts:
  - {text: The bridge is 900 metres long., paragraph: 2, about: [bridge], events: [opening]}
  - {text: It carries four lanes and a tram., paragraph: 3, about: [bridge], events: [opening]}
events:
"""
_EVENT = """\
  - id: {id}
    name: Opening of the bridge
    status: scheduled
    zone: UTC
    start: {start}
    leads: [{lead}]
    paragraph: 1
    description: The bridge opens to traffic.
"""


def write_story(folder: Path, starts: Sequence[str], lead: str, slug: str = SLUG) -> None:
    """A story in a content folder, with an event at each of these dates."""
    ids = ("opening", *(f"opening-{number}" for number in range(1, len(starts))))
    events = (_EVENT.format(id=each, start=start, lead=lead) for each, start in zip(ids, starts, strict=True))
    file = folder / "content" / slug / "story.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(_STORY + "".join(events), encoding="utf-8")


class Reminder(NamedTuple):
    """What one Telegram chat wants to be reminded of, and how long before."""

    chat: str
    story: str
    event: str
    lead: str


async def subscribe(url: str, addresses: Sequence[Address], planned_until: datetime) -> None:
    """A database in which these chats have subscribed to the story, and have had all that was due until then."""
    known = [{"platform": platform, "id": chat} for platform, chat in addresses]
    rows = [{"platform": each["platform"], "chat": each["id"], "story": SLUG, "since": LONG_AGO} for each in known]
    await _fill(url, {chats: known, subscriptions: rows}, planned_until)


async def remind(url: str, wanted: Sequence[Reminder], planned_until: datetime) -> None:
    """A database with these personal reminders, each in a chat of its own, which has had what was due until then."""
    known = [{"platform": "telegram", "id": reminder.chat} for reminder in wanted]
    rows = [{"platform": "telegram", "since": LONG_AGO, **reminder._asdict()} for reminder in wanted]
    await _fill(url, {chats: known, reminders: rows}, planned_until)


async def remember(url: str, count: int, chats_reached: int = 10_000) -> None:
    """A database whose ledger has so many posts that went out long ago, about events that no story has any more."""
    rows = (
        {
            "platform": "telegram",
            "chat": str(_FORMER + number % chats_reached),
            "story": SLUG,
            "event": f"former-{number // chats_reached}",
            "number": 0,
            "lead": "P1D",
            "plan": "scheduled 2026-01-02",
            "due_at": LONG_AGO,
            "state": "sent",
            "not_before": LONG_AGO,
            "message_id": str(number),
            "sent_at": LONG_AGO,
            "version": "former",
            "changed": number + 1,
        }
        for number in range(count)
    )
    await _fill(url, {posts: rows}, LONG_AGO)


async def _fill(url: str, tables: Mapping[Table, Iterable[Mapping[str, Any]]], planned_until: datetime) -> None:
    engine = open_database(url)
    await migrate(engine)
    async with writing(engine) as connection:
        for table, rows in tables.items():
            left = iter(rows)
            while some := list(islice(left, _AT_ONCE)):
                await connection.execute(insert(table), some)
    # Else a service that starts slowly would take what came due meanwhile for something that nobody was promised.
    await SqlPlanningLedger(engine).has_planned(planned_until)
    await engine.dispose()
