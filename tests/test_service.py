"""The service as a process of its own, against both platforms' servers on loopback: started, asked, stopped."""

import asyncio
import json
import signal
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.asking.unanswered import LEAST_CHATS
from bot.storage.database import open_database
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from tests.fakes.telegram_api import PRIVATE, READER, failure, said
from tests.running import ended, environment, newspeg, said_in_log, started
from tests.servers.discord import DiscordServer
from tests.servers.discord_gateway import IDENTIFY
from tests.servers.discord_payloads import ADMINISTRATOR, CHANNEL, command, in_guild
from tests.servers.telegram import TelegramServer
from tests.waiting import hang_guard


def both(telegram: TelegramServer, discord: DiscordServer) -> dict[str, str]:
    """The settings for a bot of both servers."""
    return {
        "telegram_token": telegram.token,
        "telegram_api_url": telegram.base_url,
        "discord_token": discord.token,
        "discord_api_url": discord.api_url,
    }


async def stopped(process: asyncio.subprocess.Process) -> None:
    """Told to, it ends well."""
    process.send_signal(signal.SIGTERM)
    code, printed = await ended(process)
    assert code == 0, printed


async def test_answers_on_both_platforms_keeps_what_it_could_not_and_stops_when_told(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, DiscordServer() as discord:
        settings = both(telegram, discord)
        async with started(tmp_path, **settings) as process:
            await telegram.feed(said("/who Dodikom", date=int(time.time())))
            answer = await telegram.asked("sendMessage")
            assert "<b>Milorad Dodik</b>" in answer["text"]
            for reader in range(LEAST_CHATS):
                chat = {**PRIVATE, "id": 100 + reader}
                await telegram.feed(said("who flies the zeppelin", chat, {**READER, **chat}, date=int(time.time())))
                assert "The story does not" in (await telegram.asked("sendMessage", 2 + reader))["text"]

            await discord.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
            sent = await discord.interact(command("who", name="Додик"), in_guild())
            assert (await discord.answer(sent))["embeds"][0]["title"] == "Milorad Dodik"

            process.send_signal(signal.SIGTERM)
            code, printed = await ended(process)
        assert code == 0, printed
        assert telegram.token not in printed
        assert discord.token not in printed
        assert telegram.breaches == []
    with closing(sqlite3.connect(tmp_path / "newspeg.db")) as database:
        kept = database.execute("SELECT story, wording, chats FROM unanswered").fetchall()
    assert kept == [("dodik-in-moscow", "who flies the zeppelin", LEAST_CHATS)]


async def test_what_a_chat_chose_survives_a_restart(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url}
        for number, message in enumerate(("/settings timezone Europe/Sarajevo", "/settings"), start=1):
            async with started(tmp_path, **settings) as process:
                await telegram.feed(said(message, date=int(time.time())))
                answer = await telegram.asked("sendMessage", number)
                assert "Time zone: Europe/Sarajevo" in answer["text"]
                process.send_signal(signal.SIGTERM)
                assert (await ended(process))[0] == 0


async def test_a_reminder_arrives_once_on_both_platforms_through_a_kill(tmp_path: Path) -> None:
    """The election's first reminder is due at 07:00 UTC."""
    async with TelegramServer() as telegram, DiscordServer() as discord:
        settings = both(telegram, discord)
        async with started(tmp_path, "--as-of", "2022-09-25T06:30", **settings) as process:
            await telegram.feed(said("/subscribe", date=int(time.time())))
            assert "25 September 2022 at 09:00 (Sarajevo)" in (await telegram.asked("sendMessage"))["text"]
            await discord.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
            await discord.answer(await discord.interact(command("subscribe"), in_guild(ADMINISTRATOR)))
            await stopped(process)
        async with started(tmp_path, "--as-of", "2022-09-25T07:00", **settings) as process:
            posted = await telegram.asked("sendMessage", 2)
            assert "2 October 2022, in 7 days (the day in Sarajevo)" in posted["text"]
            sent = await discord.called("POST", f"/channels/{CHANNEL}/messages")
            assert "in 7 days" in sent.body["embeds"][0]["description"]
            process.kill()
            await ended(process)
        async with started(tmp_path, "--as-of", "2022-09-25T07:30", **settings) as process:
            await telegram.feed(said("/help", date=int(time.time())))
            await telegram.asked("sendMessage", 3)
            process.send_signal(signal.SIGTERM)
            code, printed = await ended(process)
        assert code == 0, printed
        assert len(discord.messages) == 2  # the answer to /subscribe, and the reminder
    listed = newspeg("posts", "--json", cwd=tmp_path, database_url="sqlite:///newspeg.as-of.db").stdout
    posts = [json.loads(line) for line in listed.splitlines()]
    assert sorted(post["platform"] for post in posts) == ["discord", "telegram"]


async def test_a_cancellation_that_an_editor_saves_reaches_who_was_reminded(tmp_path: Path) -> None:
    story = tmp_path / "content" / "bridge" / "story.yaml"
    story.parent.mkdir(parents=True)
    story.write_text(SMALL + OPENING, encoding="utf-8")
    async with TelegramServer() as telegram:
        settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url, "content": "content"}
        await planned_until_the_eve(tmp_path)
        async with started(tmp_path, "--as-of", EVE, **settings) as process:
            await telegram.feed(said("/subscribe", date=int(time.time())))
            await telegram.asked("sendMessage")
            await stopped(process)
        async with started(tmp_path, "--as-of", DUE, **settings) as process:
            assert "tomorrow" in (await telegram.asked("sendMessage", 2))["text"]
            _save(story, SMALL + OPENING.replace("scheduled", "cancelled"))
            told = await telegram.asked("sendMessage", 3)
            assert "cancelled; it had been planned for 4 May 2031" in told["text"]
            assert told["reply_parameters"]["message_id"]
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0


async def test_a_correction_that_an_editor_saves_is_edited_into_what_was_posted(tmp_path: Path) -> None:
    story = tmp_path / "content" / "bridge" / "story.yaml"
    story.parent.mkdir(parents=True)
    wrong = SMALL.replace("{text: It is long.,", "{text: It is long., id: length, events: [opening],") + OPENING
    story.write_text(wrong, encoding="utf-8")
    async with TelegramServer() as telegram, DiscordServer() as discord:
        settings = both(telegram, discord) | {"content": "content"}
        await planned_until_the_eve(tmp_path)
        async with started(tmp_path, "--as-of", EVE, **settings) as process:
            await telegram.feed(said("/subscribe", date=int(time.time())))
            await telegram.asked("sendMessage")
            await discord.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
            await discord.answer(await discord.interact(command("subscribe"), in_guild(ADMINISTRATOR)))
            await stopped(process)
        async with started(tmp_path, "--as-of", DUE, **settings) as process:
            assert "It is long." in (await telegram.asked("sendMessage", 2))["text"]
            await discord.called("POST", f"/channels/{CHANNEL}/messages")
            process.send_signal(signal.SIGTERM)
            await ended(process)
        _save(story, wrong.replace("It is long.", "It is short.") + MENDED)
        async with started(tmp_path, "--as-of", "2031-05-03T12:00", **settings) as process:
            edited = await telegram.asked("editMessageText")
            assert "Corrected on 3 May 2031: It is short, not long." in edited["text"]
            assert "It is short." in edited["text"]
            assert "tomorrow" in edited["text"]
            patched = await discord.called("PATCH", f"/channels/{CHANNEL}/messages/*")
            assert "It is short, not long." in patched.body["embeds"][0]["description"]
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0
    listed = newspeg("posts", cwd=tmp_path, database_url="sqlite:///newspeg.as-of.db").stdout
    assert listed.count("sent  repair edited  corrected: length") == 2


async def test_what_cannot_be_edited_any_more_is_told_in_reply(tmp_path: Path) -> None:
    story = tmp_path / "content" / "bridge" / "story.yaml"
    story.parent.mkdir(parents=True)
    story.write_text(SMALL + OPENING, encoding="utf-8")
    async with TelegramServer() as telegram:
        telegram.will_answer("editMessageText", *[failure(400, "Bad Request: message can't be edited")] * 2)
        settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url, "content": "content"}
        await planned_until_the_eve(tmp_path)
        async with started(tmp_path, "--as-of", EVE, **settings) as process:
            await telegram.feed(said("/remind opening 1 day", date=int(time.time())))
            await telegram.asked("sendMessage")
            await stopped(process)
        async with started(tmp_path, "--as-of", DUE, **settings) as process:
            assert process.stderr
            assert "tomorrow" in (await telegram.asked("sendMessage", 2))["text"]
            await said_in_log(process.stderr, "posts were sent")
            _save(story, SMALL + OPENING + MENDED.replace("facts: [length]", "events: [opening]"))
            reply = await telegram.asked("sendMessage", 3)
            assert "Corrected on 3 May 2031: It is short, not long." in reply["text"]
            assert reply["reply_parameters"]["message_id"]
            _save(story, (SMALL + OPENING).replace("published", "retracted"))
            reply = await telegram.asked("sendMessage", 4)
            assert "has retracted the story “A bridge opens”" in reply["text"]
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0
    listed = newspeg("posts", "--json", cwd=tmp_path, database_url="sqlite:///newspeg.as-of.db").stdout
    posts = [json.loads(line) for line in listed.splitlines()]
    assert [(post["lead"], post["state"], post["repair"]) for post in posts] == [
        ("P1D", "sent", "replied"),
        ("correction:length", "sent", "edited"),
        ("retraction", "sent", None),
    ]


async def test_another_days_clock_does_not_reach_the_public(tmp_path: Path) -> None:
    async with started(tmp_path, "--as-of", "2022-09-21T09:00", telegram_token="123:x") as process:
        code, printed = await ended(process)
    assert code == 2
    assert "set NEWSPEG_TELEGRAM_API_URL to a test server" in printed


async def test_one_platforms_outage_is_its_own(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        settings = {
            "telegram_token": telegram.token,
            "telegram_api_url": telegram.base_url,
            "discord_token": "a-token-nobody-may-see",
            "discord_api_url": "http://127.0.0.1:1/api/v10",
        }
        async with started(tmp_path, **settings) as process:
            await telegram.feed(said("/summary", date=int(time.time())))
            assert "Dodik" in (await telegram.asked("sendMessage"))["text"]
            process.send_signal(signal.SIGTERM)
            code, printed = await ended(process)
    assert code == 0
    assert "part unavailable" in printed
    assert "a-token-nobody-may-see" not in printed


@pytest.mark.parametrize("platform", ["telegram", "discord"])
async def test_a_bad_token_ends_in_one_line(platform: str, tmp_path: Path) -> None:
    async with TelegramServer() as telegram, DiscordServer() as discord:
        url = telegram.base_url if platform == "telegram" else discord.api_url
        secret = "123456789:AAwrong-token-that-nobody-may-see-1"
        settings = {f"{platform}_token": secret, f"{platform}_api_url": url}
        async with started(tmp_path, **settings) as process:
            code, printed = await ended(process)
    assert code == 2
    assert f"NEWSPEG_{platform.upper()}_TOKEN" in printed.splitlines()[-1]
    assert "Traceback" not in printed
    assert secret not in printed


async def test_a_running_bot_takes_up_what_an_editor_saves(tmp_path: Path) -> None:
    story = tmp_path / "content" / "bridge" / "story.yaml"
    story.parent.mkdir(parents=True)
    story.write_text(SMALL, encoding="utf-8")
    async with TelegramServer() as telegram:
        settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url, "content": "content"}
        async with started(tmp_path, **settings) as process:
            assert process.stderr
            await said_in_log(process.stderr, "serving")
            _save(story, SMALL.replace("status:", "sttaus:"))
            await said_in_log(process.stderr, "did you mean “status”?")
            await telegram.feed(said("/summary", date=int(time.time())))
            assert "A bridge opens" in (await telegram.asked("sendMessage"))["text"]
            _save(story, SMALL.replace("A bridge opens", "A bridge closes"))
            await said_in_log(process.stderr, "stories changed")
            await telegram.feed(said("/summary", date=int(time.time())))
            assert "A bridge closes" in (await telegram.asked("sendMessage", 2))["text"]


@pytest.mark.parametrize("lock", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"])
@pytest.mark.parametrize("is_new", [True, False])
async def test_a_database_that_is_locked_at_the_start_is_waited_for(tmp_path: Path, lock: str, *, is_new: bool) -> None:
    if not is_new:
        assert newspeg("migrate", cwd=tmp_path).returncode == 0
    with closing(sqlite3.connect(tmp_path / "newspeg.db", isolation_level=None)) as other:
        other.execute(lock)
        async with started(tmp_path) as process:
            assert process.stderr
            await said_in_log(process.stderr, "the database is locked by another process; waiting until it is free")
            other.rollback()
            await said_in_log(process.stderr, "the database is free again")
            await said_in_log(process.stderr, "serving")
            await stopped(process)


async def test_a_stop_ends_the_wait_for_a_locked_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "newspeg.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        async with started(tmp_path) as process:
            assert process.stderr
            await said_in_log(process.stderr, "the database is locked")
            process.send_signal(signal.SIGTERM)
            code, printed = await ended(process)
    assert code == 0, printed
    assert [line.split()[2:] for line in printed.splitlines()] == [["]", "stopped"]]


HANGS = """
import asyncio, sys, threading
import bot.app.running as running, bot.cli, bot.newsroom.newsroom as newsroom, bot.newsroom.watching as watching

def hang(*arguments, **options):
    print("it hangs", file=sys.stderr, flush=True)
    threading.Event().wait()

def hang_after(times, real):
    return lambda *arguments: real(*arguments) if next(counted) < times else hang()

async def linger(*arguments, **options):
    print("it hangs", file=sys.stderr, flush=True)
    while True:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            pass

counted = iter(range(1000))
"""


@pytest.mark.parametrize(
    "script",
    [
        "newsroom.story_files = hang",  # as a share does that lost its server: the stories as it starts,
        "newsroom.story_files = hang_after(1, newsroom.story_files)",  # as an editor saves,
        "watching.watch = hang",  # the watch over them,
        "watching.watched_places = hang",
        "running.DRAIN_S = 0.1; newsroom.Newsroom.watch = linger",  # or a part that does not let itself be stopped
    ],
)
async def test_nothing_that_hangs_keeps_it_alive_once_it_is_told_to_stop(script: str, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", f"{HANGS}{script}\nbot.cli.main()", "run"),
        cwd=tmp_path,
        env=environment(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stderr
        await said_in_log(process.stderr, "it hangs")
        process.send_signal(signal.SIGTERM)
        async with hang_guard():
            assert await process.wait() == 0
        assert "stopped" in (await process.stderr.read()).decode()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def planned_until_the_eve(cwd: Path) -> None:
    """A process that is stopped before its first look has promised nothing; with this, it has."""
    engine = open_database(f"sqlite:///{cwd}/newspeg.as-of.db")
    await migrate(engine)
    await SqlPlanningLedger(engine).has_planned(datetime.fromisoformat(EVE).replace(tzinfo=UTC))
    await engine.dispose()


def _save(file: Path, text: str) -> None:
    """As editors do: into a file beside it, which then takes its place."""
    beside = file.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


# A day before the opening, at the posting hour; and some time before, when chats subscribe.
DUE = "2031-05-03T09:00"
EVE = "2031-05-03T08:30"

OPENING = """\
events:
  - id: opening
    name: Opening
    status: scheduled
    zone: UTC
    start: 2031-05-04
    paragraph: 1
    description: The bridge opens.
"""

MENDED = """\
corrections:
  - {id: length, date: 2031-05-03, text: "It is short, not long.", facts: [length]}
"""

SMALL = """\
status: published
headline: A bridge opens
date: 2031-03-01
credit: {text: Nobody}
summary: [{text: It is a bridge., paragraph: 1}]
entities:
  - {id: bridge, type: thing, name: Bridge, role: A bridge, paragraph: 1}
facts:
  - {text: It is long., paragraph: 1, about: [bridge]}
"""
