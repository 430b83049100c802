"""Puts a text in the place of a file, whole or not at all: whoever reads the file meanwhile sees the old or the new."""

import errno
import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from bot.core.editing.manuscripts import NotSaved
from bot.newsroom.files import read_beneath
from bot.newsroom.source import MAX_BYTES

_REASONS = {
    errno.ENOSPC: "the disk is full: free some space, and save again",
    errno.EDQUOT: "the disk has no space left for this user: free some, and save again",
    errno.EFBIG: "the system lets no file become that large",
    errno.EROFS: "the folder can only be read here: take the file, and put it there yourself",
    errno.EACCES: "the folder may not be written by Newspeg: change its permissions, and save again",
    errno.EPERM: "the folder may not be written by Newspeg: change its permissions, and save again",
    errno.ENOENT: "the folder is no longer there: put it back, and save again",
    errno.ENOTDIR: "the folder is no longer there: put it back, and save again",
}


class OtherDigest(Exception):
    """The file on the disk is no longer the one that was to be replaced."""


def digest_of(raw: bytes) -> str:
    """Return the digest by which a change names what it changes."""
    return hashlib.sha256(raw).hexdigest()


def replace_file(root: Path, file: Path, text: str, digest: str) -> None:
    """Put a text in the place of a story file with this digest; its mode and owner stay.

    OtherDigest if it is another file by now, NotSaved if it cannot be written; then what stood there still stands.
    """
    raw = text.encode()
    if len(raw) > MAX_BYTES:
        raise NotSaved(f"It is not saved: the text has more than {MAX_BYTES:,} bytes, and a story is far smaller.")
    try:
        _replace(root, file, raw, digest)
    except OSError as error:
        raise NotSaved(f"It is not saved: {reason_of(error)}.") from error


def reason_of(error: OSError) -> str:
    """Say in words why a file cannot be written."""
    return _REASONS.get(error.errno or 0, f"the file cannot be written ({error.strerror})")


def _replace(root: Path, file: Path, raw: bytes, digest: str) -> None:
    _compare(root, file, digest)
    real = Path(os.path.realpath(file, strict=True))
    was = real.stat()
    descriptor, name = tempfile.mkstemp(prefix=".saving-", suffix=".tmp", dir=real.parent)
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(raw)
            written.flush()
            with suppress(OSError):  # only root may give files away
                os.fchown(written.fileno(), was.st_uid, was.st_gid)
            os.fchmod(written.fileno(), stat.S_IMODE(was.st_mode))
            os.fsync(written.fileno())
        _compare(root, file, digest)
        os.replace(name, real)  # noqa: PTH105 -- beside mkstemp
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 -- beside mkstemp
        raise
    _keep_name(real.parent)


def _compare(root: Path, file: Path, digest: str) -> None:
    if digest_of(read_beneath(root, file, MAX_BYTES)) != digest:
        raise OtherDigest


def _keep_name(folder: Path) -> None:
    """Write the folder itself to the disk, so that the new name outlives a power cut."""
    with suppress(OSError):  # it is renamed already, and some systems cannot do this
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
