"""Inline mode: cards for any chat."""

import pytest

from bot.core.asking.desk import Hit
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.questions import chat_key
from bot.platforms.telegram.rendering import MAX_RESULTS, articles
from tests.contracts import check_telegram
from tests.fakes.telegram_api import QUERY_TOO_OLD, READER, said, searched
from tests.platforms.telegram.conftest import Bench
from tests.strategies import NASTY


def hit(argument: str, card: Card | None = None) -> Hit:
    return Hit(Invocation("who", argument), card or Card("Title"), "Snippet")


async def test_a_search_offers_cards(bench: Bench) -> None:
    [answer] = await bench.feed(searched("aydin"))
    [result] = answer["results"]
    assert (result["id"], result["title"]) == ("who harbour/aydin", "Leyla Aydın")
    assert result["description"] == "The bridge's engineer"
    assert result["input_message_content"]["message_text"].startswith("<b>Leyla Aydın</b>")
    assert result["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    assert answer["is_personal"] is True
    assert answer["cache_time"] <= 30


async def test_an_empty_search_offers_the_storys_cards(bench: Bench) -> None:
    [answer] = await bench.feed(searched(""))
    assert len(answer["results"]) > 1


async def test_it_asks_the_story_of_the_readers_private_chat(bench: Bench) -> None:
    await bench.feed(said("/story story-1"))
    [answer] = await bench.feed(searched(""))
    assert {result["id"].split()[1] for result in answer["results"]} == {"story-1/"}


@pytest.mark.parametrize(
    "question", ["when is it", "when is the opening of that long bridge over the harbour, " + "x" * 99]
)
async def test_a_question_is_answered_first_however_long(bench: Bench, question: str) -> None:
    found, written = await bench.feed(searched(question), said(question))
    assert found["results"][0]["input_message_content"]["message_text"] == written["text"]
    assert bench.store.looked_at == [chat_key(READER["id"])] * 2


async def test_nasty_searches_are_answered(bench: Bench) -> None:
    answers = await bench.feed(*(searched(text[:256]) for text in NASTY))
    assert len(answers) == len(NASTY)


async def test_a_reader_who_typed_on_is_no_failure(bench: Bench) -> None:
    bench.telegram.will_answer("answerInlineQuery", QUERY_TOO_OLD)
    assert len(await bench.feed(searched("a", READER), searched("ay", READER))) == 2


def test_buttons_lead_into_the_private_chat() -> None:
    changing = Action("Erase", Invocation("forget"))
    reading = Action("Facts", Invocation("facts"))
    [article] = articles([hit("x", Card("Title", actions=(changing, reading)))], "bot")
    assert article.reply_markup
    [[button]] = article.reply_markup.inline_keyboard
    assert button.url == "https://t.me/bot?start=facts"


def test_a_long_card_is_its_first_message_with_all_buttons() -> None:
    card = Card("Title", (Paragraph(("x " * 5000,)),), actions=(Action("Facts", Invocation("facts")),))
    [article] = articles([hit("x", card)], "bot")
    assert article.reply_markup
    assert check_telegram("answerInlineQuery", {"inline_query_id": "1", "results": [article.to_dict()]}) == []


def test_results_are_within_the_limits() -> None:
    hits = [hit(f"name-{number}") for number in range(80)]
    results = articles([hits[0], *hits, hit("x" * 61), hit("y", Card(""))], "bot")
    assert len(results) == MAX_RESULTS
    assert len({result.id for result in results}) == MAX_RESULTS
    [long, other] = articles([hit("x" * 61), hit("x" * 62)], "bot")
    assert len(long.id.encode()) == len(other.id.encode()) == 64
    assert articles([hit("y", Card(""))], "bot")[0].title
