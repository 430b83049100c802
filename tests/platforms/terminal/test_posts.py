"""The ledger's posts, a line each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import ChatLost, Correction, PlanChange, Reminder
from bot.core.posting.posts import Post
from bot.core.stories.leads import Lead
from bot.core.stories.plans import Plan
from bot.platforms.terminal.posts import post_json, post_plain

DUE = datetime(2031, 5, 3, 6, tzinfo=UTC)
REMINDER = Reminder("harbour", "opening", 0, Plan("scheduled", "2031-05-04"), Lead.parse("P1D"))
POST = Post(1, ChatKey("telegram", "7"), REMINDER, DUE)


@pytest.mark.parametrize(
    ("post", "line"),
    [
        (POST, "harbour/opening P1D  pending"),
        (replace(POST, state="sent", late=True, unknowns=1), "harbour/opening P1D  sent late repeated"),
        (replace(POST, state="skipped", reason="too late"), "harbour/opening P1D  skipped  too late"),
        (
            replace(POST, notice=PlanChange("harbour", "opening", 1, Plan("cancelled")), state="sent"),
            "harbour/opening change of plan  sent",
        ),
        (replace(POST, notice=Correction("harbour", "length")), "harbour correction:length  pending"),
        (replace(POST, notice=ChatLost("-5")), "lost:-5  pending"),
        (
            replace(
                POST, state="sent", repair="unreachable", repair_reason="corrected: length; the message was deleted"
            ),
            "harbour/opening P1D  sent  repair unreachable  corrected: length; the message was deleted",
        ),
    ],
)
def test_a_post_is_a_line(post: Post, line: str) -> None:
    assert post_plain(post) == f"2031-05-03 06:00Z  telegram 7  {line}"


def test_a_post_is_an_object() -> None:
    sent = post_json(replace(POST, state="sent", late=True, message_id="9", sent_at=DUE))
    assert (sent["due_at"], sent["sent_at"]) == ("2031-05-03T06:00:00+00:00",) * 2
    assert (sent["marks"], sent["message_id"], sent["repair"]) == (["late"], "9", None)
