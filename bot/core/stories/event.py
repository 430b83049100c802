"""An event of a story, as in schema.org: its plan, its place, and its former plans, each with a source of its own."""

from datetime import UTC, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    field_validator,
    model_serializer,
)
from pydantic_core import PydanticCustomError

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.fields import EntityRef, Id, Name, Paragraphs, Questions, Text, Url, own_id
from bot.core.stories.leads import Lead
from bot.core.stories.model import StoryModel
from bot.core.stories.plans import EventStatus, Plan
from bot.core.stories.zones import zone_names

MOST_LEADS = 24
"""Far above a real story: each lead of an event is a post to each chat."""


class ChangeSource(StoryModel):
    """Where the news of a change stands; it may be another article than the story's."""

    publisher: Name | None = None
    url: Url | None = None
    paragraph: Paragraphs | None = None
    """Of that article; none is cited where it is left out."""


class Place(StoryModel):
    """Where an event takes place."""

    text: Text
    paragraph: Paragraphs | None = None
    """Left out where the event's own paragraph names the place."""

    @model_serializer(mode="wrap")
    def _without_new_defaults(self, serialise: SerializerFunctionWrapHandler) -> Any:
        return self.text if self.paragraph is None else serialise(self)


def _place_of_text(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class Change(StoryModel):
    """One change of an event's plan, as it was before."""

    id: Annotated[Id, own_id("history")] | None = None
    """Its name, which stays when its words change: links lead to it."""
    changed: EdtfDate
    """The day the change became known."""
    start: EdtfDate | None = None
    """The date that held until then."""
    status: EventStatus
    """The status that held until then."""
    note: Text | None = None
    source: ChangeSource | None = None

    @property
    def plan(self) -> Plan:
        """The plan that held until then."""
        return Plan(self.status, str(self.start or ""))

    def may_stand_in(self, article: EdtfDate) -> bool:
        """True if an article of this date may tell of the change: it names no other source, and was known by then."""
        return self.source is None and self.changed.first_day <= article.last_day


class Event(StoryModel):
    """A dated happening, as in schema.org."""

    id: Annotated[Id, own_id("events")]
    name: Name
    status: EventStatus = "scheduled"
    zone: str
    """The IANA time zone of its place: Europe/Sarajevo."""
    start: Annotated[EdtfDate | None, Field(validate_default=True)] = None
    """May be left out only while the event is postponed or cancelled."""
    place: Annotated[Place | None, BeforeValidator(_place_of_text, json_schema_input_type=Text | Place)] = None
    about: tuple[EntityRef, ...] = ()
    paragraph: Paragraphs
    description: Text
    aliases: tuple[Name, ...] = ()
    history: tuple[Change, ...] = ()
    """Former plans, oldest first."""
    leads: Annotated[tuple[Lead, ...], Field(max_length=MOST_LEADS)] | None = None
    """The times before it at which reminders go out; without its own it has the story's leads."""
    questions: Questions = ()

    @field_validator("zone")
    @classmethod
    def _zone_is_known(cls, zone: str) -> str:
        if zone not in zone_names():
            raise PydanticCustomError("zone", "no time zone “{zone}”", {"zone": zone})
        return zone

    @field_validator("start")
    @classmethod
    def _start_fits(cls, start: EdtfDate | None, info: ValidationInfo) -> EdtfDate | None:
        if start and start.span:
            raise PydanticCustomError(
                "span",
                "an event starts on one date: write the first, and leave the rest of “{start}” to the description",
                {"start": start.text},
            )
        if start is None:
            if info.data.get("status") in ("scheduled", "rescheduled", "held"):
                raise PydanticCustomError("start", "an event needs a start, unless it is postponed or cancelled")
        elif start.precision is Precision.TIME and (zone := info.data.get("zone")):
            _check_offset(start, zone)
        return start

    @field_validator("history")
    @classmethod
    def _oldest_first(cls, history: tuple[Change, ...]) -> tuple[Change, ...]:
        days = [change.changed.sort_key for change in history]
        if days != sorted(days):
            raise PydanticCustomError("order", "the changes of an event stand oldest first")
        return history

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, self.id, *self.aliases)

    @property
    def plan(self) -> Plan:
        """Its status and date, to compare with other plans."""
        return Plan(self.status, str(self.start or ""))

    @property
    def revision(self) -> int:
        """The number of changes of its plan; the SEQUENCE of its calendar entry."""
        return len(self.history)


def _check_offset(start: EdtfDate, zone: str) -> None:
    written = datetime.fromisoformat(start.text)
    clock = written.replace(tzinfo=None)
    if written.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == clock:
        return
    there = clock.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    known = {"start": start.text, "zone": zone, "offset": there.isoformat()[-6:]}
    if there.replace(tzinfo=None) != clock:
        raise PydanticCustomError("offset", "{start} is never on the clocks of {zone}: they go forward then", known)
    raise PydanticCustomError("offset", "the offset in {start} is not that of {zone} then, which is {offset}", known)
