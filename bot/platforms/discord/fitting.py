"""Text made to fit Discord's limits; lengths are in UTF-16 units, the strictest of the ways in which it may count."""

import re
from collections.abc import Iterator

ELLIPSIS = "…"

# What must not be torn apart: an escaped character, a timestamp.
_ATOM = re.compile(r"\\.|<t:-?\d+:\w>|.", re.DOTALL)


def size(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """The text or, if it is longer than the limit, its beginning and an ellipsis; escapes stay whole."""
    if size(text) <= limit:
        return text
    room = limit - size(ELLIPSIS)
    for atom in _ATOM.finditer(text):
        room -= size(atom[0])
        if room < 0:
            break
    return text[: atom.start()].rstrip() + ELLIPSIS


def split(text: str, limit: int) -> Iterator[str]:
    """The text in parts within the limit, each ending at a space where it has one; escapes stay whole."""
    part, room = "", limit
    for atom in _ATOM.findall(text):
        if size(atom) > room:
            head, tail = _at_last_space(part, atom)
            yield head
            part, room = tail, limit - size(tail)
        part += atom
        room -= size(atom)
    yield part


def _at_last_space(part: str, following: str) -> tuple[str, str]:
    head, space, tail = part.rpartition(" ")
    if following.isspace() or not space or not head:
        return part, ""
    return head, tail
