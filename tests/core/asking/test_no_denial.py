"""No word that a story holds is denied, however it is asked for; the words are taken from the story's own structure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from bot.core.asking.questions.reading import read
from bot.core.stories.stems import stem
from bot.core.stories.story import Story
from bot.core.stories.words import Kind, spellings, stems_of, texts_of
from bot.core.wording.cards import Card
from tests.asking import Asker, labels, text
from tests.stories import court, harbour, recall, seasons
from tests.test_content import ARTICLE, STORY, needs_article

LONG = 10_000
WAYS = ("{}", "/ask what about {}?", "tell me about {}", "/who {}", "/facts {}", "/quotes {}", "/when {}")
REFUSALS = {
    "I did not understand",
    "No quotations",
    "No such event",
    "No such name",
    "No such words",
    "Not in this story",
    "Nothing about that",
    "The nearest in the story",
    "The story does not say",
}


def words_of(story: Story) -> Iterator[str]:
    """Each content word of each entity, topic, event, fact, quotation and sentence of the summary."""
    yield from dict.fromkeys(word for _, texts in texts_of(story) for each in texts for word in spellings(each, LONG))


def cited_words(story: Story) -> Iterator[str]:
    """Each content word of the article that stands in a cited paragraph and, by its stem, in what cites it."""
    paragraphs = ARTICLE.read_text(encoding="utf-8").split("\n\n")
    lists: Mapping[Kind, Sequence[Any]] = {
        Kind.ENTITY: story.entities,
        Kind.EVENT: story.events,
        Kind.FACT: story.facts,
        Kind.QUOTATION: story.quotations,
        Kind.SENTENCE: story.summary,
    }
    for part, texts in texts_of(story):
        held = stems_of(texts)
        for number in lists[part.kind][part.number].paragraph if part.kind in lists else ():
            yield from (word for word in spellings(paragraphs[number], LONG) if stem(word) in held)


def is_denied(card: Card) -> bool:
    """True if the card refuses, or leads nowhere."""
    return card.title in REFUSALS or not (card.citations or card.buttons)


async def denied(story: Story, words: Iterable[str]) -> list[str]:
    asker = Asker(story)
    lines = [way.format(word) for word in dict.fromkeys(words) for way in WAYS if word.isalpha() or way == WAYS[0]]
    return [line for line in lines if is_denied(await asker.ask(line))]


@pytest.mark.parametrize("story", [STORY, harbour(), seasons(), court(), recall()], ids=lambda story: story.slug)
async def test_no_word_of_a_story_is_denied(story: Story) -> None:
    assert await denied(story, words_of(story)) == []


@needs_article
async def test_no_word_of_the_article_that_a_statement_rests_on_is_denied() -> None:
    words = set(cited_words(STORY))
    assert len(words) > 100
    assert await denied(STORY, words) == []


@pytest.mark.parametrize("story", [STORY, harbour(), seasons(), court(), recall()], ids=lambda story: story.slug)
async def test_what_is_no_name_is_shown_where_it_stands(story: Story) -> None:
    asker = Asker(story)
    names = stems_of(name for entity in story.entities for name in entity.names)
    names |= stems_of(name for event in story.events for name in event.names)
    names |= stems_of(name for topic in story.topics for name in (topic.name, topic.id))
    for word in words_of(story):
        if stem(word) not in names and word.isalpha():
            card = await asker.ask(word)
            assert {word, stem(word)} & stems_of([text(card), *labels(card)]), word


@pytest.mark.parametrize("story", [harbour(), seasons()], ids=lambda story: story.slug)
async def test_no_three_words_in_a_row_are_denied(story: Story) -> None:
    rows = [each.split() for _, texts in texts_of(story) for each in texts]
    lines = {" ".join(row[start : start + 3]) for row in rows for start in range(len(row) - 2)}
    asker = Asker(story)
    lines = {line for line in lines if spellings(line) and all(each.terse for each in read(line))}  # that ask nothing
    assert [line for line in lines if is_denied(await asker.ask(line))] == []
