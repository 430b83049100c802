"""Every error that this project raises on purpose.

NewspegError
├── SettingsError        a setting is missing or wrong; the message says which and what to write
│   └── BadToken         a platform refused its token
├── ContentError         story files that cannot be served; carries every problem found
├── StorageUnavailable   what is stored cannot be read or written now
├── QuotaReached         a chat or person has as much stored as it may
├── TooManyQuestions     a chat or person asks more than is answered, and was told so
├── NoArticle            what was to be drafted is no article, or cannot be fetched
├── PlatformUnavailable  a platform cannot be reached now; worth another try
└── NoAdvice             the endpoint that chooses statements chose none; the rules can
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class NewspegError(Exception):
    """Base of all; its text is one line, written for whoever runs the bot."""


class SettingsError(NewspegError):
    """A setting is missing or wrong."""


class BadToken(SettingsError):
    """A platform refused its token; the token itself is never part of the text."""

    def __init__(self, platform: str, setting: str) -> None:
        super().__init__(f"{platform} refused the token in {setting}: copy it again from where you created the bot")
        self.platform = platform
        self.setting = setting


class StorageUnavailable(NewspegError):
    """Stored data cannot be read or written now: a locked database, a full disk."""


class QuotaReached(NewspegError):
    """A chat or person has reached the limit of what it may store; nothing was changed."""


class TooManyQuestions(NewspegError):
    """A chat or person asks more than is answered, and was told so; now the answer is silence."""


class NoArticle(NewspegError):
    """What was to become a draft is no article, is too large, or cannot be fetched."""


class PlatformUnavailable(NewspegError):
    """A platform cannot be reached now, or dropped the connection."""


class NoAdvice(NewspegError):
    """The endpoint that chooses statements gave no answer that can be read."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one story file, at its line (from 1); a story with a warning alone is served nevertheless."""

    file: Path
    line: int
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'warning: ' if self.is_warning else ''}{self.message}"


class ContentError(NewspegError):
    """Story files that cannot be served."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
