"""Makes facts, claims, quotations and the summary of an article's sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.newsroom.drafting.article import Attribution, Dating, Mention, Span
from bot.newsroom.drafting.findings import Findings, Item
from bot.newsroom.drafting.names import MOST_CHARACTERS, as_sentence, shortened
from bot.newsroom.drafting.phrases import UNNAMED

_WORD = re.compile(r"\w+")
_MARKS = "\"'“”„‟«»‹›‘’ "
_LOOSE_END = ",;:–—- "
_LONGEST_QUOTATION = 400
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_FEW = 4  # words beside a quotation that say no more than who said it
_MOST_ABOUT = 8
_SUMMED_UP = 3
_TELLING = 5  # words of a sentence that tells something


@dataclass(frozen=True, slots=True)
class Speakers:
    """Tells which entity of the story a mention means."""

    findings: Findings
    ids: Mapping[str, str]
    """The entity's id in the story, by its id in the cast."""

    def id_of(self, mention: Mention | None) -> str | None:
        """Return the id of an entity; None if the mention means none of the story."""
        found = self.findings.cast.whom(mention) if mention else None
        return self.ids.get(found.id) if found else None

    def said_by(self, said: Attribution) -> list[str]:
        """Return the ids of those who said it; of one whom the article does not name if it is nobody."""
        ids = [each for each in map(self.id_of, said.speakers) if each]
        return list(dict.fromkeys(ids)) or [UNNAMED]

    def about(self, span: Span, *others: str | None) -> list[str]:
        """Return the ids of the entities that a sentence names, but for the others."""
        ids = [self.ids[found.id] for found in self.findings.named_in(span) if found.id in self.ids]
        return [each for each in dict.fromkeys(ids) if each not in others][:_MOST_ABOUT]


def statements_of(findings: Findings, speakers: Speakers, events: Mapping[Span, Sequence[str]]) -> Iterator[Item]:
    """Yield the facts and quotations in the order of the text; `events`: the ids of those that a sentence tells of."""
    for sentence in findings.sentences:
        here = findings.said_in(sentence)
        starts = [each for each in here if sentence.holds(Span(sentence.paragraph, *2 * (each.content.start,)))]
        for said in starts:
            if said.quoted and not said.denied:
                yield from _quotations(findings, speakers, sentence, said)
        claims = [each for each in starts if not each.quoted and not each.denied]
        for said in claims:
            yield _claim(findings, speakers, sentence, said)
        if not claims and _tells_more(findings, sentence, here):
            told = [each for span, ids in events.items() if sentence.overlaps(span) for each in ids]
            yield _fact(findings, speakers, sentence, [*dict.fromkeys(told)])


def _tells_more(findings: Findings, sentence: Span, said: Sequence[Attribution]) -> bool:
    """True unless a sentence has hardly a word but for what is quoted, who said it, and when."""
    quoted = [each for each in said if each.quoted]
    if not quoted:
        return True
    told = [each.content for each in quoted]
    told += [mention.span for each in quoted for mention in (*each.speakers, each.via, each.to) if mention]
    told += [each.span for each in findings.dated_in(sentence)]
    text = findings.article.paragraphs[sentence.paragraph]
    words = [Span(sentence.paragraph, *match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
    return sum(not any(part.holds(word) for part in told) for word in words) > _FEW


def _fact(findings: Findings, speakers: Speakers, sentence: Span, events: Sequence[str]) -> Item:
    text = findings.article.text(sentence)
    item = Item("facts", {"text": as_sentence(text)})
    item.datings = findings.dated_in(sentence)
    _shorten(item, text)
    item.data["paragraph"] = sentence.paragraph
    if about := speakers.about(sentence):
        item.data["about"] = about
    if events:
        item.data["events"] = [*events]
    elif _dated(findings, item, item.datings) and len({each.date for each in item.datings if each.date}) > 1:
        item.ask("Several dates stand here: is this the one on which it happened?", 2)
    return item


def _claim(findings: Findings, speakers: Speakers, sentence: Span, said: Attribution) -> Item:
    text = findings.article.text(said.content)
    item = Item("facts", {"text": as_sentence(text), "kind": "claim"}, doubts=[*said.doubts])
    item.datings = findings.dated_in(sentence)
    _shorten(item, text)
    names = speakers.said_by(said)
    item.data["said_by"] = names[0] if len(names) == 1 else names
    if names == [UNNAMED]:
        item.ask(_who(said), 6)
    if via := speakers.id_of(said.via):
        item.data["via"] = via
    item.data["paragraph"] = sentence.paragraph
    if about := speakers.about(said.content, *names, via):
        item.data["about"] = about
    _dated(findings, item, _beside(findings, sentence, said.content))
    return item


def _quotations(findings: Findings, speakers: Speakers, sentence: Span, said: Attribution) -> Iterator[Item]:
    """Yield a quotation, in parts where it is longer than one may be."""
    text = findings.article.text(said.content).strip(_MARKS).rstrip(_LOOSE_END)
    for part in _parts(text):
        item = Item("quotations", {"text": part}, doubts=[*said.doubts])
        names = speakers.said_by(said)
        item.data["said_by"] = names[0]
        if names == [UNNAMED]:
            item.ask(_who(said), 7)
        elif len(names) > 1:
            item.ask("Several are named as its speakers: which one said it?", 5)
        to, via = speakers.id_of(said.to), speakers.id_of(said.via)
        item.data |= {key: value for key, value in (("to", to), ("via", via)) if value and value != names[0]}
        item.data["about"] = _subject(findings, speakers, said, names)
        beside = _beside(findings, sentence, said.content)
        if _dated(findings, item, beside):
            item.datings = beside
        item.data["paragraph"] = said.content.paragraph
        yield item


def _who(said: Attribution) -> str:
    if not said.speakers:
        return "Who said this? The article names nobody beside it."
    return f"Who said this? The article says only “{shortened(said.speakers[0].text, 60)}”."


def _parts(text: str) -> Iterator[str]:
    """Yield a quotation's sentences, as many together as fit."""
    if len(text) <= _LONGEST_QUOTATION:
        if _WORD.search(text):
            yield text
        return
    part = ""
    for sentence in _SENTENCE_END.split(text):
        if part and len(part) + len(sentence) >= _LONGEST_QUOTATION:
            yield part.strip(_MARKS)
            part = ""
        part = f"{part} {sentence}".strip()
        while len(part) > _LONGEST_QUOTATION:
            cut = part.rfind(" ", 1, _LONGEST_QUOTATION)
            cut = cut if cut > 0 else _LONGEST_QUOTATION
            yield part[:cut].strip(_MARKS)
            part = part[cut:].strip()
    if _WORD.search(part):
        yield part.strip(_MARKS)


def _subject(findings: Findings, speakers: Speakers, said: Attribution, names: Sequence[str]) -> str:
    """Return what a quotation is about: whom its paragraph names, or else the headline's first words."""
    paragraph = Span(said.content.paragraph, 0, len(findings.article.paragraphs[said.content.paragraph]))
    others = [each for each in findings.named_in(paragraph) if speakers.ids.get(each.id) not in (*names, None)]
    if others:
        return shortened(", ".join(each.name for each in others[:3]), MOST_CHARACTERS)
    words = findings.article.paragraphs[0].split()
    return shortened(" ".join(words[:7]) + ("…" if len(words) > 7 else ""), MOST_CHARACTERS)


def _beside(findings: Findings, sentence: Span, content: Span) -> list[Dating]:
    """Return the dates in a sentence that tell when something was said: they are no part of it, and not to come."""
    known = findings.published.last_day
    beside = (each for each in findings.dated_in(sentence) if not content.overlaps(each.span))
    return [each for each in beside if each.date and each.date.first_day <= known]


def _dated(findings: Findings, item: Item, datings: Sequence[Dating]) -> bool:
    """Date an item by the first of these that has a date; by a span, as “since 2014”, only where there is no other."""
    known = [(dating, date) for dating in datings if (date := findings.date_of(dating))]
    if not known:
        return False
    dating, date = next((each for each in known if not each[1].span), known[0])
    item.data["date"] = str(date)
    item.doubts += dating.doubts
    return True


def _shorten(item: Item, text: str) -> None:
    if len(text) >= MOST_CHARACTERS:
        item.ask(f"The sentence is longer than {MOST_CHARACTERS:,} characters, and is cut: tell it shorter.", 4)


def summary_of(findings: Findings) -> Iterator[Item]:
    """Yield the summary: the sentences of the lead, or the headline where the article has no other sentence."""
    first = next((each.paragraph for each in findings.sentences), 0)
    lead = [each for each in findings.sentences if each.paragraph == first]
    lead += [each for each in findings.sentences if each.paragraph == first + 1][: _SUMMED_UP - 1]
    telling = [each for each in lead if _is_telling(findings, each)]
    for sentence in (telling or lead)[:_SUMMED_UP]:
        yield Item("summary", {"text": as_sentence(findings.article.text(sentence)), "paragraph": sentence.paragraph})
    if not lead:
        yield Item("summary", {"text": as_sentence(findings.article.paragraphs[0]), "paragraph": 0})


def _is_telling(findings: Findings, sentence: Span) -> bool:
    """True of a sentence of several words that is no mere quotation."""
    said = findings.said_in(sentence)
    words = _WORD.findall(findings.article.text(sentence))
    return len(words) >= _TELLING and _tells_more(findings, sentence, said)
