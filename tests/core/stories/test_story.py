"""What makes a story."""

import copy
from typing import Any

import pytest
from pydantic import ValidationError

from bot.core.asking.commands import COMMANDS
from bot.core.stories.event import Place
from bot.core.stories.fields import ID_LENGTH, SLUG_LENGTH
from bot.core.stories.leads import DEFAULT_LEADS, read_leads
from bot.core.stories.story import parse_story, restore_story
from tests.stories import HARBOUR, harbour, seasons

CORRECTION = {"id": "one", "date": "2031-03-02", "text": "The bridge has 900 metres, and not 800."}
CALLBACK_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton


def changed(path: str, value: object) -> dict[str, Any]:
    """The story of the harbour with one thing changed: `facts.1.said_by`; None takes it away."""
    data: Any = copy.deepcopy(HARBOUR)
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return dict(data)


def errors(path: str, value: object) -> list[tuple[str, str]]:
    """The places and kinds of what is wrong after that change."""
    with pytest.raises(ValidationError) as caught:
        parse_story(changed(path, value))
    return [(".".join(map(str, error["loc"])), error["type"]) for error in caught.value.errors()]


class Counted(str):
    """An id that counts how often ids are looked up."""

    __slots__ = ()
    looks = 0

    def __hash__(self) -> int:
        Counted.looks += 1
        return super().__hash__()

    __eq__ = str.__eq__


def test_every_id_is_looked_up_a_few_times_however_many_there_are() -> None:
    data = copy.deepcopy(HARBOUR)
    ids = [Counted(f"thing-{number}") for number in range(1_000)]
    data["entities"] += [{"id": each, "type": "thing", "name": "x", "role": "x", "paragraph": 1} for each in ids]
    Counted.looks = 0
    parse_story(data)
    assert Counted.looks <= 5 * len(ids)


def test_of_many_dangling_references_none_carries_all_the_ids_anew() -> None:
    with pytest.raises(ValidationError) as caught:
        parse_story(changed("facts.0.about", ["x", "y", "z"]))
    assert len({id(error["ctx"]["valid"]) for error in caught.value.errors()}) == 1


def test_a_story_knows_its_entities_and_events_by_id() -> None:
    story = parse_story(HARBOUR)
    assert story.entity("aydin").name == "Leyla Aydın"
    assert story.entity("aydin").names[:2] == ("Leyla Aydın", "aydin")
    assert story.event("opening").place == Place(text="Istanbul")
    with pytest.raises(KeyError):
        story.entity("nobody")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "//example.org",
        "https://",
        "https:///path",
        "https://a b.org",
        "https://reader:secret@example.org",
        "https://[::1",
        "https://example.org:x/",
        'https://example.org/"onload="',
        "https://example.org/<b>",
    ],
)
def test_a_link_is_one_that_readers_can_open(link: str) -> None:
    assert errors("source", {"url": link}) == [("source.url", "link")]
    assert parse_story(changed("source", {"url": "https://example.org/a?b=c#d"})).source


def test_a_new_key_in_its_short_form_is_written_as_before() -> None:
    written = parse_story(changed("facts.1.said_by", ["aydin"]))
    assert written.version == parse_story(changed("facts.1.said_by", "aydin")).version == harbour().version
    placed = parse_story(changed("events.0.place", {"text": "Istanbul"}))
    assert placed.version == harbour().version
    several = parse_story(changed("facts.1.said_by", ["aydin", "ferries"]))
    assert restore_story(several.snapshot) == several


@pytest.mark.parametrize(
    ("path", "value", "place", "kind"),
    [
        ("headline", None, "headline", "missing"),
        ("headline", "x" * 201, "headline", "string_too_long"),
        ("leads", ["P1D"] * 25, "leads", "too_long"),
        ("events.0.leads", ["P1D"] * 25, "events.0.leads", "too_long"),
        ("events", [{**HARBOUR["events"][0], "id": f"e{n}"} for n in range(1_001)], "events", "too_long"),
        ("summary", [], "summary", "too_short"),
        ("status", "live", "status", "literal_error"),
        ("slug", "Harbour Bridge", "slug", "string_pattern_mismatch"),
        ("slug", "x" * (SLUG_LENGTH + 1), "slug", "string_too_long"),
        ("language", "English", "language", "string_pattern_mismatch"),
        ("date", "2031-02-30", "date", "edtf_date"),
        ("topics.1.id", "1st", "topics.1.id", "string_pattern_mismatch"),
        ("topics.1.id", "Money", "topics.1.id", "string_pattern_mismatch"),
        ("topics.1.id", "x" * (ID_LENGTH + 1), "topics.1.id", "string_too_long"),
        ("entities.0.name", "?!", "entities.0.name", "untypable"),
        ("entities.0.aliases", ["•"], "entities.0.aliases.0", "untypable"),
        ("entities.0.rolle", "Engineer", "entities.0.rolle", "extra_forbidden"),
        ("entities.0.paragraph", -1, "entities.0.paragraph.0", "greater_than_equal"),
        ("facts.0.about", ["brigde"], "facts.0.about.0", "dangling"),
        ("facts.0.topics", ["bridge"], "facts.0.topics.0", "dangling"),
        ("facts.0.kind", "claim", "facts.0.said_by", "speaker"),
        ("facts.1.said_by", None, "facts.1.said_by", "speaker"),
        ("credit.outlets", ["nobody"], "credit.outlets.0", "dangling"),
        ("quotations.0.text", "x" * 401, "quotations.0.text", "string_too_long"),
        ("quotations.0.text", "“so it is”", "quotations.0.text", "marked"),
        ("quotations.0.text", '"so it is"', "quotations.0.text", "marked"),
        ("events.0.zone", "Europe/Sarajewo", "events.0.zone", "zone"),
        ("events.0.zone", None, "events.0.zone", "missing"),
        ("events.0.start", None, "events.0.start", "start"),
        ("events.0.start", "2031-05-04T19:00+02:00", "events.0.start", "offset"),
        ("events.0.start", "2031/..", "events.0.start", "span"),
        ("events.0.status", "maybe", "events.0.status", "literal_error"),
        ("events.0.place", {"text": "Istanbul", "paragraph": -1}, "events.0.place.paragraph.0", "greater_than_equal"),
        ("facts.1.said_by", ["aydin", "nobody"], "facts.1.said_by.1", "dangling"),
        ("facts.1.said_by", [], "facts.1.said_by", "speaker"),
        ("source", {"url": "ftp://example.org"}, "source.url", "link"),
        ("source", {"picture": {"credit": "Gazette"}}, "source.picture.url", "missing"),
        ("retraction", {"reason": "It was made up."}, "retraction", "retraction"),
    ],
)
def test_each_fault_is_found_at_its_place(path: str, value: object, place: str, kind: str) -> None:
    assert errors(path, value) == [(place, kind)]


@pytest.mark.parametrize(
    ("path", "value", "place", "kind"),
    [
        ("facts.0.events", ["openin"], "facts.0.events.0", "dangling"),
        ("facts.0.id", "Long Bridge", "facts.0.id", "string_pattern_mismatch"),
        ("events.0.leads", ["P7D", "soon"], "events.0.leads.1", "lead"),
        ("leads", ["PT1M"], "leads.0", "lead"),
        ("leads", "P7D", "leads", "tuple_type"),
        ("corrections", [{**CORRECTION, "facts": ["length"]}], "corrections.0.facts.0", "dangling"),
        ("corrections", [{**CORRECTION, "events": ["openin"]}], "corrections.0.events.0", "dangling"),
        ("corrections", [{**CORRECTION, "date": "today"}], "corrections.0.date", "edtf_date"),
        ("corrections", [{"id": "one", "date": "2031-03-02"}], "corrections.0.text", "missing"),
    ],
)
def test_each_fault_of_leads_and_corrections_is_found_at_its_place(
    path: str, value: object, place: str, kind: str
) -> None:
    assert errors(path, value) == [(place, kind)]


def test_a_correction_names_facts_and_events_by_their_ids() -> None:
    data = changed("facts.0.id", "length")
    data["corrections"] = [{**CORRECTION, "facts": ["length"], "events": ["opening"]}]
    (correction,) = parse_story(data).corrections
    assert (correction.facts, correction.events) == (("length",), ("opening",))


def test_equal_ids_of_facts_and_of_corrections_are_named_but_a_fact_needs_none() -> None:
    assert parse_story(HARBOUR).facts[0].id is None
    assert errors("corrections", [CORRECTION, CORRECTION]) == [
        ("corrections.0.id", "duplicate"),
        ("corrections.1.id", "duplicate"),
    ]
    data = changed("facts.0.id", "length")
    data["facts"][1]["id"] = "length"
    with pytest.raises(ValidationError, match="the id “length” stands more than once under facts"):
        parse_story(data)


def test_an_event_has_the_storys_leads_unless_it_has_its_own() -> None:
    story = seasons()
    assert story.leads_of(story.event("spring")) == read_leads("P7D,P1D,P0D")
    assert story.leads_of(story.event("concert")) == read_leads("P7D,P1D,P0D,PT2H")


def test_a_story_without_leads_has_the_usual_ones() -> None:
    story = harbour()
    assert story.leads_of(story.event("opening")) == DEFAULT_LEADS


def test_leads_come_longest_first_and_once_and_an_event_may_have_none() -> None:
    story = harbour(leads=["PT2H", "P0D", "P7D", "P1W"])
    assert story.leads_of(story.event("opening")) == read_leads("P7D,PT2H,P0D")
    story = parse_story(changed("events.0.leads", []))
    assert story.leads_of(story.event("opening")) == ()


def test_both_of_two_equal_ids_are_named() -> None:
    found = errors("topics.1.id", "safety")
    assert {("topics.0.id", "duplicate"), ("topics.1.id", "duplicate")} <= set(found)


def test_a_text_is_one_line() -> None:
    story = parse_story(changed("facts.0.text", "One line,\n\nand\tanother."))
    assert story.facts[0].text == "One line, and another."


def test_an_event_may_lack_a_start_while_it_is_postponed() -> None:
    data = changed("events.0.start", None)
    data["events"][0]["status"] = "postponed"
    assert parse_story(data).event("opening").start is None


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("2031-07-04T19:00+02:00", "Europe/Sarajevo"),
        ("2031-12-04T19:00+01:00", "Europe/Sarajevo"),
        ("2031-12-04T19:00Z", "Europe/London"),
        ("2022-10-30T02:30+02:00", "Europe/Sarajevo"),
        ("2022-10-30T02:30+01:00", "Europe/Sarajevo"),  # the hour that comes twice has both
        ("9998-12-31T23:00+14:00", "Pacific/Kiritimati"),
    ],
)
def test_an_offset_that_is_the_zones_own_is_taken(start: str, zone: str) -> None:
    data = changed("events.0.start", start)
    data["events"][0]["zone"] = zone
    assert str(parse_story(data).event("opening").start) == start


def test_an_hour_that_the_clocks_skip_is_no_time() -> None:
    for offset in ("+01:00", "+02:00"):
        data = changed("events.0.start", f"2031-03-30T02:30{offset}")
        data["events"][0]["zone"] = "Europe/Sarajevo"
        with pytest.raises(ValidationError, match="is never on the clocks of Europe/Sarajevo"):
            parse_story(data)


def test_the_changes_of_an_event_stand_oldest_first_and_count_its_revisions() -> None:
    former = [{"changed": day, "status": "scheduled", "start": "2031-04-01"} for day in ("2031-01-02", "2031-02-03")]
    assert parse_story(changed("events.0.history", former)).event("opening").revision == 2
    assert errors("events.0.history", former[::-1]) == [("events.0.history", "order")]


def test_a_paragraph_may_be_one_or_several_numbers_as_text_too() -> None:
    assert parse_story(changed("facts.0.paragraph", "3")).facts[0].paragraph == (3,)
    assert parse_story(changed("facts.0.paragraph", [0, "12"])).facts[0].paragraph == (0, 12)


@pytest.mark.parametrize("broken", [{}, {"entities": 5, "events": [1, {"id": []}], "topics": {"id": "x"}}])
def test_data_of_any_shape_is_refused_by_pydantic_alone(broken: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        parse_story(broken)


def test_every_command_with_a_story_an_id_and_a_page_fits_a_button() -> None:
    longest = max(len(f"{command.name} {'s' * SLUG_LENGTH}/{'i' * ID_LENGTH} 999") for command in COMMANDS)
    assert longest <= CALLBACK_BYTES


def test_corrections_stand_oldest_first() -> None:
    later = {"id": "b", "date": "2031-03-03", "text": "It is 910 metres."}
    earlier = {"id": "a", "date": "2031-03-02", "text": "It is 905 metres."}
    assert [each.id for each in harbour(corrections=[earlier, later]).corrections] == ["a", "b"]
    with pytest.raises(ValidationError, match="oldest first"):
        harbour(corrections=[later, earlier])


def test_a_copy_with_other_values_works_out_its_own() -> None:
    story = harbour()
    assert {event.id for event in story.changed_events} == {"regatta", "concert", "parade"}
    assert story.version
    copy = story.model_copy(update={"events": story.events[:1]})
    assert copy.changed_events == ()
    assert copy.version != story.version
    assert copy.find_event("regatta") is None
