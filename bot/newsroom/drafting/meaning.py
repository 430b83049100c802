"""The dates that an article's words mean, paragraph by paragraph, for whoever compares a date with them."""

from collections.abc import Iterator, Set
from datetime import date

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.dating import datings_of


def comparable(date: EdtfDate) -> str:
    """Return a date as it is compared: a time by the clock at its place, any date without its doubt."""
    return date.text[:16] if date.moment else str(date.undoubted)


def meant_dates(article: Article, published: date) -> Set[tuple[int, str]]:
    """Return each paragraph with each date, comparable, that its words may mean."""
    found = datings_of(article, published)
    return {
        (each.span.paragraph, comparable(date)) for each in found for date in _readings(each.date, *each.alternatives)
    }


def _readings(*found: EdtfDate | None) -> Iterator[EdtfDate]:
    """Yield the dates; of a span its ends too; of a time its day, as the clocks of a place may skip the time."""
    for each in filter(None, found):
        yield each
        yield from filter(None, each.span or ())
        if each.moment:
            yield EdtfDate.parse(each.text[:10])
