"""Builds plain data from YAML events: mappings, lists and texts, with the line of each.

It reads events, because the nodes that PyYAML composes no longer tell an alias from a copy, and know no limit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NoReturn

import yaml
from yaml.reader import Reader

from bot.newsroom.hints import NO_BREAK

Loc = tuple[str | int, ...]

MAX_DEPTH = 10
MAX_EVENTS = 200_000  # a long story has some 2,000
_NOTHING = ("", "~", "null")  # all of YAML's ways to write no value
_COMMENT = re.compile(r"\s*#[^\s#]")
_NO_ALIAS = "a text that begins with “&” or “*” needs quotation marks around it"
_NO_COMMENT = "what follows the “#” would not be read: put quotation marks around the text, or a space after the “#”"
# Characters that change how text is drawn or ordered, or that nobody sees; joiners and direction marks are for writing.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def invisible(text: str) -> str | None:
    """Return the fault of a text that holds a character which no reader sees; None if it holds none."""
    found = _INVISIBLE.search(text)
    return f"there is an invisible character here, U+{ord(found[0]):04X}: delete it" if found else None


def without_invisible(text: str) -> str:
    """Return a text that a story file can hold: without characters that no reader sees, and those that no text has."""
    return Reader.NON_PRINTABLE.sub("", _INVISIBLE.sub("", text))


class _NoStory(Exception):
    """The data is nested deeper, or has more parts, than any story."""


class TreeBuilder:
    """Reads one document; its faults are collected in `faults` as (line, message)."""

    def __init__(self, events: Iterable[yaml.Event], lines: Sequence[str] = ()) -> None:
        self.lines: dict[Loc, int] = {}
        self.faults: list[tuple[int, str]] = []
        self.silent: set[Loc] = set()
        self._events = self._bounded(events)
        self._text = lines

    def fault(self, line: int, message: str, *silenced: Loc) -> None:
        """Note a fault at a line, and the places that need no further complaint."""
        self.faults.append((line, message))
        self.silent.update(silenced)

    def document(self) -> dict[str, object] | None:
        """Return the mapping in the file; None if there is none, or if it is larger than a story may be."""
        try:
            return self._document()
        except _NoStory:
            return None

    def _bounded(self, events: Iterable[yaml.Event]) -> Iterator[yaml.Event]:
        """Yield the events up to the limit of a story: all of them count, also those that build nothing."""
        depth = 0
        for number, event in enumerate(events):
            depth += _step(event)
            if depth > MAX_DEPTH:
                self._refuse(event, "nested too deep: no part of a story lies as deep as this")
            if number >= MAX_EVENTS:
                self._refuse(event, "here the file has more keys and values than any story; what follows is not read")
            yield event

    def _refuse(self, event: yaml.Event, message: str) -> NoReturn:
        self.fault(_line(event), message)
        raise _NoStory

    def _document(self) -> dict[str, object] | None:
        next(self._events)
        if isinstance(start := next(self._events), yaml.StreamEndEvent):
            self.fault(1, "the file is empty")
            return None
        line = self.lines[()] = _line(start)
        data = self._node(next(self._events), ())
        self._end()
        if not isinstance(data, dict) and () not in self.silent:
            self.fault(line, "a story is made of keys with values, such as “headline: …”; this is something else")
        return data if isinstance(data, dict) else None

    def _end(self) -> None:
        next(self._events)
        if isinstance(event := next(self._events), yaml.DocumentStartEvent):
            self.fault(_line(event), "a second document begins here; a story file holds one, so delete this “---”")
            for _ in self._events:
                pass  # read to the end, to find the faults of the rest of the file

    def _node(self, event: yaml.Event, loc: Loc) -> object:
        self.lines.setdefault(loc, _line(event))
        self._refuse_marks(event, loc)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._node(item, (*loc, index)) for index, item in enumerate(self._until(yaml.SequenceEndEvent))]
        return self._scalar(event, loc) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, loc: Loc) -> dict[str, object]:
        data: dict[str, object] = {}
        for event in self._until(yaml.MappingEndEvent):
            key = self._key(event)
            if key is None:
                self._skip(next(self._events))
            elif key in data:
                first = self.lines[*loc, key]
                is_item = loc and isinstance(loc[-1], int) and key == next(iter(data))
                hint = "; if a new item begins here, put a hyphen before it" if is_item else ""
                self.fault(_line(event), f"the key “{key}” stands here again; the first is on line {first}{hint}")
                self._skip(next(self._events))
            else:
                self.lines[*loc, key] = _line(event)
                data[key] = self._node(next(self._events), (*loc, key))
        return data

    def _key(self, event: yaml.Event) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            if "\xa0" in event.value:
                self.fault(_line(event), NO_BREAK)
            return event.value
        self.fault(_line(event), "a key must be one plain word; a text with brackets needs quotation marks")
        self._skip(event)
        return None

    def _scalar(self, event: yaml.ScalarEvent, loc: Loc) -> str | None:
        if event.style and (message := invisible(event.value)):  # written as \u202e, say
            self.fault(_line(event), message)
        if self._goes_on(event):
            self.fault(_line(event), _NO_COMMENT, loc)
        if event.style or event.value not in _NOTHING:
            return event.value
        if loc in self.silent:
            return None
        last = loc[-1] if loc else "---"
        what = f"“{last}”" if isinstance(last, str) else "this item"
        self.fault(self.lines[loc], f"{what} is empty; write a value, or delete the line", loc)
        return None

    def _goes_on(self, event: yaml.Event) -> bool:
        """True if the line goes on with a comment that was hardly meant as one."""
        end = event.end_mark
        return bool(end and end.line < len(self._text) and _COMMENT.match(self._text[end.line], end.column))

    def _refuse_marks(self, event: yaml.Event, *silenced: Loc) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.fault(_line(event), _NO_ALIAS, *silenced)
        elif getattr(event, "anchor", None):
            self.fault(_line(event), _NO_ALIAS)
        if tag := getattr(event, "tag", None):
            message = f"a text that begins with “!” needs quotation marks around it; or delete “{tag}”"
            self.fault(_line(event), message, *silenced)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event

    def _skip(self, event: yaml.Event) -> None:
        depth = _step(event)
        while depth:
            depth += _step(next(self._events))


def _step(event: yaml.Event) -> int:
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
