import asyncio

import pytest
from starlette.types import Message

from bot.platforms.web.safety import bodies
from bot.platforms.web.safety.bodies import LARGEST, BodyRefused, read_body, read_form, replay


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def gone() -> Message:
    return {"type": "http.disconnect"}


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_LONGEST_S", 0)
    with pytest.raises(BodyRefused) as refused:
        await read_body(never, None)
    assert refused.value.status == 408


async def test_a_body_that_is_cut_off_is_none() -> None:
    with pytest.raises(BodyRefused) as refused:
        await read_body(gone, "5")
    assert refused.value.status == 400


async def test_what_was_read_is_handed_on_once() -> None:
    body = b"x" * LARGEST
    receive = replay(body, gone)
    assert await read_body(receive, str(LARGEST)) == body
    assert (await receive())["type"] == "http.disconnect"


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&".join([b"a=1"] * 200)])
def test_what_is_no_form_has_no_fields(body: bytes) -> None:
    assert read_form(body) == {}


def test_a_form_keeps_what_is_empty() -> None:
    assert read_form(b"a=&b=%C3%A9+x") == {"a": "", "b": "é x"}
