"""Every setting, read once from the environment and `.env`; nothing else reads the environment."""

import re
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from bot.core.errors import SettingsError
from bot.runtime.passwords import entries_in

PREFIX = "NEWSPEG_"
SHORTEST_PASSWORD = 8
_LONGEST_NAME = 60
_CLOSE = 75
_TOKEN, _API_URL = "_token", "_api_url"  # after a platform's name
_KEY = "_key"


class Settings(BaseSettings):
    """The settings, each under its name in capitals after `NEWSPEG_`; an empty one counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_token: SecretStr | None = None
    """The bot's token from @BotFather; starts Telegram."""
    discord_token: SecretStr | None = None
    """The bot's token from Discord's developer portal; starts Discord."""
    database_url: SecretStr = SecretStr("sqlite:///newspeg.db")
    """The database of chats, subscriptions and posts: `sqlite:///file`, or `postgresql://user:password@host/db`."""
    content: Path = Path("content")
    """The folder of the stories."""
    telegram_api_url: str | None = None
    """Another Bot API server, as `http://host:port/bot`."""
    discord_api_url: str | None = None
    """Another Discord API, as `http://host:port/api/v10`."""
    web_host: str = "127.0.0.1"
    """The address on which the newsroom page is served; beyond loopback it needs a password."""
    web_port: int = Field(8080, ge=0, le=65535)
    """Its port; 0 takes any that is free."""
    web_password: SecretStr | None = None
    """The password of the page; without one it is open, and only on loopback."""
    editors: SecretStr | None = None
    """Editors who log in by name, and alone use the desk: `name:hash` each, made by `newspeg password NAME`."""
    web_url: str | None = Field(None, pattern=r"^https?://[^/?#\s]+/?$")
    """The address under which a proxy publishes the page, as `https://news.example.org`."""
    metrics_token: SecretStr | None = None
    """The bearer token that Prometheus has to bring to `/metrics`; without one that is open to all."""
    unanswered: bool = True
    """`off`: questions that a story could not answer are neither kept nor counted."""
    draft_private: bool = False
    """`on`: a draft may be made from an address of this machine and its network."""
    llm_url: str | None = None
    """An endpoint that chooses the statements which answer a question, as `https://llm.example.org/v1`."""
    llm_key: SecretStr | None = None
    """What opens that endpoint."""
    llm_model: str = "default"
    """The model's name there."""
    as_of: str | None = None
    """The moment that the clock of `run` pretends it is; only against test servers, over a database of its own."""

    @field_validator("*", mode="before")
    @classmethod
    def _without_blanks(cls, value: object, info: ValidationInfo) -> object:
        """Strip a token or key: it is often copied with a blank or a line break at its end."""
        is_token = info.field_name is not None and info.field_name.endswith((_TOKEN, _KEY))
        return value.strip() if is_token and isinstance(value, str) else value

    @field_validator("web_password", "metrics_token")
    @classmethod
    def _long_enough(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """Refuse a short secret: it is soon guessed, and may be a word that logs are full of."""
        if secret and len(secret.get_secret_value()) < SHORTEST_PASSWORD:
            what = "password" if info.field_name == "web_password" else "token"
            raise ValueError(f"a {what} needs at least {SHORTEST_PASSWORD} characters")
        return secret

    @field_validator("editors")
    @classmethod
    def _made_by_the_command(cls, editors: SecretStr | None) -> SecretStr | None:
        if editors:
            entries_in(editors.get_secret_value())
        return editors

    @field_validator("llm_key")
    @classmethod
    def _fit_for_a_header(cls, key: SecretStr | None) -> SecretStr | None:
        if key and not re.fullmatch(r"[!-~]+", key.get_secret_value()):
            raise ValueError("a key has only letters, digits and signs of ASCII, and no blank")
        return key

    @field_validator("llm_url")
    @classmethod
    def _with_a_path_alone(cls, url: str | None) -> str | None:
        if url and not re.fullmatch(r"https?://[^/?#@\s]+(/[^?#\s]*)?", url):
            raise ValueError("it must be an address such as https://llm.example.org/v1, without a user, “?” or “#”")
        return url

    @field_validator("web_url", "llm_url")
    @classmethod
    def _with_a_port_that_there_is(cls, url: str | None) -> str | None:
        try:
            _ = urlsplit(url or "").port
        except ValueError as error:
            reason = "its port must be 0-65535" if "ort" in str(error) else "what stands in [ ] is no IPv6 address"
            raise ValueError(f"it cannot be opened: {reason}") from error
        return url

    def token(self, platform: str) -> str | None:
        """The token of a platform's bot, if it is set."""
        token = self._token(platform + _TOKEN)
        return token.get_secret_value() if token else None

    @property
    def named_editors(self) -> Sequence[tuple[str, bytes, bytes]]:
        """The name, salt and hash of each editor."""
        return entries_in(self.editors.get_secret_value()) if self.editors else ()

    def api_url(self, platform: str) -> str | None:
        """The address of another server than the platform's own, if it is set."""
        url: str | None = getattr(self, platform + _API_URL, None)
        return url

    def _token(self, field: str) -> SecretStr | None:
        token: SecretStr | None = getattr(self, field, None) if field.endswith(_TOKEN) else None
        return token

    @property
    def secrets(self) -> tuple[str, ...]:
        """The texts that must never be shown."""
        tokens = (*map(self._token, type(self).model_fields), self.web_password, self.llm_key)
        hashes = (part.partition(":")[2] for part in (self.editors.get_secret_value().split() if self.editors else ()))
        # As it stands in the URL, next to its user: alone it may be a word that logs are full of.
        signed_in = self.database_url.get_secret_value().partition("://")[2].rpartition("@")[0]
        return (
            *(token.get_secret_value() for token in tokens if token),
            *hashes,
            *([signed_in] if ":" in signed_in else []),
        )


def shared_secrets() -> Path | None:
    """Return the file `.env` if it holds a secret and not its owner alone can read it."""
    file = Path(str(Settings.model_config["env_file"]))
    if not file.is_file() or not file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    written = DotEnvSettingsSource(Settings)()
    texts: dict[str, Any] = {name: SecretStr(text) for name, text in written.items() if isinstance(text, str)}
    return file if Settings.model_construct(**texts).secrets else None


def unknown_settings() -> list[str]:
    """Return a warning of each name after `NEWSPEG_`, in the environment or `.env`, that is no setting."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    given = (*EnvSettingsSource(Settings).env_vars, *DotEnvSettingsSource(Settings).env_vars)
    unknown = {name.upper() for name in given if name.upper().startswith(PREFIX)} - {*known}
    return [_unknown(name, known) for name in sorted(unknown)]


def _unknown(name: str, known: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- only after a slip, as a chat starts sooner without

    near = process.extractOne(name[:_LONGEST_NAME], known, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    question = f"; did you mean {near[0]}?" if near else ""
    return f"there is no setting {name[:_LONGEST_NAME]}{question}"


def _in_words(fault: ErrorDetails) -> str:
    """Return pydantic's message in plain words."""
    kind = fault["type"]
    if kind.startswith("bool_"):
        return "it must be on or off"
    if kind.startswith("int_") or kind in ("greater_than_equal", "less_than_equal"):  # the port alone is a number
        return "it must be a whole number from 0 to 65535"
    if kind == "string_pattern_mismatch":
        return "it must be an address such as https://news.example.org, with nothing after the host and port"
    return fault["msg"].removeprefix("Value error, ")


def read_settings() -> Settings:
    """Read the settings as they are now; SettingsError names the one that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        faults = (f"{PREFIX}{'.'.join(map(str, fault['loc'])).upper()}: {_in_words(fault)}" for fault in error.errors())
        raise SettingsError("; ".join(faults)) from None
    except UnicodeDecodeError:
        raise SettingsError("the file .env is not UTF-8 text: save it as UTF-8") from None
