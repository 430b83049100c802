import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from tests.running import ROOT, environment, newspeg
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


def test_without_a_token_it_says_what_starts_what_and_chats(tmp_path: Path) -> None:
    done = newspeg("run", cwd=tmp_path, stdin="/summary\n")
    assert done.returncode == 0
    assert "NEWSPEG_TELEGRAM_TOKEN starts Telegram" in done.stderr
    assert "NEWSPEG_DISCORD_TOKEN starts Discord" in done.stderr
    assert "[¶ 1" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chat", "--language", "xx"], "there is no language “xx”; there is: en"),
        (["chat", "--story", "nope"], "there is no story “nope”; there is: dodik-in-moscow"),
        (["chat", "--as-of", "soon"], "“soon” is no moment: write 2022-09-21T09:00"),
        (["run", "--only", "fax"], "there is no part “fax”; there is: telegram, discord"),
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
        "import bot.app, bot.cli\n"
        "async def fail(settings, only):\n"
        "    raise OSError(settings.telegram_token.get_secret_value() + ' is in this error')\n"
        "bot.app.run = fail\n"
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


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    done = newspeg("migrate", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "newspeg.db").exists()


def test_the_bundled_stories_are_sound(tmp_path: Path) -> None:
    done = newspeg("check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "dodik-in-moscow" in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_the_bundled_story_keeps_to_its_article(tmp_path: Path) -> None:
    article = ROOT.parent / "shared" / "seed" / "article.txt"
    if not article.exists():
        pytest.skip("the article behind the bundled story is not here, so the story is not checked against it")
    done = newspeg("check", str(ROOT / "content" / "dodik-in-moscow"), "--article", str(article), cwd=tmp_path)
    assert done.returncode == 0, done.stdout


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
