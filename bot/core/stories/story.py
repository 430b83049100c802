"""A story: one article as the newsroom structured it.

The words follow schema.org where it has one. `parse_story` is the only way in: it checks that every id that is
referred to exists, and pydantic reports each fault with its place in the file.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    Field,
    StringConstraints,
    ValidationInfo,
    field_serializer,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bot.core.stories.dates import EdtfDate
from bot.core.stories.event import MOST_LEADS, Event
from bot.core.stories.fields import (
    SLUG_LENGTH,
    SLUG_PATTERN,
    Elsewhere,
    EntityRef,
    EventRef,
    FactRef,
    Id,
    Kind,
    Name,
    OneLine,
    Paragraphs,
    Questions,
    ShortQuotation,
    Speakers,
    Text,
    TopicRef,
    Url,
    listed,
    own_id,
)
from bot.core.stories.leads import DEFAULT_LEADS, Lead, in_order
from bot.core.stories.lenient import build
from bot.core.stories.model import StoryModel

MOST_EVENTS = 1_000  # far above a real story: all events are one calendar file
_VERSION_LENGTH = 16


class Topic(StoryModel):
    """A heading that readers can ask for: `/facts sanctions`."""

    id: Annotated[Id, own_id("topics")]
    name: Name


class Entity(StoryModel):
    """A person, organisation, place or thing that the story names."""

    id: Annotated[Id, own_id("entities")]
    type: Literal["person", "organisation", "place", "thing"]
    name: Name
    role: Text
    """Its role, as the story has it: “President of Russia”."""
    paragraph: Paragraphs
    aliases: tuple[Name, ...] = ()
    """Other names that readers may type, in any language or script."""
    plural: bool = False
    """True if its name stands for several: “Western countries say”."""
    same_as: tuple[Elsewhere, ...] = ()
    """The same place elsewhere: `country:BA`, `geonames:3191281`."""

    @property
    def names(self) -> tuple[str, ...]:
        """All its names: its id, its name, its aliases."""
        return (self.name, self.id, *self.aliases)


class Sentence(StoryModel):
    """One sentence of the summary."""

    text: Text
    id: Annotated[Id, own_id("summary")] | None = None
    """Its name, which stays when its words change: links lead to it."""
    paragraph: Paragraphs


class Fact(StoryModel):
    """One statement in the newsroom's own words."""

    text: Text
    """A claim is written as a sentence of its own; the bot puts its speaker before it."""
    id: Annotated[Id, own_id("facts")] | None = None
    """The name by which a correction calls it, and which stays when its words change: links lead to it."""
    kind: Literal["fact", "claim", "background"] = "fact"
    paragraph: Paragraphs
    said_by: Annotated[Speakers, Field(validate_default=True)] = ()
    """The speaker or speakers whose claim it is."""
    via: EntityRef | None = None
    """The outlet that carried it."""
    key: bool = False
    """True if it is among the first things to tell of what it is about."""
    about: tuple[EntityRef, ...] = ()
    topics: tuple[TopicRef, ...] = ()
    events: tuple[EventRef, ...] = ()
    """The events that it belongs to: their reminders carry it, unless it is a claim."""
    date: EdtfDate | None = None
    """The date on which it happened, or on which a claim was said; a dated fact stands in the timeline."""
    questions: Questions = ()

    @field_serializer("said_by")
    def _one_speaker_as_such(self, said_by: tuple[str, ...]) -> str | list[str]:
        return said_by[0] if len(said_by) == 1 else list(said_by)

    @field_validator("said_by")
    @classmethod
    def _claim_has_a_speaker(cls, said_by: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not said_by and info.data.get("kind") == "claim":
            raise PydanticCustomError("speaker", "a claim needs its speaker: add said_by with an entity's id")
        return said_by


class Quotation(StoryModel):
    """A short fragment of what somebody said, word for word."""

    text: ShortQuotation
    id: Annotated[Id, own_id("quotations")] | None = None
    """Its name, which stays when its words change: links lead to it."""
    said_by: EntityRef
    to: EntityRef | None = None
    via: EntityRef | None = None
    """The outlet that published it."""
    about: Text
    """Its subject, in the newsroom's own words."""
    date: EdtfDate | None = None
    paragraph: Paragraphs


class Correction(StoryModel):
    """Something that the story had wrong, said aloud; a mended typo needs none."""

    id: Annotated[Id, own_id("corrections")]
    date: EdtfDate
    """The day of the correction."""
    text: Text
    """The fault and what is right, in words for readers."""
    facts: tuple[FactRef, ...] = ()
    """The facts that it mends."""
    events: tuple[EventRef, ...] = ()
    """The events whose details it mends; a new date is a change of plan, and stands under the event's history."""


class Credit(StoryModel):
    """The credit: it names whose work the article is."""

    text: Text
    outlets: tuple[EntityRef, ...] = ()
    own: bool = False
    """True if the article is the newsroom's own: then the story may quote it at length."""


class Picture(StoryModel):
    """The picture of an article."""

    url: Url
    credit: Text | None = None
    alt: Text | None = None
    """A description for those who do not see it."""


class Source(StoryModel):
    """Where the article stands. Nothing of it is fetched."""

    publisher: Name | None = None
    url: Url | None = None
    archived: Url | None = None
    """A copy in an archive, for when the article is gone."""
    byline: Name | None = None
    picture: Picture | None = None


class Withdrawal(StoryModel):
    """When and why a story was retracted."""

    date: EdtfDate | None = None
    reason: Text | None = None


class Story(StoryModel):
    """One article as the newsroom structured it."""

    status: Literal["draft", "published", "retracted"]
    slug: Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
    """Filled in from the folder's name."""
    headline: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), OneLine]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")] = "en"
    """BCP 47 tag of the language it is written in."""
    date: EdtfDate
    """The day the article is of."""
    date_note: Text | None = None
    """A note for readers about its dates, such as a year that is inferred."""
    credit: Credit
    source: Source | None = None
    summary: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=5)]
    topics: tuple[Topic, ...] = ()
    entities: Annotated[tuple[Entity, ...], Field(min_length=1)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    quotations: tuple[Quotation, ...] = ()
    events: Annotated[tuple[Event, ...], Field(max_length=MOST_EVENTS)] = ()
    leads: Annotated[tuple[Lead, ...], Field(max_length=MOST_LEADS)] = DEFAULT_LEADS
    """The times before its events at which reminders go out."""
    corrections: tuple[Correction, ...] = ()
    """The corrections since it was published, oldest first."""
    retraction: Withdrawal | None = None
    """Stands beside `status: retracted`."""

    @field_validator("retraction")
    @classmethod
    def _is_retracted(cls, retraction: Withdrawal | None, info: ValidationInfo) -> Withdrawal | None:
        if retraction and info.data.get("status") in ("draft", "published"):
            raise PydanticCustomError("retraction", "a story with a retraction has “status: retracted”")
        return retraction

    @field_validator("corrections")
    @classmethod
    def _corrections_in_order(cls, corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
        days = [correction.date.sort_key for correction in corrections]
        if days != sorted(days):
            raise PydanticCustomError("order", "the corrections of a story stand oldest first")
        return corrections

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id; KeyError if there is none."""
        return self._entities[entity_id]

    def event(self, event_id: str) -> Event:
        """The event with this id; KeyError if there is none."""
        return self._events[event_id]

    def find_event(self, event_id: str) -> Event | None:
        """The event with this id, if there is one."""
        return self._events.get(event_id)

    def correction(self, correction_id: str) -> Correction:
        """The correction with this id; KeyError if there is none."""
        return {correction.id: correction for correction in self.corrections}[correction_id]

    def leads_of(self, event: Event) -> tuple[Lead, ...]:
        """Return the times before an event at which its reminders go out, the longest first."""
        return in_order(self.leads if event.leads is None else event.leads)

    @cached_property
    def snapshot(self) -> str:
        """Return the whole story as JSON; `restore_story` reads it back."""
        return self.model_dump_json(exclude_none=True)

    @cached_property
    def version(self) -> str:
        """A digest of the snapshot; it names this version of the story."""
        return hashlib.sha256(self.snapshot.encode()).hexdigest()[:_VERSION_LENGTH]

    @cached_property
    def changed_events(self) -> tuple[Event, ...]:
        """The events whose plan has changed, or no longer holds."""
        return tuple(event for event in self.events if event.history or event.status in ("postponed", "cancelled"))

    @property
    def entity_ids(self) -> Collection[str]:
        """The ids of its entities."""
        return self._entities.keys()

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _events(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}


def parse_story(data: Mapping[str, Any]) -> Story:
    """Read a story from the plain data of its file; pydantic's ValidationError lists every fault at its place."""
    return Story.model_validate(data, context={kind: _ids(data, kind) for kind in get_args(Kind)})


def restore_story(snapshot: str) -> Story:
    """Read a story from its snapshot, whichever version of Newspeg wrote it; ValueError if that fails.

    It was checked before it was published; no rule of today is applied.
    """
    story: Story = build(Story, json.loads(snapshot))
    return story


def _ids(data: Mapping[str, Any], kind: Kind) -> Counter[str]:
    """Count how often each id stands in a list of the raw data."""
    return Counter(item["id"] for _, item in listed(data, kind) if isinstance(item.get("id"), str))
