"""Makes a run as a visitor wishes it: all that happens in the chats, in order, with the calls to each platform."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator

from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import leads_of, posting_hour_of, quiet_of, timezone_of
from bot.core.posting.redating import OtherDate, redated
from bot.core.posting.rehearsal import Rehearsed, usual_span
from bot.core.posting.subscribers import plan_for
from bot.core.posting.trial import Changed, Dropped, Happening, Outage, Trial
from bot.core.stories.library import Library
from bot.core.wording.cards import Card
from bot.platforms.web.preview.studio import BoundedMoment, Scene, Studio
from bot.platforms.web.rehearse.audience import Listener

MOST_CHATS = 20
MOST_POSTS = 500
"""The most posts of one run: the earliest ones, without those due at the same moment as the first beyond them."""


def _unless_empty(stored: Callable[[str], str]) -> AfterValidator:
    return AfterValidator(lambda text: stored(text) if text else "")


class SampleChat(BaseModel):
    """The settings of the sample chat; an empty field stands for the default."""

    timezone: Annotated[str, Field(max_length=100), _unless_empty(timezone_of)] = ""
    hour: Annotated[str, Field(max_length=100), _unless_empty(posting_hour_of)] = ""
    quiet: Annotated[str, Field(max_length=100), _unless_empty(quiet_of)] = ""
    leads: Annotated[str, Field(max_length=200), _unless_empty(leads_of)] = ""

    def settings(self) -> ChatSettings:
        """Return the settings as a chat would have stored them."""
        return ChatSettings(
            timezone=self.timezone or None,
            posting_hour=self.hour or None,
            quiet=self.quiet or None,
            leads=self.leads or None,
        )


class TimeSpan(BaseModel):
    """The time from `since` on and before `until`."""

    since: BoundedMoment
    until: BoundedMoment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until <= self.since:
            raise ValueError("it ends before it begins")
        return self


class RehearsalRequest(BaseModel):
    """The body of a request for a run; if it has no span, the usual one is rehearsed."""

    span: TimeSpan | None = None
    sample: SampleChat = SampleChat()
    outage: TimeSpan | None = None
    scene: Scene = Scene()

    def outage_tried(self) -> Outage | None:
        """Return the outage as the core knows it, if there is one."""
        return Outage(self.outage.since, self.outage.until) if self.outage else None


def run(studio: Studio, asked: RehearsalRequest, listeners: Sequence[Listener]) -> dict[str, Any]:
    """Return the whole run as JSON for the page to play."""
    others = asked.scene.other_dates()
    library = redated(studio.shelf(), others)
    since, until = usual_span(library, studio.clock())
    if asked.span:
        since, until = asked.span.since, asked.span.until
    drawn = listeners[:MOST_CHATS]
    due = sorted(each.planned.at for chat in drawn for each in plan_for(library, chat.subscriber, since, until))
    cut = due[MOST_POSTS] if len(due) > MOST_POSTS else until
    written = _Written(studio)
    happenings = [
        (happening.at, number, listener, happening)
        for number, listener in enumerate(drawn)
        for happening in _tried(studio, library, asked, listener).run(since, cut)
    ]
    happenings.sort(key=lambda each: each[:2])
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "chats": [
            {"name": each.name, "platform": each.subscriber.chat.platform, "pane": each.pane, "view": each.view}
            for each in drawn
        ],
        "events": list(_events(library, others, [happening for *_, happening in happenings])),
        "happenings": [
            {"chat": number, **written.happening(listener, happening)} for _, number, listener, happening in happenings
        ],
        "left_off": {"posts": sum(at >= cut for at in due), "chats": len(listeners) - len(drawn)},
    }


def _tried(studio: Studio, library: Library, asked: RehearsalRequest, listener: Listener) -> Trial:
    language = studio.languages.get(listener.subscriber.settings.language)
    return Trial(library, listener.subscriber, language, asked.scene.switches_made(), asked.outage_tried())


def _events(library: Library, others: Sequence[OtherDate], happenings: Sequence[Happening]) -> Iterator[dict[str, Any]]:
    """Yield, each once, the events that something is posted about, and those at other dates: these can be changed."""
    about = [*map(_about, happenings), *((each.story, each.event) for each in others)]
    for slug, event_id in dict.fromkeys(about):
        if found := library.find_event(slug, event_id):
            story, event = found
            named = {"story": slug, "headline": story.headline, "event": event_id, "name": event.name}
            yield {**named, "start": str(event.start)}


def _about(happening: Happening) -> tuple[str, str]:
    if isinstance(happening, Changed):
        return happening.switch.story, happening.switch.event
    return happening.planned.story.slug, happening.planned.event.id


class _Written:
    """Writes happenings as JSON."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    def happening(self, listener: Listener, happening: Happening) -> dict[str, Any]:
        match happening:
            case Rehearsed():
                return {"kind": "post", **_row(happening), **self._card(listener, happening.card)}
            case Dropped():
                return {"kind": "skipped", **_row(happening)}
            case Changed():
                return {"kind": "change", **self._change(listener, happening)}

    def _change(self, listener: Listener, changed: Changed) -> dict[str, Any]:
        switch = changed.switch
        return {
            "at": _utc(changed.at),
            "key": f"{switch.story}/{switch.event} {switch.status}",
            "story": switch.story,
            "event": switch.event,
            "status": switch.status,
            "withdrawn": [_row(each) for each in changed.withdrawn],
            "told": self._card(listener, changed.told) if changed.told else None,
            "edited": [
                {**_row(each.post), "reason": each.reason, **self._card(listener, each.card)} for each in changed.edited
            ],
        }

    def _card(self, listener: Listener, card: Card) -> dict[str, Any]:
        """Return the call and the payload that each platform would be sent for a card."""
        posted = {each.name: each.likeness().posted(card, listener.view) for each in self._studio.platforms}
        return {
            "calls": {name: call.method for name, call in posted.items()},
            "payloads": {name: call.payload for name, call in posted.items()},
        }


def _row(post: Rehearsed | Dropped) -> dict[str, Any]:
    """Return a post as JSON: its times in UTC and on the chat's clock, its notice, its marks and its reason."""
    planned = post.planned
    return {
        "key": f"{planned.story.slug}/{planned.event.id} {planned.lead}",
        "at": _utc(post.at),
        "due": _utc(planned.at),
        "local": f"{post.local:%Y-%m-%dT%H:%M}",
        "zone": post.local.tzname(),
        "story": planned.story.slug,
        "event": planned.event.id,
        "name": planned.event.name,
        "lead": str(planned.lead),
        "marks": _marks(post) if isinstance(post, Rehearsed) else [],
        "reason": post.reason if isinstance(post, Dropped) else "",
    }


def _marks(post: Rehearsed) -> list[str]:
    marks = (("late", post.late), ("silent", post.silent), ("waited for quiet hours", post.waited))
    return [mark for mark, is_so in marks if is_so]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
