"""Answers a question in a reader's own words with statements of a story, or says that the story does not say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from bot.core.asking.answers.looking import statement_block
from bot.core.asking.answers.parts import MOST_CHOICES, echo, entity_choices, event_choices, story_note, topic_choices
from bot.core.asking.answers.refusals import holds, quoted
from bot.core.asking.inquiry import Answer, Inquiry, Told, Unanswered
from bot.core.asking.questions.advice import Offered
from bot.core.asking.questions.choosing import Band, Choice, Context, advised, candidates, choose, leans_on
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.index import index_of
from bot.core.asking.questions.reading import is_question, read
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.anchors import Statement, statement_id
from bot.core.stories.event import Event, Place
from bot.core.stories.story import Fact, Quotation, Story
from bot.core.stories.words import content
from bot.core.wording.cards import Action, Block, Card, Heading, Item, Paragraph, Quote, plain
from bot.core.wording.events import cite_change
from bot.core.wording.invocations import ask
from bot.core.wording.statements import speech

_OTHERS = 2
"""The other stories that are asked where the chat's own does not answer: those that hold the most of the words."""
_MOST_ENTITIES = 4
_MOST_TOPICS = 1
_BESIDE = 2
_NEAREST = 3
_ANYTHING = (Wanted.ABOUT, Wanted.WORDS)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a story says to the questions of a line."""

    story: Story
    choices: Sequence[Choice]

    @property
    def answered(self) -> Sequence[Choice]:
        """The questions that it answers."""
        return [choice for choice in self.choices if choice.band is Band.ANSWER]

    @property
    def unknown(self) -> Sequence[str]:
        """The names in them that it does not know."""
        return [name for choice in self.choices for name in choice.unknown]

    @property
    def surest(self) -> float:
        """How surely it answers the question that it answers best."""
        return max((choice.confidence for choice in self.answered), default=0.0)


def answer_question(inquiry: Inquiry, story: Story) -> Answer | None:
    """Answer a line's questions from the story, or else from another one.

    None if no statement answers, and the line asks for whatever there is: “tell me about X”, or a few words alone.
    """
    told, before = _started_from(inquiry, story)
    if before:
        found = _Found(told, choose(index_of(told), inquiry.text, before))
        asked = read(inquiry.text)[0]
        if found.answered:
            return _card(inquiry, found)
        if not asked.terse and asked.wanted not in _ANYTHING:
            return _refusal(inquiry, found)
    found = _Found(story, choose(index_of(story), inquiry.text))
    if inquiry.advice and inquiry.advice.story == story.slug:
        found = replace(found, choices=advised(index_of(story), found.choices, inquiry.advice.statements))
    if found.answered:
        return _card(inquiry, found)
    elsewhere = list(_elsewhere(inquiry, story))
    surest = max(elsewhere, key=lambda each: each.surest, default=found)
    if surest.answered:
        return _card(inquiry, surest)
    if _asks_for_anything(found.choices):
        return None
    return _refusal(inquiry, min((found, *elsewhere), key=lambda each: len(each.unknown)))


def offered(inquiry: Inquiry) -> Sequence[Offered]:
    """Return the statements of the chat's story among which somebody else may choose, as a card shows them.

    There are none if the line asks nothing, or if the rules alone can tell.
    """
    story = inquiry.story
    if story is None or not is_question(inquiry.text):
        return ()
    found = candidates(index_of(story), inquiry.text, inquiry.before)
    return [Offered(statement_id(each.statement), _text(_block(inquiry, story, each.statement))) for each in found]


def _text(item: Item) -> str:
    return f"{plain(item.text)} [{item.citation}]" if item.citation else plain(item.text)


def _started_from(inquiry: Inquiry, story: Story) -> tuple[Story, Context | None]:
    """Return the story to ask first, and what was told of it before if the line leans on that."""
    before = None if inquiry.scoped else inquiry.before
    told = inquiry.library.story(before.slug) if before else None
    return (told, before) if told and before and leans_on(index_of(told), inquiry.text, before) else (story, None)


def _asks_for_anything(choices: Iterable[Choice]) -> bool:
    return all(
        choice.question.terse or choice.question.wanted in _ANYTHING or choice.band is Band.NOT_UNDERSTOOD
        for choice in choices
    )


def _elsewhere(inquiry: Inquiry, story: Story) -> Iterator[_Found]:
    """Ask the other stories that hold the most telling words of the line."""
    if inquiry.scoped:
        return
    words = content(inquiry.text)
    others = [each for each in inquiry.library.likeliest(words, _OTHERS + 1) if each is not story]
    for other in others[:_OTHERS]:
        yield _Found(other, choose(index_of(other), inquiry.text))


def _card(inquiry: Inquiry, found: _Found) -> Told:
    """Lead with the statement that answers, then those that belong to it; then the buttons onward."""
    say, story = inquiry.language, found.story
    inquiry = replace(inquiry, story=story)
    blocks: list[Block] = []
    shown: list[Evidence] = []
    for choice in found.choices:
        if len(found.choices) > 1 and choice.band is not Band.ANSWER:
            question = echo(choice.question.typed)
            blocks.append(Paragraph(say.line("The story does not say: “{question}”", question=question)))
            continue
        for evidence in _together(choice, alone=len(found.choices) == 1):
            if not _is_among(evidence, shown):
                shown.append(evidence)
                blocks.append(_block(inquiry, story, evidence.statement))
                blocks += _news(inquiry, story, choice, evidence.statement)
    lead = found.answered[0]
    card = Card(
        say.gettext("The story says"),
        (*blocks, story_note(inquiry, story)),
        actions=(Action(say.gettext("Summary"), ask("summary", story)),),
        choices=_onward(story, shown),
    )
    return Told(card, Context(story.slug, lead.question, lead.statements[0]))


def _is_among(evidence: Evidence, others: Iterable[Evidence]) -> bool:
    return any(evidence is each for each in others)


def _together(choice: Choice, *, alone: bool) -> list[Evidence]:
    """Return the statement that answers, and those beside it that share what it is about."""
    first, *others = choice.statements
    beside = [each for each in others if each.about & first.about or not first.about]
    return [first, *beside[: _BESIDE if alone else 1]]


def _block(inquiry: Inquiry, story: Story, statement: Statement) -> Item:
    """Show a statement on a line of its own: an event with its place, a quotation with its speaker."""
    say, block = inquiry.language, statement_block(inquiry, story, statement)
    match statement, block:
        case Event(place=Place(text=place)), Item():
            return replace(block, text=say.line("{event}. Place: {place}", event=block.text, place=place))
        case Quotation(), Quote():
            text = say.line("{speech}. {about}", speech=speech(say, story, statement), about=statement.about)
            return Item(text, block.citation, block.leads_to)
        case _, Item():
            return block
        case _, Paragraph():
            return Item(block.text, block.citation, block.leads_to)
        case _:
            raise AssertionError(block)


def _news(inquiry: Inquiry, story: Story, choice: Choice, statement: Statement) -> Iterator[Item]:
    """Tell why a plan changed, if that is asked and the story has it."""
    asks = choice.question.wanted is Wanted.REASON or choice.question.changed
    if asks and isinstance(statement, Event) and statement.history and (note := statement.history[-1].note):
        yield Item((note,), *cite_change(inquiry.language, story, statement, statement.history[-1]))


def _onward(story: Story, shown: Sequence[Evidence]) -> tuple[Action, ...]:
    """Return buttons to the events, entities and topics of what is shown."""
    topics = {each for evidence in shown if isinstance(evidence.statement, Fact) for each in evidence.statement.topics}
    entities = dict.fromkeys(chain.from_iterable(evidence.order for evidence in shown))
    events = dict.fromkeys(chain.from_iterable(sorted(evidence.events) for evidence in shown))
    return (
        *event_choices(story, map(story.event, events)),
        *entity_choices(story, map(story.entity, islice(entities, _MOST_ENTITIES))),
        *topic_choices(story, islice((topic for topic in story.topics if topic.id in topics), _MOST_TOPICS)),
    )[:MOST_CHOICES]


def _refusal(inquiry: Inquiry, found: _Found) -> Answer:
    """Say that the story does not say, and what comes nearest; or that it does not know a name."""
    say, story = inquiry.language, found.story
    unknown = [name for name in found.unknown if not holds(inquiry, story, name)]
    nearest: list[Evidence] = []
    for evidence in chain.from_iterable(choice.statements for choice in found.choices):
        if len(nearest) < _NEAREST and not _is_among(evidence, nearest):
            nearest.append(evidence)
    missing = [word for choice in found.choices for word in choice.unmentioned if not holds(inquiry, story, word)]
    title = say.gettext("The story does not say")
    if unknown:
        title, text = (
            say.gettext("No such name"),
            say.line("The story has no name like {names}.", names=quoted(say, dict.fromkeys(unknown))),
        )
    elif missing:
        text = say.line("It does not mention {words}.", words=quoted(say, dict.fromkeys(missing)))
    else:
        text = say.line("Nothing in it answers that.")
    blocks: list[Block] = [Paragraph(text)]
    if nearest:
        blocks.append(Heading((say.gettext("What it says nearest to that"),)))
        blocks += [_block(inquiry, story, each.statement) for each in nearest]
    card = Card(
        title,
        (*blocks, story_note(inquiry, story)),
        actions=(Action(say.gettext("Summary"), ask("summary", story)), Action(say.gettext("Help"), ask("help"))),
        choices=_onward(story, nearest),
    )
    return Unanswered(card, inquiry.text, story.slug)
