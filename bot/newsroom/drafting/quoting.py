"""Finds who is reported to have said what.

So far this finds quotations whose speaker is named right beside them, by a verb of saying.
"""

import re
from collections.abc import Iterator

from bot.newsroom.drafting.article import Article, Attribution, Mention, Span

_QUOTED = re.compile(r"“([^“”]{1,4000})”|„([^„“”]{1,4000})[“”]|«([^«»]{1,4000})»|\"([^\"]{1,4000})\"")
_NAME = r"(?P<name>[^\W\d_a-zа-яё][\w’'-]*(?:\s+[^\W\d_a-zа-яё][\w’'-]*){0,3})"
_VERB = (
    r"(?:said|says|told|added|asked|wrote|called|rekao|rekla|kazao|kazala|dodao|dodala|izjavio|izjavila|poručio|poručila|"
    r"рекао|рекла|казао|казала|додао|додала|изјавио|изјавила|сказал|сказала|заявил|заявила|добавил|добавила|отметил)"
)
_AFTER = re.compile(
    rf"[\s,.–—-]*(?:{_VERB}\s+(?:je\s+|је\s+)?{_NAME}|{_NAME.replace('name', 'first')}\s+(?:je\s+)?{_VERB})\b"
)
_BEFORE = re.compile(rf"{_NAME}\s+(?:je\s+|је\s+)?{_VERB}\b[^.!?\"“„«]{{0,60}}\Z")
_NEAR = 120
_FEWEST_WORDS = 2


def attributions_of(article: Article) -> list[Attribution]:
    """Return what somebody is reported to have said, in the order of the text."""
    return [each for number, text in article.body for each in _quoted(number, text)]


def _quoted(number: int, text: str) -> Iterator[Attribution]:
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        if len(match[group].split()) < _FEWEST_WORDS:
            continue
        speaker = _speaker(number, text, match)
        yield Attribution(Span(number, *match.span(group)), True, (speaker,) if speaker else ())


def _speaker(number: int, text: str, quoted: re.Match[str]) -> Mention | None:
    start = max(0, quoted.start() - _NEAR)
    found = _AFTER.match(text[: quoted.end() + _NEAR], quoted.end())
    if not found:
        found = _BEFORE.search(text[: quoted.start()], start)
    if not found:
        return None
    name = next(key for key in ("name", "first") if found.groupdict().get(key))
    return Mention(Span(number, *found.span(name)), found[name])
