"""Shows the ledger's posts on a terminal: a row each, or a JSON object a line."""

from collections.abc import Mapping
from typing import Any

from bot.core.posting.notices import columns_of
from bot.core.posting.posts import Post


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
