"""Sequences of changes of an event's plan, run through the real planner, ledger and courier: what each chat was sent.

Each sequence has an event of its own, and two chats that asked to be reminded of it: one gets what it is sent, one gets
nothing before the last change. A house has many events, so that many sequences take no longer than one.
"""

import gzip
import itertools
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey, PersonalReminder
from bot.core.posting.outcomes import NotSent, SendOutcome
from bot.core.posting.posts import Post
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from tests.delivery.house import A_WEEK_BEFORE, START, THAT_MORNING, THE_DAY_BEFORE, House, ScriptedMessenger
from tests.noticed import lead_of, plan_of
from tests.stories import story_of

PLANS: Mapping[str, Mapping[str, str]] = {
    "A": {"start": "2031-05-04"},
    "T": {"start": "2031-05-04T19:00+03:00"},
    "B": {"start": "2031-05-11"},
    "C": {"status": "cancelled", "start": "2031-05-04"},
    "P": {"status": "postponed"},
}
"""A day, the same with its time, another day, cancelled, postponed."""

FIRST = "A"
CHANGES = 5
VARIANTS = {"plain": "ATBC", "history": "ATBP", "down": "ATBC"}
"""With which plans: looked at after each change, without and with an entry in the event's history for each; only after
the last one, with them.
"""

AT_ONCE = 122
RECORDED = Path(__file__).parent / "plan_changes.txt.gz"

_LEADS = ("P7D", "P1D")
_WEEK = timedelta(weeks=1)
_LATER = (THE_DAY_BEFORE, THAT_MORNING, THE_DAY_BEFORE + _WEEK, THAT_MORNING + _WEEK)
_LETTERS = {f"{plan.get('status', 'scheduled')} {plan.get('start', '')}".rstrip(): name for name, plan in PLANS.items()}


def sequences_of(plans: str) -> Sequence[str]:
    """Every sequence of up to five changes."""
    found = [FIRST]
    for before in found:
        found += [before + plan for plan in plans if plan != before[-1] and len(before) <= CHANGES]
    return [each[1:] for each in found]


class Reluctant(ScriptedMessenger):
    """It takes nothing for some chats until it is told to."""

    refuses = True

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        if self.refuses and chat.id.startswith("w"):
            return NotSent("no network")
        return await super().send(chat, card, key, reply_to=reply_to, silent=silent)


async def results(engine: AsyncEngine, variant: str, sequences: Sequence[str]) -> dict[str, str]:
    """For each sequence what its two chats were sent, and what was written for them and not sent."""
    messenger = Reluctant()
    house = House(engine, library=Library([_story(variant, sequences, 0)]), messenger=messenger)
    await house.fan_out.run()
    for number, lead in itertools.product(range(len(sequences)), _LEADS):
        for chat in _chats(number):
            await house.chats.remind(chat, PersonalReminder("fair", f"e{number}", lead), START)
    moments = [A_WEEK_BEFORE + timedelta(hours=hour) for hour in range(CHANGES + 2)]
    for step, moment in enumerate([*moments, *_LATER]):
        if step <= CHANGES:
            house.library = Library([_story(variant, sequences, step)])
        messenger.refuses = step <= CHANGES
        if variant != "down" or step == 0 or step >= CHANGES:
            await house.at(moment)
    posts = await house.overview.posts()
    return {
        sequence: " | ".join(
            _told([post for post in posts if post.chat == chat], [*moments, *_LATER]) for chat in _chats(number)
        )
        for number, sequence in enumerate(sequences)
    }


def recorded() -> dict[str, dict[str, str]]:
    """What was recorded, by variant and sequence."""
    found: dict[str, dict[str, str]] = {variant: {} for variant in VARIANTS}
    for line in gzip.decompress(RECORDED.read_bytes()).decode().splitlines():
        variant, sequence, told = line.split(" ", 2)
        found[variant][sequence] = told
    return found


def _chats(number: int) -> tuple[ChatKey, ChatKey]:
    return ChatKey("telegram", f"r{number}"), ChatKey("telegram", f"w{number}")


def _story(variant: str, sequences: Sequence[str], step: int) -> Story:
    return story_of(*(_event(FIRST + sequence[:step], history=variant != "plain") for sequence in sequences))


def _event(names: str, *, history: bool) -> dict[str, Any]:
    event: dict[str, Any] = {"zone": "Europe/Istanbul", **PLANS[names[-1]]}
    if history:
        event["history"] = list(_history(names))
    return event


def _history(names: str) -> Iterator[dict[str, str]]:
    for former in names[:-1]:
        yield {"changed": "2031-04-27", "status": "scheduled", **PLANS[former]}


def _told(posts: Sequence[Post], moments: Sequence[datetime]) -> str:
    """Each post by its lead, its plan, and after how many steps it was sent: `P7D-A@0 ~B@1 (withdrawn P1D-A)`."""
    sent = sorted((post for post in posts if post.sent_at), key=lambda post: post.sent_at or START)
    told = [f"{_called(post)}@{moments.index(post.sent_at)}" for post in sent if post.sent_at]
    return " ".join([*told, *(f"({post.state} {_called(post)})" for post in posts if not post.sent_at)])


def _called(post: Post) -> str:
    return f"{lead_of(post)}-{_LETTERS[plan_of(post)]}" if lead_of(post) else f"~{_LETTERS[plan_of(post)]}"
