"""Discord's pane: which calls the bot would make for a reader's commands and presses."""

from typing import Any

from tests.platforms.web.studios import Visitor, visitor

COMMAND, PRESS = "/preview/discord/command", "/preview/discord/press"


async def command(reader: Visitor, name: str, /, view: str = "channel", **values: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = await reader.ask(COMMAND, view=view, command=name, values=values)
    return steps


async def test_a_command_with_options_is_answered_for_all() -> None:
    async with visitor() as reader:
        [step] = await command(reader, "who", story="harbour", name="aydin")
    assert (step["call"], step["view"], step["ephemeral"]) == ("createInteractionResponse", "channel", False)
    assert step["payload"]["embeds"][0]["title"] == "Leyla Aydın"


async def test_a_private_answer_is_for_the_reader_alone() -> None:
    async with visitor() as reader:
        [step] = await command(reader, "privacy")
    assert step["ephemeral"]


async def test_a_press_in_a_channel_is_answered_apart() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, view="channel", data="newspeg:summary harbour/")
    assert (step["call"], step["ephemeral"], step["replaces"]) == ("createInteractionResponse", True, False)


async def test_a_press_on_what_is_the_readers_alone_changes_it() -> None:
    async with visitor() as reader:
        for where in ({"view": "private"}, {"view": "channel", "ephemeral": True}):
            [step] = await reader.ask(PRESS, **where, data="newspeg:summary harbour/")
            assert (step["call"], step["replaces"]) == ("updateMessage", True)
            assert step["ephemeral"] == ("ephemeral" in where)


async def test_a_file_never_takes_a_messages_place() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, view="private", data="newspeg:calendar harbour/")
    assert (step["call"], step["replaces"]) == ("createInteractionResponse", False)
    assert step["file"]["name"].endswith(".ics")


async def test_a_list_asks_for_what_is_chosen() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, view="private", data="newspeg#0", values=["who harbour/aydin"])
    assert step["payload"]["embeds"][0]["title"] == "Leyla Aydın"


async def test_a_button_of_another_bots_says_that_it_is_too_old() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, view="private", data="another:thing")
    assert (step["ephemeral"], step["replaces"]) == (True, False)


async def test_a_reminder_asked_for_in_a_channel_is_confirmed_in_private() -> None:
    async with visitor() as reader:
        steps = await command(reader, "remind", event="harbour/opening", lead="1 day")
        assert [(step["view"], step["call"]) for step in steps] == [
            ("channel", "createInteractionResponse"),
            ("private", "createMessage"),
        ]
        assert steps[0]["ephemeral"]
        [listed] = await command(reader, "reminders", view="private")
    assert "Opening of the bridge" in listed["payload"]["embeds"][0]["description"]


async def test_values_are_suggested_for_an_option() -> None:
    async with visitor() as reader:
        ask = {"command": "who", "parameter": "name", "typed": "ley", "values": {"story": "harbour"}}
        [found] = await reader.ask("/preview/discord/suggest", **ask)
        assert found["label"] == "Leyla Aydın"
        assert await reader.ask("/preview/discord/suggest", **{**ask, "parameter": "page"}) == []


async def test_no_such_command() -> None:
    async with visitor() as reader:
        assert (await reader.post(COMMAND, {"command": "weather"})).status_code == 404
