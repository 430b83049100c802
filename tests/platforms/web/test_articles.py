"""The article beside a story is for editors alone: no address of the page gives a word of it to anybody else."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route
from structlog.testing import capture_logs

from bot.app.service import Service
from bot.newsroom.newsroom import Newsroom
from bot.platforms.web.safety.door import Door
from bot.settings import Settings
from bot.storage.database import open_database
from tests.newsroom.written import with_lines, write
from tests.platforms.web.sites import browser

SECRET = "Cormorants nest beneath the northern pier"
ELSEWHERE = (
    "/stories/bridge/article.txt",
    "/stories/bridge/../bridge/article.txt",
    "/stories/bridge/%2e%2e/bridge/article.txt",
    "/stories/article.txt",
    "/content/bridge/article.txt",
    "/static/article.txt",
    "/static/../article.txt",
    "/static/..%2f..%2f..%2f..%2fcontent%2fbridge%2farticle.txt",
    "/article.txt",
)
VALUES = ("bridge", "draft", "article.txt", "1", "telegram")


def paths(routes: Sequence[BaseRoute], around: str = "") -> Iterator[tuple[str, set[str]]]:
    """Every address with each value that may stand in it, and its methods."""
    for route in routes:
        if isinstance(route, Mount):
            yield from paths(route.routes, around + route.path)
        elif isinstance(route, Route):
            for value in VALUES:
                given = dict.fromkeys(route.param_convertors, value)
                yield around + _filled(route.path, given), route.methods or set()


def _filled(path: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        for written in (f"{{{name}}}", f"{{{name}:int}}", f"{{{name}:path}}", f"{{{name}:str}}"):
            path = path.replace(written, value)
    return path


async def test_no_route_gives_a_reader_the_article_and_no_log_holds_it(tmp_path: Path) -> None:
    write(tmp_path / "content" / "bridge")
    write(tmp_path / "content" / "draft", with_lines(("status: published", f"status: draft\nreview: {SECRET}")))
    for slug in ("bridge", "draft"):
        (tmp_path / "content" / slug / "article.txt").write_text(f"Headline\n\n{SECRET}.", encoding="utf-8")
    given = {"content": tmp_path / "content", "web_password": "correct horse", "web_host": "0.0.0.0"}
    settings = Settings.model_validate({**given, "database_url": f"sqlite:///{tmp_path / 'newspeg.db'}"})
    newsroom = Newsroom(settings.content)
    engine = open_database(settings.database_url.get_secret_value())
    with capture_logs() as logs:
        assert newsroom.load() == []
        service = Service(settings, newsroom, engine, lambda: datetime(2031, 3, 2, tzinfo=UTC))
        await service.begin()
        door = service.page()._site
        assert isinstance(door, Door)
        assert isinstance(door.site, Starlette)
        asked = [(path, method) for path, methods in paths(door.site.routes) for method in methods]
        asked += [(path, "GET") for path in ELSEWHERE]
        assert len(asked) > 20
        async with browser(door, "203.0.113.5") as client:
            for path, method in dict.fromkeys(asked):
                assert SECRET not in (await client.request(method, path)).text, (method, path)
            assert "Bridge opens in May" in (await client.get("/stories/bridge")).text
    await engine.dispose()
    assert SECRET not in str(logs)
