"""The desk in a browser: an article is worked off by keyboard, published, and nothing that an editor typed is lost."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from bot.newsroom.article import COPIED, copied_words, runs_in
from tests.platforms.web.browser.chromium import accessibility_problems
from tests.platforms.web.browser.panes import pane
from tests.platforms.web.browser.presses import count_presses, presses_of
from tests.platforms.web.browser.working import go, publish, work_off
from tests.platforms.web.desk.articles import FERRY
from tests.platforms.web.desk.desks import harbour_file, site_of, tools_over
from tests.platforms.web.desk.memory import MemoryManuscripts
from tests.platforms.web.serving import serving

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = 360
MOST_PRESSES = 60
COMPLAINTS_MEANT = ("status of 409", "status of 507", "status of 422")

ARTICLE = """Milltown votes on a new bridge

By Dana Whitlow

MILLTOWN, 4 March 2031 – The council of Milltown wants to build a second bridge over the river Ann. It has asked the \
voters to decide.

"We have waited long enough," said Mayor Petra Novak, who has led the town since 2022.

Tomas Brandt said the town could repair the old bridge for half the money.
"""


@pytest_asyncio.fixture(loop_scope="session")
async def newsroom() -> MemoryManuscripts:
    return MemoryManuscripts(harbour=harbour_file(), quay=harbour_file(status="draft", review="Was it then?"))


@pytest_asyncio.fixture(loop_scope="session")
async def here(newsroom: MemoryManuscripts) -> AsyncIterator[str]:
    async with serving(site_of(tools_over(newsroom))) as (address, _):
        yield address.rstrip("/")


@pytest_asyncio.fixture(loop_scope="session")
async def page(visitor: BrowserContext, here: str) -> AsyncIterator[Page]:
    """A page of the desk, which may not complain."""
    complaints: list[str] = []
    opened = await visitor.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await go(opened, f"{here}/desk")
    yield opened
    await opened.close()
    assert [each for each in complaints if not any(meant in each for meant in COMPLAINTS_MEANT)] == []


async def test_an_article_is_pasted_and_worked_off_by_keyboard(page: Page, newsroom: MemoryManuscripts) -> None:
    await page.get_by_label("Article, or its address").fill(ARTICLE)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("heading", name="Milltown votes on a new bridge")).to_be_visible()
    await expect(page.locator(".item.current .review")).to_contain_text("own words")
    await page.keyboard.press("1")
    await work_off(page)
    await page.keyboard.press("Shift+P")
    await expect(page.get_by_role("dialog", name="Whom this reaches")).to_contain_text("214 chats told")
    await page.keyboard.press("Enter")
    await expect(page.locator("#status")).to_have_text("published")
    [slug] = newsroom.articles
    assert '"status": "published"' in newsroom.texts[slug]
    await page.keyboard.press("u")
    await expect(page.locator("#status")).to_have_text("draft")


async def test_an_article_of_300_words_takes_at_most_60_presses_from_paste_to_published(page: Page, here: str) -> None:
    assert len(FERRY.split()) >= 300
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=here)
    await count_presses(page)
    await go(page, f"{here}/desk")
    await page.evaluate("text => navigator.clipboard.writeText(text)", FERRY)
    await page.get_by_label("Article, or its address").click()
    await page.keyboard.press("Control+V")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".item.current")).to_be_visible()
    await page.keyboard.press("1")  # the article is our own
    await work_off(page)
    await publish(page)
    assert 5 <= await presses_of(page) <= MOST_PRESSES


async def test_an_item_and_its_paragraph_light_each_other_up(page: Page) -> None:
    await page.get_by_label("Article, or its address").fill(ARTICLE)
    await page.get_by_role("button", name="Make a draft").click()
    fact = page.locator(".item[data-place^=quotations]").first
    await fact.focus()
    paragraph = page.locator(".paragraph", has_text="We have waited")
    await expect(paragraph).to_have_class("paragraph lit")
    await page.locator(".paragraph", has_text="Tomas Brandt").hover()
    await expect(page.locator(".item.lit", has_text="Tomas Brandt").first).to_be_visible()
    await expect(fact).not_to_have_class("lit")
    await paragraph.get_by_role("button").press("Enter")
    await expect(page.locator(".item:focus")).to_contain_text("We have waited")


async def test_a_rewrite_says_live_how_much_is_still_the_articles(page: Page) -> None:
    await page.get_by_label("Article, or its address").fill(ARTICLE)
    await page.keyboard.press("Control+Enter")
    await page.locator(".item[data-place='summary.0']").press("e")
    await expect(page.locator(".form :focus")).to_be_visible()
    count = page.locator(".copied")
    await expect(count).to_contain_text("words in a row are the article’s")
    await expect(count).to_have_class("copied soft fault")
    await page.keyboard.type("Milltown may get another bridge.")
    await expect(count).to_have_text("These words are our own.")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".item[data-place='summary.0']")).to_contain_text("Milltown may get another bridge.")


COUNT = """async ([paragraphs, texts]) => {
  const { Runs } = await import("/static/desk/copied.js");
  const runs = new Runs(paragraphs);
  return texts.map((text) => runs.longest(text));
}"""
LINES = (
    "“We” have waited long – enough, said the mayor's office; it'll cost 48 million euros in 2031.",
    "Градоначелница је рекла да „нема више времена“ и да мост мора да се затвори у петак.",
    "Straße und ΟΔΟΣ, snake_case, naïve café: a line with letters that fold in ways of their own 3½ ²",
)


async def test_the_page_counts_copied_words_as_the_check_does(page: Page) -> None:
    texts = [
        *LINES,
        *(line.upper() for line in LINES),
        *(" ".join(line.split()[2:11]) for line in LINES),
        "Of our own.",
    ]
    counted = await page.evaluate(COUNT, [list(LINES), texts])
    known = runs_in(LINES)
    for text, found in zip(texts, counted, strict=True):
        checked = copied_words(text, known)
        assert checked == (found if len(found) >= COPIED else []), text
    assert max(map(len, counted)) > COPIED


async def test_what_was_typed_stays_while_the_disk_is_full(page: Page, here: str, newsroom: MemoryManuscripts) -> None:
    await go(page, f"{here}/desk/quay")
    newsroom.is_full = True
    await page.locator(".item[data-place='facts.0']").press("e")
    await expect(page.locator(".form :focus")).to_be_visible()
    await page.keyboard.type("The bridge is long.")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("alert").filter(has_text="no space left").first).to_be_visible()
    await expect(page.get_by_label("In our own words")).to_have_value("The bridge is long.")
    newsroom.is_full = False
    await page.get_by_label("In our own words").press("Control+Enter")
    await expect(page.locator(".item[data-place='facts.0']")).to_contain_text("The bridge is long.")
    assert "The bridge is long." in newsroom.texts["quay"]


@pytest.mark.parametrize(
    ("button", "stands"),
    [("Make my change in theirs", "both"), ("Keep theirs", "theirs"), ("Take mine as a whole", "mine")],
)
async def test_a_file_that_was_changed_by_hand_meanwhile_is_shown_beside_ones_own(
    page: Page, here: str, newsroom: MemoryManuscripts, button: str, stands: str
) -> None:
    await go(page, f"{here}/desk/quay")
    await page.locator(".item[data-place='facts.0']").press("e")
    await expect(page.locator(".form :focus")).to_be_visible()
    newsroom.texts["quay"] = harbour_file(status="draft", headline="By hand")
    await page.keyboard.type("At the desk.")
    await page.keyboard.press("Control+Enter")
    window = page.get_by_role("dialog", name="Two versions")
    await expect(window.locator("mark", has_text="By hand")).to_be_visible()
    await expect(window.locator("mark", has_text="At the desk.")).to_be_visible()
    await window.get_by_role("button", name=button).click()
    await expect(window).to_have_count(0)
    shown = page.locator("#headline")
    await expect(shown).to_have_text("Harbour bridge nears its opening" if stands == "mine" else "By hand")
    fact = page.locator(".item[data-place='facts.0']")
    await expect(fact).to_contain_text("900 metres" if stands == "theirs" else "At the desk.")


async def test_without_a_form_open_what_was_changed_by_hand_is_shown_at_once(
    page: Page, here: str, newsroom: MemoryManuscripts
) -> None:
    await go(page, f"{here}/desk/quay")
    newsroom.texts["quay"] = harbour_file(status="draft", headline="By hand")
    await expect(page.locator("#headline")).to_have_text("By hand")


async def test_two_editors_at_one_story_see_each_other(page: Page, here: str, visitor: BrowserContext) -> None:
    await go(page, f"{here}/desk/quay")
    other = await visitor.new_page()
    await go(other, f"{here}/desk/quay")
    await expect(other.locator("#present")).to_have_text("Also here: Ana")
    await expect(page.locator("#present")).to_have_text("Also here: Ana")


async def test_every_card_is_previewed_in_both_panes_before_it_is_published(page: Page, here: str) -> None:
    await go(page, f"{here}/desk/quay")
    await page.keyboard.press("p")
    for name in ("Telegram", "Discord"):
        await expect(pane(page, name).locator(".message").last).to_contain_text("Harbour bridge nears its opening")
    await page.get_by_role("button", name="/who").click()
    for name in ("Telegram", "Discord"):
        await expect(pane(page, name).locator(".message").last).to_contain_text("Leyla Aydın")


async def test_the_keys_are_listed_and_can_be_turned_off(page: Page, here: str) -> None:
    await go(page, f"{here}/desk/quay")
    await page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    await expect(keys).to_contain_text("Cut in two")
    await keys.get_by_label("One letter is enough").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("a")
    await page.keyboard.press("?")
    await keys.get_by_label("One letter is enough").check()
    await page.keyboard.press("Escape")
    await expect(page.locator("#progress-words")).to_have_text("1 of 1 to review")
    await page.locator(".item[data-place='']").press("a")
    await expect(page.locator("#progress-words")).to_have_text("Nothing left to review")


async def test_what_an_article_holds_stays_text(page: Page) -> None:
    hostile = "The <img src=x onerror=f(1)> bridge <script>f(2)</script> & {{ 7*7 }} opens on Monday, said the mayor."
    await page.get_by_label("Article, or its address").fill(f"{hostile}\n\n{hostile}")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".paragraph").last).to_have_text(f"1{hostile}")
    await expect(page.locator("#desk img, #desk script")).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE, 1280])
async def test_it_is_for_everyone(page: Page, here: str, scheme: str, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 900})
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    assert await accessibility_problems(page) == []
    await page.get_by_label("Article, or its address").fill(ARTICLE)
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".item.current")).to_be_visible()
    await looks_well(page, width)
    await page.locator(".item[data-place='facts.0']").press("e")
    await expect(page.locator(".form :focus")).to_be_visible()
    await looks_well(page, width)
    await page.keyboard.press("Escape")
    await page.keyboard.press("?")
    await looks_well(page, width)
    await go(page, f"{here}/desk/harbour")
    await page.locator(".item[data-place='events.0']").press("t")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await looks_well(page, width)


async def looks_well(page: Page, width: int) -> None:
    assert await accessibility_problems(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
