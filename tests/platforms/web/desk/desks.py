"""The desk behind the real door, over a newsroom in memory or any other."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import httpx
from starlette.requests import HTTPConnection

from bot.app.page import build_studio
from bot.core.editing.reach import Reach, Text
from bot.core.stories.dates import EdtfDate
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.platforms.web.application import Part
from bot.platforms.web.desk import routes as desk
from bot.platforms.web.desk.tools import Tools
from bot.platforms.web.pages import Pages
from bot.platforms.web.preview import routes as preview
from bot.platforms.web.safety.visitors import visitor_of
from bot.runtime.catalogues import Catalogues
from tests.platforms.web.desk.memory import MemoryLog, MemoryManuscripts
from tests.platforms.web.sites import Site, browser
from tests.platforms.web.studios import NOW
from tests.stories import HARBOUR

REACH = Reach(withdrawn=2, told=214, edited=341, texts=(Text("told", "The opening was postponed.", 214),))


def harbour_file(**changes: Any) -> str:
    """The story of the bridge as a file."""
    data = {key: value for key, value in {**HARBOUR, **changes}.items() if key != "slug"}
    return json.dumps(data, ensure_ascii=False, indent=1)


async def find_reach(before: Story | None, after: Story | None) -> Reach:
    """Whom it reaches: everybody, whenever readers have another story than before."""
    return REACH if before != after else Reach()


def read_date(text: str, today: date, zone: str, language: str) -> EdtfDate | None:
    """A date as it is written in a file, and no other."""
    del today, zone, language
    try:
        return EdtfDate.parse(text)
    except ValueError:
        return None


async def former(version: str) -> Story | None:
    """No version is kept."""
    return dict[str, Story]().get(version)


def editor_of(request: HTTPConnection) -> str | None:
    """Whoever is logged in, under the name that the browser brings."""
    return request.headers.get("x-name", "Ana") if visitor_of(request).is_editor else None


def tools_over(manuscripts: MemoryManuscripts | None = None, **others: Any) -> Tools:
    """What the desk works with, over the story of the bridge unless there is another newsroom."""
    parts: dict[str, Any] = {
        "manuscripts": manuscripts or MemoryManuscripts(harbour=harbour_file()),
        "log": MemoryLog(),
        "find_reach": find_reach,
        "read_date": read_date,
        "languages": Catalogues(),
        "clock": lambda: datetime(2031, 3, 2, 9, tzinfo=UTC),
        "editor_of": editor_of,
        "former": former,
    }
    return Tools(**{**parts, **others})


def site_of(tools: Tools, *, password: str | None = None) -> Site:
    """The desk and the preview that it uses."""

    def parts(pages: Pages) -> list[Part]:
        studio = replace(build_studio(lambda: Library(()), Catalogues(), lambda: NOW), drafted=tools.drafted)
        return [
            Part(preview.routes(pages, studio), "Preview", "/preview"),
            Part(desk.routes(pages, tools, lambda: studio.shown), "Desk", "/desk"),
        ]

    return Site(parts, password=password)


class Editor:
    """An editor's browser with a page of the desk open."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._token = token

    async def get(self, path: str) -> httpx.Response:
        return await self._client.get(path)

    async def post(self, path: str, body: Mapping[str, Any] | str) -> httpx.Response:
        """Send what a script of the page sends."""
        content = body if isinstance(body, str) else json.dumps(body)
        return await self._client.post(path, headers={"x-csrf-token": self._token}, content=content)

    async def shown(self, slug: str) -> Any:
        """The story as the page has it."""
        return (await self.get(f"/desk/{slug}/manuscript")).json()

    async def change(self, slug: str, *operations: Mapping[str, Any], **more: Any) -> httpx.Response:
        """Make changes to the story as it stands now."""
        digest = more.pop("digest", None) or (await self.shown(slug))["digest"]
        return await self.post(f"/desk/{slug}/change", {"digest": digest, "operations": operations, **more})


@asynccontextmanager
async def editor(tools: Tools) -> AsyncIterator[Editor]:
    """Somebody who has opened the desk."""
    async with browser(site_of(tools)) as client:
        yield await sit_down(client)


async def sit_down(client: httpx.AsyncClient, **headers: str) -> Editor:
    """Open the desk; its scripts know its token."""
    client.headers.update(headers)
    token = re.search(r'name="csrf-token" content="([A-Za-z0-9_-]+)"', (await client.get("/desk")).text)
    assert token
    return Editor(client, token[1])
