"""Draws the pictures for the README anew, of the real command: `uv run python -m tests.screenshots`."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from playwright.async_api import Locator, Page, expect

from tests.platforms.web.browser.chromium import find_chromium, launched
from tests.running import NEWSPEG, ROOT, environment

FOLDER = ROOT / "docs"
WIDTH, HEIGHT = 1200, 900
AS_OF = "2022-09-24T09:00"


async def preview(page: Page) -> Locator:
    """Both panes with an answer to the same question."""
    telegram, discord = (page.get_by_role("region", name=name) for name in ("Telegram", "Discord"))
    await telegram.get_by_role("combobox").fill("/when election")
    await telegram.get_by_role("button", name="Send").click()
    await discord.get_by_role("combobox").fill("/when")
    await discord.get_by_role("button", name="Send").click()
    await discord.get_by_label("event", exact=True).fill("election")
    await discord.get_by_role("button", name="Send").click()
    for pane in (telegram, discord):
        await expect(pane.locator(".message").last).to_contain_text("Election")
    await page.get_by_role("heading", name="Preview").click()
    return page.locator("body")


async def calendar(page: Page) -> Locator:
    """November's calendar, once the match is cancelled."""
    await page.get_by_text("Days, sample chat, outage").click()
    await page.get_by_label("From", exact=True).fill("2022-11-07")
    await page.get_by_label("Until", exact=True).fill("2022-11-21")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.locator("#readout")).to_contain_text("November")
    await page.get_by_label("As of (UTC)").first.fill("2022-11-13T10:00")
    await page.get_by_role("group", name="Football match").get_by_label("Cancelled").check()
    await expect(page.locator("#calendar .withdrawn")).to_have_count(2)
    await page.locator(".player").evaluate("player => (player.style.position = 'static')")
    await page.locator(".planning").evaluate("planning => (planning.style.padding = '1rem')")
    return page.locator(".planning")


async def timeline(page: Page) -> Locator:
    """What a story tells with a date, in order."""
    return page.locator("svg.timeline")


PICTURES: Mapping[str, tuple[str, Callable[[Page], Awaitable[Locator]]]] = {
    "preview": ("preview", preview),
    "calendar": ("rehearse", calendar),
    "timeline": ("stories/dodik-in-moscow", timeline),
}
"""By name: which page, and what is done there before which part of it is drawn."""


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """The command in a folder of its own; where its page is."""
    with tempfile.TemporaryDirectory() as folder:
        running = await asyncio.create_subprocess_exec(
            *NEWSPEG, "run", cwd=folder, env=environment(as_of=AS_OF), stdout=asyncio.subprocess.PIPE
        )
        assert running.stdout
        yield (await running.stdout.readline()).decode().split()[-1]
        running.terminate()
        await running.communicate()


async def main() -> None:
    """Draw every picture."""
    FOLDER.mkdir(exist_ok=True)
    async with serving() as address, launched(find_chromium()) as browser:
        for name, (path, prepare) in PICTURES.items():
            page = await browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT},
                color_scheme="light",
                locale="en-GB",
                timezone_id="Europe/Sarajevo",
            )
            await page.goto(address + path)
            if await page.locator("script[src]").count():  # a page without one is ready as it comes
                await expect(page.locator("body[data-ready]")).to_be_attached()
            await (await prepare(page)).screenshot(path=FOLDER / f"{name}.png")
            await page.close()


if __name__ == "__main__":
    asyncio.run(main())
