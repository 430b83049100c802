"""The index of a story finds its words, those of their roots and groups, and slips of them."""

from bot.core.asking.questions.index import Index, index_of, prepare
from bot.core.asking.questions.reading import read
from bot.core.stories.story import Story, parse_story
from tests.stories import synthetic


def _story(*facts: str) -> Story:
    return parse_story(
        {
            "slug": "pay",
            "status": "published",
            "headline": "Pay",
            "date": "2031-03-01",
            "credit": {"text": "Nobody"},
            "summary": [{"text": "It is about pay.", "paragraph": 1}],
            "entities": [{"id": "town", "type": "place", "name": "Town", "role": "A town", "paragraph": 1}],
            "facts": [{"text": fact, "paragraph": 1} for fact in facts],
        }
    )


def _found(story: Story, word: str) -> list[str]:
    index = Index(story)
    matched = index.match(read(f"what about the {word} there")[0].words)
    degrees = next(each.degrees for each in matched if word in each.word.text)
    return [index.evidence[number].text for number in sorted(degrees)]


def test_a_word_is_found_by_its_root() -> None:
    assert "The payer was late." in _found(_story("The payer was late.", "A boat sank."), "payments")


def test_words_in_a_row_are_found_only_in_a_row() -> None:
    in_a_row = "They had to get out of the hall."
    assert _found(_story(in_a_row, "They get a ball that was out."), "evacuate") == [in_a_row]


def test_a_misspelt_word_is_found() -> None:
    assert _found(_story("The gondolier sang.", "A boat sank."), "gondolire") == ["The gondolier sang."]


def test_stories_are_prepared_before_they_are_asked() -> None:
    story = synthetic(1)
    prepare([story])
    assert index_of(story) is index_of(story)
