"""Every fault of a story file in one helpful sentence, at its line, all at once."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import ErrorDetails

from bot.newsroom import checking
from bot.newsroom.checking import check_bytes
from bot.newsroom.source import MOST_FAULTS
from tests.newsroom.written import STORY, problems, with_lines

FILE = Path("content/bridge/story.yaml")
CORRECTIONS = "corrections:\n  - id: one\n    date: 2031-03-02\n    text: It fell in 1987.\n"


def test_a_sound_file_is_a_story_named_after_its_folder() -> None:
    checked = check_bytes(STORY.encode(), FILE)
    assert checked.problems == ()
    assert checked.story
    assert (checked.story.slug, str(checked.story.facts[1].date)) == ("bridge", "1987")
    assert checked.story.entity("aydin").aliases == ("Лейла Айдын",)


def line_of(text: str, part: str) -> int:
    """The line on which a part of the text stands."""
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("    role: The engineer", "    rolle: x\n    role: y", "rolle", "unknown key “rolle”; did you mean “role”?"),
        ("headline: Bridge", "title: x\nheadline: Bridge", "title", "unknown key “title”; there are corrections, "),
        ("status: published", "slug: bridge\nstatus: published", "slug", "the folder's name is the story's slug"),
        ("    said_by: aydin\n    via", "    via", "- text: It", "a claim needs its speaker: add said_by"),
        (
            "    via: gazette",
            "    via: gazete",
            "via: gazete",
            "no id “gazete” under entities; did you mean “gazette”?",
        ),
        (
            "    via: gazette",
            "    via: the-gazette",
            "via: the",
            "“the-gazette” under entities; did you mean “gazette”?",
        ),
        ("    via: gazette", "    viia: gazette", "viia", "unknown key “viia”; did you mean “via”?"),
        ("    via: gazette", "    said-by: aydin", "said-by", "unknown key “said-by”; did you mean “said_by”?"),
        ("topics: [safety]", "topics: [xyz]", "topics: [xyz]", "no id “xyz” under topics; there is only “safety”"),
        ("about: [aydin]", "about: [gazette, putin]", "putin", "no id “putin” under entities"),
        (
            "name: Safety}",
            "name: Safety}\n  - {id: safety, name: x}",
            "- {id: safety, name: x",
            "“safety” stands more than",
        ),
        ("status: published", "status: publishd", "status", "must be draft, published or retracted; did you mean"),
        ("type: person", "type: 7", "type: 7", "“type” is “7”, but must be person, organisation, place or thing"),
        ("  - id: opening", "  - id: Opening Day!", "- id: Opening", "“Opening Day!” is not; write “opening-day”, say"),
        ("  - id: opening", f"  - id: {'x' * 21}", "- id: xxx", "“id” has 21 characters; at most 20 fit"),
        ("name: Opening", f"name: {'x' * 81}", "name: xxx", "“name” has 81 characters; at most 80 fit"),
        ("name: Opening", "name: ' '", "name: ' '", "“name” is empty; write a value, or delete the line"),
        ("name: Opening", "name:", "name:\n", "“name” is empty; write a value, or delete the line"),
        ("name: Opening", "name: [a, b]", "name: [a", "“name” must be one text, not a list"),
        ("name: Opening", "name: {a: b}", "name: {a", "“name” must be one text, not keys with values"),
        ("name: Opening", "name: '?!'", "name: '?!'", "“?!” has no letter or digit that a reader could type"),
        ("      - Лейла Айдын", "      - '•'", "- '•'", "“•” has no letter or digit"),
        ("    name: Opening\n", "", "- id: opening", "an event needs the key “name”"),
        ("    zone: Europe/Istanbul\n", "", "- id: opening", "needs the key “zone” (The IANA time zone of its place"),
        ("Europe/Istanbul", "Europe/Istambul", "zone:", "no time zone “Europe/Istambul”; did you mean Europe/Ista"),
        ("date: 2031-02-20", "date: 2031-02-30", "date: 2031-02-30", "“2031-02-30” is not in the calendar"),
        ("date: 1987", "date: in 1987", "date: in", "“in 1987” is not a date: write 2031, 2031-05"),
        ("date: 1987", "date: [1987]", "date: [", "“date” must be one text, not a list"),
        ("T19:00+03:00", "T19:00+02:00", "start:", "is not that of Europe/Istanbul then, which is +03:00"),
        ("    start: 2031-05-04T19:00+03:00\n", "", "- id: opening", "an event needs a start, unless it is postponed"),
        ("paragraph: [0, 2]", "paragraph: two", "paragraph: two", "must be a whole number from 0 to 9999, or a list"),
        ("paragraph: [0, 2]", "paragraph: [0, 10000]", "paragraph: [0, 1", "must be a whole number from 0 to 9999"),
        ("paragraph: [0, 2]", "paragraph: []", "paragraph: []", "“paragraph” needs at least one item"),
        ("outlets: [gazette]", "outlets: gazette", "outlets:", "“outlets” must be a list: [one, another], or an item"),
        ("topics:\n  - {id", "topics:\n  - other\n  - {id", "- other", "must be made of keys with values: id, name"),
        ("date: 2031-03-01", "date: 2031-03-01\nlanguage: English", "language", "a language tag such as en, sr or sr"),
        ("text: The bridge opens in May.", "text: The bridge", "- text: The bridge", "ends with a full stop"),
        ("date: 2031-03-01", "date: 2031-03-01\nleads: [P7D, xyz]", "leads", "“xyz” is no lead: write P7D, P1D, P0D"),
        ("date: 2031-03-01", "date: 2031-03-01\nleads: [2 hours]", "leads", "PT2H; did you mean “PT2H”?"),
        (
            "date: 2031-03-01",
            "date: 2031-03-01\nleads:\n  - P7D\n  - P400D",
            "- P400D",
            "“P400D”: a lead has at most 366",
        ),
        ("date: 2031-03-01", "date: 2031-03-01\nleads: P7D", "leads", "“leads” must be a list: [one, another], or an"),
        ("date: 2031-03-01", "date: 2031-03-01\nlead: [P7D]", "lead:", "unknown key “lead”; did you mean “leads”?"),
        ("    name: Opening", "    leads: [PT1M]\n    name: Opening", "leads", "“PT1M”: a lead in hours has 5 minutes"),
        ("    name: Opening", "    leads: [{a: b}]\n    name: Opening", "leads", "must be one text, not keys with val"),
        (
            "    date: 1987",
            "    date: 1987\n    events: [openin]",
            "events: [o",
            "no id “openin” under events; did you",
        ),
        (
            "    date: 1987",
            "    date: 1987\n    id: The Old One",
            "id: The",
            "“The Old One” is not; write “old-one”",
        ),
        (
            "    description: Tr",
            "    name: again\n    description: Tr",
            "name: again",
            "the key “name” stands here again",
        ),
    ],
)
def test_one_fault_gives_one_sentence_at_its_line(old: str, new: str, at: str, message: str) -> None:
    text = with_lines((old, new))
    ((line, found),) = problems(text)
    assert message in found
    assert line == line_of(text, at)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    facts: [felll]", "no id “felll” under facts; did you mean “fell”?"),
        ("    facts: [opening]", "no id “opening” under facts; there is only “fell”"),
        ("    events: [openin]", "no id “openin” under events; did you mean “opening”?"),
        ("    facts: fell", "“facts” must be a list: [one, another], or an item a line after “- ”"),
        ("    fact: [fell]", "unknown key “fact”; did you mean “facts”?"),
        ("  - {id: two, date: 2031-03-03}", "a correction needs the key “text” (The fault and what is right, "),
        ("  - {id: one, date: 2031-03-03, text: x}", "the id “one” stands more than once under corrections"),
        ("  - It fell", "an item of “corrections” must be made of keys with values: id, date, text"),
    ],
)
def test_a_fault_of_a_correction_is_told_at_its_line(line: str, message: str) -> None:
    text = with_lines(
        ("    date: 1987", "    date: 1987\n    id: fell"), ("quotations:", f"{CORRECTIONS}{line}\nquotations:")
    )
    ((number, found),) = problems(text)
    assert message in found
    assert number == line_of(text, f"{line}\n")


def test_a_correction_of_a_fact_without_an_id_is_told_that_no_fact_has_one() -> None:
    text = with_lines(("quotations:", f"{CORRECTIONS}    facts: [fell]\nquotations:"))
    message = "no id “fell” under facts; no fact has an id yet"
    assert problems(text) == [(line_of(text, "facts: [fell]"), message)]


def test_a_correction_may_name_facts_and_events() -> None:
    more = "    facts: [fell]\n    events: [opening]\n"
    text = with_lines(
        ("    date: 1987", "    date: 1987\n    id: fell"), ("quotations:", f"{CORRECTIONS}{more}quotations:")
    )
    assert problems(text) == []


def test_of_two_facts_with_the_same_id_the_second_is_named() -> None:
    text = with_lines(
        ("    date: 2031-02-20", "    date: 2031-02-20\n    id: fell"),
        ("    date: 1987", "    date: 1987\n    id: fell"),
    )
    line = line_of(text, "    date: 1987") + 1
    assert problems(text) == [(line, "the id “fell” stands more than once under facts")]


_CHANGES = """\
    history:
      - {id: storm, changed: 2031-03-01, status: scheduled}
      - {changed: 2031-03-02, status: postponed}
"""
_PARADE = """\
  - id: parade
    name: Parade
    zone: Europe/Istanbul
    start: 2031-05-05
    paragraph: 1
    description: A parade.
    history:
      - {id: storm, changed: 2031-03-03, status: scheduled}
"""


@pytest.mark.parametrize(
    ("before", "more", "kind"),
    [
        ("topics:\n", "  - {text: A., id: a, paragraph: 1}\n", "summary"),
        ("events:\n", "  - {text: b, id: a, said_by: aydin, about: B., paragraph: 1}\n", "quotations"),
    ],
)
def test_an_id_stands_once_among_the_statements_of_a_kind(before: str, more: str, kind: str) -> None:
    text = with_lines((before, f"{more}{more}{before}"))
    assert problems(text) == [(line_of(text, more) + 1, f"the id “a” stands more than once under {kind}")]


@pytest.mark.parametrize("more", ["      - {id: storm, changed: 2031-03-03, status: held}\n", _PARADE])
def test_an_id_stands_once_among_the_changes_of_all_events(more: str) -> None:
    text = f"{STORY}{_CHANGES}{more}"
    last = len(text.splitlines())
    assert problems(text) == [(last, "the id “storm” stands more than once under history")]


def test_the_same_id_in_lists_of_different_kinds_is_no_fault() -> None:
    text = with_lines(
        ("  - text: The bridge opens in May.\n", "  - text: The bridge opens in May.\n    id: aydin\n"),
        ("  - text: as safe as a church\n", "  - text: as safe as a church\n    id: aydin\n"),
        ("    date: 1987\n", "    date: 1987\n    id: aydin\n"),
    )
    assert problems(text) == []


def test_a_list_that_stands_out_of_order_is_told_its_order() -> None:
    changes = [f"      - {{changed: 2031-03-0{day}, status: scheduled}}\n" for day in (4, 1)]
    text = f"{STORY}    history:\n{''.join(changes)}"
    assert problems(text) == [(line_of(text, "    history:"), "the changes of an event stand oldest first")]


def test_every_fault_of_a_file_is_found_at_once() -> None:
    text = with_lines(
        ("    role: The engineer", "    role: The engineer\n    rolle: Engineer"),
        ("    via: gazette", "    via: gazete"),
        ("  - id: gazette", "  - id: aydin"),
        ("date: 2031-02-20", "date: 2031-02-30"),
        ("    zone: Europe/Istanbul\n", ""),
        ("    said_by: aydin\n    about", "    said_by:\n    about"),
    )
    kinds = ("no id “gazette”", "rolle", "more than once", "“gazete”", "calendar", "“said_by” is empty", "“zone”")
    assert [kind for (_, message), kind in zip(problems(text), kinds, strict=True) if kind not in message] == []


def test_the_summary_holds_at_most_five_sentences() -> None:
    more = "  - {text: One more., paragraph: 1}\n" * 5
    assert problems(with_lines(("topics:\n", f"{more}topics:\n"))) == [(7, "“summary” has 6 items; at most 5 fit")]


@pytest.mark.parametrize("slug", ["Moscow Visit", "moscow_visit", "-", "x" * 25, "москва", "a--b", "bridge\n"])
def test_the_name_of_a_folder_must_be_a_slug(slug: str) -> None:
    ((line, message),) = problems(STORY, slug)
    assert line == 1
    assert "takes lower-case letters a-z, digits and single hyphens, at most 24 characters" in message


def test_a_folder_with_a_bad_name_gets_a_better_one() -> None:
    assert "rename it, to “moscow-visit” say" in problems(STORY, "Moscow Visit")[0][1]
    assert "rename it, to “moskva” say" in problems(STORY, "Москва")[0][1]


def test_an_empty_story_is_told_every_key_that_it_needs() -> None:
    needed = re.findall(r"“(\w+)”", " ".join(message for _, message in problems("language: en\n")))
    assert needed == ["credit", "date", "entities", "facts", "headline", "status", "summary"]


def anything(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Data of any shape, of the keys of a story and others."""
    keys = st.sampled_from(
        [
            "entities",
            "facts",
            "events",
            "leads",
            "corrections",
            "id",
            "about",
            "said_by",
            "start",
            "zone",
            "kind",
            "topics",
            "questions",
            "history",
            "date",
            "slug",
            "x",
        ]
    )
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )


@given(
    st.dictionaries(
        st.sampled_from(["entities", "facts", "events", "summary", "quotations", "date", "leads", "corrections"]),
        anything(st.text(max_size=9)),
    )
)
def test_any_data_is_a_story_or_problems(data: dict[str, Any]) -> None:
    checked = check_bytes(yaml.safe_dump(yaml.safe_load(STORY) | data, allow_unicode=True).encode(), FILE)
    assert (checked.story is None) == bool(checked.problems)
    assert all("\n" not in str(problem) and problem.line >= 1 for problem in checked.problems)


@given(st.binary(max_size=200), st.integers(0, len(STORY.encode())))
def test_any_bytes_in_a_story_are_a_story_or_problems(junk: bytes, at: int) -> None:
    raw = STORY.encode()
    checked = check_bytes(raw[:at] + junk + raw[at:], FILE)
    assert (checked.story is None) == bool(checked.problems)


@pytest.mark.parametrize(
    "part", ["  - x\n", "  -\n", "  - {text: x, paragraph: 1, topics: [y]}\n", "  - {text: x, paragraph: 1, kk: y}\n"]
)
def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(part: str) -> None:
    text = STORY.replace("quotations:", f"{part * 250}quotations:")
    told = problems(text)
    first = line_of(text, part)
    assert [line for line, _ in told] == [*range(first, first + MOST_FAULTS), first + MOST_FAULTS]
    assert told[-1][1] == "… and 150 more things are wrong from here on"


def test_that_more_is_wrong_is_told_last_though_all_stands_on_one_line() -> None:
    told = problems(STORY.replace("about: [aydin]", f"about: [{','.join(f'x{n}' for n in range(250))}]"))
    assert len(told) == MOST_FAULTS + 1
    assert told[-1][1] == "… and 150 more things are wrong from here on"


def test_only_what_is_told_is_put_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    described: list[ErrorDetails] = []

    def describe(error: ErrorDetails) -> str:
        described.append(error)
        return str(error["loc"])

    monkeypatch.setattr(checking, "describe", describe)
    problems(STORY.replace("quotations:", "  - x\n" * 5_000 + "quotations:"))
    assert len(described) == MOST_FAULTS + 1


def test_more_faults_than_a_story_has_parts_are_counted_and_not_listed() -> None:
    (problem,) = problems(STORY.replace("quotations:", "  - {}\n" * 10_000 + "quotations:"))
    assert problem == (1, "20,000 things are wrong here, too many to list: this is hardly a story")


def test_many_of_one_id_are_told_but_for_the_first() -> None:
    part = "  - {id: aydin, type: thing, name: Thing, role: x, paragraph: 1}\n"
    text = STORY.replace("facts:", f"{part * 3}facts:", 1)
    first = line_of(text, part)
    assert [line for line, _ in problems(text)] == [first, first + 1, first + 2]


TIME, DAY = "    start: 2031-05-04T19:00+03:00", "    start: 2031-05-04"
OWN = "    leads:\n      - P1D\n      - PT2H\n    name: Opening"


@pytest.mark.parametrize("start", [DAY, "    start: 2031-05"])
def test_hours_before_an_event_without_a_time_are_pointed_out(start: str) -> None:
    text = with_lines(("    name: Opening", OWN), (TIME, start))
    assert problems(text) == [
        (
            line_of(text, "- PT2H"),
            "“PT2H” before this event never comes, as its start has no time: give it one, or write a lead in days",
        )
    ]


@pytest.mark.parametrize(
    "changes",
    [
        (("    name: Opening", OWN),),
        (("    name: Opening", OWN), (TIME, "    status: postponed")),
        (("    name: Opening", OWN), (TIME, f"{DAY}\n    status: cancelled")),
        (("date: 2031-03-01", "date: 2031-03-01\nleads: [P1D, PT2H]"), (TIME, DAY)),  # for events that have a time
    ],
)
def test_hours_before_an_event_that_has_or_may_get_a_time_are_none(changes: tuple[tuple[str, str], ...]) -> None:
    assert problems(with_lines(*changes)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    kind: background", "    kind: background\n    key: maybe", "“key” is “maybe”, but must be true or false"),
        ("    kind: background", "    kind: background\n    key: [x]", "“key” must be one text, not a list"),
        ("    kind: background", "    kind: [background]", "“kind” must be one text, not a list"),
    ],
)
def test_a_value_of_another_kind_is_told_in_plain_words(old: str, new: str, message: str) -> None:
    assert message in [told for _, told in problems(with_lines((old, new)))]
