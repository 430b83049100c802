"""Which story files there are."""

from pathlib import Path

from bot.core.errors import Problem, SettingsError

STORY_FILE = "story.yaml"


def story_files(path: Path) -> tuple[list[Path], list[Problem]]:
    """The story files of a content folder, of one story's folder, or the one file itself; and folders without one.

    Raises SettingsError if there is nothing there, or nothing that can be read.
    """
    try:
        if path.is_file():
            return [_single(path)], []
        if (path / STORY_FILE).is_file():
            return [path / STORY_FILE], []
        folders = sorted(folder for folder in path.iterdir() if folder.is_dir() and not folder.name.startswith("."))
    except OSError as error:
        raise SettingsError(
            f"cannot read the stories in “{path}” ({error.strerror}): NEWSPEG_CONTENT, or the path given to"
            " `newspeg check`, must name the folder that holds them"
        ) from error
    if not folders and _others(path):
        return [], [_missing(path / STORY_FILE)]
    files = [folder / STORY_FILE for folder in folders]
    there = {file: _is_there(file) for file in files}
    return [file for file in files if there[file]], [_missing(file) for file in files if not there[file]]


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True  # reading it will tell why it cannot be read
    return True


def _single(file: Path) -> Path:
    if file.name != STORY_FILE:
        raise SettingsError(f"“{file}” is not a story: give a {STORY_FILE}, its folder, or the folder of all stories")
    return file


def _others(folder: Path) -> list[str]:
    """What may be a story file under another name."""
    return sorted(other.name for other in folder.glob("*.y*ml*"))


def _missing(file: Path) -> Problem:
    others = _others(file.parent)
    hint = f"; rename “{others[0]}” to it" if others else "; write one, or move this folder away"
    return Problem(file, 1, f"the folder “{file.parent.name}” has no {STORY_FILE}{hint}")
