from bot.core.posting.redating import OtherDate, redated
from bot.core.stories.dates import EdtfDate
from bot.core.stories.library import Library
from tests.stories import story_of

TO = EdtfDate.parse("2031-06-01")


def test_an_event_is_at_the_other_date_as_if_it_had_always_been() -> None:
    library = Library([story_of({"start": "2031-05-04"}, {"start": "2031-05-05", "status": "cancelled"})])
    others = [OtherDate("fair", "e0", TO), OtherDate("fair", "e1", TO)]
    story = redated(library, others).story("fair")
    assert story
    assert [str(event.plan) for event in story.events] == ["scheduled 2031-06-01"] * 2
    assert [event.history for event in story.events] == [(), ()]


def test_an_event_that_does_not_exist_is_passed_over() -> None:
    library = Library([story_of({"start": "2031-05-04"})])
    assert redated(library, [OtherDate("fair", "e9", TO), OtherDate("none", "e0", TO)]) is library
