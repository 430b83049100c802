"""Every row of the table of who may what on Discord, over its own gateway, with data that no button ever carried."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest

from bot.core.asking.commands import BY_NAME
from bot.core.posting.chats import ChatKey
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.platforms.who_may import Row, Shown, Trial, found_out, rows
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import (
    CHANNEL,
    EPHEMERAL,
    MANAGE_CHANNELS,
    READER,
    THREAD,
    Payload,
    command,
    in_dm,
    in_group,
    in_guild,
    in_thread,
    message,
    press,
)

OWN = ChatKey("discord", f"user:{READER}")
HERE, IN_THREAD = ChatKey("discord", CHANNEL), ChatKey("discord", THREAD)
SOMEBODY = "400000000000000099"
_EDITS = 7  # the type of an answer that takes the message's place

Make = Callable[[str], Payload]


def typed(line: str) -> Payload:
    """A slash command, its options as the core takes the line apart."""
    name, _, argument = line.partition(" ")
    story, slash, rest = argument.rpartition("/")
    words = rest.split(" ", 1)
    names = [each.name for each in BY_NAME[name].parameters if each.name not in ("story", "page")]
    options = {**({"story": story} if slash else {}), **dict(zip(names, words if rest else [], strict=False))}
    return command(name, **options)


def pressed(line: str, form: str = "newspeg:{}", flags: int = 0) -> Payload:
    """A press on a button of a message, which carries it, as discord.py hears no other."""
    custom_id = form.format(line)
    button = {"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}
    shown = message(CHANNEL, {"components": [{"type": 1, "components": [button]}], "flags": flags})
    return press(custom_id, shown)


pressed_under_a_post = partial(pressed, form="newspeg@mark:{}")
pressed_alone = partial(pressed, flags=EPHEMERAL)
pressed_for_another = partial(pressed, form=f"newspeg:in {THREAD} {{}}")


def chosen(line: str) -> Payload:
    """A choice from a list; its value need not be one that the list offers."""
    choices = {"type": 3, "custom_id": "newspeg#0", "options": [{"label": "Help", "value": "help"}]}
    shown = message(CHANNEL, {"components": [{"type": 1, "components": [choices]}]})
    return {**press("newspeg#0", shown), "data": {"custom_id": "newspeg#0", "component_type": 3, "values": [line]}}


@dataclass(frozen=True, slots=True)
class Case:
    """How a row is tried: the interaction of a command, where it comes from, which chat that is."""

    make: Make
    where: Payload
    here: ChatKey | None = None
    there: ChatKey | None = None


def brought_by(person: str) -> Payload:
    return {**in_guild(MANAGE_CHANNELS, installed=False), "authorizing_integration_owners": {"1": person}}


MEMBER, MANAGER = in_guild(), in_guild(MANAGE_CHANNELS)
NOT_OURS = {**in_guild(MANAGE_CHANNELS, installed=False), "authorizing_integration_owners": {}}
ANNOUNCEMENTS = {**MEMBER, "channel": {**MEMBER["channel"], "type": 5}}

CASES = {
    ("direct message", "writes a command"): Case(typed, in_dm()),
    ("direct message", "presses a button"): Case(pressed, in_dm()),
    ("channel", "member writes a command"): Case(typed, MEMBER, HERE),
    ("channel", "member presses a button"): Case(pressed, MEMBER, HERE),
    ("channel", "member presses a button that they alone see"): Case(pressed_alone, MEMBER, HERE),
    ("channel", "member chooses from a list"): Case(chosen, MEMBER, HERE),
    ("channel", "manager writes a command"): Case(typed, MANAGER, HERE),
    ("channel", "manager presses a button"): Case(pressed, MANAGER, HERE),
    ("channel", "manager presses a button for another chat"): Case(pressed_for_another, MANAGER, HERE, IN_THREAD),
    ("thread", "member writes a command"): Case(typed, in_thread(), IN_THREAD, HERE),
    ("thread", "manager writes a command"): Case(typed, in_thread(MANAGE_CHANNELS), IN_THREAD, HERE),
    ("thread", "manager presses a button"): Case(pressed, in_thread(MANAGE_CHANNELS), IN_THREAD, HERE),
    ("announcement channel", "member presses a button under a post"): Case(pressed_under_a_post, ANNOUNCEMENTS, HERE),
    ("server that follows it", "presses a button under the copy of a post"): Case(
        pressed_under_a_post, NOT_OURS, there=HERE
    ),
    ("anywhere, with the app brought along", "writes a command"): Case(typed, brought_by(READER), there=HERE),
    ("anywhere, with the app brought along", "presses a button"): Case(pressed, brought_by(READER), there=HERE),
    ("anywhere, with the app of somebody else", "presses a button"): Case(pressed, brought_by(SOMEBODY), there=HERE),
    ("group of friends", "writes a command"): Case(typed, in_group(), there=HERE),
}


def test_every_row_is_tried() -> None:
    assert [(row.where, row.who) for row in rows("Discord")] == list(CASES)


@pytest.mark.parametrize("row", rows("Discord"), ids=lambda row: f"{row.where}, {row.who}")
async def test_what_the_table_says_is_what_happens(server: DiscordServer, desk: PatientDesk, row: Row) -> None:
    case = CASES[row.where, row.who]

    async def send(line: str) -> Shown:
        answer = await server.callback(await server.interact(case.make(line), case.where))
        return Shown(json.dumps(answer.body, ensure_ascii=False), answer.body["type"] == _EDITS)

    chats = {"own": OWN, "here": case.here, "there": case.there}
    trial = Trial(send, {word: chat for word, chat in chats.items() if chat}, presses=row.edits != "–")
    async with serving(server, desk):
        assert await found_out(row, trial, desk.chats) == row
