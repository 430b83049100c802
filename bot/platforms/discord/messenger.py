"""Posts messages unasked, one each, and returns their outcomes in the core's words."""

import asyncio
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import structlog

from bot.core.asking.platform import Payload
from bot.core.errors import NewspegError
from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import (
    Deleted,
    EditOutcome,
    FindOutcome,
    Gone,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
    Unchangeable,
    Unknown,
)
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card
from bot.platforms.discord import PERSON, custom_ids, gateway
from bot.platforms.discord.errors import Outcome, outcome_of
from bot.platforms.discord.rendering import as_one
from bot.platforms.discord.replies import arguments

log = structlog.get_logger()

_LONGEST_WAIT = 30.0  # seconds, the least that discord.py allows; longer rate limits surface as an error
LONGEST_CALL_S = 35.0
"""The longest time for a post, with the login and the direct message that have to be opened before."""
PUBLISHING_S = 10.0
"""The time for passing a post on to a channel's followers; both times together are shorter than a claim's lease."""
NONCE_HOLDS = timedelta(minutes=2)
"""The time for which Discord surely knows a nonce, and somewhat longer; it says “a few minutes”."""
_CLOCKS_APART = timedelta(minutes=2)
_LOOKED_AT = 200  # messages since then
_NONCE_LENGTH = 25  # https://docs.discord.com/developers/resources/message#create-message
_Refusal = RetryLater | Gone | Rejected | NotSent


class DiscordMessenger:
    """The port Messenger, over a login of its own without a gateway."""

    def __init__(
        self,
        token: str,
        clock: Clock,
        api_url: str | None = None,
        *,
        spend: Callable[[], None] = lambda: None,
        timeout: float = LONGEST_CALL_S,
    ) -> None:
        """`clock` is the ledger's; `spend` is called for each request besides the posts.

        After `timeout` seconds in all a post counts as unanswered; until then discord.py repeats some requests itself.
        """
        self._token = token
        self._clock = clock
        self._api_url = api_url
        self._spend = spend
        self._timeout = timeout
        self._client: discord.Client | None = None
        self._opening = asyncio.Lock()
        self._types: dict[int, discord.ChannelType] = {}

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        """Post a card as one message; while Discord remembers its nonce, a repeat gives the first one."""
        until = self._until()
        channel = await self._channel(chat, until)
        if not isinstance(channel, discord.PartialMessageable):
            return channel
        message = arguments(_marked(as_one(card), nonce(key)))
        if reply_to:
            message["reference"] = discord.MessageReference(
                message_id=int(reply_to), channel_id=channel.id, fail_if_not_exists=False
            )
        try:
            async with asyncio.timeout_at(until):
                sent = await channel.send(**message, nonce=nonce(key), silent=silent)
        except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Discord's
            return _of_a_post(outcome_of(error, self._token))
        await self._publish(sent)
        return Sent(str(sent.id))

    async def find(self, chat: ChatKey, key: str, since: datetime) -> FindOutcome | None:
        """Look for one of the bot's posts in its channel, once Discord no longer remembers its nonce."""
        age = self._clock() - since
        if age < NONCE_HOLDS:
            return Repeatable()
        until = self._until()
        channel = await self._channel(chat, until)
        if not isinstance(channel, discord.PartialMessageable):
            return channel
        self._spend()
        try:
            async with asyncio.timeout_at(until):
                since_then = channel.history(after=datetime.now(UTC) - age - _CLOCKS_APART, limit=_LOOKED_AT)
                ours = [message async for message in since_then if nonce(key) in _marks(message)]
        except discord.Forbidden:
            return None  # the bot may post here and not read
        except Exception as error:  # noqa: BLE001 -- as above
            return _unsent(outcome_of(error, self._token))
        if not ours:
            return NotThere()
        if not ours[0].flags.crossposted:
            await self._publish(ours[0])
        return Sent(str(ours[0].id))

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        """Replace one of the bot's messages by a card."""
        until = self._until()
        channel = await self._channel(chat, until)
        if not isinstance(channel, discord.PartialMessageable):
            return channel
        try:
            async with asyncio.timeout_at(until):
                await channel.get_partial_message(int(message_id)).edit(**{"view": None, **arguments(as_one(card))})
        except Exception as error:  # noqa: BLE001 -- as above
            return outcome_of(error, self._token)
        return Sent(message_id)

    async def close(self) -> None:
        """Release the connections; the next post opens them again."""
        client, self._client = self._client, None
        if client:
            await client.close()

    def _until(self) -> float:
        """Return when a call that begins now has to end, with all its requests; in the loop's time."""
        return asyncio.get_running_loop().time() + self._timeout

    async def _channel(self, chat: ChatKey, until: float) -> discord.PartialMessageable | _Refusal:
        """Return the channel of a chat's messages; or why it is not known, in which case nothing was sent."""
        client = await self._logged_in(until)
        if not isinstance(client, discord.Client):
            return client
        person = chat.id.removeprefix(PERSON)
        if person == chat.id:
            return client.get_partial_messageable(int(chat.id))
        self._spend()
        try:
            async with asyncio.timeout_at(until):
                return client.get_partial_messageable((await client.create_dm(discord.Object(int(person)))).id)
        except Exception as error:  # noqa: BLE001 -- as above
            return _unsent(outcome_of(error, self._token))

    async def _logged_in(self, until: float) -> discord.Client | RetryLater | NotSent:
        """Return the client; or why there is none, which says nothing about any chat: a 403 here must not end one."""
        try:
            async with asyncio.timeout_at(until):
                return await self._open()
        except NewspegError as error:
            return NotSent(str(error))
        except Exception as error:  # noqa: BLE001 -- as above
            outcome = outcome_of(error, self._token)
            return outcome if isinstance(outcome, RetryLater) else NotSent(outcome.reason)

    async def _open(self) -> discord.Client:
        async with self._opening:
            if self._client is None:
                if self._api_url:
                    await gateway.use(self._api_url, self._token)
                client = discord.Client(
                    intents=discord.Intents(guilds=True),
                    allowed_mentions=discord.AllowedMentions.none(),
                    max_messages=None,
                    max_ratelimit_timeout=_LONGEST_WAIT,
                )
                try:
                    await client.login(self._token)
                except BaseException:
                    await client.close()
                    raise
                self._client = client
            return self._client

    async def _publish(self, sent: discord.Message) -> None:
        """Publish a post in an announcement channel to its followers; a failure leaves the post where it is."""
        try:
            async with asyncio.timeout(PUBLISHING_S):
                if await self._type(sent.channel.id) is discord.ChannelType.news:
                    self._spend()
                    await sent.publish()
        except Exception as error:  # noqa: BLE001 -- as above
            outcome = outcome_of(error, self._token)
            log.warning("an announcement was not published", platform="discord", channel=sent.channel.id, why=outcome)

    async def _type(self, channel_id: int) -> discord.ChannelType | None:
        """Return the kind of a channel; Discord is asked once, as its answer to a message does not tell."""
        if channel_id not in self._types:
            assert self._client
            self._spend()
            data: Any = await self._client.http.get_channel(channel_id)
            self._types[channel_id] = discord.enums.try_enum(discord.ChannelType, data["type"])
        return self._types[channel_id]


def _of_a_post(outcome: Outcome) -> _Refusal | Unknown:
    """Return the outcome for a new message, which can be neither deleted nor uneditable: it was rejected."""
    return Rejected(outcome.reason) if isinstance(outcome, Deleted | Unchangeable) else outcome


def _unsent(outcome: Outcome) -> _Refusal:
    """Return the outcome for a message if another call failed before it was sent."""
    of_a_post = _of_a_post(outcome)
    return NotSent(of_a_post.reason) if isinstance(of_a_post, Unknown) else of_a_post


def _marked(payload: Payload, mark: str) -> Payload:
    """Return a message whose buttons name the post that they stand under."""
    rows = [
        {**row, "components": [_marked_button(each, mark) for each in row["components"]]}
        for row in payload["components"]
    ]
    return {**payload, "components": rows}


def _marked_button(component: Payload, mark: str) -> Payload:
    custom_id = custom_ids.marked(component["custom_id"], mark)
    return {**component, "custom_id": custom_id} if len(custom_id) <= custom_ids.MAX else component


def _marks(message: discord.Message) -> set[str | None]:
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return {custom_ids.mark_of(each.custom_id or "") for row in rows for each in row.children}


def nonce(key: str) -> str:
    """Return the key in the length that Discord takes."""
    return hashlib.sha256(key.encode()).hexdigest()[:_NONCE_LENGTH]
