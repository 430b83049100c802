"""The one list of commands, from which every platform makes its own; and the help that describes them."""

from collections.abc import Mapping

from rapidfuzz import process

from bot.core.asking.answers.about import PRIVACY, START, first_steps, help_action, how_to_ask
from bot.core.asking.answers.ask import ASK
from bot.core.asking.answers.facts import FACTS
from bot.core.asking.answers.parts import echo
from bot.core.asking.answers.quotes import QUOTES
from bot.core.asking.answers.reminders import REMIND, REMINDERS
from bot.core.asking.answers.settings import FORGET, SETTINGS_OF_CHAT
from bot.core.asking.answers.sources import SOURCES
from bot.core.asking.answers.stories import STORIES, STORY_OF_CHAT
from bot.core.asking.answers.subscriptions import SUBSCRIBE, UNSUBSCRIBE, UPCOMING
from bot.core.asking.answers.summary import SUMMARY
from bot.core.asking.answers.timeline import TIMELINE
from bot.core.asking.answers.updates import UPDATES
from bot.core.asking.answers.when import CALENDAR, WHEN
from bot.core.asking.answers.who import WHO
from bot.core.asking.command import N_, AnyCommand, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.wording.cards import Action, Card, Item, Note, Paragraph
from bot.core.wording.invocations import Invocation


def _answer_help(inquiry: Inquiry, _: None) -> Card:
    """List every command with its description."""
    say = inquiry.language
    items = [
        Item(say.line("{usage}: {description}", usage=command.usage, description=say.gettext(command.description)))
        for command in COMMANDS
    ]
    hint = Note(
        say.line(
            "A story's name and a slash before the question ask another story: /facts {example}",
            example=_scoped_example(inquiry),
        )
    )
    asking = [how_to_ask(say, inquiry.story)] if inquiry.story else []
    return Card(say.gettext("What I can do"), (*asking, *items, hint), actions=first_steps(say))


def unknown_command(inquiry: Inquiry) -> Card:
    """Say that there is no such command, and offer the one with the nearest name."""
    say = inquiry.language
    typed = inquiry.request.invocation.command
    near = [name for name, _, _ in process.extract(typed, BY_NAME.keys(), limit=2, score_cutoff=60)]
    return Card(
        say.gettext("I do not know that command"),
        (Paragraph(say.line("There is no /{command}.", command=echo(typed))),),
        actions=tuple(Action(f"/{name}", Invocation(name)) for name in near) + help_action(say),
        private=True,
    )


def _scoped_example(inquiry: Inquiry) -> str:
    story = inquiry.story
    return f"{story.slug}/{story.topics[0].id if story.topics else ''}" if story else "…"


HELP = Command("help", N_("What this bot can do"), _answer_help, nothing)

COMMANDS: tuple[AnyCommand, ...] = (
    START,
    HELP,
    ASK,
    SUMMARY,
    FACTS,
    WHO,
    WHEN,
    TIMELINE,
    QUOTES,
    SOURCES,
    CALENDAR,
    STORIES,
    STORY_OF_CHAT,
    SUBSCRIBE,
    UNSUBSCRIBE,
    UPCOMING,
    REMIND,
    REMINDERS,
    UPDATES,
    SETTINGS_OF_CHAT,
    PRIVACY,
    FORGET,
)

BY_NAME: Mapping[str, AnyCommand] = {command.name: command for command in COMMANDS}
