"""Compares a story with the article it was written from: its quotations, dates, numbers, names and own words."""

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, Protocol

from bot.core.errors import Problem, SettingsError
from bot.core.stories.datelines import Dateline, date_problem
from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Story
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.meaning import comparable, meant_dates
from bot.newsroom.files import read_file
from bot.newsroom.numbers import Number, numbers_in, years_between
from bot.newsroom.source import MAX_BYTES, Fault, Source, first_faults, read_source
from bot.newsroom.spellings import misspelt, words_of
from bot.newsroom.tree import Loc

ARTICLE_FILE = "article.txt"
"""The article that a story was drafted from, beside its file; it is compared, and never shown."""
COPIED = 8  # a run of so many words is no longer the newsroom's own

_MARKS = str.maketrans(dict.fromkeys("\"'“”„‟‘’‚‛«»‹›`´", "") | dict.fromkeys("‐‑‒–—―", "-"))
_OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?")
_WORD_OR_SIGN = r"\w+|[^\w\s]"
_EDGES = " \n.,;:!?-"

_MOST_COMPARED = 100_000_000  # characters of the article, over all searches: a long article is searched often
_A_LOOK = 200  # starting a search costs as much time as so many characters
_STANDARD_INPUT = ("-", "/dev/stdin")
_CITING = ("summary", "entities", "facts", "quotations", "events")
_DATED = ("facts", "quotations")
_STATEMENTS = (
    ("summary", "text"),
    ("entities", "role"),
    ("facts", "text"),
    ("quotations", "about"),
    ("events", "description"),
)
_OWN_WORDS = (*_STATEMENTS, ("corrections", "text"))


class _Citing(Protocol):
    """A part of a story that cites paragraphs."""

    @property
    def paragraph(self) -> tuple[int, ...]: ...


def check_against_article(story: Story, file: Path, article: Path) -> list[Problem]:
    """Return the parts of the story's file that disagree with the article, which is a file or “-” for standard input.

    Raises SettingsError if one of them cannot be read, or the article is too large.
    """
    return compare_with_article(story, file, _read("story", file), paragraphs_of(_read_article(article)))


def article_beside(file: Path) -> Path | None:
    """Return the article that is kept beside a story's file, or None."""
    article = file.parent / ARTICLE_FILE
    return article if article.is_file() and not article.is_symlink() else None


def compare_with_article(story: Story, file: Path, raw: bytes, paragraphs: Sequence[str]) -> list[Problem]:
    """Return the parts of a story's file, which holds these bytes, that disagree with the article's paragraphs."""
    found = set(_Comparison(story, read_source(raw), paragraphs).faults())
    told = [
        *first_faults(fault for fault in found if not fault.is_warning),
        *(fault._replace(is_warning=True) for fault in first_faults(fault for fault in found if fault.is_warning)),
    ]
    return [Problem(file, *fault) for fault in told]


def _read_article(path: Path) -> str:
    raw = _read("article", path)
    if len(raw) > MAX_BYTES:
        raise SettingsError(f"the article “{path}” is larger than {MAX_BYTES:,} bytes; an article is far smaller")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"the article “{path}” is not UTF-8; save it as UTF-8") from error


def _read(what: str, path: Path) -> bytes:
    try:
        if str(path) in _STANDARD_INPUT:
            if sys.stdin is None:
                raise SettingsError(f"cannot read the {what} “{path}” (standard input is closed)")
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        return read_file(path, MAX_BYTES)
    except OSError as error:
        raise SettingsError(f"cannot read the {what} “{path}” ({error.strerror})") from error


class _Comparison:
    """Compares one story with one article's paragraphs."""

    def __init__(self, story: Story, source: Source, paragraphs: Sequence[str]) -> None:
        self._story = story
        self._source = source
        self._paragraphs = paragraphs
        self._plain = [plain(text) for text in paragraphs]
        self._datelines: dict[int, Dateline] = {}
        self._numbers: dict[int, Sequence[Number]] = {}
        self._compared = 0
        self._reckoned: Set[tuple[int, str]] | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield every disagreement, at its line of the story file."""
        yield from self._missing_paragraphs()
        yield from self._unfound_quotations()
        yield from self._unfound_dates()
        yield from self._unfound_numbers()
        yield from self._misspelt_names()
        if not self._story.credit.own:
            yield from self._copied_words()

    def _missing_paragraphs(self) -> Iterator[Fault]:
        last = len(self._paragraphs) - 1
        for loc, item in self._items(*_CITING):
            for number in item.paragraph:
                if number > last:
                    yield self._fault((*loc, "paragraph"), f"the article has no paragraph {number}; its last is {last}")

    def _unfound_quotations(self) -> Iterator[Fault]:
        for loc, quotation in self._items("quotations"):
            if self._compared > _MOST_COMPARED:
                yield self._fault(
                    loc, "the article is too long for so many quotations: from here on they are unchecked"
                )
                return
            if not self._holding(quotation.text, self._cited(quotation)):
                elsewhere = self._holding(quotation.text, range(len(self._paragraphs)))
                hint = f"; paragraph {elsewhere[0]} does" if elsewhere else ""
                yield self._fault((*loc, "text"), f"no cited paragraph holds this quotation word for word{hint}")

    def _holding(self, quotation: str, numbers: Iterable[int]) -> list[int]:
        """Return the first of these paragraphs that holds the quotation, or nothing."""
        for number in numbers:
            self._compared += len(self._plain[number]) + _A_LOOK
            if holds_quotation(self._plain[number], quotation):
                return [number]
        return []

    def _unfound_dates(self) -> Iterator[Fault]:
        for loc, date, item in self._dates():
            cited = self._cited(item)
            problem = date and date_problem(date, [*map(self._dateline, cited)])
            if date and problem and not self._is_reckoned(date, cited):
                yield self._fault(loc, problem)

    def _is_reckoned(self, date: EdtfDate, cited: Collection[int]) -> bool:
        """True if the words of a cited paragraph mean the date, counted from the day of the story: “next Thursday”."""
        if self._reckoned is None:
            article, day = Article((*self._paragraphs,), self._story.language), self._story.date.day
            self._reckoned = meant_dates(article, day) if day else frozenset()
        return any((paragraph, comparable(date)) in self._reckoned for paragraph in cited)

    def _dates(self) -> Iterator[tuple[Loc, EdtfDate | None, _Citing]]:
        """Yield the dates that the article has to state; of an event the last plan of which the article may tell."""
        for key in _DATED:
            for loc, item in self._items(key):
                yield (*loc, "date"), item.date, item
        for loc, event in self._items("events"):
            since = (index for index, each in enumerate(event.history) if not each.may_stand_in(self._story.date))
            if (later := next(since, None)) is None:
                yield (*loc, "start"), event.start, event
            else:
                yield (*loc, "history", later, "start"), event.history[later].start, event

    def _dateline(self, number: int) -> Dateline:
        """Read the dates in a paragraph, once."""
        if number not in self._datelines:
            self._datelines[number] = Dateline.of(self._paragraphs[number], self._story.language)
        return self._datelines[number]

    def _unfound_numbers(self) -> Iterator[Fault]:
        """Yield the numbers of statements that stand in no cited paragraph; a warning if it may be worked out."""
        year = self._story.date.first_day.year
        for loc, item, field in self._statements():
            numbers = numbers_in(getattr(item, field), self._story.language)
            stated = [each for number in self._cited(item) for each in self._numbers_of(number)] if numbers else []
            for each in numbers:
                between = years_between(stated, year) if each.counts_years(self._story.language) else frozenset()
                if each.is_stated(stated) or each.text == str(year) or each.values & between:
                    continue
                slip = each.slip_of(stated)
                near = f"; it has {slip.text}" if slip else "; was it worked out?"
                message = f"no cited paragraph has the number {each.text}{near}"
                yield self._fault((*loc, field), message)._replace(is_warning=each.is_year or not slip)

    def _numbers_of(self, paragraph: int) -> Sequence[Number]:
        if paragraph not in self._numbers:
            self._numbers[paragraph] = numbers_in(self._paragraphs[paragraph], self._story.language)
        return self._numbers[paragraph]

    def _misspelt_names(self) -> Iterator[Fault]:
        article = words_of(" ".join(self._paragraphs))
        known = {*article, *self._own_spellings(article)}
        people = ((loc, each, "name") for loc, each in self._items("entities") if each.type == "person")
        for loc, item, field in (*self._statements(), *people):
            cited = {word for number in self._cited(item) for word in words_of(self._paragraphs[number])}
            for name, meant in misspelt(getattr(item, field), sorted(cited), known, self._story.language):
                message = f"“{name}” is spelt “{meant}” in the article: write it so, or add that as an alias"
                yield self._fault((*loc, field), message)._replace(is_warning=True)

    def _own_spellings(self, article: Set[str]) -> Iterator[str]:
        """Yield the spellings of names that an entity bears beside the article's own."""
        for each in self._story.entities:
            words = words_of(" ".join((each.name, *each.aliases)))
            for name, _ in misspelt(" ".join(words), words & article, article, self._story.language):
                yield name

    def _statements(self) -> Iterator[tuple[Loc, Any, str]]:
        for key, field in _STATEMENTS:
            for loc, item in self._items(key):
                yield loc, item, field

    def _copied_words(self) -> Iterator[Fault]:
        known = runs_in(self._paragraphs)
        for key, field in _OWN_WORDS:
            for loc, item in self._items(key):
                if words := copied_words(getattr(item, field), known):
                    message = f"{len(words)} words in a row are the article's: “{' '.join(words)}”; say it in your own"
                    yield self._fault((*loc, field), message)._replace(is_warning=self._story.status == "draft")

    def _items(self, *keys: str) -> Iterator[tuple[Loc, Any]]:
        for key in keys:
            for index, item in enumerate(getattr(self._story, key)):
                yield (key, index), item

    def _cited(self, item: _Citing) -> list[int]:
        return [number for number in item.paragraph if number < len(self._paragraphs)]

    def _fault(self, loc: Loc, message: str) -> Fault:
        return Fault(self._source.line(loc), message)


def paragraphs_of(article: str) -> list[str]:
    """Return the article's blocks between blank lines, each on one line; the headline is the first."""
    blocks = re.split(r"\n\s*\n", "\n".join(article.splitlines()))
    return [" ".join(block.split()) for block in blocks if block.strip()]


def plain(text: str) -> str:
    """Return a text's words and signs, separated by blanks; all quotation marks are alike, and all dashes."""
    return f" {' '.join(re.findall(_WORD_OR_SIGN, text.translate(_MARKS)))} "


def holds_quotation(paragraph: str, quotation: str) -> bool:
    """True if the words stand in this order in a `plain` paragraph; “…” may stand for words that are left out.

    White space and punctuation at the ends do not count.
    """
    parts = [
        plain(part) for part in (part.strip(_EDGES) for part in _OMISSION.split(quotation.translate(_MARKS))) if part
    ]
    at = 0
    for part in parts:  # the first place of each part leaves the most room for the next, so one search each is enough
        found = paragraph.find(part, at)
        if found < 0:
            return False
        at = found + len(part) - 1
    return bool(parts)


def runs_in(paragraphs: Iterable[str]) -> Set[tuple[str, ...]]:
    """Return every `COPIED` words in a row of a text."""
    return {run for paragraph in paragraphs for run in _runs(_words(paragraph))}


def copied_words(statement: str, known: Set[tuple[str, ...]]) -> list[str]:
    """Return the longest run of words that a statement shares with the known ones; [] if shorter than `COPIED`."""
    words = _words(statement)
    longest: list[str] = []
    current: list[str] = []
    for start, run in enumerate(_runs(words)):
        if run in known:
            current = [*current, words[start + COPIED - 1]] if current else list(run)
            longest = max(longest, current, key=len)
        else:
            current = []
    return longest


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.translate(_MARKS).casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))
