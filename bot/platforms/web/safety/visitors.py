"""Knows a browser by a random cookie, an editor by a session; a token proves that a page of ours sent a request.

A token is a signature of both cookies: it is stored nowhere, and fits no other browser and no other session.
"""

import re
import secrets
from typing import cast

from itsdangerous import Signer
from starlette.requests import HTTPConnection

VISITOR_COOKIE = "newspeg_visitor"
SESSION_COOKIE = "newspeg_session"
_FOR_TLS = "__Host-"
TOKEN_FIELD = "csrf"  # noqa: S105 -- a field's name
TOKEN_HEADER = "x-csrf-token"  # noqa: S105 -- a header's name
_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{43}")


def new_id() -> str:
    """Return an id that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def cookie_name(name: str, *, encrypted: bool) -> str:
    """Return the name of a cookie; under TLS one that a browser takes from this host over TLS alone (RFC 6265bis).

    So neither a neighbouring host nor a page without TLS can plant a cookie, and the two kinds are kept apart.
    """
    return _FOR_TLS + name if encrypted else name


class Visitor:
    """The browser that sent a request."""

    def __init__(self, known: str, signer: Signer, *, session: str = "", is_editor: bool, name: str = "") -> None:
        """`known` is the id that its cookie brings, if any."""
        self._is_new = not _ID.fullmatch(known)
        self._was_asked = False
        self._signer = signer
        self.id: str = new_id() if self._is_new else known
        """An id that tells browsers apart; it opens nothing."""
        self.session: str = session
        """The id of the session of an editor who has logged in; else empty."""
        self.is_editor = is_editor
        """True if the page is open to this visitor."""
        self.name = name
        """Of an editor who has logged in by name; else empty."""

    @property
    def token(self) -> str:
        """The token that a page of ours sends with every change; reading it makes the answer set the cookie."""
        self._was_asked = True
        return self._signer.get_signature(self._cookies).decode()

    @property
    def needs_cookie(self) -> bool:
        """True if the answer has to set the cookie that the token signs."""
        return self._is_new and self._was_asked

    def has_token(self, given: str) -> bool:
        """True if this is the token that our pages have given to this browser."""
        return not self._is_new and self._signer.verify_signature(self._cookies, given)

    @property
    def _cookies(self) -> str:
        return f"{self.id} {self.session}"


def visitor_of(connection: HTTPConnection) -> Visitor:
    """Return the visitor who sends a request."""
    return cast("Visitor", connection.state.visitor)
