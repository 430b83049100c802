"""A command is one object: its name, its parameters, who may use it, what it learns from the store, and its answer.

It has at most three parameters, typed in this order: `story/` (optional, ends with a slash), then a text, then a
page's number. `/facts moscow-visit/sanctions 2` and Discord's `/facts story:moscow-visit topic:sanctions page:2` are
the same invocation.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.posting.chats import ChatStore
from bot.core.wording.invocations import Invocation

K = TypeVar("K")

_SLUG = re.compile(r"[a-z0-9-]+")
_PAGE = re.compile(r"\d{1,3}")  # a longer number is a word: 2022


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "mark for translation, translate later"
    """Mark a text for the catalogues; it is translated when it is shown."""
    return message


class Suggest(Enum):
    """The source of a parameter's suggestions."""

    QUESTIONS = "questions"
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
    longest: int | None = None
    """The characters that are read; the rest of a longer text is cut off."""


STORY = Parameter("story", N_("Another story than the one this chat reads"), Suggest.STORIES)
PAGE = Parameter("page", N_("Which page"), number=True)


class Argument(NamedTuple):
    """A command's argument, taken apart."""

    slug: str | None
    text: str
    page: int


async def nothing(_inquiry: Inquiry, _chats: ChatStore) -> None:
    """Learn nothing from the store: the stories and the chat's settings are enough for the answer."""


@dataclass(frozen=True, slots=True)
class Command(Generic[K]):
    """One command; `K` is the type of the data that it learns from the store before it answers."""

    name: str
    description: str
    answer: Callable[[Inquiry, K], Answer]
    """A pure function."""
    learn: Callable[[Inquiry, ChatStore], Awaitable[K]]
    parameters: tuple[Parameter, ...] = ()
    about: Literal["stories", "chat", "person"] = "stories"
    """The command tells or changes the state of this. A command about the chat means something else in another chat."""
    for_managers: bool = False
    """True if, in a chat of several people, only those who manage the chat may change something with it."""
    private: bool = False
    """True if only the one who asked sees the answer, where the platform can do that."""

    @property
    def usage(self) -> str:
        """Write how the command is typed: `/facts [topic]`."""
        typed = (parameter for parameter in self.parameters if parameter not in (STORY, PAGE))
        return " ".join([f"/{self.name}", *(f"[{parameter.name}]" for parameter in typed)])

    @property
    def options(self) -> tuple[Parameter, ...]:
        """The parameters in the order in which a form offers them: what is asked about comes first."""
        return tuple(sorted(self.parameters, key=lambda each: each in (STORY, PAGE)))

    def invocation(self, values: Mapping[str, str | int | None]) -> Invocation:
        """Build the invocation for these typed parameters."""
        words = []
        for parameter in self.parameters:
            value = values.get(parameter.name)
            if value is not None:
                words.append(f"{value}/" if parameter is STORY else f"{value} ")
        return Invocation.of(self.name, "".join(words))  # "story/2" is a story's page 2

    def take_apart(self, argument: str) -> Argument:
        """Read `story/text 2` into the parameters that the command has."""
        text, page = _cut_page(argument) if PAGE in self.parameters else (argument, 1)
        slug, text = self._cut_story(text) if STORY in self.parameters else (None, text)
        if PAGE in self.parameters and slug is not None and _PAGE.fullmatch(text):
            text, page = "", _page_number(text)
        longest = next((parameter.longest for parameter in self.parameters if parameter.longest), None)
        return Argument(slug, _cut_words(text, longest) if longest else text, page)

    def being_typed(self, argument: str) -> tuple[Parameter | None, str, dict[str, str]]:
        """Read a line that is being typed: return its last parameter, that one's text, and the parameters before it."""
        texts = [parameter for parameter in self.parameters if parameter.suggest and parameter is not STORY]
        first, space, rest = argument.partition(" ")
        if len(texts) > 1 and space:
            return texts[1], rest, {texts[0].name: first}
        if texts:
            return texts[0], argument, {}
        return (STORY if STORY in self.parameters else None), argument, {}

    def _cut_story(self, text: str) -> tuple[str | None, str]:
        head, slash, rest = text.partition("/")
        if not any(parameter not in (STORY, PAGE) for parameter in self.parameters):
            return head or None, rest.strip()  # no text is expected, so the first word names a story
        if slash and _SLUG.fullmatch(head):
            return head, rest.strip()
        return None, text


AnyCommand = Command[Any]
"""A command, whatever it learns from the store."""


def _cut_words(text: str, longest: int) -> str:
    """Return the text's beginning, with the last word whole if that is no longer than the text may be."""
    if len(text) <= longest:
        return text
    head, _, _ = text[: longest + 1].rpartition(" ")
    return head or text[:longest]


def _cut_page(argument: str) -> tuple[str, int]:
    head, _, last = argument.rpartition(" ")
    return (head, _page_number(last)) if _PAGE.fullmatch(last) else (argument, 1)


def _page_number(digits: str) -> int:
    return max(1, int(digits))
