"""Puts a story into words for its page: the words of the bot's answers, each statement with its citation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from bot.core.stories.anchors import page_path, statement_id
from bot.core.stories.calendar import fits_calendar
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Story
from bot.core.wording.cards import Block, Item, Line, Note, Paragraph, Quote, plain
from bot.core.wording.changes import marked_role
from bot.core.wording.events import change_blocks, is_past, present_blocks, status
from bot.core.wording.language import COUNTED_IN_DAYS, Language, Voice
from bot.core.wording.past import past_summary
from bot.core.wording.sources import about_source
from bot.core.wording.statements import cite, fact_item, quote_block, sentence_block

_KINDS = {"person": "People", "organisation": "Organisations", "place": "Places", "thing": "Things"}


@dataclass(frozen=True, slots=True)
class Standing:
    """An event with its status in words, and the blocks that tell what is known of it."""

    event: Event
    status: str
    blocks: Sequence[Block]
    former: Sequence[tuple[str, Sequence[Block]]]
    """For each of its changes the id under which it stands on the page, and what is known of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person, organisation, place or thing of the story, with the citation of its paragraph."""

    entity: Entity
    role: Paragraph


class Reading:
    """One story at one moment. A template reads it part by part."""

    def __init__(self, story: Story, language: Language, now: datetime) -> None:
        self.story = story
        self._say = language
        self._voice = Voice(language, now)

    @property
    def date(self) -> str:
        """The story's date in words, with its age."""
        return f"{self.day} ({self._say.age(self.story.date.sort_key[0], self._voice.today())})"

    @property
    def day(self) -> str:
        """The story's date in words."""
        return self._say.date(self.story.date)

    @property
    def description(self) -> str:
        """The summary as one text."""
        return " ".join(plain(sentence.text) for sentence in self.summary)

    @property
    def lead(self) -> Line:
        """The first sentence of the summary."""
        return next(self.summary).text

    @property
    def summary(self) -> Iterator[Paragraph]:
        """The sentences of the summary."""
        for sentence in self.story.summary:
            yield sentence_block(self._voice, self.story, sentence)

    @property
    def past(self) -> Paragraph | None:
        """The line that says that the story's events are past, once they all are."""
        return past_summary(self._voice, self.story)

    @property
    def facts(self) -> Iterator[tuple[str, Sequence[Item]]]:
        """Each topic's name with its facts; a fact stands once, under its first topic, or at the end under none."""
        names = {topic.id: topic.name for topic in self.story.topics}
        for topic, name in (*names.items(), ("", "More" if names else "")):
            found = [fact for fact in self.story.facts if next(iter(fact.topics), "") == topic]
            if found:
                yield name, self._items(found)

    @property
    def entities(self) -> Iterator[tuple[str, Sequence[Named]]]:
        """Each kind's heading with the entities of that kind."""
        for kind, heading in _KINDS.items():
            if found := [entity for entity in self.story.entities if entity.type == kind]:
                yield heading, [Named(each, self._role(each)) for each in found]

    @property
    def quotations(self) -> Iterator[Quote]:
        """All quotations, each with its attribution."""
        for quotation in self.story.quotations:
            yield quote_block(self._say, self.story, quotation)

    @property
    def events(self) -> Iterator[Standing]:
        """All events, in the story's order."""
        for event in self.story.events:
            blocks = present_blocks(self._voice, self.story, event)
            yield Standing(event, self._status(event), blocks, list(self._former(event)))

    @property
    def sources(self) -> Sequence[Note]:
        """The article and its picture; the picture is linked to, as the page shows nothing from elsewhere."""
        return about_source(self._say, self.story)

    @property
    def has_calendar(self) -> bool:
        """True if a calendar can hold one of the events."""
        return any(fits_calendar(event) for event in self.story.events)

    @property
    def corrections(self) -> Iterator[tuple[str, str]]:
        """The date and the text of each correction, the newest first."""
        for correction in reversed(self.story.corrections):
            yield self._say.date(correction.date), correction.text

    @property
    def counts(self) -> str:
        """The numbers of facts, entities, quotations, events and corrections, in words."""
        kinds = ("facts", "entities", "quotations", "events", "corrections")
        return ", ".join(f"{len(getattr(self.story, kind))} {kind}" for kind in kinds)

    @property
    def until(self) -> datetime:
        """The moment from which the page may read differently: a day begins, or a countdown goes on."""
        now = self._voice.now
        return min([next_day(now), *(_until(event, now) for event in self.story.events)])

    def _former(self, event: Event) -> Iterator[tuple[str, Sequence[Block]]]:
        for change in event.history:
            yield statement_id(change, event), change_blocks(self._voice, self.story, event, change)

    def _status(self, event: Event) -> str:
        """Return the status in a word; empty if the date is over and the outcome unknown, as the first block says."""
        is_open = event.status in ("scheduled", "rescheduled") and is_past(event, self._voice.now)
        return "" if is_open else status(self._voice, event)

    def _role(self, entity: Entity) -> Paragraph:
        there = page_path(self.story, entity)
        return Paragraph(
            marked_role(self._voice, self.story, entity), cite(self._say, self.story, entity.paragraph), there
        )

    def _items(self, facts: Iterable[Fact]) -> Sequence[Item]:
        return [fact_item(self._voice, self.story, fact) for fact in facts]


def next_day(now: datetime, zone: tzinfo = UTC) -> datetime:
    """Return the moment at which the next day begins in a zone."""
    return datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(), zone)


def _until(event: Event, now: datetime) -> datetime:
    """Return the moment until which the words on an event hold: its local day ends, or its countdown goes on."""
    day_ends = next_day(now, ZoneInfo(event.zone))
    at = event.start.moment if event.start else None
    if at is None or now > at:
        return day_ends
    return min(day_ends, max(at - COUNTED_IN_DAYS, now + timedelta(minutes=1)))
