"""Reads when an article was published, and what its date expressions mean, counted from that day.

What these functions do is said here, for the steps of drafting and for the desk.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Article, Dating


@dataclass(frozen=True, slots=True)
class Redated:
    """A date that another day of publication changes."""

    paragraph: int
    text: str
    """The words of the article."""
    was: EdtfDate
    now: EdtfDate


def publication_of(article: Article, today: date) -> Dating | None:
    """Return the day of publication as an EDTF day, with `?` where it is inferred; None if nothing tells it.

    The page's own statement comes first, then a date line, then what the text lets one infer. A day after `today`, the
    machine's, is believed. A day that the page states has an empty span in the headline.
    """
    if article.published is None:
        return None
    raise NotImplementedError(today)


def datings_of(article: Article, published: date, zone: str | None = None) -> list[Dating]:
    """Return every date expression of the article, in the order of the text, headline included.

    `zone`: the IANA zone in which its clock times are, where they name none; None for the usual one of the language.
    Expressions that count from an event (“a day before the runoff”) are resolved too where the article dates the event;
    their date is None otherwise.
    """
    raise NotImplementedError(article, published, zone)


def redated(article: Article, old: date, new: date, zone: str | None = None) -> list[Redated]:
    """Return the dates that are others if the article was published on the new day rather than the old one.

    A date value of the story that stands for a paragraph and equals `was` becomes `now`; the times of day stay.
    """
    raise NotImplementedError(article, old, new, zone)


def readings(
    article: Article, published: date, paragraphs: Collection[int], value: str = "", zone: str | None = None
) -> list[EdtfDate]:
    """Return what else a date with this EDTF value may be, by the words of these paragraphs, likeliest first.

    The value itself is not among them. With an empty value: every date that the paragraphs state.
    """
    raise NotImplementedError(article, published, paragraphs, value, zone)
