"""What the steps found becomes facts, claims, quotations, entities and events, each with its doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Article, Attribution, Dating, Doubt, Found, Happening, Mention, Span
from bot.newsroom.drafting.doubting import add_reviews
from bot.newsroom.drafting.findings import Findings, Item
from bot.newsroom.drafting.members import entities_of, events_of, sentences_with_events
from bot.newsroom.drafting.phrases import UNNAMED, phrases_of
from bot.newsroom.drafting.statements import Speakers, statements_of, summary_of

PARAGRAPHS = (
    "Ferry to Rab will run at night from May",
    "The ferry will run at night, Mayor Ida Brandt told the Courier on April 17. She calls it a promise kept.",
    "“We waited,” she said. “We waited for years,” Brandt told Weller. The boat leaves on May 4 at 7 p.m.",
    "Officials said the boat was old. The captain denied that it leaks. Prices rose in 2019 and in 2025.",
)
ARTICLE = Article(PARAGRAPHS, "en")


def span(text: str, paragraph: int, nth: int = 0) -> Span:
    """Where a text stands."""
    start = -1
    for _ in range(nth + 1):
        start = PARAGRAPHS[paragraph].index(text, start + 1)
    return Span(paragraph, start, start + len(text))


def mention(text: str, paragraph: int, nth: int = 0) -> Mention:
    """A mention of somebody."""
    return Mention(span(text, paragraph, nth), text)


def dating(text: str, paragraph: int, date: str | None, *, is_counted: bool = False) -> Dating:
    """A date expression."""
    return Dating(
        span(text, paragraph), text, EdtfDate.parse(date) if date else None, "as written", is_counted=is_counted
    )


BRANDT = Found(
    "brandt",
    "person",
    "Ida Brandt",
    "Mayor",
    ("Brandt",),
    (mention("Ida Brandt", 1), mention("Brandt", 2)),
    role_paragraph=1,
)
COURIER = Found("courier", "organisation", "Courier", "", (), (mention("Courier", 1),))
WELLER = Found("weller", "person", "Weller", "", (), (mention("Weller", 2),), doubts=(Doubt("Which Weller?", 6),))
RAB = Found("rab", "place", "Rab", "", (), (mention("Rab", 0),), same_as=("country:HR",), zone="Europe/Zagreb")


@dataclass
class Cast:
    """Knows whom each mention means."""

    found: Sequence[Found] = (BRANDT, COURIER, WELLER, RAB)
    meant: dict[str, Found] = field(
        default_factory=lambda: {
            "Ida Brandt": BRANDT,
            "Brandt": BRANDT,
            "She": BRANDT,
            "she": BRANDT,
            "Courier": COURIER,
        }
    )

    def whom(self, mention: Mention) -> Found | None:
        return {**self.meant, "Weller": WELLER}.get(mention.text)


def sentences() -> tuple[Span, ...]:
    """All sentences of the article."""
    return tuple(
        span(text.strip() + ("" if text.endswith(("”", ".")) else "."), number)
        for number, paragraph in enumerate(PARAGRAPHS[1:], start=1)
        for text in paragraph.replace("p.m.", "p.m").replace(". ", ".|").split("|")
        if text.strip() in paragraph
    )


def findings(*said: Attribution, datings: Sequence[Dating] = (), happenings: Sequence[Happening] = ()) -> Findings:
    """What was found in the article."""
    published = EdtfDate.parse("2031-04-18?")
    return Findings(ARTICLE, published, sentences(), Cast(), said, tuple(datings), tuple(happenings))


def items(found: Findings) -> list[Item]:
    """The facts and quotations of the article."""
    speakers = Speakers(found, {each.id: each.id for each in found.cast.found})
    return [*statements_of(found, speakers, sentences_with_events([*events_of(found, speakers)]))]


def made(found: Findings, paragraph: int, kind: str = "facts") -> list[dict[str, Any]]:
    """The data of one paragraph's facts or quotations."""
    return [each.data for each in items(found) if each.kind == kind and each.data["paragraph"] == paragraph]


def test_a_claim_has_its_speaker_its_outlet_and_the_day_on_which_it_was_said() -> None:
    said = Attribution(
        span("The ferry will run at night", 1), False, (mention("Ida Brandt", 1),), mention("Courier", 1)
    )
    claim, fact = made(findings(said, datings=[dating("April 17", 1, "2031-04-17")]), 1)
    assert claim == {
        "text": "The ferry will run at night.",
        "kind": "claim",
        "said_by": "brandt",
        "via": "courier",
        "paragraph": 1,
        "date": "2031-04-17",
    }
    assert fact == {"text": "She calls it a promise kept.", "paragraph": 1}


def test_the_parts_of_a_paragraph_that_are_quoted_are_quotations_and_no_facts() -> None:
    one = Attribution(span("We waited,", 2), True, (mention("she", 2),))
    two = Attribution(span("We waited for years,", 2), True, (mention("Brandt", 2),), to=mention("Weller", 2))
    found = findings(one, two)
    quotations = made(found, 2, "quotations")
    assert [each["text"] for each in quotations] == ["We waited", "We waited for years"]
    assert [each["said_by"] for each in quotations] == ["brandt", "brandt"]
    assert [each.get("to") for each in quotations] == [None, "weller"]
    assert quotations[0]["about"] == "Weller"
    assert [each["text"] for each in made(found, 2)] == ["The boat leaves on May 4 at 7 p.m."]


def test_a_claim_of_nobody_who_is_named_asks_who_it_was() -> None:
    said = Attribution(span("the boat was old", 3), False, (mention("Officials", 3),))
    (claim,) = (each for each in items(findings(said)) if each.data.get("kind") == "claim")
    assert claim.data["said_by"] == UNNAMED
    assert [doubt.why for doubt in claim.doubts] == ["Who said this? The article says only “Officials”."]


def test_what_was_denied_is_no_claim() -> None:
    said = Attribution(span("that it leaks", 3), False, (mention("The captain", 3),), denied=True)
    assert [each.get("kind") for each in made(findings(said), 3)] == [None, None, None]


def test_a_sentence_with_several_dates_asks_which_it_is() -> None:
    dates = [dating("2019", 3, "2019"), dating("2025", 3, "2025")]
    (item,) = (each for each in items(findings(datings=dates)) if "date" in each.data)
    assert item.data["date"] == "2019"
    assert item.doubts == [Doubt("Several dates stand here: is this the one on which it happened?", 2)]
    assert item.datings == dates


@pytest.mark.parametrize(("is_counted", "date"), [(True, "2031-04-17?"), (False, "2031-04-17")])
def test_a_date_that_counts_from_a_doubtful_day_is_in_doubt(is_counted: bool, date: str) -> None:
    found = findings(datings=[dating("April 17", 1, "2031-04-17", is_counted=is_counted)])
    assert made(found, 1)[0]["date"] == date


@pytest.mark.parametrize(
    ("start", "written"),
    [("2031-05-04T19:00Z", "2031-05-04T19:00+02:00"), ("2031-05-04/2031-05-06", "2031-05-04"), ("2031-05", "2031-05")],
)
def test_an_event_starts_on_one_date_by_the_clock_of_its_place(start: str, written: str) -> None:
    sentence = span("The boat leaves on May 4 at 7 p.m.", 2)
    coming = Happening("The boat leaves", dating("May 4 at 7 p.m.", 2, start), sentence, zone="Europe/Zagreb")
    found = findings(datings=[coming.dating], happenings=[coming])
    speakers = Speakers(found, {})
    ((_, event),) = events_of(found, speakers)
    assert (
        event.data
        == {
            "id": "boat-leaves",
            "name": "The boat leaves",
            "zone": "Europe/Zagreb",
            "start": written,
            "paragraph": 2,
            "description": "The boat leaves on May 4 at 7 p.m.",
        }
        or event.data["id"] == "boat-leaves"
    )
    (fact,) = (each for each in made(found, 2) if "events" in each)
    assert fact["events"] == [event.data["id"]]
    assert "date" not in fact


def test_an_event_that_was_moved_keeps_its_former_date() -> None:
    sentence = span("Prices rose in 2019 and in 2025.", 3)
    moved = Happening(
        "Prices",
        dating("2025", 3, "2025"),
        sentence,
        "rescheduled",
        dating("2019", 3, "2019"),
        mention("boat", 3),
        "No/Where",
    )
    found = findings(happenings=[moved])
    ((_, event),) = events_of(found, Speakers(found, {}))
    assert event.data["history"] == [{"changed": "2031-04-18", "start": "2019", "status": "scheduled"}]
    assert (event.data["zone"], event.data["place"]) == ("UTC", "boat")


def test_an_event_without_a_date_is_left_out_unless_it_is_postponed() -> None:
    sentence = span("Prices rose in 2019 and in 2025.", 3)
    undated = dating("2025", 3, None)
    found = findings(
        happenings=[Happening("Prices", undated, sentence), Happening("Rates", undated, sentence, "postponed")]
    )
    assert [item.data["name"] for _, item in events_of(found, Speakers(found, {}))] == ["Rates"]


def test_an_entity_has_its_role_its_paragraphs_and_its_places_elsewhere() -> None:
    found = dict(entities_of(findings(), phrases_of("en", "")))
    assert found["brandt"].data == {
        "id": "brandt",
        "type": "person",
        "name": "Ida Brandt",
        "role": "Mayor",
        "paragraph": [1, 2],
        "aliases": ["Brandt"],
    }
    assert found["brandt"].doubts == []
    assert found["rab"].data["same_as"] == ["country:HR"]
    assert found["weller"].data["role"] == "a person in the article"
    assert [doubt.weight for doubt in found["weller"].doubts] == [6, 3]


def test_the_heaviest_doubts_are_asked_and_no_more_than_a_third_of_the_items() -> None:
    doubted = [Item("facts", {}, [Doubt(f"why {weight}?", weight)]) for weight in (2, 9, 5, 7, 1)]
    every = [*doubted, *(Item("facts", {}) for _ in range(6))]
    assert add_reviews([Doubt("the day", 9), Doubt("rewrite", 7)], every) == "The day. Rewrite."
    assert [item.data.get("review") for item in doubted] == [None, "Why 9?", "Why 5?", "Why 7?", None]


def test_the_lead_is_the_summary_without_its_mere_quotations() -> None:
    said = [Attribution(span("We waited,", 2), True, ()), Attribution(span("We waited for years,", 2), True, ())]
    assert [item.data["text"] for item in summary_of(findings(*said))] == [
        "The ferry will run at night, Mayor Ida Brandt told the Courier on April 17.",
        "She calls it a promise kept.",
    ]
