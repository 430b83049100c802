"""What holds for every implementation of the port, over a folder that can be written and over one that cannot."""

import asyncio
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.core.editing.manuscripts import ChangedMeanwhile, Manuscript, NotSaved
from bot.core.errors import NewspegError
from bot.newsroom.drafting.drafter import Drafter
from bot.newsroom.drafting.fetching import Fetcher
from bot.newsroom.writing import manuscripts as module
from bot.newsroom.writing.manuscripts import FolderManuscripts
from bot.newsroom.writing.saving import digest_of, replace_file
from tests.newsroom.writing.test_applying import DRAFT, op

ARTICLE = "The bridge opens\n\nThe bridge in Lindholt opens on 4 May 2031, Ana Ek said on Monday.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "bridge"
    folder.mkdir(parents=True)
    (folder / "story.yaml").write_text(DRAFT, encoding="utf-8")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "content"


@pytest.fixture(params=["writable", "read-only"])
def newsroom(request: pytest.FixtureRequest, content: Path, monkeypatch: pytest.MonkeyPatch) -> FolderManuscripts:
    if request.param == "read-only":  # the superuser may write everywhere, so that the mode of a folder says nothing
        monkeypatch.setattr(os, "access", lambda *_: False)
    return newsroom_over(content)


def newsroom_over(content: Path) -> FolderManuscripts:
    return FolderManuscripts(content, Drafter(content, lambda: date(2031, 3, 2), Fetcher()))


async def bridge(newsroom: FolderManuscripts) -> Manuscript:
    found = await newsroom.read("bridge")
    assert found is not None
    return found


async def test_a_story_is_read_with_its_article_and_its_reviews(newsroom: FolderManuscripts) -> None:
    found = await bridge(newsroom)
    assert found.article[0] == "The bridge opens"
    assert found.digest == digest_of(DRAFT.encode())
    assert any("review: " in each.message for each in found.problems)
    assert len(found.places) == len(found.problems)


async def test_what_is_saved_is_what_is_read(newsroom: FolderManuscripts) -> None:
    before = await bridge(newsroom)
    changed = await newsroom.changed("bridge", before.digest, [op("set", place=["headline"], value="It is open")])
    assert await bridge(newsroom) == before
    saved = await newsroom.save("bridge", before.digest, changed.text)
    assert saved.data["headline"] == "It is open"
    assert await bridge(newsroom) == saved


async def test_of_two_that_save_at_once_one_is_told(newsroom: FolderManuscripts) -> None:
    digest = (await bridge(newsroom)).digest
    texts = [DRAFT.replace("Reporting", word) for word in ("Words", "Research")]
    done = await asyncio.gather(*(newsroom.save("bridge", digest, text) for text in texts), return_exceptions=True)
    (told,) = (each for each in done if isinstance(each, ChangedMeanwhile))
    assert {told.yours, told.current.text} == {*texts}


async def test_a_draft_stands_among_the_stories_and_can_be_discarded(newsroom: FolderManuscripts) -> None:
    made = await newsroom.draft(ARTICLE)
    assert made.story is not None
    assert made.article[0] == "The bridge opens"
    assert made.slug in [each.slug for each in await newsroom.listed()]
    await newsroom.discard(made.slug, made.digest)
    assert await newsroom.read(made.slug) is None


@pytest.mark.parametrize("slug", ["../bridge", "", ".", "bridge/..", "Bridge", "x" * 25, "bridge\n", "nothing"])
async def test_no_other_name_leads_anywhere(newsroom: FolderManuscripts, slug: str) -> None:
    assert await newsroom.read(slug) is None
    with pytest.raises(NewspegError):
        await newsroom.save(slug, "", DRAFT)


async def test_a_published_story_is_not_discarded(newsroom: FolderManuscripts) -> None:
    before = await bridge(newsroom)
    saved = await newsroom.save("bridge", before.digest, DRAFT.replace("draft", "published", 1))
    with pytest.raises(NewspegError, match="retract"):
        await newsroom.discard("bridge", saved.digest)


async def test_other_dates_are_those_of_the_paragraph(newsroom: FolderManuscripts) -> None:
    assert "2031-05-04" in await newsroom.alternatives("bridge", ["summary", 0, "date"])
    assert await newsroom.alternatives("bridge", []) == ()


async def test_what_cannot_be_written_stays_in_memory(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    newsroom = newsroom_over(content)
    before = await bridge(newsroom)
    saved = await newsroom.save("bridge", before.digest, f"{DRAFT}# mine\n")
    assert not saved.is_writable
    assert (content / "bridge/story.yaml").read_text(encoding="utf-8") == DRAFT
    assert saved.article == before.article


async def test_no_more_is_kept_in_memory_than_fits(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(module, "MOST_IN_MEMORY", 1)
    newsroom = newsroom_over(content)
    await newsroom.draft(ARTICLE)
    with pytest.raises(NotSaved, match="kept in memory"):
        await newsroom.draft(ARTICLE)


async def test_a_file_that_was_changed_by_hand_is_not_overwritten(content: Path) -> None:
    newsroom = newsroom_over(content)
    before = await bridge(newsroom)
    (content / "bridge/story.yaml").write_text(f"{DRAFT}# by hand\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile):
        await newsroom.changed("bridge", before.digest, [op("accept", place=[])])
    with pytest.raises(ChangedMeanwhile):
        await newsroom.save("bridge", before.digest, DRAFT)
    assert (content / "bridge/story.yaml").read_text(encoding="utf-8").endswith("# by hand\n")


async def test_mode_stays_and_nothing_is_left_behind(content: Path) -> None:
    file = content / "bridge/story.yaml"
    file.chmod(0o640)
    await newsroom_over(content).save("bridge", digest_of(DRAFT.encode()), f"{DRAFT}# mine\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(each.name for each in file.parent.iterdir()) == ["article.txt", "story.yaml"]


def test_a_link_out_of_the_folder_is_not_written_through(content: Path, tmp_path: Path) -> None:
    file, other = content / "bridge/story.yaml", tmp_path / "other.yaml"
    file.rename(other)
    file.symlink_to(other)
    with pytest.raises(NotSaved):
        replace_file(content, file, "x", digest_of(DRAFT.encode()))
    assert other.read_text(encoding="utf-8") == DRAFT


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@pytest.mark.parametrize(
    ("limit", "last"),
    [(_limited, "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"), (None, "os.fsync = lambda _: os._exit(7)")],
    ids=["no space", "crash before the rename"],
)
def test_what_stood_there_stands_if_the_write_fails(content: Path, limit: Callable[[], None] | None, last: str) -> None:
    code = (
        "import os, signal, sys, hashlib\nfrom pathlib import Path\n"
        "from bot.newsroom.writing.saving import *\n"
        f"{last}\nroot, file = map(Path, sys.argv[1:])\nraw = file.read_bytes()\n"
        "replace_file(root, file, raw.decode() + '# more', digest_of(raw))\n"
    )
    file = content / "bridge/story.yaml"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(content), str(file)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )
    assert done.returncode != 0
    assert "large" in done.stderr or done.returncode == 7
    assert file.read_text(encoding="utf-8") == DRAFT
