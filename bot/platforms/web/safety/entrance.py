"""Decides who is an editor: everyone if no password is set, otherwise whoever has given it."""

import asyncio
import hashlib
import hmac
import secrets
from collections import OrderedDict, deque
from collections.abc import Callable

from itsdangerous import Signer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.platforms.web.safety.hosts import network_of
from bot.platforms.web.safety.visitors import SESSION_COOKIE, VISITOR_COOKIE, Visitor, cookie_name, new_id, visitor_of

_SECRET_BYTES = 32
SESSION_LASTS_S = 12 * 3600.0
MOST_SESSIONS = 100
ATTEMPTS_WITHIN_S = 300.0
ATTEMPTS_FROM_ONE = 5
ATTEMPTS_FROM_ALL = 100
"""From all addresses together, so that whoever owns many of them gets no more."""
_ADDRESSES_KEPT = 1000
_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 50 ms
_SALT_BYTES = 16


class TooManyAttempts(Exception):
    """The password was tried too often; after `wait_s` seconds it may be tried again."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"too many attempts: wait {wait_s:.0f} s")
        self.wait_s = wait_s


class Entrance:
    """Opens and ends sessions, and recognises visitors. Its clock gives seconds and is never set back."""

    def __init__(self, password: str | None, clock: Callable[[], float], *, has_tls: bool = False) -> None:
        """`has_tls` says that browsers always come by TLS, whatever a proxy says."""
        self._signer = Signer(secrets.token_bytes(_SECRET_BYTES), salt="newspeg.token", digest_method=hashlib.sha256)
        self._password = Password(password) if password else None
        self._clock = clock
        self._has_tls = has_tls
        self._attempts = Attempts()
        self._sessions = Sessions()

    @property
    def is_open(self) -> bool:
        """True if nobody needs to log in."""
        return self._password is None

    def recognise(self, request: HTTPConnection) -> Visitor:
        """Return the visitor who sends a request."""
        encrypted = self.is_encrypted(request)
        session = request.cookies.get(cookie_name(SESSION_COOKIE, encrypted=encrypted), "")
        if not self._sessions.has(session, self._clock()):
            session = ""
        known = request.cookies.get(cookie_name(VISITOR_COOKIE, encrypted=encrypted), "")
        return Visitor(known, self._signer, session=session, is_editor=self.is_open or bool(session))

    async def enter(self, request: HTTPConnection, given: str, welcome: Response) -> bool:
        """Open a session, with its cookie in `welcome`, if the password is right; False if it is not.

        Raises TooManyAttempts.
        """
        assert self._password
        address = request.client.host if request.client else ""
        if wait := self._attempts.take(address, self._clock()):
            raise TooManyAttempts(wait)
        if not await self._password.matches(given):
            return False
        self._attempts.succeeded(address)
        encrypted = self.is_encrypted(request)
        welcome.set_cookie(
            cookie_name(SESSION_COOKIE, encrypted=encrypted),
            self._sessions.open(self._clock()),
            max_age=int(SESSION_LASTS_S),
            httponly=True,
            samesite="strict",
            secure=encrypted,
        )
        return True

    def leave(self, request: HTTPConnection, farewell: Response) -> None:
        """End the visitor's session; `farewell` deletes its cookie."""
        encrypted = self.is_encrypted(request)
        self._sessions.close(visitor_of(request).session)
        farewell.delete_cookie(cookie_name(SESSION_COOKIE, encrypted=encrypted), secure=encrypted, httponly=True)

    def is_encrypted(self, request: HTTPConnection) -> bool:
        """True if the browser speaks TLS, to us or to a proxy before us."""
        return self._has_tls or request.url.scheme == "https"


class Sessions:
    """Keeps the sessions of editors who have logged in: a bounded number, each for some hours, none over a restart.

    The caller brings the time, in seconds of a clock that is never set back.
    """

    def __init__(self) -> None:
        self._until: OrderedDict[str, float] = OrderedDict()

    def open(self, now: float) -> str:
        """Open a session and return its id; if there are too many, the oldest ends."""
        session = new_id()
        self._until[session] = now + SESSION_LASTS_S
        if len(self._until) > MOST_SESSIONS:
            self._until.popitem(last=False)
        return session

    def has(self, session: str, now: float) -> bool:
        """True if a session is open."""
        return self._until.get(session, now) > now

    def close(self, session: str) -> None:
        """End a session."""
        self._until.pop(session, None)


class Attempts:
    """Bounds how often a password is tried: counts the attempts of the last five minutes.

    The caller brings the time, in seconds of a clock that is never set back.
    """

    def __init__(self) -> None:
        self._all: deque[float] = deque(maxlen=ATTEMPTS_FROM_ALL)
        self._by_address: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, address: str, now: float) -> float:
        """Record an attempt and return 0; or return the seconds until another is allowed."""
        own = self._by_address.setdefault(network_of(address), deque(maxlen=ATTEMPTS_FROM_ONE))
        self._by_address.move_to_end(network_of(address))
        if len(self._by_address) > _ADDRESSES_KEPT:
            self._by_address.popitem(last=False)
        wait = max(_wait(own, now), _wait(self._all, now))
        if wait <= 0:
            own.append(now)
            self._all.append(now)
        return max(wait, 0)

    def succeeded(self, address: str) -> None:
        """Forget the attempts of an address that gave the right password."""
        self._by_address.pop(network_of(address), None)


def _wait(taken: deque[float], now: float) -> float:
    """Return the seconds until the oldest of a full queue of attempts no longer counts."""
    return taken[0] + ATTEMPTS_WITHIN_S - now if len(taken) == taken.maxlen else 0


class Password:
    """The page's password. It keeps only a hash, and compares in the same time whatever is given."""

    def __init__(self, password: str) -> None:
        self._salt = secrets.token_bytes(_SALT_BYTES)
        self._hash = self._hashed(password)
        self._one_at_a_time = asyncio.Lock()

    async def matches(self, given: str) -> bool:
        """True if this is the password. Hashing runs off the event loop, one at a time, as it takes memory."""
        async with self._one_at_a_time:
            hashed = await asyncio.to_thread(self._hashed, given)
        return hmac.compare_digest(self._hash, hashed)

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode(errors="replace"), salt=self._salt, **_COST)
