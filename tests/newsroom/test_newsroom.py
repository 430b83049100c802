"""The newsroom keeps the library in step with the files, and the last good version of a broken one."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from watchfiles._rust_notify import WatchfilesRustInternalError

from bot.core.errors import SettingsError
from bot.newsroom import newsroom as newsroom_module
from bot.newsroom import watching
from bot.newsroom.folders import watched_places
from bot.newsroom.newsroom import Newsroom, check_stories, line_about
from bot.newsroom.watching import content_changes
from tests.newsroom.written import ARTICLE, with_lines, write
from tests.waiting import hang_guard

RETITLED = with_lines(("Bridge opens in May", "Bridge opens in June"))
BROKEN = with_lines(("status: published", "status: live"))


def headlines(newsroom: Newsroom) -> dict[str, str]:
    """What readers can ask now."""
    return {story.slug: story.headline for story in newsroom.library.stories}


def test_every_folder_is_a_story_and_the_rest_is_left_alone(tmp_path: Path) -> None:
    for slug in ("one", "two"):
        write(tmp_path / slug)
    write(tmp_path / "draft", with_lines(("status: published", "status: draft")))
    write(tmp_path / ".git", "not: a story")
    (tmp_path / "README.md").write_text("How to write a story")
    newsroom = Newsroom(tmp_path)
    assert newsroom.load() == []
    assert [story.slug for story in newsroom.stories] == ["draft", "one", "two"]
    assert set(headlines(newsroom)) == {"one", "two"}


def test_problems_of_all_files_come_at_once_and_sound_stories_are_served(tmp_path: Path) -> None:
    write(tmp_path / "good")
    write(tmp_path / "broken", BROKEN)
    write(tmp_path / "Bad Name")
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "story.yml").touch()
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "story.yaml.txt").touch()
    (tmp_path / "folder" / "story.yaml").mkdir(parents=True)
    newsroom = Newsroom(tmp_path)
    found = {str(problem.file.relative_to(tmp_path)): problem.message for problem in newsroom.load()}
    assert list(found) == [f"{slug}/story.yaml" for slug in ("Bad Name", "broken", "empty", "folder", "other", "saved")]
    assert list(newsroom.problems) == ["Bad Name", "broken", "empty", "folder", "other", "saved"]
    assert found["empty/story.yaml"].startswith("the folder “empty” has no story.yaml; write one")
    assert found["saved/story.yaml"].endswith("rename “story.yaml.txt” to it")
    assert found["other/story.yaml"].endswith("rename “story.yml” to it")
    (named,) = Newsroom(tmp_path / "other").load()
    assert (
        str(named) == f"{tmp_path}/other/story.yaml:1: the folder “other” has no story.yaml; rename “story.yml” to it"
    )
    assert found["folder/story.yaml"].startswith("cannot be read")
    assert set(headlines(newsroom)) == {"good"}


def test_a_broken_story_keeps_its_last_good_version_while_others_change(tmp_path: Path) -> None:
    for slug in ("broken", "missing", "retitled", "removed"):
        write(tmp_path / slug)
    newsroom = Newsroom(tmp_path)
    newsroom.load()
    before = newsroom.library
    write(tmp_path / "broken", BROKEN)
    (tmp_path / "missing" / "story.yaml").unlink()
    write(tmp_path / "retitled", RETITLED)
    shutil.rmtree(tmp_path / "removed")
    assert [problem.file.parent.name for problem in newsroom.load()] == ["broken", "missing"]
    assert headlines(newsroom) == {
        "broken": "Bridge opens in May",
        "missing": "Bridge opens in May",
        "retitled": "Bridge opens in June",
    }
    assert {story.slug for story in before.stories} == {"broken", "missing", "retitled", "removed"}
    write(tmp_path / "broken", RETITLED)
    assert len(newsroom.load()) == 1
    assert headlines(newsroom)["broken"] == "Bridge opens in June"


def test_problems_are_known_until_they_are_mended(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    write(tmp_path / "one", BROKEN)
    newsroom.load()
    assert list(newsroom.problems) == ["one"]
    write(tmp_path / "one")
    newsroom.load()
    assert newsroom.problems == {}


def test_an_unchanged_file_is_not_checked_again(tmp_path: Path) -> None:
    write(tmp_path / "one")
    write(tmp_path / "two")
    newsroom = Newsroom(tmp_path)
    newsroom.load()
    one, two = newsroom.stories
    write(tmp_path / "two", RETITLED)
    newsroom.load()
    assert newsroom.stories[0] is one
    assert newsroom.stories[1] is not two


def test_a_folder_that_is_not_there_is_an_error_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="NEWSPEG_CONTENT"):
        Newsroom(tmp_path / "contnet").load()
    with pytest.raises(SettingsError, match=r"is not a story: give a story\.yaml"):
        Newsroom(Path(__file__)).load()


@pytest.mark.parametrize("part", ["", "bridge", "bridge/story.yaml"])
def test_check_takes_the_content_a_folder_or_a_file(tmp_path: Path, part: str) -> None:
    write(tmp_path / "bridge")
    report = check_stories(tmp_path / part)
    assert [line_about(story) for story in report.stories] == [
        "bridge: Bridge opens in May (published, 2031-03-01; 2 facts, 2 entities, 1 quotations, 1 events)"
    ]
    assert report.problems == ()


def test_check_with_an_article_needs_one_story(tmp_path: Path) -> None:
    write(tmp_path / "content" / "bridge")
    article = ARTICLE.replace("church", "tower").replace("Aydin", "Aydın")  # another spelling is warned of
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    (tmp_path / "bare").mkdir()
    assert [problem.message for problem in check_stories(tmp_path / "bare").problems] == [
        "there is no story here: each has a folder of its own with this file"
    ]
    (problem,) = check_stories(tmp_path / "content", tmp_path / "article.txt").problems
    assert str(problem).startswith(f"{tmp_path}/content/bridge/story.yaml:")
    write(tmp_path / "content" / "broken", BROKEN)
    with pytest.raises(SettingsError, match="holds 2: give its folder"):
        check_stories(tmp_path / "content", tmp_path / "article.txt")
    assert len(check_stories(tmp_path / "content" / "broken", tmp_path / "article.txt").problems) == 1


async def steps(*actions: Callable[[], object]) -> AsyncGenerator[None, None]:
    """A change after each action."""
    for action in actions:
        action()
        yield


async def nobody() -> None:
    """Takes no note of a change."""


async def test_every_change_is_taken_and_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    write(content / "bridge")
    newsroom = Newsroom(content)
    newsroom.load()
    changes = steps(
        lambda: write(content / "bridge", BROKEN),
        lambda: content.rename(tmp_path / "away"),
        lambda: (tmp_path / "away").rename(content),
        lambda: write(content / "bridge", RETITLED),
        lambda: write(content / "second"),
        lambda: shutil.rmtree(content / "bridge"),
    )
    monkeypatch.setattr(newsroom_module, "content_changes", lambda _: changes)
    with capture_logs() as logs:
        await newsroom.watch(nobody)
    told = [{key: value for key, value in entry.items() if key not in ("log_level", "event")} for entry in logs]
    file = content / "bridge" / "story.yaml"
    problem = {"problem": f"{file}:1: “status” is “live”, but must be draft, published or retracted"}
    assert told[0] == problem
    assert "No such file" in str(told[1]["reason"])
    assert told[2:] == [problem, {"changed": ["bridge"]}, {"added": ["second"]}, {"removed": ["bridge"]}]
    assert set(headlines(newsroom)) == {"second"}


async def until_done(task: asyncio.Task[None], action: Callable[[], object]) -> None:
    """Act again and again: what happens before the file system is watched goes unseen."""
    while not task.done():
        action()
        await asyncio.wait({task}, timeout=0.2)
    await task


async def test_the_file_system_tells_of_changes_though_the_folder_goes_and_comes_back(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "bridge")

    async def next_change() -> None:
        await anext(changes)

    async with hang_guard(), aclosing(content_changes(content)) as changes:
        await until_done(asyncio.create_task(next_change()), lambda: write(content / "bridge"))
        content.rename(tmp_path / "away")
        await next_change()
        (tmp_path / "away").rename(content)
        await next_change()
        await until_done(asyncio.create_task(next_change()), lambda: write(content / "bridge"))


async def test_watching_reloads_and_ends_at_once_when_cancelled(tmp_path: Path) -> None:
    write(tmp_path / "bridge")
    newsroom = Newsroom(tmp_path)
    newsroom.load()
    task = asyncio.create_task(newsroom.watch(nobody))
    async with hang_guard():
        while headlines(newsroom) != {"bridge": "Bridge opens in June"}:
            write(tmp_path / "bridge", RETITLED)
            await asyncio.wait({task}, timeout=0.2)
    task.cancel()
    async with hang_guard():
        with pytest.raises(asyncio.CancelledError):
            await task


@pytest.mark.parametrize("refusal", [OSError(28, "inotify watch limit reached"), WatchfilesRustInternalError("no")])
async def test_where_the_system_cannot_watch_the_files_are_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    def watch(*_: Path, force_polling: bool | None, **__: object) -> Iterator[set[str]]:
        if not force_polling:
            raise refusal
        yield {"changed"}

    monkeypatch.setattr(watching, "watch", watch)
    with capture_logs() as logs:
        async with aclosing(content_changes(tmp_path)) as changes:
            await anext(changes)
    assert [(entry["log_level"], entry["reason"]) for entry in logs] == [("warning", str(refusal))]


def test_links_out_of_the_folder_are_not_watched(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "one")
    write(content / "one" / "inner")
    write(content / ".hidden")
    (content / "two").mkdir()
    (content / "two" / "story.yaml").symlink_to("../one/inner/story.yaml")
    (content / "machine").symlink_to("/")
    (content / "around").symlink_to("..")
    (content / "lost").symlink_to("nowhere")
    assert watched_places(content) == {content, content / "one", content / "one" / "inner", content / "two"}
    assert watched_places(content / "one" / "story.yaml") == {content / "one"}
    assert watched_places(tmp_path / "gone" / "content") == {tmp_path}


async def test_a_story_of_a_new_folder_is_watched_as_well(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    write(tmp_path / "one")
    newsroom.load()
    task = asyncio.create_task(newsroom.watch(nobody))
    async with hang_guard():
        while "two" not in newsroom.problems:
            (tmp_path / "two").mkdir(exist_ok=True)
            await asyncio.wait({task}, timeout=0.2)
        while "two" not in headlines(newsroom):
            write(tmp_path / "two", RETITLED)
            await asyncio.wait({task}, timeout=0.2)
    task.cancel()


async def test_reading_again_tells_a_problem_once_and_keeps_the_library_if_nothing_changed(tmp_path: Path) -> None:
    file = write(tmp_path / "bridge")
    newsroom = Newsroom(tmp_path)
    newsroom.load()
    library = newsroom.library
    assert await newsroom.reread() == []
    assert newsroom.library is library
    write(tmp_path / "bridge", BROKEN)
    assert [problem.file for problem in await newsroom.reread()] == [file]
    assert await newsroom.reread() == []
    assert newsroom.library is library
    write(tmp_path / "bridge", RETITLED)
    assert await newsroom.reread() == []
    assert headlines(newsroom) == {"bridge": "Bridge opens in June"}


def test_a_story_is_compared_with_the_article_that_is_kept_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "bridge", with_lines(("as safe as a church", "as safe as a tower")))
    write(tmp_path / "other")
    (tmp_path / "bridge" / "article.txt").write_text(ARTICLE.replace("Aydin", "Aydın"), encoding="utf-8")
    (problem,) = check_stories(tmp_path).problems
    assert problem.file == tmp_path / "bridge" / "story.yaml"
    assert "no cited paragraph holds this quotation" in problem.message
    (tmp_path / "right.txt").write_text(ARTICLE.replace("church", "tower").replace("Aydin", "Aydın"), encoding="utf-8")
    assert check_stories(tmp_path / "bridge", tmp_path / "right.txt").problems == ()


def test_the_article_beside_a_story_is_no_link_to_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "content" / "bridge")
    (tmp_path / "article.txt").write_text("Nothing of the kind", encoding="utf-8")
    (tmp_path / "content" / "bridge" / "article.txt").symlink_to(tmp_path / "article.txt")
    assert check_stories(tmp_path / "content").problems == ()


@pytest.mark.parametrize(
    ("status", "own", "told"), [("draft", "", "w"), ("published", "", "e"), ("published", "own", "")]
)
def test_copied_sentences_are_a_warning_in_a_draft_and_an_error_once_published(
    tmp_path: Path, status: str, own: str, told: str
) -> None:
    copied = "The new bridge over the harbour will be opened to all traffic on May 4."
    text = with_lines(("Traffic begins to flow.", copied), ("status: published", f"status: {status}"))
    if own:
        text = text.replace("  text: Reporting by", "  own: true\n  text: Reporting by")
    write(tmp_path / "bridge", text)
    (tmp_path / "bridge" / "article.txt").write_text(ARTICLE.replace("Aydin", "Aydın"), encoding="utf-8")
    problems = [each for each in check_stories(tmp_path).problems if "in a row are the article's" in each.message]
    assert ["w" if each.is_warning else "e" for each in problems] == list(told)
