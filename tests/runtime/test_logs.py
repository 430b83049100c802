import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.runtime.logs import configure_logging, hide_secrets

TOKEN = "7777777777:AAHsomethingthatlookslikeatokenofabot12"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, configured = root.handlers[:], root.level, structlog.get_config()
    yield
    root.handlers, root.level = handlers, level
    structlog.configure(**configured)


def test_a_secret_is_hidden_wherever_it_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(["hunter2-secret"])
    structlog.get_logger().info("started", token="hunter2-secret", url="https://x/bothunter2-secret/getMe")
    logging.getLogger("library").warning("token is %s", "hunter2-secret")
    try:
        raise ValueError("bad hunter2-secret")
    except ValueError:
        structlog.get_logger().exception("failed")
        logging.getLogger("library").exception("failed too")
    said = capsys.readouterr().err
    assert said.count("[secret]") >= 5
    assert "hunter2" not in said
    assert "Traceback" in said


def test_what_looks_like_a_token_is_hidden_though_nobody_named_it() -> None:
    assert hide_secrets(f"https://api.telegram.org/bot{TOKEN}/getMe") == "https://api.telegram.org/bot[secret]/getMe"
    assert "MTk4" not in hide_secrets("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs-AB")


def test_libraries_do_not_log_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    logging.getLogger("telegram.ext").info("GET https://…")
    assert capsys.readouterr().err == ""
