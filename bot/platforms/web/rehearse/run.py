"""A run: all that happens in the rehearsed chats, in order, with what each platform would be sent."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from bot.core.cards import Card
from bot.core.library import Library
from bot.core.planning import AWAITED
from bot.core.rehearsal import Rehearsed, usual_span
from bot.core.trial import Changed, Dropped, Happening, Trial
from bot.platforms.web.preview.studio import Studio
from bot.platforms.web.rehearse.audience import Listener
from bot.platforms.web.rehearse.plans import Plan

MOST_HAPPENINGS = 500
_MOST_EVENTS = 200


def run(studio: Studio, plan: Plan, listeners: Sequence[Listener]) -> dict[str, Any]:
    """The whole run, for the page to play."""
    library = studio.shelf()
    since, until = usual_span(library, studio.clock())
    if plan.span:
        since, until = plan.span.since, plan.span.until
    written = _Written(studio)
    happenings = [
        (happening.at, number, listener, happening)
        for number, listener in enumerate(listeners)
        for happening in _tried(studio, library, plan, listener).run(since, until)
    ]
    happenings.sort(key=lambda each: each[:2])
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "chats": [{"name": each.name, "pane": each.pane, "view": each.view} for each in listeners],
        "events": list(islice(_events(library), _MOST_EVENTS)),
        "happenings": [
            {"chat": number, **written.happening(listener, happening)}
            for _, number, listener, happening in happenings[:MOST_HAPPENINGS]
        ],
        "left_off": max(0, len(happenings) - MOST_HAPPENINGS),
    }


def _tried(studio: Studio, library: Library, plan: Plan, listener: Listener) -> Trial:
    language = studio.languages.get(listener.subscriber.settings.language)
    return Trial(library, listener.subscriber, language, plan.scene.switches_made(), plan.outage_tried())


def _events(library: Library) -> Iterator[dict[str, Any]]:
    """What can be switched."""
    for story in library.stories:
        for event in story.events:
            if event.status in AWAITED:
                named = {"story": story.slug, "headline": story.headline, "event": event.id, "name": event.name}
                yield {**named, "start": str(event.start)}


class _Written:
    """Happenings as JSON."""

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
        """What each platform would be sent for it."""
        looks = {"telegram": self._studio.telegram(), "discord": self._studio.discord()}
        is_private = listener.view == "private"
        rendered = {name: (look.private if is_private else look.shared)(card) for name, look in looks.items()}
        return {"payloads": {name: looks[name].as_one(messages) for name, messages in rendered.items()}}


def _row(post: Rehearsed | Dropped) -> dict[str, Any]:
    """When, in UTC and on the chat's clock, and which notice."""
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
