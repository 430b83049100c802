"""Telegram: the one place that knows python-telegram-bot, and imports it when a part of it is built."""

from bot.core.asking.desk import Desk
from bot.core.asking.platform import Access, Adapter, ChatKind, Likeness, Platform
from bot.core.posting.outcomes import Messenger
from bot.core.posting.pacing import Pace, RateLimit, Room, Waited, unnoted
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card
from bot.runtime.clock import system_clock

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second over all
# chats, one a second in a chat (short bursts pass), 20 a minute in a group; a little is spared for delays on the
# network.
_PER_SECOND = 29.7
_IN_A_CHAT = RateLimit(1, 1.05)
_A_SHORT_BURST = RateLimit(3, 3.1)
_IN_A_GROUP = RateLimit(20, 61.0)
# With the posts that have a place already, below 30 at once; and below 30 a second, so that posts go on.
_ANSWERS = RateLimit(15, 0.6)


def telegram_pace(per_second: float, waited: Waited = unnoted) -> Pace:
    """Return the pace of one bot that sends so many messages over all chats."""
    return Pace(per_second, (_ANSWERS,), _room, waited)


def _room(chat: str) -> Room:
    """Return the room of a chat: a forum's topics share the limits of their group."""
    whole, _, _ = chat.partition("/")
    shared = (_IN_A_GROUP,) if whole.startswith("-") else ()
    return Room(whole, (_IN_A_CHAT, *shared), (_A_SHORT_BURST, *shared))


def kind_of(chat: str) -> ChatKind:
    """Return the kind of the chat with this id: groups and channels have negative ids."""
    return "channel" if chat.startswith("-") else "private"


def _adapter(access: Access, desk: Desk, pace: Pace) -> Adapter:
    """Build the adapter; its clock is the real one, as Telegram dates messages by that."""
    from bot.platforms.telegram.adapter import TelegramAdapter

    return TelegramAdapter(desk, access.token, system_clock, access.api_url, pace=pace)


def _messenger(access: Access, _clock: Clock, _pace: Pace) -> Messenger:
    from bot.platforms.telegram.messenger import TelegramMessenger

    return TelegramMessenger(access.token, access.api_url)


async def _introduce(access: Access) -> str:
    from bot.platforms.telegram.introducing import introduce

    return await introduce(access)


def _likeness() -> Likeness:
    from bot.platforms.telegram.likeness import LIKENESS

    return LIKENESS


def _fits(card: Card) -> bool:
    from bot.platforms.telegram.rendering import fits

    return fits(card)


TELEGRAM = Platform(
    name="telegram",
    title="Telegram",
    where_to_register="create a bot with @BotFather and copy its token",
    asked_by="line",
    chats={"private": "1", "channel": "-1001"},
    kind_of=kind_of,
    per_second=_PER_SECOND,
    pace=telegram_pace,
    adapter=_adapter,
    messenger=_messenger,
    introduce=_introduce,
    likeness=_likeness,
    fits=_fits,
)
