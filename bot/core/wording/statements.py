"""Statements of a story in words: their speaker, their source, and the date of the story."""

from collections.abc import Collection, Iterable

from babel.lists import format_list

from bot.core.stories.story import Fact, Story
from bot.core.wording.cards import Item, Line, Note
from bot.core.wording.language import Language
from bot.core.wording.voice import Voice


def cite(
    say: Language, story: Story, paragraphs: Collection[int], said_by: str | None = None, via: str | None = None
) -> str:
    """Cite a statement: its place in the article, its speaker, the outlet that carried it."""
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
    """Return a place in words: “headline, ¶ 2, 5”. Paragraph 0 is the headline."""
    numbers = [str(number) for number in paragraphs if number]
    places = [say.gettext("headline")] if len(numbers) < len(paragraphs) else []
    if numbers:
        places.append(say.gettext("¶ {numbers}").format(numbers=format_list(numbers, "unit", say.locale)))
    return str(format_list(places, "unit", say.locale))


def listed(say: Language, names: Iterable[str]) -> str:
    """Join names, each once: “Ida Brandt and Tomas Weller”."""
    return str(format_list(list(dict.fromkeys(names)), locale=say.locale))


def statement(say: Language, story: Story, fact: Fact) -> Line:
    """Return a fact as it may be shown: a claim with its speaker, background marked as background."""
    if fact.kind == "claim" and fact.said_by:
        return say.line("{speaker} says: {claim}", speaker=story.entity(fact.said_by).name, claim=fact.text)
    if fact.kind == "background":
        return say.line("Background: {statement}", statement=fact.text)
    return (fact.text,)


def fact_item(say: Language, story: Story, fact: Fact) -> Item:
    """Return a fact as an entry of a list, with its citation."""
    return Item(statement(say, story, fact), cite(say, story, fact.paragraph, fact.said_by, fact.via))


def facts_about(story: Story, entity_ids: Iterable[str]) -> list[Fact]:
    """Return the facts that are about one of these entities, said by it, or carried by it."""
    wanted = set(entity_ids)
    return [fact for fact in story.facts if wanted & {*fact.about, fact.said_by, fact.via}]


def dateline(voice: Voice, story: Story, *, named: bool) -> Note:
    """Say which day the story is of, and how long ago that was; add its headline if asked to."""
    say = voice.language
    date, age = say.date(story.date), say.age(story.date.first_day, voice.today())
    if named:
        return Note(say.line("Story of {date} ({age}): {headline}", date=date, age=age, headline=story.headline))
    return Note(say.line("Story of {date} ({age})", date=date, age=age))
