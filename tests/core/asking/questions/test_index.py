"""Which statements have a word of a question: itself, a like word, one of its root, a slip of it, a name."""

from typing import Any

import pytest

from bot.core.asking.questions.index import Index, Matched, index_of, prepare
from bot.core.asking.questions.reading import read
from bot.core.stories.words import asked
from tests.stories import HARBOUR, harbour, synthetic


def match(line: str, *facts: str) -> tuple[Index, list[Matched]]:
    """The words of a line, in a harbour with these facts."""
    index = Index(harbour(facts=[{"text": text, "paragraph": 1} for text in facts]))
    return index, index.match(read(line)[0].words)


def degree(line: str, told: str) -> float:
    """How well a fact has the last word of a line."""
    index, matched = match(line, told)
    number = next(number for number, each in enumerate(index.evidence) if each.text == told)
    return matched[-1].degrees.get(number, 0.0)


def test_the_word_itself_is_better_than_a_like_word_or_one_of_its_root() -> None:
    itself = degree("who was dismissed", "She was dismissed.")
    like = degree("who was sacked", "She was dismissed.")
    related = degree("who is the payer", "A payment came.")
    assert 1.0 == itself > like > 0.5 >= related > 0.0
    assert degree("who was dismissed", "She stayed.") == 0.0


def test_a_like_word_counts_less_where_another_statement_has_the_word_itself() -> None:
    index, [matched] = match("who was sacked", "She was dismissed.", "He was sacked.")
    first, second = (number for number, each in enumerate(index.evidence) if "was" in each.text)
    assert matched.degrees[first] < degree("who was sacked", "She was dismissed.") < matched.degrees[second]


@pytest.mark.parametrize("slip", ["quadrile", "quadrlile", "qaudrille", "quadrilles"])
def test_a_slip_is_understood(slip: str) -> None:
    assert degree(f"who danced a {slip}", "They danced a quadrille.") > 0.7


def test_a_word_of_the_language_is_no_slip_of_another() -> None:
    assert degree("where is the house", "They ride a horse.") == 0.0
    assert degree("where is the hrse", "They ride a horse.") == 0.0  # too short to tell


def test_a_rare_word_weighs_more_than_a_common_or_a_light_one() -> None:
    _, words = match("did the bridge thing quake", "The bridge holds.", "The bridge quakes.", "The bridge is a thing.")
    weights = {each.word.text: each.weight for each in words}
    assert weights["quake"] > weights["bridge"] > 0
    assert weights["quake"] > weights["thing"]


def test_a_capital_that_the_story_lacks_is_an_unknown_name() -> None:
    def unknown(line: str) -> list[str]:
        return [each.word.text for each in match(line, "It holds.")[1] if each.unknown_name]

    assert unknown("did Leyla meet Messi?") == ["messi"]
    assert unknown("Messi scored") == []  # any word may begin a line so
    assert unknown("did Police come") == []  # a word of the language
    assert unknown("Did Penguins Attack The Boats") == []  # small words have one, too
    assert unknown("Did Donald John Quux meet Leyla Aydın?") == ["donald", "john", "quux"]
    assert unknown("did leyla meet messi?") == []


def test_the_newsrooms_questions_lead_to_their_statement() -> None:
    facts: list[dict[str, Any]] = [{**HARBOUR["facts"][0], "questions": ["Can a lorry of forty tonnes drive over it?"]}]
    index = Index(harbour(facts=facts))

    def listed(line: str) -> int | None:
        return index.listed(asked(line))

    number = listed("Can a lorry of forty tonnes drive over it?")
    assert number is not None
    assert index.evidence[number].text == HARBOUR["facts"][0]["text"]
    assert listed("can lorries of forty tonnes drive over it") == number
    assert listed("can a ferry pass under it?") is None
    assert listed("") is None
    assert Index(harbour()).listed(asked("how long is it?")) is None


def test_a_story_is_indexed_once() -> None:
    story = harbour()
    assert index_of(story) is index_of(story)
    assert index_of(harbour()) is not index_of(story)


def test_words_in_a_row_are_found_only_in_a_row() -> None:
    in_a_row, apart = "They had to get out of the hall.", "They get a ball that was out."
    assert degree("will they evacuate", in_a_row) > 0.5
    assert degree("will they evacuate", apart) == 0.0


def test_stories_are_prepared_before_they_are_asked() -> None:
    story = synthetic(1)
    prepare([story])
    assert index_of(story) is index_of(story)
