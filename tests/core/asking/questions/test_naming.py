"""Which names stand in a question: whole, a person's by one word, of events; and which statements are about them."""

from typing import Any

import pytest

from bot.core.asking.questions.index import Index
from bot.core.asking.questions.reading import read
from bot.core.stories.story import Story
from tests.stories import HARBOUR, court, harbour


def mentioned(story: Story, line: str) -> tuple[set[str], set[str]]:
    """The ids of the entities and events that a line names."""
    index, [question] = Index(story), read(line)
    found = index.names.mentioned(question.words)
    return set(found.entities), {index.names.event_ids[number] for number in found.events}


@pytest.mark.parametrize(
    ("line", "entities", "events"),
    [
        ("who is Leyla Aydın?", {"aydin"}, set()),
        ("who is aydin", {"aydin"}, set()),
        ("did LEYLA speak to the Harbour Gazette?", {"aydin", "gazette"}, set()),
        ("when is the opening of the bridge?", set(), {"opening"}),
        ("how long is the harbour bridge", {"bridge"}, set()),
        ("when is the harbour?", set(), set()),  # of a thing's name no part is enough
        ("what about penguins", set(), set()),
    ],
)
def test_what_a_question_names(line: str, entities: set[str], events: set[str]) -> None:
    assert mentioned(harbour(), line) == (entities, events)


def test_the_lawyer_of_somebody_is_not_meant_by_that_name() -> None:
    assert mentioned(court(), "what does Karrow say?") == ({"karrow"}, set())
    assert mentioned(court(), "what does Karrow's lawyer say?") == ({"wynne"}, set())


def test_a_town_is_not_its_mayor() -> None:
    assert mentioned(court(), "tell me about Tarnwick") == ({"tarnwick"}, set())
    assert "holmgaard" in mentioned(court(), "who is the mayor of Tarnwick")[0]


def test_a_name_that_two_people_share_means_both() -> None:
    brother: dict[str, Any] = {**HARBOUR["entities"][0], "id": "brother", "name": "Emre Aydın"}
    story = harbour(entities=[*HARBOUR["entities"], brother])
    assert mentioned(story, "what did Aydın say?")[0] == {"aydin", "brother"}
    assert mentioned(story, "what did Emre Aydın say?")[0] == {"brother"}


def test_each_word_of_a_name_leads_to_what_is_about_it() -> None:
    index = Index(harbour())
    [question] = read("did Leyla Aydın speak?")
    found = index.names.statements(question.words)
    leyla, aydin = question.words[:2]
    assert found[id(leyla)] == found[id(aydin)] == index.names.about["aydin"]
    assert all("aydin" in index.evidence[number].about for number in found[id(leyla)])


def test_the_one_whom_most_is_about_comes_first() -> None:
    assert Index(court()).names.persons[0] == "karrow"
