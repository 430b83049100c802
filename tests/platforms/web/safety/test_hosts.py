import pytest

from bot.platforms.web.safety.hosts import Hosts, is_loopback
from tests.platforms.web.sites import Site, browser


@pytest.mark.parametrize("header", ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"])
def test_loopback_is_known_under_its_names(header: str) -> None:
    assert Hosts("127.0.0.1").know(header, 8080)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "localhost",
        "localhost:8081",
        "evil.example:8080",
        "127.0.0.1.evil.example:8080",
        "localhost.evil.example:8080",
        "192.168.1.5:8080",
        "0.0.0.0:8080",
        "user@localhost:8080",
        "localhost:8080/",
        "localhost:8080, evil.example",
        "localhost:８080",
        "localhost:8080\n",
        "[::1:8080",
    ],
)
def test_nothing_else_is(header: str) -> None:
    assert not Hosts("127.0.0.1").know(header, 8080)


def test_port_80_need_not_be_said() -> None:
    assert Hosts("127.0.0.1").know("localhost", 80)


def test_an_address_of_its_own_is_known() -> None:
    hosts = Hosts("news.lan")
    assert hosts.know("news.lan:8080", 8080)
    assert not hosts.know("192.168.1.5:8080", 8080)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_all_of_a_machines_addresses_are_known_by_number_alone(host: str) -> None:
    hosts = Hosts(host)
    assert hosts.know("192.168.1.5:8080", 8080)
    assert hosts.know("[fd00::5]:8080", 8080)
    assert not hosts.know("evil.example:8080", 8080)


def test_where_it_is_published_it_is_known_whatever_its_own_port() -> None:
    hosts = Hosts("127.0.0.1", "https://news.example.org/")
    assert hosts.know("news.example.org", 8080)
    assert hosts.know("news.example.org:443", 8080)
    assert not hosts.know("news.example.org:8080", 8080)
    assert Hosts("0.0.0.0", "http://localhost:9000").know("localhost:9000", 8080)


@pytest.mark.parametrize(
    ("host", "is_so"),
    [("localhost", True), ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("0.0.0.0", False), ("::", False)],
)
def test_loopback(host: str, is_so: bool) -> None:
    assert is_loopback(host) is is_so
    assert not is_loopback("localhost.example")


@pytest.mark.parametrize("path", ["/", "/probe", "/static/site.css", "/healthz", "/nowhere"])
async def test_under_a_foreign_name_there_is_no_page(path: str) -> None:
    async with browser(Site()) as client:
        answer = await client.get(path, headers={"host": "evil.example:8080"})
        assert answer.status_code == 400
        assert "Newspeg" not in answer.text
        assert (await client.post(path, headers={"host": "evil.example:8080"})).status_code == 400
