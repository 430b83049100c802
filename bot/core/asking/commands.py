"""The one list of commands, from which every platform makes its own.

A command has at most three parameters, typed in this order: `story/` (optional, ends with a slash), then a text, then
a page's number. `/facts moscow-visit/sanctions 2` and Discord's `/facts story:moscow-visit topic:sanctions page:2` are
the same invocation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.core.wording.invocations import Invocation


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "mark for translation, translate later"
    """Mark a text for the catalogues; it is translated where it is shown."""
    return message


class Suggest(Enum):
    """Where a parameter's suggestions come from."""

    ENTITIES = "entities"
    SPEAKERS = "speakers"
    TOPICS = "topics"
    EVENTS = "events"
    STORIES = "stories"
    SETTINGS = "settings"
    SETTING_VALUES = "setting values"
    LEADS = "leads"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One typed parameter of a command."""

    name: str
    description: str
    suggest: Suggest | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is called, what it takes, who may use it, who sees the answer."""

    name: str
    description: str
    parameters: tuple[Parameter, ...] = ()
    changes_chat: bool = False
    """In a chat of several people it is for those who may manage the chat."""
    about_posts: bool = False
    """It is about what is posted to the chat."""
    personal: bool = False
    """It is about what the one who asks is reminded of."""
    about_news: bool = False
    """It is about what changed in a story since the chat last asked."""
    private: bool = False
    """The answer is shown only to the one who asked, where the platform can."""

    @property
    def usage(self) -> str:
        """How it is typed: `/facts [topic]`."""
        typed = (parameter for parameter in self.parameters if parameter not in (STORY, PAGE))
        return " ".join([f"/{self.name}", *(f"[{parameter.name}]" for parameter in typed)])

    def invocation(self, values: Mapping[str, str | int | None]) -> Invocation:
        """The invocation that these typed parameters stand for."""
        words = []
        for parameter in self.parameters:
            value = values.get(parameter.name)
            if value is not None:
                words.append(f"{value}/" if parameter is STORY else f"{value} ")
        return Invocation.of(self.name, "".join(words))  # "story/2" is a story's page 2

    def being_typed(self, argument: str) -> tuple[Parameter | None, str, dict[str, str]]:
        """Of a line that is being typed: the parameter that it ends in, what is typed of it, those before it."""
        texts = [parameter for parameter in self.parameters if parameter.suggest and parameter is not STORY]
        first, space, rest = argument.partition(" ")
        if len(texts) > 1 and space:
            return texts[1], rest, {texts[0].name: first}
        if texts:
            return texts[0], argument, {}
        return (STORY if STORY in self.parameters else None), argument, {}


STORY = Parameter("story", N_("Another story than the one this chat reads"), Suggest.STORIES)
PAGE = Parameter("page", N_("Which page"), number=True)

COMMANDS = (
    Command("start", N_("What this bot is and what it can do")),
    Command("help", N_("What this bot can do")),
    Command("summary", N_("The story in a few sentences"), (STORY,)),
    Command(
        "facts",
        N_("The facts, or those about one topic"),
        (STORY, Parameter("topic", N_("A topic or a name"), Suggest.TOPICS), PAGE),
    ),
    Command(
        "who",
        N_("Who or what is this?"),
        (STORY, Parameter("name", N_("A person, organisation, place or thing"), Suggest.ENTITIES), PAGE),
    ),
    Command(
        "when",
        N_("Dated events, with a countdown"),
        (STORY, Parameter("event", N_("An event"), Suggest.EVENTS), PAGE),
    ),
    Command("timeline", N_("Everything dated, in order"), (STORY, PAGE)),
    Command(
        "quotes",
        N_("Who said what, to whom"),
        (STORY, Parameter("who", N_("Whose words"), Suggest.SPEAKERS), PAGE),
    ),
    Command("sources", N_("What each statement rests on"), (STORY, PAGE)),
    Command(
        "calendar",
        N_("A calendar file of the dated events"),
        (STORY, Parameter("event", N_("An event"), Suggest.EVENTS)),
    ),
    Command("stories", N_("The published stories"), (PAGE,)),
    Command(
        "story",
        N_("Choose the story that this chat reads"),
        (Parameter("slug", N_("A story"), Suggest.STORIES),),
        changes_chat=True,
    ),
    Command(
        "subscribe",
        N_("Get reminders before the story's events"),
        (Parameter("which", N_("A story, or all; this chat's by default"), Suggest.STORIES),),
        changes_chat=True,
        about_posts=True,
    ),
    Command(
        "unsubscribe",
        N_("No more reminders"),
        (Parameter("which", N_("A story; everything by default"), Suggest.STORIES),),
        changes_chat=True,
        about_posts=True,
    ),
    Command("upcoming", N_("What will be posted here next"), about_posts=True),
    Command(
        "remind",
        N_("Remind me of one event"),
        (
            STORY,
            Parameter("event", N_("An event"), Suggest.EVENTS),
            Parameter("lead", N_("How long before: 2h, 1 day, morning; or off"), Suggest.LEADS),
        ),
        personal=True,
        private=True,
    ),
    Command("reminders", N_("My reminders, and this chat's"), about_posts=True, personal=True, private=True),
    Command("updates", N_("What changed since this chat last asked"), (STORY,), about_news=True),
    Command(
        "settings",
        N_("This chat's language, time zone, story and reminders"),
        (
            Parameter("setting", N_("What to change"), Suggest.SETTINGS),
            Parameter("value", N_("Its new value"), Suggest.SETTING_VALUES),
        ),
        changes_chat=True,
        private=True,
    ),
    Command("privacy", N_("What is stored about this chat"), private=True),
    Command("forget", N_("Erase what is stored about this chat"), changes_chat=True, private=True),
)

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
