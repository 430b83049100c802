"""Finds the story files."""

import os
from pathlib import Path
from typing import NamedTuple

from bot.core.errors import Problem, SettingsError

STORY_FILE = "story.yaml"


class StoryFiles(NamedTuple):
    """The story files, the folder that none of them may lead out of, and the faults of the folders."""

    files: list[Path]
    root: Path
    problems: list[Problem]


def story_files(path: Path) -> StoryFiles:
    """Find the story files of a content folder or of one story's folder, or take the one file itself.

    Raises SettingsError if there is nothing there, or nothing that can be read.
    """
    try:
        folders = _folders(path) if path.name != STORY_FILE and (path.is_dir() or not path.exists()) else None
    except OSError as error:
        raise SettingsError(
            f"cannot read the stories in “{path}” ({error.strerror}): NEWSPEG_CONTENT, or the path given to"
            " `newspeg check`, must name the folder that holds them"
        ) from error
    if folders is None:
        return StoryFiles([_single(path)], _around(path.parent), [])
    looked = {folder / STORY_FILE: _is_there(folder / STORY_FILE) for folder in folders}
    there = [file for file, is_there in looked.items() if is_there]
    if _is_there(path / STORY_FILE) and not there:
        return StoryFiles([path / STORY_FILE], _around(path), [])
    missing = [_missing(file) for file, is_there in looked.items() if not is_there]
    return StoryFiles(there, path, [*_misplaced(path, folders), *missing])


def watched_places(path: Path) -> set[Path]:
    """Return the folders that change when a story changes: the content folder and the stories' own, not their contents.

    While it is not there, return the nearest folder around it.
    """
    try:
        folders = _folders(path)
    except NotADirectoryError:
        return {path.parent}
    except OSError:
        return {next(place for place in path.absolute().parents if os.path.isdir(place))}  # noqa: PTH112 -- raises nothing
    root = os.path.realpath(path)
    real = {os.path.realpath(folder) for folder in folders}
    real |= {os.path.dirname(os.path.realpath(folder / STORY_FILE)) for folder in folders}  # noqa: PTH120 -- as they are
    return {path, *(Path(each) for each in real if os.path.commonpath((root, each)) == root and os.path.isdir(each))}  # noqa: PTH112 -- raises nothing


def _around(folder: Path) -> Path:
    """Return the content folder around a story's folder, so that a story is checked alone as it is among the others."""
    return Path(os.path.abspath(folder)).parent  # noqa: PTH100 -- pathlib keeps “..”, whose parent is not around it


def _folders(path: Path) -> list[Path]:
    """Return its folders, and entries that cannot be inspected: reading their stories will tell why."""
    with os.scandir(path) as entries:
        named = (entry for entry in entries if not entry.name.startswith(".") and entry.name != STORY_FILE)
        return sorted(Path(entry.path) for entry in named if _may_be_folder(entry))


def _may_be_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir() or (entry.is_symlink() and not entry.is_file())
    except OSError:
        return True


def _is_there(file: Path) -> bool:
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # reading it will tell why this failed
    return True


def _single(file: Path) -> Path:
    if file.name != STORY_FILE:
        raise SettingsError(f"“{file}” is not a story: give a {STORY_FILE}, its folder, or the folder of all stories")
    return file


def _misplaced(path: Path, folders: list[Path]) -> list[Problem]:
    """Report story files that stand beside the stories' folders, or under another name in a folder without a story."""
    if _is_there(path / STORY_FILE):
        return [
            Problem(path / STORY_FILE, 1, "this story needs a folder of its own, as the others have: move it there")
        ]
    return [_missing(path / STORY_FILE)] if not folders and _others(path) else []


def _others(folder: Path) -> list[str]:
    """Return the files that may be story files under another name."""
    try:
        return sorted(other.name for other in folder.glob("*.y*ml*"))
    except OSError:
        return []


def _missing(file: Path) -> Problem:
    others = _others(file.parent)
    hint = f"; rename “{others[0]}” to it" if others else "; write one, or move this folder away"
    return Problem(file, 1, f"the folder “{file.parent.name}” has no {STORY_FILE}{hint}")
