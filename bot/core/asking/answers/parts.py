"""Parts of several answers: citations, statements, pages, the note that dates the story."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from rapidfuzz import process

from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.event import Event
from bot.core.stories.library import EntityRef
from bot.core.stories.names import How
from bot.core.stories.story import Entity, Story, Topic
from bot.core.wording.cards import Action, Card, Note, Paragraph
from bot.core.wording.changes import retracted
from bot.core.wording.invocations import Invocation, ask
from bot.core.wording.language import Language
from bot.core.wording.statements import dateline

T = TypeVar("T")

MOST_CHOICES = 25  # as many as fit one list on Discord
_QUOTATION_MARKS = ' "“”„«»'  # an answer puts its own


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of many."""

    items: Sequence[T]
    number: int
    count: int


def turn_to(items: Sequence[T], number: int, size: int) -> Page[T]:
    """Return the page of this number, or the last page."""
    count = max(1, -(-len(items) // size))
    number = min(number, count)
    return Page(items[(number - 1) * size : number * size], number, count)


def page_actions(say: Language, page: Page[T], command: str, story: Story | None, text: str = "") -> tuple[Action, ...]:
    """Return buttons to the pages before and after."""
    actions = []
    if page.number > 1:
        actions.append(Action(say.gettext("Back"), ask(command, story, text, page.number - 1)))
    if page.number < page.count:
        actions.append(Action(say.gettext("More"), ask(command, story, text, page.number + 1)))
    return tuple(actions)


def page_note(say: Language, page: Page[T]) -> tuple[Note, ...]:
    """Return “Page 2 of 7” if there is more than one page."""
    if page.count == 1:
        return ()
    return (Note(say.line("Page {number} of {count}", number=str(page.number), count=str(page.count))),)


def story_note(inquiry: Inquiry, story: Story) -> Note:
    """Return the note under every answer; it names the story if there are several."""
    return dateline(inquiry.voice, story, named=len(inquiry.library.stories) > 1)


def found_elsewhere(inquiry: Inquiry, story: Story, command: str) -> tuple[Action, ...]:
    """Offer the same question to other stories that have this name, unless the question named its story."""
    found = None if inquiry.scoped else inquiry.library.find(inquiry.text)
    named = found.targets if found and found.how is not How.MISSPELT else ()
    refs = [ref for ref in named if ref.slug != story.slug]
    return tuple(choice_in_story(inquiry, command, ref) for ref in refs[:MOST_CHOICES])


def choice_in_story(inquiry: Inquiry, command: str, ref: EntityRef) -> Action:
    """Return a button to an entity; it names the story if several stories have an entity of this kind."""
    say = inquiry.language
    story, entity = inquiry.library.entity(ref)
    date = say.date(story.date)
    label = say.gettext("{name} ({date}: {story})").format(name=entity.name, date=date, story=story.headline)
    return Action(label, ask(command, story, entity.id))


def entity_choice(story: Story, entity: Entity) -> Action:
    """Return a button to an entity."""
    return Action(entity.name, ask("who", story, entity.id))


def entity_choices(story: Story, entities: Iterable[Entity]) -> tuple[Action, ...]:
    """Return a button to each of these entities, once."""
    return tuple(entity_choice(story, entity) for entity in {each.id: each for each in entities}.values())


def event_choices(story: Story, events: Iterable[Event]) -> tuple[Action, ...]:
    """Return a button to each of these events, once."""
    return tuple(Action(event.name, ask("when", story, event.id)) for event in {e.id: e for e in events}.values())


def topic_choices(story: Story, topics: Iterable[Topic]) -> tuple[Action, ...]:
    """Return a button to the facts about each of these topics, once."""
    return tuple(Action(topic.name, ask("facts", story, topic.id)) for topic in {t.id: t for t in topics}.values())


def leading_on(inquiry: Inquiry, card: Card) -> Card:
    """Return the card with a way on, if it has none of its own: no answer is a dead end."""
    if card.buttons:
        return card
    say, story = inquiry.language, inquiry.story
    summary = (Action(say.gettext("Summary"), ask("summary", story)),) if story else ()
    return replace(card, actions=(*summary, Action(say.gettext("Help"), Invocation("help"))))


def echo(text: str) -> str:
    """Return a reader's text as an answer puts it into quotation marks: without its own, and not too long."""
    return shortened(text.strip(_QUOTATION_MARKS) or text)


def shortened(text: str) -> str:
    """Return a text, cut to a length at which the reader still recognises it."""
    return text if len(text) <= 60 else text[:59] + "…"


def no_story(inquiry: Inquiry) -> Card:
    """Say that nothing is published."""
    say = inquiry.language
    if inquiry.library.retracted:
        text = say.line("No story is published here now. Please come back later.")
    else:
        text = say.line("The newsroom has not published a story here yet. Please come back later.")
    return Card(say.gettext("No story yet"), (Paragraph(text),), private=True)


def retracted_story(inquiry: Inquiry, story: Story) -> Card:
    """Say that a story was retracted; the card leads on to the other stories, or to the help."""
    say = inquiry.language
    if inquiry.library.stories:
        more = Action(say.gettext("All stories"), Invocation("stories"))
    else:
        more = Action(say.gettext("Help"), Invocation("help"))
    return Card(say.gettext("Retracted"), tuple(retracted(say, story)), actions=(more,))


def no_such_story(inquiry: Inquiry, typed: str) -> Card:
    """Say that no published story has this slug, and offer those with the nearest names; or that it was retracted."""
    say = inquiry.language
    if story := inquiry.library.retracted.get(typed.strip("/").lower()):
        return retracted_story(inquiry, story)
    if not inquiry.library.stories:
        return no_story(inquiry)
    slugs = [story.slug for story in inquiry.library.stories]
    near = [slug for slug, _, _ in process.extract(typed, slugs, limit=3)]
    stories = [story for slug in near if (story := inquiry.library.story(slug))]
    return Card(
        say.gettext("No such story"),
        (Paragraph(say.line("No published story is called “{typed}”.", typed=echo(typed))),),
        actions=(Action(say.gettext("All stories"), Invocation("stories")),),
        choices=tuple(Action(story.headline, ask("summary", story)) for story in stories),
        private=True,
    )


def from_story(answer: Callable[[Inquiry, Story], Answer]) -> Callable[[Inquiry, None], Answer]:
    """Turn a function of one story into a command's answer; without a story the answer says so."""

    def answered(inquiry: Inquiry, _: None) -> Answer:
        return answer(inquiry, inquiry.story) if inquiry.story else without_story(inquiry)

    return answered


def without_story(inquiry: Inquiry) -> Card:
    """Say that the story was retracted, that there is no such story, or none at all."""
    if inquiry.retracted:
        return retracted_story(inquiry, inquiry.retracted)
    return no_such_story(inquiry, inquiry.slug) if inquiry.slug else no_story(inquiry)
