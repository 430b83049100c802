"""The parts of the page for everyone: WCAG 2.2 A and AA as far as axe-core can tell, and a phone's width."""

import pytest
from playwright.async_api import expect

from tests.platforms.web.browser.chromium import accessibility_problems
from tests.platforms.web.browser.conftest import Open
from tests.platforms.web.browser.panes import last, pane, slash, write

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = 360


@pytest.mark.parametrize("width", [PHONE, 1280])
async def test_preview(open_page: Open, scheme: str, width: int) -> None:
    page = await open_page("/preview", width, color_scheme=scheme)
    await page.get_by_label("Show payloads").check()
    discord, telegram = pane(page, "Discord"), pane(page, "Telegram")
    await discord.get_by_role("tab", name="#news").click()
    await slash(page, "who")
    await slash(page, "privacy")
    await expect(last(discord)).to_contain_text("Only you can see this")
    await write(page, "/calendar")
    await expect(last(telegram).locator(".file")).to_be_visible()
    await write(page, "/when")
    await write(page, "/facts", "Discord")
    await telegram.get_by_role("combobox").fill("/who do")
    await expect(telegram.get_by_role("option").first).to_be_visible()
    await page.keyboard.press("ArrowDown")
    assert await accessibility_problems(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, 1280])
async def test_rehearsal(open_page: Open, scheme: str, width: int) -> None:
    page = await open_page("/rehearse", width, color_scheme=scheme)
    await page.get_by_label("As of (UTC)").fill("2022-11-13T10:00")
    await page.get_by_text("Days, sample chat, outage").click()
    for view in ("Month", "Agenda"):
        await page.get_by_label(view).check()
        match = page.get_by_role("group", name="Football match")
        await match.get_by_label("Cancelled").check()
        await expect(page.locator("#calendar .withdrawn")).to_have_count(2)
        assert await accessibility_problems(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_without_motion_it_plays_as_well(open_page: Open) -> None:
    page = await open_page("/rehearse", reduced_motion="reduce")
    await page.get_by_label("Speed").select_option("a month a second")
    await page.get_by_role("button", name="Play").press("Enter")
    await expect(page.locator("#arrived")).to_have_text("9 of 9 posts")
