"""/summary: the story in a few sentences, and what comes next."""

from tests.asking import Asker, labels, text, texts
from tests.stories import HARBOUR, harbour


async def test_summary() -> None:
    card = await Asker().ask("/summary")
    assert card.title == HARBOUR["headline"]
    assert texts(card) == [
        "The bridge over the harbour opens in May. [¶ 1]",
        "Its engineer calls it safe; the ferry company doubts it. [¶ 2, 3]",
        "Next: Safety report, April 2031 (in 1 month) [¶ 3]",
        "Reporting by the Harbour Gazette",
        "Story of 1 March 2031 (1 day ago)",
    ]
    assert labels(card) == ["Facts", "Who is who", "Dates", "Timeline", "Quotations", "Sources"]
    assert card.citations == ("¶ 1", "¶ 2, 3", "¶ 3")


async def test_what_comes_next_is_still_planned() -> None:
    later = {"start": "2031-03-15", "status": "postponed"}
    events = [event | later if event["id"] == "regatta" else event for event in HARBOUR["events"]]
    assert "Next: Safety report" in text(await Asker(harbour(events=events)).ask("/summary"))


async def test_summary_says_what_to_know_about_its_dates() -> None:
    assert "No year is given." in texts(await Asker(harbour(date_note="No year is given.")).ask("/summary"))
