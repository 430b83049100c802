"""A person's reminders: set in the private chat, which a deep link leads to from a group."""

from urllib.parse import parse_qs, urlsplit

from bot.core.posting.chats import ChatKey, PersonalReminder
from tests.fakes.telegram_api import ADMIN, FORUM, GROUP, PRIVATE, posted, pressed, said
from tests.platforms.telegram.conftest import Bench, buttons

PERSON = ChatKey("telegram", str(PRIVATE["id"]))
REMINDER = PersonalReminder("harbour", "opening", "P1D")


async def test_in_the_private_chat_it_is_set_at_once(bench: Bench) -> None:
    [answer] = await bench.feed(said("/remind harbour/opening 1 day"))
    assert "I will remind you." in answer["text"]
    assert await bench.store.reminders(PERSON) == (REMINDER,)


async def test_from_a_group_a_link_leads_to_a_button_in_the_private_chat(bench: Bench) -> None:
    [answer] = await bench.feed(said("/remind harbour/opening", GROUP))
    assert "in our private chat, not here" in answer["text"]
    [[link]] = answer["reply_markup"]["inline_keyboard"]
    [payload] = parse_qs(urlsplit(link["url"]).query)["start"]
    [offer] = await bench.feed(said(f"/start {payload}"))
    assert "Shall I remind you?" in offer["text"]
    assert await bench.store.reminders(PERSON) == ()
    [button] = buttons(offer)
    *_, edited = await bench.feed(pressed(button["callback_data"]))
    assert "I will remind you." in edited["text"]
    assert await bench.store.reminders(PERSON) == (REMINDER,)


async def test_each_can_be_dropped_with_a_button(bench: Bench) -> None:
    await bench.feed(said("/remind harbour/opening 1 day"))
    [answer] = await bench.feed(said("/reminders"))
    [button] = buttons(answer)
    assert button["text"] == "Drop: Opening of the bridge, the day before"
    await bench.feed(pressed(button["callback_data"]))
    assert await bench.store.reminders(PERSON) == ()


async def test_a_chat_that_subscribes_is_known_by_its_title(bench: Bench) -> None:
    for update in (said("/subscribe", GROUP), pressed("subscribe", FORUM), posted("/subscribe")):
        bench.telegram.will_answer("getChatMember", ADMIN)
        await bench.feed(update)
    await bench.feed(said("/subscribe"))
    assert {chat.id: title for chat, title in bench.store.titles.items()} == {
        "-70": "Editors",
        "-10070": "Forum",
        "-10090": "News",
        "7": None,
    }
