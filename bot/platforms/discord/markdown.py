"""Discord's Markdown: the text of a card is escaped, so that nothing in it can become markup, a link or a mention.

The text must fit Discord's limits: lengths are in UTF-16 units, the strictest of the ways in which it may count.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from bot.core.wording.cards import Line, Link, Moment, Span

ELLIPSIS = "…"

# These must not be torn apart: an escaped character, a timestamp, a link; a bracket of the text is escaped.
_ATOM = re.compile(r"\\.|<t:-?\d+:\w>|\[(?:\\.|[^\]\\])*\]\([^()\s]*\)|.", re.DOTALL)
_NO_TEXT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_BROADCAST = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
# Characters that are markup in one place only: a dash, a plus or a number that begins a list, the colon of a link.
_MARKUP = re.compile(r"[\\*_~|`<>\[\]()#@]|(?<!\S)[-+](?!\S)|(?<=\d)\.(?!\S)|:(?=//)")
_LONGEST_LINK = 2000  # of the 4096 units of a message: its words have room too
_FORMATS = {"full": "F", "relative": "R"}


def one_line(text: str) -> str:
    """Return the text without line breaks, control characters, halves of pairs and the like."""
    return _NO_TEXT.sub(" ", text)


def escape(text: str) -> str:
    """Return the text as Markdown that shows it unchanged, in one line."""
    text = _BROADCAST.sub("@\u200b", one_line(text))
    return _MARKUP.sub(r"\\\g<0>", text)


def escape_line(line: Line) -> str:
    """Return a line as Markdown; moments become timestamps, which Discord shows in each reader's own zone."""
    return "".join(
        escape("".join(map(str, spans))) if is_text else "".join(map(_marked_up, spans))
        for is_text, spans in groupby(line, key=lambda span: isinstance(span, str))
    ).strip()


def _marked_up(span: Span) -> str:
    return _masked(span) if isinstance(span, Link) else _timestamp(span)


def _masked(link: Link) -> str:
    """Return a masked link; Discord takes none whose words look like an address, so those stay without a link."""
    words = escape(link.words).strip()
    url = link.url.replace("(", "%28").replace(")", "%29")
    return f"[{words}]({url})" if words and "//" not in words and size(words + url) <= _LONGEST_LINK else words


def _timestamp(span: Span) -> str:
    assert isinstance(span, Moment)
    timestamp = f"<t:{int(span.at.timestamp())}:{_FORMATS[span.style]}>"
    return f"{timestamp} ({escape(span.local)})" if span.local else timestamp


def size(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """Return the text or, if it is longer than the limit, its beginning and an ellipsis; escapes stay whole."""
    if size(text) <= limit:
        return text
    room = limit - size(ELLIPSIS)
    for atom in _ATOM.finditer(text):
        room -= size(atom[0])
        if room < 0:
            break
    return text[: atom.start()].rstrip() + ELLIPSIS


def split(text: str, limit: int) -> Iterator[str]:
    """Yield the text in parts within the limit, each ending at a space where it has one; escapes stay whole."""
    part: list[str] = []
    room = limit
    for atom in _ATOM.findall(text):
        if size(atom) > room:
            head, part = _at_last_space(part, atom)
            yield "".join(head)
            room = limit - size("".join(part))
        part.append(atom)
        room -= size(atom)
    yield "".join(part)


def _at_last_space(part: list[str], following: str) -> tuple[list[str], list[str]]:
    last = next((at for at in reversed(range(len(part))) if part[at] == " "), 0)
    if following.isspace() or not last:
        return part, []
    return part[:last], part[last + 1 :]
