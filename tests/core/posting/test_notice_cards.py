"""What a reminder says, and what it never says."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core.posting.composing import compose
from bot.core.posting.planning import Planned, Timing, due
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.stories.story import Story, parse_story
from bot.core.wording.cards import Card
from bot.core.wording.language import Language
from tests.asking import labels, text, texts

SPEAKER = {"id": "mayor", "type": "person", "name": "The Mayor", "role": "Runs the town", "paragraph": 1}
FAIR = {
    "id": "fair",
    "name": "Spring fair",
    "zone": "Europe/Sarajevo",
    "start": "2031-05-04",
    "place": "Mostar",
    "paragraph": [1, 2],
    "description": "Traders meet by the river.",
}
PARADE = {**FAIR, "id": "parade", "name": "Parade", "start": "2031-05-05", "description": "Bands play."}


def fact(words: str, *events: str, **more: Any) -> dict[str, Any]:
    """A fact about these events."""
    return {"text": words, "paragraph": 3, "events": list(events), "about": ["mayor"], **more}


def fair_story(*facts: dict[str, Any], fair: dict[str, Any] | None = None, **changes: Any) -> Story:
    """A story of a fair and a parade."""
    return parse_story(
        {
            "slug": "fair",
            "status": "published",
            "headline": "Fair and parade",
            "date": "2031-04-01",
            "credit": {"text": "Reporting by the Gazette"},
            "summary": [{"text": "A fair.", "paragraph": 1}],
            "entities": [SPEAKER],
            "facts": [*facts, fact("The town is old.")],
            "events": [FAIR | (fair or {}), PARADE],
            **changes,
        }
    )


def remind(story: Story, lead: str = "P1D", zone: str | None = None, late: timedelta = timedelta()) -> Card:
    """The reminder of the fair, as it goes out when it is due or so much later."""
    event, timing = story.events[0], Timing(zone)
    moment = due(event, Lead.parse(lead), timing)
    assert moment
    planned = Planned(moment, story, event, Lead.parse(lead))
    return compose(Library([story]), planned, timing, Language(), moment + late)


def test_all_that_it_says() -> None:
    card = remind(fair_story(fact("Two hundred traders come.", "fair")))
    assert card.title == "Spring fair"
    assert texts(card) == [
        "4 May 2031, tomorrow (the day in Sarajevo) [¶ 1, 2]",
        "Traders meet by the river. [¶ 1, 2]",
        "Place: Mostar [¶ 1, 2]",
        "Status: planned [¶ 1, 2]",
        "Two hundred traders come. [¶ 3]",
        "Reporting by the Gazette",
        "Story of 1 April 2031 (1 month ago)",
    ]
    assert labels(card) == ["Remind me", "Add to calendar", "More"]
    asked = ["/remind fair/fair P0D", "/calendar fair/fair", "/when fair/fair"]
    assert [str(button.invocation) for button in card.buttons] == asked


def test_a_place_only_where_the_story_names_one() -> None:
    assert "Place" not in text(remind(fair_story(fair={"place": None})))


def test_the_status_of_what_was_put_off() -> None:
    moved = {
        "status": "rescheduled",
        "history": [{"changed": "2031-04-02", "start": "2031-05-01", "status": "scheduled"}],
    }
    assert "Status: rescheduled" in texts(remind(fair_story(fair=moved)))  # the article is older than the change


def test_what_to_know_about_the_dates() -> None:
    card = remind(fair_story(date_note="No year is given."))
    assert "No year is given." not in texts(card)  # it is long, and said once: behind the button
    assert "/sources fair/dates" in [str(button.invocation) for button in card.buttons]


def test_only_facts_and_only_those_of_the_event() -> None:
    said = text(
        remind(
            fair_story(
                fact("Two hundred traders come.", "fair"),
                fact("Both last a day.", "parade", "fair"),
                fact("Ten bands play.", "parade"),
                fact("The town has a river."),
                fact("It is the best fair.", "fair", kind="claim", said_by="mayor"),
                fact("An older fair burnt down.", "fair", kind="background"),
                quotations=[
                    {
                        "text": "come all of you",
                        "said_by": "mayor",
                        "about": "The fair.",
                        "paragraph": 3,
                    }
                ],
            )
        )
    )
    assert "Two hundred traders come." in said
    assert "Both last a day." in said
    for other in ("Ten bands", "The town", "best fair", "burnt down", "come all", "Mayor"):
        assert other not in said


def test_at_most_three_facts_the_first_ones() -> None:
    said = text(remind(fair_story(*(fact(f"Fact {number}.", "fair") for number in range(5)))))
    assert [f"Fact {number}." in said for number in range(5)] == [True, True, True, False, False]


@pytest.mark.parametrize("zone", [None, "Pacific/Auckland", "Europe/Sarajevo", "America/Los_Angeles"])
@pytest.mark.parametrize(("lead", "countdown"), [("P0D", "today"), ("P1D", "tomorrow"), ("P7D", "in 7 days")])
def test_the_countdown_is_by_the_chats_calendar(lead: str, countdown: str, zone: str | None) -> None:
    first = texts(remind(fair_story(), lead, zone))[0]
    assert first == f"4 May 2031, {countdown} (the day in Sarajevo) [¶ 1, 2]"


@pytest.mark.parametrize(
    ("zone", "date"),
    [
        (None, "4 May 2031 at 23:30 (Sarajevo)"),
        ("Pacific/Auckland", "5 May 2031 at 09:30 (Auckland)"),
        ("America/Los_Angeles", "4 May 2031 at 14:30 (Los Angeles)"),
    ],
)
@pytest.mark.parametrize(("lead", "countdown"), [("P0D", "today"), ("P1D", "tomorrow"), ("P7D", "in 7 days")])
def test_a_known_time_is_on_the_chats_clock(lead: str, countdown: str, zone: str | None, date: str) -> None:
    story = fair_story(fair={"start": "2031-05-04T23:30+02:00"})
    assert texts(remind(story, lead, zone))[0] == f"{date}, {countdown} [¶ 1, 2]"


def test_hours_before_a_known_time() -> None:
    story = fair_story(fair={"start": "2031-05-04T19:00+02:00"})
    assert texts(remind(story, "PT2H"))[0] == "4 May 2031 at 19:00 (Sarajevo), in 2 hours [¶ 1, 2]"


def test_what_comes_late_says_so_and_counts_from_then() -> None:
    card = remind(fair_story(), "P7D", late=timedelta(days=2))
    assert texts(card)[0].startswith("4 May 2031, in 5 days")
    assert texts(card)[-1] == "This comes late: it was due on 27 April 2031 at 09:00 (Sarajevo)."
