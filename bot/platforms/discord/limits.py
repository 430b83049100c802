"""Discord's limits for posts: 50 requests a second over all routes, and, as observed, five messages in 5 s a channel.

https://docs.discord.com/developers/topics/rate-limits; answers to interactions are exempt. discord.py keeps to what
the answers' headers say of each route; what is kept here spares it most of that.
"""

from bot.core.posting.pacing import Pace, Room, Span, Waited, unnoted

_IN_A_CHANNEL = Span(5, 5.1)


def discord_pace(per_second: float, waited: Waited = unnoted) -> Pace:
    """The pace of one bot that posts so often over all channels."""
    return Pace(per_second, room=lambda channel: Room(channel, (_IN_A_CHANNEL,)), waited=waited)
