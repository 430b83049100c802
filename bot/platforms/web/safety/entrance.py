"""Who counts as an editor: everyone where no password is set, otherwise who has given it."""

import secrets
from collections.abc import Callable

from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.platforms.web.safety.attempts import Attempts
from bot.platforms.web.safety.passwords import Password
from bot.platforms.web.safety.sessions import LASTS_S, Sessions
from bot.platforms.web.safety.visitors import SESSION_COOKIE, VISITOR_COOKIE, Visitor, cookie_name, visitor_of

_BYTES = 32


class TooManyAttempts(Exception):
    """The password was tried too often; after `wait_s` seconds it may be tried again."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"too many attempts: wait {wait_s:.0f} s")
        self.wait_s = wait_s


class Entrance:
    """Knows who has come in. Its clock gives seconds and is never set back."""

    def __init__(self, password: str | None, clock: Callable[[], float], *, has_tls: bool = False) -> None:
        """`has_tls`: browsers always come by TLS, whatever a proxy says."""
        self._secret = secrets.token_bytes(_BYTES)
        self._password = Password(password) if password else None
        self._clock = clock
        self._has_tls = has_tls
        self._attempts = Attempts()
        self._sessions = Sessions()

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to log in."""
        return self._password is None

    def recognise(self, request: HTTPConnection) -> Visitor:
        """The one who asks."""
        encrypted = self.is_encrypted(request)
        session = request.cookies.get(cookie_name(SESSION_COOKIE, encrypted=encrypted), "")
        if not self._sessions.has(session, self._clock()):
            session = ""
        known = request.cookies.get(cookie_name(VISITOR_COOKIE, encrypted=encrypted), "")
        return Visitor(known, self._secret, session=session, is_editor=self.is_open or bool(session))

    async def enter(self, request: HTTPConnection, given: str, welcome: Response) -> bool:
        """Open a session, kept in a cookie that the answer sets, if that is the password; TooManyAttempts."""
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
            max_age=int(LASTS_S),
            httponly=True,
            samesite="strict",
            secure=encrypted,
        )
        return True

    def leave(self, request: HTTPConnection, farewell: Response) -> None:
        """End a session."""
        encrypted = self.is_encrypted(request)
        self._sessions.close(visitor_of(request).session)
        farewell.delete_cookie(cookie_name(SESSION_COOKIE, encrypted=encrypted), secure=encrypted, httponly=True)

    def is_encrypted(self, request: HTTPConnection) -> bool:
        """Whether the browser speaks TLS, to us or to a proxy before us."""
        return self._has_tls or request.url.scheme == "https"
