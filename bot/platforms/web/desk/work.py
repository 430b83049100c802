"""Changes story files for editors: a draft at once, what readers have only once its reach was seen; each is logged."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from starlette.exceptions import HTTPException

from bot.core.editing.differences import Difference, differences
from bot.core.editing.log import Edit
from bot.core.editing.manuscripts import ChangedMeanwhile, Manuscript
from bot.core.editing.reach import Reach
from bot.core.errors import NewspegError
from bot.platforms.web.desk.bodies import Changes, WholeText
from bot.platforms.web.desk.telling import told
from bot.platforms.web.desk.tools import Tools
from bot.platforms.web.desk.views import is_public, problems_of, shown

_FOLDER = re.compile(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]{0,254}")
_RECENT = 20
_MOST_LISTED = 100


class NotSound(NewspegError):
    """Readers would be given a story with errors; nothing was saved."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__("Readers cannot be given this yet: see what the check says.")
        self.manuscript = manuscript


@dataclass(frozen=True, slots=True)
class Work:
    """What one editor does to one story, a folder's name; a 404 for what can be none."""

    tools: Tools
    slug: str
    editor: str

    def __post_init__(self) -> None:
        if not _FOLDER.fullmatch(self.slug):
            raise HTTPException(404)

    async def now(self) -> Manuscript:
        """Return the story as it stands; a 404 if there is none."""
        found = await self.tools.manuscripts.read(self.slug)
        if found is None:
            raise HTTPException(404)
        return found

    async def shown(self, manuscript: Manuscript | None = None) -> Mapping[str, Any]:
        """Return the story as JSON, with what of it can be undone."""
        manuscript = manuscript or await self.now()
        undoable = await self._undoable(manuscript)
        return {
            **shown(manuscript, self.tools.languages.get(), self.tools.clock()),
            "undo": {"id": undoable.id, "what": undoable.what} if undoable else None,
        }

    async def tried(self, asked: Changes) -> Mapping[str, Any]:
        """Return the story as JSON as it would be with these changes; nothing is saved."""
        changed = await self.tools.manuscripts.changed(self.slug, asked.digest, asked.operations)
        return shown(changed, self.tools.languages.get(), self.tools.clock())

    async def change(self, asked: Changes) -> Mapping[str, Any]:
        """Save these changes, or return whom they reach if readers have the story and that was not confirmed."""
        before = await self.now()
        after = await self.tools.manuscripts.changed(self.slug, asked.digest, asked.operations)
        if before.digest != asked.digest:  # it became another one between both looks
            raise ChangedMeanwhile(before, after.text)
        return await self._taken(before, after, told(asked.operations, before.data), confirmed=asked.confirmed)

    async def settle(self, asked: WholeText) -> Mapping[str, Any]:
        """Put a whole text in the place of the file, as chosen after a conflict."""
        before = await self.now()
        after = await self.tools.manuscripts.read_as(self.slug, asked.text)
        if before.digest != asked.digest:
            raise ChangedMeanwhile(before, asked.text)
        return await self._taken(before, after, "chose between two versions", confirmed=asked.confirmed)

    async def undo(self, digest: str) -> Mapping[str, Any]:
        """Put the file back as it was before the last edit, unless readers have heard of that."""
        current = await self.now()
        edit = await self._undoable(current)
        if edit is None or edit.before is None:
            raise NewspegError("There is nothing to undo: it was sent, or the file was changed since.")
        if current.digest != digest:
            raise ChangedMeanwhile(current, edit.before)
        saved = await self.tools.manuscripts.save(self.slug, digest, edit.before)
        await self.tools.log.undo(edit.id)
        if is_public(current) or is_public(saved):
            await self.tools.saved()
        return {"manuscript": await self.shown(saved), "undone": edit.what}

    async def edits(self) -> Sequence[Edit]:
        """Return the latest edits of the story, the newest first."""
        return await self.tools.log.latest(_MOST_LISTED, self.slug)

    async def differences(self, edit_id: int) -> Sequence[Difference]:
        """Return what an edit changed; a 404 if it is not among the latest."""
        edits = await self.edits()
        index = next((index for index, each in enumerate(edits) if each.id == edit_id), None)
        if index is None or (before_text := edits[index].before) is None:
            raise HTTPException(404)
        before = await self.tools.manuscripts.read_as(self.slug, before_text)
        version = edits[index].version
        after = await self.tools.former(version) if version else None
        if before.story and after:
            return differences(json.loads(before.story.snapshot), json.loads(after.snapshot))
        later = edits[index - 1].before if index else (await self.now()).text
        now = await self.tools.manuscripts.read_as(self.slug, later) if later is not None else await self.now()
        return differences(before.data, now.data)

    async def _taken(self, before: Manuscript, after: Manuscript, what: str, *, confirmed: bool) -> Mapping[str, Any]:
        if is_public(after) or is_public(before):
            if after.story is None:
                raise NotSound(after)
            if not confirmed:
                return {"asks": await self._reach(before, after)}
        saved = await self.tools.manuscripts.save(self.slug, before.digest, after.text)
        await self._log(before, saved, what)
        if is_public(before) or is_public(saved):
            await self.tools.saved()
        return {"manuscript": await self.shown(saved)}

    async def _reach(self, before: Manuscript, after: Manuscript) -> Mapping[str, Any]:
        known = before.story if is_public(before) else None
        reach = await self.tools.find_reach(known, after.story if is_public(after) else None)
        return {**reach_as_json(reach), "problems": problems_of(after)}

    async def _log(self, before: Manuscript, saved: Manuscript, what: str) -> None:
        edit = Edit(
            id=0,
            at=self.tools.clock().astimezone(UTC),
            editor=self.editor,
            story=self.slug,
            what=what,
            before=before.text,
            after=saved.digest,
            version=saved.story.version if saved.story and is_public(saved) else None,
        )
        await self.tools.log.note(edit)

    async def _undoable(self, manuscript: Manuscript) -> Edit | None:
        """Return the edit that made the file what it is, if it can be undone."""
        for edit in await self.tools.log.latest(_RECENT, self.slug):
            if not edit.undone:
                is_last = edit.after == manuscript.digest and edit.before is not None
                return edit if is_last and not await self.tools.log.was_sent(edit) else None
        return None


def reach_as_json(reach: Reach) -> dict[str, Any]:
    """Return whom a change reaches as JSON for the page: a line of numbers in words, and the texts."""
    return {
        "numbers": numbers_in_words(reach),
        "texts": [{"kind": each.kind, "words": each.words, "chats": each.chats} for each in reach.texts],
    }


def numbers_in_words(reach: Reach) -> str:
    """Return the numbers as one line: “2 posts withdrawn, 214 chats told, 341 posts edited”."""
    counts = (
        (reach.withdrawn, "post withdrawn", "posts withdrawn"),
        (reach.told, "chat told", "chats told"),
        (reach.edited, "post edited", "posts edited"),
        (reach.planned, "reminder to come", "reminders to come"),
    )
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts if number)
