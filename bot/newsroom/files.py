"""Reads files that somebody else put into a folder: they may be of any kind and size, and lead anywhere."""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_TO_READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW
_TO_PASS = getattr(os, "O_PATH", os.O_RDONLY) | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW


def read_beneath(root: Path, file: Path, most: int) -> bytes:
    """Return the contents of a regular file; of a larger one than `most` bytes, so many and one.

    Links are followed as long as they stay in the folder `root`. OSError says in its `strerror` why a file is not read.
    """
    real_root, real = os.path.realpath(root, strict=True), os.path.realpath(file, strict=True)
    if os.path.commonpath((real_root, real)) != real_root:
        raise OSError(errno.EPERM, f"a link leads out of the folder “{root}”; put the file itself there")
    return _read(_open_beneath(real_root, Path(real).relative_to(real_root).parts or (".",)), most)


def read_file(file: Path, most: int) -> bytes:
    """Return the contents of a file that the user has named, wherever links lead."""
    return _read(_open(os.path.realpath(file, strict=True)), most)


def _open_beneath(root: str, way: Sequence[str]) -> int:
    """Open a file step by step from the root, so that no link that is put there meanwhile leads elsewhere."""
    *folders, name = way
    place = os.open(root, _TO_PASS)
    try:
        for folder in folders:
            inner = os.open(folder, _TO_PASS, dir_fd=place)
            os.close(place)
            place = inner
        return _open(name, place)
    finally:
        os.close(place)


def _open(name: str, place: int | None = None) -> int:
    """Open a regular file; no other file is opened, as opening alone may wait or have effects."""
    _must_be_regular(os.stat(name, dir_fd=place, follow_symlinks=False))
    return os.open(name, _TO_READ, dir_fd=place)


def _read(descriptor: int, most: int) -> bytes:
    with open(descriptor, "rb") as stream:
        _must_be_regular(os.fstat(descriptor))
        return stream.read(most + 1)


def _must_be_regular(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = _KINDS.get(stat.S_IFMT(found.st_mode), "something else")
        raise OSError(errno.EINVAL, f"it is {kind}, and not a file")
