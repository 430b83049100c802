"""Fetches the page of an article: the one place in the newsroom that makes requests.

The address comes from whoever drafts, and every host on the way may be hostile. So a name is resolved once, all its
addresses are checked, and the connection goes to one of those: an answer of the name server that changes meanwhile
leads nowhere. Nothing is taken from the environment, and no cookie, key or referrer is sent.
"""

import asyncio
import socket
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from bot.core.errors import NoArticle
from bot.core.stories.fields import can_be_opened
from bot.newsroom.drafting.reading import MAX_PAGE
from bot.runtime.waiting import Sleep, unless

PATIENCE_S = 15.0
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_FOUND = 200
_HTML, _TEXT = ("text/html", "application/xhtml+xml"), ("text/plain",)
_UNFOLDING = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""What a network without IPv4 makes of its addresses: they stand in the last 32 bits."""
_HEADERS = {
    "accept": "text/html, application/xhtml+xml, text/plain;q=0.5",
    "accept-encoding": "gzip, identity",
    "user-agent": "newspeg",
    "connection": "close",
}

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Returns the addresses of a host."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    raw: bytes
    """In UTF-8 where the server names the encoding."""
    is_html: bool
    url: str
    """Where it was found in the end."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host, as this machine resolves it."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


class Fetcher:
    """Fetches pages."""

    def __init__(
        self, *, may_be_private: bool = False, sleep: Sleep = asyncio.sleep, resolve: Resolve = resolve
    ) -> None:
        """`may_be_private`: pages of this machine and its network too."""
        self._may_be_private = may_be_private
        self._sleep = sleep
        self._resolve = resolve

    async def fetch(self, url: str) -> Fetched:
        """Return the page at an address; NoArticle says why there is none."""
        try:
            fetched = await unless(self._sleep(PATIENCE_S), self._follow(url))
        except (httpx.HTTPError, OSError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise NoArticle(f"“{url}” cannot be fetched: {_in_words(error)}") from None
        if fetched is None:
            raise NoArticle(f"“{url}” did not come within {PATIENCE_S:.0f} seconds: save the page, and draft the file")
        return fetched

    async def _follow(self, url: str) -> Fetched:
        given = url
        async with httpx.AsyncHTTPTransport(trust_env=False) as transport:
            for _ in range(MOST_REDIRECTS + 1):
                response = await self._asked(transport, url, given)
                try:
                    if response.status_code not in _REDIRECTS:
                        return await _taken(response, url, given)
                finally:
                    await response.aclose()
                url = _next(url, response, given)
        raise NoArticle(f"“{given}” leads on more than {MOST_REDIRECTS} times: give the address where it ends")

    async def _asked(self, transport: httpx.AsyncHTTPTransport, url: str, given: str) -> httpx.Response:
        """Send the request to the first of the host's addresses that takes it; all of them are checked before."""
        if not can_be_opened(url):
            raise NoArticle(f"{_told(url, given)} is no address of a page: it begins with https:// or http://")
        wanted = httpx.URL(url)
        host = wanted.raw_host.decode()
        found = await self._resolve(host, wanted.port or (443 if wanted.scheme == "https" else 80))
        if not self._may_be_private and not all(map(is_public, found)):
            raise NoArticle(
                f"{_told(url, given)} is in a private network: NEWSPEG_DRAFT_PRIVATE=1 allows that, or save the page"
            )
        headers = {"host": wanted.netloc.decode(), **_HEADERS}
        failed: httpx.TransportError = httpx.ConnectError("there is no such host")
        for address in dict.fromkeys(found):
            at = wanted.copy_with(host=address, fragment=None)
            extensions = {"sni_hostname": host, "timeout": _TIMEOUT}
            try:
                return await transport.handle_async_request(
                    httpx.Request("GET", at, headers=headers, extensions=extensions)
                )
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed


_TIMEOUT = dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE_S)


def is_public(address: str) -> bool:
    """True of an address that the whole internet can reach, and of no other, in whatever form it is written."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found in _TRANSLATED:
        return _is_public(IPv4Address(int(found) & 0xFFFFFFFF))
    return all(map(_is_public, (found, *_within(found))))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    is_special = address.is_multicast or address.is_reserved or address.is_link_local or address.is_loopback
    return address.is_global and not is_special and not getattr(address, "is_site_local", False)


def _within(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    """Yield the addresses of IPv4 that one of IPv6 stands for."""
    if isinstance(address, IPv6Address):
        yield from filter(None, (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())))


def _next(url: str, response: httpx.Response, given: str) -> str:
    location = response.headers.get("location")
    if not location:
        raise NoArticle(f"“{given}” leads on without saying where")
    return str(httpx.URL(url).join(location))


async def _taken(response: httpx.Response, url: str, given: str) -> Fetched:
    """Return the page of an answer, if it is one."""
    if response.status_code != _FOUND:
        raise NoArticle(f"“{given}” cannot be fetched: the server answers with {response.status_code}")
    kind, charset = _kind_of(response.headers.get("content-type", ""))
    if kind not in (*_HTML, *_TEXT):
        raise NoArticle(f"“{given}” is no page, but {kind or 'of an unknown kind'}: only HTML and text can be drafted")
    parts = []
    left = MAX_PAGE
    async for part in _unfolded(response, given):
        left -= len(part)
        if left < 0:
            raise NoArticle(f"“{given}” is larger than {MAX_PAGE:,} bytes; the page of an article is far smaller")
        parts.append(part)
    return Fetched(_in_utf_8(b"".join(parts), charset), kind in _HTML, url)


async def _unfolded(response: httpx.Response, given: str) -> AsyncIterator[bytes]:
    """Yield the body as it is without compression, in pieces that are never larger than a page may be."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding in ("identity", ""):
        async for part in response.aiter_raw():
            yield part
        return
    if coding not in _UNFOLDING:
        raise NoArticle(f"“{given}” comes compressed as nobody asked for ({coding[:20]})")
    unfolding = zlib.decompressobj(_UNFOLDING[coding])
    try:
        async for part in response.aiter_raw():
            yield unfolding.decompress(part, MAX_PAGE + 1)
            while unfolding.unconsumed_tail:
                yield unfolding.decompress(unfolding.unconsumed_tail, MAX_PAGE + 1)
    except zlib.error:
        raise NoArticle(f"“{given}” comes compressed, and cannot be read") from None


def _kind_of(header: str) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = header
    return (message.get_content_type() if header else ""), message.get_content_charset()


def _in_utf_8(raw: bytes, charset: str | None) -> bytes:
    try:
        return raw.decode(charset).encode() if charset and charset != "utf-8" else raw
    except (LookupError, UnicodeError):
        return raw


def _told(url: str, given: str) -> str:
    return f"“{given}”" if url == given else f"“{given}” leads to “{url[:200]}”, which"


def _in_words(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "there is no such host"
    if isinstance(error, httpx.TimeoutException):
        return f"it does not come within {PATIENCE_S:.0f} seconds"
    if isinstance(error, httpx.ConnectError):
        return "its server cannot be reached"
    if isinstance(error, httpx.HTTPError):
        return "its server breaks off, or does not speak HTTP"
    return "the address cannot be opened"
