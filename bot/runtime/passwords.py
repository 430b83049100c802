"""Hashes passwords with scrypt, and makes the entries of `NEWSPEG_EDITORS`: `name:hash`."""

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence

SHORTEST = 8
NAME = re.compile(r"[^\W_][\w.-]{0,39}")
"""Of an editor."""
_ENTRY = re.compile(rf"(?P<name>{NAME.pattern}):s1\.(?P<salt>[A-Za-z0-9_-]{{22}})\.(?P<hash>[A-Za-z0-9_-]{{43}})")
_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 50 ms
_SALT_BYTES, _HASH_BYTES = 16, 32


def hashed(password: str, salt: bytes) -> bytes:
    """Return the hash of a password; it takes 16 MB and some 50 ms."""
    return hashlib.scrypt(password.encode(errors="replace"), salt=salt, dklen=_HASH_BYTES, **_COST)


def entry_for(name: str, password: str) -> str:
    """Return an editor's entry; it has no sign that Compose or a shell would read. ValueError says what is wrong."""
    if not NAME.fullmatch(name):
        raise ValueError("an editor's name has at most 40 letters, digits, dots and hyphens, and no blank")
    if len(password) < SHORTEST:
        raise ValueError(f"a password needs at least {SHORTEST} characters")
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"{name}:s1.{_written(salt)}.{_written(hashed(password, salt))}"


def entries_in(text: str) -> Sequence[tuple[str, bytes, bytes]]:
    """Return the name, salt and hash of each entry; ValueError says what is wrong, and shows no hash."""
    found: dict[str, tuple[str, bytes, bytes]] = {}
    for number, part in enumerate(text.split(), start=1):
        entry = _ENTRY.fullmatch(part)
        if not entry:
            raise ValueError(f"entry {number} is no name:hash; make each with: newspeg password NAME")
        if entry["name"] in found:
            raise ValueError(f"the editor {entry['name']} stands there twice")
        found[entry["name"]] = (entry["name"], _read(entry["salt"]), _read(entry["hash"]))
    return [*found.values()]


class Editors:
    """Those who have a name and a password. Checking takes the same time whether there is such a name or not."""

    def __init__(self, entries: Sequence[tuple[str, bytes, bytes]]) -> None:
        self._entries = {name: (salt, wanted) for name, salt, wanted in entries}
        self._nobody = (secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_HASH_BYTES))
        self._one_at_a_time = asyncio.Lock()

    async def have(self, name: str, password: str) -> bool:
        """True if this editor has this password. Hashing runs off the event loop, one at a time."""
        salt, wanted = self._entries.get(name, self._nobody)
        async with self._one_at_a_time:
            given = await asyncio.to_thread(hashed, password, salt)
        return hmac.compare_digest(wanted, given) and name in self._entries


def _written(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _read(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
