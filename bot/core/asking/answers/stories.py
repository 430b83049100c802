"""/stories and /story: list the published stories, and choose the one that this chat reads."""

from bot.core.asking.answers.parts import (
    no_story,
    no_such_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
    without_story,
)
from bot.core.asking.answers.summary import story_actions
from bot.core.asking.command import N_, PAGE, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, CardWithEffect, Choose, Inquiry
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation, ask
from bot.core.wording.language import Language

_PAGE_SIZE = 8


def _answer_stories(inquiry: Inquiry, _: None = None) -> Card:
    """List the published stories, the newest first, in pages; each can be chosen."""
    if not inquiry.library.stories:
        return no_story(inquiry)
    say = inquiry.language
    page = turn_to(inquiry.library.stories, inquiry.page, _PAGE_SIZE)
    return Card(
        say.gettext("The published stories"),
        (Paragraph((_count(say, len(inquiry.library.stories)),)), *page_note(say, page)),
        actions=page_actions(say, page, "stories", None),
        choices=tuple(Action(_entry(say, story), ask("summary", story)) for story in page.items),
    )


def _answer_story(inquiry: Inquiry, _: None) -> Answer:
    """Choose the story of this chat, or show which one it reads."""
    if not inquiry.text:
        return _reads(inquiry)
    story = inquiry.library.story(inquiry.text.strip("/").lower())
    if story is None:
        return no_such_story(inquiry, inquiry.text)
    return CardWithEffect(_chosen(inquiry, story), Choose({"story": story.slug}))


def _count(say: Language, number: int) -> str:
    return say.ngettext("There is {n} story.", "There are {n} stories, the newest first.", number)


def _entry(say: Language, story: Story) -> str:
    return say.gettext("{headline} ({date})").format(headline=story.headline, date=say.date(story.date))


def _reads(inquiry: Inquiry) -> Card:
    say = inquiry.language
    if inquiry.story is None:
        return without_story(inquiry) if inquiry.retracted else _answer_stories(inquiry)
    return Card(
        say.gettext("The story of this chat"),
        (Paragraph((inquiry.story.headline,)), story_note(inquiry, inquiry.story)),
        actions=(*story_actions(say, inquiry.story)[:3], Action(say.gettext("All stories"), Invocation("stories"))),
    )


def _chosen(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    return Card(
        say.gettext("Chosen"),
        (Paragraph(say.line("This chat now reads: {headline}", headline=story.headline)), story_note(inquiry, story)),
        actions=(Action(say.gettext("Summary"), ask("summary", story)), *story_actions(say, story)),
    )


STORIES = Command("stories", N_("The published stories"), _answer_stories, nothing, (PAGE,))
STORY_OF_CHAT = Command(
    "story",
    N_("Choose the story that this chat reads"),
    _answer_story,
    nothing,
    (Parameter("slug", N_("A story"), Suggest.STORIES),),
    about="chat",
    for_managers=True,
)
