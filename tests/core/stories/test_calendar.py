from datetime import UTC, date, datetime

from icalendar import Calendar, Component

from bot.core.stories.calendar import calendar_file
from bot.core.stories.story import parse_story
from tests.stories import HARBOUR, harbour, with_questions

NOW = datetime(2031, 3, 2, tzinfo=UTC)


def entries(*ids: str) -> dict[str, Component]:
    story = harbour()
    file = calendar_file(story, [story.event(event_id) for event_id in ids], NOW)
    return {str(entry["uid"]): entry for entry in Calendar.from_ical(file).walk("VEVENT")}


def test_a_day_stays_a_day() -> None:
    entry = entries("concert")["concert.harbour@newspeg"]
    assert entry.decoded("dtstart") == date(2031, 5, 5)
    assert entry.decoded("dtend") == date(2031, 5, 6)
    assert entry.decoded("dtstamp") == NOW


def test_a_known_time_is_in_utc() -> None:
    assert entries("opening")["opening.harbour@newspeg"].decoded("dtstart") == datetime(2031, 5, 4, 16, tzinfo=UTC)


def test_a_change_of_plan_raises_the_sequence_under_the_same_id() -> None:
    assert entries("concert")["concert.harbour@newspeg"]["sequence"] == 1
    assert entries("opening")["opening.harbour@newspeg"]["sequence"] == 0


def test_a_cancelled_event_says_so() -> None:
    assert entries("parade")["parade.harbour@newspeg"]["status"] == "CANCELLED"


def test_a_plan_is_tentative_and_what_was_held_is_not() -> None:
    assert entries("opening")["opening.harbour@newspeg"]["status"] == "TENTATIVE"
    assert entries("concert")["concert.harbour@newspeg"]["status"] == "TENTATIVE"
    assert entries("test")["test.harbour@newspeg"]["status"] == "CONFIRMED"


def test_a_doubtful_day_is_shown_on_that_day() -> None:
    doubtful = [{**event, "start": "2031-05-05?"} if event["id"] == "concert" else event for event in HARBOUR["events"]]
    story = parse_story({**HARBOUR, "events": doubtful})
    file = calendar_file(story, [story.event("concert")], NOW, lambda event: f"{event.name}: probably")
    [entry] = Calendar.from_ical(file).walk("VEVENT")
    assert entry.decoded("dtstart") == date(2031, 5, 5)
    assert str(entry["description"]) == "Concert: probably"


def test_what_lost_its_day_is_cancelled_on_that_day() -> None:
    """A calendar that has it there would else never hear of it."""
    entry = entries("regatta")["regatta.harbour@newspeg"]
    assert (entry["status"], entry["sequence"]) == ("CANCELLED", 1)
    assert entry.decoded("dtstart") == date(2031, 3, 15)


def test_what_has_and_had_no_day_has_no_entry() -> None:
    assert entries("report") == {}


def test_a_question_is_no_part_of_an_entry() -> None:
    story = with_questions(harbour(), "How large is Xanadu?")
    assert calendar_file(story, story.events, NOW) == calendar_file(harbour(), harbour().events, NOW)
