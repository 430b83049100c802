"""The page of posts behind the real door, over the ledger of a test."""

from collections.abc import Callable
from datetime import datetime

from bot.core.stories.library import Library
from bot.platforms.web.application import Part
from bot.platforms.web.posts import routes as posts
from bot.platforms.web.streams import Streams
from bot.runtime.catalogues import Catalogues
from bot.storage.overview import SqlCensus
from tests.platforms.web.sites import Site
from tests.storage.books import PLANNED, STORY, Books

LIBRARY = Library([STORY])
HOSTILE = """</script><script>f(1)</script>"><img src=x onerror=f(2)>{{ 7*7 }}'&\u202e\r\nevent: page\n\ndata: x"""


def site_of(
    books: Books,
    streams: Streams | None = None,
    *,
    now: datetime = PLANNED.at,
    password: str | None = None,
    changed: Callable[[], None] = lambda: None,
) -> Site:
    """The part over this ledger, at a moment when its reminders are of use."""
    census = SqlCensus(books.engine)
    read = posts.Books(books.overview, census, lambda: LIBRARY, Catalogues(), lambda: now, changed)
    return Site(
        lambda pages: [
            Part(
                posts.routes(pages, streams or Streams(), read, ["telegram", "discord"], lambda _: True),
                "Posts",
                "/posts",
            )
        ],
        password=password,
    )
