"""An address as the view of the posts that it asks for, and a post as a row."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import ChatLost, Correction, Notice, PlanChange, Reminder, Retraction
from bot.core.posting.overview import LedgerEntry, Sought
from bot.core.posting.posts import Post
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.stories.plans import Plan
from bot.platforms.web.posts.rows import Rows, View, notice_in_words, read_view
from bot.runtime.catalogues import Catalogues
from tests.platforms.web.posts.pages import LIBRARY
from tests.storage.books import STORY
from tests.stories import harbour

NOW = datetime(2031, 5, 3, 7, tzinfo=UTC)
REMINDER = Reminder("harbour", "opening", 0, Plan("scheduled", "2031-05-04T19:00+03:00"), Lead.parse("P1D"))
POST = Post(7, ChatKey("telegram", "-1001"), REMINDER, NOW, "failed")


def written(post: Post, timezone: str | None = None, *stories: str) -> dict[str, object]:
    library = Library([harbour(status=status) for status in stories or ("published",)])
    return Rows(lambda: library, Catalogues(), lambda: NOW).written(LedgerEntry(post, 3, timezone, is_wanted=True))


def test_a_row_tells_when_where_what_and_why() -> None:
    post = replace(POST, reason="no rights", late=True, unknowns=1, repair="edited", repair_reason="corrected: length")
    assert written(post) == {
        "id": 7,
        "change": 3,
        "due": "2031-05-03T07:00:00Z",
        "local": "2031-05-03 10:00",
        "zone": "Europe/Istanbul",
        "platform": "telegram",
        "chat": "-1001",
        "story": "Harbour bridge nears its opening",
        "event": "Opening of the bridge",
        "notice": "the day before",
        "state": "failed",
        "reason": "no rights",
        "marks": ["late", "repeated"],
        "repair": "edited",
        "repair_reason": "corrected: length",
        "may": {"retry": True, "withdraw": False},
    }


def test_the_chats_own_zone_comes_first() -> None:
    row = written(POST, "Asia/Tokyo")
    assert (row["local"], row["zone"]) == ("2031-05-03 16:00", "Asia/Tokyo")


def test_of_a_story_that_is_gone_the_ids_are_left() -> None:
    row = written(replace(POST, notice=replace(REMINDER, story="gone", event="lost")))
    assert (row["story"], row["event"], row["zone"], row["may"]) == (
        "gone",
        "lost",
        "UTC",
        {"retry": False, "withdraw": False},
    )


def test_a_retracted_story_keeps_its_names_here() -> None:
    row = written(replace(POST, notice=Retraction("harbour")), None, "retracted")
    assert (row["story"], row["event"], row["notice"]) == ("Harbour bridge nears its opening", "", "retraction")


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (replace(REMINDER, lead=Lead.parse("P7D")), "7 days before"),
        (replace(REMINDER, lead=Lead.parse("P1D")), "the day before"),
        (replace(REMINDER, lead=Lead.parse("P0D")), "that morning"),
        (replace(REMINDER, lead=Lead.parse("PT2H")), "2 hours before"),
        (PlanChange("harbour", "opening", 1, Plan("cancelled")), "change of plan"),
        (Retraction("harbour"), "retraction"),
        (Correction("harbour", "length"), "correction length"),
        (ChatLost("-1005"), "lost chat -1005"),
    ],
)
def test_a_notice_in_words(notice: Notice, words: str) -> None:
    assert notice_in_words(Catalogues().get(), notice) == words


def test_what_is_sought_stands_in_the_address() -> None:
    asked = {
        "state": "sent",
        "platform": "discord",
        "story": "s",
        "repair": "edited",
        "q": " story\0 1 ",
        "before": "7",
    }
    view = read_view(asked, LIBRARY)
    assert view == View(Sought("sent", "discord", "s", "edited", "story 1", view.sought.named), 7)
    assert view.sought.named == {(STORY.slug, ""), (STORY.slug, "event")}
    assert read_view({}, LIBRARY) == View(Sought())
    for wrong in ("", "x", "-1", "²", "1.5"):
        assert read_view({"before": wrong}, LIBRARY) == View(Sought())
