"""Requests at the gate, over real sockets: their turn, their size, and how the bot does in the meantime."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.platforms.web import monitoring, platform
from bot.platforms.web.application import Part
from bot.platforms.web.safety import connections, gate
from bot.platforms.web.safety import turns as turns_module
from bot.platforms.web.safety.connections import Connection
from bot.platforms.web.safety.turns import Turns
from tests.platforms.web.serving import served
from tests.platforms.web.sites import Site

LARGE = b"x" * 1_000_001
Handler = Callable[[Request], Awaitable[Response]]


def site_of(**handlers: Handler) -> Site:
    async def exposition() -> tuple[bytes, str]:
        return b"", "text/plain"

    routes = [Route(f"/{name}", handler, methods=["GET", "POST"]) for name, handler in handlers.items()]
    return Site(lambda _: [Part(routes), Part(monitoring.routes(lambda: {"web": "running"}, exposition))])


async def opened(client: httpx.AsyncClient) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(client.base_url.host, client.base_url.port)


def asks(client: httpx.AsyncClient, path: str, **headers: str) -> bytes:
    lines = {"Host": client.base_url.netloc.decode(), **headers}
    return "\r\n".join(
        [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in lines.items()), "", ""]
    ).encode()


class Held:
    """A page that answers when it is let go."""

    def __init__(self) -> None:
        self.begun = asyncio.Semaphore(0)
        self.go = asyncio.Event()

    async def answer(self, _: Request) -> Response:
        self.begun.release()
        await self.go.wait()
        return PlainTextResponse("at last")


async def test_how_the_bot_does_is_said_when_all_places_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST", 3)
    held = Held()
    async with served(site_of(held=held.answer)) as (client, _):
        asked = [asyncio.create_task(client.get("/held")) for _ in range(3)]
        for _ in asked:
            await held.begun.acquire()
        async with httpx.AsyncClient(base_url=client.base_url) as other:
            refused = await other.get("/held")
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
            assert (await other.get("/healthz")).json()["status"] == "ok"
        held.go.set()
        assert [answer.status_code for answer in await asyncio.gather(*asked)] == [200] * 3


async def test_how_the_bot_does_is_said_whatever_waits_for_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = asyncio.Event()

    async def late(*_: object) -> bool:
        return await turn.wait()

    monkeypatch.setattr(Turns, "take", late)
    async with served(site_of()) as (client, _):
        waiting = asyncio.create_task(client.get("/probe"))
        assert (await client.get("/healthz")).status_code == 200
        assert not waiting.done()
        turn.set()
        assert (await waiting).status_code == 200


async def test_visitors_of_a_proxy_have_their_share_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_FROM_ONE", 2)
    held = Held()
    one, other = {"x-forwarded-for": "192.0.2.1"}, {"x-forwarded-for": "192.0.2.2"}
    async with served(site_of(held=held.answer)) as (client, _):
        asked = [asyncio.create_task(client.get("/held", headers=one)) for _ in range(2)]
        for _ in asked:
            await held.begun.acquire()
        refused = await client.get("/probe", headers=one)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "5")
        assert (await client.get("/probe", headers=other)).status_code == 200
        held.go.set()
        await asyncio.gather(*asked)
        assert (await client.get("/probe", headers=one)).status_code == 200


async def test_a_reader_who_takes_nothing_is_cut_off_and_holds_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE_S", 0.05)
    monkeypatch.setattr(platform, "LOOK_EVERY_S", 0.01)
    lost, most = asyncio.Event(), 0
    ended = Connection.connection_lost
    paused = Connection.pause_writing

    def note_end(connection: Connection, error: Exception | None) -> None:
        ended(connection, error)
        lost.set()

    def note_size(connection: Connection) -> None:
        nonlocal most
        assert connection._transport
        most = max(most, connection._transport.get_write_buffer_size())
        paused(connection)

    monkeypatch.setattr(Connection, "connection_lost", note_end)
    monkeypatch.setattr(Connection, "pause_writing", note_size)

    async def large(_: Request) -> Response:
        return PlainTextResponse(LARGE)

    async with served(site_of(large=large)) as (client, _):
        _, writer = await opened(client)
        writer.transport.pause_reading()  # type: ignore[attr-defined] # a socket's transport has it
        writer.write(asks(client, "/large") * 50)
        await asyncio.wait_for(lost.wait(), 20)
        writer.transport.abort()
    assert 0 < most < 100_000


async def test_a_large_answer_arrives_whole() -> None:
    async def large(_: Request) -> Response:
        return PlainTextResponse(LARGE)

    async with served(site_of(large=large)) as (client, _):
        answer = await client.get("/large")
        assert answer.content == LARGE
        assert answer.headers["content-length"] == str(len(LARGE))


async def test_requests_in_one_go_are_answered_one_after_the_other() -> None:
    under_way = most = 0

    async def count(_: Request) -> Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return PlainTextResponse("counted")

    async with served(site_of(count=count)) as (client, _):
        reader, writer = await opened(client)
        writer.write(asks(client, "/count") * 199 + asks(client, "/count", Connection="close"))
        answers = await reader.read()
        writer.close()
    assert answers.count(b"HTTP/1.1 200 OK") == 200
    assert most == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_what_nobody_wants_to_read_is_not_read(method: str) -> None:
    async with served(site_of()) as (client, _):
        reader, writer = await opened(client)
        head = asks(client, "/nowhere", **{"Content-Length": "100000000"}).replace(b"GET", method.encode(), 1)
        writer.write(head + b"x" * 1000)
        answer = await asyncio.wait_for(reader.read(), 20)  # to the end of the connection
        writer.close()
    assert b"connection: close" in answer.lower()


async def test_what_many_send_at_once_is_made_out_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A head of many fields, or a body of many pieces, takes its time; of two there is none in the same turn."""
    turn, turns = 0, list[int]()
    hand_on = Connection._hand_on

    def note(connection: Connection, which: Turns) -> None:
        turns.append(turn)
        hand_on(connection, which)

    async def count() -> None:
        nonlocal turn
        while True:
            turn += 1
            await asyncio.sleep(0)

    monkeypatch.setattr(Connection, "_hand_on", note)
    monkeypatch.setattr(turns_module, "MOST_S", 0.0)
    async with served(site_of()) as (client, _):
        opened_ones = [await opened(client) for _ in range(20)]
        counting = asyncio.create_task(count())
        for _, writer in opened_ones:
            writer.write(asks(client, "/probe", Connection="close", **{f"F{number}": "x" for number in range(50)}))
        answers = [await reader.read() for reader, _ in opened_ones]
        counting.cancel()
        for _, writer in opened_ones:
            writer.close()
    assert all(answer.startswith(b"HTTP/1.1 200") for answer in answers)
    assert len(turns) >= 20
    assert len(set(turns)) == len(turns)
