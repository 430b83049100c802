from pathlib import Path

import pytest

from bot.app.stories import open_newsroom
from bot.core.errors import ContentError, SettingsError
from bot.newsroom.newsroom import check_stories
from bot.newsroom.skeleton import begin_story
from bot.settings import Settings

FILLED = {
    "headline": "A bridge",
    "date": "2031-03-01",
    "text": "It opens.",
    "paragraph": "1",
    "id": "bridge",
    "type": "thing",
    "name": "Bridge",
    "role": "A bridge",
    "said_by": "bridge",
    "about": "On the bridge.",
    "zone": "Europe/Sarajevo",
    "start": "2031-05-04",
    "description": "It opens.",
}


def test_the_check_names_each_line_to_fill_in_and_nothing_else(tmp_path: Path) -> None:
    file = begin_story(tmp_path, "night-tram")
    lines = file.read_text(encoding="utf-8").splitlines()
    problems = check_stories(tmp_path).problems
    assert [problem.line for problem in problems] == [
        number
        for number, line in enumerate(lines, 1)
        if line.partition("#")[0].rstrip().endswith(":") and line.lstrip(" -").partition(":")[0] in FILLED
    ]
    for problem in problems:
        head, colon, _ = lines[problem.line - 1].partition(":")
        lines[problem.line - 1] = f"{head}{colon} {FILLED[head.strip(' -')]}"
    file.write_text("\n".join(lines), encoding="utf-8")
    report = check_stories(tmp_path)
    assert report.problems == ()
    assert [story.status for story in report.stories] == ["draft"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = begin_story(tmp_path, "night-tram")
    file.write_text("mine")
    with pytest.raises(SettingsError, match="is there already"):
        begin_story(tmp_path, "night-tram")
    assert file.read_text() == "mine"


@pytest.mark.parametrize("slug", ["Night Tram", "../tram", "", "a" * 25])
def test_a_name_that_is_none_makes_no_folder(slug: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        begin_story(tmp_path, slug)
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_of_stories_there_is_no_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        begin_story(tmp_path / "nowhere", "night-tram")


def test_a_draft_that_is_not_filled_in_holds_up_no_start(tmp_path: Path) -> None:
    file = begin_story(tmp_path, "night-tram")
    settings = Settings(content=tmp_path)
    assert open_newsroom(settings).stories == ()
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: published"), encoding="utf-8")
    with pytest.raises(ContentError, match="headline"):
        open_newsroom(settings)
