"""What is read is a regular file beneath its folder, and no more of it than was asked for."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.newsroom.files import read_beneath, read_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a file in it, and a file outside."""
    (tmp_path / "outside.txt").write_text("a secret")
    (tmp_path / "root" / "one").mkdir(parents=True)
    (tmp_path / "root" / "one" / "file").write_text("words")
    return tmp_path / "root"


def reason(root: Path, file: Path) -> str:
    """Why it is not read."""
    with pytest.raises(OSError) as caught:  # noqa: PT011 -- what it says is looked at
        read_beneath(root, file, 100)
    return str(caught.value.strerror)


def test_of_a_larger_file_one_byte_more_is_read_than_was_allowed(root: Path) -> None:
    file = root / "one" / "file"
    assert [read_beneath(root, file, most) for most in (4, 5, 6)] == [b"words"] * 3
    assert read_beneath(root, file, 3) == b"word"
    with file.open("wb") as made:
        made.truncate(1 << 40)
    assert len(read_beneath(root, file, 1000)) == 1001
    assert len(read_file(file, 1000)) == 1001


def bound(path: Path) -> None:
    """A socket at that path, which may be too long for its address."""
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        made.bind(path.name)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "it is a folder, and not a file"),
        (os.mkfifo, "it is a named pipe, and not a file"),
        (bound, "it is a socket, and not a file"),
        (lambda path: path.symlink_to("nowhere"), "No such file or directory"),
        (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
        (lambda _: None, "No such file or directory"),
    ],
)
def test_what_is_no_file_is_not_opened(
    root: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], said: str
) -> None:
    monkeypatch.chdir(root)  # and back again
    made = root / "one" / "other"
    make(made)
    assert reason(root, made) == said
    with pytest.raises(OSError, match=said):
        read_file(made, 100)


def test_a_device_is_not_opened() -> None:
    with pytest.raises(OSError, match="it is a device, and not a file"):
        read_file(Path("/dev/zero"), 100)
    assert reason(Path("/dev"), Path("/dev/zero")) == "it is a device, and not a file"


@pytest.mark.parametrize("target", ["../../outside.txt", "/etc/passwd", "/dev/zero", "../other/file", "../root2/file"])
def test_a_link_out_of_the_folder_is_refused(root: Path, target: str) -> None:
    (root / "other").symlink_to("..")
    (root.parent / "file").write_text("a secret")
    (root.parent / "root2").mkdir()
    (root.parent / "root2" / "file").write_text("a secret")
    link = root / "one" / "link"
    link.symlink_to(root.parent / "root2" / "file" if "root2" in target else target)
    assert reason(root, link) == f"a link leads out of the folder “{root}”; put the file itself there"


def test_a_link_within_the_folder_is_followed_and_the_folder_may_be_one(root: Path) -> None:
    (root / "two").symlink_to("one")
    (root / "one" / "link").symlink_to("../two/file")
    (root.parent / "to-root").symlink_to("root")
    for place in (root, root.parent / "to-root", root / ".." / "root", root / "one" / ".."):
        assert read_beneath(place, place / "two" / "link", 100) == b"words"


@pytest.mark.parametrize("swapped", ["one", "one/file"])
def test_a_link_that_is_put_there_between_the_look_and_the_reading_is_not_followed(
    root: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    file, realpath = root / "one" / "file", os.path.realpath
    (root.parent / "elsewhere").mkdir()
    (root.parent / "elsewhere" / "file").write_text("a secret")

    def swap_after(path: Path, *, strict: bool = False) -> str:
        real = realpath(path, strict=strict)
        if path == file:
            (root / swapped).rename(root.parent / "gone")
            (root / swapped).symlink_to(root.parent / "elsewhere" / ("file" if "/" in swapped else ""))
        return real

    monkeypatch.setattr(os.path, "realpath", swap_after)
    with pytest.raises(OSError):  # noqa: PT011 -- which one is the system's affair
        read_beneath(root, file, 100)


def test_a_pipe_that_is_put_there_between_the_look_and_the_opening_does_not_hold_it_up(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, opened = root / "one" / "file", os.open

    def swap_before(name: str, flags: int, **options: int) -> int:
        if name == "file":
            file.unlink()
            os.mkfifo(file)
        return opened(name, flags, **options)

    monkeypatch.setattr(os, "open", swap_before)
    assert reason(root, file) == "it is a named pipe, and not a file"
