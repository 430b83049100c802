"""The page as `newspeg run` serves it: a process of its own, asked over HTTP."""

import asyncio
import re
import signal
import socket
import time
from contextlib import AsyncExitStack
from pathlib import Path

import httpx

from tests.fakes.telegram_api import said
from tests.running import ended, said_in_log, started
from tests.servers.telegram import TelegramServer
from tests.waiting import HANGS_AFTER_S, hang_guard


async def address_of(process: asyncio.subprocess.Process) -> str:
    """Where the page is, as the process says."""
    assert process.stdout
    async with hang_guard():
        while not (found := re.search(r"http://\S+", (line := await process.stdout.readline()).decode())):
            assert line, "the process ended without saying where the page is"
    return found[0]


async def test_without_any_setting_there_is_a_page_and_it_says_where(tmp_path: Path) -> None:
    async with started(tmp_path) as process:
        address = await address_of(process)
        async with httpx.AsyncClient(base_url=address, follow_redirects=True, timeout=HANGS_AFTER_S) as client:
            assert (await client.get("/")).status_code == 200
            assert "Dodik" in (await client.get("/stories/dodik-in-moscow")).text
            health = (await client.get("/healthz")).json()
            assert health["parts"]["web"] == "running"
            assert b"newspeg_library_stories 1.0" in (await client.get("/metrics")).content
            assert (await client.get("/stories", headers={"host": "evil.example"})).status_code == 400
        process.send_signal(signal.SIGTERM)
        code, printed = await ended(process)
    assert code == 0, printed
    assert "NEWSPEG_TELEGRAM_TOKEN starts Telegram" in printed
    assert "NEWSPEG_DISCORD_TOKEN starts Discord" in printed


async def test_beyond_loopback_it_needs_a_password(tmp_path: Path) -> None:
    async with started(tmp_path, web_host="0.0.0.0") as process:
        code, printed = await ended(process)
    assert code == 2
    assert printed.splitlines()[-1].startswith("NEWSPEG_WEB_HOST: beyond this machine (0.0.0.0)")
    assert "NEWSPEG_WEB_PASSWORD" in printed
    async with started(tmp_path, web_url="https://news.example.org") as process:
        assert (await ended(process))[0] == 2
    secrets = {"web_password": "correct horse", "metrics_token": "battery staple"}
    async with started(tmp_path, web_host="0.0.0.0", **secrets) as process:
        async with httpx.AsyncClient(base_url=await address_of(process), timeout=HANGS_AFTER_S) as client:
            assert (await client.get("/", headers={"accept": "text/html"})).headers["location"].startswith("/login")
            assert (await client.get("/stories")).status_code == 200
            assert (await client.get("/metrics")).status_code == 401
            bearer = {"authorization": "Bearer battery staple"}
            assert "newspeg_library_stories" in (await client.get("/metrics", headers=bearer)).text
        process.send_signal(signal.SIGTERM)
        code, printed = await ended(process)
    assert code == 0
    assert not [secret for secret in secrets.values() if secret in printed]


async def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        async with started(tmp_path, web_port=port) as process:
            code, printed = await ended(process)
    assert code == 2
    [line] = printed.splitlines()
    assert line.startswith(f"NEWSPEG_WEB_PORT: 127.0.0.1 cannot listen on port {port} (Address already in use)")


async def test_a_port_that_is_taken_stops_no_platform(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with TelegramServer() as telegram:
            settings = {
                "telegram_token": telegram.token,
                "telegram_api_url": telegram.base_url,
                "web_port": str(taken.getsockname()[1]),
            }
            async with started(tmp_path, **settings) as process:
                await telegram.feed(said("/summary", date=int(time.time())))
                assert "Dodik" in (await telegram.asked("sendMessage"))["text"]
                process.send_signal(signal.SIGTERM)
                code, printed = await ended(process)
    assert code == 0
    assert "NEWSPEG_WEB_PORT: 127.0.0.1" in printed


async def test_an_outage_shows_in_the_parts_health(tmp_path: Path) -> None:
    telegram = TelegramServer()
    async with AsyncExitStack() as outside:
        await outside.enter_async_context(telegram)
        settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url}
        async with started(tmp_path, **settings) as process:
            async with httpx.AsyncClient(base_url=await address_of(process), timeout=HANGS_AFTER_S) as client:
                await telegram.feed(said("/summary", date=int(time.time())))
                await telegram.asked("sendMessage")
                figures = (await client.get("/metrics")).text
                assert 'newspeg_answer_seconds_count{command="summary",platform="telegram"} 1.0' in figures
                assert 'newspeg_rate_limit_wait_seconds_count{kind="answer",platform="telegram"} 1.0' in figures
                assert (await client.get("/healthz")).json()["parts"]["telegram"] == "running"
                await outside.aclose()
                assert process.stderr
                await said_in_log(process.stderr, "cannot fetch updates")
                answer = await client.get("/healthz")
                assert answer.status_code == 503
                assert answer.json()["parts"]["telegram"] == "reconnecting"
                assert (await client.get("/stories")).status_code == 200
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0


async def test_the_page_can_run_by_itself_beside_a_token(tmp_path: Path) -> None:
    settings = {"telegram_token": "123:x", "telegram_api_url": "http://127.0.0.1:1/bot"}
    async with started(tmp_path, "--only", "web", **settings) as process:
        async with httpx.AsyncClient(base_url=await address_of(process), timeout=HANGS_AFTER_S) as client:
            parts = (await client.get("/healthz")).json()["parts"]
        assert sorted(parts) == ["newsroom", "web"]
        process.send_signal(signal.SIGTERM)
        assert (await ended(process))[0] == 0
