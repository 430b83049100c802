"""The limits that Telegram gives as a rule of thumb, with a little to spare for what the network delays.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second over all
chats, one a second in a chat (short bursts pass), 20 a minute in a group.
"""

from bot.core.posting.pacing import Pace, Room, Span, Waited, unnoted

_IN_A_CHAT = Span(1, 1.05)
_A_SHORT_BURST = Span(3, 3.1)
_IN_A_GROUP = Span(20, 61.0)
# With the posts that have a place already, below 30 at once; and below 30 a second, so that posts go on.
_ANSWERS = Span(15, 0.6)


def telegram_pace(per_second: float, waited: Waited = unnoted) -> Pace:
    """The pace of one bot that sends so many messages over all chats."""
    return Pace(per_second, (_ANSWERS,), _room, waited)


def _room(chat: str) -> Room:
    """A forum's topics share the limits of their group."""
    whole, _, _ = chat.partition("/")
    shared = (_IN_A_GROUP,) if whole.startswith("-") else ()
    return Room(whole, (_IN_A_CHAT, *shared), (_A_SHORT_BURST, *shared))
