"""What is sent to the page: bounded in size and time, read whole before anything looks at it."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.types import Message, Receive

LARGEST = 64 * 1024
"""Bytes; the longest question of a chat is far shorter."""
_LONGEST_S = 10.0
_MOST_FIELDS = 100


class BodyRefused(Exception):
    """A body that is too large, too slow, or cut off; with the status to answer."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def read_body(receive: Receive, length: str | None) -> bytes:
    """The whole body, `length` bytes as announced; BodyRefused otherwise."""
    if length is not None and length.isdecimal() and int(length) > LARGEST:
        raise BodyRefused(413, "That is too much at once.")
    body = bytearray()
    try:
        async with asyncio.timeout(_LONGEST_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise BodyRefused(400, "The connection was lost.")
                body += message.get("body", b"")
                if len(body) > LARGEST:
                    raise BodyRefused(413, "That is too much at once.")
                if not message.get("more_body"):
                    return bytes(body)
    except TimeoutError:
        raise BodyRefused(408, "That took too long.") from None


def replay(body: bytes, receive: Receive) -> Receive:
    """A receive that hands out the body that was read, then what comes after it."""
    rest: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return rest.pop() if rest else await receive()

    return again


def read_form(body: bytes) -> Mapping[str, str]:
    """The fields of a form; none if it is no form."""
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of the form that a request brings."""
    return read_form(await request.body())
