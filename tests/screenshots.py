"""Draws the pictures for the README anew, of the real command: `uv run python -m tests.screenshots`."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Locator, Page, expect
from sqlalchemy import update

from bot.core.posting.audiences import Audience
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.stories.leads import Lead
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database, writing
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from bot.storage.tables import posts
from tests.platforms.web.browser.chromium import find_chromium, launched
from tests.platforms.web.desk.articles import FERRY
from tests.running import NEWSPEG, ROOT, environment
from tests.storage.books import reminder
from tests.stories import bundled

FOLDER = ROOT / "docs"
WIDTH, HEIGHT = 1200, 900
AS_OF = "2022-09-24T09:00"
CHATS = 341


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


async def desk(page: Page) -> Page:
    """An article beside its draft, with one of its quotations at hand."""
    await page.get_by_label("Article, or its address").fill(FERRY)
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".item.current")).to_be_visible()
    await page.locator(".item[data-place='quotations.1']").focus()
    await expect(page.locator(".item.current .choice").first).to_be_visible()
    return page


async def change(page: Page) -> Page:
    """Whom it reaches that the match is cancelled, before that is saved."""
    match = page.locator(".items.events .item", has_text="Football match").first
    await match.focus()
    await page.keyboard.press("l")
    await page.get_by_label("Why, for readers").fill("The two associations could not agree on a stadium.")
    await page.get_by_label("Who reports it").fill("Reuters")
    await page.get_by_role("button", name="See whom it reaches").click()
    await expect(page.get_by_role("dialog", name="Whom this reaches")).to_be_visible()
    return page


PICTURES: Mapping[str, tuple[str, Callable[[Page], Awaitable[Locator | Page]]]] = {
    "preview": ("preview", preview),
    "desk": ("desk", desk),
    "change": ("desk/dodik-in-moscow", change),
    "calendar": ("rehearse", calendar),
    "timeline": ("stories/dodik-in-moscow", timeline),
}
"""By name: which page, and what is done there before which part of it is drawn."""


async def told_before(folder: Path) -> None:
    """Chats that follow the story, and were told of the match two months before it."""
    story = bundled()
    match = next(event for event in story.events if event.id == "match")
    planned = reminder(story, match, Lead.parse("P60D"))
    engine = open_database(f"sqlite:///{folder}/newspeg.as-of.db")
    await migrate(engine)
    chats, settings = SqlChatStore(engine), ChatSettings(leads="P60D,P7D,P1D")
    for number in range(CHATS):
        chat = ChatKey("discord" if number % 3 else "telegram", str(number))
        await chats.change(chat, {"leads": settings.leads})
        await chats.subscribe(chat, story.slug, planned.at - timedelta(days=1))
    ledger = SqlPlanningLedger(engine)
    await ledger.write(planned, Audience(story.slug, settings), state="sent", reason="", now=planned.at)
    async with writing(engine) as connection:
        await connection.execute(update(posts).values(version=story.version, message_id="1", sent_at=planned.at))
    await ledger.has_planned(planned.at)
    await engine.dispose()


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """The command in a folder of its own, with a copy of the stories; where its page is."""
    with tempfile.TemporaryDirectory() as folder:
        content = shutil.copytree(ROOT / "content", Path(folder) / "content")
        await told_before(Path(folder))
        running = await asyncio.create_subprocess_exec(
            *NEWSPEG,
            "run",
            cwd=folder,
            env=environment(as_of=AS_OF, content=str(content)),
            stdout=asyncio.subprocess.PIPE,
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
