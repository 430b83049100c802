"""Pages are fetched from public addresses alone, within their bounds; the server is real, on loopback, and hostile."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.core.errors import NoArticle
from bot.newsroom.drafting.fetching import MOST_REDIRECTS, PATIENCE_S, Fetcher, is_public
from bot.newsroom.drafting.reading import MAX_PAGE
from tests.waiting import hang_guard

PAGE = b"<html><body><p>The ferry is late.</p></body></html>"
Talk = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


def answer(body: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *more: str) -> bytes:
    """An answer over HTTP."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *more, "", ""]
    return "\r\n".join(head).encode() + body


@asynccontextmanager
async def serving(talk: Talk | bytes, host: str = "127.0.0.1") -> AsyncIterator[tuple[str, list[bytes]]]:
    """A server that says what it is told to, whatever it is asked; its address, and what it was asked."""
    asked: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            asked.append(request)
            if isinstance(talk, bytes):
                writer.write(talk)
            else:
                await talk(request, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, host, 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{port}", asked


class Resolver:
    """Answers with one list of addresses after the other; the last one stays."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = [*answers]
        self.asked: list[tuple[str, int]] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def never(_: float) -> None:
    await asyncio.Event().wait()


def fetcher(resolver: Resolver | None = None) -> Fetcher:
    """One that may fetch from loopback, and has all the time that there is."""
    if resolver:
        return Fetcher(may_be_private=True, sleep=never, resolve=resolver)
    return Fetcher(may_be_private=True, sleep=never)


async def refused(url: str, by: Fetcher | None = None) -> str:
    """The reason why nothing is fetched: one line."""
    async with hang_guard():
        with pytest.raises(NoArticle) as caught:
            await (by or fetcher()).fetch(url)
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_a_page_comes_with_nothing_sent_but_what_a_request_needs() -> None:
    async with serving(answer()) as (url, asked):
        fetched = await fetcher().fetch(f"{url}/ferry?x=1#here")
    assert (fetched.raw, fetched.is_html, fetched.url) == (PAGE, True, f"{url}/ferry?x=1#here")
    lines = asked[0].decode().split("\r\n")
    assert lines[0] == "GET /ferry?x=1 HTTP/1.1"
    names = {line.partition(":")[0].lower() for line in lines[1:] if line}
    assert names == {"host", "accept", "accept-encoding", "user-agent", "connection"}


async def test_text_is_taken_too_and_its_encoding_heeded() -> None:
    body = "Паром опаздывает".encode("cp1251")
    async with serving(answer(body, "text/plain; charset=windows-1251")) as (url, _):
        fetched = await fetcher().fetch(url)
    assert (fetched.raw.decode(), fetched.is_html) == ("Паром опаздывает", False)


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    async with serving(answer()) as (url, asked):
        port = url.rpartition(":")[2]
        resolver = Resolver(["127.0.0.1"], ["192.0.2.1"])
        fetched = await fetcher(resolver).fetch(f"http://news.example:{port}/a")
    assert fetched.raw == PAGE
    assert resolver.asked == [("news.example", int(port))]
    assert f"host: news.example:{port}" in asked[0].decode().lower()


async def test_of_several_addresses_the_first_that_answers_is_taken() -> None:
    async with serving(answer()) as (url, _):
        port = url.rpartition(":")[2]
        assert (await fetcher(Resolver(["::1", "127.0.0.1"])).fetch(f"http://news.example:{port}/")).raw == PAGE


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["93.184.216.34", "10.0.0.1"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%eth0"],
    ],
)
async def test_a_host_with_a_private_address_is_refused_before_anything_is_sent(addresses: Sequence[str]) -> None:
    resolver = Resolver(addresses)
    said = await refused("http://news.example/", Fetcher(sleep=never, resolve=resolver))
    assert "is in a private network: NEWSPEG_DRAFT_PRIVATE=1 allows that" in said


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0.0.0.0", "[::ffff:7f00:1]"]
)
async def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    async with serving(answer()) as (url, asked):
        said = await refused(f"http://{host}:{url.rpartition(':')[2]}/", Fetcher(sleep=never))
    assert "private network" in said or "no such host" in said or "cannot be opened" in said
    assert asked == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
        *(
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fc00::1",
            "fe80::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
        ),
        *("2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1", "fec0::1", "no address", ""),
    ],
)
def test_an_address_that_not_everybody_can_reach_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "http://me:secret@news.example/",
        "news.example",
        "http://",
        "http://a b/",
    ],
)
async def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    resolver = Resolver(["93.184.216.34"])
    assert "is no address of a page" in await refused(url, Fetcher(sleep=never, resolve=resolver))
    assert resolver.asked == []


async def test_a_redirect_is_followed_and_the_last_address_told() -> None:
    async def talk(request: bytes, writer: asyncio.StreamWriter) -> None:
        moved = answer(b"", "text/html", "302 Found", "Location: /new", "Set-Cookie: a=b")
        writer.write(answer() if request.startswith(b"GET /new ") else moved)

    async with serving(talk) as (url, asked):
        assert (await fetcher().fetch(f"{url}/old")).url == f"{url}/new"
    assert len(asked) == 2
    assert b"cookie" not in asked[1].lower()


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("file:///etc/passwd", "leads to “file:/etc/passwd”, which is no address of a page"),
        ("http://me:secret@127.0.0.1/", "which is no address of a page"),
        ("gopher://127.0.0.1:70/", "which is no address of a page"),
        ("http://[", "cannot be fetched"),
        ("", "leads on without saying where"),
    ],
)
async def test_a_redirect_elsewhere_is_refused(location: str, said: str) -> None:
    async with serving(answer(b"", "text/html", "302 Found", f"Location: {location}")) as (url, _):
        assert said in await refused(url)


async def test_a_redirect_into_a_private_network_is_refused() -> None:
    """The first address is public as far as can be told here; the one that it leads to is not."""
    async with serving(answer(b"", "text/html", "302 Found", "Location: http://inside.example/")) as (url, asked):
        resolver = Resolver(["127.0.0.1"], ["10.0.0.1"])
        by = fetcher()

        async def turn(host: str, port: int) -> Sequence[str]:
            by._may_be_private = host != "inside.example"
            return await resolver(host, port)

        by._resolve = turn
        said = await refused(url.replace("127.0.0.1", "news.example"), by)
    assert "leads to “http://inside.example/”, which is in a private network" in said
    assert len(asked) == 1


async def test_redirects_in_a_circle_end() -> None:
    async with serving(answer(b"", "text/html", "301 Moved", "Location: /again")) as (url, asked):
        assert f"leads on more than {MOST_REDIRECTS} times" in await refused(url)
    assert len(asked) == MOST_REDIRECTS + 1


async def test_an_endless_body_is_left() -> None:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x" * 65_536)
            await writer.drain()

    async with serving(talk) as (url, _):
        assert f"is larger than {MAX_PAGE:,} bytes" in await refused(url)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
async def test_what_unfolds_to_more_than_a_page_is_left(coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    bomb = pack(b"x" * (40 * MAX_PAGE))
    assert len(bomb) < MAX_PAGE
    async with serving(answer(bomb, "text/html", "200 OK", f"Content-Encoding: {coding}")) as (url, _):
        assert "is larger than" in await refused(url)


async def test_a_compressed_page_is_unfolded() -> None:
    async with serving(answer(gzip.compress(PAGE), "text/html", "200 OK", "Content-Encoding: gzip")) as (url, _):
        assert (await fetcher().fetch(url)).raw == PAGE


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (answer(b"%PDF", "application/pdf"), "is no page, but application/pdf"),
        (answer(PAGE, ""), "is no page, but of an unknown kind"),
        (answer(status="404 Not Found"), "the server answers with 404"),
        (answer(status="500 No"), "the server answers with 500"),
        (answer(PAGE, "text/html", "200 OK", "Content-Encoding: br"), "compressed as nobody asked for (br)"),
        (answer(PAGE, "text/html", "200 OK", "Content-Encoding: gzip"), "comes compressed, and cannot be read"),
        (answer()[:-10], "its server breaks off"),
        (b"nonsense\r\n\r\n", "does not speak HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"x: " + b"y" * 200_000, "does not speak HTTP"),
        (b"", "its server breaks off"),
    ],
)
async def test_what_is_no_page_is_told(told: bytes, said: str) -> None:
    async with serving(told) as (url, _):
        assert said in await refused(url)


async def test_a_page_that_drips_is_left_when_its_time_is_over() -> None:
    dripped, waits = asyncio.Event(), []

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer()[:-5])
        await writer.drain()
        dripped.set()
        await never(0)

    async def until_dripped(seconds: float) -> None:
        waits.append(seconds)
        await dripped.wait()

    async with serving(talk) as (url, _):
        said = await refused(url, Fetcher(may_be_private=True, sleep=until_dripped))
    assert "did not come within 15 seconds" in said
    assert waits == [PATIENCE_S]


async def test_a_host_that_there_is_not_is_told() -> None:
    assert "no such host" in await refused("http://nowhere.invalid/")


async def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with serving(answer()) as (url, _):
        assert (await fetcher().fetch(url)).raw == PAGE
