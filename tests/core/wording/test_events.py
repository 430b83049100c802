"""Events in words: no more than the story says, and no finer than its dates."""

import pytest

from tests.asking import Asker, text, texts
from tests.stories import HARBOUR, harbour


@pytest.mark.parametrize(
    ("event", "plan"),
    [
        ("opening", "4 May 2031 at 19:00 (Istanbul) (in 2 months) [¶ 1]"),
        ("report", "April 2031 (in 1 month) [¶ 3]"),
        ("regatta", "postponed; it had been planned for 15 March 2031 [¶ 6]"),
        ("concert", "5 May 2031 (in 2 months); before that it was planned for 3 May 2031 [¶ 6]"),
        ("parade", "cancelled; it had been planned for 6 May 2031 [¶ 6]"),
        ("load test", "held on 10 February 2031 [¶ 6]"),
    ],
)
async def test_when_says_no_more_than_the_story(event: str, plan: str) -> None:
    assert plan in texts(await Asker().ask(f"/when {event}"))


@pytest.mark.parametrize(
    ("start", "status", "plan"),
    [
        ("2031-03", "scheduled", "March 2031 (this month) [¶ 1]"),
        ("2031-11", "scheduled", "November 2031 (in 8 months) [¶ 1]"),
        ("2031", "scheduled", "2031 (this year) [¶ 1]"),
        ("2032", "scheduled", "2032 (in 1 year) [¶ 1]"),
        ("2031-02", "held", "held in February 2031 [¶ 1]"),
        ("2030", "held", "held in 2030 [¶ 1]"),
    ],
)
async def test_a_countdown_is_no_finer_than_its_date(start: str, status: str, plan: str) -> None:
    event = {**HARBOUR["events"][0], "id": "coarse", "start": start, "status": status}
    assert plan in texts(await Asker(harbour(events=[event])).ask("/when"))


async def test_when_of_a_past_event_does_not_know_the_outcome() -> None:
    asker = Asker()
    asker.now = asker.now.replace(year=2032)
    said = text(await asker.ask("/when concert"))
    assert "was planned for 5 May 2031; the story does not say whether it took place" in said
    assert "ago)" in said
