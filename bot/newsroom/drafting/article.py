"""An article as every step of drafting sees it: its paragraphs, and what its page says about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bot.core.stories.dates import EdtfDate
from bot.core.stories.plans import EventStatus
from bot.core.stories.story import Source


class Span(NamedTuple):
    """A part of a paragraph, as offsets into its text; the headline is paragraph 0."""

    paragraph: int
    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """True if the other part lies within this one."""
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True if both have a character in common."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end

    def stripped(self, text: str) -> "Span":
        """Return the part without the blanks at its ends; `text` is that of its paragraph."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        return Span(self.paragraph, start, max(start, self.start + len(words.rstrip())))


@dataclass(frozen=True, slots=True)
class Article:
    """An article, read from a text or a page; nothing in it is inferred."""

    paragraphs: tuple[str, ...]
    """As `newsroom.article.paragraphs_of` counts them: the headline is the first."""
    language: str
    """The tag of its language: en, bs, sr, hr, ru."""
    published: date | None = None
    source: Source = field(default_factory=Source)
    """Publisher, link, byline and picture, as far as the page states them."""

    def text(self, span: Span) -> str:
        """Return the words of a part."""
        return self.paragraphs[span.paragraph][span.start : span.end]

    @property
    def body(self) -> Iterator[tuple[int, str]]:
        """The paragraphs after the headline, each with its number."""
        yield from enumerate(self.paragraphs[1:], start=1)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that an editor should look at: why, in an editor's words, and how much it matters."""

    why: str
    weight: int
    """From 1 to 9: a wrong publication date makes every date wrong (9), a role may be told better (1)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or point to somebody or something: “Milorad Dodik”, “the Serb member”, “she”."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """What somebody is reported to have said, in a quotation or in the article's words."""

    content: Span
    """What was said; for a quotation without its marks. Parts of a split quotation are attributions of their own."""
    quoted: bool
    """True if the words stand between quotation marks."""
    speakers: tuple[Mention, ...]
    """As the text names them beside it, or in the sentence before; empty if nobody is named."""
    via: Mention | None = None
    """The outlet that the text names as having carried it."""
    to: Mention | None = None
    """Whom it was said to, if the text says so."""
    denied: bool = False
    """True of “declined to say”, “did not say that”: it is no claim."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A person, organisation, place or thing that the article names."""

    id: str
    type: str
    """As `Entity.type` has it: person, organisation, place or thing."""
    name: str
    role: str
    """In the article's words; empty if it states none."""
    aliases: tuple[str, ...]
    """The other forms in which the article names it; no pronouns."""
    mentions: tuple[Mention, ...]
    """In the order of the text; names alone, not what only points to it."""
    role_paragraph: int | None = None
    plural: bool = False
    same_as: tuple[str, ...] = ()
    """As `country:BA` and `geonames:3191281`; only where exactly one place fits."""
    zone: str | None = None
    """The IANA time zone of a place that is linked."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def paragraphs(self) -> Sequence[int]:
        """The paragraphs that name it."""
        return sorted({each.span.paragraph for each in self.mentions})


@dataclass(frozen=True, slots=True)
class Dating:
    """A date expression of the article, with the date that it means as far as that can be told."""

    span: Span
    text: str
    date: EdtfDate | None
    """The likeliest reading; None if there is none, as “recently” or “the day after the runoff” before it is known."""
    rule: str
    """How it was read, in an editor's words: “the Thursday after the day of publication”."""
    alternatives: tuple[EdtfDate, ...] = ()
    """Other readings, likeliest first."""
    is_counted: bool = False
    """True if it is counted from the day of publication, and moves with it."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated happening that was still to come when the article was published: an event to propose."""

    name: str
    """Short, in the article's words: “the runoff”."""
    dating: Dating
    sentence: Span
    status: EventStatus = "scheduled"
    """postponed, rescheduled or cancelled where the article says so."""
    former: Dating | None = None
    """The date that held before, where the article tells of a change."""
    place: Mention | None = None
    zone: str = "UTC"
    """The IANA time zone of its place, or of the article's."""
    others: tuple[Span, ...] = ()
    """Other sentences that tell of it."""
    doubts: tuple[Doubt, ...] = ()
