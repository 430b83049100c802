"""Finds what a draft says and its article does not: names, numbers, dates and quotations.

A statement is compared with the paragraphs that it cites; a name may stand in another grammatical case there. What a
draft fills in where a story file needs words (a role, a credit) is no statement of the article.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple

from bot.core.stories.datelines import Dateline, date_problem, without_dates
from bot.core.stories.dates import EdtfDate
from bot.core.stories.spelling import base_forms, normalise
from bot.newsroom.article import holds_quotation, plain
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.forms import stems_of
from bot.newsroom.drafting.meaning import comparable, meant_dates
from bot.newsroom.drafting.phrases import fillings_of
from bot.newsroom.numbers import Number, numbers_in
from bot.newsroom.tree import Loc

_WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:[’'][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?…:]\s*[\"'“„«»‘(—–-]*\s*|[\"“„«‘(]\s*)\Z")
_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")
_LOOKED_BACK = 8
_STEM, _LONGEST_ENDING = 4, 3
_OPENERS = """
    the a an and of to in that is was for on with as by at from his her it not are will have has had be were which this
    but they or after who their about he she we you i there these those when while if since before during under over
    however meanwhile also two three four five no some many most all each one its our your both according despite more
    because than then now what why how can could may might must should would do does did only other such nobody none
    je su se da na za od u i koji koja koje što sa iz po ali kako će biti bi nije kao do nakon ili više ne on ona ono
    oni taj ta to tako ipak međutim dok kad kada jer zbog prema pored tokom tijekom svi neki mnogi dva tri jedan jedna
    ovo ova ovaj niko nitko iako ako samo još već tada zatim potom prije pre posle poslije uz protiv između dvije dve
    и в не на что с по как это его из к за от для но он она они был была было были так после который чтобы до об у во
    однако также если когда пока потому при под над без все многие некоторые два три один одна никто затем потом сейчас
    уже ещё только этот эта эти тот там здесь перед между согласно несмотря около более менее
"""
_BEGINNINGS = frozenset(normalise(word) for word in _OPENERS.split())
"""Words with which a sentence may begin, and which are no names."""
_TEXTS = (
    ("summary", "text"),
    ("entities", "role"),
    ("facts", "text"),
    ("quotations", "about"),
    ("events", "name"),
    ("events", "description"),
    ("events", "place"),
)
_DATED = (("facts", "date"), ("quotations", "date"), ("events", "start"))


class Invention(NamedTuple):
    """Something that the article does not have."""

    place: Loc
    kind: str
    """name, number, date or quotation."""
    text: str


class Verifier:
    """Compares statements with an article, which it reads once."""

    def __init__(self, article: Article, published: EdtfDate) -> None:
        self._article = article
        self._published = published
        self._plain = [plain(text) for text in article.paragraphs]
        self._words = [_comparable_words(text) for text in article.paragraphs]
        self._datelines: dict[int, Dateline] = {}
        self._numbers: dict[int, Sequence[Number]] = {}

    @property
    def everywhere(self) -> Sequence[int]:
        """All paragraphs."""
        return range(len(self._article.paragraphs))

    def statement(self, text: str, cited: Collection[int]) -> Iterator[tuple[str, str]]:
        """Yield each kind and text that a statement has and its paragraphs do not."""
        cited = [number for number in cited if number < len(self._article.paragraphs)]
        yield from (("name", name) for name in self._unknown_names(text, cited))
        stated = [each for number in cited for each in self._numbers_of(number)]
        for number in numbers_in(text, self._article.language):
            if not any(number.values & each.values for each in stated):
                yield "number", number.text
        yield from (("date", date) for date in self._unknown_dates(text, cited))
        for match in _QUOTED.finditer(text):
            words = match[match.lastindex or 0]
            if len(words.split()) > 1 and not self.holds(words, cited):
                yield "quotation", words

    def holds(self, quotation: str, cited: Collection[int]) -> bool:
        """True if a paragraph holds a quotation word for word."""
        return any(holds_quotation(self._plain[number], quotation) for number in cited if number < len(self._plain))

    def names(self, name: str, cited: Collection[int]) -> bool:
        """True if the paragraphs have all words of a name, in whatever case."""
        known = self._known(cited)
        return all(_is_known(word, known) for word in normalise(name, None).split())

    def dates(self, date: EdtfDate, cited: Collection[int]) -> bool:
        """True if the paragraphs state a date, or their words mean it."""
        lines = [self._dateline(number) for number in cited if number < len(self._article.paragraphs)]
        return date_problem(date, lines) is None or any((each, comparable(date)) in self._meant for each in cited)

    def _unknown_names(self, text: str, cited: Collection[int]) -> Iterator[str]:
        known = self._known(cited)
        text = without_dates(text, self._article.language)
        for match in _WORD.finditer(text):
            word = match[0]
            if len(word) < 2 or not word[0].isupper():
                continue
            form = normalise(word)
            if not form or all(_is_known(part, known) for part in form.split()):
                continue
            begins = _BEGINS.search(text[max(0, match.start() - _LOOKED_BACK) : match.start()])
            if not (begins and (form in _BEGINNINGS or _shares_a_stem(form, known))):
                yield word

    def _unknown_dates(self, text: str, cited: Collection[int]) -> Iterator[str]:
        said = Dateline.of(text, self._article.language)
        lines = [self._dateline(number) for number in cited]
        days = {(month, day) for line in lines for _, month, day in line.days}
        months = {month for line in lines for _, month in line.months}
        meant = [date for number, date in self._meant if number in cited]
        days |= {(int(date[5:7]), int(date[8:10])) for date in meant if re.match(r"\d{4}-\d\d-\d\d", date)}
        months |= {int(date[5:7]) for date in meant if re.match(r"\d{4}-\d\d", date)}
        yield from (f"{day}.{month}." for _, month, day in sorted(said.days, key=str) if (month, day) not in days)
        yield from (f"month {month}" for _, month in sorted(said.months, key=str) if month not in months)
        years = {year for line in lines for year in line.years} | {date[:4] for date in meant}
        told = {str(year) for year, *_ in (*said.days, *said.months) if year}
        yield from sorted(told - years - {str(self._published)[:4]})
        yield from (f"{hour}:{minute:02}" for hour, minute in sorted(said.times - {t for x in lines for t in x.times}))

    def _known(self, cited: Collection[int]) -> Set[str]:
        return frozenset().union(*(self._words[number] for number in cited if number < len(self._words)))

    def _numbers_of(self, paragraph: int) -> Sequence[Number]:
        if paragraph not in self._numbers:
            text = self._article.paragraphs[paragraph]
            self._numbers[paragraph] = numbers_in(text, self._article.language)
        return self._numbers[paragraph]

    def _dateline(self, paragraph: int) -> Dateline:
        if paragraph not in self._datelines:
            text = self._article.paragraphs[paragraph]
            self._datelines[paragraph] = Dateline.of(text, self._article.language)
        return self._datelines[paragraph]

    @cached_property
    def _meant(self) -> Set[tuple[int, str]]:
        """The dates that the article's words mean, each with its paragraph."""
        return meant_dates(self._article, self._published.first_day)


def inventions(data: Mapping[str, Any], article: Article) -> list[Invention]:
    """Return what the plain data of a draft has, and its article has nowhere."""
    published = EdtfDate.parse(str(data["date"]))
    return [*_inventions(data, Verifier(article, published), article)]


def _inventions(data: Mapping[str, Any], verifier: Verifier, article: Article) -> Iterator[Invention]:
    fillings = fillings_of(article.language)
    for kind, key in _TEXTS:
        for index, item in enumerate(data.get(kind, ())):
            text = item.get(key)
            text = text["text"] if isinstance(text, Mapping) else text
            if text and text not in fillings:
                for what, words in verifier.statement(text, verifier.everywhere):
                    yield Invention((kind, index, key), what, words)
    for index, item in enumerate(data["entities"]):
        for name in (item["name"], *item.get("aliases", ())):
            if name not in fillings and not verifier.names(name.removesuffix("…"), verifier.everywhere):
                yield Invention(("entities", index), "name", name)
    for index, item in enumerate(data.get("quotations", ())):
        if not verifier.holds(item["text"], _listed(item["paragraph"])):
            yield Invention(("quotations", index, "text"), "quotation", item["text"])
    yield from _dates(data, verifier)
    yield from _of_the_source(data, verifier, article)


def _dates(data: Mapping[str, Any], verifier: Verifier) -> Iterator[Invention]:
    for kind, key in _DATED:
        for index, item in enumerate(data.get(kind, ())):
            for date in filter(None, (item.get(key), *(each.get("start") for each in item.get("history", ())))):
                if not verifier.dates(EdtfDate.parse(str(date)), _listed(item["paragraph"])):
                    yield Invention((kind, index, key), "date", str(date))


def _of_the_source(data: Mapping[str, Any], verifier: Verifier, article: Article) -> Iterator[Invention]:
    """Yield what the credit and the source name, and neither the page nor the article does."""
    stated = article.source.model_dump(exclude_none=True)
    for key, value in data.get("source", {}).items():
        if stated.get(key) != value:
            yield Invention(("source", key), "name", str(value))
    day = EdtfDate.parse(str(data["date"]))
    if not day.doubt and day.day != article.published and not verifier.dates(day, verifier.everywhere):
        yield Invention(("date",), "date", str(day))


def _listed(paragraphs: int | Sequence[int]) -> Sequence[int]:
    return [paragraphs] if isinstance(paragraphs, int) else paragraphs


def _comparable_words(text: str) -> Set[str]:
    return frozenset(normalise(text, None).split())


def _is_known(word: str, known: Set[str]) -> bool:
    """True of a word that the article has, in this case or in another."""
    if word in known or any(form in known for form in base_forms(word)):
        return True
    near = [each for each in known if each[:2] == word[:2]]
    return any(word in base_forms(each) or stems_of(word) & stems_of(each) for each in near)


def _shares_a_stem(word: str, known: Set[str]) -> bool:
    """True of a word that begins as one of the article's does, and ends otherwise."""
    stem = word[: max(_STEM, len(word) - _LONGEST_ENDING)]
    return any(each.startswith(stem) and abs(len(each) - len(word)) <= _LONGEST_ENDING for each in known)
