"""What several answers are built from: citations, statements, pages, the note that dates the story."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from babel.lists import format_list

from bot.core.cards import Action, Item, Line, Note
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.library import EntityRef
from bot.core.story import Entity, Fact, Story
from bot.core.voice import Voice

T = TypeVar("T")

MOST_CHOICES = 25  # as many as fit one list on Discord


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of many."""

    items: Sequence[T]
    number: int
    count: int


def turn_to(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of this number, or the last there is."""
    count = max(1, -(-len(items) // size))
    number = min(number, count)
    return Page(items[(number - 1) * size : number * size], number, count)


def page_actions(say: Language, page: Page[T], command: str, story: Story | None, text: str = "") -> tuple[Action, ...]:
    """Buttons to the pages before and after."""
    actions = []
    if page.number > 1:
        actions.append(Action(say.gettext("Back"), ask(command, story, text, page.number - 1)))
    if page.number < page.count:
        actions.append(Action(say.gettext("More"), ask(command, story, text, page.number + 1)))
    return tuple(actions)


def page_note(say: Language, page: Page[T]) -> tuple[Note, ...]:
    """“Page 2 of 7”, where there is more than one."""
    if page.count == 1:
        return ()
    return (Note(say.line("Page {number} of {count}", number=str(page.number), count=str(page.count))),)


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


def story_note(inquiry: Inquiry, story: Story) -> Note:
    """The note under every answer; it names the story where there are several."""
    return dateline(inquiry.voice, story, named=len(inquiry.library.stories) > 1)


def dateline(voice: Voice, story: Story, *, named: bool) -> Note:
    """Of what day the story is, and how long ago that was; with its headline if it is to be named."""
    say = voice.language
    date, age = say.date(story.date), say.age(story.date.first_day, voice.today())
    if named:
        return Note(say.line("Story of {date} ({age}): {headline}", date=date, age=age, headline=story.headline))
    return Note(say.line("Story of {date} ({age})", date=date, age=age))


def found_elsewhere(inquiry: Inquiry, story: Story, command: str) -> tuple[Action, ...]:
    """The same question to the other stories that have such a name, unless the story was named in the question."""
    found = None if inquiry.scoped else inquiry.library.find(inquiry.text)
    refs = [ref for ref in found.targets if ref.slug != story.slug] if found else []
    return tuple(choice_in_story(inquiry, command, ref) for ref in refs[:MOST_CHOICES])


def choice_in_story(inquiry: Inquiry, command: str, ref: EntityRef) -> Action:
    """A button to an entity that names its story, where several stories have one of the kind."""
    say = inquiry.language
    story, entity = inquiry.library.entity(ref)
    date = say.date(story.date)
    label = say.gettext("{name} ({date}: {story})").format(name=entity.name, date=date, story=story.headline)
    return Action(label, ask(command, story, entity.id))


def entity_choice(story: Story, entity: Entity) -> Action:
    """A button to an entity."""
    return Action(entity.name, ask("who", story, entity.id))


def echo(text: str) -> str:
    """What a reader typed, cut to where it can be recognised."""
    return text if len(text) <= 60 else text[:59] + "…"
