"""What is made of a story is made once for each version, and forgotten of too many."""

from bot.core.asking.questions.keeping import Kept
from bot.core.stories.story import Story
from tests.stories import synthetic


def test_it_is_made_once_for_each_version_of_a_story() -> None:
    made: list[Story] = []
    kept = Kept(made.append, most=2)
    story = synthetic(1)
    version = story.model_copy()
    for each in (story, version, story, version):
        kept.of(each)
    assert [id(each) for each in made] == [id(story), id(version)]


def test_of_too_many_stories_the_one_not_asked_for_the_longest_is_forgotten() -> None:
    made: list[str] = []
    kept = Kept(lambda story: made.append(story.slug), most=2)
    first, second, third = map(synthetic, range(3))
    for story in (first, second, first, third, first, second):
        kept.of(story)
    assert made == ["story-0", "story-1", "story-2", "story-1"]
