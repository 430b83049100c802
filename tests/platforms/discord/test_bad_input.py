"""Whatever comes in, the reader gets a short answer, nobody is called, and the client lives on."""

from typing import Any

import discord
import pytest
import simcord
import structlog

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.asking.suggestions import Suggestion
from bot.core.wording.cards import Card
from bot.platforms.discord.adapter import NewspegClient
from bot.runtime.catalogues import Catalogues
from tests.asking import Asker
from tests.platforms.discord.conftest import Newsroom
from tests.platforms.discord.reading import shown

NASTY = [
    "",
    " ",
    "x" * 6000,
    "\x00\x07\x1b[31m",
    "\u202eדודיק\u200f",
    "👩‍👩‍👧‍👦" * 50,
    "<b>bold</b> &amp; <script>",
    "**bold** __under__ `code` ```block```",
    "@everyone @here <@123456789012345678> <@&123456789012345678>",
    "[click](https://evil.example)",
    "harbour/harbour/harbour",
    "-1",
    "/who",
    "newspeg:forget yes",
]


class BrokenDesk(Desk):
    """A desk that fails, once it is told to."""

    broken = False

    async def answer(self, request: Request) -> Card:
        if self.broken:
            raise ZeroDivisionError("the desk is on fire")
        return await super().answer(request)

    async def suggest(self, *arguments: Any, **named: Any) -> list[Suggestion]:
        if self.broken:
            raise ZeroDivisionError("the desk is on fire")
        return await super().suggest(*arguments, **named)


@pytest.fixture
def desk(asker: Asker) -> BrokenDesk:
    desk = BrokenDesk(lambda: asker.library, asker.chats, lambda: asker.now, Catalogues())
    asker.desk = desk
    return desk


@pytest.fixture
def simcord_bot(desk: BrokenDesk) -> NewspegClient:
    return NewspegClient(desk)


@pytest.mark.parametrize("typed", NASTY)
@pytest.mark.parametrize(
    ("command", "option"), [("who", "name"), ("facts", "topic"), ("story", "slug"), ("who", "story")]
)
async def test_nasty_input_gets_a_short_card(newsroom: Newsroom, command: str, option: str, typed: str) -> None:
    result = await newsroom.manager.slash(newsroom.channel, command, **{option: typed})
    assert 0 < len(shown(result)) < 2000
    assert not result.followups


@pytest.mark.parametrize("typed", NASTY)
async def test_nasty_input_gets_suggestions(newsroom: Newsroom, typed: str) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "who", "name", typed, story=typed)
    assert len(choices) <= 25


async def test_nobody_is_called(newsroom: Newsroom) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "who", name="@everyone <@123456789012345678>")
    assert result.response is not None
    message = result.response.message
    assert not message.mention_everyone
    assert not message.mentions
    assert not message.content


def test_mentions_are_off_whatever_is_sent(simcord_bot: NewspegClient) -> None:
    allowed = simcord_bot.allowed_mentions
    assert allowed is not None
    assert not any([allowed.everyone, allowed.users, allowed.roles, allowed.replied_user])


def test_nothing_privileged_is_asked_for(simcord_bot: NewspegClient) -> None:
    assert simcord_bot.intents.value == discord.Intents(guilds=True).value


@pytest.mark.simcord(check_errors=False)
async def test_a_command_that_is_no_more_gets_a_polite_answer(simcord_bot: NewspegClient, newsroom: Newsroom) -> None:
    simcord_bot.tree.remove_command("quotes")
    with structlog.testing.capture_logs() as logs:
        result = await newsroom.reader.slash(newsroom.channel, "quotes", story="harbour")
    assert result.ephemeral
    assert shown(result)
    assert [(log["log_level"], log["command"]) for log in logs] == [("warning", "quotes")]


@pytest.mark.parametrize("custom_id", ["", "newspeg:", "newspeg:Who?", "newspeg#0", "other-bot:1", "newspeg:who\nx"])
async def test_old_and_forged_buttons_get_a_polite_refusal(
    simcord_env: simcord.Env, simcord_bot: NewspegClient, newsroom: Newsroom, custom_id: str
) -> None:
    pressed = await newsroom.reader.click(await posted(simcord_bot, newsroom, custom_id or " "), label="Press")
    assert pressed.ephemeral
    assert "no longer works" in shown(pressed)
    assert not simcord_env.errors


async def test_a_button_for_an_unknown_command_gets_a_polite_refusal(
    simcord_bot: NewspegClient, newsroom: Newsroom
) -> None:
    pressed = await newsroom.reader.click(await posted(simcord_bot, newsroom, "newspeg:frobnicate x"), label="Press")
    assert pressed.ephemeral
    assert "I do not know that command" in shown(pressed)


@pytest.mark.usefixtures("newsroom")
async def test_an_old_button_in_a_direct_message_leaves_the_message_alone(
    simcord_env: simcord.Env, simcord_bot: NewspegClient
) -> None:
    user = simcord_env.create_user("alone")
    kept = await user.slash("summary")
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id="old"))
    old = await simcord_bot.get_partial_messageable(user.dm_channel.id).send("An old message", view=view)
    pressed = await user.click(old, label="Press")
    assert pressed.response is not None
    assert pressed.response.id not in (old.id, kept.response.id)


async def test_a_failure_is_apologised_for_and_logged_once(newsroom: Newsroom, desk: BrokenDesk) -> None:
    desk.broken = True
    with structlog.testing.capture_logs() as logs:
        result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert result.ephemeral
    assert shown(result).startswith("That did not work")
    assert [log["event"] for log in logs] == ["discord interaction failed"]
    desk.broken = False
    assert "Story 1" in shown(await newsroom.reader.slash(newsroom.channel, "summary"))


async def test_a_failure_on_a_press_leaves_the_message_alone(newsroom: Newsroom, desk: BrokenDesk) -> None:
    message = await newsroom.reader.slash(newsroom.channel, "settings")
    assert message.response is not None
    desk.broken = True
    pressed = await newsroom.reader.click(message.response, label="Language")
    assert shown(pressed).startswith("That did not work")
    assert pressed.response is not None
    assert pressed.response.id != message.response.id


async def test_suggestions_that_fail_are_none(newsroom: Newsroom, desk: BrokenDesk) -> None:
    desk.broken = True
    with structlog.testing.capture_logs() as logs:
        assert await newsroom.reader.autocomplete(newsroom.channel, "who", "name", "ley") == []
    assert [log["event"] for log in logs] == ["discord suggestions failed"]


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060), (500, 0)])
async def test_discord_s_own_refusals_do_no_harm(
    simcord_env: simcord.Env, newsroom: Newsroom, status: int, code: int
) -> None:
    simcord_env.inject_error("POST", "/interactions/*/callback", status=status, code=code, times=2)
    with structlog.testing.capture_logs() as logs:
        result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert not result.acknowledged
    assert [log["event"] for log in logs] == ["discord interaction failed", "discord apology failed"]
    assert (await newsroom.reader.slash(newsroom.channel, "summary")).acknowledged


async def posted(client: NewspegClient, newsroom: Newsroom, custom_id: str) -> discord.Message:
    """A message of the bot's with one button."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id=custom_id))
    view.stop()
    return await client.get_partial_messageable(newsroom.channel.id).send("A message", view=view)
