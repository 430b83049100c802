"""Telegram's HTML: the one place where plain text becomes markup, and is counted and cut. It knows nothing of cards."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

# Control characters, and surrogates that stand alone: Telegram refuses them, or turns them into something else.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# The next run may begin with a name, so an @ at the end counts too.
_PING = re.compile(r"@(?=\w|$)")
_WORD_JOINER = "\u2060"
# A word with the spaces after it. A text without spaces is cut too, into chunks that fit a message even when escaped.
_WORD = re.compile(r"\S{1,400}\s{0,400}|\s{1,400}")


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag and its closing one."""

    opening: str = ""
    closing: str = ""

    def around(self, inner: "Tag") -> "Tag":
        """Return both tags as one, with this one outside."""
        return Tag(self.opening + inner.opening, inner.closing + self.closing)


PLAIN = Tag()
BOLD = Tag("<b>", "</b>")
ITALIC = Tag("<i>", "</i>")
QUOTE = Tag("<blockquote>", "</blockquote>")
FOLDED = Tag("<blockquote expandable>", "</blockquote>")
_LONGEST_LINK = 2000  # of the 4096 units of a message; the longest word, escaped, has as many


def time_tag(at: datetime, *, relative: bool) -> Tag:
    """Return a tag around a moment's words: some apps count down, or show the reader's own time at a tap."""
    seconds = int(at.timestamp())
    if not 0 < seconds < 2**31:  # the entity holds no other number
        return PLAIN
    style = ' format="r"' if relative else ""
    return Tag(f'<tg-time unix="{seconds}"{style}>', "</tg-time>")


def link_tag(url: str) -> Tag:
    """Return a tag around the words of a link; an address that leaves no room for words is left out."""
    opening = f'<a href="{html.escape(url)}">'
    return Tag(opening, "</a>") if units(opening) <= _LONGEST_LINK else PLAIN


@dataclass(frozen=True, slots=True)
class Run:
    """Plain text under one tag."""

    text: str
    tag: Tag = PLAIN

    def __str__(self) -> str:
        return f"{self.tag.opening}{escape(self.text)}{self.tag.closing}" if self.text else ""


def clean(text: str) -> str:
    """Return the text without characters that cannot be sent."""
    return _CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n")))


def one_line(text: str, most: int) -> str:
    """Return the text in one line of at most so many characters, without those that cannot be sent; it may be empty."""
    line = " ".join(clean(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def escape(text: str) -> str:
    """Return HTML that shows the text and pings nobody."""
    return _PING.sub("@" + _WORD_JOINER, html.escape(clean(text), quote=False))


def units(text: str) -> int:
    """Return the text's length as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def to_html(runs: Iterable[Run]) -> str:
    """Return the runs as HTML, one after the other; neighbours under the same tag share it."""
    joined = (Run("".join(run.text for run in same), tag) for tag, same in groupby(runs, lambda run: run.tag))
    return "".join(map(str, joined)).strip()


def split(runs: Iterable[Run], limit: int) -> Iterator[str]:
    """Yield the runs as HTML in well-formed parts of at most `limit` units, cut at spaces where there are any."""
    part: list[Run] = []
    size = 0
    for word in _words(runs):
        cost = units(str(word))
        if part and size + cost > limit:
            yield to_html(part)
            part, size = [], 0
        if part and part[-1].tag == word.tag:
            part[-1] = Run(part[-1].text + word.text, word.tag)
            size += units(escape(word.text))
        else:
            part.append(word)
            size += cost
    yield to_html(part)


def _words(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        for word in _WORD.findall(clean(run.text)):
            yield Run(word, run.tag)
