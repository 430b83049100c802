"""Structured logging to standard error; no secret gets into it, whichever library logs."""

import logging
import re
import sys
from collections.abc import Iterable

import structlog

# A token that was mistyped into another setting, or that belongs to another bot, is still a token.
_LOOKS_SECRET = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}|[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}")
_HIDDEN = "[secret]"
_TALKATIVE = (
    "telegram",
    "watchfiles",
    "apscheduler",
    "alembic",
    "aiosqlite",
    "asyncio",
    "uvicorn",
    "openai",
    "httpx2",
    "httpcore2",
)


def hide_secrets(text: str, secrets: Iterable[str] = ()) -> str:
    """Return the text without these secrets, and without anything that has the shape of a token."""
    for secret in filter(None, secrets):
        text = text.replace(secret, _HIDDEN)
    return _LOOKS_SECRET.sub(_HIDDEN, text)


def configure_logging(secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Send structlog's events and all libraries' records through one formatter that hides secrets."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_SecretsHidden(tuple(secrets), shared))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    # This library logs a traceback for every answer that is no JSON, such as a proxy's 502; the poller logs a line.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    # These tell of pages that somebody else wrote; what becomes of them is told in one line of ours.
    for name in ("trafilatura", "httpcore", "dateparser"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


class _SecretsHidden(structlog.stdlib.ProcessorFormatter):
    """Looks at the finished text, so that no field, argument or traceback is missed."""

    def __init__(self, secrets: tuple[str, ...], shared: list[structlog.typing.Processor]) -> None:
        self._secrets = secrets
        super().__init__(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.dev.ConsoleRenderer(
                    colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
                ),
            ],
        )

    def format(self, record: logging.LogRecord) -> str:
        return hide_secrets(super().format(record), self._secrets)
