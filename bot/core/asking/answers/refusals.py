"""The three refusals, never confused: the story does not say; I did not understand; I know no such name."""

from collections.abc import Iterable, Sequence

from bot.core.asking.answers.about import first_steps, help_action
from bot.core.asking.answers.looking import Held, blocks_of, choices_of, nearest
from bot.core.asking.answers.parts import echo, entity_choice, shortened, story_note
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.stems import stem
from bot.core.stories.story import Entity, Story
from bot.core.stories.words import spellings, typed_words
from bot.core.wording.cards import Action, Card, Line, Paragraph
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language
from bot.core.wording.statements import listed

_FEW = 3


def not_said(inquiry: Inquiry, story: Story) -> Card:
    """Say which words the story does not hold, or that it never has all of them together; show the nearest."""
    say = inquiry.language
    typed = [word for word in typed_words(inquiry.text) if spellings(word)]
    missing = [word for word in typed if not holds(inquiry, story, word)]
    near = nearest(inquiry, story)
    names = [] if near else _names_like(inquiry, story)
    return Card(
        say.gettext("Not in this story") if missing else say.gettext("The nearest in the story"),
        (
            Paragraph(_missing(say, inquiry.text, missing, near)),
            *blocks_of(inquiry, story, near),
            story_note(inquiry, story),
        ),
        actions=(Action(say.gettext("Summary"), ask("summary", story)), *help_action(say)),
        choices=choices_of(inquiry, story, near) or _choices(story, names or story.entities[:_FEW]),
    )


def partly_said(inquiry: Inquiry, story: Story) -> Card | None:
    """Refuse as `not_said` does, if the story holds some of the words; None if it holds none."""
    return not_said(inquiry, story) if nearest(inquiry, story) else None


def no_such_name(inquiry: Inquiry, story: Story) -> Card:
    """Say that the story has no such name, and offer the nearest."""
    say = inquiry.language
    typed, near = echo(inquiry.text), _names_like(inquiry, story)
    text = (
        say.line("I know no name like “{typed}”. The nearest are:", typed=typed)
        if near
        else say.line("I know no name like “{typed}”. The story names, among others:", typed=typed)
    )
    return Card(
        say.gettext("No such name"),
        (Paragraph(text), story_note(inquiry, story)),
        actions=(Action(say.gettext("Who is who"), ask("who", story)),),
        choices=_choices(story, near or story.entities[:_FEW]),
    )


def not_understood(inquiry: Inquiry, story: Story) -> Card:
    """Say that the line has no name and no word to look for."""
    say = inquiry.language
    text = say.line("I find no name and no word in “{typed}” that I could look for.", typed=echo(inquiry.text))
    hint = say.line("Type a name or a word, such as {example}.", example=story.entities[0].name)
    return Card(
        say.gettext("I did not understand"),
        (Paragraph(text), Paragraph(hint)),
        actions=first_steps(say) + help_action(say),
        private=True,
    )


def holds(inquiry: Inquiry, story: Story, word: str) -> bool:
    """True if any part of the story has the word."""
    words = inquiry.library.index(story).words
    return any(stem(each) in words for each in spellings(word))


def _missing(say: Language, typed: str, missing: Sequence[str], near: Held) -> Line:
    if not missing:
        return say.line("No part of the story has all the words of “{typed}”. The nearest:", typed=echo(typed))
    if not near:
        return say.line("The story does not mention “{typed}”. It names, among others:", typed=echo(typed))
    return say.line("The story does not mention {words}. The nearest in it:", words=quoted(say, missing))


def quoted(say: Language, words: Iterable[str]) -> str:
    """Return words, each once and in quotation marks: “tower”, “bell” and “clock”."""
    return shortened(listed(say, (say.gettext("“{word}”").format(word=word) for word in words)))


def _names_like(inquiry: Inquiry, story: Story) -> list[Entity]:
    near = inquiry.library.index(story).entities.nearest(inquiry.text)
    return [story.entity(entity_id) for entity_id in near]


def _choices(story: Story, entities: Iterable[Entity]) -> tuple[Action, ...]:
    return tuple(entity_choice(story, entity) for entity in entities)
