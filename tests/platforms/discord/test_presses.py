"""Buttons and lists: whose message they change, who may press them, and that they outlive the process."""

import pytest
import simcord

from bot.core.posting.chats import ChatKey
from bot.platforms.discord.adapter import NewspegClient
from tests.platforms.discord.conftest import Newsroom
from tests.platforms.discord.reading import pressables, shown, text_of


async def answer(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None
    return result.response


async def test_a_press_on_a_shared_message_answers_only_the_one_who_pressed(newsroom: Newsroom) -> None:
    message = await answer(await newsroom.manager.slash(newsroom.channel, "start"))
    before = text_of(message)
    pressed = await newsroom.reader.click(message, label="Timeline")
    assert pressed.ephemeral
    assert "1987" in shown(pressed) or "Story 1" in shown(pressed)
    assert text_of(newsroom.channel.history()[0]) == before
    assert pressed.response is not None
    assert pressed.response.id != message.id


async def test_a_press_on_a_private_message_changes_it_in_place(newsroom: Newsroom) -> None:
    shared = await answer(await newsroom.manager.slash(newsroom.channel, "start"))
    private = await answer(await newsroom.reader.click(shared, label="Summary"))
    pressed = await newsroom.reader.click(private, label="Facts")
    changed = await answer(pressed)
    assert changed.id == private.id
    assert "The facts" in shown(pressed)


@pytest.mark.usefixtures("newsroom")
async def test_a_press_in_a_direct_message_changes_it_in_place(simcord_env: simcord.Env) -> None:
    user = simcord_env.create_user("alone")
    message = await answer(await user.slash("summary", story="harbour"))
    facts = await answer(await user.click(message, label="Facts"))
    assert facts.id == message.id
    assert "900 metres" in text_of(facts)


async def test_a_file_comes_as_a_message_of_its_own(simcord_env: simcord.Env, newsroom: Newsroom) -> None:
    user = simcord_env.create_user("alone")
    message = await answer(await user.slash("when", story="harbour", event="opening"))
    file = await answer(await user.click(message, custom_id=calendar_button(message)))
    assert file.id != message.id
    assert file.attachments
    assert not file.ephemeral
    shared = await answer(await newsroom.reader.slash(newsroom.channel, "when", story="harbour", event="opening"))
    file = await answer(await newsroom.reader.click(shared, custom_id=calendar_button(shared)))
    assert file.attachments
    assert file.ephemeral


def calendar_button(message: simcord.ResponseMessage) -> str:
    [found] = [each["custom_id"] for each in pressables(message).values() if "calendar" in each["custom_id"]]
    return str(found)


async def test_buttons_and_lists_outlive_the_process(simcord_env: simcord.Env, newsroom: Newsroom) -> None:
    buttons = await answer(await newsroom.manager.slash(newsroom.channel, "start"))
    lists = await answer(await newsroom.manager.slash(newsroom.channel, "who", story="story-1"))
    menu = next(each for each in pressables(lists).values() if "options" in each)
    await simcord_env.restart_bot(NewspegClient(newsroom.asker.desk))
    assert "Story 1" in shown(await newsroom.reader.click(buttons, label="Summary"))
    option = menu["options"][3]
    chosen = await newsroom.reader.select(lists, [option["value"]], custom_id=menu["custom_id"])
    assert chosen.ephemeral
    assert option["label"] in shown(chosen)


async def test_messages_are_not_kept_in_memory_for_their_buttons(
    simcord_bot: NewspegClient, newsroom: Newsroom
) -> None:
    await newsroom.reader.slash(newsroom.channel, "start")
    await newsroom.reader.slash(newsroom.channel, "settings")
    assert not simcord_bot.persistent_views
    assert not simcord_bot._connection._view_store._views


async def test_a_press_that_changes_the_chat_is_for_those_who_manage_it(newsroom: Newsroom) -> None:
    await newsroom.manager.slash(newsroom.channel, "story", slug="story-1")
    shared = await answer(await newsroom.reader.slash(newsroom.channel, "summary", story="harbour"))
    refused = await newsroom.reader.click(shared, label="Read this one here")
    assert (await newsroom.settings()).story == "story-1"
    assert shown(refused).startswith("Only for those who manage this chat")
    question = await answer(await newsroom.manager.slash(newsroom.channel, "forget"))
    await newsroom.manager.click(question, label="Erase")
    assert (await newsroom.settings()).story is None


async def test_forget_in_a_direct_message(simcord_env: simcord.Env, newsroom: Newsroom) -> None:
    user = simcord_env.create_user("alone")
    chat = ChatKey("discord", str(user.dm_channel.id))
    await user.slash("story", slug="story-1")
    question = await user.slash("forget")
    assert question.ephemeral
    erased = await user.click(await answer(question), label="Erase")
    assert shown(erased).startswith("Erased")
    assert (await newsroom.asker.chats.load(chat)).story is None
