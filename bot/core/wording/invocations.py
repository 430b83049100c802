"""An invocation: a command with its argument, as typed, pressed or linked to; and the forms it travels in."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from bot.core.stories.story import Story

# The forms are read back from chats, so each is a closed grammar; everything else is refused.
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+(.*))?", re.DOTALL)
_BUTTON = re.compile(r"([a-z]{1,32})(?: (\S(?:.*\S)?))?")
_LONGEST = 4_096
"""Of a message; nothing looks at more of it."""
_DEEP_LINK = re.compile(r"([a-z]{1,32})(?:-([A-Za-z0-9_-]+))?")


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command's name and the rest of the line, in one spelling: no line breaks, no control characters."""

    command: str
    argument: str = ""

    @classmethod
    def of(cls, command: str, argument: str = "") -> Self:
        """Make an invocation of a name and a raw argument, which may hold anything."""
        return cls(command.lower(), tidy(argument))

    @classmethod
    def typed(cls, text: str) -> Self | None:
        """Read a message such as `/who@bot dodik`; None if it is no command."""
        match = _COMMAND.fullmatch(text.strip())
        return cls.of(match[1], match[3] or "") if match else None

    @classmethod
    def said(cls, text: str) -> Self:
        """Read any message to the bot: a command, or else words to look for; an empty message asks for help."""
        words = tidy(text)
        return cls.typed(text) or (cls("ask", words) if words else cls("help"))

    @classmethod
    def pressed(cls, data: str) -> Self | None:
        """Read a button's data; None if it has another form."""
        match = _BUTTON.fullmatch(data)
        return cls.of(match[1], match[2] or "") if match else None

    @classmethod
    def linked(cls, payload: str) -> Self | None:
        """Read a deep link's payload such as `who-dodik` or `who-story_dodik`; None if it has another form."""
        match = _DEEP_LINK.fullmatch(payload)
        return cls.of(match[1], (match[2] or "").replace("__", " ").replace("_", "/")) if match else None

    def __str__(self) -> str:
        return f"/{self.data}"

    @property
    def data(self) -> str:
        """Write the data of a button: `who story/dodik`."""
        return f"{self.command} {self.argument}".rstrip()

    @property
    def payload(self) -> str | None:
        """Write the payload of a deep link: `who-story_dodik`; None if the argument does not fit there."""
        payload = f"{self.command}-{self.argument.replace('/', '_').replace(' ', '__')}".rstrip("-")
        return payload if self.linked(payload) == self and len(payload) <= 64 else None


def tidy(text: str) -> str:
    """Return one line of a person's text, with single spaces and without control or direction characters."""
    text = text[:_LONGEST]
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _tidied(char) for char in text)
    return " ".join(text.split())


def _tidied(char: str) -> str:
    """Replace a character that cannot be seen; spaces and unassigned characters stay."""
    match unicodedata.category(char):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" | "Cs" | "Co":
            return ""
        case _:
            return char


def ask(command: str, story: Story | None = None, text: str = "", page: int = 1) -> Invocation:
    """Build the invocation of a button: it names its story, so that it means the same wherever it is pressed."""
    scope = f"{story.slug}/" if story else ""
    words = [text] if text else []
    if page > 1:
        words.append(str(page))
    return Invocation.of(command, scope + " ".join(words))
