"""Whatever an editor's folder holds: each story is told by itself, and none takes the others down."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import pytest

from bot.newsroom.folders import story_files
from bot.newsroom.newsroom import Newsroom, check_stories
from bot.newsroom.source import MAX_BYTES
from tests.newsroom.written import ARTICLE, write
from tests.running import newspeg


def sparse(file: Path) -> None:
    """A file of a terabyte that takes no room."""
    with file.open("wb") as made:
        made.truncate(1 << 40)


def bound(file: Path) -> None:
    """A socket, whose path may be too long for an address."""
    os.chdir(file.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(file.name)


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "endless": (lambda file: file.symlink_to("/dev/zero"), "cannot be read: a link leads out of the folder"),
    "fifo": (os.mkfifo, "cannot be read: it is a named pipe, and not a file"),
    "folder": (Path.mkdir, "cannot be read: it is a folder, and not a file"),
    "loop": (lambda file: file.symlink_to(file.name), "cannot be read: Too many levels of symbolic links"),
    "lost": (lambda file: file.symlink_to("nowhere"), "cannot be read: No such file or directory"),
    "outside": (lambda file: file.symlink_to("/etc/passwd"), "cannot be read: a link leads out of the folder"),
    "socket": (bound, "cannot be read: it is a socket, and not a file"),
    "sparse": (sparse, f"the file is larger than {MAX_BYTES:,} bytes; a story is far smaller"),
}


def fill(content: Path, *slugs: str) -> None:
    """A sound story, and the hostile ones."""
    write(content / "good")
    for slug in slugs:
        (content / slug).mkdir()
        HOSTILE[slug][0](content / slug / "story.yaml")


def test_each_hostile_file_is_told_and_the_others_are_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # and back again
    fill(tmp_path, *HOSTILE)
    report = check_stories(tmp_path)
    assert [story.slug for story in report.stories] == ["good"]
    assert [(problem.file, problem.line) for problem in report.problems] == [
        (tmp_path / slug / "story.yaml", 1) for slug in sorted(HOSTILE)
    ]
    for problem in report.problems:
        assert problem.message.startswith(HOSTILE[problem.file.parent.name][1])


@pytest.mark.parametrize("slug", HOSTILE)
def test_a_hostile_file_keeps_the_last_good_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slug: str) -> None:
    monkeypatch.chdir(tmp_path)  # and back again
    file = write(tmp_path / slug)
    newsroom = Newsroom(tmp_path)
    assert newsroom.load() == []
    file.unlink()
    HOSTILE[slug][0](file)
    assert len(newsroom.load()) == 1
    assert [story.slug for story in newsroom.library.stories] == [slug]


@pytest.mark.parametrize("part", ["", "/story.yaml"])
@pytest.mark.parametrize("slug", HOSTILE)
def test_a_story_alone_is_checked_as_among_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slug: str, part: str
) -> None:
    monkeypatch.chdir(tmp_path)  # and back again
    fill(tmp_path, slug)
    (problem,) = check_stories(Path(f"{tmp_path}/{slug}{part}")).problems
    assert problem.message.startswith(HOSTILE[slug][1])


def test_links_may_lead_anywhere_within_the_content(tmp_path: Path) -> None:
    content = tmp_path / "real"
    write(content / "one")
    (content / "two").symlink_to("one")
    (content / "three").mkdir()
    (content / "three" / "story.yaml").symlink_to("../two/story.yaml")
    (content / "itself").symlink_to("itself")
    (content / "around").symlink_to(".")
    (tmp_path / "content").symlink_to("real")
    for path in (content, tmp_path / "content", tmp_path / "content" / ".." / "real"):
        newsroom = Newsroom(path)
        told = {problem.file.parent.name: problem.message for problem in newsroom.load()}
        assert [story.slug for story in newsroom.stories] == ["one", "three", "two"]
        assert told["itself"] == "cannot be read: Too many levels of symbolic links"
        assert told["around"].startswith("the folder “around” has no story.yaml")


def test_a_story_folder_that_leads_elsewhere_is_refused_alone_as_well(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "linked").symlink_to("../elsewhere")
    for path in ("content", "content/linked", "content/linked/story.yaml"):
        (problem,) = check_stories(tmp_path / path).problems
        assert "a link leads out of the folder" in problem.message


def test_a_story_is_checked_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (write(tmp_path / "content" / "bridge").parent / "pictures").mkdir()
    for place, path in (("content/bridge", "."), ("content/bridge", "story.yaml"), ("content/bridge/pictures", "..")):
        monkeypatch.chdir(tmp_path / place)
        report = check_stories(Path(path))
        assert ([story.slug for story in report.stories], report.problems) == (["bridge"], ())


def test_a_story_file_beside_the_folders_hides_none_of_them(tmp_path: Path) -> None:
    write(tmp_path / "one")
    write(tmp_path)
    newsroom = Newsroom(tmp_path)
    (problem,) = newsroom.load()
    assert str(problem).startswith(f"{tmp_path}/story.yaml:1: this story needs a folder of its own")
    assert [story.slug for story in newsroom.stories] == ["one"]


def test_each_folder_is_looked_at_a_few_times_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        (tmp_path / f"story-{number}").mkdir()
    looks = 0
    real = PurePath.__hash__

    def counted(path: PurePath) -> int:
        nonlocal looks
        looks += 1
        return real(path)

    monkeypatch.setattr(PurePath, "__hash__", counted)
    assert len(story_files(tmp_path).problems) == 200
    assert looks <= 200 * 5


@contextmanager
def not_root() -> Iterator[None]:
    """Root may read everything; nobody may not."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


def test_what_may_not_be_looked_at_is_told() -> None:
    with not_root(), TemporaryDirectory() as folder:  # where nobody may write
        content = Path(folder)
        write(content / "good")
        write(content / "closed").parent.chmod(0o000)
        write(content / "unread").chmod(0o000)
        (content / "linked").symlink_to("closed/inner")
        report = check_stories(content)
        (content / "closed").chmod(0o700)
    assert [story.slug for story in report.stories] == ["good"]
    assert [problem.file.parent.name for problem in report.problems] == ["closed", "linked", "unread"]
    assert {problem.message for problem in report.problems} == {"cannot be read: Permission denied"}


def test_an_article_is_a_regular_file_or_standard_input(tmp_path: Path) -> None:
    story = write(tmp_path / "bridge").parent
    sparse(tmp_path / "sparse")
    os.mkfifo(tmp_path / "pipe")
    for article, said in (
        ("/dev/zero", "it is a device, and not a file"),
        (str(tmp_path / "pipe"), "it is a named pipe, and not a file"),
        (str(tmp_path), "it is a folder, and not a file"),
        (str(tmp_path / "sparse"), f"is larger than {MAX_BYTES:,} bytes; an article is far smaller"),
    ):
        done = newspeg("check", str(story), "--article", article, cwd=tmp_path)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert said in done.stderr


def test_an_article_comes_from_standard_input(tmp_path: Path) -> None:
    story = write(tmp_path / "bridge").parent
    for name in ("-", "/dev/stdin"):
        done = newspeg("check", str(story), "--article", name, cwd=tmp_path, stdin=ARTICLE.replace("church", "tower"))
        assert done.returncode == 1
        assert "no cited paragraph holds this quotation" in done.stdout
    done = newspeg("check", str(story), "--article", "-", cwd=tmp_path, stdin=b"a" * (MAX_BYTES + 1))
    assert done.returncode == 2
    assert "the article “-” is larger" in done.stderr
