"""What the steps of drafting found in an article, from which the items of a story are made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.article import Article, Attribution, Dating, Doubt, Found, Happening, Mention, Span


class Cast(Protocol):
    """Everybody and everything that an article names."""

    @property
    def found(self) -> Sequence[Found]:
        """In the order of the text."""
        ...

    def whom(self, mention: Mention) -> Found | None:
        """Return whom a name, an epithet or a pronoun means at its place."""
        ...


@dataclass(frozen=True, slots=True)
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
        """Yield whoever is named within a part of the text, each once."""
        for found in self.cast.found:
            if any(span.holds(mention.span) for mention in found.mentions):
                yield found

    def dated_in(self, span: Span) -> list[Dating]:
        """Return the date expressions within a part of the text."""
        return [each for each in self.datings if span.holds(each.span)]

    def date_of(self, dating: Dating) -> EdtfDate | None:
        """Return what a date expression means; in doubt if it counts from a day of publication that is."""
        date = dating.date
        may_doubt = date and not date.doubt and not date.span and date.precision < Precision.TIME
        if date and may_doubt and dating.is_counted and self.published.doubt:
            return EdtfDate.parse(f"{date}?")
        return date


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
