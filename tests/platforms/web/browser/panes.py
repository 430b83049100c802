"""Both panes of the preview, by what a person sees of them."""

from playwright.async_api import Locator, Page


def pane(page: Page, name: str) -> Locator:
    """The pane of a platform."""
    return page.get_by_role("region", name=name)


def last(within: Locator) -> Locator:
    """The newest message of the chat that is shown."""
    return within.locator(".chat:not([hidden]) .message").last


async def write(page: Page, text: str, name: str = "Telegram") -> None:
    """Write into a chat and send it."""
    await pane(page, name).get_by_role("combobox").last.fill(text)
    await pane(page, name).get_by_role("button", name="Send").click()


async def slash(page: Page, command: str, **options: str) -> None:
    """A slash command on Discord."""
    await write(page, f"/{command}", "Discord")
    for name, value in options.items():
        await pane(page, "Discord").get_by_label(name, exact=True).fill(value)
    await pane(page, "Discord").get_by_role("button", name="Send").click()
