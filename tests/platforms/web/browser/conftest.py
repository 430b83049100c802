"""The page served on loopback over the bundled stories, and a browser that looks at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from bot.newsroom.newsroom import Newsroom
from tests.platforms.web.browser.chromium import find_chromium, launched
from tests.platforms.web.serving import serving
from tests.platforms.web.studios import site_of
from tests.running import ROOT
from tests.waiting import HANGS_AFTER_S

AFTERWARDS = datetime(2026, 1, 15, 12, tzinfo=UTC)

Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=1000 * HANGS_AFTER_S)
    async with launched(find_chromium()) as browser:
        yield browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def address() -> AsyncIterator[str]:
    """Where the page is served."""
    newsroom = Newsroom(ROOT / "content")
    assert newsroom.load() == []
    async with serving(site_of(*newsroom.library.stories, now=AFTERWARDS)) as (address, _):
        yield address.rstrip("/")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def profile(browser: Browser, address: str) -> AsyncIterator[BrowserContext]:
    """One profile for all tests, as a new one costs more than most of them."""
    profile = await browser.new_context(locale="en-GB", timezone_id="Europe/Sarajevo")
    profile.set_default_timeout(1000 * HANGS_AFTER_S)
    await (await profile.new_page()).goto(f"{address}/static/site.css")  # what all pages share lasts while this is open
    yield profile
    await profile.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(profile: BrowserContext) -> AsyncIterator[BrowserContext]:
    """Somebody who was never here before; the pages that they open are closed."""
    await profile.clear_cookies()  # the page keeps nothing else in a browser
    before = list(profile.pages)
    yield profile
    for page in profile.pages:
        if page not in before:
            await page.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(visitor: BrowserContext, address: str) -> AsyncIterator[Open]:
    """Opens pages for a visitor; none of them may complain."""
    complaints: list[str] = []

    async def open_one(path: str, width: int = 1280, **preferred: Any) -> Page:
        page = await visitor.new_page()
        await page.set_viewport_size({"width": width, "height": 900})
        await page.emulate_media(**preferred)
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address + path)
        await expect(page.locator("body[data-ready]")).to_be_attached()
        return page

    yield open_one
    assert complaints == []


def _is_complaint(said: ConsoleMessage) -> bool:
    """Whether the browser objects to something; that a plan was refused is an answer like others."""
    return said.type == "error" and "status of 422" not in said.text


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The colours that the device prefers."""
    return str(request.param)
