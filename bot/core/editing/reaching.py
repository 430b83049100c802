"""Works out whom a change of a story reaches, by the composing, planning and repairs of the posts themselves."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.core.editing.reach import Reach, Text
from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings
from bot.core.posting.composing import compose, compose_again, compose_change, still_planned
from bot.core.posting.notices import OfPlan, PlanChange
from bot.core.posting.planning import Timing
from bot.core.posting.posts import Post, Step
from bot.core.posting.repairs import why_outdated
from bot.core.posting.subscribers import Subscriber, plan_for
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.events import is_past
from bot.core.wording.language import Language, Languages

MOST_TEXTS = 4
"""Of each kind; the others say the same at other times or in other zones."""
_AHEAD = timedelta(days=365)
_ARRIVED = ("sent", "unknown", "sending")

Compose = Callable[[], Card | None]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of a story's posts and of the chats."""

    posts: Sequence[Post]
    """All posts about the story, the oldest first."""
    versions: Mapping[str, Story]
    """The versions that they show, as far as they can be read."""
    subscribers: Sequence[Subscriber]
    """All chats that get posts."""


class Reaching:
    """Whom one story reaches if it becomes what it is to be."""

    def __init__(self, after: Story, library: Library, ledger: Ledger, languages: Languages, now: datetime) -> None:
        """`library` are the stories as they are now."""
        self._after = after
        self._ledger = ledger
        self._languages = languages
        self._now = now
        self._alone = Library([after])
        # One other story is enough for cards to name theirs.
        self._library = Library([after, *[each for each in library.stories if each.slug != after.slug][:1]])
        self._settings: Mapping[ChatKey, ChatSettings] = {each.chat: each.settings for each in ledger.subscribers}

    def reach(self, draw: Callable[[Card], str]) -> Reach:
        """Count all posts and chats; `draw` puts the cards that are the most frequent into words."""
        kinds = {"told": self._told(), "edited": self._edited(), "planned": self._planned()}
        counts = {kind: _counted(found) for kind, found in kinds.items()}
        sums = {kind: sum(count for count, _ in found.values()) for kind, found in counts.items()}
        texts = [text for kind, found in counts.items() for text in _texts(kind, found, draw)]
        return Reach(texts=tuple(texts), withdrawn=sum(self._withdrawn()), **sums)

    def _withdrawn(self) -> Iterator[bool]:
        for post in self._ledger.posts:
            if post.state == "pending":
                still = still_planned(self._library, post, self._now)
                yield isinstance(still, Step) and still.state == "withdrawn"

    def _edited(self) -> Iterator[tuple[object, Compose]]:
        """Yield each sent post that no longer agrees with the story."""
        for post in self._ledger.posts:
            shown = self._ledger.versions.get(post.repaired or post.version or "")
            posted = self._ledger.versions.get(post.version or "")
            if post.state not in _ARRIVED or not shown or not posted:
                continue
            if why_outdated(shown, self._after, post.notice):
                timing, say = self._wishes(post.chat)
                again = partial(compose_again, self._library, post, posted, timing, say)
                yield (post.notice, post.version, timing, say.tag), again

    def _told(self) -> Iterator[tuple[object, Compose]]:
        """Yield each chat that was told of another plan last."""
        latest: dict[tuple[ChatKey, str], OfPlan] = {}
        for post in self._ledger.posts:
            if post.state in _ARRIVED and isinstance(post.notice, OfPlan):
                latest[post.chat, post.event] = post.notice
        for (chat, event_id), known in latest.items():
            event = self._after.find_event(event_id)
            if self._after.status != "published" or event is None or event.status == "held":
                continue
            if known.plan.holds(event.plan) or is_past(event, self._now):
                continue
            timing, say = self._wishes(chat)
            notice = PlanChange(self._after.slug, event.id, 0, event.plan)
            yield (notice, timing, say.tag), partial(compose_change, self._library, notice, timing, say, self._now)

    def _planned(self) -> Iterator[tuple[object, Compose]]:
        """Yield the reminders to come, over all chats."""
        for subscriber in self._ledger.subscribers:
            wanted = {*subscriber.stories, *(each.story for each in subscriber.reminders)}
            if not wanted & {EVERY_STORY, self._after.slug}:
                continue
            say = self._languages.get(subscriber.settings.language)
            for planned, timing in plan_for(self._alone, subscriber, self._now, self._now + _AHEAD):
                as_of_then = partial(compose, self._library, planned, timing, say, planned.at)
                yield (planned.at, planned.event.id, planned.lead, timing, say.tag), as_of_then

    def _wishes(self, chat: ChatKey) -> tuple[Timing, Language]:
        settings = self._settings.get(chat, ChatSettings())
        return Timing.of(settings), self._languages.get(settings.language)


def _counted(found: Iterator[tuple[object, Compose]]) -> dict[object, tuple[int, Compose]]:
    """Count what is alike; it is composed once at most."""
    counted: dict[object, tuple[int, Compose]] = {}
    for key, made in found:
        counted[key] = (counted[key][0] + 1 if key in counted else 1, made)
    return counted


def _texts(kind: str, found: Mapping[object, tuple[int, Compose]], draw: Callable[[Card], str]) -> Iterator[Text]:
    words: Counter[str] = Counter()
    for count, made in sorted(found.values(), key=lambda each: -each[0])[: 2 * MOST_TEXTS]:
        if card := made():
            words[draw(card)] += count
    for text, count in words.most_common(MOST_TEXTS):
        yield Text(kind, text, count)
