"""Whom a change reaches: what waits is withdrawn, what went out is edited, and who was told before is told again."""

from datetime import UTC, datetime
from typing import Any

from bot.core.editing.reach import Reach
from bot.core.editing.reaching import Ledger, Reaching
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.notices import Reminder
from bot.core.posting.posts import Post
from bot.core.posting.subscribers import Subscriber
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.runtime.catalogues import Catalogues
from tests.stories import HARBOUR, harbour

NOW = datetime(2031, 5, 1, 9, tzinfo=UTC)
BEFORE = harbour()
WEEK, DAY = Lead.parse("P7D"), Lead.parse("P1D")
ONE, OTHER = ChatKey("telegram", "1"), ChatKey("discord", "2")
CHATS = (Subscriber(ONE), Subscriber(OTHER, ChatSettings(timezone="Europe/London")))


def reminder(number: int, chat: ChatKey, lead: Lead, **more: Any) -> Post:
    """A post about the opening of the bridge."""
    notice = Reminder("harbour", "opening", 1, BEFORE.event("opening").plan, lead)
    return Post(number, chat, notice, NOW, **more)


SENT = [reminder(number, chat, WEEK, state="sent", version=BEFORE.version) for number, chat in ((1, ONE), (2, OTHER))]
WAITING = reminder(3, ONE, DAY)


def opening(**changes: Any) -> Story:
    """The story with another opening."""
    return harbour(events=[{**HARBOUR["events"][0], **changes}, *HARBOUR["events"][1:]])


def postponed() -> Story:
    former = {"changed": "2031-05-01", "start": HARBOUR["events"][0]["start"], "status": "scheduled"}
    return opening(status="postponed", start=None, history=[former])


def reach(after: Story, *posts: Post, chats: tuple[Subscriber, ...] = CHATS) -> Reach:
    ledger = Ledger(posts, {BEFORE.version: BEFORE}, chats)
    return Reaching(after, Library([BEFORE]), ledger, Catalogues(), NOW).reach(title)


def title(card: Card) -> str:
    return card.title


def test_a_postponed_event_takes_its_reminders_along_and_tells_who_got_one() -> None:
    found = reach(postponed(), *SENT, WAITING)
    assert (found.withdrawn, found.told, found.edited) == (1, 2, 2)
    assert {text.kind for text in found.texts} >= {"told", "edited"}
    assert sum(text.chats for text in found.texts if text.kind == "told") == 2


def test_a_mended_typo_reaches_nobody() -> None:
    found = reach(harbour(headline="Harbour bridge nears opening"), *SENT, WAITING)
    assert (found.withdrawn, found.told, found.edited) == (0, 0, 0)


def test_a_correction_edits_what_showed_the_fault() -> None:
    mended = {"id": "place", "date": "2031-05-01", "text": "It is in Istanbul.", "events": ["opening"]}
    found = reach(harbour(corrections=[mended]), *SENT)
    assert (found.told, found.edited) == (0, 2)


def test_a_retraction_withdraws_and_edits() -> None:
    gone = harbour(status="retracted", retraction={"date": "2031-05-01", "reason": "It was untrue."})
    found = reach(gone, *SENT, WAITING)
    assert (found.withdrawn, found.told, found.edited, found.planned) == (1, 0, 2, 0)


def test_the_reminders_to_come_are_counted_over_all_chats() -> None:
    moved = opening(start="2031-05-20T19:00+03:00", status="rescheduled", history=[])
    assert reach(moved).planned > reach(postponed()).planned
    assert reach(moved, chats=()).planned == 0
    assert reach(moved, chats=(Subscriber(ONE, stories=("another",)),)).planned == 0


def test_who_is_told_of_an_event_that_is_over() -> None:
    over = opening(status="cancelled", start="2031-04-02T19:00+03:00")
    assert reach(over, *SENT).told == 0
