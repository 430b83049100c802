"""Who counts as an editor: everyone where no password is set, otherwise who has given it."""

import secrets

from starlette.requests import HTTPConnection

from bot.platforms.web.safety.visitors import Visitor

_BYTES = 32


class Entrance:
    """Knows who has come in."""

    def __init__(self, password: str | None = None, url: str | None = None) -> None:
        self._secret = secrets.token_bytes(_BYTES)
        self.is_open = password is None
        self._has_tls = bool(url and url.startswith("https:"))

    def recognise(self, request: HTTPConnection) -> Visitor:
        """The one who asks."""
        return Visitor(request.cookies, self._secret, is_editor=self.is_open)

    def is_encrypted(self, request: HTTPConnection) -> bool:
        """Whether the browser speaks TLS, to us or to a proxy before us."""
        return self._has_tls or request.url.scheme == "https"
