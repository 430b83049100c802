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
from bot.runtime.passwords import Editors, hashed

_SECRET_BYTES = 32
SESSION_LASTS_S = 12 * 3600.0
MOST_SESSIONS = 100
ATTEMPTS_WITHIN_S = 300.0
ATTEMPTS_FROM_ONE = 5
ATTEMPTS_FROM_ALL = 100
"""From all addresses together, so that whoever owns many of them gets no more."""
_ADDRESSES_KEPT = 1000
_SALT_BYTES = 16


class TooManyAttempts(Exception):
    """The password was tried too often; after `wait_s` seconds it may be tried again."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"too many attempts: wait {wait_s:.0f} s")
        self.wait_s = wait_s


class Entrance:
    """Opens and ends sessions, and recognises visitors. Its clock gives seconds and is never set back."""

    def __init__(
        self,
        password: str | None,
        clock: Callable[[], float],
        *,
        has_tls: bool = False,
        editors: Editors | None = None,
    ) -> None:
        """`has_tls` says that browsers always come by TLS, whatever a proxy says; `editors`: those who have names."""
        self._signer = Signer(secrets.token_bytes(_SECRET_BYTES), salt="newspeg.token", digest_method=hashlib.sha256)
        self._password = Password(password) if password else None
        self._editors = editors
        self._clock = clock
        self._has_tls = has_tls
        self._attempts = Attempts()
        self._sessions = Sessions()

    @property
    def is_open(self) -> bool:
        """True if nobody needs to log in; but the desk is for those who have names, if there are any."""
        return self._password is None

    @property
    def has_editors(self) -> bool:
        """True if editors log in by name."""
        return self._editors is not None

    def desk_of(self, visitor: Visitor) -> str | None:
        """Return the name under which a visitor works at the desk: empty where there are no names; None of others."""
        if self.has_editors:
            return visitor.name or None
        return "" if visitor.is_editor else None

    def recognise(self, request: HTTPConnection) -> Visitor:
        """Return the visitor who sends a request."""
        encrypted = self.is_encrypted(request)
        session = request.cookies.get(cookie_name(SESSION_COOKIE, encrypted=encrypted), "")
        name = self._sessions.name_of(session, self._clock())
        if name is None:
            session = ""
        known = request.cookies.get(cookie_name(VISITOR_COOKIE, encrypted=encrypted), "")
        return Visitor(known, self._signer, session=session, is_editor=self.is_open or bool(session), name=name or "")

    async def enter(self, request: HTTPConnection, given: str, welcome: Response, *, name: str = "") -> bool:
        """Open a session, with its cookie in `welcome`, if the password is right; False if it is not.

        `name`: of an editor, whose own password it is; without one it is the page's. Raises TooManyAttempts.
        """
        address = request.client.host if request.client else ""
        if wait := self._attempts.take(address, self._clock()):
            raise TooManyAttempts(wait)
        if name and self._editors:
            is_right = await self._editors.have(name, given)
        else:
            name, is_right = "", self._password is not None and await self._password.matches(given)
        if not is_right:
            return False
        self._attempts.succeeded(address)
        encrypted = self.is_encrypted(request)
        welcome.set_cookie(
            cookie_name(SESSION_COOKIE, encrypted=encrypted),
            self._sessions.open(self._clock(), name),
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
        self._until: OrderedDict[str, tuple[float, str]] = OrderedDict()

    def open(self, now: float, name: str = "") -> str:
        """Open a session, of an editor's name if there is one, and return its id; if there are too many, one ends."""
        session = new_id()
        self._until[session] = now + SESSION_LASTS_S, name
        if len(self._until) > MOST_SESSIONS:
            self._until.popitem(last=False)
        return session

    def name_of(self, session: str, now: float) -> str | None:
        """Return the name of who opened a session, empty if it was opened without one; None if it is not open."""
        until, name = self._until.get(session, (now, ""))
        return name if until > now else None

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
        self._hash = hashed(password, self._salt)
        self._one_at_a_time = asyncio.Lock()

    async def matches(self, given: str) -> bool:
        """True if this is the password. Hashing runs off the event loop, one at a time, as it takes memory."""
        async with self._one_at_a_time:
            found = await asyncio.to_thread(hashed, given, self._salt)
        return hmac.compare_digest(self._hash, found)
