"""Who is asking: a browser is known by a random cookie, an editor by a session; tokens prove that a page of ours asked.

A token is a signature of both cookies, so it is kept nowhere, and none of another browser or session fits.
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
    """A name that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def cookie_name(name: str, *, encrypted: bool) -> str:
    """A cookie's name. Under TLS one that a browser takes from this host alone, and over TLS alone (RFC 6265bis).

    So neither a neighbouring host nor a page without TLS can plant one, and none goes from the one to the other.
    """
    return _FOR_TLS + name if encrypted else name


class Visitor:
    """One browser, as far as one request knows it."""

    def __init__(self, known: str, signer: Signer, *, session: str = "", is_editor: bool) -> None:
        """`known`: the id that its cookie brings, if any."""
        self._is_new = not _ID.fullmatch(known)
        self._was_asked = False
        self._signer = signer
        self.id: str = new_id() if self._is_new else known
        """Tells browsers apart; it opens nothing."""
        self.session: str = session
        """Of one who has logged in."""
        self.is_editor = is_editor
        """Whether everything is open to it."""

    @property
    def token(self) -> str:
        """What a page of ours sends along with whatever changes something; asking for it sets the cookie."""
        self._was_asked = True
        return self._signer.get_signature(self._cookies).decode()

    @property
    def needs_cookie(self) -> bool:
        """Whether the answer has to set the cookie that the token rests on."""
        return self._is_new and self._was_asked

    def has_token(self, given: str) -> bool:
        """Whether that is the token which one of our pages has given to this browser."""
        return not self._is_new and self._signer.verify_signature(self._cookies, given)

    @property
    def _cookies(self) -> str:
        return f"{self.id} {self.session}"


def visitor_of(connection: HTTPConnection) -> Visitor:
    """Who is asking."""
    return cast("Visitor", connection.state.visitor)
