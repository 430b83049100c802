"""What an editor can do to a story file, each as one operation; the newsroom applies it to the file's text.

A place is a path into the file's data, as `["facts", 3, "text"]`. Operations are applied one after the other.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Place = tuple[str | int, ...]
EntityType = Literal["person", "organisation", "place", "thing"]


class _Operation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SetField(_Operation):
    """Write a value at a place; None deletes the key."""

    do: Literal["set"] = "set"
    place: Place
    value: Any


class Accept(_Operation):
    """Take the item as it is: its review goes. An empty place is the story itself."""

    do: Literal["accept"] = "accept"
    place: Place


class Drop(_Operation):
    """Delete an item; whatever refers to an entity, event or topic that goes no longer does."""

    do: Literal["drop"] = "drop"
    place: Place


class Add(_Operation):
    """Put an item at the end of a list, or before a place in it; an id is made for it where one is needed."""

    do: Literal["add"] = "add"
    place: Place
    """The list, as `["facts"]`; or the item that it stands before, as `["facts", 3]`."""
    item: dict[str, Any]


class MergeEntities(_Operation):
    """Make one entity of several: the first keeps its id and role, the names of the others become aliases."""

    do: Literal["merge"] = "merge"
    ids: tuple[str, ...] = Field(min_length=2)


class SplitEntity(_Operation):
    """Make an entity of its own of some of another one's aliases; the paragraphs that name it go with it."""

    do: Literal["split"] = "split"
    id: str
    aliases: tuple[str, ...] = Field(min_length=1)


class DropEntities(_Operation):
    """Delete entities, and whatever refers to them."""

    do: Literal["drop-entities"] = "drop-entities"
    ids: tuple[str, ...] = Field(min_length=1)


class RetypeEntities(_Operation):
    """Say what several entities are."""

    do: Literal["retype"] = "retype"
    ids: tuple[str, ...] = Field(min_length=1)
    type: EntityType


class ToggleClaim(_Operation):
    """Make a claim of a fact, or a fact of a claim; a claim gets this speaker."""

    do: Literal["toggle-claim"] = "toggle-claim"
    place: Place
    said_by: str | None = None


class CutSentence(_Operation):
    """Cut a fact or a sentence of the summary in two, at an offset into its text."""

    do: Literal["cut"] = "cut"
    place: Place
    at: int = Field(ge=1)


class Redate(_Operation):
    """Set the day on which the article was published; every date that was counted from it is counted anew."""

    do: Literal["redate"] = "redate"
    date: str


class Correct(_Operation):
    """Correct a fact or an event's detail aloud: what is right now, and what was wrong."""

    do: Literal["correct"] = "correct"
    place: Place
    """Of the text, as `["facts", 3, "text"]`, or `["events", 0, "place"]`."""
    value: Any
    told: str
    """The correction, in words for readers."""
    date: str
    """The day of the correction."""


class ChangePlan(_Operation):
    """Postpone, move, cancel or hold an event; its former plan goes under `history`."""

    do: Literal["plan"] = "plan"
    event: str
    status: Literal["scheduled", "postponed", "rescheduled", "cancelled", "held"]
    start: str | None = None
    """The new date; None keeps the date that stands, but of a postponed event deletes it."""
    changed: str
    """The day on which the change became known."""
    note: str | None = None
    source: dict[str, Any] | None = None
    """publisher, url, paragraph, as `history[].source` has them."""


class Retract(_Operation):
    """Take the story back, with the reason that readers are told."""

    do: Literal["retract"] = "retract"
    date: str
    reason: str


class Publish(_Operation):
    """Make a draft public."""

    do: Literal["publish"] = "publish"


Operation = Annotated[
    SetField
    | Accept
    | Drop
    | Add
    | MergeEntities
    | SplitEntity
    | DropEntities
    | RetypeEntities
    | ToggleClaim
    | CutSentence
    | Redate
    | Correct
    | ChangePlan
    | Retract
    | Publish,
    Field(discriminator="do"),
]
