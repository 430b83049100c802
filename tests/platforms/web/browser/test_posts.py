"""The ledger in a browser: what changes while somebody looks, and what they press."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Locator, Page, expect

from bot.core.posting.chats import ChatKey
from bot.core.posting.posts import Step
from bot.platforms.web.streams import Streams
from bot.storage.database import open_database
from tests.platforms.web.browser.chromium import accessibility_problems
from tests.platforms.web.posts.pages import HOSTILE, site_of
from tests.platforms.web.serving import serving
from tests.storage.books import CHATS, LEASE, PLANNED, Books
from tests.storage.conftest import sqlite_template

__all__ = ["sqlite_template"]

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = 360


@pytest_asyncio.fixture(loop_scope="session")
async def books(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Books]:
    engine = open_database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}")
    kept = Books(engine)
    await kept.write_to(*CHATS)
    yield kept
    await engine.dispose()


@pytest_asyncio.fixture(loop_scope="session")
async def page(visitor: BrowserContext, books: Books) -> AsyncIterator[Page]:
    """The page of posts, opened; it may not complain."""
    streams = Streams()
    complaints: list[str] = []
    async with serving(site_of(books, streams), streams) as (address, _):
        opened = await visitor.new_page()
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        await opened.goto(f"{address}posts")
        await expect(opened.locator("body[data-ready]")).to_be_attached()
        yield opened
        await opened.close()
    assert complaints == []


def row(page: Page, chat: ChatKey) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_text(chat.id, exact=True))


async def test_a_post_changes_its_state_while_one_looks(page: Page, books: Books) -> None:
    [post, *_] = await books.overview.posts()
    shown = row(page, post.chat)
    await expect(shown).to_contain_text("pending")
    await books.delivery.claim({post.id: "v"}, "one", PLANNED.at, LEASE)
    await expect(shown).to_contain_text("sending")
    await expect(shown.get_by_role("button")).to_have_count(0)
    await books.delivery.record([(post, Step("failed", HOSTILE))])
    await expect(shown).to_contain_text("failed")
    await expect(shown).to_contain_text("<img src=x onerror=f(2)>")
    await shown.get_by_role("button", name="Retry").click()
    await expect(page.get_by_role("status").filter(has_text="It will be tried again.")).to_be_visible()
    await expect(shown).to_contain_text("pending")


async def test_posting_is_paused_and_resumed(page: Page, books: Books) -> None:
    await page.get_by_role("button", name="Pause").click()
    await expect(page.get_by_text("Posting is paused: nothing goes out.")).to_be_visible()
    assert await books.is_paused()
    await page.get_by_role("button", name="Resume").click()
    await expect(page.get_by_text("Posting goes on.")).to_be_visible()
    assert not await books.is_paused()


async def test_a_post_is_withdrawn_by_keyboard_once_that_is_confirmed(page: Page, books: Books) -> None:
    shown = row(page, CHATS[1])
    button = shown.get_by_role("button", name="Withdraw")
    await button.focus()
    page.once("dialog", lambda dialog: dialog.dismiss())
    await page.keyboard.press("Enter")
    await expect(shown).to_contain_text("pending")
    page.once("dialog", lambda dialog: dialog.accept())
    await page.keyboard.press("Enter")
    await expect(shown).to_contain_text("an editor withdrew it")
    assert {post.state for post in await books.overview.posts() if post.chat == CHATS[1]} == {"withdrawn"}


async def test_what_is_sought_is_shown_alone_and_stands_in_the_address(page: Page, books: Books) -> None:
    await books.set(1, state="sent", late=True)
    await page.get_by_label("State").select_option("sent")
    await expect(page.get_by_role("row")).to_have_count(2)
    await expect(row(page, CHATS[0])).to_contain_text("late")
    await page.reload()
    await expect(page.get_by_role("row")).to_have_count(2)
    await page.get_by_label("Search").fill("no such thing")
    await expect(page.get_by_text("There are no such posts.")).to_be_visible()
    assert page.url.endswith("?state=sent&q=no+such+thing")


async def test_new_posts_come_by_themselves_but_not_under_the_pointer(page: Page, books: Books) -> None:
    await books.write_to(ChatKey("discord", "first"))
    await expect(row(page, ChatKey("discord", "first"))).to_be_visible()
    await row(page, CHATS[0]).hover()
    await books.write_to(ChatKey("discord", "second"))
    await expect(page.get_by_text("There is something new.")).to_be_visible()
    await expect(row(page, ChatKey("discord", "second"))).to_have_count(0)
    await page.get_by_role("button", name="Show it").click()
    await expect(row(page, ChatKey("discord", "second"))).to_be_visible()


async def test_the_states_are_counted_and_show_their_posts(page: Page, books: Books) -> None:
    await expect(page.get_by_role("button", name="3 pending")).to_be_visible()
    await books.set(1, state="failed", reason="no rights")
    failed = page.get_by_role("button", name="1 failed")
    await failed.click()
    await expect(failed).to_have_attribute("aria-pressed", "true")
    await expect(page.get_by_label("State")).to_have_value("failed")
    await expect(page.get_by_role("row")).to_have_count(2)
    await failed.click()
    await expect(page.get_by_role("row")).to_have_count(4)


async def test_whoever_is_logged_out_meanwhile_is_told(page: Page) -> None:
    await page.route("**/posts/stream*", lambda route: route.fulfill(status=401, body="Log in first."))
    await page.get_by_label("State").select_option("sent")
    await expect(page.get_by_role("alert")).to_have_text("Your session has ended: load the page anew, and log in.")


async def test_an_empty_ledger_says_what_will_stand_there(page: Page, books: Books) -> None:
    for chat in CHATS:
        await books.chats.forget(chat)
    await expect(page.get_by_text("Nothing was posted yet.")).to_be_visible()
    await page.get_by_label("State").select_option("sent")
    await expect(page.get_by_text("There are no such posts.")).to_be_visible()


async def test_older_posts_are_a_press_away(page: Page, books: Books) -> None:
    await books.write_to(*(ChatKey("discord", f"chat {number}") for number in range(60)))
    await expect(row(page, ChatKey("discord", "chat 59"))).to_be_visible()
    await page.get_by_role("button", name="Older").click()
    await expect(row(page, CHATS[0])).to_be_visible()
    await expect(page.get_by_role("row")).to_have_count(14)
    await page.get_by_role("button", name="Newest").click()
    await expect(row(page, ChatKey("discord", "chat 59"))).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, 1280])
async def test_it_is_for_everyone(page: Page, books: Books, scheme: str, width: int) -> None:
    for post, state in ((1, "failed"), (2, "unknown"), (3, "sent")):
        await books.set(post, state=state, reason="because", late=True, repair="edited", repair_reason="corrected: one")
    await page.set_viewport_size({"width": width, "height": 900})
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await expect(row(page, CHATS[2])).to_contain_text("edited")
    assert await accessibility_problems(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
