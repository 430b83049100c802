"""Builds the calls of the Bot API that put a card where it belongs: pure functions. They send nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.asking.desk import Hit
from bot.core.asking.platform import Call, Payload
from bot.core.wording.cards import Card
from bot.platforms.telegram.keyboards import Buttons
from bot.platforms.telegram.rendering import alert, articles, render

_INLINE_CACHE_S = 30  # short, as stories change


@dataclass(frozen=True, slots=True)
class Place:
    """The place of messages: a chat, a topic of a forum, under a message."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None

    @property
    def address(self) -> Payload:
        """Return the place as fields of a call that sends something."""
        address: Payload = {"chat_id": self.chat_id}
        if self.thread_id:
            address["message_thread_id"] = self.thread_id
        if self.reply_to:
            address["reply_parameters"] = {"message_id": self.reply_to, "allow_sending_without_reply": True}
        return address


def sent(place: Place, card: Card, buttons: Buttons) -> Sequence[Call]:
    """Send a card; its first message says which one it answers."""
    return (*_messages(place, render(card, buttons)), *_attached(place, card))


def replaced(place: Place, message_id: int | None, card: Card, buttons: Buttons) -> Sequence[Call]:
    """Put a card in place of one of the bot's messages; below it, if that cannot be edited any more."""
    first, *others = _messages(place, render(card, buttons))
    if message_id is not None:
        address = {"chat_id": place.chat_id, "message_id": message_id}
        first = Call("editMessageText", first.payload, address, replaces=True, otherwise=first)
    return (first, *others, *_attached(place, card))


def shown(press: str, card: Card) -> Call:
    """Show a card's first words to the one who pressed a button, and to nobody else."""
    return shown_in_words(press, alert(card))


def shown_in_words(press: str, words: str) -> Call:
    """Show words to the one who pressed a button."""
    payload = {"text": words, "show_alert": True}
    return Call("answerCallbackQuery", payload, {"callback_query_id": press}, ephemeral=True)


def acknowledged(press: str) -> Call:
    """Stop a button's spinner."""
    return Call("answerCallbackQuery", {}, {"callback_query_id": press})


def found(query: str, hits: Iterable[Hit], username: str) -> Call:
    """Offer the cards that a search found."""
    return _offered(query, [article.to_dict() for article in articles(hits, username)], _INLINE_CACHE_S)


def found_nothing(query: str) -> Call:
    """End a search that failed, and do not keep this answer for the next one."""
    return _offered(query, [], 0)


def written(place: Place, words: str) -> Call:
    """Send words, without any markup."""
    return Call("sendMessage", {"text": words}, place.address)


def in_the_name_of(title: str | None, card: Card) -> Card:
    """Return a card that names its chat by this title, as it is read in another chat."""
    return replace(card, title=f"{title}: {card.title}") if title else card


def _messages(place: Place, payloads: Iterable[Payload]) -> list[Call]:
    addresses = (place.address, replace(place, reply_to=None).address)
    return [Call("sendMessage", payload, addresses[number > 0]) for number, payload in enumerate(payloads)]


def _attached(place: Place, card: Card) -> Sequence[Call]:
    if card.attachment is None:
        return ()
    return (Call("sendDocument", {}, replace(place, reply_to=None).address, card.attachment),)


def _offered(query: str, results: Sequence[Any], cache_s: int) -> Call:
    payload = {"results": results, "cache_time": cache_s, "is_personal": True}
    return Call("answerInlineQuery", payload, {"inline_query_id": query})
