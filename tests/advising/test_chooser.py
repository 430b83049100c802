"""Choosing with an endpoint on loopback that answers well, badly, slowly or never; time is what a test says it is."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable

import pytest
from pydantic import SecretStr

from bot.advising.chooser import FAILURES_IN_A_ROW, MOST_AT_ONCE, PATIENCE_S, REST_S, EndpointChooser
from bot.advising.endpoint import Endpoint
from bot.core.asking.questions.advice import Offered
from tests.servers.chooser import ChoosingServer, choosing
from tests.waiting import hang_guard

OFFERED = [Offered("fact-a", "It opens in May."), Offered("fact-b", "It is blue.")]
KEY = "hunter2-hunter2"


class Time:
    """A time that passes when a test says so."""

    def __init__(self) -> None:
        self.ticks = 1000.0
        self.is_over = asyncio.Event()
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """Wait until the test lets it be over."""
        self.waits.append(seconds)
        await self.is_over.wait()


@pytest.fixture
async def server() -> AsyncIterator[ChoosingServer]:
    async with choosing() as served, hang_guard():
        yield served


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def chooser(server: ChoosingServer, time: Time) -> EndpointChooser:
    return EndpointChooser(Endpoint(server.url, SecretStr(KEY), "small").ask, time.sleep, lambda: time.ticks)


def choose(chooser: EndpointChooser) -> Awaitable[object]:
    return chooser.choose("When does it open?", OFFERED)


async def test_it_returns_the_chosen_ids(server: ChoosingServer, chooser: EndpointChooser, time: Time) -> None:
    server.says('{"ids": ["fact-b", "fact-a"]}')
    assert await choose(chooser) == ["fact-b", "fact-a"]
    assert time.waits == [PATIENCE_S]


async def test_nothing_is_sent_but_the_question_and_the_statements(
    server: ChoosingServer, chooser: EndpointChooser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "foreign")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Foreign: foreign")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    chooser = EndpointChooser(Endpoint(server.url, None, "small").ask)
    server.says('{"ids": []}')
    assert await choose(chooser) == []
    [(headers, body)] = server.requests
    assert {name.lower() for name in headers} == {
        "host",
        "content-type",
        "content-length",
        "accept",
        "accept-encoding",
        "user-agent",
    }
    assert "foreign" not in str(headers)
    assert body.keys() == {"model", "messages"}
    assert [each["role"] for each in body["messages"]] == ["system", "user"]
    assert json.loads(body["messages"][1]["content"]) == {
        "question": "When does it open?",
        "statements": [each._asdict() for each in OFFERED],
    }


async def test_the_key_is_sent_and_shown_nowhere(
    server: ChoosingServer,
    chooser: EndpointChooser,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.status, server.body = 401, json.dumps({"error": {"message": f"wrong key {KEY}", "type": KEY, "code": KEY}})
    for _ in range(FAILURES_IN_A_ROW):
        assert await choose(chooser) is None
    assert server.requests[0][0]["Authorization"] == f"Bearer {KEY}"
    said = capsys.readouterr()
    assert "NEWSPEG_LLM_KEY" in said.out + said.err + caplog.text
    assert KEY not in said.out + said.err + caplog.text


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 429, 500, 503])
@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "[]",
        "{}",
        '{"choices": []}',
        '{"choices": null}',
        '{"choices": [{"message": {"content": null, "refusal": "No."}}]}',
        '{"choices": [{"message": {"content": "I cannot help with that."}}]}',
        '{"choices": [{"message": {"content": "{\\"ids\\": [\\"fact-z\\"]}"}}]}',
        b"\xff\xfe",
        "[" * 10_000,
        "x" * 200_000,
    ],
)
async def test_nonsense_is_no_advice(
    status: int, body: str | bytes, server: ChoosingServer, chooser: EndpointChooser
) -> None:
    server.status, server.body = status, body
    server.headers = {"Location": "/v1/chat/completions", "Retry-After": "1000"}
    assert await choose(chooser) is None
    assert len(server.requests) == 1


async def test_a_good_answer_that_is_too_long_or_packed_is_no_advice(
    server: ChoosingServer, chooser: EndpointChooser
) -> None:
    server.says('{"ids": ["fact-a"]}' + " " * 70_000)
    assert await choose(chooser) is None
    server.says('{"ids": ["fact-a"]}')
    server.headers = {"Content-Encoding": "gzip"}
    server.body = b"\x1f\x8b\x08\x00"
    assert await choose(chooser) is None


async def test_half_an_answer_is_given_up_in_time(server: ChoosingServer, chooser: EndpointChooser, time: Time) -> None:
    server.says('{"ids": ["fact-a"]}')
    server.slow.clear()
    asked = asyncio.ensure_future(choose(chooser))
    await server.came.wait()
    assert not asked.done()
    time.is_over.set()
    assert await asked is None


async def test_two_are_asked_at_once_and_a_fifth_is_not(server: ChoosingServer, chooser: EndpointChooser) -> None:
    server.says('{"ids": ["fact-a"]}')
    server.slow.clear()
    asked = [asyncio.ensure_future(choose(chooser)) for _ in range(MOST_AT_ONCE)]
    await server.came.wait()
    assert await choose(chooser) is None
    server.slow.set()
    assert await asyncio.gather(*asked) == [["fact-a"]] * MOST_AT_ONCE
    assert await choose(chooser) == ["fact-a"]


async def test_whoever_stops_waiting_makes_room(server: ChoosingServer, chooser: EndpointChooser) -> None:
    server.says('{"ids": ["fact-a"]}')
    server.slow.clear()
    asked = [asyncio.ensure_future(choose(chooser)) for _ in range(MOST_AT_ONCE)]
    await server.came.wait()
    for each in asked:
        each.cancel()
    await asyncio.wait(asked)
    server.slow.set()
    assert await choose(chooser) == ["fact-a"]


async def test_a_dead_endpoint_is_left_alone_and_then_tried_with_one_question(time: Time) -> None:
    asked = 0

    async def refuse(_instructions: str, _task: str) -> str:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0)
        raise OSError(KEY)

    chooser = EndpointChooser(refuse, time.sleep, lambda: time.ticks)
    for _ in range(10):
        assert await choose(chooser) is None
    assert asked == FAILURES_IN_A_ROW
    time.ticks += REST_S
    await asyncio.gather(choose(chooser), choose(chooser))
    assert asked == FAILURES_IN_A_ROW + 1
    time.ticks += REST_S - 1
    assert await choose(chooser) is None
    assert asked == FAILURES_IN_A_ROW + 1


async def test_one_that_is_back_is_asked_as_before(
    server: ChoosingServer, chooser: EndpointChooser, time: Time
) -> None:
    server.status = 500
    for _ in range(FAILURES_IN_A_ROW):
        assert await choose(chooser) is None
    server.status = 200
    server.says('{"ids": ["fact-a"]}')
    assert await choose(chooser) is None
    time.ticks += REST_S
    assert [await choose(chooser) for _ in range(2)] == [["fact-a"]] * 2


async def test_a_closed_port_is_no_advice(time: Time) -> None:
    async with choosing() as gone:
        pass
    chooser = EndpointChooser(Endpoint(gone.url, None, "small").ask, time.sleep, lambda: time.ticks)
    assert await choose(chooser) is None
