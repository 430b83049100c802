"""The studio holds all that a preview is made from; a visitor sets its scene: a clock, and switched events."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, field_validator
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.core.asking.desk import Desk
from bot.core.asking.platform import ChatKind, Platform
from bot.core.posting.chats import ChatStore
from bot.core.posting.redating import OtherDate, redated
from bot.core.posting.trial import Switch, switched
from bot.core.stories.dates import EdtfDate
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.story import Story
from bot.core.wording.language import Languages
from bot.platforms.web.pages import FOLDER
from bot.platforms.web.safety.visitors import visitor_of

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_MOST_SWITCHES = 20
MOST_VISITORS = 200


class VisitorsChats:
    """Keeps a chat store for each visitor; if there are too many, the one who was away for longest loses theirs.

    A store holds what its visitor chooses in the panes, and is gone when the process ends.
    """

    def __init__(self, new_store: Callable[[], ChatStore], most: int = MOST_VISITORS) -> None:
        self._new_store = new_store
        self._most = most
        self._stores: OrderedDict[str, ChatStore] = OrderedDict()

    def of(self, visitor: str) -> ChatStore:
        """Return the store of a visitor, by the visitor's id."""
        if visitor not in self._stores:
            self._stores[visitor] = self._new_store()
        self._stores.move_to_end(visitor)
        while len(self._stores) > self._most:
            self._stores.popitem(last=False)
        return self._stores[visitor]


def _within_reach(moment: datetime) -> datetime:
    if not _FIRST <= moment <= _LAST:
        raise ValueError("no calendar here reaches that far")
    return moment.astimezone(UTC)


BoundedMoment = Annotated[AwareDatetime, AfterValidator(_within_reach)]
"""A moment in UTC between the years 1900 and 2200."""


class SwitchSet(BaseModel):
    """An event that the visitor has postponed or cancelled, and the moment of that."""

    story: str
    event: str
    status: Literal["postponed", "cancelled"]
    at: BoundedMoment


class OtherDateSet(BaseModel):
    """An event that the visitor tries at another date."""

    story: str
    event: str
    start: EdtfDate

    @field_validator("start")
    @classmethod
    def _no_span(cls, start: EdtfDate) -> EdtfDate:
        if start.span:
            raise ValueError("an event has one date, and this is a span")
        return start


class Scene(BaseModel):
    """The time on the panes' clock, and the events that are switched or tried at another date.

    The browser sends it each time, and the bot keeps none.
    """

    at: BoundedMoment | None = None
    """The present moment if it is left out."""
    switches: Annotated[list[SwitchSet], Field(max_length=_MOST_SWITCHES)] = []

    dates: Annotated[list[OtherDateSet], Field(max_length=_MOST_SWITCHES)] = []
    draft: Annotated[str, Field(max_length=100)] | None = None
    """The slug of a story at the desk, which is shown alone, as if it were published."""

    def other_dates(self) -> Sequence[OtherDate]:
        """Return the events at other dates as the core knows them."""
        return [OtherDate(each.story, each.event, each.start) for each in self.dates]

    def switches_made(self) -> Sequence[Switch]:
        """Return the switches as the core knows them."""
        return [Switch(each.story, each.event, each.status, each.at) for each in self.switches]


@dataclass(frozen=True, slots=True)
class Seat:
    """The desk that answers a visitor, the chat of the pane in which they ask, and their browser's language."""

    desk: Desk
    view: ChatKind
    locale: str | None


Drafted = Callable[[Request, str], Awaitable[Story | None]]
"""Returns a story at the desk, by its slug, for an editor who sends a request; None if there is none to be shown."""


@dataclass(frozen=True, slots=True)
class Studio:
    """All that a preview is made from: stories, languages, a clock, the visitors' chats, and the platforms."""

    shelf: Shelf
    languages: Languages
    clock: Clock
    chats: VisitorsChats
    platforms: Sequence[Platform]
    page: str | None = None
    """The URL at which the stories can be read, if they are published."""
    drafted: Drafted | None = None

    @property
    def shown(self) -> Mapping[str, Any]:
        """The context of a page with panes; `drawn` names the platforms that have a drawing of their own."""
        drawings = FOLDER / "static" / "preview"
        names = [each.name for each in self.platforms if (drawings / each.name / "pane.js").exists()]
        return {"now": self.clock().isoformat(), "platforms": self.platforms, "drawn": names}

    async def seat(self, request: Request, scene: Scene, view: ChatKind) -> Seat:
        """Return the seat of the visitor who sends a request."""
        now = scene.at or self.clock()
        if scene.draft is not None:
            library = await self._only(request, scene.draft)
        else:
            library = await asyncio.to_thread(self.library, scene, now)  # it may have to index the stories of a day
        chats = self.chats.of(visitor_of(request).id)
        desk = Desk(lambda: library, chats, lambda: now, self.languages, page=self.page)
        return Seat(desk, view, locale_of(request))

    async def _only(self, request: Request, slug: str) -> Library:
        """Return a library of one story at the desk; a 404 if the visitor may not see it, or it has errors."""
        story = await self.drafted(request, slug) if self.drafted else None
        if story is None:
            raise HTTPException(404)
        return await asyncio.to_thread(Library, [story.model_copy(update={"status": "published"})])

    def library(self, scene: Scene, now: datetime) -> Library:
        """Return the stories up to that moment of the scene, with the events that are switched by then."""
        library = self.shelf().until(now.date()) if scene.at else self.shelf()
        return switched(
            redated(library, scene.other_dates()), [each for each in scene.switches_made() if each.at <= now]
        )


def locale_of(request: Request) -> str | None:
    """Return the tag of the language that the browser likes best; None if it names none."""
    first = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    return first[:35] or None
