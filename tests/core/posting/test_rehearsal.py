"""A rehearsal shows what would go out: all of it, in order, with what it would say then."""

from datetime import UTC, datetime, timedelta

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.rehearsal import Rehearsed, rehearse, usual_span
from bot.core.posting.subscribers import Subscriber
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.runtime.catalogues import Catalogues
from tests.asking import text
from tests.stories import story_of

SINCE = datetime(2031, 1, 1, tzinfo=UTC)
CHAT = ChatKey("test", "1")


def rehearsed(*stories: Story, timezone: str | None = None, days: int = 365) -> list[Rehearsed]:
    """The posts of a number of days."""
    until = SINCE + timedelta(days=days)
    found = rehearse(Library(stories), [Subscriber(CHAT, ChatSettings(timezone=timezone))], SINCE, until, Catalogues())
    assert all(subscriber.chat == CHAT for subscriber, _ in found)
    return [post for _, post in found]


def test_each_post_is_as_of_the_moment_at_which_it_is_due() -> None:
    posts = rehearsed(story_of({"start": "2031-05-04"}))
    assert [f"{post.planned.at:%m-%d %H:%M} {post.planned.lead}" for post in posts] == [
        "04-27 07:00 P7D",
        "05-03 07:00 P1D",
        "05-04 07:00 P0D",
    ]
    for post, countdown in zip(posts, ("in 7 days", "tomorrow", "today"), strict=True):
        assert countdown in text(post.card)


def test_no_post_of_a_rehearsal_comes_late() -> None:
    posts = rehearsed(story_of({"start": "2031-05-04"}))
    assert ["comes late" in text(post.card) for post in posts] == [False] * 3


def test_the_local_time_is_that_of_the_chat_or_else_of_the_event() -> None:
    story = story_of({"start": "2031-05-04", "zone": "Asia/Qatar"}, leads=["P1D"])
    [there] = rehearsed(story)
    assert there.local.isoformat() == "2031-05-03T09:00:00+03:00"
    [here] = rehearsed(story, timezone="America/Los_Angeles")
    assert here.local.isoformat() == "2031-05-03T09:00:00-07:00"
    assert here.local == here.planned.at


def test_all_stories_in_one_order() -> None:
    posts = rehearsed(story_of({"start": "2031-05-04"}), story_of({"start": "2031-05-06"}, slug="other"))
    assert [post.planned.story.slug for post in posts] == ["fair", "other", "fair", "fair", "other", "other"]


def test_nothing_beyond_the_span() -> None:
    assert rehearsed(story_of({"start": "2031-05-04"}), days=30) == []


def test_the_usual_span_reaches_from_today_to_the_day_after_the_last_post() -> None:
    library = Library([story_of({"start": "2031-05-04"}, {"start": "2033-01-01"})])
    since, until = usual_span(library, datetime(2031, 4, 1, 17, 30, tzinfo=UTC))
    assert (since, until) == (datetime(2031, 4, 1, tzinfo=UTC), datetime(2031, 5, 5, tzinfo=UTC))


def test_where_nothing_is_to_come_the_usual_span_is_the_newest_storys_own() -> None:
    library = Library([story_of({"start": "2031-05-04"})])
    since, until = usual_span(library, datetime(2040, 1, 1, tzinfo=UTC))
    assert (since, until) == (datetime(2031, 1, 2, tzinfo=UTC), datetime(2031, 5, 5, tzinfo=UTC))


def test_without_any_event_the_usual_span_is_a_day() -> None:
    for library in (Library([]), Library([story_of()])):
        since, until = usual_span(library, datetime(2040, 1, 1, tzinfo=UTC))
        assert until - since == timedelta(days=1)


def test_each_chat_has_its_own_posts_and_all_stand_in_one_order() -> None:
    early, late = ChatKey("test", "2"), ChatKey("test", "3")
    subscribers = [
        Subscriber(CHAT, ChatSettings(timezone="UTC")),
        Subscriber(late, ChatSettings(timezone="UTC")),
        Subscriber(early, ChatSettings(timezone="UTC", posting_hour="07:00")),
        Subscriber(ChatKey("test", "4"), stories=("another",)),
    ]
    library = Library([story_of({"start": "2031-05-04"}, leads=["P1D"])])
    posts = rehearse(library, subscribers, SINCE, SINCE + timedelta(days=365), Catalogues())
    assert [(each.chat.id, post.at.hour) for each, post in posts] == [("2", 7), ("1", 9), ("3", 9)]
