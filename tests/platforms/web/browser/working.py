"""What an editor does at the desk, by what a person sees of it."""

from playwright.async_api import Page, expect


async def go(page: Page, address: str) -> None:
    """Open a page, and wait for its scripts."""
    await page.goto(address)
    await expect(page.locator("body[data-ready]")).to_be_attached()


async def paste(page: Page, address: str, article: str) -> None:
    """Have a draft made of an article, and wait for it."""
    await go(page, f"{address}/desk")
    await page.get_by_label("Article, or its address").fill(article)
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".item.current")).to_be_visible()


async def work_off(page: Page) -> None:
    """Accept whatever is to be reviewed, one after the other."""
    words = page.locator("#progress-words")
    while (before := await words.inner_text()) != "Nothing left to review":
        await page.keyboard.press("a")
        await expect(words).not_to_have_text(before)


async def publish(page: Page) -> None:
    """Publish the story, having seen whom it reaches."""
    await page.keyboard.press("Shift+P")
    await expect(page.get_by_role("dialog", name="Whom this reaches")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.locator("#status")).to_have_text("published")
