import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import cast

import pytest
from starlette.responses import StreamingResponse

from bot.platforms.web import streams as module
from bot.platforms.web.streams import StreamEvent, Streams


async def three() -> AsyncGenerator[StreamEvent, None]:
    for number in range(3):
        yield StreamEvent(str(number))


async def silence() -> AsyncGenerator[StreamEvent, None]:
    await asyncio.Event().wait()
    yield StreamEvent("never")


def written(streams: Streams, events: AsyncGenerator[StreamEvent, None]) -> AsyncIterator[str]:
    answer = streams.answer(events)
    assert isinstance(answer, StreamingResponse)
    return cast("AsyncIterator[str]", answer.body_iterator)


def test_an_event_is_written_as_browsers_read_it() -> None:
    assert str(StreamEvent("a\r\nb\rc\nd", "post", "7")) == (
        "id: 7\nevent: post\ndata: a\ndata: b\ndata: c\ndata: d\n\n"
    )
    assert str(StreamEvent("")) == "data: \n\n"
    separators = json.dumps("\u2028\u2029\x85\x0b", ensure_ascii=False)
    assert str(StreamEvent(separators)) == f"data: {separators}\n\n"


async def test_events_come_in_order_and_end() -> None:
    assert [each async for each in written(Streams(), three())] == ["data: 0\n\n", "data: 1\n\n", "data: 2\n\n"]


async def test_it_is_never_silent_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BEAT_S", 0)
    chunks = written(Streams(), silence())
    assert [await anext(chunks), await anext(chunks)] == [": still here\n\n"] * 2


async def test_a_stop_ends_all_and_a_start_lets_new_ones_be_opened() -> None:
    streams = Streams()
    waiting = [asyncio.ensure_future(anext(written(streams, silence()), "ended")) for _ in range(3)]
    streams.end()
    assert await asyncio.gather(*waiting) == ["ended"] * 3
    assert await anext(written(streams, three()), "ended") == "ended"
    streams.begin()
    assert await anext(written(streams, three())) == "data: 0\n\n"


async def test_who_may_read_no_more_is_told_nothing_more() -> None:
    may = [True, True, False]
    answer = Streams().answer(three(), lambda: may.pop(0))
    assert isinstance(answer, StreamingResponse)
    assert [each async for each in answer.body_iterator] == ["data: 0\n\n", "data: 1\n\n"]


async def test_there_are_only_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STREAMS", 1)
    streams = Streams()
    first = written(streams, three())
    await anext(first)
    refused = streams.answer(three())
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
    assert [each async for each in first] == ["data: 1\n\n", "data: 2\n\n"]
    assert streams.answer(three()).status_code == 200
