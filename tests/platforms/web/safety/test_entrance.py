import httpx
import pytest

from bot.platforms.web.safety.entrance import (
    ATTEMPTS_FROM_ALL,
    ATTEMPTS_FROM_ONE,
    ATTEMPTS_WITHIN_S,
    MOST_SESSIONS,
    SESSION_LASTS_S,
    Attempts,
    Sessions,
)
from tests.platforms.web.sites import PASSWORD, Site, browser, log_in


async def test_without_a_password_nobody_is_asked() -> None:
    async with browser(Site()) as client:
        assert (await client.get("/probe")).status_code == 200
        assert (await client.get("/login")).headers["location"] == "/"


async def test_with_one_everything_but_what_is_public_asks_for_it() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        asked = await client.get("/probe?a=1&b=2")
        assert asked.status_code == 303
        assert asked.headers["location"] == "/login?next=%2Fprobe%3Fa%3D1%26b%3D2"
        assert (await client.get("/probe", headers={"accept": "*/*"})).status_code == 401
        assert (await client.post("/probe")).status_code == 401
        assert (await client.get("/")).status_code == 303
        assert (await client.get("/storiesque")).status_code == 303
        assert (await client.get("/static/site.css")).status_code == 200
        assert "Probe" not in (await client.get("/login")).text


async def test_the_password_opens_the_page_until_one_leaves() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        entered = await log_in(client)
        assert (entered.status_code, entered.headers["location"]) == (303, "/probe")
        page = await client.get("/nowhere")
        assert page.status_code == 404
        assert "Log out" in page.text
        session = client.cookies["newspeg_session"]
        csrf = page.text.partition('name="csrf" value="')[2].partition('"')[0]
        await client.post("/logout", data={"csrf": csrf})
        client.cookies.set("newspeg_session", session)
        assert (await client.get("/probe")).status_code == 303


async def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        first = (await client.get("/login")).headers["set-cookie"]
        session = (await log_in(client)).headers["set-cookie"]
    assert first.startswith("newspeg_visitor=")
    assert "HttpOnly" in first
    assert "SameSite=Lax" in first
    assert "HttpOnly" in session
    assert "samesite=strict" in session.lower()
    assert "secure" not in (first + session).lower()


BEHIND_TLS = pytest.mark.parametrize(
    ("url", "base"), [("https://news.example.org", "http://news.example.org"), (None, "https://127.0.0.1:8080")]
)


@BEHIND_TLS
async def test_behind_tls_they_are_for_tls_and_this_host_alone(url: str | None, base: str) -> None:
    async with browser(Site(password=PASSWORD, url=url), base=base) as client:
        jar = Jar(client)
        entered = await jar.log_in()
        opened = await jar.get("/probe")
        assert opened.status_code == 200
        left = await jar.post("/logout", "/nowhere")
        assert (await jar.get("/probe")).status_code == 303
    assert [name for name, _ in jar.set] == [
        "__Host-newspeg_visitor",
        "__Host-newspeg_session",
        "__Host-newspeg_session",
    ]
    for _, attributes in jar.set:
        assert {"secure", "httponly", "path=/"} <= attributes
        assert not any(each.startswith("domain") for each in attributes)
    for answer in (entered, opened, left):
        assert answer.headers["strict-transport-security"].startswith("max-age=")
        assert "includesubdomains" not in answer.headers["strict-transport-security"].lower()


async def test_without_tls_nobody_is_held_to_it() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        for path in ("/login", "/probe", "/static/site.css"):
            assert "strict-transport-security" not in (await client.get(path)).headers


async def test_with_and_without_tls_one_logs_in_by_itself() -> None:
    """What one was given there says nothing here, and neither is in the other's way."""
    application = Site(password=PASSWORD).build()
    async with browser(application) as plain, browser(application, base="https://127.0.0.1:8080") as encrypted:
        first, second = Jar(plain), Jar(encrypted)
        await first.log_in()
        second.cookies = first.cookies
        assert (await second.get("/probe")).status_code == 303
        await second.log_in()
        for jar in (first, second):
            assert len(jar.cookies) == 4
            assert (await jar.get("/probe")).status_code == 200
        await second.post("/logout", "/nowhere")
        assert (await first.get("/probe")).status_code == 200
        assert (await second.get("/probe")).status_code == 303


@pytest.mark.parametrize("prefix", ["__Host-", ""])
async def test_a_cookie_for_tls_opens_nothing_without_it_nor_the_other_way_round(prefix: str) -> None:
    application = Site(password=PASSWORD).build()
    of_plain = "" if prefix else "https"
    async with browser(application, base=f"{of_plain or 'http'}://127.0.0.1:8080") as client:
        jar = Jar(client)
        await jar.log_in()
        jar.cookies = {f"{prefix}{name.removeprefix('__Host-')}": value for name, value in jar.cookies.items()}
        assert (await jar.get("/probe")).status_code == 303


class Jar:
    """A browser's cookies, which keeps those for TLS also where it has none, as nothing here does."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.cookies: dict[str, str] = {}
        self.set: list[tuple[str, set[str]]] = []
        """Each cookie that was set, with its attributes."""
        self._client = client

    async def get(self, path: str) -> httpx.Response:
        return self._kept(await self._client.get(path, headers=self._sent()))

    async def post(self, path: str, page: str, **form: str) -> httpx.Response:
        """Send the form of a page."""
        csrf = (await self.get(page)).text.partition('name="csrf" value="')[2].partition('"')[0]
        return self._kept(await self._client.post(path, data={"csrf": csrf, **form}, headers=self._sent()))

    async def log_in(self) -> httpx.Response:
        return await self.post("/login", "/login", password=PASSWORD)

    def _sent(self) -> dict[str, str]:
        return {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def _kept(self, answer: httpx.Response) -> httpx.Response:
        self._client.cookies.clear()
        for header in answer.headers.get_list("set-cookie"):
            cookie, *attributes = header.split("; ")
            name, _, value = cookie.partition("=")
            self.set.append((name, {each.lower() for each in attributes}))
            self.cookies[name] = value
        return answer


async def test_a_wrong_password_is_refused_and_soon_not_even_looked_at() -> None:
    site = Site(password=PASSWORD)
    async with browser(site) as client:
        for _ in range(ATTEMPTS_FROM_ONE):
            answer = await log_in(client, "guess")
            assert answer.status_code == 403
            assert "That is not the password." in answer.text
            assert "newspeg_session" not in client.cookies
        refused = await log_in(client, PASSWORD)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) == ATTEMPTS_WITHIN_S
        site.clock.now += ATTEMPTS_WITHIN_S
        assert (await log_in(client, PASSWORD)).status_code == 303


async def test_one_who_guesses_does_not_lock_out_another() -> None:
    application = Site(password=PASSWORD).build()
    async with browser(application, "192.0.2.1") as guesser, browser(application, "192.0.2.2") as editor:
        for _ in range(ATTEMPTS_FROM_ONE):
            await log_in(guesser, "guess")
        assert (await log_in(editor)).status_code == 303


async def test_a_session_ends_by_itself() -> None:
    site = Site(password=PASSWORD)
    async with browser(site) as client:
        await log_in(client)
        site.clock.now += SESSION_LASTS_S - 1
        assert (await client.get("/probe")).status_code == 200
        site.clock.now += 1
        assert (await client.get("/probe")).status_code == 303


@pytest.mark.parametrize("session", ["", "x", "A" * 43, "A" * 5000, "é"])
async def test_a_made_up_session_opens_nothing(session: str) -> None:
    async with browser(Site(password=PASSWORD)) as client:
        cookie = {"cookie": f"newspeg_session={session}".encode()}
        assert (await client.get("/probe", headers=cookie)).status_code == 303  # type: ignore[arg-type] # httpx takes bytes as well


@pytest.mark.parametrize(
    "onwards", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nb: c", "javascript:x"]
)
async def test_the_login_leads_nowhere_else(onwards: str) -> None:
    async with browser(Site(password=PASSWORD)) as client:
        assert (await log_in(client, onwards=onwards)).headers["location"] == "/"


async def test_what_is_no_page_of_ours_does_not_stand_in_the_form() -> None:
    async with browser(Site(password=PASSWORD)) as client:
        page = await client.get("/login", params={"next": '/"><script>alert(1)</script>'})
    assert "<script" not in page.text
    assert 'name="next" value="/"' in page.text


def test_attempts_are_counted_over_a_sliding_time() -> None:
    attempts = Attempts()
    for second in range(ATTEMPTS_FROM_ONE):
        assert attempts.take("192.0.2.1", second) == 0
    assert attempts.take("192.0.2.1", 10) == ATTEMPTS_WITHIN_S - 10
    assert attempts.take("192.0.2.1", ATTEMPTS_WITHIN_S) == 0
    assert attempts.take("192.0.2.1", ATTEMPTS_WITHIN_S) == 1


def test_an_ipv6_network_counts_as_one() -> None:
    attempts = Attempts()
    for number in range(ATTEMPTS_FROM_ONE):
        assert attempts.take(f"2001:db8::{number}", 0) == 0
    assert attempts.take("2001:db8::ffff", 0) > 0
    assert attempts.take("2001:db8:0:1::1", 0) == 0


def test_many_addresses_together_do_not_get_further() -> None:
    attempts = Attempts()
    taken = [attempts.take(f"198.51.{number // 250}.{number % 250}", 0) for number in range(2000)]
    assert taken.count(0) == ATTEMPTS_FROM_ALL


def test_sessions_are_bounded() -> None:
    sessions = Sessions()
    first, *_, last = [sessions.open(0) for _ in range(MOST_SESSIONS + 1)]
    assert sessions.name_of(first, 0) is None
    assert sessions.name_of(last, 0) == ""
    assert sessions.name_of("", 0) is None
