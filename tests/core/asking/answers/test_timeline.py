"""/timeline: all that the story dates, in order."""

from datetime import UTC, datetime

from tests.asking import Asker, texts
from tests.stories import harbour


async def test_timeline_is_in_order() -> None:
    days = [line.split(":")[0] for line in texts(await Asker().ask("/timeline"))[:-1]]
    assert days == [
        "1987",
        "10 February 2031",
        "20 February 2031",
        "20 February 2031",
        "15 March 2031",
        "April 2031",
        "4 May 2031 at 19",
        "5 May 2031",
        "6 May 2031",
    ]


async def test_a_past_event_stays_rescheduled() -> None:
    asker = Asker(now=datetime(2031, 8, 1, tzinfo=UTC))
    assert [line for line in texts(await asker.ask("/timeline")) if "5 May 2031: Concert" in line] == [
        "5 May 2031: Concert (rescheduled; the story does not say whether it took place) [¶ 6]"
    ]


async def test_a_story_without_dates_says_so() -> None:
    facts = [{"text": "It opens.", "paragraph": 1}]
    asker = Asker(harbour(quotations=[], events=[], facts=facts))
    assert "Nothing in the story has a date." in texts(await asker.ask("/timeline"))
