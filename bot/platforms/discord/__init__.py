"""Discord: the one place that knows discord.py, and imports it when a part of it is built."""

import time

from bot.core.asking.desk import Desk
from bot.core.asking.platform import Access, Adapter, ChatKind, Likeness, Platform
from bot.core.posting.outcomes import Messenger
from bot.core.posting.pacing import Pace, RateLimit, Room, Waited, unnoted
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card

PERSON = "user:"
"""Stands before a person's id, in the key of the chat with that person."""

# Discord allows 50 requests a second over all routes: https://docs.discord.com/developers/topics/rate-limits. Answers
# to interactions are exempt. Five messages in 5 s a channel are observed. discord.py keeps to each route's limit from
# the headers of the answers; this pace spares it most of that.
_PER_SECOND = 45.0
_IN_A_CHANNEL = RateLimit(5, 5.1)


def discord_pace(per_second: float, waited: Waited = unnoted) -> Pace:
    """Return the pace of one bot that posts so often over all channels."""
    return Pace(per_second, room=lambda channel: Room(channel, (_IN_A_CHANNEL,)), waited=waited)


def kind_of(chat: str) -> ChatKind:
    """Return the kind of the chat with this id."""
    return "private" if chat.startswith(PERSON) else "channel"


def _adapter(access: Access, desk: Desk, _pace: Pace) -> Adapter:
    from bot.platforms.discord.adapter import DiscordAdapter

    return DiscordAdapter(desk, access.token, access.api_url)


def _messenger(access: Access, clock: Clock, pace: Pace) -> Messenger:
    from bot.platforms.discord.messenger import DiscordMessenger

    return DiscordMessenger(access.token, clock, access.api_url, spend=lambda: pace.spend(time.monotonic()))


async def _introduce(access: Access) -> str:
    from bot.platforms.discord.introducing import introduce

    return await introduce(access)


def _likeness() -> Likeness:
    from bot.platforms.discord.likeness import LIKENESS

    return LIKENESS


def _fits(card: Card) -> bool:
    from bot.platforms.discord.rendering import fits

    return fits(card)


DISCORD = Platform(
    name="discord",
    title="Discord",
    where_to_register="https://discord.com/developers/applications, page “Bot”",
    asked_by="options",
    chats={"private": f"{PERSON}1", "channel": "1"},
    kind_of=kind_of,
    per_second=_PER_SECOND,
    pace=discord_pace,
    adapter=_adapter,
    messenger=_messenger,
    introduce=_introduce,
    likeness=_likeness,
    fits=_fits,
)
