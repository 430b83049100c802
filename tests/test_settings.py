from pathlib import Path

import pytest

from bot.core.errors import SettingsError
from bot.settings import Settings, read_settings, shared_secrets, unknown_settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"NEWSPEG_{name.upper()}", raising=False)


def test_nothing_needs_to_be_set() -> None:
    settings = read_settings()
    assert settings.database_url.get_secret_value() == "sqlite:///newspeg.db"
    assert settings.content == Path("content")
    assert settings.secrets == ()


def test_an_empty_setting_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKEN", "")
    assert read_settings().telegram_token is None


def test_reads_the_environment_and_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NEWSPEG_CONTENT=stories\nNEWSPEG_DISCORD_TOKEN=from-file\nOTHER=1\n")
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKEN", "from-environment")
    settings = read_settings()
    assert settings.content == Path("stories")
    assert set(settings.secrets) == {"from-file", "from-environment"}


@pytest.mark.parametrize(("said", "are_kept"), [("off", False), ("OFF", False), ("on", True), ("", True)])
def test_unanswered_questions_are_kept_unless_that_is_off(
    said: str, are_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSPEG_UNANSWERED", said)
    assert read_settings().unanswered is are_kept


def test_a_blank_after_a_token_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKEN", " hunter2\t")
    assert read_settings().secrets == ("hunter2",)


@pytest.mark.parametrize("name", ["telegram_token", "discord_token", "web_password", "metrics_token", "llm_key"])
def test_every_secret_is_known_as_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"NEWSPEG_{name.upper()}", "correct-horse")
    assert read_settings().secrets == ("correct-horse",)


def test_a_secret_is_in_no_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKEN", "hunter2")
    monkeypatch.setenv("NEWSPEG_DATABASE_URL", "postgresql://me:hunter2@host/db")
    settings = read_settings()
    assert "hunter2" not in f"{settings!r} {settings} {settings.model_dump_json()}"
    assert settings.secrets == ("hunter2", "me:hunter2")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("web_url", "http://x:99999", "NEWSPEG_WEB_URL: .*0-65535"),
        ("web_url", "https://[news", "NEWSPEG_WEB_URL: .*IPv6"),
        ("web_url", "news.example.org", "NEWSPEG_WEB_URL: it must be an address such as https://news.example.org"),
        ("web_port", "abc", "NEWSPEG_WEB_PORT: it must be a whole number from 0 to 65535"),
        ("web_port", "99999", "NEWSPEG_WEB_PORT: it must be a whole number from 0 to 65535"),
        ("web_password", "short", "NEWSPEG_WEB_PASSWORD: a password needs at least 8 characters"),
        ("unanswered", "perhaps", "NEWSPEG_UNANSWERED: it must be on or off"),
        ("llm_url", "endpoint.example/v1", "NEWSPEG_LLM_URL: it must be an address such as https://"),
        ("llm_url", "https://me:hunter2@llm.example.org", "NEWSPEG_LLM_URL: .*without a user"),
        ("llm_url", "http://llm:99999/v1", "NEWSPEG_LLM_URL: .*0-65535"),
        ("llm_key", "hunter 2", "NEWSPEG_LLM_KEY: .*no blank"),
        ("llm_key", "hünter2", "NEWSPEG_LLM_KEY: .*ASCII"),
        ("metrics_token", " short  ", "NEWSPEG_METRICS_TOKEN: a token needs at least 8 characters"),
    ],
)
def test_a_wrong_setting_is_named_and_not_shown(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"NEWSPEG_{name.upper()}", value)
    with pytest.raises(SettingsError, match=said) as error:
        read_settings()
    assert value not in str(error.value).replace("https://news.example.org", "")


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"NEWSPEG_CONTENT=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env"):
        read_settings()


@pytest.mark.parametrize(
    ("mode", "written", "is_told"),
    [
        (0o644, "NEWSPEG_TELEGRAM_TOKEN=hunter2", True),
        (0o640, "NEWSPEG_WEB_PASSWORD='hunter2 hunter2'", True),
        (0o604, "NEWSPEG_DATABASE_URL=postgresql://me:hunter2@host/db", True),
        (0o600, "NEWSPEG_TELEGRAM_TOKEN=hunter2", False),
        (0o644, "NEWSPEG_TELEGRAM_TOKEN=\n# NEWSPEG_DISCORD_TOKEN=hunter2\nNEWSPEG_CONTENT=stories", False),
        (0o644, "NEWSPEG_DATABASE_URL=sqlite:///other.db", False),
    ],
)
def test_a_file_with_a_secret_that_others_can_read_is_known(
    mode: int, written: str, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text(written)
    file.chmod(mode)
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKEN", "from-environment")  # which does not make it less of a secret
    assert shared_secrets() == (Path(".env") if is_told else None)


def test_a_misspelt_setting_is_warned_of_with_the_right_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unknown_settings() == []
    monkeypatch.setenv("NEWSPEG_TELEGRAM_TOKN", "hunter2")
    monkeypatch.setenv("newspeg_web_port", "80")
    (tmp_path / ".env").write_text(
        "NEWSPEG_DISCORD_TOKEN=x\nNEWSPEG_WEBURL=https://hunter2\nNEWSPEG_QQ=hunter2\nOTHER=1"
    )
    assert unknown_settings() == [
        "there is no setting NEWSPEG_QQ",
        "there is no setting NEWSPEG_TELEGRAM_TOKN; did you mean NEWSPEG_TELEGRAM_TOKEN?",
        "there is no setting NEWSPEG_WEBURL; did you mean NEWSPEG_WEB_URL?",
    ]


def test_without_a_file_nothing_is_shared() -> None:
    assert shared_secrets() is None


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    setting = f"NEWSPEG_{name.upper()}"
    assert setting in (ROOT / "README.md").read_text(encoding="utf-8")
    assert setting in (ROOT / ".env.example").read_text(encoding="utf-8")
