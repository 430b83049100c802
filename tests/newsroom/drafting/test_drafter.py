"""What an editor gives becomes a draft in a folder of its own; nothing that is there is changed."""

import errno
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import NoArticle, SettingsError
from bot.newsroom.drafting.drafter import Drafter, save_draft
from bot.newsroom.drafting.fetching import Fetcher
from bot.newsroom.newsroom import check_stories
from tests.newsroom.drafting.test_drafting import NIGHT_TRAM, drafted
from tests.newsroom.drafting.test_fetching import answer, never, serving

PAGE = b"<html><body><h1>A ferry is late</h1><p>The ferry is late, said Ida Brandt on Friday.</p></body></html>"


def drafter(content: Path) -> Drafter:
    """One that drafts on a day of April, and may fetch from loopback."""
    return Drafter(content, lambda: date(2031, 4, 21), Fetcher(may_be_private=True, sleep=never))


async def test_a_text_becomes_a_draft_that_a_check_takes(tmp_path: Path) -> None:
    by = drafter(tmp_path)
    saved = await by.save(await by.made(NIGHT_TRAM.encode()))
    assert saved.file == tmp_path / "night-tram-returns-to" / "story.yaml"
    assert (saved.file.parent / "article.txt").read_text(encoding="utf-8").split("\n\n")[1] == "By Vera Holm"
    report = check_stories(tmp_path)
    assert [story.status for story in report.stories] == ["draft"]
    assert all(problem.is_warning for problem in report.problems)
    assert any("review: " in problem.message for problem in report.problems)


async def test_a_page_is_fetched_and_drafted(tmp_path: Path) -> None:
    by = drafter(tmp_path)
    async with serving(answer(PAGE)) as (url, _):
        made = await by.made(url=f"{url}/ferry")
    assert made.data["headline"] == "A ferry is late"
    assert made.data["source"] == {"url": f"{url}/ferry"}
    assert (await by.made(PAGE)).data["headline"] == "A ferry is late"


async def test_nothing_at_all_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(NoArticle, match="no text"):
        await drafter(tmp_path).made()


async def test_a_second_draft_of_a_headline_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    by = drafter(tmp_path)
    made = await by.made(NIGHT_TRAM.encode())
    assert (await by.save(made)).file.parent.name == "night-tram-returns-to"
    assert (await by.save(made)).file.parent.name == "night-tram-returns-to-2"
    assert (await by.save(made)).file.parent.name == "night-tram-returns-to-3"


@pytest.mark.parametrize("name", ["story.yaml", "notes.txt", ".hidden"])
def test_a_folder_that_holds_something_stays_as_it_is(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "tram"
    folder.mkdir()
    (folder / name).write_text("mine")
    with pytest.raises(SettingsError, match="is there already, and stays as it is"):
        save_draft(drafted(NIGHT_TRAM), folder)
    assert {each.name: each.read_text() for each in folder.iterdir()} == {name: "mine"}


def test_a_file_or_a_link_where_the_folder_should_be_stays(tmp_path: Path) -> None:
    (tmp_path / "tram").write_text("mine")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    for name in ("tram", "gone"):
        with pytest.raises(SettingsError, match=f"{name}” (is there already|cannot be written)"):
            save_draft(drafted(NIGHT_TRAM), tmp_path / name)
    assert (tmp_path / "tram").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_no_slug_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="rename it, to “night-tram” say"):
        save_draft(drafted(NIGHT_TRAM), tmp_path / "Night Tram")
    assert not [*tmp_path.iterdir()]


def test_an_empty_folder_is_taken_and_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "tram"
    folder.mkdir()
    folder.chmod(0o770)
    file = save_draft(drafted(NIGHT_TRAM), folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o660
    assert stat.S_IMODE((folder / "article.txt").stat().st_mode) == 0o660


def test_where_the_disk_is_full_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def full(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "story.yaml":
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(SettingsError, match="cannot be written: No space left on device"):
        save_draft(drafted(NIGHT_TRAM), tmp_path / "tram")
    assert not [*tmp_path.iterdir()]


def test_the_newsrooms_own_article_may_be_kept_in_git(tmp_path: Path) -> None:
    file = save_draft(drafted(NIGHT_TRAM, own=True), tmp_path / "tram")
    assert "!article.txt" in (file.parent / ".gitignore").read_text().splitlines()
    assert check_stories(tmp_path).stories
