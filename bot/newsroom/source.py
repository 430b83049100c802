"""Reads a story file as plain data, with the line of everything in it and its faults as YAML.

YAML's own typing is left out: every value stays the text that was written, so that `1995`, `2022-10-02` and `no`
mean what they say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import yaml
from yaml.reader import Reader

from bot.newsroom.hints import explain
from bot.newsroom.tree import Loc, TreeBuilder, invisible

MAX_BYTES = 1_000_000
MOST_FAULTS = 100  # in one file; nobody mends more at a time
# A %TAG line serves only tags, which a story has none of; and the parser compares each with all before it.
_TAG_DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])(%TAG)")
_Parser: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Fault(NamedTuple):
    """A fault at a line (from 1)."""

    line: int
    message: str
    is_warning: bool = False


def first_faults(faults: Iterable[Fault], left_out: int = 0) -> list[Fault]:
    """Return the first faults by line; then the number of the others, `left_out` included, at their first line."""
    found = sorted(faults)
    shown, rest = found[:MOST_FAULTS], found[MOST_FAULTS:]
    if rest:
        more = len(rest) + left_out
        shown.append(Fault(rest[0].line, f"… and {more:,} more things are wrong from here on"))
    return shown


@dataclass(frozen=True, slots=True)
class Source:
    """A story file as read: `data` is None if it cannot be read; at a `silent` place a fault is reported already."""

    data: Mapping[str, object] | None
    lines: Mapping[Loc, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    silent: Set[Loc] = frozenset()

    def line(self, loc: Loc) -> int:
        """Return the line of a place, or of the nearest place around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def is_silent(self, loc: Loc) -> bool:
        """True if a fault of this place, or of one around it, is reported already."""
        return any(loc[:end] in self.silent for end in range(len(loc) + 1))


def read_source(raw: bytes) -> Source:
    """Read the contents of a story file; never raises, whatever the bytes are."""
    if len(raw) > MAX_BYTES:
        return _unreadable(1, f"the file is larger than {MAX_BYTES:,} bytes; a story is far smaller")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _unreadable(raw.count(b"\n", 0, error.start) + 1, "the file is not UTF-8 here; save it as UTF-8")
    if odd := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        return _unreadable(line, f"there is a character here that no text holds: U+{ord(odd[0]):04X}")
    if directive := _TAG_DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.start(1)) + 1
        return _unreadable(line, "a text that begins with “%” needs quotation marks around it; or delete this line")
    source = _read_yaml(text)
    return replace(source, faults=(*_invisible_characters(text), *source.faults))


def _invisible_characters(text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), start=1):
        if message := invisible(line):
            yield Fault(number, message)


def _read_yaml(text: str) -> Source:
    builder = TreeBuilder(yaml.parse(text, Loader=_Parser), text.splitlines())
    try:
        data = builder.document()
    except yaml.MarkedYAMLError as error:
        builder.fault(*explain(error, text))
        data = None
    faults = tuple(Fault(*fault) for fault in builder.faults)
    return Source(data, builder.lines, faults, builder.silent)


def _unreadable(line: int, message: str) -> Source:
    return Source(None, faults=(Fault(line, message),))
