"""Statements and quotations of a story in words: their speaker, their source, and the date of the story."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from babel.lists import format_list

from bot.core.stories.anchors import page_path
from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Fact, Quotation, Sentence, Story
from bot.core.wording.cards import Action, Item, Line, Note, Paragraph, Quote
from bot.core.wording.changes import marked_fact, marked_sentence
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language, Voice


class Attribution(NamedTuple):
    """Whose words a statement is: its speakers, the outlet that carried it, when it was said."""

    said_by: tuple[str, ...] = ()
    via: str | None = None
    date: EdtfDate | None = None


def cite(say: Language, story: Story, paragraphs: Collection[int], attribution: Attribution | None = None) -> str:
    """Cite a statement: its place in the article, and whose words it is."""
    where = place_in_article(say, paragraphs)
    if attribution is None:
        return where
    cited = _with_sources(say, story, where, attribution)
    return (
        say.gettext("{where}, {date}").format(where=cited, date=say.date(attribution.date))
        if attribution.date
        else cited
    )


def cite_fact(say: Language, story: Story, fact: Fact, *, dated: bool = True) -> str:
    """Cite a fact; a claim with the date on which it was said, unless that stands beside it."""
    date = fact.date if dated and fact.kind == "claim" else None
    return cite(say, story, fact.paragraph, Attribution(fact.said_by, fact.via, date))


def _with_sources(say: Language, story: Story, where: str, attribution: Attribution) -> str:
    speaker = listed(say, names_of(story, attribution.said_by)) if attribution.said_by else None
    outlet = story.entity(attribution.via).name if attribution.via else None
    if speaker and outlet and speaker != outlet:
        return say.gettext("{where}, {speaker} via {outlet}").format(where=where, speaker=speaker, outlet=outlet)
    if outlet:
        return say.gettext("{where}, via {outlet}").format(where=where, outlet=outlet)
    if speaker:
        return say.gettext("{where}, {speaker}").format(where=where, speaker=speaker)
    return where


def place_in_article(say: Language, paragraphs: Collection[int]) -> str:
    """Return a place in words: “headline, ¶ 2, 5”. Paragraph 0 is the headline."""
    numbers = [str(number) for number in paragraphs if number]
    places = [say.gettext("headline")] if len(numbers) < len(paragraphs) else []
    if numbers:
        places.append(say.gettext("¶ {numbers}").format(numbers=format_list(numbers, "unit", say.locale)))
    return str(format_list(places, "unit", say.locale))


def listed(say: Language, names: Iterable[str]) -> str:
    """Join names, each once: “Ida Brandt and Tomas Weller”."""
    return str(format_list(list(dict.fromkeys(names)), locale=say.locale))


def names_of(story: Story, entity_ids: Iterable[str]) -> list[str]:
    """Return the names of these entities."""
    return [story.entity(entity_id).name for entity_id in entity_ids]


def statement(voice: Voice, story: Story, fact: Fact) -> Line:
    """Return a fact as it may be shown: a claim with its speaker, background as such, with marks of what changed."""
    return marked_fact(voice, story, fact, unmarked(voice.language, story, fact))


def unmarked(say: Language, story: Story, fact: Fact) -> Line:
    """Return a fact without marks of what changed, which must stand beside it."""
    if fact.kind == "claim" and fact.said_by:
        return _claim(say, story, fact)
    if fact.kind == "background":
        return say.line("Background: {statement}", statement=fact.text)
    return (fact.text,)


def _claim(say: Language, story: Story, fact: Fact) -> Line:
    speakers = listed(say, names_of(story, fact.said_by))
    if fact.date:
        return say.line("{speaker} said: {claim}", speaker=speakers, claim=fact.text)
    if len(fact.said_by) > 1 or story.entity(fact.said_by[0]).plural:
        return say.line("{speakers} say: {claim}", speakers=speakers, claim=fact.text)
    return say.line("{speaker} says: {claim}", speaker=speakers, claim=fact.text)


def fact_item(voice: Voice, story: Story, fact: Fact) -> Item:
    """Return a fact as an entry of a list, with its citation."""
    return Item(statement(voice, story, fact), cite_fact(voice.language, story, fact), page_path(story, fact))


def sentence_block(voice: Voice, story: Story, sentence: Sentence) -> Paragraph:
    """Return a sentence of the summary with its citation."""
    text = marked_sentence(voice, story, sentence)
    return Paragraph(text, cite(voice.language, story, sentence.paragraph), page_path(story, sentence))


def facts_about(story: Story, entity_ids: Iterable[str]) -> list[Fact]:
    """Return the facts that are about one of these entities, said by it, or carried by it."""
    wanted = set(entity_ids)
    return [fact for fact in story.facts if wanted & {*fact.about, *fact.said_by, fact.via}]


def key_first(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts with those marked `key` first; else in their order."""
    return sorted(facts, key=lambda fact: not fact.key)


def quotations_of(story: Story, speakers: Collection[str]) -> list[Quotation]:
    """Return the quotations of these entities."""
    return [quotation for quotation in story.quotations if quotation.said_by in speakers]


def quote_block(say: Language, story: Story, quotation: Quotation) -> Quote:
    """Build a quotation with its speaker, listener, subject, source and date."""
    cited = cite(say, story, quotation.paragraph, Attribution(via=quotation.via, date=quotation.date))
    return Quote(quotation.text, _attribution(say, story, quotation), cited, page_path(story, quotation))


def speech(say: Language, story: Story, quotation: Quotation) -> Line:
    """Return a quotation in one line, with its speaker."""
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}: “{words}”", speaker=speaker, listener=listener, words=quotation.text)
    return say.line("{speaker}: “{words}”", speaker=speaker, words=quotation.text)


def speakers(story: Story) -> list[str]:
    """Return the ids of the people whose words the story quotes, in its order."""
    return list(dict.fromkeys(quotation.said_by for quotation in story.quotations))


def _attribution(say: Language, story: Story, quotation: Quotation) -> Line:
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}. {about}", speaker=speaker, listener=listener, about=quotation.about)
    return say.line("{speaker}. {about}", speaker=speaker, about=quotation.about)


def dateline(voice: Voice, story: Story, *, named: bool) -> Note:
    """Say which day the story is of, and how long ago that was; add its headline if asked to."""
    say = voice.language
    date, age = say.dated(story.date), say.age(story.date.sort_key[0], voice.today())
    if story.date.doubt:
        dated = say.line("Story, {date} ({age})", date=date, age=age)
    else:
        dated = say.line("Story of {date} ({age})", date=date, age=age)
    return Note(say.line("{story}: {headline}", story=dated, headline=story.headline) if named else dated)


DATES = "dates"
"""The text after `/sources` and the story that asks for the note about its dates."""


def about_dates(say: Language, story: Story) -> tuple[Action, ...]:
    """Return a button to the story's note about its dates, if it has one: it is too long for each answer."""
    return (Action(say.gettext("About the dates"), ask("sources", story, DATES)),) if story.date_note else ()
