"""Every row of the table of who may what on Telegram, with data that no button ever carried."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.core.posting.chats import ChatKey
from bot.core.wording.invocations import Invocation
from tests.fakes.telegram_api import (
    ADMIN,
    ANONYMOUS,
    BOT,
    CHANNEL,
    FORUM,
    GROUP,
    MEMBER,
    OTHER_BOT,
    PRIVATE,
    READER,
    Json,
    message,
    posted,
    pressed,
    said,
    searched,
)
from tests.platforms.telegram.conftest import Bench
from tests.platforms.who_may import Row, Shown, Trial, found_out, rows

OWN = ChatKey("telegram", str(PRIVATE["id"]))
SOMEBODY = 4711
FORWARDED: Json = {
    "forward_origin": {"type": "user", "date": 0, "sender_user": {"id": 99, "is_bot": False, "first_name": "Mallory"}}
}
IN_TOPIC: Json = {"message_thread_id": 5, "is_topic_message": True}
OPENED: Json = message(None, FORUM, BOT, forum_topic_created={"name": "News", "icon_color": 0}, **IN_TOPIC)
GONE: Json = {"chat": FORUM, "message_id": 5, "date": 0}

Make = Callable[[str], Json]


def typed(chat: Json, sender: Json = READER, **fields: Any) -> Make:
    return lambda command: said(f"/{command}", chat, sender, **fields)


def line(chat: Json, sender: Json = READER, *, to: Json | None = None, **fields: Any) -> Make:
    """A command without its slash, as a reply to a message of the bot, or to another one."""

    def make(command: str) -> Json:
        earlier = message("A card", chat, BOT, **fields) if to is None else to
        return said(command.removeprefix("who harbour/"), chat, sender, reply_to_message=earlier, **fields)

    return make


def post(**fields: Any) -> Make:
    return lambda command: posted(f"/{command}", **fields)


def press(chat: Json, **message: Any) -> Make:
    def make(command: str) -> Json:
        update = pressed(command, chat)
        update["callback_query"]["message"] |= message
        return update

    return make


def press_gone(command: str) -> Json:
    return pressed(command, message=GONE)


def press_inline(command: str) -> Json:
    return pressed(command, inline_message_id="x")


def press_for(chat_id: int | str, make: Make) -> Make:
    return lambda command: make(f"in {chat_id} {command}")


def link(command: str) -> Json:
    name, _, argument = command.partition(" ")
    payload = Invocation.of(name, argument).payload
    return said(f"/start {payload}" if payload else f"/start {name}-{argument.replace(' ', '__')}")


def search(command: str) -> Json:
    return searched(command.removeprefix("who harbour/"))


BY_ITSELF: Json = {"sender_chat": CHANNEL, "is_automatic_forward": True}
IN_CHANNEL, IN_GROUP, IN_FORUM = (ChatKey("telegram", str(chat["id"])) for chat in (CHANNEL, GROUP, FORUM))
TOPIC = ChatKey("telegram", f"{FORUM['id']}/5")


@dataclass(frozen=True, slots=True)
class Case:
    """How a row is tried: the update of a command, the chats of the table, whether the one who asks is an admin."""

    make: Make
    here: ChatKey | None = None
    there: ChatKey | None = None
    admin: bool = False


CASES = {
    ("private chat", "writes"): Case(typed(PRIVATE)),
    ("private chat", "presses a button"): Case(press(PRIVATE)),
    ("private chat", "forwards a message"): Case(typed(PRIVATE, **FORWARDED)),
    ("private chat", "follows a link"): Case(link),
    ("private chat", "presses a button for a chat of which they are an admin"): Case(
        press_for(CHANNEL["id"], press(PRIVATE)), there=IN_CHANNEL, admin=True
    ),
    ("private chat", "presses a button for a chat of which they are no admin"): Case(
        press_for(CHANNEL["id"], press(PRIVATE)), there=IN_CHANNEL
    ),
    ("private chat", "presses a button for another person's chat"): Case(
        press_for(SOMEBODY, press(PRIVATE)), there=ChatKey("telegram", str(SOMEBODY)), admin=True
    ),
    ("group", "member writes a command"): Case(typed(GROUP), IN_GROUP),
    ("group", "member replies to the bot's own message"): Case(line(GROUP), IN_GROUP),
    ("group", "member replies to another message"): Case(line(GROUP, to=message("Words", GROUP)), IN_GROUP),
    ("group", "member forwards a message in reply to the bot's own"): Case(line(GROUP, **FORWARDED), IN_GROUP),
    ("group", "another bot replies to the bot's own message"): Case(line(GROUP, OTHER_BOT), IN_GROUP),
    ("group", "member presses a button"): Case(press(GROUP), IN_GROUP),
    ("group", "member forwards a message"): Case(typed(GROUP, **FORWARDED), IN_GROUP),
    ("group", "member presses a button for another chat"): Case(
        press_for(CHANNEL["id"], press(GROUP)), IN_GROUP, IN_CHANNEL
    ),
    ("group", "admin writes a command"): Case(typed(GROUP), IN_GROUP, admin=True),
    ("group", "admin presses a button"): Case(press(GROUP), IN_GROUP, admin=True),
    ("group", "admin forwards a message"): Case(typed(GROUP, **FORWARDED), IN_GROUP, admin=True),
    ("group", "admin presses a button for another chat"): Case(
        press_for(CHANNEL["id"], press(GROUP)), IN_GROUP, IN_CHANNEL, admin=True
    ),
    ("group", "anonymous admin writes a command"): Case(typed(FORUM, ANONYMOUS, sender_chat=FORUM), IN_FORUM),
    ("group", "writes a command as the linked channel"): Case(
        typed(FORUM, ANONYMOUS, sender_chat=CHANNEL), IN_FORUM, IN_CHANNEL, admin=True
    ),
    ("group", "another bot writes a command"): Case(typed(GROUP, OTHER_BOT), IN_GROUP, admin=True),
    ("forum topic", "member replies to the bot's own message"): Case(line(FORUM, **IN_TOPIC), TOPIC, IN_FORUM),
    ("forum topic", "member writes no command in a topic that the bot opened"): Case(
        line(FORUM, to=OPENED, **IN_TOPIC), TOPIC, IN_FORUM
    ),
    ("forum topic", "member presses a button"): Case(press(FORUM, **IN_TOPIC), TOPIC, IN_FORUM),
    ("forum topic", "admin writes a command"): Case(typed(FORUM, **IN_TOPIC), TOPIC, IN_FORUM, admin=True),
    ("forum topic", "admin presses a button"): Case(press(FORUM, **IN_TOPIC), TOPIC, IN_FORUM, admin=True),
    ("forum topic", "admin presses a button under a message that is gone"): Case(
        press_gone, IN_FORUM, TOPIC, admin=True
    ),
    ("channel", "admin posts a command"): Case(post(), IN_CHANNEL, admin=True),
    ("channel", "admin posts a forwarded message"): Case(post(**FORWARDED), IN_CHANNEL, admin=True),
    ("channel", "subscriber presses a button"): Case(press(CHANNEL), IN_CHANNEL),
    ("channel", "subscriber presses a button for another chat"): Case(
        press_for(GROUP["id"], press(CHANNEL)), IN_CHANNEL, IN_GROUP
    ),
    ("channel", "admin presses a button"): Case(press(CHANNEL), IN_CHANNEL, admin=True),
    ("linked group", "the channel's post, which Telegram forwards"): Case(
        typed(GROUP, ANONYMOUS, **BY_ITSELF), IN_GROUP, IN_CHANNEL, admin=True
    ),
    ("linked group", "the channel's post in reply to the bot's own message"): Case(
        line(GROUP, ANONYMOUS, to=message("A card", GROUP, BOT), **BY_ITSELF), IN_GROUP, IN_CHANNEL, admin=True
    ),
    ("linked group", "member presses a button under the channel's post"): Case(
        press(GROUP, **BY_ITSELF), IN_GROUP, IN_CHANNEL
    ),
    ("inline", "searches"): Case(search),
    ("inline", "presses a button under a card"): Case(press_inline),
    ("inline", "presses a button for another chat under a card"): Case(
        press_for(CHANNEL["id"], press_inline), there=IN_CHANNEL, admin=True
    ),
}


def test_every_row_is_tried() -> None:
    assert [(row.where, row.who) for row in rows("Telegram")] == list(CASES)


@pytest.mark.parametrize("row", rows("Telegram"), ids=lambda row: f"{row.where}, {row.who}")
async def test_what_the_table_says_is_what_happens(bench: Bench, row: Row) -> None:
    case = CASES[row.where, row.who]

    async def send(command: str) -> Shown:
        bench.telegram.will_answer("getChatMember", ADMIN if case.admin else MEMBER)
        calls = await bench.feed(case.make(command))
        return Shown(str([call.params for call in calls]), any(call.method == "editMessageText" for call in calls))

    chats = {"own": OWN, "here": case.here, "there": case.there}
    trial = Trial(send, {word: chat for word, chat in chats.items() if chat}, presses=row.edits != "–")
    assert await found_out(row, trial, bench.store) == row
    if row.sees != "there":
        assert bench.telegram.of("getChat") == []


@pytest.mark.parametrize(
    "command", ["settings", "story harbour", "subscribe all", "unsubscribe", "forget yes", "start"]
)
@pytest.mark.parametrize("make", [press(PRIVATE), press(GROUP), press(CHANNEL), press_inline])
@pytest.mark.parametrize(
    "chat", [CHANNEL["id"], SOMEBODY, 0, "-", "--5", "-5/7", "-٧٠", "1" * 30, "-" + "1" * 17, "-1e3", " -5", "@news"]
)
async def test_a_chat_that_a_press_names_is_never_told_of(
    bench: Bench, command: str, make: Make, chat: int | str
) -> None:
    for key in (IN_CHANNEL, ChatKey("telegram", str(SOMEBODY)), ChatKey("telegram", str(chat))):
        await bench.store.change(key, {"timezone": "America/Lima"})
    bench.telegram.will_answer("getChatMember", MEMBER)
    calls = await bench.feed(press_for(chat, make)(command))
    assert calls
    assert not any("Lima" in str(call.params) or "The channel" in str(call.params) for call in calls)
    assert bench.telegram.of("getChat") == []


async def test_a_forwarded_command_is_done_once_its_button_is_pressed(bench: Bench) -> None:
    [answer] = await bench.feed(said("/settings timezone Asia/Tokyo", **FORWARDED))
    assert answer["text"].startswith("<b>Nothing has changed</b>")
    [[button]] = answer["reply_markup"]["inline_keyboard"]
    assert (await bench.settings(PRIVATE)).timezone is None
    await bench.feed(pressed(button["callback_data"]))
    assert (await bench.settings(PRIVATE)).timezone == "Asia/Tokyo"


async def test_a_press_that_only_its_reader_sees_does_not_count_as_the_chats_look(bench: Bench) -> None:
    await bench.feed(pressed("updates harbour", CHANNEL))
    assert await bench.store.seen(IN_CHANNEL, "harbour") is None
    await bench.feed(said("/updates harbour", GROUP))
    assert await bench.store.seen(IN_GROUP, "harbour") is not None
