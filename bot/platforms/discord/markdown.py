"""Discord's Markdown: the text of a card is escaped, so that nothing in it can become markup, a link or a mention."""

import re
from itertools import groupby

from bot.core.wording.cards import Line, Moment, Span

_NO_TEXT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_BROADCAST = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
# Besides what is markup anywhere: a dash, a plus or a number that would begin a list, the colon of a link.
_MARKUP = re.compile(r"[\\*_~|`<>\[\]()#@]|(?<!\S)[-+](?!\S)|(?<=\d)\.(?!\S)|:(?=//)")
_FORMATS = {"full": "F", "relative": "R"}


def one_line(text: str) -> str:
    """The text without line breaks and what is no text at all, such as control characters and halves of pairs."""
    return _NO_TEXT.sub(" ", text)


def escape(text: str) -> str:
    """The text as Markdown that shows it as it is, in one line."""
    text = _BROADCAST.sub("@\u200b", one_line(text))
    return _MARKUP.sub(r"\\\g<0>", text)


def escape_line(line: Line) -> str:
    """A line as Markdown; moments become timestamps, which Discord shows in each reader's own zone."""
    return "".join(
        escape("".join(map(str, spans))) if is_text else "".join(map(_timestamp, spans))
        for is_text, spans in groupby(line, key=lambda span: isinstance(span, str))
    ).strip()


def _timestamp(span: Span) -> str:
    assert isinstance(span, Moment)
    timestamp = f"<t:{int(span.at.timestamp())}:{_FORMATS[span.style]}>"
    return f"{timestamp} ({escape(span.local)})" if span.local else timestamp
