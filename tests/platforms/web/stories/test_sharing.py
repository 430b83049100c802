"""Pages of stories that many are shown alike: rendered once, known by an ETag, and to none but those they are for."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jinja2
import pytest

from bot.core.errors import Problem
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.platforms.web import sharing
from bot.platforms.web.application import Part
from bot.platforms.web.pages import Pages
from bot.platforms.web.stories import routes as stories
from bot.runtime.catalogues import Catalogues
from tests.platforms.web.sites import PASSWORD, Site, browser, log_in
from tests.platforms.web.stories.pages import Elements
from tests.stories import harbour, synthetic

PATHS = ("/stories", "/stories/harbour", "/stories/harbour.ics")


@dataclass
class Newsroom:
    """What is published, when, and how often a template was filled."""

    stories: Sequence[Story] = field(default_factory=lambda: [harbour()])
    problems: dict[str, Sequence[Problem]] = field(default_factory=dict)
    now: datetime = datetime(2031, 3, 2, 9, tzinfo=UTC)
    rendered: int = 0

    def __post_init__(self) -> None:
        self.library = Library(self.stories)

    def publish(self, *stories: Story) -> None:
        self.library = Library(stories)

    def site(self, **settings: Any) -> Site:
        def parts(pages: Pages) -> list[Part]:
            found = stories.routes(pages, lambda: self.library, Catalogues(), lambda: self.now, lambda: self.problems)
            return [Part(found, "Stories", "/stories")]

        return Site(parts, **settings)


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    newsroom = Newsroom()
    render = jinja2.Template.render

    def count(template: jinja2.Template, *args: Any, **kwargs: Any) -> str:
        newsroom.rendered += 1
        return render(template, *args, **kwargs)

    monkeypatch.setattr(jinja2.Template, "render", count)
    return newsroom


async def again(client: httpx.AsyncClient, answer: httpx.Response) -> httpx.Response:
    return await client.get(answer.url.path, headers={"if-none-match": answer.headers["etag"]})


@pytest.mark.parametrize("path", PATHS)
async def test_who_has_it_already_is_told_so(newsroom: Newsroom, path: str) -> None:
    async with browser(newsroom.site(password=PASSWORD)) as client:
        first = await client.get(path)
        known = await again(client, first)
        assert (known.status_code, known.content) == (304, b"")
        for header in ("etag", "cache-control", "vary"):
            assert known.headers[header] == first.headers[header]
        for tags in (f"W/{first.headers['etag']}", f'"other", {first.headers["etag"]}', "*"):
            assert (await client.get(path, headers={"if-none-match": tags})).status_code == 304
        assert (await client.get(path, headers={"if-none-match": '"other"'})).status_code == 200


async def test_a_page_is_rendered_once_for_all_who_ask(newsroom: Newsroom) -> None:
    application = newsroom.site(password=PASSWORD).build()
    async with browser(application) as one, browser(application, "192.0.2.7") as other:
        answers = await asyncio.gather(*(client.get("/stories/harbour") for client in (one, other) * 20))
    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert newsroom.rendered == 1


async def test_another_version_or_day_makes_another_page(newsroom: Newsroom) -> None:
    async with browser(newsroom.site(password=PASSWORD)) as client:
        first = await client.get("/stories/harbour")
        newsroom.now += timedelta(hours=1)
        assert (await again(client, first)).status_code == 304
        assert newsroom.rendered == 1
        newsroom.now += timedelta(days=1)
        tomorrow = await again(client, first)
        assert "(2 days ago)" in tomorrow.text
        newsroom.publish(harbour(headline="The bridge is open"))
        assert "The bridge is open" in (await again(client, tomorrow)).text
        newsroom.publish(harbour(status="retracted"))
        assert (await again(client, tomorrow)).status_code == 410


async def test_a_countdown_in_hours_goes_on(newsroom: Newsroom) -> None:
    newsroom.now = datetime(2031, 5, 4, 14, tzinfo=UTC)
    async with browser(newsroom.site(password=PASSWORD)) as client:
        assert "in 2 hours" in (await client.get("/stories/harbour")).text
        newsroom.now += timedelta(hours=1)
        assert "in 60 minutes" in (await client.get("/stories/harbour")).text
        newsroom.now += timedelta(hours=1, minutes=1)
        assert "in 60 minutes" not in (await client.get("/stories/harbour")).text
        newsroom.now -= timedelta(hours=2, minutes=1)
        assert "in 2 hours" in (await client.get("/stories/harbour")).text


async def test_a_day_begins_where_the_event_is(newsroom: Newsroom) -> None:
    newsroom.now = datetime(2031, 5, 4, 20, 59, tzinfo=UTC)  # in Istanbul midnight is in a minute
    async with browser(newsroom.site(password=PASSWORD)) as client:
        assert "6 May 2031" in (before := (await client.get("/stories/harbour")).text)
        assert "(tomorrow)" in before
        newsroom.now += timedelta(minutes=1)
        assert "(today)" in (await client.get("/stories/harbour")).text


async def test_what_is_for_editors_reaches_no_reader_and_no_cache(newsroom: Newsroom) -> None:
    newsroom.problems = {"harbour": [Problem(Path("content/harbour/story.yaml"), 7, "no entity “brigde”")]}
    application = newsroom.site(password=PASSWORD).build()
    async with browser(application) as editor, browser(application) as reader:
        await log_in(editor)
        for path in ("/stories", "/stories/harbour"):
            own = await editor.get(path)
            shared = await reader.get(path)
            assert "brigde" in own.text
            assert own.headers["cache-control"] == "no-store"
            assert "etag" not in own.headers
            assert "brigde" not in shared.text
            assert "csrf" not in shared.text
            assert shared.headers["vary"] == "cookie"
            assert (await again(editor, shared)).status_code == 200
            assert "brigde" in (await editor.get(path)).text


async def test_on_this_machine_alone_everybody_is_an_editor_and_shares_as_such(newsroom: Newsroom) -> None:
    async with browser(newsroom.site()) as client:
        first = await client.get("/stories/harbour")
        assert "Sound: " in first.text
        assert first.headers["cache-control"] == "private, no-cache"
        assert (await again(client, first)).status_code == 304
        newsroom.problems = {"harbour": [Problem(Path("story.yaml"), 7, "no entity “brigde”")]}
        assert "brigde" in (await again(client, first)).text


async def test_under_another_name_the_page_names_itself_so(newsroom: Newsroom) -> None:
    application = newsroom.site().build()
    for name in ("127.0.0.1", "localhost"):
        async with browser(application, base=f"http://{name}:8080") as client:
            assert f'content="http://{name}:8080/stories/harbour"' in (await client.get("/stories/harbour")).text


def test_a_shared_page_cannot_show_what_is_a_visitors_own() -> None:
    from bot.platforms.web.pages import _Anyone  # noqa: PLC0415 -- only here

    with pytest.raises(AttributeError):
        _ = _Anyone(is_editor=True).token  # type: ignore[attr-defined] # which is the point


async def test_what_is_kept_is_bounded(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.publish(*(synthetic(number, entities=1) for number in range(10)))
    async with browser(newsroom.site()) as client:
        size = len((await client.get("/stories/story-0")).content)
        monkeypatch.setattr(sharing, "MOST_BYTES", size * 5 + size // 2)
        for number in range(10):
            await client.get(f"/stories/story-{number}")
        rendered = newsroom.rendered
        for number in range(9, 4, -1):
            await client.get(f"/stories/story-{number}")
        assert newsroom.rendered == rendered
        await client.get("/stories/story-0")
        assert newsroom.rendered == rendered + 1


async def test_many_stories_are_listed_page_by_page() -> None:
    newsroom = Newsroom([synthetic(number, entities=1) for number in range(3 * stories.PER_PAGE + 1)])
    known = [story.slug for story in newsroom.library.stories]
    async with browser(newsroom.site(url="https://news.example.org")) as client:
        path, listed = "/stories", list[str]()
        for number in range(3):
            found = Elements((await client.get(path)).text).found
            links = {at["rel"]: at["href"] for tag, at in found if tag in ("a", "link") and "rel" in at}
            listed += [(at["href"] or "") for tag, at in found if tag == "a" and at.get("class") == "headline"]
            assert links["canonical"] == f"https://news.example.org{path}"
            assert links.get("prev") == (None, "/stories", "/stories?page=2")[number]
            path = links["next"] or ""
        assert listed == [f"/stories/{slug}" for slug in known[: 3 * stories.PER_PAGE]]
        last = await client.get("/stories?page=4")
        assert 'rel="next"' not in last.text
        assert "Page 4 of 4" in last.text


@pytest.mark.parametrize("page", ["0", "2", "-1", "1.5", "", "x", "9" * 5000, "١", "1&page=9"])
async def test_there_is_no_such_page_of_the_list(newsroom: Newsroom, page: str) -> None:
    async with browser(newsroom.site()) as client:
        assert (await client.get(f"/stories?page={page}")).status_code == 404
        assert (await client.get("/stories?page=1")).status_code == 200
