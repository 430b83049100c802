"""Editors log in by name; while there are any, the page's own password opens all but the desk."""

import httpx
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.platforms.web import login
from bot.platforms.web.application import Part, build_application
from bot.platforms.web.pages import Pages
from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.hosts import Hosts
from bot.platforms.web.safety.visitors import visitor_of
from bot.runtime.passwords import Editors, entries_in, entry_for
from tests.platforms.web.sites import PASSWORD, PROBE, Seconds, browser, log_in, token

EDITORS = entries_in(entry_for("ana", "a long word"))


def site(password: str | None = PASSWORD, *, by_name: bool = True) -> ASGIApp:
    """A site that tells under which name its visitor works at the desk."""
    entrance = Entrance(password, Seconds(), editors=Editors(EDITORS) if by_name else None)

    async def desk(request: Request) -> Response:
        return PlainTextResponse(repr(entrance.desk_of(visitor_of(request))))

    pages = Pages(None)
    parts = [PROBE, Part([Route("/who", desk)], "Desk", "/who"), Part(login.routes(pages, entrance))]
    return build_application(parts, pages, Hosts("127.0.0.1", None), entrance)


async def enter(client: httpx.AsyncClient, name: str, password: str) -> httpx.Response:
    form = {"csrf": await token(client), "name": name, "password": password, "next": "/who"}
    return await client.post("/login", data=form)


async def test_an_editor_works_at_the_desk_under_the_own_name() -> None:
    async with browser(site()) as client:
        assert (await client.get("/who")).status_code == 303
        assert (await enter(client, "ana", "a long word")).status_code == 303
        assert (await client.get("/who")).text == "'ana'"
        assert (await client.get("/login")).headers["location"] == "/"


async def test_the_password_of_the_page_opens_all_but_the_desk() -> None:
    async with browser(site()) as client:
        assert (await log_in(client)).status_code == 303
        assert (await client.get("/probe")).status_code == 200
        assert (await client.get("/who")).text == "None"
        assert 'name="name"' in (await client.get("/login")).text, "who has no name yet may log in by name"


async def test_a_name_needs_its_own_password() -> None:
    async with browser(site()) as client:
        for name, password in (("ana", PASSWORD), ("ivo", "a long word"), ("", "a long word")):
            refused = await enter(client, name, password)
            assert refused.status_code == 403
            assert password not in refused.text


async def test_a_page_without_a_password_still_asks_for_a_name_at_the_desk() -> None:
    async with browser(site(None)) as client:
        assert (await client.get("/probe")).status_code == 200
        assert (await client.get("/who")).text == "None"
        await enter(client, "ana", "a long word")
        assert (await client.get("/who")).text == "'ana'"


async def test_without_names_whoever_sees_the_page_works_at_the_desk() -> None:
    async with browser(site(None, by_name=False)) as client:
        assert (await client.get("/who")).text == "''"
    async with browser(site(by_name=False)) as client:
        await log_in(client)
        assert (await client.get("/who")).text == "''"
        assert 'name="name"' not in (await client.get("/who")).text
