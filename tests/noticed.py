"""What a post is about, in the words of the ledger's columns, as `newspeg posts` prints them."""

from bot.core.posting.notices import OfPlan, columns_of
from bot.core.posting.posts import Post


def lead_of(post: Post) -> str:
    """A reminder's lead, or what stands in its place."""
    return columns_of(post.notice).lead


def number_of(post: Post) -> int:
    """Of the event's plan."""
    return columns_of(post.notice).number


def plan_of(post: Post) -> str:
    """The event's plan, as it was when the post was written."""
    return columns_of(post.notice).plan


def is_news(post: Post) -> bool:
    """Whether it is about no event's plan."""
    return not isinstance(post.notice, OfPlan)
