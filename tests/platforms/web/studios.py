"""Preview and rehearsal behind the real door, and a browser that asks as their scripts do."""

import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx

from bot.app.page import build_studio
from bot.app.platforms import PLATFORMS
from bot.core.asking.platform import Platform
from bot.core.posting.subscribers import Subscriber
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.platforms.web.application import Part
from bot.platforms.web.pages import Pages
from bot.platforms.web.preview import routes as preview
from bot.platforms.web.rehearse import routes as rehearse
from bot.runtime.catalogues import Catalogues
from tests.platforms.web.sites import Site, browser
from tests.stories import harbour

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
STORIES = (harbour(),)


def site_of(
    *stories: Story,
    subscribers: Sequence[Subscriber] = (),
    now: datetime = NOW,
    password: str | None = None,
    platforms: Sequence[Platform] = PLATFORMS,
) -> Site:
    """Both parts over these stories; where none is given, over those of most tests."""
    library = Library(stories or STORIES)

    async def subscribed(most: int) -> Sequence[Subscriber]:
        return subscribers[:most]

    def parts(pages: Pages) -> list[Part]:
        studio = build_studio(lambda: library, Catalogues(), lambda: now, platforms)
        return [
            Part(preview.routes(pages, studio), "Preview", "/preview"),
            Part(rehearse.routes(pages, studio, subscribed), "Rehearse", "/rehearse"),
        ]

    return Site(parts, password=password)


class Visitor:
    """One browser with its page open."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._token = token

    async def post(self, path: str, body: dict[str, Any] | str) -> httpx.Response:
        """Ask as a script of the page does."""
        content = body if isinstance(body, str) else json.dumps(body)
        return await self._client.post(path, headers={"x-csrf-token": self._token}, content=content)

    async def ask(self, path: str, **body: Any) -> Any:
        """What the server answers."""
        answer = await self.post(path, body)
        assert answer.status_code == 200, answer.text
        return answer.json()


@asynccontextmanager
async def visitor(site: Site | None = None, page: str = "/preview") -> AsyncIterator[Visitor]:
    """Somebody who has opened a page."""
    async with browser(site or site_of()) as client:
        yield await open_page(client, page)


async def open_page(client: httpx.AsyncClient, page: str = "/preview") -> Visitor:
    """Open a page; its scripts know its token."""
    shown = await client.get(page)
    token = re.search(r'name="csrf-token" content="([A-Za-z0-9_-]+)"', shown.text)
    assert token
    return Visitor(client, token[1])
