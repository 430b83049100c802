"""The data of the tests: stories in files, and questions about them."""

import pytest

from bot.core.stories.story import Story
from tests.stories import STORIES, court, recall


@pytest.mark.parametrize("story", [court(), recall()], ids=lambda story: story.slug)
def test_a_story_in_a_file_is_sound_and_each_of_its_facts_can_be_named(story: Story) -> None:
    assert story.status == "published"
    ids = [fact.id for fact in story.facts]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert {topic for fact in story.facts for topic in fact.topics} == {topic.id for topic in story.topics}


def test_no_story_lies_there_unread() -> None:
    assert {file.parent.name for file in STORIES.glob("*/story.yaml")} == {court().slug, recall().slug}
