"""Rehearsing the bundled story: its nine posts, a match that is cancelled, an outage."""

import pytest
from playwright.async_api import Page, expect

from tests.platforms.web.browser.conftest import Open
from tests.platforms.web.browser.panes import last, pane, write

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def go_to(page: Page, moment: str) -> None:
    await page.get_by_label("As of (UTC)").fill(moment)


async def test_played_from_september_to_november_nine_posts_arrive(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await expect(page.locator("#readout")).to_have_text("21 September 2022, 00:00 UTC")
    await expect(page.locator("#arrived")).to_have_text("0 of 9 posts")
    await page.get_by_label("Speed").select_option("a month a second")
    await page.get_by_role("button", name="Play").click()
    await expect(page.locator("#readout")).to_have_text("21 November 2022, 00:00 UTC")
    await expect(page.locator("#arrived")).to_have_text("9 of 9 posts")
    for name in ("Telegram", "Discord"):
        await expect(pane(page, name).locator(".message")).to_have_count(9)
        await expect(last(pane(page, name))).to_contain_text("due 20 Nov 2022, 09:00 +03, that morning")
    await expect(page.get_by_role("button", name="Play")).to_be_visible()


async def test_the_slider_goes_back_as_well(open_page: Open) -> None:
    page = await open_page("/rehearse")
    slider = page.get_by_role("slider")
    await slider.focus()
    await page.keyboard.press("End")
    await expect(page.locator("#arrived")).to_have_text("9 of 9 posts")
    await page.keyboard.press("Home")
    await expect(page.locator("#arrived")).to_have_text("0 of 9 posts")
    await expect(pane(page, "Telegram").locator(".message")).to_have_count(0)
    await page.keyboard.press("ArrowRight")
    await expect(slider).to_have_attribute("aria-valuetext", "21 September 2022, 01:00 UTC")


async def test_the_calendar_leads_to_each_posts_moment(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await expect(page.locator("#calendar .entry")).to_have_count(9)
    await expect(page.locator("#calendar caption")).to_have_text(["September 2022", "October 2022", "November 2022"])
    await page.get_by_label("Agenda").check()
    await expect(page.locator("#calendar h3").first).to_have_text("Sunday, 25 September 2022")
    await page.locator("#calendar .entry").nth(3).click()
    await expect(page.locator("#readout")).to_have_text("12 November 2022, 06:00 UTC")
    await expect(last(pane(page, "Discord")).locator(".title")).to_contain_text("Football match")
    await expect(page.locator("#calendar .past")).to_have_count(4)


async def test_a_cancelled_match_withdraws_its_reminders(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await go_to(page, "2022-11-13T10:00")
    match = page.get_by_role("group", name="Football match")
    await match.get_by_label("Cancelled").check()
    await expect(match.locator("dt")).to_have_text(["Withdrawn: 2", "Told: 1", "Edited: 1"])
    await expect(page.locator("#calendar .withdrawn")).to_have_count(2)
    for name in ("Telegram", "Discord"):
        chat = pane(page, name)
        await expect(last(chat)).to_contain_text("The plan has changed since you were reminded.")
        await expect(chat.locator(".message", has_text="edited: the plan changed: cancelled")).to_have_count(1)
    await go_to(page, "2022-11-21T00:00")
    await expect(page.locator("#arrived")).to_have_text("7 of 7 posts")
    await pane(page, "Telegram").get_by_role("tab", name="Private chat").click()
    await write(page, "/when match")
    await expect(last(pane(page, "Telegram"))).to_contain_text(
        "cancelled; it had probably been planned for 19 November 2022"
    )
    await match.get_by_label("As planned").check()
    await expect(page.locator("#arrived")).to_have_text("9 of 9 posts")


async def test_an_outage_makes_a_post_late_and_skips_others(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await page.get_by_text("Days, sample chat, outage").click()
    await page.get_by_label("Down from (UTC)").fill("2022-09-24T00:00")
    await page.get_by_label("Up again (UTC)").fill("2022-10-02T12:00")
    await page.get_by_role("button", name="Rehearse again").click()
    await go_to(page, "2022-10-02T12:00")
    telegram = pane(page, "Telegram")
    await expect(telegram.locator(".skipped")).to_have_count(2)
    await expect(last(telegram).locator(".mark").last).to_have_text("late")
    await expect(last(telegram)).to_contain_text("This comes late")


async def test_the_sample_chat_keeps_quiet_hours_in_its_own_zone(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await page.get_by_text("Days, sample chat, outage").click()
    await page.get_by_label("Time zone").fill("Asia/Tokyo")
    await page.get_by_label("Quiet hours").fill("08:00-10:00")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.locator("#calendar .entry time").first).to_have_text("10:00")
    await go_to(page, "2022-09-25T12:00")
    await expect(last(pane(page, "Discord"))).to_contain_text("due 25 Sep 2022, 10:00 JST")


async def test_what_a_visitor_asks_for_in_a_pane_is_rehearsed_there(open_page: Open) -> None:
    page = await open_page("/rehearse")
    telegram, discord = pane(page, "Telegram"), pane(page, "Discord")
    await write(page, "/subscribe")
    await expect(page.locator("#chat option")).to_have_text(["Telegram: your channel"])
    await telegram.get_by_role("tab", name="Private chat").click()
    await write(page, "/remind match 2 days")
    await expect(page.locator("#chat option")).to_have_count(3)
    await go_to(page, "2022-11-17T12:00")
    await expect(last(telegram)).to_contain_text("due 17 Nov 2022, 09:00 MSK, 2 days before")
    await telegram.get_by_role("tab", name="Channel").click()
    await expect(telegram.locator(".rehearsed:visible")).to_have_count(5)
    await expect(telegram.locator(".message:visible")).to_have_count(6)
    await expect(discord.locator(".message")).to_have_count(0)


async def test_the_calendar_goes_by_the_chats_clock(open_page: Open) -> None:
    """What comes late stands after what was due later, and a zone ahead of UTC is a day, or a month, ahead."""
    page = await open_page("/rehearse")
    months = await page.evaluate(
        """async () => {
          const { Run } = await import("/static/rehearse/run.js");
          const { Calendar } = await import("/static/rehearse/calendar.js");
          const row = (local, due, zone) => ({
            kind: "post", at: due, due, local, zone, chat: 0, key: local, name: "Match", lead: "P1D", marks: [],
          });
          const run = new Run({
            since: "2022-09-01T00:00Z", until: "2022-11-01T00:00Z", chats: [{ name: "one" }], events: [], left_off: {},
            happenings: [
              row("2022-10-01T05:00", "2022-09-30T20:00:00Z", "JST"),
              row("2022-09-30T17:00", "2022-09-30T21:00:00Z", "EDT"),
            ],
          });
          const root = document.createElement("div");
          const calendar = new Calendar(root, () => {});
          const headings = (view, what) => {
            calendar.show(run, null, view);
            return [...root.querySelectorAll(what)].map((each) => each.textContent);
          };
          return [...headings("month", "caption"), ...headings("agenda", "h3")];
        }"""
    )
    assert months == ["September 2022", "October 2022", "Friday, 30 September 2022", "Saturday, 1 October 2022"]


async def test_what_is_wrong_in_the_plan_is_said_in_sight(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await page.get_by_text("Days, sample chat, outage").click()
    await page.get_by_label("Time zone").fill("Nowhere/Land")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.get_by_role("alert")).to_contain_text("Nowhere/Land")
    await expect(page.get_by_role("alert")).to_be_in_viewport()
    await page.get_by_label("Time zone").fill("")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.get_by_role("alert")).to_be_empty()


async def test_days_and_an_outage_may_be_left_open(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await page.get_by_text("Days, sample chat, outage").click()
    await page.get_by_label("From", exact=True).fill("2022-11-01")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.locator("#arrived")).to_have_text("0 of 6 posts")
    await page.get_by_label("Down from (UTC)").fill("2022-11-18T00:00")
    await page.get_by_role("button", name="Rehearse again").click()
    await expect(page.locator("#arrived")).to_have_text("0 of 2 posts")


async def test_a_moment_outside_of_the_days_widens_them(open_page: Open) -> None:
    page = await open_page("/rehearse")
    await page.get_by_label("As of (UTC)").fill("2022-12-24T10:00")
    await page.get_by_label("As of (UTC)").dispatch_event("change")
    await expect(page.locator("#readout")).to_contain_text("24 December 2022")
    await expect(page.get_by_label("Until", exact=True)).to_have_value("2022-12-25")


async def test_an_event_is_tried_on_another_day(open_page: Open) -> None:
    page = await open_page("/rehearse")
    match = page.locator("fieldset.switch").filter(has_text="Football match")
    await match.get_by_label("On another day").fill("2022-11-25")
    await expect(match).to_contain_text("2022-11-25")
    await page.get_by_label("Agenda").check()
    await expect(page.locator("#calendar")).to_contain_text("24 November 2022")
