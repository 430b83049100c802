"""The machine's own Chromium: no test downloads one. Where there is none, tests are skipped, and in CI they fail."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

import pytest
from playwright.async_api import Browser, Page, async_playwright

from tests.waiting import HANGS_AFTER_S

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def find_chromium() -> str:
    """Where it is."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("there is no Chromium: apt-get install chromium")
    pytest.skip("there is no Chromium to test the page with: apt-get install chromium")


@asynccontextmanager
async def launched(path: str) -> AsyncIterator[Browser]:
    """A browser without a window."""
    # Pages of one profile that are open at the same time share a process, which starts and compiles at a price.
    arguments = ["--process-per-site"]
    if os.geteuid() == 0:  # root, as in a container, has no sandbox; the pages are our own
        arguments.append("--no-sandbox")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=arguments, timeout=1000 * HANGS_AFTER_S)
        yield browser
        await browser.close()


async def accessibility_problems(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2, levels A and AA, once the page has its style sheets."""
    await page.wait_for_load_state("load")
    await page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = await page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", _RULES)
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
