"""The table of a post's states, row by row."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import Reminder
from bot.core.posting.outcomes import (
    FindOutcome,
    Gone,
    Moved,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
    Unknown,
)
from bot.core.posting.posts import REPEAT_AFTER, Post, Step, after, after_look, after_no_answer
from bot.core.stories.leads import Lead
from bot.core.stories.plans import Plan

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
CHAT = ChatKey("telegram", "7")
REMINDER = Reminder("harbour", "opening", 0, Plan("scheduled", "2031-05-04"), Lead.parse("P1D"))
POST = Post(1, CHAT, REMINDER, NOW, "sending", attempts=1)
NEW = ChatKey("telegram", "-1007")


@pytest.mark.parametrize(
    ("outcome", "step"),
    [
        (Sent("9"), Step("sent", message_id="9", sent_at=NOW)),
        (NotSent("no network"), Step("pending", "no network", not_before=NOW + timedelta(seconds=4))),
        (RetryLater(43_838, "flood"), Step("pending", "flood", not_before=NOW + timedelta(seconds=43_838))),
        (Moved(NEW), Step("pending", "the chat moved to -1007", not_before=NOW, moved_to=NEW)),
        (Gone("blocked"), Step("failed", "blocked", set_aside=True)),
        (Rejected("too long"), Step("failed", "too long")),
        (Unknown("no answer"), Step("pending", "no answer", not_before=NOW + REPEAT_AFTER, unknowns=1)),
    ],
)
def test_each_outcome_has_its_step(outcome: SendOutcome, step: Step) -> None:
    assert after(POST, outcome, NOW) == step


def test_what_may_have_arrived_waits_longer_each_time() -> None:
    waits = []
    for unknowns in range(10):
        step = after(replace(POST, unknowns=unknowns), Unknown("no answer"), NOW)
        assert (step.state, step.unknowns) == ("pending", unknowns + 1)
        assert step.not_before
        waits.append(step.not_before - NOW)
    assert waits == sorted(waits)
    assert waits[0] == REPEAT_AFTER


def test_what_a_crash_left_behind_has_waited_for_its_lease_already() -> None:
    waits = [after_no_answer(replace(POST, unknowns=unknowns), "it ended", NOW).not_before for unknowns in range(2)]
    assert waits == [NOW, NOW + timedelta(seconds=4)]


@pytest.mark.parametrize(
    ("found", "unknowns", "step"),
    [
        (Sent("9"), 5, Step("sent", message_id="9", sent_at=NOW)),
        (Repeatable(), 5, None),
        (NotThere(), 5, None),
        (None, 1, None),
        (None, 2, Step("unknown", "no answer")),
        (RetryLater(7, "busy"), 2, Step("pending", "busy", not_before=NOW + timedelta(seconds=7))),
        (Gone("deleted"), 1, Step("failed", "deleted", set_aside=True)),
    ],
)
def test_each_look_for_a_post_has_its_step(found: FindOutcome | None, unknowns: int, step: Step | None) -> None:
    assert after_look(replace(POST, state="pending", reason="no answer", unknowns=unknowns), found, NOW) == step


def test_the_wait_without_a_network_grows_and_ends_at_five_minutes() -> None:
    waits = []
    for attempts in range(1, 20):
        step = after(replace(POST, attempts=attempts), NotSent("x"), NOW)
        assert step.not_before
        waits.append(step.not_before - NOW)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=5)


def test_the_key_names_the_notice_and_the_chat() -> None:
    changes: list[dict[str, Any]] = [{"number": 1}, {"lead": Lead.parse("P0D")}, {"event": "x"}]
    others = [replace(POST, chat=NEW), *(replace(POST, notice=replace(REMINDER, **each)) for each in changes)]
    assert len({post.key for post in (POST, *others)}) == 5
    assert replace(POST, attempts=3, state="pending").key == POST.key
