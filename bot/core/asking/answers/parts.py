"""What several answers are built from: citations, statements, pages, the note that dates the story."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.asking.inquiry import Inquiry
from bot.core.stories.library import EntityRef
from bot.core.stories.story import Entity, Story
from bot.core.wording.cards import Action, Note
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.statements import dateline

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


def story_note(inquiry: Inquiry, story: Story) -> Note:
    """The note under every answer; it names the story where there are several."""
    return dateline(inquiry.voice, story, named=len(inquiry.library.stories) > 1)


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
