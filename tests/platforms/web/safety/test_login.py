import pytest

from bot.platforms.web.safety.attempts import MOST_FROM_ALL, MOST_FROM_ONE, WITHIN_S, Attempts
from bot.platforms.web.safety.sessions import LASTS_S, MOST_SESSIONS, Sessions
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


@pytest.mark.parametrize(
    ("url", "base"), [("https://news.example.org", "http://news.example.org"), (None, "https://127.0.0.1:8080")]
)
async def test_behind_tls_they_are_for_tls_alone(url: str | None, base: str) -> None:
    async with browser(Site(password=PASSWORD, url=url), base=base) as client:
        first = (await client.get("/login")).headers["set-cookie"]
        assert "; Secure" in first
        client.cookies.clear()
        client.cookies.set("newspeg_visitor", first.partition("=")[2].partition(";")[0])
        csrf = (await client.get("/login")).text.partition('name="csrf" value="')[2].partition('"')[0]
        entered = await client.post("/login", data={"csrf": csrf, "password": PASSWORD})
        assert "; Secure" in entered.headers["set-cookie"]


async def test_a_wrong_password_is_refused_and_soon_not_even_looked_at() -> None:
    site = Site(password=PASSWORD)
    async with browser(site) as client:
        for _ in range(MOST_FROM_ONE):
            answer = await log_in(client, "guess")
            assert answer.status_code == 403
            assert "That is not the password." in answer.text
            assert "newspeg_session" not in client.cookies
        refused = await log_in(client, PASSWORD)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) == WITHIN_S
        site.clock.now += WITHIN_S
        assert (await log_in(client, PASSWORD)).status_code == 303


async def test_one_who_guesses_does_not_lock_out_another() -> None:
    application = Site(password=PASSWORD).build()
    async with browser(application, "192.0.2.1") as guesser, browser(application, "192.0.2.2") as editor:
        for _ in range(MOST_FROM_ONE):
            await log_in(guesser, "guess")
        assert (await log_in(editor)).status_code == 303


async def test_a_session_ends_by_itself() -> None:
    site = Site(password=PASSWORD)
    async with browser(site) as client:
        await log_in(client)
        site.clock.now += LASTS_S - 1
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
    for second in range(MOST_FROM_ONE):
        assert attempts.take("192.0.2.1", second) == 0
    assert attempts.take("192.0.2.1", 10) == WITHIN_S - 10
    assert attempts.take("192.0.2.1", WITHIN_S) == 0
    assert attempts.take("192.0.2.1", WITHIN_S) == 1


def test_an_ipv6_network_counts_as_one() -> None:
    attempts = Attempts()
    for number in range(MOST_FROM_ONE):
        assert attempts.take(f"2001:db8::{number}", 0) == 0
    assert attempts.take("2001:db8::ffff", 0) > 0
    assert attempts.take("2001:db8:0:1::1", 0) == 0


def test_many_addresses_together_do_not_get_further() -> None:
    attempts = Attempts()
    taken = [attempts.take(f"198.51.{number // 250}.{number % 250}", 0) for number in range(2000)]
    assert taken.count(0) == MOST_FROM_ALL


def test_sessions_are_bounded() -> None:
    sessions = Sessions()
    first, *_, last = [sessions.open(0) for _ in range(MOST_SESSIONS + 1)]
    assert not sessions.has(first, 0)
    assert sessions.has(last, 0)
    assert not sessions.has("", 0)
