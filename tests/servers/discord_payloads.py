"""What Discord sends: users, messages, interactions, as its documentation shows them."""

from itertools import count
from typing import Any

Payload = dict[str, Any]

APPLICATION = "100000000000000001"
GUILD = "200000000000000001"
CHANNEL = "300000000000000001"
THREAD = "300000000000000005"
DM = "300000000000000009"
READER = "400000000000000001"

ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
EMBED_LINKS = 1 << 14
READ_MESSAGE_HISTORY = 1 << 16
SEND_MESSAGES_IN_THREADS = 1 << 38
MAY_POST = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | READ_MESSAGE_HISTORY | SEND_MESSAGES_IN_THREADS
EPHEMERAL = 1 << 6

_numbers = count(500000000000000001)


def snowflake() -> str:
    """An id that was not used before."""
    return str(next(_numbers))


def user(user_id: str = READER, name: str = "reader", *, bot: bool = False) -> Payload:
    """A user."""
    return {"id": user_id, "username": name, "discriminator": "0", "global_name": None, "avatar": None, "bot": bot}


def message(channel_id: str, body: Payload) -> Payload:
    """A message of the bot's, as Discord gives it back."""
    return {
        "id": snowflake(),
        "channel_id": channel_id,
        "author": user(APPLICATION, "newspeg", bot=True),
        "content": body.get("content") or "",
        "timestamp": "2031-03-02T09:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "components": body.get("components") or [],
        "pinned": False,
        "type": 0,
        "flags": body.get("flags") or 0,
    }


def command(name: str, /, **options: str | int) -> Payload:
    """A slash command."""
    given = [
        {"name": key, "type": 4 if isinstance(value, int) else 3, "value": value} for key, value in options.items()
    ]
    return {"type": 2, "data": {"id": snowflake(), "name": name, "type": 1, "options": given}}


def press(custom_id: str, on: Payload) -> Payload:
    """A press on a button of a message."""
    return {"type": 3, "data": {"custom_id": custom_id, "component_type": 2}, "message": on}


def in_guild(permissions: int = 0, *, installed: bool = True, bots: int = MAY_POST) -> Payload:
    """From a guild: one that has the bot, which may do what `bots` says, or one into which the reader brought it."""
    member = {
        "user": user(),
        "roles": [],
        "joined_at": "2030-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    return {
        "guild_id": GUILD,
        "guild": {"id": GUILD, "locale": "en-US", "features": []},
        "channel": {"id": CHANNEL, "type": 0, "name": "news", "position": 0, "permission_overwrites": []},
        "member": {**member, "permissions": str(permissions)},
        "app_permissions": str(bots),
        "context": 0,
        "authorizing_integration_owners": {"0": GUILD} if installed else {"1": READER},
    }


def in_thread(permissions: int = 0, *, bots: int = MAY_POST) -> Payload:
    """From a thread of that guild's channel."""
    thread = {
        "id": THREAD,
        "guild_id": GUILD,
        "parent_id": CHANNEL,
        "owner_id": READER,
        "type": 11,
        "name": "the vote",
        "message_count": 1,
        "member_count": 1,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2031-03-01T09:00:00+00:00",
            "locked": False,
        },
    }
    return {**in_guild(permissions, bots=bots), "channel": thread, "channel_id": THREAD}


def in_dm() -> Payload:
    """From the bot's own direct messages."""
    return {
        "channel": {"id": CHANNEL, "type": 1, "recipients": [user()]},
        "user": user(),
        "context": 1,
        "authorizing_integration_owners": {"0": "0", "1": READER},
    }


def in_group() -> Payload:
    """From a group of people, into which the reader brought the bot along."""
    return {
        "channel": {"id": CHANNEL, "type": 3, "name": "friends", "recipients": [user()], "owner_id": READER},
        "user": user(),
        "context": 2,
        "authorizing_integration_owners": {"1": READER},
    }


def interaction(what: Payload, where: Payload, locale: str = "en-GB") -> Payload:
    """One interaction."""
    number = snowflake()
    return {
        "id": number,
        "application_id": APPLICATION,
        "token": f"interaction-{number}",
        "version": 1,
        "locale": locale,
        "entitlements": [],
        "app_permissions": "0",
        "attachment_size_limit": 10 * 1024 * 1024,
        "channel_id": CHANNEL,
        **what,
        **where,
    }
