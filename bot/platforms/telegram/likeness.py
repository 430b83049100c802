"""How Telegram shows cards, for a page that draws it: what is sent, without the sending."""

from functools import partial

from bot.core.asking.platform import Likeness
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.inline import articles
from bot.platforms.telegram.keyboards import asking, shared
from bot.platforms.telegram.rendering import alert, as_one, render


def telegram_likeness(username: str) -> Likeness:
    """Of the bot of this name."""
    return Likeness(
        private=partial(render, buttons=asking),
        shared=partial(render, buttons=shared(username)),
        as_one=as_one,
        pressed=lambda data, _: Invocation.pressed(data),
        alert=alert,
        found=lambda hits: [article.to_dict() for article in articles(hits, username)],
    )
