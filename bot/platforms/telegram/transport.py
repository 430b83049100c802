"""HTTP for python-telegram-bot over aiohttp, which discord.py uses too: its own HTTP, over httpx, is far slower."""

import json
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECT_S, _READ_S, _WRITE_S, _WRITE_FILES_S, _POOL_S = 5.0, 5.0, 5.0, 20.0, 1.0  # as python-telegram-bot has them
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_DEFAULT = BaseRequest.DEFAULT_NONE
_LONGEST_ASKED_S = 10_000_000  # some months; 43,838 s has been seen
_TOO_MANY_S = 60  # seconds to wait after a refusal that names no readable time


class NeverLeft(NetworkError):
    """The request was not sent."""


class AiohttpRequest(BaseRequest):
    """Makes requests. No error has an address in its text or behind it, as a token is part of the address."""

    def __init__(self, connections: int) -> None:
        """`connections`: how many at most; a request waits for a free one."""
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The time-out for reading, in seconds."""
        return _READ_S

    async def initialize(self) -> None:
        """Get ready, also after a shutdown."""
        if self._session is None:
            # httpx's: the same authorities are trusted on every machine, and `SSL_CERT_FILE` is heard
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=httpx.create_ssl_context())
            headers = {"User-Agent": self.USER_AGENT}
            self._session = aiohttp.ClientSession(
                connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer; TelegramError if it is no object. The library's own version logs people's words."""
        try:
            answer = json.loads(payload.decode(errors="replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        if not isinstance(answer.get("description", ""), str):
            del answer["description"]
        if "parameters" in answer:
            answer["parameters"] = _understood(answer["parameters"])
        return answer

    async def do_request(  # noqa: PLR0913, PLR0917 -- the interface
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _DEFAULT,
        write_timeout: ODVInput[float] = _DEFAULT,
        connect_timeout: ODVInput[float] = _DEFAULT,
        pool_timeout: ODVInput[float] = _DEFAULT,
    ) -> tuple[int, bytes]:
        """Return the answer's status and body; NeverLeft, TimedOut or another NetworkError if there is none."""
        if self._session is None:
            raise RuntimeError("the connections are closed")
        has_files = request_data is not None and request_data.contains_files
        address = urlsplit(url)
        connecting = _sum(_given(pool_timeout, _POOL_S), _given(connect_timeout, _CONNECT_S))
        reading = _given(read_timeout, _READ_S)
        writing = _given(write_timeout, _WRITE_FILES_S if has_files else _WRITE_S)
        timeout = aiohttp.ClientTimeout(_sum(connecting, writing, reading), connect=connecting, sock_read=reading)
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data) if request_data else None,
                headers=None if has_files else _FORM,
                timeout=timeout,
                proxy=_proxy(address.scheme, address.netloc),
                allow_redirects=False,
            ) as response:
                return response.status, await response.read()
        except aiohttp.ClientConnectorError as error:
            why = str(error.os_error) or type(error.os_error).__name__
            raise NeverLeft(f"cannot connect to {error.host}:{error.port}: {why}") from None
        except aiohttp.ClientHttpProxyError as error:
            raise NeverLeft(f"the proxy does not connect: {error.status}") from None
        except aiohttp.ConnectionTimeoutError as error:
            raise NeverLeft(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None


def _understood(parameters: Any) -> dict[str, Any]:
    """Return the fields of an error that the library reads, if their types are right: others would make it fail."""
    said = parameters if isinstance(parameters, dict) else {}
    moved_to, seconds = said.get("migrate_to_chat_id"), said.get("retry_after")
    understood = {"migrate_to_chat_id": moved_to} if type(moved_to) is int else {}
    if seconds is not None:
        is_wait = type(seconds) is int and 0 < seconds <= _LONGEST_ASKED_S
        understood["retry_after"] = seconds if is_wait else _TOO_MANY_S
    return understood


def _given(seconds: ODVInput[float], default: float) -> float | None:
    """Return the time-out that was asked for, in seconds; None is without end."""
    return default if isinstance(seconds, DefaultValue) else seconds


def _sum(*seconds: float | None) -> float | None:
    return None if None in seconds else sum(filter(None, seconds))


def _body(data: RequestData) -> bytes | aiohttp.FormData:
    if not data.contains_files:
        return data.url_encoded_parameters().encode()
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, content_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form


@cache
def _proxy(scheme: str, netloc: str) -> str | None:
    """Return the proxy that the environment names, such as `HTTPS_PROXY`; it may be no more than `proxy:3128`."""
    host = netloc.rpartition("@")[2].replace("[", "").replace("]", "")  # an IPv6 address as `NO_PROXY` has it
    named = getproxies()
    proxy = named.get(scheme, named.get("all"))
    if proxy is None or proxy_bypass(host):
        return None
    kind, mark, _ = proxy.partition("://")
    if not mark:
        return f"http://{proxy}"
    if kind.lower() not in {"http", "https"}:  # aiohttp would speak HTTP to it all the same
        raise NeverLeft(f"a proxy over {kind} cannot be used")
    return proxy
