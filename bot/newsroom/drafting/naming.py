"""Finds whom and what an article names.

So far this finds names of several words, and words of them alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.stories.fields import ID_LENGTH
from bot.core.stories.spelling import normalise
from bot.newsroom.drafting.article import Article, Found, Mention, Span

_WORD = r"[^\W\d_a-zа-яёђјљњћџčćžšđ][^\W\d_]+(?:[’'-][^\W\d_]+)*"
_NAME = re.compile(rf"(?<![\w’'])(?P<name>{_WORD}(?:\s+{_WORD}){{1,3}})")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that an article names."""

    found: Sequence[Found]

    def whom(self, mention: Mention) -> Found | None:
        """Return whom a name, an epithet or a pronoun means at its place."""
        words = normalise(mention.text).split()
        named = [each for each in self.found if words and {*words} <= {*normalise(each.name).split()}]
        return named[0] if len(named) == 1 else None


def cast_of(article: Article) -> Cast:
    """Return everybody and everything that an article names, in the order of the text."""
    mentions: dict[str, list[Mention]] = {}
    for number, text in article.body:
        for match in _NAME.finditer(text):
            mentions.setdefault(match["name"], []).append(Mention(Span(number, *match.span("name")), match["name"]))
    named = list(mentions.items())[:_MOST]
    return Cast([Found(_id_of(name), "person", name, "", (), tuple(where)) for name, where in named])


def _id_of(name: str) -> str:
    return normalise(name).replace(" ", "-")[:ID_LENGTH].strip("-") or "name"
