"""Story files as editors work on them: the port through which the page reads, drafts, changes and saves them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.core.editing.operations import Operation, Place
from bot.core.errors import NewspegError, Problem
from bot.core.stories.story import Story


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A story file as it stands now, with the article that it was drafted from."""

    slug: str
    text: str
    """The whole file."""
    digest: str
    """Of the text; a change names the digest of what it changes, so that nobody's work is overwritten."""
    data: dict[str, Any]
    """The file as plain data; {} if it cannot be read as YAML."""
    story: Story | None
    """None while it has errors."""
    problems: tuple[Problem, ...]
    """Errors and warnings, in the words of `newspeg check`, also against the article."""
    places: tuple[Place | None, ...] = ()
    """For each problem the place that its line stands for, as `("facts", 3)`; None if that cannot be told."""
    article: tuple[str, ...] = ()
    """The paragraphs of the article beside the story, if it is kept there; the headline is 0."""
    is_writable: bool = True
    """False where the folder cannot be written: then it is kept in memory, and the editor takes the file."""


class ChangedMeanwhile(NewspegError):
    """The file is no longer the one that was to be changed; nothing was saved, and both are at hand."""

    def __init__(self, current: Manuscript, yours: str) -> None:
        super().__init__(f"“{current.slug}” was changed meanwhile: nothing is saved; compare both, and decide")
        self.current = current
        self.yours = yours
        """The text that was to be saved."""


class NotSaved(NewspegError):
    """The file could not be written: a full disk, a folder that is read-only. What stood there still stands."""


class Manuscripts(Protocol):
    """All story files of the newsroom; each call may read or write files, off the event loop."""

    async def listed(self) -> Sequence[Manuscript]:
        """Return all of them, drafts first; what cannot be read at all is left out."""
        ...

    async def read(self, slug: str) -> Manuscript | None:
        """Return one as it stands now, or None."""
        ...

    async def draft(self, article: str, *, is_html: bool = False, url: str | None = None) -> Manuscript:
        """Draft from an article, which is fetched if only its address is given; NewspegError says what failed."""
        ...

    async def changed(self, slug: str, digest: str, operations: Sequence[Operation]) -> Manuscript:
        """Return it with these changes, unsaved; ChangedMeanwhile if the digest is not that of the file."""
        ...

    async def read_as(self, slug: str, text: str) -> Manuscript:
        """Return the manuscript that this text for the whole file would be, unsaved."""
        ...

    async def save(self, slug: str, digest: str, text: str) -> Manuscript:
        """Put a text in the place of the one with this digest; ChangedMeanwhile or NotSaved if that is not done."""
        ...

    async def discard(self, slug: str, digest: str) -> None:
        """Delete a draft, its article and its folder; ChangedMeanwhile or NotSaved if that is not done."""
        ...

    async def alternatives(self, slug: str, place: Sequence[str | int]) -> Sequence[str]:
        """Return what else a date at this place of the file may be, by the words of its paragraphs; likeliest first."""
        ...
