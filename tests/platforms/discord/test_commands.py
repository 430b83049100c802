"""Slash commands: all of the core's, with their options, in guilds and in direct messages."""

from collections.abc import Mapping

import pytest
import simcord

from bot.core.asking.allowance import Allowance, Rate
from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME, COMMANDS
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.platforms.discord.adapter import NewspegClient
from tests.platforms.discord.conftest import Newsroom
from tests.platforms.discord.reading import shown

HARBOUR: Mapping[str, str | int] = {"story": "harbour"}


async def test_the_list_is_the_core_s(newsroom: Newsroom) -> None:
    assert set(newsroom.reader.available_commands(newsroom.channel)) == set(BY_NAME)


def test_commands_are_described_and_typed(simcord_bot: NewspegClient) -> None:
    for command in COMMANDS:
        registered = simcord_bot.tree.get_command(command.name)
        assert registered is not None
        payload = registered.to_dict(simcord_bot.tree)
        assert payload["description"] == command.description
        assert payload["contexts"] == [0, 1, 2]
        assert payload["integration_types"] == [0, 1]
        assert [option["name"] for option in payload["options"]] == [each.name for each in command.options]
        for option, parameter in zip(payload["options"], command.options, strict=True):
            assert option["description"] == parameter.description
            assert option["type"] == (4 if parameter.number else 3)
            assert option.get("min_value") == (1 if parameter.number else None)
            assert option.get("max_length") == parameter.longest
            assert option.get("autocomplete", False) == (parameter.suggest is not None)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_command_answers(newsroom: Newsroom, command: AnyCommand) -> None:
    options = HARBOUR if any(parameter.name == "story" for parameter in command.parameters) else {}
    result = await newsroom.manager.slash(newsroom.channel, command.name, **options)
    assert result.acknowledged
    assert not result.deferred
    assert result.ephemeral == command.private
    card = await newsroom.asker.desk.answer(_request(newsroom, command, options))
    assert shown(result).startswith(card.title)


async def test_an_answer_shows_facts_with_citations(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "facts", story="harbour")
    text = shown(result)
    assert "The bridge is 900 metres long." in text
    assert "Leyla Aydın said: The bridge withstands any storm." in text
    assert "-# ¶ 2, Leyla Aydın via Harbour Gazette" in text


async def test_options_reach_the_desk(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", story="harbour", name="Leyla", page=1)
    assert "Leyla Aydın" in shown(result)


async def test_times_are_shown_in_the_readers_zone_and_in_the_events(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "when", story="harbour", event="opening")
    assert "<t:1935676800:F> (19:00 in Istanbul)" in shown(result)


async def test_a_calendar_file_is_attached(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "calendar", story="harbour")
    assert result.response is not None
    [attachment] = result.response.attachments
    assert attachment.filename.endswith(".ics")
    assert (await attachment.read()).startswith(b"BEGIN:VCALENDAR")


async def test_direct_messages_are_a_chat_of_their_own(simcord_env: simcord.Env, newsroom: Newsroom) -> None:
    user = simcord_env.create_user("alone")
    await user.slash("story", slug="story-1")
    assert (await newsroom.asker.chats.load(ChatKey("discord", f"user:{user.id}"))).story == "story-1"
    assert (await newsroom.settings()).story is None
    assert "Story 1" in shown(await user.slash("summary"))


async def test_only_those_who_manage_the_channel_change_it(newsroom: Newsroom) -> None:
    refused = await newsroom.reader.slash(newsroom.channel, "story", slug="story-1")
    assert refused.ephemeral
    assert (await newsroom.settings()).story is None
    await newsroom.manager.slash(newsroom.channel, "story", slug="story-1")
    assert (await newsroom.settings()).story == "story-1"


async def test_suggestions_for_what_is_typed(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "who", "name", "ley", story="harbour")
    assert "Leyla Aydın" in [choice["name"] for choice in choices]
    result = await newsroom.reader.slash(newsroom.channel, "who", name=choices[0]["value"], story="harbour")
    assert "Leyla Aydın" in shown(result)


async def test_a_suggested_question_is_asked_as_it_stands_in_the_list(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "ask", "question", "who ley", story="harbour")
    assert [choice["name"] for choice in choices] == [choice["value"] for choice in choices] == ["Who is Leyla Aydın?"]
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=choices[0]["value"], story="harbour")
    assert "Leyla Aydın" in shown(result)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_suggestion_is_within_the_limits(newsroom: Newsroom, command: AnyCommand) -> None:
    for parameter in command.parameters:
        if parameter.suggest:
            choices = await newsroom.reader.autocomplete(newsroom.channel, command.name, parameter.name, "")
            assert len(choices) <= 25
            assert all(1 <= len(choice[key]) <= 100 for choice in choices for key in ("name", "value"))


async def test_suggestions_know_the_other_options(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "settings", "value", "istanbul", setting="timezone")
    assert [choice["value"] for choice in choices] == ["Europe/Istanbul"]


async def test_suggestions_know_the_story_chosen(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "quotes", "who", "", story="harbour")
    assert [choice["name"] for choice in choices] == ["Leyla Aydın", "Ferry Company"]


async def test_who_asks_too_much_is_told_alone_and_once(newsroom: Newsroom) -> None:
    newsroom.asker.allowance = Allowance(Rate(1, 0))
    first = await newsroom.reader.slash(newsroom.channel, "help")
    told = await newsroom.reader.slash(newsroom.channel, "help")
    assert (first.ephemeral, told.ephemeral) == (False, True)
    assert "One moment" in shown(told)
    ignored = await newsroom.reader.slash(newsroom.channel, "help")
    assert not ignored.acknowledged
    assert "What I can do" in shown(await newsroom.manager.slash(newsroom.channel, "help"))


def _request(newsroom: Newsroom, command: AnyCommand, options: Mapping[str, str | int]) -> Request:
    return Request(command.invocation(options), newsroom.chat, "en-US")
