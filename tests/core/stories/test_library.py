from datetime import date

from bot.core.stories.library import EntityRef, EventRef, Library, TopicRef
from bot.core.stories.words import content
from tests.stories import harbour, seasons, synthetic


def test_holds_only_what_is_published() -> None:
    library = Library([harbour(), harbour(slug="draft", status="draft"), harbour(slug="gone", status="retracted")])
    assert [story.slug for story in library.stories] == ["harbour"]
    assert library.story("draft") is None
    assert library.find("Leyla").targets == (EntityRef("harbour", "aydin"),)  # type: ignore[union-attr] # it is found


def test_the_newest_story_comes_first() -> None:
    library = Library([harbour(slug="old", date="2030"), harbour(slug="new", date="2031-03-02"), harbour()])
    assert library.newest is library.story("new")
    assert [story.slug for story in library.stories] == ["new", "harbour", "old"]


def test_an_empty_library_has_nothing() -> None:
    library = Library([])
    assert library.newest is None
    assert library.find("Leyla") is None


def test_a_name_in_two_stories_means_both_until_one_is_preferred() -> None:
    library = Library([harbour(), harbour(slug="second"), synthetic(1)])
    both = library.find("Leyla")
    one = library.find("Leyla", library.story("second"))
    other = library.find("Leyla", library.story("story-1"))
    assert both is not None
    assert one is not None
    assert other == both
    assert {ref.slug for ref in both.targets} == {"harbour", "second"}
    assert one.targets == (EntityRef("second", "aydin"),)


def test_until_a_day_later_stories_do_not_exist() -> None:
    library = Library([harbour(), harbour(slug="later", date="2031-03-05"), harbour(slug="gone", status="retracted")])
    then = library.until(date(2031, 3, 4))
    assert [story.slug for story in then.stories] == ["harbour"]
    assert then.find("Leyla").targets == (EntityRef("harbour", "aydin"),)  # type: ignore[union-attr] # it is found
    assert list(then.retracted) == ["gone"]
    assert library.until(date(2031, 3, 5)) is library
    before = library.until(date(2030, 1, 1))
    assert before.newest is None
    assert not before.retracted, "it is told of no retraction of a story that is still to come"


def test_events_and_topics_are_found_in_every_story() -> None:
    library = Library([harbour(), seasons()])
    concerts, safety = library.find_events("concert"), library.find_topics("safety")
    assert concerts is not None
    assert concerts.targets == (EventRef("harbour", "concert"), EventRef("seasons", "concert"))
    assert safety is not None
    assert safety.targets == (TopicRef("harbour", "safety"),)


def test_the_stories_that_hold_words_come_newest_first() -> None:
    library = Library([seasons(), harbour(), harbour(slug="gone", status="retracted")])
    assert [story.slug for story in library.holding(content("concerts"))] == ["harbour", "seasons"]
    assert library.holding(content("penguins")) == []
