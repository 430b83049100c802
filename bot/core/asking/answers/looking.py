"""Looks for a reader's words in every part of a story, and shows what holds them, with buttons to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, assert_never

from bot.core.asking.answers.parts import (
    MOST_CHOICES,
    echo,
    entity_choices,
    event_choices,
    found_elsewhere,
    story_note,
    topic_choices,
)
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.anchors import Statement, page_path
from bot.core.stories.event import Event
from bot.core.stories.names import Names
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story, Topic
from bot.core.stories.words import Kind, Part, content, stems_of, typed_words
from bot.core.wording.cards import Action, Block, Card, Cited, Item, Line, Note, Paragraph
from bot.core.wording.changes import marked_role
from bot.core.wording.events import cite_plan, plan
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.sources import source_notes
from bot.core.wording.statements import cite, fact_item, quote_block, sentence_block

Answering = Callable[[Inquiry, Story], Answer]

_MOST_OF_A_KIND = 3
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """The parts of a story that hold some words, the likeliest first."""

    entities: Sequence[Entity] = ()
    topics: Sequence[Topic] = ()
    events: Sequence[Event] = ()
    facts: Sequence[Fact] = ()
    quotations: Sequence[Quotation] = ()
    sentences: Sequence[Sentence] = ()
    others: Sequence[Kind] = ()
    """The headline; the credit, the article and the note on dates."""

    @property
    def things(self) -> int:
        """The number of entities, topics and events."""
        return len(self.entities) + len(self.topics) + len(self.events)

    @property
    def statements(self) -> int:
        """The number of facts, quotations and sentences."""
        return len(self.facts) + len(self.quotations) + len(self.sentences)

    def __bool__(self) -> bool:
        return bool(self.things or self.statements or self.others)


def look(inquiry: Inquiry, story: Story) -> Held:
    """Find the parts of a story that have the name which the question has, and those that hold all its words."""
    index, words = inquiry.library.index(story), content(inquiry.text)
    held = _of_parts(story, index.words.holding(words))
    entities = [*_named(index.entities, inquiry.text, story.entities), *_names_first(held.entities, words)]
    return replace(
        held,
        entities=_each_once(entities),
        topics=_each_once([*_named(index.topics, inquiry.text, story.topics), *held.topics]),
        events=_each_once([*_named(index.events, inquiry.text, story.events), *held.events]),
    )


def nearest(inquiry: Inquiry, story: Story) -> Held:
    """Find the parts that share the most telling words of the question."""
    index = inquiry.library.index(story)
    return _of_parts(story, index.words.nearest(content(inquiry.text), limit=_NEAREST))


def held_card(inquiry: Inquiry, story: Story, lead: Line | None = None, held: Held | None = None) -> Card | None:
    """Show what holds the words, after a line that leads to it, and who has the name in other stories.

    None if nothing in the story holds them; `held`, if that was looked for already.
    """
    held = look(inquiry, story) if held is None else held
    if not held:
        return None
    say = inquiry.language
    elsewhere_named = found_elsewhere(inquiry, story, "who")
    choices = (*choices_of(inquiry, story, held), *elsewhere_named)
    return Card(
        say.gettext("The story on “{words}”").format(words=echo(inquiry.text)),
        (*((Paragraph(lead),) if lead else ()), *blocks_of(inquiry, story, held), story_note(inquiry, story)),
        actions=_onward(inquiry, story, held),
        choices=choices[:MOST_CHOICES],
    )


def blocks_of(inquiry: Inquiry, story: Story, held: Held) -> Iterator[Block]:
    """Yield the first of each kind, each with its citation; sentences of the summary only where no fact tells more."""
    sentences = () if held.facts or held.quotations else held.sentences
    for part in (held.entities, held.events, held.facts, held.quotations, sentences):
        yield from (statement_block(inquiry, story, each) for each in part[:_MOST_OF_A_KIND])
    if not held.things and not held.statements:
        for kind in held.others:
            yield from _notes(inquiry.language, story, kind)


def statement_block(inquiry: Inquiry, story: Story, statement: Statement) -> Cited:
    """Show one statement with its citation, as it stands now: an entity's role, an event's plan, a fact, …"""
    say, voice = inquiry.language, inquiry.voice
    match statement:
        case Entity():
            role = say.line("{name}: {role}", name=statement.name, role=marked_role(voice, story, statement))
            return Item(role, cite(say, story, statement.paragraph), page_path(story, statement))
        case Event():
            text = say.line("{event}: {plan}", event=statement.name, plan=plan(voice, statement))
            return Item(text, *cite_plan(say, story, statement))
        case Fact():
            return fact_item(voice, story, statement)
        case Quotation():
            return quote_block(say, story, statement)
        case Sentence():
            return sentence_block(voice, story, statement)
        case _:
            assert_never(statement)


def choices_of(inquiry: Inquiry, story: Story, held: Held) -> tuple[Action, ...]:
    """Return buttons to the entities, events and topics; first to those that single words name."""
    named = _named_one_by_one(inquiry, story)
    return (
        *entity_choices(story, [*named, *held.entities]),
        *event_choices(story, held.events),
        *topic_choices(story, held.topics),
    )[:MOST_CHOICES]


def elsewhere(inquiry: Inquiry, story: Story, command: str, answer: Answering) -> Answer | None:
    """Ask the other stories that hold the words; None if none does, or the question names its story."""
    others = [] if inquiry.scoped else inquiry.library.holding(content(inquiry.text))
    others = [each for each in others if each is not story]
    return in_one_of(inquiry, story, command, answer, others) if others else None


def in_one_of(inquiry: Inquiry, story: Story, command: str, answer: Answering, others: Iterable[Story]) -> Answer:
    """Ask the only one of these other stories, or else let the reader choose."""
    others = list({each.slug: each for each in others}.values())
    if len(others) == 1:
        return answer(replace(inquiry, story=others[0], slug=others[0].slug), others[0])
    say = inquiry.language
    blocks: list[Block] = [
        Paragraph(say.line("Other stories have “{words}”. Which one?", words=echo(inquiry.text))),
    ]
    if (rest := len(others) - MOST_CHOICES) > 0:
        blocks.append(Note((say.ngettext("And {n} more.", "And {n} more.", rest),)))
    return Card(
        say.gettext("Which story?"),
        (*blocks, story_note(inquiry, story)),
        choices=tuple(_story_choice(say, command, each, inquiry.text) for each in others[:MOST_CHOICES]),
    )


def _named_one_by_one(inquiry: Inquiry, story: Story) -> list[Entity]:
    """Find the entities that single words name: of “dodik and putin” both."""
    names, words = inquiry.library.index(story).entities, typed_words(inquiry.text)
    return [entity for word in words for entity in _named(names, word, story.entities)] if len(words) > 1 else []


def _story_choice(say: Language, command: str, story: Story, text: str) -> Action:
    label = say.gettext("{headline} ({date})").format(headline=story.headline, date=say.date(story.date))
    return Action(label, ask(command, story, text))


def _onward(inquiry: Inquiry, story: Story, held: Held) -> tuple[Action, ...]:
    say = inquiry.language
    actions = []
    if (facts := len(held.facts)) > _MOST_OF_A_KIND:
        label = say.ngettext("{n} fact", "All {n} facts", facts)
        actions.append(Action(label, ask("facts", story, inquiry.text)))
    if (quotations := len(held.quotations)) > _MOST_OF_A_KIND:
        label = say.ngettext("{n} quotation", "All {n} quotations", quotations)
        actions.append(Action(label, ask("quotes", story, inquiry.text)))
    if Kind.ABOUT in held.others:
        actions.append(Action(say.gettext("Sources"), ask("sources", story)))
    actions.append(Action(say.gettext("Summary"), ask("summary", story)))
    return tuple(actions)


def _of_parts(story: Story, parts: Sequence[Part]) -> Held:
    def numbers(kind: Kind) -> Iterator[int]:
        return (part.number for part in parts if part.kind is kind)

    return Held(
        [story.entities[number] for number in numbers(Kind.ENTITY)],
        [story.topics[number] for number in numbers(Kind.TOPIC)],
        [story.events[number] for number in numbers(Kind.EVENT)],
        [story.facts[number] for number in numbers(Kind.FACT)],
        [story.quotations[number] for number in numbers(Kind.QUOTATION)],
        [story.summary[number] for number in numbers(Kind.SENTENCE)],
        [part.kind for part in parts if part.kind in (Kind.HEADLINE, Kind.ABOUT)],
    )


def _notes(say: Language, story: Story, kind: Kind) -> Sequence[Note]:
    if kind is Kind.HEADLINE:
        return (Note((story.headline,)),)
    about_dates = (Note((story.date_note,)),) if story.date_note else ()
    return (*source_notes(say, story), *about_dates)


T = TypeVar("T", Entity, Topic, Event)


def _named(names: Names[str], text: str, parts: Sequence[T]) -> list[T]:
    found = names.find(text, misspelt=False)
    if found is None:
        return []
    return [part for part in parts if part.id in found.targets]


def _names_first(entities: Sequence[Entity], words: Sequence[str]) -> list[Entity]:
    """Put those whose names hold the words before those of whom it is said."""
    return sorted(entities, key=lambda entity: not set(words) <= stems_of(entity.names))


def _each_once(parts: Sequence[T]) -> list[T]:
    return list({part.id: part for part in parts}.values())
