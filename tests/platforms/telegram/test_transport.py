"""HTTP over aiohttp: what is asked for, what comes of every way to fail, and no token in any error."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import NotSent
from bot.core.wording.cards import Card
from bot.platforms.telegram import transport
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.transport import AiohttpRequest, NeverLeft
from tests.fakes.telegram_api import TOKEN

MESSAGE = '{"ok": true, "result": {"message_id": 9, "date": 1, "chat": {"id": 7, "type": "private"}}}'

Answer = Callable[[Any], Awaitable[web.StreamResponse]]
Setenv = Callable[[str, str], None]


@pytest.fixture
def setenv(monkeypatch: pytest.MonkeyPatch) -> Iterator[Setenv]:
    """Sets a variable of the environment, in small letters and in capitals; the proxy is looked up anew."""

    def set_both(name: str, value: str) -> None:
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(name.upper(), value)

    transport._proxy.cache_clear()
    yield set_both
    transport._proxy.cache_clear()


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[str]:
    """A server that answers every request so; its address. What it answers is a `web.Request`, typed as any."""
    runner = web.ServerRunner(web.Server(answer, handler_cancellation=True))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def requests(connections: int = 1) -> AsyncIterator[AiohttpRequest]:
    """Ready to be made."""
    async with AiohttpRequest(connections) as request:
        yield request


def address(server: str) -> str:
    return f"{server}/bot{TOKEN}/sendMessage"


async def test_the_real_library_sends_a_form_and_reads_the_answer() -> None:
    asked: list[tuple[str, str, dict[str, str]]] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.method, request.path, {str(k): str(v) for k, v in (await request.post()).items()}))
        return web.Response(text=MESSAGE)

    async with serving(answer) as server, requests() as request:
        sent = await Bot(TOKEN, f"{server}/bot", request=request).send_message(
            7, "Ćao & <b>zdravo</b>", parse_mode="HTML"
        )
    assert sent.message_id == 9
    assert asked == [
        ("POST", f"/bot{TOKEN}/sendMessage", {"chat_id": "7", "text": "Ćao & <b>zdravo</b>", "parse_mode": "HTML"})
    ]


async def test_a_file_is_uploaded_with_its_name_and_kind() -> None:
    got: list[tuple[str, str, bytes, str]] = []

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        [upload] = [value for value in form.values() if isinstance(value, web.FileField)]
        got.append((upload.filename, upload.content_type, upload.file.read(), str(form["chat_id"])))
        return web.Response(text=MESSAGE)

    async with serving(answer) as server, requests() as request:
        bot = Bot(TOKEN, f"{server}/bot", request=request)
        await bot.send_document(7, InputFile(b"BEGIN:VCALENDAR", "bridge.ics"))
    assert got == [("bridge.ics", "text/calendar", b"BEGIN:VCALENDAR", "7")]


@pytest.mark.parametrize("status", [200, 302, 400, 429, 502])
async def test_whatever_the_server_answers_is_handed_on(status: int) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, body=b"<html>", headers={"Location": "http://127.0.0.1:1/elsewhere"})

    async with serving(answer) as server, requests() as request:
        assert await request.do_request(address(server), "POST") == (status, b"<html>")


async def test_where_nobody_listens_nothing_left(unused_tcp_port: int) -> None:
    async with requests() as request:
        error = await failure(request, f"http://127.0.0.1:{unused_tcp_port}")
    assert isinstance(error, NeverLeft)
    assert f"127.0.0.1:{unused_tcp_port}" in str(error)


async def test_a_host_without_an_address_is_named() -> None:
    async with requests() as request:
        error = await failure(request, "http://nowhere.invalid")
    assert isinstance(error, NeverLeft)
    assert "nowhere.invalid" in str(error)


async def test_a_server_that_hangs_up_while_it_is_greeted_is_told_of() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server, requests() as request:
        error = await failure(request, f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    assert isinstance(error, NeverLeft)
    assert "Connection" in str(error).partition(": ")[2]


async def test_what_waited_in_vain_for_a_connection_never_left() -> None:
    arrived, over = asyncio.Event(), asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        arrived.set()
        await over.wait()
        return web.Response(text=MESSAGE)

    async with serving(answer) as server, requests(connections=1) as request:
        first = asyncio.create_task(request.do_request(address(server), "POST"))
        await arrived.wait()
        assert isinstance(await failure(request, server, pool_timeout=0.005, connect_timeout=0.005), NeverLeft)
        over.set()
        assert (await first)[0] == 200


async def test_silence_after_the_request_may_mean_that_it_arrived() -> None:
    async def answer(_: web.Request) -> web.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async with serving(answer) as server, requests() as request:
        error = await failure(request, server, read_timeout=0.01)
    assert type(error) is TimedOut


async def test_a_body_that_trickles_for_ever_is_not_waited_for() -> None:
    is_first = True

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal is_first
        if is_first:
            is_first = False
            return web.Response(text=MESSAGE)
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0)

    async with serving(answer) as server, requests() as request:
        await request.do_request(address(server), "POST")  # the connection is there, and takes none of the time
        named = dict.fromkeys(("pool_timeout", "connect_timeout", "write_timeout", "read_timeout"), 0.05)
        assert type(await failure(request, server, **named)) is TimedOut


@pytest.mark.parametrize("begun", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"no HTTP at all\r\n\r\n"])
async def test_a_connection_that_breaks_off_may_have_carried_the_request(begun: bytes) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(begun)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(cut, "127.0.0.1", 0) as server, requests() as request:
        error = await failure(request, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    assert type(error) is NetworkError


async def test_a_request_is_never_made_twice() -> None:
    """aiohttp repeats some when a connection that it had kept is cut: an answer first, then none."""
    made = 0

    async def answer(request: web.Request) -> web.Response:
        nonlocal made
        made += 1
        if made > 1:
            assert request.transport
            request.transport.abort()
        return web.Response(text=MESSAGE)

    async with serving(answer) as server, requests() as request:
        await request.do_request(address(server), "POST")
        assert type(await failure(request, server)) is NetworkError
    assert made == 2


@pytest.mark.parametrize("scheme", ["http://", ""])
async def test_the_environments_proxy_is_used(setenv: Setenv, scheme: str) -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(f"{request.raw_path} for {request.host}")
        return web.Response(text=MESSAGE)

    async with serving(answer) as proxy, requests() as request:
        setenv("http_proxy", scheme + proxy.removeprefix("http://"))
        await request.do_request("http://far.invalid/bot/getMe", "POST")
    assert asked == ["http://far.invalid/bot/getMe for far.invalid"]


@pytest.mark.parametrize(
    ("spared", "server"),
    [
        ("near.invalid", "http://near.invalid"),
        ("near.invalid", "http://near.invalid:81"),
        ("near.invalid:81", "http://near.invalid:81"),
        ("near.invalid", "http://name:word@near.invalid"),
        ("::1", "http://[::1]:1"),
    ],
)
async def test_what_the_environment_spares_goes_past_the_proxy(setenv: Setenv, spared: str, server: str) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=MESSAGE)

    async with serving(answer) as proxy, requests() as request:
        setenv("http_proxy", proxy)
        setenv("no_proxy", f"other.invalid, {spared}")
        assert isinstance(await failure(request, server), NeverLeft)


async def test_a_proxy_that_refuses_lets_nothing_through(setenv: Setenv) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=407)

    async with serving(answer) as proxy, requests() as request:
        setenv("https_proxy", proxy)
        error = await failure(request, "https://far.invalid")
    assert isinstance(error, NeverLeft)
    assert "407" in str(error)


async def test_a_proxy_that_does_not_speak_http_is_not_spoken_to(setenv: Setenv) -> None:
    async def answer(_: web.Request) -> web.Response:
        raise AssertionError

    async with serving(answer) as proxy, requests() as request:
        setenv("all_proxy", proxy.replace("http://", "socks5://name:word@"))
        error = await failure(request, "http://far.invalid")
    assert isinstance(error, NeverLeft)
    assert "socks5" in str(error)
    assert "word" not in str(error)


async def test_a_post_for_which_no_proxy_can_be_used_is_kept(setenv: Setenv) -> None:
    setenv("http_proxy", "socks5://127.0.0.1:1")
    messenger = TelegramMessenger(TOKEN, "http://far.invalid/bot")
    outcome = await messenger.send(ChatKey("telegram", "7"), Card("A bridge"), "key")
    await messenger.close()
    assert outcome == NotSent("a proxy over socks5 cannot be used")


async def test_it_opens_again_after_it_was_closed() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=MESSAGE)

    async with serving(answer) as server:
        request = AiohttpRequest(1)
        with pytest.raises(RuntimeError, match="closed"):
            await request.do_request(address(server), "POST")
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert (await request.do_request(address(server), "POST"))[0] == 200
            await request.shutdown()
            await request.shutdown()


async def failure(request: AiohttpRequest, server: str, **seconds: Any) -> NetworkError:
    """How a request fails; the token is nowhere in it, and nothing is behind it."""
    with pytest.raises(NetworkError) as caught:
        await request.do_request(address(server), "POST", **seconds)
    error = caught.value
    assert TOKEN not in "".join(traceback.format_exception(error))
    return error
