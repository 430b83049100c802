"""Drafts a story from an article: puts together what the steps found, each item with its paragraph and its doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.core.stories.dates import EdtfDate
from bot.core.stories.spelling import normalise
from bot.core.wording.language import Language
from bot.newsroom.drafting.article import Article, Dating, Doubt, Span
from bot.newsroom.drafting.dating import datings_of, publication_of
from bot.newsroom.drafting.doubting import add_reviews, thin_out
from bot.newsroom.drafting.findings import Findings, Item
from bot.newsroom.drafting.happening import happenings_of, zone_of
from bot.newsroom.drafting.members import entities_of, events_of, sentences_with_events, subject, unnamed_speaker
from bot.newsroom.drafting.mending import mended
from bot.newsroom.drafting.names import CLOSING, ENDS, MOST_CHARACTERS, shortened, slug_for
from bot.newsroom.drafting.naming import cast_of
from bot.newsroom.drafting.phrases import UNNAMED, Phrases, phrases_of
from bot.newsroom.drafting.quoting import attributions_of
from bot.newsroom.drafting.sentences import sentences_of
from bot.newsroom.drafting.statements import Speakers, statements_of, summary_of
from bot.newsroom.drafting.yaml_text import Comments, yaml_of

MOST_DRAFTED = 40_000
"""Characters of an article; what stands behind them is kept, and not taken apart."""
_HEADLINE = 200
_LISTS = ("summary", "entities", "facts", "quotations", "events")
_LEAST_WORDS = 3  # of a paragraph that tells something

REWRITE = "The sentences are still the article’s: say each in your own words before this is published."
_HEAD = (
    "A draft, made by rules from the article beside it. content/README.md explains every key;",
    "`newspeg check` lists what to look at. Readers do not see it while it is a draft.",
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A story file to be, with the article that it was made of."""

    article: Article
    data: dict[str, Any]
    """The plain data of a valid story with the status `draft`."""
    text: str
    """The story file, with comments."""
    published: EdtfDate
    """The day of publication; with `?` where it is inferred."""
    datings: tuple[Dating, ...]
    """Every date expression of the article."""
    comments: Comments = field(default_factory=dict)
    """What stands before an item, by the `id` of its data."""
    notes: tuple[str, ...] = ()
    """What became of its refining; told at the head of the file."""

    @property
    def slug(self) -> str:
        """A name for its folder."""
        return slug_for(self.article.paragraphs[0])

    @property
    def article_text(self) -> str:
        """The article as it is kept beside the story file."""
        return "\n\n".join(self.article.paragraphs) + "\n"


def draft(article: Article, today: date, *, own: bool = False) -> Draft:
    """Draft a story, which is valid whatever the article is like.

    `today`: the machine's day, on which it counts as published if nothing tells when. `own`: it is the newsroom's own
    article, whose sentences may stay.
    """
    findings = find_in(_bounded(article), today, own=own)
    phrases = phrases_of(article.language, " ".join(article.paragraphs[:3]))
    items = _items(findings, phrases)
    data = mended(_put_together(findings, items), article.paragraphs, phrases.roles.__getitem__)
    kept = {id(each) for value in data.values() for each in (value if isinstance(value, list) else [value])}
    items = [each for each in items if id(each.data) in kept]
    is_cut = findings.article.paragraphs != article.paragraphs
    if review := add_reviews([*_story_doubts(findings, is_cut=is_cut)], items):
        data = {"status": data["status"], "review": review, **data}
    comments = {id(each.data): [*_comments(findings, each)] for each in items}
    text = yaml_of(data, comments, _HEAD)
    return Draft(article, data, text, findings.published, findings.datings, comments)


def redrafted(made: Draft, data: dict[str, Any], comments: Comments, notes: Sequence[str]) -> Draft:
    """Return a draft with other data, without what a check would refuse of it."""
    phrases = phrases_of(made.article.language, " ".join(made.article.paragraphs[:3]))
    data = mended(data, made.article.paragraphs, phrases.roles.__getitem__)
    thin_out(data)
    kept = [id(each) for items in data.values() if isinstance(items, list) for each in items]
    comments = {item: comments[item] for item in kept if item in comments}
    text = yaml_of(data, comments, (*_HEAD, *notes))
    return replace(made, data=data, text=text, comments=comments, notes=tuple(notes))


def find_in(article: Article, today: date, *, own: bool = False) -> Findings:
    """Run all the steps on an article."""
    cast = cast_of(article)
    publication = publication_of(article, today)
    published = (publication and publication.date) or EdtfDate.parse(f"{today.isoformat()}?")
    datings = datings_of(article, published.first_day, zone_of(article, cast))
    happenings = happenings_of(article, datings, cast, published.first_day)
    sentences = tuple(_sentences(article))
    said = tuple(attributions_of(article))
    return Findings(article, published, sentences, cast, said, tuple(datings), tuple(happenings), publication, own)


def _bounded(article: Article) -> Article:
    """Return the article's first paragraphs, as many as are taken apart; the last may be cut at a word."""
    kept, left = [], MOST_DRAFTED
    for paragraph in article.paragraphs:
        whole = paragraph if len(paragraph) <= left else paragraph[:left].rpartition(" ")[0] or paragraph[:left]
        kept.append(whole)
        left -= len(whole)
        if left <= 0 or len(whole) < len(paragraph):
            break
    return replace(article, paragraphs=tuple(kept))


def _sentences(article: Article) -> Iterator[Span]:
    """Yield the sentences of the body; of an article that is one paragraph, those of that one.

    A heading, a byline or a line that links elsewhere has none, as it does not end as a sentence does.
    """
    body = [*article.body] or [*enumerate(article.paragraphs)]
    prose = [each for each in body if _is_prose(each[1])]
    for number, text in prose or body:
        yield from (Span(number, start, end) for start, end in sentences_of(text, article.language))


def _is_prose(paragraph: str) -> bool:
    return paragraph.rstrip(CLOSING).endswith(ENDS) and len(paragraph.split()) >= _LEAST_WORDS


def _items(findings: Findings, phrases: Phrases) -> list[Item]:
    """Return everything of the story that an editor may be asked about, list by list."""
    named = [*entities_of(findings, phrases)]
    speakers = Speakers(findings, {found: item.data["id"] for found, item in named})
    events = [*events_of(findings, speakers)]
    statements = [*statements_of(findings, speakers, sentences_with_events(events))]
    entities = [item for _, item in named]
    if unnamed := [each.data["paragraph"] for each in statements if UNNAMED in _said_by(each)]:
        entities.append(unnamed_speaker(phrases, unnamed))
    summary = [*summary_of(findings)]
    if not any(each.kind == "facts" for each in statements):
        statements.append(Item("facts", {**summary[0].data}))
    return [
        _credit(findings, phrases, [item for _, item in named]),
        *summary,
        *(entities or [subject(findings, phrases)]),
        *statements,
        *(item for _, item in events),
    ]


def _put_together(findings: Findings, items: Sequence[Item]) -> dict[str, Any]:
    """Return the story's data."""
    article = findings.article
    (credit,) = (each.data for each in items if each.kind == "credit")
    data: dict[str, Any] = {"status": "draft", "headline": shortened(article.paragraphs[0], _HEADLINE)}
    data |= {"language": article.language, "date": str(findings.published), "credit": credit}
    data |= {"source": source} if (source := article.source.model_dump(exclude_none=True)) else {}
    for kind in _LISTS:
        data |= {kind: found} if (found := [each.data for each in items if each.kind == kind]) else {}
    return data


def _said_by(item: Item) -> list[str]:
    said_by = item.data.get("said_by", [])
    return [said_by] if isinstance(said_by, str) else said_by


def _credit(findings: Findings, phrases: Phrases, entities: Sequence[Item]) -> Item:
    source = findings.article.source
    names = ", ".join(filter(None, (source.byline, source.publisher)))
    text = phrases.credit.format(source=names) if names else phrases.uncredited
    item = Item("credit", {"text": shortened(text, MOST_CHARACTERS)})
    publisher = normalise(source.publisher or "")
    if outlets := [each.data["id"] for each in entities if publisher and normalise(each.data["name"]) == publisher]:
        item.data["outlets"] = outlets
    if findings.own:
        item.data["own"] = True
    if not names:
        item.ask("Whose reporting is it? The article does not say who wrote or published it.", 5)
    return item


def _story_doubts(findings: Findings, *, is_cut: bool) -> Iterator[Doubt]:
    publication = findings.publication
    day = Language().date(findings.published.undoubted)
    if publication is None:
        yield Doubt(f"When was the article published? It does not say; {day}, the day of this draft, stands in.", 9)
    elif findings.published.doubt:
        yield Doubt(f"Was the article published on {day}?", 9)
        yield from publication.doubts
    if is_cut:
        last = len(findings.article.paragraphs) - 1
        yield Doubt(f"The article is long: it is taken apart up to paragraph {last}, the rest is left to you.", 8)
    if not findings.own:
        yield Doubt(REWRITE, 7)


def _comments(findings: Findings, item: Item) -> Iterator[str]:
    """Yield how each date of an item was read."""
    for dating in item.datings:
        date = findings.date_of(dating)
        if not date:
            yield f"“{dating.text}”: {dating.rule}"
            continue
        others = " or ".join(_in_words(each) for each in dating.alternatives)
        yield f"“{dating.text}” is {_in_words(date)}: {dating.rule}{f' (or else {others})' if others else ''}"


def _in_words(date: EdtfDate) -> str:
    return f"{Language().day(date.first_day)} at {date.text[11:16]}" if date.moment else Language().date(date)
