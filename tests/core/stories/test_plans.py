"""Which plans are one plan, and which are news."""

import pytest

from bot.core.stories.plans import Plan
from tests.stories import story_of


@pytest.mark.parametrize(
    ("known", "now", "holds"),
    [
        ("scheduled 2031-05-04", "scheduled 2031-05-04", True),
        ("scheduled 2031-05-04", "scheduled 2031-05-04T19:00+02:00", True),
        ("scheduled 2031-05-04T19:00+02:00", "scheduled 2031-05-04", False),
        ("scheduled 2031-05-04T19:00+02:00", "scheduled 2031-05-04T20:00+02:00", False),
        ("scheduled 2031-05-04", "scheduled 2031-05-04?", True),
        ("scheduled 2031-05-04?", "scheduled 2031-05-04", True),
        ("scheduled 2031-05-04~", "scheduled 2031-05-04%", True),
        ("scheduled 2031-05-04?", "scheduled 2031-05-04T19:00+02:00", True),
        ("scheduled 2031-05", "scheduled 2031-05-04?", True),
        ("scheduled 2031-05?", "scheduled 2031-06", False),
        ("scheduled 2031", "scheduled 2031/2032", False),
        ("scheduled 2031-05-04", "rescheduled 2031-05-04", True),
        ("rescheduled 2031-05-04", "scheduled 2031-05-04", True),
        ("scheduled 2031-05-04", "scheduled 2031-05-05", False),
        ("scheduled 2031-05-04", "postponed 2031-05-04", False),
        ("scheduled 2031-05-04", "postponed", False),
        ("postponed", "postponed", True),
        ("postponed", "cancelled", False),
        ("postponed", "postponed 2031-05-04", False),
        ("postponed 2031-05-04", "postponed", False),
        ("scheduled 2031-05-04", "held 2031-05-05", True),
        ("cancelled 2031-05-04", "held 2031-05-04", True),
    ],
)
def test_a_plan_holds_until_another_status_or_date_is_published(known: str, now: str, *, holds: bool) -> None:
    assert Plan.parse(known).holds(Plan.parse(now)) is holds


def test_an_event_has_its_status_and_date_as_its_plan() -> None:
    fair, postponed = story_of({"start": "2031-05-04"}, {"status": "postponed"}).events
    assert (str(fair.plan), str(postponed.plan)) == ("scheduled 2031-05-04", "postponed")
