"""What a pane shows is what the platform is sent: the same questions, over the loopback servers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.core.posting.chats import ChatKey
from bot.core.posting.composing import compose
from bot.core.posting.planning import Timing, plan
from bot.core.stories.library import Library
from bot.core.wording.language import Language
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.asking import Asker
from tests.fakes.telegram_api import CHANNEL, NOW, READER, TOKEN, Json, posted, pressed, said, searched, success
from tests.platforms.discord.loopback import serving
from tests.platforms.web.studios import Visitor, site_of, visitor
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import CHANNEL as CHAT
from tests.servers.discord_payloads import EPHEMERAL, command, in_dm, in_guild, message, press
from tests.servers.discord_payloads import MANAGE_CHANNELS as MANAGER
from tests.servers.telegram import TelegramServer
from tests.stories import harbour

TYPED = [
    "/start", "/help", "/summary", "/facts safety", "/who aydin", "/when opening", "/timeline", "/quotes", "/sources",
    "/stories", "/upcoming", "/settings", "/privacy", "/remind opening 1 day", "/subscribe", "/who nobody",
]  # fmt: skip
SLASHED: list[tuple[str, dict[str, str]]] = [
    ("start", {}),
    ("summary", {"story": "harbour"}),
    ("facts", {"topic": "safety"}),
    ("who", {"name": "bridge"}),
    ("when", {}),
    ("quotes", {"who": "aydin"}),
    ("settings", {}),
    ("settings", {"setting": "language"}),
    ("upcoming", {}),
]
UPDATES = 7
SPAN = (datetime(2031, 3, 2, tzinfo=UTC), datetime(2032, 3, 2, tzinfo=UTC))


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """Telegram, with the bot running."""
    async with TelegramServer() as server:
        platform = TelegramAdapter(Asker(harbour()).desk, TOKEN, lambda: NOW, server.base_url)
        running = asyncio.create_task(platform.run())
        yield server
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordServer]:
    """Discord, with the bot running; afterwards discord.py has its own addresses again."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with DiscordServer() as server, serving(server, Asker(harbour()).desk):
        yield server


@pytest.fixture
async def reader() -> AsyncIterator[Visitor]:
    async with visitor(site_of(now=NOW)) as reader:
        yield reader


def as_sent(params: Any) -> Json:
    """The fields that a renderer answers for; the bot's own name is only known where it runs."""
    fields = ("text", "parse_mode", "reply_markup", "link_preview_options", "show_alert")
    return {name: params[name] for name in fields if name in params}


def renamed(payload: Any) -> Any:
    """With the name that the bot has at the loopback server."""
    if isinstance(payload, dict):
        return {name: renamed(value) for name, value in payload.items()}
    if isinstance(payload, list):
        return [renamed(each) for each in payload]
    return payload.replace("t.me/newspeg_bot", "t.me/Newspeg_Bot") if isinstance(payload, str) else payload


async def sent_by(telegram: TelegramServer, method: str, asked: Json) -> Json:
    """What the bot sends by a method when it is asked."""
    count = len(telegram.ledger.matching(lambda each: each.method == method)) + 1
    await telegram.feed(asked)
    return as_sent((await telegram.asked(method, count)).params)


async def test_telegrams_answers_in_private(telegram: TelegramServer, reader: Visitor) -> None:
    for text in TYPED:
        sent = await sent_by(telegram, "sendMessage", said(text))
        [step, *_] = await reader.ask("/preview/telegram/say", text=text)
        assert (step["call"], step["payload"]) == ("sendMessage", sent), text


async def test_telegrams_answers_in_a_channel(telegram: TelegramServer, reader: Visitor) -> None:
    for text in ("/start", "/who aydin", "/when", "/subscribe", "/settings"):
        sent = await sent_by(telegram, "sendMessage", posted(text))
        [step, *_] = await reader.ask("/preview/telegram/say", view="channel", text=text)
        assert renamed(step["payload"]) == sent, text


async def test_telegrams_presses(telegram: TelegramServer, reader: Visitor) -> None:
    for data in ("summary harbour/", "who harbour/aydin", "settings language"):
        sent = await sent_by(telegram, "editMessageText", pressed(data, id="press"))
        [step] = await reader.ask("/preview/telegram/press", data=data)
        assert step["payload"] == sent, data
    telegram.will_answer("getChatMember", success({"status": "creator", "user": READER, "is_anonymous": False}))
    sent = await sent_by(telegram, "answerCallbackQuery", pressed("subscribe harbour", CHANNEL, id="press"))
    [step] = await reader.ask("/preview/telegram/press", view="channel", data="subscribe harbour")
    assert step["payload"] == sent


async def test_telegrams_inline_results(telegram: TelegramServer, reader: Visitor) -> None:
    asked = searched("bridge")
    asked["inline_query"]["id"] = "search"
    await telegram.feed(asked)
    sent = (await telegram.asked("answerInlineQuery"))["results"]
    assert renamed(await reader.ask("/preview/telegram/search", text="bridge")) == sent


def as_shown(body: Any) -> Json:
    """Embeds and components with the fields that a renderer answers for."""
    embeds = [{name: each[name] for name in ("title", "description") if name in each} for each in body["embeds"]]
    return {"embeds": embeds, "components": [_row(row) for row in body.get("components") or []]}


def _row(row: Json) -> Json:
    fields = ("type", "style", "label", "custom_id", "options")
    return {"type": row["type"], "components": [_component(each, fields) for each in row["components"]]}


def _component(component: Json, fields: tuple[str, ...]) -> Json:
    kept = {name: component[name] for name in fields if name in component}
    if "options" in kept:
        kept["options"] = [{name: option[name] for name in ("label", "value")} for option in kept["options"]]
    return kept


@pytest.mark.parametrize("view", ["private", "channel"])
async def test_discords_answers(discord: DiscordServer, reader: Visitor, view: str) -> None:
    for name, options in SLASHED:
        asked = await discord.interact(command(name, **options), in_dm() if view == "private" else in_guild(MANAGER))
        answered = (await discord.callback(asked)).body
        [step, *_] = await reader.ask("/preview/discord/command", view=view, command=name, values=options)
        assert as_shown(step["payload"]) == as_shown(answered["data"]), name
        assert step["ephemeral"] == bool(answered["data"].get("flags", 0) & EPHEMERAL), name


def pressable(custom_id: str) -> Json:
    """A row with that button."""
    return {"type": 1, "components": [{"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}]}


async def test_discords_presses(discord: DiscordServer, reader: Visitor) -> None:
    for data in ("newspeg:summary harbour/", "newspeg:who harbour/aydin", "newspeg:settings language"):
        for view, where in (("private", in_dm()), ("channel", in_guild(MANAGER))):
            asked = await discord.interact(
                press(data, message(CHAT, {"embeds": [{"title": "T"}], "components": [pressable(data)]})), where
            )
            answered = (await discord.callback(asked)).body
            [step] = await reader.ask("/preview/discord/press", view=view, data=data)
            assert as_shown(step["payload"]) == as_shown(answered["data"]), data
            assert step["replaces"] == (answered["type"] == UPDATES)


async def test_what_is_posted(telegram: TelegramServer, reader: Visitor) -> None:
    """A rehearsed post is the one that the messenger sends."""
    run = await reader.ask("/rehearse/run")
    post = run["happenings"][0]
    library = Library([harbour()])
    planned = plan(library.stories, Timing("Europe/Istanbul"), *SPAN)[0]
    card = compose(library, planned, Timing("Europe/Istanbul"), Language(), planned.at)
    messenger = TelegramMessenger(TOKEN, telegram.base_url)
    await messenger.send(ChatKey("telegram", "-1001"), card, "key")
    sent = as_sent((await telegram.asked("sendMessage")).params)
    await messenger.close()
    assert renamed(post["payloads"]["telegram"]) == sent
