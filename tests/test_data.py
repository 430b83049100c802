"""The data of the tests: stories in files, and questions about them."""

from collections import Counter
from itertools import chain

import pytest

from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.words import content
from tests.questions import KINDS, REASONS, find_statement, questions, stories
from tests.stories import STORIES, bundled, collapse, court, harbour, insolvency, leak, merger, recall, volcano

STORIES_IN_FILES = [court(), recall(), merger(), volcano(), insolvency(), leak(), collapse()]


@pytest.mark.parametrize("story", STORIES_IN_FILES, ids=lambda story: story.slug)
def test_a_story_in_a_file_is_sound_and_each_of_its_facts_can_be_named(story: Story) -> None:
    assert story.status == "published"
    ids = [fact.id for fact in story.facts]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert {topic for fact in story.facts for topic in fact.topics} == {topic.id for topic in story.topics}


def test_no_story_lies_there_unread() -> None:
    assert {file.parent.name for file in STORIES.glob("*/story.yaml")} == {story.slug for story in STORIES_IN_FILES}


def test_there_are_questions_enough_and_a_third_has_no_answer() -> None:
    unanswerable = [question for question in questions() if not question.answers]
    assert len(questions()) >= 300
    assert 1 / 3 <= len(unanswerable) / len(questions()) <= 0.4


def test_no_question_stands_there_twice() -> None:
    asked = Counter((each.story, normalise(each.after or ""), normalise(each.text)) for each in questions())
    assert [key for key, count in asked.items() if count > 1] == []


def test_every_story_is_asked_about_in_every_way() -> None:
    assert {(each.story, each.kind) for each in questions()} == {(slug, kind) for slug in stories() for kind in KINDS}


def test_every_question_has_an_answer_or_a_reason_to_have_none() -> None:
    assert [each for each in questions() if bool(each.answers) == bool(each.why)] == []
    assert {each.why for each in questions()} == {None, *REASONS}
    assert [each for each in questions() if not each.answers and each.parts] == []


def listed_by(story: Story) -> list[tuple[str, ...]]:
    """The questions that each fact and event lists."""
    return [fact.questions for fact in story.facts] + [event.questions for event in story.events]


@pytest.mark.parametrize("story", stories().values(), ids=stories())
def test_no_story_lists_a_question_that_it_is_asked(story: Story) -> None:
    """Else the answers to these questions would measure the lists, not the bot."""
    asked = [(each.text, set(content(each.text))) for each in questions() if each.story == story.slug]
    for question in chain.from_iterable(listed_by(story)):
        stems = set(content(question))
        assert stems
        alike = [text for text, others in asked if stems == others or len(stems & others) >= 0.8 * len(stems)]
        assert alike == [], question


def test_the_bundled_story_shows_what_questions_are() -> None:
    assert sum(map(bool, listed_by(bundled()))) >= 15


def test_two_things_have_an_answer_each() -> None:
    assert [each for each in questions() if len(each.parts) != (each.kind == "two") + 1 and not each.why] == []


def test_a_follow_up_follows_a_question_that_is_answered() -> None:
    answered = {(each.story, each.text) for each in questions() if each.answers and each.kind != "follow-up"}
    follow_ups = [each for each in questions() if each.kind == "follow-up"]
    assert [each for each in follow_ups if (each.story, each.after) not in answered] == []
    assert [each for each in questions() if each.after and each.kind != "follow-up"] == []


@pytest.mark.parametrize(
    ("among", "words"),
    [("facts", "The bridge "), ("facts", "The tunnel"), ("events", "Regatta"), ("leads", "P7D"), ("quotations", "")],
)
def test_a_statement_must_be_named_so_that_only_it_is_meant(among: str, words: str) -> None:
    with pytest.raises(ValueError, match="statements are meant by"):
        find_statement(harbour(), among, words)
