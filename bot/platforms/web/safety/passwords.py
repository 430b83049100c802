"""The page's password: only its hash is kept, and comparing takes the same time whatever is given."""

import asyncio
import hashlib
import hmac
import secrets

_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 50 ms
_SALT_BYTES = 16


class Password:
    """A password that was set."""

    def __init__(self, password: str) -> None:
        self._salt = secrets.token_bytes(_SALT_BYTES)
        self._hash = self._hashed(password)
        self._one_at_a_time = asyncio.Lock()

    async def matches(self, given: str) -> bool:
        """Whether that is it; worked out off the event loop, one at a time, as it takes memory."""
        async with self._one_at_a_time:
            hashed = await asyncio.to_thread(self._hashed, given)
        return hmac.compare_digest(self._hash, hashed)

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode(errors="replace"), salt=self._salt, **_COST)
