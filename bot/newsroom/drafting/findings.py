"""What the steps of drafting found in an article, from which the items of a story are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.article import Article, Attribution, Dating, Doubt, Found, Happening, Mention, Span

T = TypeVar("T")


class Cast(Protocol):
    """Everybody and everything that an article names."""

    @property
    def found(self) -> Sequence[Found]:
        """In the order of the text."""
        ...

    def whom(self, mention: Mention) -> Found | None:
        """Return whom a name, an epithet or a pronoun means at its place."""
        ...


@dataclass(frozen=True)
class Findings:
    """An article and all that was found in it."""

    article: Article
    published: EdtfDate
    """The day of publication; with `?` where it is inferred."""
    sentences: tuple[Span, ...]
    """Of the paragraphs that hold sentences; the headline has none."""
    cast: Cast
    attributions: tuple[Attribution, ...] = ()
    datings: tuple[Dating, ...] = ()
    happenings: tuple[Happening, ...] = ()
    publication: Dating | None = None
    """What told the day of publication; None if nothing did, and the machine's day stands in."""
    own: bool = False
    """True if the article is the newsroom's own."""

    def named_in(self, span: Span) -> Iterator[Found]:
        """Yield whoever is named within a part of the text, each once, in the order of the text."""
        here = (found for where, found in self._mentioned.get(span.paragraph, ()) if span.holds(where))
        yield from {found.id: found for found in here}.values()

    def dated_in(self, span: Span) -> list[Dating]:
        """Return the date expressions within a part of the text."""
        return [each for each in self._dated.get(span.paragraph, ()) if span.holds(each.span)]

    def said_in(self, span: Span) -> list[Attribution]:
        """Return what somebody is reported to have said in a part of the text, or beyond it."""
        return [each for each in self._said.get(span.paragraph, ()) if span.overlaps(each.content)]

    @cached_property
    def _mentioned(self) -> Mapping[int, Sequence[tuple[Span, Found]]]:
        mentions = ((mention.span, found) for found in self.cast.found for mention in found.mentions)
        return _by_paragraph(sorted(mentions, key=itemgetter(0)), lambda each: each[0])

    @cached_property
    def _dated(self) -> Mapping[int, Sequence[Dating]]:
        return _by_paragraph(self.datings, lambda each: each.span)

    @cached_property
    def _said(self) -> Mapping[int, Sequence[Attribution]]:
        return _by_paragraph(self.attributions, lambda each: each.content)

    def date_of(self, dating: Dating) -> EdtfDate | None:
        """Return what a date expression means; in doubt if it counts from a day of publication that is."""
        date = dating.date
        may_doubt = date and not date.doubt and not date.span and date.precision < Precision.TIME
        if date and may_doubt and dating.is_counted and self.published.doubt:
            return EdtfDate.parse(f"{date}?")
        return date


def _by_paragraph(items: Iterable[T], span_of: Callable[[T], Span]) -> Mapping[int, Sequence[T]]:
    found: dict[int, list[T]] = {}
    for item in items:
        found.setdefault(span_of(item).paragraph, []).append(item)
    return found


@dataclass(slots=True)
class Item:
    """An item of the story to be: its data, what to ask the editor, and the dates that its words tell."""

    kind: str
    """The list that it stands in: facts, entities, …"""
    data: dict[str, Any]
    doubts: list[Doubt] = field(default_factory=list)
    datings: list[Dating] = field(default_factory=list)
    """Told in comments."""

    def ask(self, why: str, weight: int) -> None:
        """Ask the editor."""
        self.doubts.append(Doubt(why, weight))
