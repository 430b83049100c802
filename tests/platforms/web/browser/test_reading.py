"""The story pages and the login in a real browser: for everyone, on a phone too, and within the page's own policy."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, ConsoleMessage, Page, expect

from tests.platforms.web.browser.chromium import accessibility_problems
from tests.platforms.web.serving import serving
from tests.platforms.web.sites import PASSWORD
from tests.platforms.web.stories.pages import hostile, site_of
from tests.stories import harbour, seasons

pytestmark = pytest.mark.asyncio(loop_scope="session")

Visit = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def guarded() -> AsyncIterator[str]:
    """Where a page that asks for a password is served."""
    corrected = [{"id": "length", "date": "2031-03-02", "text": "It is 900 metres long, not 800."}]
    stories = (harbour(corrections=corrected), hostile(), seasons(status="retracted"))
    async with serving(site_of(*stories, password=PASSWORD)) as (address, _):
        yield address.rstrip("/")


@pytest_asyncio.fixture(loop_scope="session")
async def visit(visitor: BrowserContext, guarded: str, scheme: Any) -> AsyncIterator[Visit]:
    """Goes to a page; none may break the page's policy, or run a script of a story's."""
    complaints: list[str] = []

    async def go(path: str, width: int = 1280) -> Page:
        page = await visitor.new_page()
        await page.set_viewport_size({"width": width, "height": 900})
        await page.emulate_media(color_scheme=scheme)
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        await page.goto(guarded + path)
        return page

    yield go
    assert complaints == []


def _is_complaint(said: ConsoleMessage) -> bool:
    """Whether the browser objects to something; a page with another status than 200 is no fault."""
    return said.type == "error" and "Failed to load resource" not in said.text


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["/stories", "/stories/harbour", "/stories/hostile", "/stories/seasons", "/stories/nowhere", "/login"]
)
async def test_every_page_is_for_everyone(visit: Visit, path: str, width: int) -> None:
    page = await visit(path, width)
    assert await accessibility_problems(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_the_timeline_has_a_name_and_its_words_in_a_list(visit: Visit) -> None:
    page = await visit("/stories/harbour")
    picture = page.get_by_role("img", name="Timeline of “Harbour bridge nears its opening”")
    await expect(picture).to_be_visible()
    await page.get_by_text("The timeline as a list").press("Enter")
    await expect(page.get_by_role("listitem").filter(has_text="Opening of the bridge").first).to_be_visible()


async def test_the_content_is_one_key_away(visit: Visit) -> None:
    page = await visit("/stories/harbour")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("main")).to_be_focused()


async def test_one_is_refused_and_let_in_by_keyboard(visit: Visit) -> None:
    page = await visit("/probe")
    await expect(page.get_by_label("Password")).to_be_focused()
    await page.keyboard.type("guess")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_have_text("That is not the password.")
    assert await accessibility_problems(page) == []
    await page.get_by_label("Password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(page.url.replace("/login", "/probe").partition("?")[0])
    await page.goto(page.url.replace("/probe", "/stories/harbour"))
    await expect(page.get_by_role("heading", name="What the check says")).to_be_visible()
    assert await accessibility_problems(page) == []
    await page.get_by_role("button", name="Log out").click()
    await expect(page.get_by_label("Password")).to_be_visible()
