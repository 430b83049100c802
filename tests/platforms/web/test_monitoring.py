import asyncio

import pytest

from bot.platforms.web import monitoring
from bot.platforms.web.application import Part
from tests.platforms.web.sites import Site, browser, log_in, site_with_figures

TOKEN = "pröm-token 1"


@pytest.mark.parametrize(
    ("condition", "status", "word"), [("running", 200, "ok"), ("reconnecting", 503, "down"), ("stopped", 503, "down")]
)
async def test_health_is_that_of_all_parts(condition: str, status: int, word: str) -> None:
    async with browser(site_with_figures(web="running", telegram=condition)) as client:
        answer = await client.get("/healthz")
    assert answer.status_code == status
    assert answer.json() == {"status": word, "parts": {"web": "running", "telegram": condition}}


async def test_figures_are_open_to_all() -> None:
    async with browser(site_with_figures()) as client:
        answer = await client.get("/metrics")
    assert (answer.status_code, answer.text) == (200, "newspeg_up 1\n")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "given",
    [None, b"", b"Bearer", b"Bearer ", b"Bearer x", b"Basic " + TOKEN.encode(), TOKEN.encode(), b"Bearer \xff\xfe"],
)
async def test_a_token_closes_the_figures(given: bytes | None) -> None:
    async with browser(site_with_figures(TOKEN, web="running")) as client:
        await log_in(client)
        answer = await client.get("/metrics", headers={b"authorization": given} if given is not None else None)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert "newspeg_up" not in answer.text
        assert TOKEN not in answer.text
        assert (await client.get("/healthz")).status_code == 200


@pytest.mark.parametrize("scheme", [b"Bearer", b"bearer"])
async def test_the_token_opens_them(scheme: bytes) -> None:
    async with browser(site_with_figures(TOKEN)) as client:
        answer = await client.get("/metrics", headers={b"authorization": scheme + b" " + TOKEN.encode()})
        assert (answer.status_code, answer.text) == (200, "newspeg_up 1\n")


async def test_all_who_ask_at_once_are_told_what_was_gathered_once() -> None:
    gathered = 0

    async def gather() -> tuple[bytes, str]:
        nonlocal gathered
        gathered += 1
        await asyncio.sleep(0)
        return b"", "text/plain"

    async with browser(Site(lambda _: [Part(monitoring.routes(dict, gather))])) as client:
        await asyncio.gather(*(client.get("/metrics") for _ in range(20)))
    assert gathered == 1
