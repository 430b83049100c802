"""The adapter's decisions over made-up origins, for a page that draws Discord."""

from bot.core.asking.platform import Call, ChatKind, Chosen, Deed, Likeness, Pressed, Said
from bot.core.wording.cards import Card
from bot.platforms.discord import DISCORD, custom_ids
from bot.platforms.discord.questions import Origin, Question, asked_by_command, asked_by_press
from bot.platforms.discord.rendering import as_one


def _asked(deed: Deed, kind: ChatKind, locale: str | None) -> Question | None:
    """Return the question of a person in direct messages, or of one who may manage a server's channel."""
    in_private = kind == "private"
    channel = None if in_private else DISCORD.chat("channel")
    origin = Origin(DISCORD.chat("private"), locale, channel, in_private=in_private)
    match deed:
        case Chosen(command, options):
            return asked_by_command(origin, command, options)
        case Pressed(data, values, ephemeral):
            pressed = Origin(
                origin.person, locale, channel, in_private, under="for the reader" if ephemeral else "for all"
            )
            return asked_by_press(pressed, custom_ids.pressed(data, values))
        case Said():
            return None  # the bot reads no messages


def _posted(card: Card, _kind: ChatKind) -> Call:
    return Call("createMessage", as_one(card), {})


LIKENESS = Likeness(_asked, _posted)
