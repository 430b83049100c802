import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.types import Message

from bot.platforms.web.safety import door
from bot.platforms.web.safety.door import LARGEST_BODY, POLICY, BodyRefused, read_body, read_form, replay
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


@pytest.mark.parametrize("made_up", ["", "=", "A", "A" * 43, "é", "\x00", "%ZZ", "A" * 5000])
async def test_a_made_up_token_changes_nothing(made_up: str) -> None:
    async with browser(Site(password=PASSWORD)) as client:
        await log_in(client)
        assert (await client.post("/probe", data={"csrf": made_up})).status_code == 403
        assert (await client.post("/probe", headers={CSRF.encode(): made_up.encode()})).status_code == 403


async def test_a_changed_token_changes_nothing() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        await log_in(client)
        given = await token(client, "/nowhere")
        assert (await client.post("/probe", data={"csrf": given})).status_code == 200
        for changed in (given[1:], given[:-1], given[::-1], f"{'B' if given[0] == 'A' else 'A'}{given[1:]}"):
            assert (await client.post("/probe", data={"csrf": changed})).status_code == 403


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
        for _ in range(LARGEST_BODY // 1000 + 1):
            yield b"x" * 1000

    async with browser(Site()) as client:
        assert (await client.post("/probe", content=b"x" * (LARGEST_BODY + 1))).status_code == 413
        assert (await client.post("/probe", content=drip())).status_code == 413
        lying = {"content-length": str(LARGEST_BODY + 1)}
        assert (await client.post("/probe", content=b"x", headers=lying)).status_code == 413


async def test_many_fields_are_no_form() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        given = await token(client)
        fields = "&".join([f"csrf={given}", *(f"f{n}=1" for n in range(1000))])
        headers = {"content-type": "application/x-www-form-urlencoded"}
        assert (await client.post("/login", content=fields, headers=headers)).status_code == 403


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def gone() -> Message:
    return {"type": "http.disconnect"}


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_LONGEST_BODY_S", 0)
    with pytest.raises(BodyRefused) as refused:
        await read_body(never, None)
    assert refused.value.status == 408


async def test_a_body_that_is_cut_off_is_none() -> None:
    with pytest.raises(BodyRefused) as refused:
        await read_body(gone, "5")
    assert refused.value.status == 400


async def test_what_was_read_is_handed_on_once() -> None:
    body = b"x" * LARGEST_BODY
    receive = replay(body, gone)
    assert await read_body(receive, str(LARGEST_BODY)) == body
    assert (await receive())["type"] == "http.disconnect"


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&".join([b"a=1"] * 200)])
def test_what_is_no_form_has_no_fields(body: bytes) -> None:
    assert read_form(body) == {}


def test_a_form_keeps_what_is_empty() -> None:
    assert read_form(b"a=&b=%C3%A9+x") == {"a": "", "b": "é x"}
