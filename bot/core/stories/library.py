"""The library: every story that can be asked, indexed; replaced as a whole when content changes."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from bot.core.stories.event import Event
from bot.core.stories.names import Found, Named, Names
from bot.core.stories.story import Entity, Story
from bot.core.stories.words import Words, WordsOfStories

INDEXES_KEPT = 256
_EARLIER_KEPT = 8


class EntityRef(NamedTuple):
    """An entity of one story."""

    slug: str
    id: str


class EventRef(NamedTuple):
    """An event of one story."""

    slug: str
    id: str


class TopicRef(NamedTuple):
    """A topic of one story."""

    slug: str
    id: str


@dataclass(frozen=True, slots=True)
class StoryIndex:
    """Finds the ids of one story's parts by their names, and all its parts by their words."""

    entities: Names[str]
    events: Names[str]
    topics: Names[str]
    words: Words


@dataclass(frozen=True, slots=True)
class _Indexes:
    """Finds the parts of all published stories by their names, and the stories by their words."""

    entities: Names[EntityRef]
    events: Names[EventRef]
    topics: Names[TopicRef]
    words: WordsOfStories

    @classmethod
    def of(cls, stories: Sequence[Story]) -> "_Indexes":
        """Build the indexes of these stories; a thousand take seconds."""
        return cls(
            Names(
                Named(EntityRef(story.slug, entity.id), entity.names, person=entity.type == "person")
                for story in stories
                for entity in story.entities
            ),
            Names(Named(EventRef(story.slug, event.id), event.names) for story in stories for event in story.events),
            Names(
                Named(TopicRef(story.slug, topic.id), (topic.name, topic.id))
                for story in stories
                for topic in story.topics
            ),
            WordsOfStories(stories),
        )


class Library:
    """The published stories, the newest first; made off the event loop, as a large one takes seconds to index."""

    def __init__(self, stories: Iterable[Story], indexes: _Indexes | None = None) -> None:
        """`indexes` are those of the published stories, if they are there already."""
        stories = tuple(stories)
        published = (story for story in stories if story.status == "published")
        self.retracted: Mapping[str, Story] = {story.slug: story for story in stories if story.status == "retracted"}
        self.stories: tuple[Story, ...] = tuple(
            sorted(published, key=lambda story: (story.date.sort_key, story.slug), reverse=True)
        )
        self._by_slug = {story.slug: story for story in self.stories}
        self._indexes = indexes or _Indexes.of(self.stories)
        self._index = lru_cache(maxsize=INDEXES_KEPT)(self._build_index)
        self._oldest = lru_cache(maxsize=_EARLIER_KEPT)(self._build_oldest)

    def story(self, slug: str | None) -> Story | None:
        """Return the published story with this slug."""
        return self._by_slug.get(slug) if slug else None

    def find_event(self, slug: str, event_id: str) -> tuple[Story, Event] | None:
        """Return the published story with this slug and its event with this id, if both exist."""
        story = self.story(slug)
        event = story.find_event(event_id) if story else None
        return (story, event) if story and event else None

    @property
    def newest(self) -> Story | None:
        """The story that a chat reads until it chooses one."""
        return self.stories[0] if self.stories else None

    def read_by_default(self, chosen: str | None) -> Story | None:
        """Return the story that a chat reads: the one it has chosen, or else the newest; None if that was retracted."""
        return self.story(chosen) or (None if chosen in self.retracted else self.newest)

    def now_retracted(self, slug: str | None) -> Story | None:
        """Return the retracted story with this slug; without one the newest, if no story is left."""
        if slug in self.retracted or self.stories:
            return self.retracted.get(slug or "")
        return max(self.retracted.values(), key=lambda story: (story.date.sort_key, story.slug), default=None)

    def find(self, name: str, preferred: Story | None = None) -> Found[EntityRef] | None:
        """Find the entities that a name may mean: those of the preferred story alone if its match is as good."""
        found = self._indexes.entities.find(name)
        if found and preferred:
            own = tuple(ref for ref in found.targets if ref.slug == preferred.slug)
            return Found(own, found.how) if own else found
        return found

    def find_events(self, name: str, *, misspelt: bool = True) -> Found[EventRef] | None:
        """Find the events of all stories that a name may mean; without `misspelt` no slip is forgiven."""
        return self._indexes.events.find(name, misspelt=misspelt)

    def find_topics(self, name: str) -> Found[TopicRef] | None:
        """Find the topics of all stories that a name may mean."""
        return self._indexes.topics.find(name)

    def holding(self, words: Collection[str]) -> list[Story]:
        """Return the stories that hold every one of these words (see `content`), the newest first."""
        return [self.stories[place] for place in self._indexes.words.holding(words)]

    def likeliest(self, words: Collection[str], limit: int) -> list[Story]:
        """Return the stories that hold the most telling of these words, the likeliest first."""
        return [self.stories[place] for place in self._indexes.words.likeliest(words, limit)]

    def entity(self, ref: EntityRef) -> tuple[Story, Entity]:
        """A found entity with its story."""
        story = self._by_slug[ref.slug]
        return story, story.entity(ref.id)

    def replacing(self, story: Story) -> "Library":
        """Return the same library with another version of one published story, which must have the same names."""
        stories = (story if each.slug == story.slug else each for each in self.stories)
        return Library([*stories, *self.retracted.values()], self._indexes)

    def until(self, day: date) -> "Library":
        """Return the library without the stories that are dated later than a day; the first call for a day may index.

        It is for a clock that pretends: a story from its future would give the pretence away.
        """
        shown = sum(story.date.sort_key[0] <= day for story in self.stories)
        retracted = tuple(each for each in self.retracted.values() if each.date.sort_key[0] <= day)
        if shown == len(self.stories) and len(retracted) == len(self.retracted):
            return self
        return self._oldest(shown, tuple(story.slug for story in retracted))

    def index(self, story: Story) -> StoryIndex:
        """Return the index of one story's names; the index is built at the first call."""
        return self._index(story.slug)

    def _build_oldest(self, count: int, retracted: Collection[str]) -> "Library":
        return Library([*self.stories[len(self.stories) - count :], *map(self.retracted.__getitem__, retracted)])

    def _build_index(self, slug: str) -> StoryIndex:
        story = self._by_slug[slug]
        return StoryIndex(
            entities=Names(Named(entity.id, entity.names, entity.type == "person") for entity in story.entities),
            events=Names(Named(event.id, event.names) for event in story.events),
            topics=Names(Named(topic.id, (topic.name, topic.id)) for topic in story.topics),
            words=Words(story),
        )


Clock = Callable[[], datetime]
"""Returns the present moment, in UTC."""


Shelf = Callable[[], Library]
"""Returns the library as it is now; the library is replaced as a whole when content changes."""
