"""The pages of stories behind the real door, and what a browser would make of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

from bot.core.errors import Problem
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.platforms.web.application import Part
from bot.platforms.web.pages import Pages
from bot.platforms.web.stories import routes as stories
from bot.runtime.catalogues import Catalogues
from tests.platforms.web.sites import Site
from tests.stories import HARBOUR, harbour

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
HOSTILE = """</script><script>f(1)</script>"><img src=x onerror=f(2)>{{ 7*7 }}'&\u202e\u05d0"""
Problems = Mapping[str, Sequence[Problem]]


def site_of(*known: Story, problems: Problems | None = None, **settings: Any) -> Site:
    library = Library(known)

    def parts(pages: Pages) -> list[Part]:
        found = stories.routes(pages, lambda: library, Catalogues(), lambda: NOW, lambda: problems or {})
        return [Part(found, "Stories", "/stories")]

    return Site(parts, **settings)


def hostile() -> Story:
    """The story of the bridge, told by somebody who wants to break the page."""
    data = {
        "headline": HOSTILE,
        "date_note": HOSTILE,
        "credit": {"text": HOSTILE},
        "summary": [{"text": HOSTILE, "paragraph": 1}],
        "topics": [{"id": "safety", "name": HOSTILE}, {"id": "money", "name": "Money"}],
        "entities": [{**entity, "name": HOSTILE, "role": HOSTILE} for entity in HARBOUR["entities"]],
        "facts": [{**fact, "text": HOSTILE} for fact in HARBOUR["facts"]],
        "quotations": [{**quotation, "about": HOSTILE} for quotation in HARBOUR["quotations"]],
        "events": [{**event, "name": HOSTILE, "description": HOSTILE, "place": HOSTILE} for event in HARBOUR["events"]],
        "corrections": [{"id": "c", "date": "2031-03-02", "text": HOSTILE}],
    }
    return harbour(**data, slug="hostile")


class Elements(HTMLParser):
    """What a browser would make of a page: its elements, and what stands in its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._in_script = tag == "script"

    def handle_endtag(self, _: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)
