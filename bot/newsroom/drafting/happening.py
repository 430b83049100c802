"""Finds what was still to come when the article was published, and proposes each as an event."""

from collections.abc import Sequence
from typing import Protocol

from bot.newsroom.drafting.article import Article, Dating, Found, Happening


class Places(Protocol):
    """The cast of an article, as far as events need it."""

    @property
    def found(self) -> Sequence[Found]:
        """Everybody and everything that the article names."""
        ...


def zone_of(article: Article, cast: Places) -> str | None:
    """Return the zone of the place that the article is written from, or is mostly about; None if no place has one."""
    raise NotImplementedError(article, cast)


def happenings_of(article: Article, datings: Sequence[Dating], cast: Places) -> list[Happening]:
    """Return what was still to come at publication, each told once, in the order of the text.

    `datings`: as `datings_of` returns them. The name is the noun phrase that happens, in the article's words.
    """
    raise NotImplementedError(article, datings, cast)
