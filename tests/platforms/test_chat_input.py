"""Whatever a reader types, the card that answers it fits every platform, pings nobody and breaks no markup."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.asking.commands import COMMANDS
from bot.platforms.discord.rendering import render as render_for_discord
from bot.platforms.telegram.keyboards import asking, leading, shared
from bot.platforms.telegram.markup import units
from bot.platforms.telegram.rendering import alert, articles
from bot.platforms.telegram.rendering import render as render_for_telegram
from tests.asking import CHAT, Asker
from tests.contracts import check_discord, check_telegram
from tests.stories import harbour, synthetic
from tests.strategies import texts

RENDERERS = (render_for_telegram, render_for_discord)
LONGEST_CARD = 5_000
BEGINNINGS = ["", "/nonsense ", "/settings timezone ", *(f"/{command.name} " for command in COMMANDS)]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(BEGINNINGS), texts(), st.sampled_from([None, "en", "sr-Latn", "", "%%", "a" * 300]))
async def test_any_message_gets_a_card_for_every_platform(begin: str, typed: str, locale: str | None) -> None:
    asker = Asker(harbour(), synthetic(1))
    card = await asker.ask(begin + typed, locale=locale)
    assert card.title
    assert all(render(card) for render in RENDERERS)
    for buttons in (asking, shared("newspeg_bot"), leading("newspeg_bot")):
        payloads = render_for_telegram(card, buttons)
        assert sum(units(payload["text"]) for payload in payloads) < LONGEST_CARD
        for payload in payloads:
            assert check_telegram("sendMessage", {"chat_id": 1, **payload}) == []
            assert not re.search(r"@\w", re.sub(r"<[^>]*>", "", payload["text"]))
    assert 0 < units(alert(card)) <= 200
    for payload in render_for_discord(card):
        assert check_discord("POST", "/channels/1/messages", payload) == []


@given(texts())
async def test_any_search_gets_results_within_limits(typed: str) -> None:
    results = articles(await Asker(harbour(), synthetic(1)).desk.search(CHAT, typed), "newspeg_bot")
    assert len(results) <= 50
    assert (
        check_telegram("answerInlineQuery", {"inline_query_id": "1", "results": [each.to_dict() for each in results]})
        == []
    )
