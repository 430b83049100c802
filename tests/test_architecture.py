"""docs/ARCHITECTURE.md names nothing that is not there, and no state of a post is missing in it."""

import importlib
import re
from pathlib import Path

import pytest

from bot.core.posting.posts import STATES

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
PATHS = sorted(set(re.findall(r"`((?:bot|tests|content|docs)/[\w/.]+)`", TEXT)))
WORDS = re.findall(r"^\| `(\w+)` \|.*\| `(bot/[\w/]+)\.py` \|$", TEXT, re.MULTILINE)
NAMED = re.findall(r"`(\w+)`\s(?:in |\()`(bot/[\w/]+)\.py`", TEXT)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("name", "module"), [*WORDS, *NAMED])
def test_every_name_is_where_it_is_said_to_be(name: str, module: str) -> None:
    assert hasattr(importlib.import_module(module.replace("/", ".")), name)


def test_the_page_has_names_and_paths() -> None:
    assert len(WORDS) > 15
    assert len(NAMED) >= 4
    assert len(PATHS) > 30


def test_the_table_has_every_state() -> None:
    table = TEXT.partition("## The states of a post")[2].partition("\n## ")[0]
    cells = " ".join(re.findall(r"^\|(.*)\|$", table, re.MULTILINE))
    assert [state for state in STATES if state not in re.findall(r"\w+", cells)] == []
