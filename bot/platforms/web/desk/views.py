"""A manuscript as the page shows it: its data, what is wrong or to be reviewed, its dates in words, its timeline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.editing.log import Edit
from bot.core.editing.manuscripts import Manuscript
from bot.core.editing.operations import Place
from bot.core.editing.reviews import reviews_of
from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Story
from bot.core.stories.zones import zone_names
from bot.core.wording.language import Language, Voice
from bot.platforms.web.stories.timeline import draw, entries

PUBLIC = ("published", "retracted")
_DATED = ("date", "start", "changed")


def is_public(manuscript: Manuscript) -> bool:
    """True if the file says that readers have the story, or had it."""
    return manuscript.data.get("status") in PUBLIC


def shown(manuscript: Manuscript, language: Language, now: datetime) -> dict[str, Any]:
    """Return a manuscript as JSON for the page."""
    data = manuscript.data
    return {
        "slug": manuscript.slug,
        "digest": manuscript.digest,
        "writable": manuscript.is_writable,
        "data": data,
        "article": manuscript.article,
        "sound": manuscript.story is not None,
        "problems": problems_of(manuscript),
        "reviews": [{"place": each.place, "why": each.why} for each in reviews_of(data)],
        "words": dict(_dates_in_words(data, language)),
        "timeline": timeline_of(manuscript.story, Voice(language, now)) if manuscript.story else None,
    }


def problems_of(manuscript: Manuscript) -> list[dict[str, Any]]:
    """Return what is wrong, in the words of a check, each with the place that it leads to; reviews are left out."""
    places: Sequence[Place | None] = [*manuscript.places, *[None] * len(manuscript.problems)]
    return [
        {"line": each.line, "message": each.message, "warning": each.is_warning, "place": place}
        for each, place in zip(manuscript.problems, places, strict=False)
        if not (each.is_warning and each.message.startswith("review: "))
    ]


def timeline_of(story: Story, voice: Voice) -> dict[str, Any] | None:
    """Return the picture of all that a story dates, for the page to draw; None if it dates nothing."""
    dated = entries(story, voice)
    if not dated:
        return None
    picture = draw(dated, voice.today(), voice.language.gettext("today"))
    return {
        "width": picture.width,
        "height": picture.height,
        "today": {"words": picture.today, "y": picture.today_y},
        "marks": [
            {
                "key": f"{mark.entry.what} {mark.entry.text}",
                "kind": mark.entry.what,
                "rough": mark.entry.is_rough,
                "note": mark.entry.note,
                "when": mark.entry.when,
                "y": mark.y,
                "lines": mark.lines,
                "bar": mark.bar,
                "far": mark.far_from_last,
            }
            for mark in picture.marks
        ],
    }


def row(manuscript: Manuscript) -> dict[str, Any]:
    """Return a line of the list of stories."""
    data = manuscript.data
    return {
        "slug": manuscript.slug,
        "headline": _text(data.get("headline")) or manuscript.slug,
        "status": _text(data.get("status")) or "unreadable",
        "date": _text(data.get("date")),
        "reviews": len(reviews_of(data)),
        "errors": sum(not each.is_warning for each in manuscript.problems),
        "writable": manuscript.is_writable,
    }


def edited(edit: Edit) -> dict[str, Any]:
    """Return an edit as JSON for the page; not the file as it was."""
    return {
        "id": edit.id,
        "at": edit.at.isoformat(),
        "editor": edit.editor,
        "story": edit.story,
        "what": edit.what,
        "undone": edit.undone,
        "is_known": edit.before is not None,
    }


def in_words(when: EdtfDate, language: Language, zone: str) -> str:
    """Return a date in words, in a zone if that is known."""
    return language.date(when, ZoneInfo(zone) if zone in zone_names() else None)


def _dates_in_words(data: object, language: Language, place: Place = (), zone: str = "") -> Iterator[tuple[str, str]]:
    """Yield each date of the data in words, by its place as `facts.3.date`."""
    if isinstance(data, Mapping):
        zone = _text(data.get("zone")) or zone
        for key, value in data.items():
            if key in _DATED and isinstance(value, str | int):
                try:
                    words = in_words(EdtfDate.parse(str(value)), language, zone)
                except ValueError:
                    continue
                yield ".".join(map(str, (*place, key))), words
            else:
                yield from _dates_in_words(value, language, (*place, key), zone)
    elif isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from _dates_in_words(item, language, (*place, index), zone)


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
