"""/when and /calendar: which events, in which zone, and as a file."""

from icalendar import Calendar

from tests.asking import Asker, labels, text, texts
from tests.stories import HARBOUR, harbour


async def test_when_of_an_event_without_any_date() -> None:
    events = [{**event, "history": []} for event in HARBOUR["events"] if event["id"] == "regatta"]
    card = await Asker(harbour(events=events)).ask("/when")
    assert "postponed; no date is given [¶ 6]" in texts(card)
    assert "Add to calendar" not in labels(card)
    assert "No day is known" in text(await Asker(harbour(events=events)).ask("/calendar"))


async def test_when_shows_a_known_time_in_the_chats_zone() -> None:
    asker = Asker()
    await asker.ask("/settings timezone Europe/Sarajevo")
    assert "4 May 2031 at 18:00 (Sarajevo)" in text(await asker.ask("/when opening"))


async def test_when_of_no_such_event_names_those_there_are() -> None:
    card = await Asker().ask("/when penguins")
    assert "no event “penguins”" in text(card)
    assert len(card.choices) == 6


async def test_calendar() -> None:
    card = await Asker().ask("/calendar concert")
    assert card.attachment is not None
    assert card.attachment.filename == "harbour-concert.ics"
    assert "Concert: 5 May 2031 (in 2 months); before that it was planned for 3 May 2031 [¶ 6]" in texts(card)
    assert [str(entry["summary"]) for entry in Calendar.from_ical(card.attachment.content).walk("VEVENT")] == [
        "Concert"
    ]
