"""What must stay true of the whole: no work at import, texts that can be extracted, a README that is complete."""

import os
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.extract import extract_from_dir

from bot.core.asking.commands import COMMANDS
from tests.running import newspeg

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "bot").rglob("*.py")
    if path.name not in ("__main__.py", "env.py") and "versions" not in path.parts
)
KEYWORDS: dict[str, tuple[int, ...] | None] = {"gettext": None, "ngettext": (1, 2), "N_": None, "line": None}


def test_every_module_imports_with_an_empty_environment(tmp_path: Path) -> None:
    assert "bot.core.asking.desk" in MODULES
    script = f"import importlib\nfor name in {MODULES!r}: importlib.import_module(name)"
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.iterdir())


def test_the_texts_of_all_cards_can_be_extracted() -> None:
    found = {message[2] for message in extract_from_dir(str(ROOT / "bot"), keywords=KEYWORDS)}
    assert "Story of {date} ({age})" in found
    assert "The facts" in found
    assert ("{n} fact", "All {n} facts") in found
    assert {command.description for command in COMMANDS} <= found
    assert {parameter.description for command in COMMANDS for parameter in command.parameters} <= found


def test_no_text_is_glued_into_the_catalogue() -> None:
    """A text that is put together before it is looked up is in no catalogue."""
    glued = re.compile(r"\b(?:gettext|ngettext|line)\(\s*(?:f\"|[a-z_]+ \+|\"[^\"]*\" [+%])")
    assert glued.search('say.line(f"{name} says")')
    for path in (ROOT / "bot").rglob("*.py"):
        assert not glued.search(path.read_text(encoding="utf-8")), path


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"`/{command.name}" in readme, command.name


def test_the_transcript_in_the_readme_is_what_the_bot_says(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    turns = re.findall(r"^\$ echo '(.+)' \| uv run newspeg (.+)\n((?:(?!\$ |```).*\n)+)", readme, re.MULTILINE)
    assert len(turns) >= 3
    for question, arguments, answer in turns:
        assert newspeg(*arguments.split(), cwd=tmp_path, stdin=question).stdout.strip() == answer.strip()


def test_nothing_but_settings_reads_the_environment() -> None:
    readers = [
        path for path in (ROOT / "bot").rglob("*.py") if re.search(r"os\.environ|getenv", path.read_text("utf-8"))
    ]
    assert readers == []
