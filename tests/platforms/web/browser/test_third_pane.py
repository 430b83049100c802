"""The pane of a platform for which the page has no drawing of its own."""

import pytest
from playwright.async_api import BrowserContext, expect

from tests.platforms.toy import Toy
from tests.platforms.web.browser.panes import last, pane
from tests.platforms.web.serving import serving
from tests.platforms.web.studios import site_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_shows_messages_as_they_are_sent(visitor: BrowserContext) -> None:
    async with serving(site_of(platforms=[Toy().platform])) as (address, _):
        page = await visitor.new_page()
        await page.goto(f"{address.rstrip('/')}/preview")
        toy = pane(page, "Toy")
        await expect(last(toy)).to_contain_text("I answer questions about a news story.")
        await toy.get_by_label("Message to the bot on Toy").fill("/who aydin")
        await toy.get_by_role("button", name="Send").click()
        await expect(last(toy)).to_contain_text("Leyla Ayd")
        await page.close()
