"""What chooses among statements, as the settings say."""

import sys
from datetime import UTC, datetime

import pytest

from bot.app.advice import chooser_of
from bot.app.drafting import drafter_of
from bot.app.stories import terminal_desk
from bot.core.asking.requests import Request
from bot.core.errors import SettingsError
from bot.core.wording.invocations import Invocation
from bot.platforms.terminal.chat import CHAT
from bot.settings import Settings
from tests.asking import text
from tests.servers.chooser import choosing
from tests.stories import STORIES


def settings(url: str = "") -> Settings:
    """Settings as a file would give them."""
    return Settings.model_validate({"content": str(STORIES), "llm_url": url or None})


def test_without_an_address_the_rules_choose_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    assert chooser_of(settings()) is None


@pytest.mark.parametrize("module", ["openai", "httpx2"])
def test_an_address_without_the_extra_is_a_wrong_setting(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.advising.endpoint", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SettingsError, match=r"NEWSPEG_LLM_URL needs the extra newspeg\[llm\]: start with `uv run"):
        chooser_of(settings("http://127.0.0.1:9/v1"))


@pytest.mark.parametrize("url", ["http://llm\x7f/v1", "http://llm/\x01"])
def test_an_address_that_cannot_be_opened_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(SettingsError, match="NEWSPEG_LLM_URL has a host"):
        chooser_of(settings(url))


async def test_a_chat_in_the_terminal_lets_the_endpoint_choose() -> None:
    async with choosing() as server:
        server.says('{"ids": []}')
        desk, _ = await terminal_desk(
            settings(server.url), lambda: datetime(2031, 1, 1, tzinfo=UTC), None, "kettle-recall"
        )
        card = await desk.answer(Request(Invocation.said("How many kettles are called back?"), CHAT))
    assert len(server.requests) == 1
    assert card.title == "The story does not say"
    assert "86,000" in text(card)


async def test_a_draft_is_worded_by_the_endpoint() -> None:
    async with choosing() as server:
        server.says(
            '{"headline": "A ferry is late", "facts": [{"of": 0, "text": "The ferry is late.", "paragraph": 1}]}'
        )
        drafter = drafter_of(settings(server.url), lambda: datetime(2031, 4, 21, tzinfo=UTC))
        made = await drafter.made(b"Ferry late again\n\nThe ferry to the island was late on Friday, its captain said.")
    assert len(server.requests) == 1
    assert made.data["headline"] == "A ferry is late"
    assert made.data["facts"][0]["text"] == "The ferry is late."
    assert drafter_of(settings(), lambda: datetime(2031, 4, 21, tzinfo=UTC))


def test_a_draft_without_the_extra_is_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.advising.endpoint", raising=False)
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(SettingsError, match=r"start with `uv run --extra llm newspeg draft`, or unset it"):
        drafter_of(settings("http://127.0.0.1:9/v1"), lambda: datetime(2031, 4, 21, tzinfo=UTC))
