"""The panes' server: visitors apart, scenes of their own, and nothing but what the page sends."""

import pytest

from bot.core.asking.commands import COMMANDS
from bot.core.posting.chats import ChatKey
from bot.platforms.web.preview.studio import VisitorsChats
from bot.storage.memory import MemoryChatStore
from tests.platforms.web.sites import browser
from tests.platforms.web.studios import open_page, site_of, visitor

SAY = "/preview/telegram/say"


async def test_the_page_and_its_commands() -> None:
    async with browser(site_of()) as client:
        page = await client.get("/preview")
        assert "Telegram" in page.text
        assert "Discord" in page.text
        listed = (await client.get("/preview/commands")).json()
    assert [command["name"] for command in listed] == [command.name for command in COMMANDS]


async def test_each_visitor_has_chats_of_their_own() -> None:
    site = site_of().build()
    async with browser(site) as one, browser(site) as other:
        here, there = await open_page(one), await open_page(other)
        await here.ask(SAY, text="/subscribe harbour")
        [subscribed] = await here.ask(SAY, text="/upcoming")
        [none] = await there.ask(SAY, text="/upcoming")
    assert "Opening of the bridge" in subscribed["payload"]["text"]
    assert "Opening of the bridge" not in none["payload"]["text"]


async def test_a_channel_and_a_private_chat_are_two() -> None:
    async with visitor() as reader:
        await reader.ask(SAY, view="channel", text="/subscribe harbour")
        [private] = await reader.ask(SAY, text="/upcoming")
        [channel] = await reader.ask(SAY, view="channel", text="/upcoming")
    assert "Opening of the bridge" in channel["payload"]["text"]
    assert "Opening of the bridge" not in private["payload"]["text"]


async def test_the_clock_is_the_scenes() -> None:
    async with visitor() as reader:
        [soon] = await reader.ask(SAY, text="/when opening", scene={"at": "2031-05-03T12:00:00Z"})
        [past] = await reader.ask(SAY, text="/when opening", scene={"at": "2031-06-03T12:00:00+02:00"})
    assert "in 28 hours" in soon["payload"]["text"]
    assert "was planned for" in past["payload"]["text"]


async def test_a_switched_event_is_known_from_its_moment_on() -> None:
    made = {"story": "harbour", "event": "opening", "status": "cancelled", "at": "2031-04-01T00:00:00Z"}
    async with visitor() as reader:
        before = {"at": "2031-03-31T23:59:00Z", "switches": [made]}
        [planned] = await reader.ask(SAY, text="/when opening", scene=before)
        [gone] = await reader.ask(SAY, text="/when opening", scene={**before, "at": made["at"]})
    assert "cancelled" not in planned["payload"]["text"]
    assert "cancelled" in gone["payload"]["text"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "not json",
        '{"text": 1}',
        '{"text": "' + "x" * 5000 + '"}',
        '{"text": "/help", "view": "elsewhere"}',
        '{"text": "/help", "scene": {"at": "2031-05-03"}}',
        '{"text": "/help", "scene": {"dates": [{"story": "harbour", "event": "opening", "start": "2031/.."}]}}',
        '{"text": "/help", "scene": {"at": "0001-01-01T00:00:00Z"}}',
        '{"text": "/help", "scene": {"at": "9999-12-31T23:59:59-12:00"}}',
    ],
)
async def test_what_the_page_does_not_send_is_refused(body: str) -> None:
    async with visitor() as reader:
        assert (await reader.post(SAY, body)).status_code == 400


async def test_nobody_asks_from_another_page() -> None:
    async with browser(site_of()) as client:
        await client.get("/preview")
        assert (await client.post(SAY, json={"text": "/help"})).status_code == 403


async def test_behind_a_password_all_of_it_is_for_editors() -> None:
    async with browser(site_of(password="secret")) as client:
        for path in ("/preview", "/rehearse", "/preview/commands"):
            assert (await client.get(path)).status_code in {303, 401}
        assert (await client.post("/rehearse/run", json={})).status_code in {303, 401, 403}


async def test_of_too_many_visitors_the_longest_away_begins_anew() -> None:
    chats = VisitorsChats(MemoryChatStore, most=2)
    chat = ChatKey("telegram", "1")
    await chats.of("one").change(chat, {"story": "harbour"})
    chats.of("two")
    assert (await chats.of("one").load(chat)).story == "harbour"
    chats.of("three")
    assert (await chats.of("one").load(chat)).story == "harbour"
    chats.of("two")
    chats.of("three")
    assert (await chats.of("one").load(chat)).story is None


async def test_before_its_day_a_story_does_not_exist() -> None:
    async with visitor() as reader:
        [before] = await reader.ask(SAY, text="/summary", scene={"at": "2031-02-28T12:00:00Z"})
        [after] = await reader.ask(SAY, text="/summary", scene={"at": "2031-03-01T12:00:00Z"})
    assert "No story yet" in before["payload"]["text"]
    assert "Harbour bridge nears its opening" in after["payload"]["text"]


async def test_an_event_is_asked_about_at_the_date_at_which_it_is_tried() -> None:
    tried = {"story": "harbour", "event": "opening", "start": "2031-06-01"}
    async with visitor() as reader:
        [answer] = await reader.ask(SAY, text="/when opening", scene={"dates": [tried]})
    assert "1 June 2031" in answer["payload"]["text"]
