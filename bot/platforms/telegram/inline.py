"""Inline mode: the cards that a search offers in any chat, each as one message with links into the private chat."""

from collections.abc import Iterable, Iterator

from telegram import InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions

from bot.core.asking.desk import Hit
from bot.platforms.telegram.keyboards import leading
from bot.platforms.telegram.markup import one_line
from bot.platforms.telegram.rendering import NOTHING, as_one, render

# https://core.telegram.org/bots/api#answerinlinequery
MAX_RESULTS = 50
MAX_ID_BYTES = 64
_MAX_TITLE = 100
_MAX_DESCRIPTION = 200


def articles(hits: Iterable[Hit], username: str) -> list[InlineQueryResultArticle]:
    """The results of an inline query, the best first; each once."""
    return list({article.id: article for article in _articles(hits, username)}.values())[:MAX_RESULTS]


def _articles(hits: Iterable[Hit], username: str) -> Iterator[InlineQueryResultArticle]:
    for hit in hits:
        if len(hit.invocation.data.encode(errors="replace")) <= MAX_ID_BYTES:
            yield _article(hit, username)


def _article(hit: Hit, username: str) -> InlineQueryResultArticle:
    payload = as_one(render(hit.card, leading(username)))
    markup = payload.get("reply_markup")
    return InlineQueryResultArticle(
        hit.invocation.data,
        one_line(hit.card.title, _MAX_TITLE) or NOTHING,
        InputTextMessageContent(
            payload["text"],
            parse_mode=payload["parse_mode"],
            link_preview_options=LinkPreviewOptions.de_json(payload["link_preview_options"]),
        ),
        description=one_line(hit.snippet, _MAX_DESCRIPTION) or NOTHING,
        reply_markup=InlineKeyboardMarkup.de_json(markup) if markup else None,
    )
