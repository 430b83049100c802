"""Shows posts on a terminal, those of the ledger and rehearsed ones: a row each, or a JSON object a line."""

from collections.abc import Mapping
from typing import Any

from bot.core.posting.notices import columns_of
from bot.core.posting.posts import Post
from bot.core.posting.rehearsal import Rehearsed
from bot.platforms.terminal.rendering import render_text


def post_json(post: Post) -> Mapping[str, Any]:
    """Return the JSON that `--json` prints for one post."""
    columns = columns_of(post.notice)
    return {
        "due_at": post.due_at.isoformat(),
        "platform": post.chat.platform,
        "chat": post.chat.id,
        "story": columns.story,
        "event": columns.event,
        "revision": columns.number,
        "lead": columns.lead,
        "state": post.state,
        "reason": post.reason,
        "marks": post.marks,
        "message_id": post.message_id,
        "sent_at": post.sent_at.isoformat() if post.sent_at else None,
        "version": post.version,
        "repair": post.repair,
        "repair_reason": post.repair_reason,
    }


def post_plain(post: Post) -> str:
    """Return one row: due time, chat, notice, state with marks and reason, then the repair with its reason."""
    parts = [
        f"{post.due_at:%Y-%m-%d %H:%MZ}",
        f"{post.chat.platform} {post.chat.id}",
        f"{_subject(post)} {columns_of(post.notice).lead or 'change of plan'}".lstrip(),
        " ".join([post.state, *post.marks]),
        post.reason,
        f"repair {post.repair}" if post.repair else "",
        post.repair_reason,
    ]
    return "  ".join(part for part in parts if part)


def _subject(post: Post) -> str:
    """Return the subject of a post: an event, a story, or neither."""
    return f"{post.story}/{post.event}" if post.event else post.story


def rehearsed_json(post: Rehearsed, chat: str) -> Mapping[str, Any]:
    """Return the JSON that `--json` prints for one post."""
    return {
        "at": f"{post.planned.at:%Y-%m-%dT%H:%M:%SZ}",
        "local": post.local.isoformat(),
        "chat": chat,
        "story": post.planned.story.slug,
        "event": post.planned.event.id,
        "lead": str(post.planned.lead),
        "text": f"{post.card.title}\n{render_text(post.card)}",
    }


def rehearsed_plain(post: Rehearsed, chat: str) -> str:
    """Return one row: UTC, local time, chat, notice, and the first line of the text."""
    notice = f"{post.planned.story.slug}/{post.planned.event.id} {post.planned.lead}"
    first = render_text(post.card).partition("\n")[0]
    times = f"{post.planned.at:%Y-%m-%d %H:%MZ}  {post.local:%Y-%m-%d %H:%M %Z}"
    return f"{times}  {chat}  {notice}  {post.card.title}: {first}"
