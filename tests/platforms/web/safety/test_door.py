from collections.abc import AsyncIterator

import pytest

from bot.platforms.web.safety.bodies import LARGEST
from bot.platforms.web.safety.headers import POLICY
from tests.platforms.web.sites import PASSWORD, Site, browser, log_in, token

CSRF = "x-csrf-token"


@pytest.mark.parametrize("path", ["/probe", "/nowhere", "/failure", "/static/site.css", "/static/nothing", "/login"])
async def test_every_answer_is_protected(path: str) -> None:
    async with browser(Site(password=PASSWORD), may_fail=True) as client:
        await log_in(client)
        headers = (await client.get(path)).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "unsafe" not in POLICY


async def test_files_are_kept_by_the_browser_and_pages_are_not() -> None:
    async with browser(Site()) as client:
        first = await client.get("/static/site.css")
        again = await client.get("/static/site.css", headers={"if-none-match": first.headers["etag"]})
        assert first.headers["cache-control"] == again.headers["cache-control"] == "no-cache"
        assert again.status_code == 304
        assert (await client.get("/probe")).headers["cache-control"] == "no-store"


async def test_a_refusal_is_protected_too() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        for answer in (
            await client.get("/probe"),
            await client.post("/probe"),
            await client.get("/", headers={"host": "x"}),
        ):
            assert answer.headers["content-security-policy"] == POLICY


async def test_what_fails_tells_nothing_of_the_machine() -> None:
    async with browser(Site(), may_fail=True) as client:
        answer = await client.get("/failure")
    assert answer.status_code == 500
    assert "Internal Server Error" in answer.text
    assert "secret" not in answer.text


async def test_a_form_of_ours_may_change_something() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        await log_in(client)
        given = await token(client, "/nowhere")
        by_field = await client.post("/probe", data={"csrf": given, "said": "hello"})
        assert by_field.text.endswith("said=hello")
        by_header = await client.post("/probe", json={"said": "hello"}, headers={CSRF: given})
        assert by_header.json() == {"said": "hello"}


async def test_on_loopback_a_token_is_needed_as_well() -> None:
    async with browser(Site()) as client:
        page = await client.get("/nowhere")
        assert "set-cookie" not in page.headers  # no form, no token, no cookie
        assert (await client.post("/probe", data={"said": "hello"})).status_code == 403
        assert (await client.post("/probe", json={}, headers={CSRF: "0" * 64})).status_code == 403


async def test_a_token_of_another_browser_does_not_fit() -> None:
    application = Site(password=PASSWORD).build()
    async with browser(application) as one, browser(application) as other:
        await token(one)
        stolen = await token(other)
        answer = await one.post("/login", data={"csrf": stolen, "password": PASSWORD})
        assert answer.status_code == 403
        assert "load it again" in answer.text
        assert (await one.post("/login", data={"csrf": "", "password": PASSWORD})).status_code == 403


async def test_a_token_from_before_the_login_does_not_fit_after_it() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        before = await token(client)
        await log_in(client)
        assert (await client.post("/probe", data={"csrf": before})).status_code == 403


async def test_a_token_without_its_cookie_is_worth_nothing() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        given = await token(client)
        client.cookies.clear()
        assert (await client.post("/login", data={"csrf": given, "password": PASSWORD})).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
async def test_no_method_changes_anything_without_a_token(method: str) -> None:
    async with browser(Site()) as client:
        assert (await client.request(method, "/probe")).status_code == 403


async def test_a_token_in_the_address_counts_for_nothing() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        await log_in(client)
        given = await token(client, "/nowhere")
        assert (await client.post(f"/probe?csrf={given}")).status_code == 403
        plain = await client.post("/probe", content=f"csrf={given}", headers={"content-type": "text/plain"})
        assert plain.status_code == 403


async def test_a_large_body_is_refused_announced_or_not() -> None:
    async def drip() -> AsyncIterator[bytes]:
        for _ in range(LARGEST // 1000 + 1):
            yield b"x" * 1000

    async with browser(Site()) as client:
        assert (await client.post("/probe", content=b"x" * (LARGEST + 1))).status_code == 413
        assert (await client.post("/probe", content=drip())).status_code == 413
        lying = {"content-length": str(LARGEST + 1)}
        assert (await client.post("/probe", content=b"x", headers=lying)).status_code == 413


async def test_many_fields_are_no_form() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        given = await token(client)
        fields = "&".join([f"csrf={given}", *(f"f{n}=1" for n in range(1000))])
        headers = {"content-type": "application/x-www-form-urlencoded"}
        assert (await client.post("/login", content=fields, headers=headers)).status_code == 403
