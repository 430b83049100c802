"""The site without a server: its parts behind the real door, asked as a browser asks."""

import re
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.platforms.web import login, monitoring
from bot.platforms.web.application import Part, build_application
from bot.platforms.web.pages import Pages
from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.hosts import Hosts
from tests.waiting import HANGS_AFTER_S

HERE = "http://127.0.0.1:8080"
HTML = {"accept": "text/html"}
PASSWORD = "correct horse"


async def echo(request: Request) -> Response:
    return PlainTextResponse(await request.body())


async def fail(_: Request) -> Response:
    raise RuntimeError("a secret of the machine's")


PROBE = Part([Route("/probe", echo, methods=["GET", "POST"]), Route("/failure", fail)], "Probe", "/probe")


@dataclass
class Seconds:
    """A clock that stands until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Site:
    """What a site is made of, with what most tests leave as it is."""

    parts: Callable[[Pages], Iterable[Part]] = lambda _: ()
    host: str = "127.0.0.1"
    password: str | None = None
    url: str | None = None
    clock: Seconds = field(default_factory=Seconds)

    def build(self) -> ASGIApp:
        pages = Pages(self.url)
        entrance = Entrance(self.password, self.clock, has_tls=(self.url or "").startswith("https:"))
        parts = [PROBE, Part(login.routes(pages, entrance)), *self.parts(pages)]
        return build_application(parts, pages, Hosts(self.host, self.url), entrance)


def site_with_figures(metrics_token: str | None = None, **parts: str) -> Site:
    """The site of a bot whose parts do as is said, which asks for a password elsewhere."""

    async def exposition() -> tuple[bytes, str]:
        return b"newspeg_up 1\n", "text/plain; version=0.0.4; charset=utf-8"

    return Site(lambda _: [Part(monitoring.routes(lambda: parts, exposition, metrics_token))], password=PASSWORD)


@asynccontextmanager
async def browser(
    site: Site | ASGIApp, address: str = "127.0.0.1", base: str = HERE, *, may_fail: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that asks for pages, from an address."""
    application = site.build() if isinstance(site, Site) else site
    transport = httpx.ASGITransport(application, raise_app_exceptions=not may_fail, client=(address, 50_000))
    async with httpx.AsyncClient(transport=transport, base_url=base, headers=HTML, timeout=HANGS_AFTER_S) as client:
        yield client


async def token(client: httpx.AsyncClient, path: str = "/login") -> str:
    """The token that a page gives its visitor."""
    found = re.search(r'name="csrf" value="([A-Za-z0-9_-]+)"', (await client.get(path)).text)
    assert found
    return found[1]


async def log_in(client: httpx.AsyncClient, password: str = PASSWORD, onwards: str = "/probe") -> httpx.Response:
    """Fill in the form and send it."""
    form = {"csrf": await token(client), "password": password, "next": onwards}
    return await client.post("/login", data=form)
