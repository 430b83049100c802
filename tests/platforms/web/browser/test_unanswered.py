"""The list of unanswered questions in a browser: for everyone, on a phone too; one press deletes one."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from bot.storage.database import open_database
from bot.storage.unanswered import SqlUnanswered
from tests.platforms.web.browser.chromium import accessibility_problems
from tests.platforms.web.serving import serving
from tests.platforms.web.test_unanswered import ASKED, site_of
from tests.storage.conftest import sqlite_template

__all__ = ["sqlite_template"]

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = 360


@pytest_asyncio.fixture(loop_scope="session")
async def page(visitor: BrowserContext, sqlite_template: Path, tmp_path: Path, scheme: Any) -> AsyncIterator[Page]:
    """The list of three questions, opened on a phone."""
    engine = open_database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}")
    store = SqlUnanswered(engine)
    await store.add(ASKED)
    async with serving(site_of(store)) as (address, _):
        opened = await visitor.new_page()
        await opened.set_viewport_size({"width": PHONE, "height": 900})
        await opened.emulate_media(color_scheme=scheme)
        await opened.goto(f"{address}unanswered")
        yield opened
        await opened.close()
    await engine.dispose()


async def test_it_is_for_everyone_and_one_press_deletes_one(page: Page) -> None:
    assert await accessibility_problems(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE
    items = page.get_by_role("main").get_by_role("listitem")
    await expect(items).to_have_count(len(ASKED))
    await items.filter(has_text="Why did it go?").get_by_role("button", name="Delete").click()
    await expect(items).to_have_count(len(ASKED) - 1)
    await expect(page.get_by_text("Why did it go?")).to_have_count(0)
