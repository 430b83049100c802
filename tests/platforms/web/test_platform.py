"""The server itself, in this process: its port, its drain, what a proxy says."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import suppress

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.core.errors import PlatformUnavailable, SettingsError
from bot.platforms.web import platform
from bot.platforms.web.application import Part
from bot.platforms.web.platform import WebPlatform
from bot.platforms.web.safety import connections
from bot.platforms.web.streams import StreamEvent, Streams
from tests.platforms.web.serving import served
from tests.platforms.web.sites import PASSWORD, Site, log_in
from tests.waiting import hang_guard


async def test_serves_and_stops() -> None:
    async with served(Site()) as (client, running):
        assert (await client.get("/probe")).status_code == 200
        running.cancel()
        await asyncio.wait([running])
        assert running.cancelled()
        with pytest.raises(httpx.ConnectError):
            await client.get("/probe")


async def test_an_answer_does_not_wait_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nagle's algorithm is off for each connection; it would hold a body back until the header is acknowledged."""
    taken: list[int] = []
    made = H11Protocol.connection_made

    def note(protocol: H11Protocol, transport: asyncio.Transport) -> None:
        taken.append(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        made(protocol, transport)

    monkeypatch.setattr(H11Protocol, "connection_made", note)
    async with served(Site()) as (client, _):
        await client.get("/probe")
    assert taken == [1]


async def test_the_host_is_checked_against_the_real_port() -> None:
    async with served(Site()) as (client, _):
        assert (await client.get("/probe", headers={"host": "localhost:1"})).status_code == 400
        assert (await client.get("/probe", headers={"host": f"localhost:{client.base_url.port}"})).status_code == 200


@pytest.mark.parametrize(
    "begun", ["", "GET /probe HTTP/1.1\r\nHost: ", "GET /probe HTTP/1.1\r\nHost: {host}\r\n\r\nGET"]
)
async def test_a_request_that_never_ends_holds_no_place(begun: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE_S", 0.05)
    monkeypatch.setattr(platform, "LOOK_EVERY_S", 0.01)
    async with served(Site()) as (client, _):
        reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
        writer.write(begun.format(host=client.base_url.netloc.decode()).encode())
        async with hang_guard():
            with suppress(ConnectionResetError):
                while await reader.read(1024):
                    pass
        writer.close()


async def test_a_proxy_on_this_machine_says_that_it_speaks_tls() -> None:
    async with served(Site(password=PASSWORD)) as (client, _):
        client.headers["x-forwarded-proto"] = "https"
        assert "; Secure" in (await client.get("/login")).headers["set-cookie"]


async def test_clients_behind_a_proxy_are_told_apart() -> None:
    async with served(Site(password=PASSWORD)) as (client, _):
        for _ in range(5):
            client.headers["x-forwarded-for"] = "192.0.2.1"
            assert (await log_in(client, "guess")).status_code == 403
        assert (await log_in(client)).status_code == 429
        client.headers["x-forwarded-for"] = "192.0.2.2"
        assert (await log_in(client)).status_code == 303


async def test_a_stop_ends_open_streams_at_once() -> None:
    streams, closed = Streams(), asyncio.Event()

    async def events() -> AsyncGenerator[StreamEvent, None]:
        try:
            yield StreamEvent("first\nline", "post", "7")
            await asyncio.Event().wait()
        finally:
            closed.set()

    async def stream(_: Request) -> Response:
        return streams.answer(events())

    site = Site(parts=lambda _: [Part([Route("/stream", stream)])])
    async with served(site, streams) as (client, running), client.stream("GET", "/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        chunks = answer.aiter_text()
        assert await anext(chunks) == "id: 7\nevent: post\ndata: first\ndata: line\n\n"
        running.cancel()
        assert [chunk async for chunk in chunks] == []
        await closed.wait()


async def test_a_reader_who_leaves_ends_the_stream() -> None:
    streams, closed = Streams(), asyncio.Event()

    async def events() -> AsyncGenerator[StreamEvent, None]:
        try:
            yield StreamEvent("first")
            await asyncio.Event().wait()
        finally:
            closed.set()

    async def stream(_: Request) -> Response:
        return streams.answer(events())

    async with served(Site(parts=lambda _: [Part([Route("/stream", stream)])]), streams) as (client, _):
        async with client.stream("GET", "/stream") as answer:
            assert await anext(answer.aiter_text()) == "data: first\n\n"
        async with hang_guard():
            await closed.wait()


async def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        platform = WebPlatform(Site().build(), Streams(), "127.0.0.1", port)
        with pytest.raises(SettingsError, match=f"NEWSPEG_WEB_PORT: 127.0.0.1 .*port {port} .*in use") as said:
            platform.take_port()
        assert "\n" not in str(said.value)
        with pytest.raises(PlatformUnavailable, match="NEWSPEG_WEB_PORT"):
            await platform.run()


def test_an_address_that_there_is_not_is_named() -> None:
    with pytest.raises(SettingsError, match="NEWSPEG_WEB_HOST"):
        WebPlatform(Site().build(), Streams(), "no.such.host.invalid", 0).take_port()


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("::", "http://[::1]:80/"), ("0.0.0.0", "http://127.0.0.1:80/")],
)
def test_the_address_is_one_to_go_to(host: str, address: str) -> None:
    assert WebPlatform(Site().build(), Streams(), host, 80).address == address
