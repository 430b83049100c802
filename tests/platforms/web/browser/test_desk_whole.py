"""The desk over the whole bot: an article becomes a story, its event is postponed, and the posts change."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from bot.app import running
from bot.app.platforms import PLATFORMS
from bot.storage.database import open_database
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from tests.platforms.toy import Toy, ToySettings
from tests.platforms.web.browser.panes import last, pane, slash, write
from tests.platforms.web.browser.working import go, paste, publish, work_off
from tests.platforms.web.desk.articles import LIBRARY
from tests.waiting import hang_guard

pytestmark = pytest.mark.asyncio(loop_scope="session")

BEFORE, DUE = "2031-04-21T09:00", "2031-05-03T09:00"  # when the reminder of a day before goes out


@pytest_asyncio.fixture(loop_scope="session")
async def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Toy:
    """A platform that is a list, and a folder without stories."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    await has_planned(tmp_path)
    return Toy()


async def has_planned(folder: Path) -> None:
    """A bot that is stopped before its first look has promised nothing; with this, it has."""
    engine = open_database(f"sqlite:///{folder}/newspeg.as-of.db")
    await migrate(engine)
    await SqlPlanningLedger(engine).has_planned(datetime.fromisoformat(BEFORE).replace(tzinfo=UTC))
    await engine.dispose()


@asynccontextmanager
async def serving(toy: Toy, as_of: str) -> AsyncIterator[str]:
    """The whole bot, told to stop as a process is; where its page is."""
    settings = ToySettings.model_validate(
        {"content": "content", "toy_token": "wooden", "toy_api_url": "here", "web_port": "0", "as_of": as_of}
    )
    addresses: asyncio.Queue[str] = asyncio.Queue()
    platforms = [*PLATFORMS, toy.platform]
    async with hang_guard(), asyncio.TaskGroup() as group:
        group.create_task(running.run(settings, (), lambda address, _: addresses.put_nowait(address), platforms))
        yield (await addresses.get()).rstrip("/")
        os.kill(os.getpid(), signal.SIGTERM)


async def test_an_article_is_published_asked_about_and_its_event_postponed(
    visitor: BrowserContext, toy: Toy, tmp_path: Path
) -> None:
    page = await visitor.new_page()
    async with serving(toy, BEFORE) as address:
        await paste(page, address, LIBRARY)
        slug = page.url.rpartition("/")[2]
        await page.keyboard.press("1")  # the article is our own
        await work_off(page)
        await publish(page)
        assert "status: published" in (tmp_path / "content" / slug / "story.yaml").read_text("utf-8")
        await asked_in_both_panes(page, address)
        toy.said.put_nowait("/subscribe")
        assert "3 May 2031" in (await toy.next())[1]
    async with serving(toy, DUE) as address:
        assert "tomorrow" in (await toy.next())[1]
        await go(page, f"{address}/desk/{slug}")
        await page.locator(".items.events .item", has=page.locator(".when", has_text="4 May 2031")).press("t")
        await page.get_by_label("Why, for readers").fill("The shelves are late.")
        await page.get_by_label("Who reports it").fill("Halvik Courier")
        await page.get_by_role("button", name="See whom it reaches").click()
        reach = page.get_by_role("dialog", name="Whom this reaches")
        await expect(reach).to_contain_text("1 chat told, 1 post edited")
        await expect(reach).to_contain_text("postponed")
        assert "postponed" not in (tmp_path / "content" / slug / "story.yaml").read_text("utf-8")
        await reach.get_by_role("button", name="Do it").click()
        done = {await toy.next(), await toy.next()}
        assert {how for how, _ in done} == {"reply", "edit"}
        assert all("postponed" in words for _, words in done)
        await go(page, f"{address}/posts")
        await expect(page.get_by_role("row", name="edited")).to_be_visible()
    await page.close()


async def asked_in_both_panes(page: Page, address: str) -> None:
    await go(page, f"{address}/preview")
    await write(page, "/when")
    await slash(page, "when")
    for name in ("Telegram", "Discord"):
        await expect(last(pane(page, name))).to_contain_text("4 May 2031")
