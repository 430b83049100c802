"""Reviews: what a draft still asks its editor; a check lists them, and a published story has none."""

from pathlib import Path

import pytest

from bot.core.stories.story import parse_story, restore_story
from bot.newsroom.newsroom import check_stories
from bot.newsroom.reviews import reviews_in
from bot.newsroom.source import read_source
from tests.newsroom.test_checking import line_of
from tests.newsroom.written import problems, with_lines, write
from tests.stories import HARBOUR, harbour

EVERYWHERE = (
    ("status: published", "status: draft\nreview: Is this news?"),
    ("  text: Reporting by", "  review: Whose?\n  text: Reporting by"),
    ("  - text: The bridge opens in May.", "  - review: When in May?\n    text: The bridge opens in May."),
    ("{id: safety, name", "{review: Money too?, id: safety, name"),
    ("  - id: aydin", "  - review: A doctor?\n    id: aydin"),
    ("  - text: An older", "  - review: Or burnt?\n    text: An older"),
    ("  - text: as safe", "  - review: Who heard it?\n    text: as safe"),
    ("  - id: opening", "  - review: Which zone?\n    id: opening"),
)


def test_a_check_lists_the_reviews_of_a_draft_at_their_lines_and_finds_no_fault(tmp_path: Path) -> None:
    text = with_lines(*EVERYWHERE)
    report = check_stories(write(tmp_path / "bridge", text))
    assert [each.slug for each in report.stories] == ["bridge"]
    assert all(problem.is_warning for problem in report.problems)
    told = [(problem.line, problem.message) for problem in report.problems]
    asked = [change.partition("review: ")[2].partition("\n")[0].partition(",")[0] for _, change in EVERYWHERE]
    assert told == [(line_of(text, f"review: {why}"), f"review: {why}") for why in asked]


@pytest.mark.parametrize("status", ["published", "retracted"])
def test_a_published_story_with_a_review_is_an_error_at_its_line(status: str) -> None:
    text = with_lines(*EVERYWHERE).replace("status: draft", f"status: {status}")
    found = problems(text)
    assert len(found) == len(EVERYWHERE)
    assert found[0] == (2, "a published story has no open review: settle it and delete the line (Is this news?)")


def test_a_review_is_one_line_of_text() -> None:
    ((line, message),) = problems(with_lines(("status: published", "status: draft\nreview: [a, b]")))
    assert (line, message) == (2, "“review” must be one text, not a list")


def test_no_snapshot_and_no_version_knows_a_review() -> None:
    facts = [{**each, "review": "Secret doubt"} for each in HARBOUR["facts"]]
    events = [{**each, "review": "Secret doubt"} for each in HARBOUR["events"]]
    reviewed = harbour(status="draft", review="Secret doubt", facts=facts, events=events)
    plain = harbour(status="draft")
    assert reviewed.facts[0].review == "Secret doubt"
    assert "Secret" not in reviewed.snapshot
    assert (reviewed.snapshot, reviewed.version) == (plain.snapshot, plain.version)
    assert restore_story(reviewed.snapshot) == plain


def test_reviews_are_found_in_any_data() -> None:
    data = {"review": "one", "facts": [{"review": "two", "text": "review"}, "review", {"review": ["three"]}], "n": None}
    assert list(reviews_in(data)) == [(("review",), "one"), (("facts", 0, "review"), "two")]
    assert list(reviews_in(read_source(b"- review: x").data)) == []


@pytest.mark.parametrize("names", [["country:BA"], ["geonames:3191281", "country:HR"], []])
def test_an_entity_may_name_its_place_elsewhere(names: list[str]) -> None:
    entities = [{**each, "same_as": names} for each in HARBOUR["entities"]]
    story = parse_story({**HARBOUR, "entities": entities})
    assert story.entities[0].same_as == tuple(names)
    assert ('"same_as"' in story.snapshot) == bool(names)
    assert restore_story(story.snapshot) == story


@pytest.mark.parametrize(
    "name", ["country:Bosnia", "country:ba", "geonames:0", "geonames:x", "Q42", "geonames:12345678901"]
)
def test_a_name_elsewhere_of_another_form_is_a_fault(name: str) -> None:
    text = with_lines(("    name: Leyla Aydın", f"    name: Leyla Aydın\n    same_as: ['{name}']"))
    ((line, message),) = problems(text)
    assert line == line_of(text, "same_as")
    assert message == f"“{name}” is none of the names elsewhere: write country:BA (ISO 3166) or geonames:3191281"
