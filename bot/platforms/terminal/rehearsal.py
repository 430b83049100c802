"""Shows rehearsed posts on a terminal: a row each, or a JSON object a line."""

from collections.abc import Mapping
from typing import Any

from bot.core.posting.rehearsal import Rehearsed
from bot.core.wording.cards import Card
from bot.platforms.terminal.rendering import render_text


def row_json(post: Rehearsed, chat: str) -> Mapping[str, Any]:
    """Return the JSON that `--json` prints for one post."""
    return {
        "at": f"{post.planned.at:%Y-%m-%dT%H:%M:%SZ}",
        "local": post.local.isoformat(),
        "chat": chat,
        "story": post.planned.story.slug,
        "event": post.planned.event.id,
        "lead": str(post.planned.lead),
        "text": _text(post.card),
    }


def row_plain(post: Rehearsed, chat: str) -> str:
    """Return one row: UTC, local time, chat, notice, and the first line of the text."""
    notice = f"{post.planned.story.slug}/{post.planned.event.id} {post.planned.lead}"
    first = render_text(post.card).partition("\n")[0]
    times = f"{post.planned.at:%Y-%m-%d %H:%MZ}  {post.local:%Y-%m-%d %H:%M %Z}"
    return f"{times}  {chat}  {notice}  {post.card.title}: {first}"


def _text(card: Card) -> str:
    return f"{card.title}\n{render_text(card)}"
