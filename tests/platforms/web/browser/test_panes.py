"""Both panes as a person uses them: by mouse, by keyboard, on a phone."""

import asyncio

import pytest
from playwright.async_api import Route, expect

from tests.platforms.web.browser.conftest import AFTERWARDS, Open
from tests.platforms.web.browser.panes import last, pane, slash, write

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_each_pane_begins_with_an_answer(open_page: Open) -> None:
    page = await open_page("/preview")
    for name in ("Telegram", "Discord"):
        await expect(last(pane(page, name))).to_contain_text("I answer questions about a news story.")


async def test_asking_on_telegram_and_pressing_a_button(open_page: Open) -> None:
    page = await open_page("/preview")
    telegram = pane(page, "Telegram")
    await write(page, "dodik")
    await expect(last(telegram).locator("b").first).to_have_text("Milorad Dodik")
    await write(page, "/summary")
    await expect(last(telegram)).to_contain_text("saw Vladimir Putin in Moscow")
    count = await telegram.locator(".message").count()
    await last(telegram).get_by_role("button", name="Dates").click()
    await expect(last(telegram)).to_contain_text("edited")
    await expect(last(telegram)).to_contain_text("Election for the Bosnian Serb presidency")
    assert await telegram.locator(".message").count() == count


async def test_asking_on_discord_with_options_and_choosing_from_a_list(open_page: Open) -> None:
    page = await open_page("/preview")
    discord = pane(page, "Discord")
    await slash(page, "who", name="putin")
    await expect(last(discord).locator(".title")).to_have_text("Vladimir Putin")
    await slash(page, "who")
    await last(discord).get_by_role("combobox").first.select_option(label="Milorad Dodik")
    await last(discord).get_by_role("button", name="Choose").first.click()
    await expect(last(discord).locator(".title")).to_have_text("Milorad Dodik")


async def test_a_command_without_options_is_asked_at_once(open_page: Open) -> None:
    page = await open_page("/preview")
    await write(page, "/help", "Discord")
    await expect(last(pane(page, "Discord")).locator(".title")).to_have_text("What I can do")


async def test_a_command_that_is_typed_through_takes_the_rest_as_its_first_option(open_page: Open) -> None:
    page = await open_page("/preview")
    await write(page, "/when match", "Discord")
    await expect(last(pane(page, "Discord")).locator(".title")).to_contain_text("Football match")


async def test_words_that_are_no_command_are_nothing_to_discord(open_page: Open) -> None:
    page = await open_page("/preview")
    await write(page, "hello", "Discord")
    await expect(pane(page, "Discord").locator(".note")).to_contain_text("asked by commands")


async def test_a_link_under_a_channels_post_leads_into_the_private_chat(open_page: Open) -> None:
    page = await open_page("/preview")
    telegram = pane(page, "Telegram")
    await telegram.get_by_role("tab", name="Channel").click()
    await write(page, "/summary")
    await last(telegram).get_by_role("button", name="Dates").click()
    await expect(telegram.get_by_role("tab", name="Private chat")).to_have_attribute("aria-selected", "true")
    await expect(last(telegram)).to_contain_text("Election for the Bosnian Serb presidency")


async def test_what_a_chat_cannot_show_otherwise_is_labelled(open_page: Open) -> None:
    page = await open_page("/preview")
    telegram, discord = pane(page, "Telegram"), pane(page, "Discord")
    await discord.get_by_role("tab", name="#news").click()
    await slash(page, "privacy")
    await expect(last(discord)).to_contain_text("Only you can see this")
    await last(discord).get_by_role("button", name="Dismiss message").click()
    await expect(discord.locator(".ephemeral")).to_have_count(0)
    await write(page, "/calendar")
    await expect(last(telegram).locator(".file")).to_contain_text(".ics")
    await telegram.get_by_role("combobox").fill("@newspeg_bot putin")
    await telegram.get_by_role("option", name="Vladimir Putin").click()
    await expect(last(telegram)).to_contain_text("as an inline result")
    await telegram.get_by_role("tab", name="Channel").click()
    await write(page, "/settings")
    await last(telegram).get_by_role("button").first.click()
    await expect(telegram.locator(".alert")).to_contain_text("only for the one who pressed")
    await telegram.locator(".alert").get_by_role("button", name="OK").click()
    await expect(telegram.locator(".alert")).to_have_count(0)


async def test_everything_by_keyboard(open_page: Open) -> None:
    page = await open_page("/preview")
    telegram, keys = pane(page, "Telegram"), page.keyboard
    await telegram.get_by_role("tab", name="Private chat").focus()
    await keys.press("ArrowRight")
    await expect(telegram.get_by_role("tab", name="Channel")).to_be_focused()
    await keys.press("ArrowLeft")
    await telegram.get_by_role("combobox").focus()
    await keys.type("/who")
    await expect(telegram.get_by_role("option")).to_have_count(1)
    await keys.press("ArrowDown")
    await keys.press("Tab")
    await keys.type("dod")
    await expect(telegram.get_by_role("option").first).to_contain_text("Milorad Dodik")
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await expect(telegram.get_by_role("combobox")).to_have_value("/who dodik-in-moscow/dodik")
    await keys.press("Enter")
    await expect(last(telegram).locator("b").first).to_have_text("Milorad Dodik")
    await keys.type("/")
    await keys.press("Escape")
    await expect(telegram.get_by_role("option")).to_have_count(0)


async def test_suggestions_that_come_late_leave_what_was_chosen(open_page: Open) -> None:
    page = await open_page("/preview")
    telegram = pane(page, "Telegram")
    options = telegram.get_by_role("option")
    await telegram.get_by_role("combobox").fill("/who d")
    await expect(options.first).to_contain_text("Milorad Dodik")
    before = await options.count()
    chosen = asyncio.Event()

    async def hold(route: Route) -> None:
        await chosen.wait()
        await route.continue_()

    await page.route("**/preview/telegram/suggest", hold)
    await page.keyboard.type("od")
    await page.keyboard.press("ArrowDown")
    chosen.set()
    await expect(options).not_to_have_count(before)
    await page.keyboard.press("Enter")
    await expect(telegram.get_by_role("combobox")).to_have_value("/who dodik-in-moscow/dodik")


async def test_the_clock_can_be_set(open_page: Open) -> None:
    page = await open_page("/preview")
    clock = page.get_by_label("As of (UTC)")
    await expect(clock).to_have_value(f"{AFTERWARDS:%Y-%m-%dT%H:%M}")
    await clock.fill("2022-10-01T12:00")
    await expect(page.get_by_text("The clock stands at 1 October 2022, 12:00 UTC.")).to_be_visible()
    await clock.fill("0202-10-01T12:00")
    await expect(page.get_by_text("The clock stands at 1 October 2022, 12:00 UTC.")).to_be_visible()
    await write(page, "/when election")
    await expect(clock).to_have_value("2022-10-01T12:00")
    await expect(last(pane(page, "Telegram"))).to_contain_text("tomorrow")
    await page.get_by_role("button", name="Now").click()
    await expect(clock).to_have_value(f"{AFTERWARDS:%Y-%m-%dT%H:%M}")
    await write(page, "/when election")
    await expect(last(pane(page, "Telegram"))).to_contain_text("was probably planned for")


async def test_payloads_can_be_looked_at(open_page: Open) -> None:
    page = await open_page("/preview")
    await page.get_by_label("Show payloads").check()
    await last(pane(page, "Telegram")).get_by_text("Payload of sendMessage").click()
    await expect(last(pane(page, "Telegram")).locator("pre")).to_contain_text('"parse_mode": "HTML"')


async def test_colours_can_be_chosen(open_page: Open) -> None:
    page = await open_page("/preview", color_scheme="light")
    grounds = set()
    for colours in ("Light", "Dark"):
        await page.get_by_label("Colours").select_option(colours)
        style = await pane(page, "Discord").evaluate("pane => getComputedStyle(pane).backgroundColor")
        grounds.add(style)
    assert len(grounds) == 2
