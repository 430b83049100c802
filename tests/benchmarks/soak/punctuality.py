"""(d) With many personal reminders and a long ledger: how long after its due time the first post of a notice leaves."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path
from statistics import median

from tests.benchmarks.soak.book import Accepted
from tests.benchmarks.soak.figures import Figure, judged, p99, say
from tests.benchmarks.soak.newspeg import Newspeg
from tests.benchmarks.soak.seeding import SLUG, Reminder, remember, remind, write_story
from tests.benchmarks.soak.servers import Servers

REMINDERS, LEDGER, QUICK = 100_000, 500_000, 20
NOTICES, QUICK_NOTICES = 30, 6
PER_NOTICE = 40
"""Few enough that one notice is out before the next is due."""
LAST = 20_000
"""In the last notice, so that it is seen how many more make it wait."""
APART = timedelta(seconds=4)
FIRST_IN = timedelta(seconds=20)
LATER_STORIES, LATER_EVENTS = 10, 30
ALLOWED_S = 1.0
_LEAD, _LEAD_TEXT = timedelta(minutes=5), "PT5M"
_LEADS_LATER = ("P7D", "P1D", "P0D", "PT2H", "PT45M")
_WATCHED_S = 10.0


@dataclass(frozen=True)
class Notice:
    """One event's reminders, all due at the same moment."""

    due: datetime
    chats: range

    def first_after_s(self, accepted: Sequence[Accepted]) -> float:
        """Seconds from the due time to the first post; infinite where none came."""
        mine = {str(chat) for chat in self.chats}
        return min((each.at - self.due.timestamp() for each in accepted if each.chat in mine), default=inf)


async def measure(folder: Path, servers: Servers, seed: int, *, quick: bool) -> list[Figure]:  # noqa: ARG001 -- nothing is left to chance
    """Store the reminders, let the notices come due one after the other."""
    stored = REMINDERS // (QUICK if quick else 1)
    await servers.fail({})
    await servers.enforce(limits=True)
    await servers.forget()
    url = f"sqlite:///{folder}/newspeg.db"
    former = LEDGER // (QUICK if quick else 1)
    await remember(url, former)
    events = _write_later_stories(folder)
    first = datetime.now(UTC).replace(microsecond=0) + FIRST_IN
    notices = _notices(first, QUICK_NOTICES if quick else NOTICES, LAST // (QUICK if quick else 1))
    write_story(folder, [(notice.due + _LEAD).isoformat() for notice in notices], _LEAD_TEXT)
    reminders = [*_soon(notices), *_later(events, stored - sum(len(notice.chats) for notice in notices))]
    await remind(url, reminders, datetime.now(UTC))
    say(f"{len(reminders):,} reminders stored; {len(notices)} notices within {notices[-1].due - notices[0].due}")
    newspeg = Newspeg(folder, {**servers.telegram_settings, "content": "content", "database_url": url})
    async with newspeg.running() as service:
        await asyncio.sleep((notices[-1].due - datetime.now(UTC)).total_seconds() + _WATCHED_S)
        assert service.running
    accepted = (await servers.read()).accepted
    say(f"{len(accepted)} posts; the log complains of {dict(newspeg.complaints().most_common(5))}")
    after = [notice.first_after_s(accepted) for notice in notices]
    say("after its due time, the first post of each: " + ", ".join(f"{seconds:.3f}" for seconds in after))
    what = f"{len(reminders):,} personal reminders stored, and {former:,} posts from before"
    return _figures(what, after, len(notices[-1].chats))


def _figures(stored: str, after: Sequence[float], last: int) -> list[Figure]:
    what = f"(d) {stored}: how late the first post of {len(after)} notices leaves, p99"
    seconds = f"{p99(after):.3f} s; median {median(after):.3f} s, earliest {min(after):.3f} s"
    asked = f"at most {ALLOWED_S:.0f} s, and none before it is due"
    return [
        judged(what, seconds, asked, reached=min(after) >= 0 and p99(after) <= ALLOWED_S),
        judged(
            f"(d) of these, the last has {last:,} reminders",
            f"{after[-1]:.3f} s",
            f"at most {ALLOWED_S:.0f} s",
            reached=after[-1] <= ALLOWED_S,
        ),
    ]


def _notices(first: datetime, count: int, last: int) -> list[Notice]:
    chats = 10**8
    notices = []
    for number in range(count):
        size = last if number == count - 1 else PER_NOTICE
        notices.append(Notice(first + number * APART, range(chats, chats + size)))
        chats += size
    return notices


def _soon(notices: Sequence[Notice]) -> Iterator[Reminder]:
    for number, notice in enumerate(notices):
        event = f"opening-{number}" if number else "opening"
        yield from (Reminder(str(chat), SLUG, event, _LEAD_TEXT) for chat in notice.chats)


def _later(events: Sequence[tuple[str, str]], count: int) -> Iterator[Reminder]:
    """Over all events and leads."""
    for number in range(count):
        slug, event = events[number % len(events)]
        yield Reminder(str(2 * 10**8 + number), slug, event, _LEADS_LATER[number // len(events) % len(_LEADS_LATER)])


def _write_later_stories(folder: Path) -> list[tuple[str, str]]:
    """Stories whose events are weeks away; each event as slug and id."""
    day = datetime.now(UTC).replace(hour=18, minute=0, second=0, microsecond=0) + timedelta(days=30)
    starts = [(day + timedelta(days=number)).isoformat() for number in range(LATER_EVENTS)]
    slugs = [f"later-{number}" for number in range(LATER_STORIES)]
    for slug in slugs:
        write_story(folder, starts, "P1D", slug)
    ids = ("opening", *(f"opening-{number}" for number in range(1, LATER_EVENTS)))
    return [(slug, event) for slug in slugs for event in ids]
