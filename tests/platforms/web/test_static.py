"""What the browser is sent as it is: every file that another names is there, and colours have names."""

import re
from pathlib import Path

import pytest

from bot.platforms.web.pages import FOLDER

STATIC, TEMPLATES = FOLDER / "static", FOLDER / "templates"
STYLES = sorted(STATIC.rglob("*.css"))
SCRIPTS = sorted(STATIC.rglob("*.js"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|light-dark)a?\(", re.IGNORECASE)
DECLARED = re.compile(r"^\s*(?P<name>[a-z-]+):(?P<value>[^;{]*);", re.MULTILINE)


def strays(style: str) -> list[str]:
    """The declarations that spell a colour and are no token."""
    return [
        found[0].strip()
        for found in DECLARED.finditer(style)
        if COLOUR.search(found["value"]) and not found["name"].startswith("--")
    ]


def test_a_stray_colour_is_found() -> None:
    style = ":root {\n  --ink: #1d2326;\n}\na {\n  color: #fff;\n  box-shadow: 0 1px rgb(0 0 0 / 1%);\n}\n"
    assert strays(style) == ["color: #fff;", "box-shadow: 0 1px rgb(0 0 0 / 1%);"]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: str(path.relative_to(STATIC)))
def test_every_colour_is_a_token(path: Path) -> None:
    assert strays(path.read_text("utf-8")) == []


def test_every_token_that_is_used_is_set() -> None:
    all_styles = "\n".join(path.read_text("utf-8") for path in STYLES)
    used = set(re.findall(r"var\((--[a-z-]+)", all_styles))
    assert used
    assert used - set(re.findall(r"^\s*(--[a-z-]+):", all_styles, re.MULTILINE)) == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(STATIC)))
def test_every_import_leads_to_a_file(path: Path) -> None:
    for named in re.findall(r"from \"([^\"]+)\"", path.read_text("utf-8")):
        assert (path.parent / named).is_file(), named


def test_every_file_that_a_template_names_is_there() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text("utf-8")
        for named in re.findall(r"\"/static/([^\"{]+)\"", text):
            assert (STATIC / named).is_file(), (path, named)
        for named in re.findall(r"{% (?:extends|include|from) \"([^\"]+)\"", text):
            assert (TEMPLATES / named).is_file(), (path, named)
