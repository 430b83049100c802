"""Turns one story file into a story, or into everything that is wrong with it, each at its line."""

import os
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.core.errors import Problem
from bot.core.stories.dates import EdtfDate
from bot.core.stories.fields import Kind, listed
from bot.core.stories.leads import Lead
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import Story, parse_story
from bot.newsroom.reviews import open_reviews
from bot.newsroom.source import MOST_FAULTS, Fault, Source, first_faults, read_source
from bot.newsroom.tree import Loc
from bot.newsroom.wording import describe, folder_problem

_MOST_LISTED = 10_000  # pydantic lists all or none
_SENTENCE_ENDS = tuple(".!?…。؟।")
_LONGEST_MESSAGE = 500
_NEVER_COMES = "before this event never comes, as its start has no time: give it one, or write a lead in days"
_AFTER_THE_END = "\"'”’»)]“"


@dataclass(frozen=True, slots=True)
class Checked:
    """The result for one story file: a story, or problems."""

    slug: str
    story: Story | None
    problems: tuple[Problem, ...]
    draft: bool = False
    """True if its file says that it is a draft: then its problems hold up nobody but its author."""


def check_bytes(raw: bytes, file: Path) -> Checked:
    """Check the contents of a file; the name of its folder is the story's slug."""
    slug = slug_of(file)
    source = read_source(raw)
    story, errors, too_many = _parse(source.data, slug) if source.data is not None else (None, [], [])
    complaints, left_out = _complaints(source, errors)
    faults = {
        *source.faults,
        *too_many,
        *complaints,
        *_unfinished_sentences(source),
        *_timeless(source),
        *open_reviews(source),
        *_folder_fault(slug),
    }
    problems = tuple(Problem(file, fault.line, _one_line(fault.message)) for fault in first_faults(faults, left_out))
    is_draft = source.data is not None and source.data.get("status") == "draft"
    return Checked(slug, None if problems else story, problems, is_draft)


def unreadable(file: Path, message: str) -> Checked:
    """Report a story whose file could not be read at all."""
    return Checked(slug_of(file), None, (Problem(file, 1, message),))


def slug_of(file: Path) -> str:
    """Return the slug of a story file: the name of its folder."""
    return Path(os.path.abspath(file)).parent.name  # noqa: PTH100 -- pathlib keeps “..”, which is no name


def _one_line(message: str) -> str:
    """Put a message that quotes the file into one line, and shorten it: the quotation may be long."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}…"


def _parse(data: Mapping[str, object], slug: str) -> tuple[Story | None, list[ErrorDetails], list[Fault]]:
    """Return a story; or pydantic's errors, or the fault that there are too many to list."""
    try:
        return parse_story({**data, "slug": slug}), [], []
    except ValidationError as error:
        if (count := error.error_count()) > _MOST_LISTED:
            return None, [], [Fault(1, f"{count:,} things are wrong here, too many to list: this is hardly a story")]
        return None, error.errors(include_url=False), []


def _complaints(source: Source, errors: list[ErrorDetails]) -> tuple[list[Fault], int]:
    """Return the first errors in words, one more than are shown, and the number of the others."""
    data = source.data or {}
    if "slug" in data:
        errors = [*errors, ErrorDetails(type="extra_forbidden", loc=("slug",), msg="", input=None)]
    first = _first_items(data)
    fit = [each for each in errors if not (source.is_silent(each["loc"]) or _is_told_elsewhere(each, first))]
    placed = sorted((source.line(_place(each)), number) for number, each in enumerate(fit))
    told = placed[: MOST_FAULTS + 1]
    return [Fault(line, describe(fit[number])) for line, number in told], len(placed) - len(told)


def _place(error: ErrorDetails) -> Loc:
    """Return the place of an error; of one about a whole list, the item that it is about, if it names one."""
    context = error.get("ctx") or {}
    return (*error["loc"], context["item"]) if "item" in context else error["loc"]


def _is_told_elsewhere(error: ErrorDetails, first: Set[Loc]) -> bool:
    return _is_folder(error) or _is_filled(error) or (error["type"] == "duplicate" and error["loc"][:-1] in first)


def _is_folder(error: ErrorDetails) -> bool:
    return error["loc"] == ("slug",) and error["type"] != "extra_forbidden"


def _is_filled(error: ErrorDetails) -> bool:
    """True if pydantic calls a list too short only because all its items are faulty."""
    return error["type"] == "too_short" and bool(error["input"])


def _first_items(data: Mapping[str, object]) -> Set[Loc]:
    """Return the place of the first item with each id: of items with the same id, the first one may stand."""
    first: dict[tuple[str, str], Loc] = {}
    for kind in get_args(Kind):
        for place, item in listed(data, kind):
            if isinstance(item.get("id"), str):
                first.setdefault((kind, item["id"]), place)
    return frozenset(first.values())


def _unfinished_sentences(source: Source) -> Iterator[Fault]:
    summary = (source.data or {}).get("summary")
    for index, item in enumerate(summary if isinstance(summary, list) else ()):
        text = item.get("text") if isinstance(item, dict) else None
        if isinstance(text, str) and text.strip() and not text.strip().rstrip(_AFTER_THE_END).endswith(_SENTENCE_ENDS):
            loc: Loc = ("summary", index, "text")
            yield Fault(source.line(loc), "a sentence of the summary ends with a full stop; they are shown as one text")


def _timeless(source: Source) -> Iterator[Fault]:
    """Yield an event's own leads in hours if its start has no time; the story's leads are for events that have one."""
    events = (source.data or {}).get("events")
    for index, event in enumerate(events if isinstance(events, list) else ()):
        leads = event.get("leads") if isinstance(event, dict) else None
        if not isinstance(leads, list) or event.get("status", "scheduled") not in AWAITED or not _lacks_time(event):
            continue
        for number, text in enumerate(leads):
            if isinstance(text, str) and _is_in_hours(text):
                yield Fault(source.line(("events", index, "leads", number)), f"“{text}” {_NEVER_COMES}")


def _lacks_time(event: Mapping[str, object]) -> bool:
    try:
        return EdtfDate.parse(str(event.get("start"))).moment is None
    except ValueError:  # this is a fault of its own
        return False


def _is_in_hours(text: str) -> bool:
    try:
        return not Lead.parse(text).in_days
    except ValueError:
        return False


def _folder_fault(slug: str) -> Iterator[Fault]:
    if message := folder_problem(slug):
        yield Fault(1, message)
