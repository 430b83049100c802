import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from bot.core.posting.chats import ChatKey
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from tests.newsroom.written import ARTICLE, STORY, write
from tests.running import environment, newspeg
from tests.stories import HARBOUR

BROKEN = """\
status: published
headline: A bridge
date: 2031-02-30
credit: {text: Nobody}
summary: [{text: A bridge opens., paragraph: 1}]
entities:
  - {id: bridge, type: thing, name: Bridge, rolle: A bridge, paragraph: 1}
facts:
  - {text: It is long., paragraph: 1, about: [brigde]}
"""


def test_a_pipe_is_answered_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = newspeg("chat", cwd=tmp_path, stdin="/who dodik\n/nonsense\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Milorad Dodik\n")
    assert "I do not know that command" in done.stdout
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_json_as_of_another_day(tmp_path: Path) -> None:
    done = newspeg("chat", "--json", "--as-of", "2022-09-21T09:00", cwd=tmp_path, stdin="/when election")
    card = json.loads(done.stdout)
    assert "2 October 2022 (in 11 days)" in card["text"]
    assert card["request"] == "/when election"


def test_any_bytes_are_answered(tmp_path: Path) -> None:
    done = newspeg("chat", "--json", cwd=tmp_path, stdin=b"\xff\xfe\n\x00\x1b[31m\n" + b"x" * 100_000)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chat", "--language", "xx"], "there is no language “xx”; choose from: en"),
        (["chat", "--story", "nope"], "there is no story “nope”; choose from: dodik-in-moscow"),
        (["chat", "--as-of", "soon"], "“soon” is not a date and time: write 2022-09-21T09:00"),
        (["chat", "--as-of", "0001-01-01T00:00+05:00"], "“0001-01-01T00:00+05:00” is not a date and time"),
        (["run", "--only", "telegram"], "--only telegram: it needs NEWSPEG_TELEGRAM_TOKEN"),
        (["run", "--only", "worker"], "--only worker: it needs the token of a platform"),
        (["run", "--only", "fax"], "there is no part “fax”; choose from: telegram, discord"),
    ],
)
def test_a_wrong_option_ends_in_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = newspeg(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_wrong_database_ends_in_one_line(tmp_path: Path) -> None:
    done = newspeg("migrate", cwd=tmp_path, database_url="mysql://somewhere/db")
    assert done.returncode == 2
    assert "NEWSPEG_DATABASE_URL" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_nobody_foresaw_shows_no_token(tmp_path: Path) -> None:
    script = (
        "import bot.app.running, bot.cli\n"
        "async def fail(settings, *_):\n"
        "    raise OSError(settings.telegram_token.get_secret_value() + ' is in this error')\n"
        "bot.app.running.run = fail\n"
        "bot.cli.main()\n"
    )
    command = [sys.executable, "-c", script, "run"]
    settings = environment(telegram_token="hunter2-of-no-known-shape")
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "[secret] is in this error" in done.stderr
    assert "hunter2" not in done.stderr + done.stdout


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert newspeg("--version", cwd=tmp_path).stdout.strip() == version("newspeg")


def test_a_token_in_a_file_that_others_can_read_is_warned_of(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("NEWSPEG_DISCORD_TOKEN=hunter2")
    for mode, count in ((0o644, 1), (0o600, 0)):
        file.chmod(mode)
        done = newspeg("chat", cwd=tmp_path, stdin="/help")
        assert done.returncode == 0
        assert len(done.stderr.splitlines()) == count
        assert (str(file) in done.stderr, "chmod 600 .env" in done.stderr) == (bool(count), bool(count))
        assert "hunter2" not in done.stderr


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    for said in ("is made, with schema", "already; nothing was to do"):
        done = newspeg("migrate", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert said in done.stdout
    assert (tmp_path / "newspeg.db").exists()


def test_a_doctor_ends_with_what_is_wrong(tmp_path: Path) -> None:
    done = newspeg("doctor", cwd=tmp_path, web_host="0.0.0.0")
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok", "wrong", "ok", *["missing"] * 3]
    assert done.stderr == ""


def test_the_bundled_stories_are_sound(tmp_path: Path) -> None:
    done = newspeg("check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "dodik-in-moscow" in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_a_story_is_checked_against_its_article(tmp_path: Path) -> None:
    write(tmp_path / "bridge")
    article = tmp_path / "article.txt"
    sound = ARTICLE.replace("Aydin", "Aydın")  # another spelling is warned of
    article.write_text(sound, encoding="utf-8")
    done = newspeg("check", "bridge", "--article", "article.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    article.write_text(sound.replace("church", "tower"), encoding="utf-8")
    done = newspeg("check", "bridge", "--article", "article.txt", cwd=tmp_path)
    assert done.returncode == 1
    [problem] = done.stdout.splitlines()
    assert problem.startswith("bridge/story.yaml:")
    assert "no cited paragraph holds this quotation word" in problem


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("check >/dev/full", "the output cannot be written: No space left on device"),
        ("chat <&-", "standard input is closed, so there is nobody to chat with"),
        ("check . --article - <&-", "cannot read the article “-” (standard input is closed)"),
        ("check --schema | head -c 1 >/dev/null", ""),
    ],
)
def test_a_full_output_and_a_closed_input_end_in_one_line(command: str, told: str, tmp_path: Path) -> None:
    write(tmp_path / "bridge")
    script = f"'{sys.executable}' -m bot {command}"
    settings = environment() | {"NEWSPEG_CONTENT": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path / "bridge", env=settings, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == told
    assert done.stdout == ""


def test_a_warning_is_told_with_its_line_and_stops_nothing(tmp_path: Path) -> None:
    facts = "".join(f"  - {{text: Fact {n}., about: [aydin], paragraph: 2, key: true}}\n" for n in range(6))
    write(tmp_path / "bridge", STORY.replace("facts:\n", f"facts:\n{facts}"))
    done = newspeg("check", "bridge", cwd=tmp_path)
    assert done.returncode == 0
    warning, sound = done.stdout.splitlines()
    assert warning.startswith("bridge/story.yaml:31: warning: ")
    assert sound.startswith("bridge: ")


def test_every_error_of_every_story_at_once(tmp_path: Path) -> None:
    for slug in ("one", "two"):
        (tmp_path / "content" / slug).mkdir(parents=True)
        (tmp_path / "content" / slug / "story.yaml").write_text(BROKEN, encoding="utf-8")
    done = newspeg("check", "content", cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"content/{slug}/story.yaml:{number}" for slug in ("one", "two") for number in (3, 7, 7, 9)
    ]
    assert "did you mean “role”?" in done.stdout
    assert "did you mean “bridge”?" in done.stdout


def test_a_broken_story_keeps_the_bot_from_starting(tmp_path: Path) -> None:
    (tmp_path / "content" / "one").mkdir(parents=True)
    (tmp_path / "content" / "one" / "story.yaml").write_text(BROKEN, encoding="utf-8")
    done = newspeg("chat", cwd=tmp_path, content="content")
    assert done.returncode == 1
    assert "content/one/story.yaml:3: " in done.stderr


def test_the_schema_is_for_editors(tmp_path: Path) -> None:
    schema = json.loads(newspeg("check", "--schema", cwd=tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    story = {key: value for key, value in HARBOUR.items() if key != "slug"}
    jsonschema.validate(story, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**story, "headlin": "x"}, schema)


SEASON = ("rehearse", "--as-of", "2022-09-21T09:00", "--from", "2022-09-21")


def rows(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The rehearsed posts, in short."""
    assert done.returncode == 0, done.stderr
    posts = [json.loads(line) for line in done.stdout.splitlines()]
    return [f"{post['at']} {post['event']} {post['lead']}" for post in posts]


def test_a_rehearsal_shows_every_post_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = newspeg(*SEASON, "--to", "2022-11-21", "--json", cwd=tmp_path)
    assert rows(done) == [
        "2022-09-25T07:00:00Z election P7D",
        "2022-10-01T07:00:00Z election P1D",
        "2022-10-02T07:00:00Z election P0D",
        "2022-11-12T06:00:00Z match P7D",
        "2022-11-13T06:00:00Z world-cup P7D",
        "2022-11-18T06:00:00Z match P1D",
        "2022-11-19T06:00:00Z match P0D",
        "2022-11-19T06:00:00Z world-cup P1D",
        "2022-11-20T06:00:00Z world-cup P0D",
    ]
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []
    first = json.loads(done.stdout.splitlines()[0])
    assert list(first) == ["at", "local", "chat", "story", "event", "lead", "text"]
    assert first["local"] == "2022-09-25T09:00:00+02:00"
    assert first["story"] == "dodik-in-moscow"
    assert "2 October 2022, in 7 days" in first["text"]


async def test_a_rehearsal_is_of_the_chats_that_subscribed(tmp_path: Path) -> None:
    assert newspeg("migrate", cwd=tmp_path).returncode == 0
    engine = open_database(f"sqlite:///{tmp_path}/newspeg.db")
    store, since = SqlChatStore(engine), datetime(2022, 9, 1, tzinfo=UTC)
    for number in ("-1", "-2"):
        await store.subscribe(ChatKey("telegram", number), "dodik-in-moscow", since)
    await engine.dispose()
    done = newspeg(*SEASON, "--to", "2022-09-26", "--json", cwd=tmp_path)
    assert [json.loads(line)["chat"] for line in done.stdout.splitlines()] == ["telegram -1", "telegram -2"]
    done = newspeg(*SEASON, "--to", "2022-09-26", "--hour", "10", "--json", cwd=tmp_path)
    assert [json.loads(line)["chat"] for line in done.stdout.splitlines()] == ["sample"]


def test_a_rehearsal_to_read_has_a_row_for_each_post(tmp_path: Path) -> None:
    done = newspeg(*SEASON, "--to", "2022-11-21", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert len(lines) == 9
    assert lines[0].startswith(
        "2022-09-25 07:00Z  2022-09-25 09:00 CEST  sample  dodik-in-moscow/election P7D  Election for"
    )


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("2022-10-02", "2022-10-02T07:00:00Z election P0D"),
        ("20221002", "2022-10-02T07:00:00Z election P0D"),
        ("2022-10-01", "2022-10-01T07:00:00Z election P1D"),
        ("2022-10-02T07:00", "2022-10-02T07:00:00Z election P0D"),
        ("2022-10-02T06:59", "2022-10-01T07:00:00Z election P1D"),
        ("2022-10-02T09:00+02:00", "2022-10-02T07:00:00Z election P0D"),
        ("2022-10-02T08:59+02:00", "2022-10-01T07:00:00Z election P1D"),
    ],
)
def test_a_rehearsal_ends_with_a_day_or_a_moment(until: str, last: str, tmp_path: Path) -> None:
    assert rows(newspeg(*SEASON, "--to", until, "--json", cwd=tmp_path))[-1] == last


def test_a_rehearsal_begins_with_a_moment(tmp_path: Path) -> None:
    done = newspeg("rehearse", "--from", "2022-10-02T07:00", "--to", "2022-10-03", "--json", cwd=tmp_path)
    assert rows(done) == ["2022-10-02T07:00:00Z election P0D"]


def test_a_rehearsal_as_another_channel_would_have_it(tmp_path: Path) -> None:
    own = ("--timezone", "London", "--hour", "6", "--quiet", "22:00-07:30", "--leads", "P2D,PT2H")
    assert rows(newspeg(*SEASON, "--to", "2022-11-21", *own, "--json", cwd=tmp_path)) == [
        "2022-09-30T06:30:00Z election P2D",
        "2022-11-17T07:30:00Z match P2D",
        "2022-11-18T07:30:00Z world-cup P2D",
    ]


def test_a_rehearsal_tries_an_event_at_another_date(tmp_path: Path) -> None:
    moved = ("--event", "dodik-in-moscow/election=2022-10-05", "--event", "dodik-in-moscow/match=2023")
    assert rows(newspeg(*SEASON, "--to", "2022-11-01", *moved, "--json", cwd=tmp_path)) == [
        "2022-09-28T07:00:00Z election P7D",
        "2022-10-04T07:00:00Z election P1D",
        "2022-10-05T07:00:00Z election P0D",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--event", "match=2022-11-20"], "--event match=2022-11-20: write a story, its event and a date"),
        (["--event", "dodik-in-moscow/none=2022-11-20"], "there is no event “dodik-in-moscow/none”; choose from: "),
        (["--event", "dodik-in-moscow/match=20.11.2022"], "write 2022-11-20"),
        (["--event", "dodik-in-moscow/match=2022/.."], "an event has one date"),
        (["--as-of", "soon"], "“soon” is not a date and time: write 2022-09-21T09:00"),
        (["--from", "soon"], "“soon” is not a date and time: write 2022-09-21T09:00"),
        (["--to", "soon"], "“soon” is not a date and time: write 2022-09-21T09:00"),
        (["--from", "2023-01-01", "--to", "2022-01-01"], "--to 2022-01-01 is before the time to show begins"),
        (["--from", "0001-01-01T00:00+05:00"], "“0001-01-01T00:00+05:00” is not a date and time"),
        (["--to", "9999-12-31"], "“9999-12-31” is too far away"),
        (["--from", "9999-12-31"], "“9999-12-31” is too far away"),
        (["--hour", "25"], "--hour: “25” is no time of day: write 09:00"),
        (["--quiet", "22"], "--quiet: “22” is no span of hours: write 22:00-07:00"),
        (["--leads", "x"], "--leads: “x” is no lead: write P7D"),
        (["--timezone", "Nowhere"], "--timezone: no time zone “Nowhere”"),
    ],
)
def test_a_wrong_option_of_a_rehearsal_ends_in_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = newspeg("rehearse", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_pause_is_kept_and_released(tmp_path: Path) -> None:
    newspeg("migrate", cwd=tmp_path)
    for command, said in (("pause", "All posting is paused; `newspeg resume` releases it."), ("resume", "goes on")):
        done = newspeg(command, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert said in done.stdout
        told = newspeg("posts", cwd=tmp_path).stderr
        assert ("all posting is paused" in told) == (command == "pause")
    done = newspeg("posts", "--json", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "There are no such posts.\n")


def test_posts_names_the_versions_of_stories_that_cannot_be_read(tmp_path: Path) -> None:
    newspeg("migrate", cwd=tmp_path)
    with closing(sqlite3.connect(tmp_path / "newspeg.db")) as database:
        database.execute("INSERT INTO snapshots (version, story, body) VALUES ('0f', 'harbour', '{}')")
        database.commit()
    done = newspeg("posts", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 0)
    assert "harbour 0f: this version of the story cannot be read" in done.stderr


@pytest.mark.parametrize("command", ["pause", "resume", "posts"])
def test_where_no_bot_has_run_there_is_nothing_to_look_at(command: str, tmp_path: Path) -> None:
    done = newspeg(command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("nothing has been kept in “newspeg.db” yet: `newspeg run` begins it")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_in_which_nothing_is_due_says_so(tmp_path: Path) -> None:
    done = newspeg("rehearse", "--as-of", "2030-01-01", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "--as-of shows an earlier moment" in done.stderr


def test_posts_of_a_state_that_there_is_not(tmp_path: Path) -> None:
    done = newspeg("posts", "--state", "lost", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no state “lost”; choose from: pending, sending, sent" in done.stderr


def test_an_article_is_drafted_and_the_printed_command_checks_it(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    done = newspeg("draft", "bridge.txt", cwd=tmp_path, content="content")
    assert done.returncode == 0, done.stderr
    assert "content/harbour-bridge-opens-in/story.yaml: Harbour Bridge Opens In May" in done.stdout
    command = done.stdout.partition("`newspeg ")[2].partition("`")[0]
    checked = newspeg(*command.split(), cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert "harbour-bridge-opens-in: Harbour Bridge Opens In May (draft, " in checked.stdout
    again = newspeg("draft", "bridge.txt", cwd=tmp_path, content="content")
    assert again.returncode == 2
    assert "is there already, and stays as it is" in again.stderr


def test_several_articles_are_drafted_and_each_failure_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.html").write_text("<html></html>", encoding="utf-8")
    sources = ("bridge.txt", "nothing.txt", "empty.html", "-", "ftp://news.example/", "http://127.0.0.1/")
    done = newspeg("draft", *sources, "-o", "drafts", cwd=tmp_path, stdin="Ferry is late\n\nIt is an hour late.\n")
    assert done.returncode == 2
    assert sorted(each.name for each in (tmp_path / "drafts").iterdir()) == ["ferry-is-late", "harbour-bridge-opens-in"]
    lines = done.stderr.splitlines()
    assert len(lines) == 4
    assert "cannot read the article “nothing.txt” (No such file or directory)" in lines[0]
    assert "“empty.html” cannot be drafted: there is no text in this" in lines[1]
    assert "neither a file nor an address" in lines[2]
    assert "is in a private network: NEWSPEG_DRAFT_PRIVATE=1 allows that" in lines[3]
