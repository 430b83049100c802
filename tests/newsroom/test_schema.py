"""The JSON Schema that editors use agrees with the check."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from bot.newsroom.schema import story_schema
from tests.newsroom.written import STORY, with_lines


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(text: str) -> list[str]:
    """Where an editor would draw a red line."""
    data: Any = yaml.load(text, EditorLoader)
    found = Draft7Validator(story_schema()).iter_errors(data)
    return sorted("/".join(map(str, error.absolute_path)) for error in found)


def test_the_schema_is_sound_in_both_dialects_that_editors_know() -> None:
    Draft7Validator.check_schema(story_schema())
    Draft202012Validator.check_schema(story_schema())


def test_a_sound_story_pleases_the_editor() -> None:
    assert complaints(STORY) == []


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("status: published", "status: live", ["status"]),
        ("    role: The engineer\n", "", ["entities/0"]),
        ("    role: The engineer", "    rolle: The engineer", ["entities/0", "entities/0"]),
        ("status: published", "status: published\nslug: bridge", [""]),
        ("paragraph: [0, 2]", "paragraph: two", ["entities/1/paragraph"]),
        ("paragraph: [0, 2]", "paragraph: []", ["entities/1/paragraph"]),
        ("paragraph: [0, 2]", "paragraph: -1", ["entities/1/paragraph"]),
        ("date: 1987", "date: in 1987", ["facts/1/date"]),
        ("    via: gazette", "    via:", ["facts/0/via"]),
        ("id: opening", "id: Opening", ["events/0/id"]),
        ("date: 1987", "date: 1987\n    questions: When?", ["facts/1/questions"]),
        ("date: 1987", f"date: 1987\n    questions: {['When?'] * 11}", ["facts/1/questions"]),
        ("date: 1987", f"date: 1987\n    questions: ['{'w' * 201}']", ["facts/1/questions/0"]),
        ("id: opening", 'id: opening\n    questions: ["When?"]', []),
    ],
)
def test_a_fault_is_seen_where_it_is(old: str, new: str, places: list[str]) -> None:
    assert complaints(with_lines((old, new))) == places


def test_the_schema_explains_the_keys() -> None:
    schema = story_schema()
    assert "slug" not in schema["properties"]
    assert schema["$defs"]["Event"]["properties"]["zone"]["description"].startswith("The IANA time zone")
    assert schema["$defs"]["Fact"]["properties"]["paragraph"]["description"].startswith("The article's paragraph")
