"""Tells the log of edits in lines."""

from collections.abc import Mapping
from typing import Any

from bot.core.editing.log import Edit


def edit_plain(edit: Edit) -> str:
    """Return an edit as a line: when, who, which story, what."""
    undone = " (undone)" if edit.undone else ""
    return f"{edit.at:%Y-%m-%d %H:%MZ}  {edit.editor or '–'}  {edit.story}  {edit.what}{undone}"


def edit_json(edit: Edit) -> Mapping[str, Any]:
    """Return an edit as plain data; without the files."""
    return {
        "id": edit.id,
        "at": edit.at.isoformat(),
        "editor": edit.editor,
        "story": edit.story,
        "what": edit.what,
        "version": edit.version,
        "undone": edit.undone,
    }
