"""Statements of a story in words: whose they are, what they rest on, of what day the story is."""

from collections.abc import Collection, Iterable

from babel.lists import format_list

from bot.core.stories.story import Fact, Story
from bot.core.wording.cards import Item, Line, Note
from bot.core.wording.language import Language
from bot.core.wording.voice import Voice


def cite(
    say: Language, story: Story, paragraphs: Collection[int], said_by: str | None = None, via: str | None = None
) -> str:
    """Where a statement stands, who said it and which outlet carried it."""
    where = place_in_article(say, paragraphs)
    speaker, outlet = (story.entity(entity).name if entity else None for entity in (said_by, via))
    if speaker and outlet and speaker != outlet:
        return say.gettext("{where}, {speaker} via {outlet}").format(where=where, speaker=speaker, outlet=outlet)
    if outlet:
        return say.gettext("{where}, via {outlet}").format(where=where, outlet=outlet)
    if speaker:
        return say.gettext("{where}, {speaker}").format(where=where, speaker=speaker)
    return where


def place_in_article(say: Language, paragraphs: Collection[int]) -> str:
    """“headline, ¶ 2, 5”: paragraph 0 is the headline."""
    numbers = [str(number) for number in paragraphs if number]
    places = [say.gettext("headline")] if len(numbers) < len(paragraphs) else []
    if numbers:
        places.append(say.gettext("¶ {numbers}").format(numbers=format_list(numbers, "unit", say.locale)))
    return str(format_list(places, "unit", say.locale))


def listed(say: Language, names: Iterable[str]) -> str:
    """“Ida Brandt and Tomas Weller”, each once."""
    return str(format_list(list(dict.fromkeys(names)), locale=say.locale))


def statement(say: Language, story: Story, fact: Fact) -> Line:
    """A fact as it may be shown: a claim as its speaker's, background as background."""
    if fact.kind == "claim" and fact.said_by:
        return say.line("{speaker} says: {claim}", speaker=story.entity(fact.said_by).name, claim=fact.text)
    if fact.kind == "background":
        return say.line("Background: {statement}", statement=fact.text)
    return (fact.text,)


def fact_item(say: Language, story: Story, fact: Fact) -> Item:
    """A fact as an entry of a list, with its citation."""
    return Item(statement(say, story, fact), cite(say, story, fact.paragraph, fact.said_by, fact.via))


def facts_about(story: Story, entity_ids: Iterable[str]) -> list[Fact]:
    """The facts that are about one of these entities, said by it or carried by it."""
    wanted = set(entity_ids)
    return [fact for fact in story.facts if wanted & {*fact.about, fact.said_by, fact.via}]


def dateline(voice: Voice, story: Story, *, named: bool) -> Note:
    """Of what day the story is, and how long ago that was; with its headline if it is to be named."""
    say = voice.language
    date, age = say.date(story.date), say.age(story.date.first_day, voice.today())
    if named:
        return Note(say.line("Story of {date} ({age}): {headline}", date=date, age=age, headline=story.headline))
    return Note(say.line("Story of {date} ({age})", date=date, age=age))
