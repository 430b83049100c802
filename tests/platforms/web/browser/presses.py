"""Counts what an editor does by hand on a page: each key that is pressed and each click, over all pages of a tab."""

from playwright.async_api import Page

_COUNT = """
for (const kind of ["keydown", "pointerdown"]) {
  addEventListener(kind, (event) => {
    if (!event.isTrusted || event.repeat || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    sessionStorage.setItem("presses", Number(sessionStorage.getItem("presses") ?? 0) + 1);
  }, { capture: true });
}
"""


async def count_presses(page: Page) -> None:
    """Count from the next page on."""
    await page.add_init_script(_COUNT)


async def presses_of(page: Page) -> int:
    """How many there were."""
    return int(await page.evaluate("Number(sessionStorage.getItem('presses') ?? 0)"))
