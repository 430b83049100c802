import pytest

from tests.platforms.web.sites import browser, site_with_figures


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
