"""What is decided about an interaction, by literals: no client, no loop, no network."""

from dataclasses import replace

import pytest

from bot.core.asking.commands import BY_NAME
from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Attachment, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.platforms.discord.questions import Origin, Question, asked_by_command, asked_by_press

PERSON, CHANNEL = ChatKey("discord", "user:5"), ChatKey("discord", "7")
HERE = Origin(PERSON, "en", CHANNEL)
ALONE = Origin(PERSON, "en", in_private=True)
HELP = Invocation("help")
CARD = Card("Title", (Paragraph(("Text",)),))
FILE = replace(CARD, attachment=Attachment("a.ics", b"BEGIN"))
LONG = Card("Title", (Paragraph(("x " * 5000,)),))


def methods(question: Question, card: Card = CARD) -> list[str]:
    return [call.method for call in question.calls(card)]


def test_a_command_is_answered_for_all_and_a_private_one_for_its_reader() -> None:
    for command in BY_NAME.values():
        [answer] = asked_by_command(HERE, command, {}).calls(CARD)
        assert (answer.method, answer.ephemeral) == ("createInteractionResponse", command.private)
    assert {command.private for command in BY_NAME.values()} == {True, False}
    [answer] = asked_by_command(HERE, BY_NAME["help"], {}).calls(replace(CARD, private=True))
    assert answer.ephemeral


@pytest.mark.parametrize(
    ("origin", "edits"),
    [
        (replace(HERE, under="for all"), False),
        (replace(HERE, under="for the reader"), True),
        (replace(ALONE, under="for all"), True),
        (replace(Origin(PERSON, "en"), under="for all"), False),
    ],
)
def test_only_a_message_that_is_the_readers_alone_is_edited(origin: Origin, edits: bool) -> None:
    [answer] = asked_by_press(origin, HELP).calls(CARD)
    assert answer.replaces is edits
    assert answer.ephemeral is (origin.under == "for the reader" or not edits)
    [refused] = asked_by_press(origin, None).calls(CARD)
    assert (refused.replaces, refused.ephemeral) == (False, True)


def test_a_file_takes_no_messages_place_and_comes_with_the_last() -> None:
    question = asked_by_press(replace(ALONE, under="for all"), HELP)
    assert methods(question, FILE) == ["createInteractionResponse"]
    *others, last = question.calls(replace(LONG, attachment=FILE.attachment))
    assert last.file
    assert not any(call.file for call in others)


def test_what_was_announced_decides_how_it_is_answered() -> None:
    edits, new = asked_by_press(replace(ALONE, under="for all"), HELP), Question(HERE, HELP)
    assert [call.method for call in edits.calls(LONG, "for the reader")][:2] == [
        "editOriginalInteractionResponse",
        "createFollowupMessage",
    ]
    assert {call.method for call in new.calls(LONG, "for all")} == {"createFollowupMessage"}
    private = replace(CARD, private=True)
    assert [call.method for call in new.calls(private, "for all")] == [
        "deleteOriginalInteractionResponse",
        "createFollowupMessage",
    ]
    assert (edits.announcement.method, new.announcement.method) == ("deferUpdateMessage", "deferReply")


def test_in_private_nothing_else_is_written_to_the_person() -> None:
    assert Question(HERE, HELP).reaches
    assert not Question(ALONE, HELP).reaches
