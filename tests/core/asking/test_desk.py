from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.command import Suggest
from bot.core.asking.commands import COMMANDS
from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatSettings
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language
from bot.runtime.catalogues import Catalogues
from tests.asking import CHAT, Asker, Unreadable, labels, text, texts
from tests.stories import HARBOUR, harbour, seasons, synthetic


async def test_every_command_has_an_answer_that_dates_its_story() -> None:
    asker = Asker()
    for command in COMMANDS:
        card = await asker.ask(f"/{command.name}")
        assert card.title
        assert card.private >= command.private
    for name in ("summary", "facts", "who", "when", "timeline", "quotes", "sources", "calendar"):
        assert "1 March 2031 (1 day ago)" in text(await asker.ask(f"/{name}"))


async def test_every_button_leads_to_an_answer() -> None:
    asker = Asker(harbour(), synthetic(1))
    seen: set[Invocation] = set()
    waiting = {Invocation(command.name) for command in COMMANDS}
    while waiting:
        invocation = waiting.pop()
        seen.add(invocation)
        card = await asker.press(invocation)
        assert card.title not in ("I do not know that command", "No such story"), invocation
        waiting |= {button.invocation for button in card.buttons} - seen
    assert len(seen) > 30


async def test_without_a_story_it_says_so() -> None:
    asker = Asker(harbour(status="draft"))
    assert "has not published a story" in text(await asker.ask("/summary"))
    assert "has not published a story" in text(await asker.ask("/facts harbour/"))
    assert "has not published a story" in text(await asker.ask("/stories"))
    assert "has not published a story" in text(await asker.ask("/story"))
    assert (await asker.ask("/start")).title
    assert (await asker.ask("/settings")).title


async def test_an_unknown_command_names_the_nearest() -> None:
    card = await Asker().ask("/sumary")
    assert labels(card)[0] == "/summary"
    assert card.private


async def test_a_story_that_is_gone_is_not_replaced_by_another() -> None:
    card = await Asker().press(Invocation("who", "gone/dodik"))
    assert "No published story is called “gone”" in text(card)


async def test_a_deep_link_asks_its_command() -> None:
    asker = Asker()
    assert (await asker.ask("/start who-leyla")).title == "Leyla Aydın"
    assert (await asker.ask("/start who-harbour_aydin")).title == "Leyla Aydın"


@pytest.mark.parametrize(
    "payload", ["forget-yes", "story-harbour", "settings-timezone__UTC", "nonsense", "who leyla", "-"]
)
async def test_a_deep_link_only_reads(payload: str) -> None:
    asker = Asker()
    assert (await asker.ask(f"/start {payload}")).title == "Newspeg, a news bot"
    assert await asker.chats.load(CHAT) == ChatSettings()


async def test_a_chat_reads_the_newest_story_until_it_chooses() -> None:
    asker = Asker(harbour(), synthetic(1))
    assert (await asker.ask("/summary")).title == "Story 1"
    await asker.ask("/story harbour")
    assert (await asker.ask("/summary")).title == HARBOUR["headline"]
    assert (await asker.ask("/summary story-1")).title == "Story 1"


async def test_a_chosen_story_that_is_retracted_gives_way_to_the_newest() -> None:
    asker = Asker(synthetic(1))
    await asker.chats.change(CHAT, {"story": "harbour"})
    assert (await asker.ask("/summary")).title == "Story 1"


@pytest.mark.parametrize("text_typed", ["/story harbour", "/settings timezone UTC", "/forget yes"])
async def test_only_those_who_manage_a_chat_change_it(text_typed: str) -> None:
    asker = Asker()
    before = ChatSettings(timezone="Europe/Sarajevo")
    await asker.chats.change(CHAT, asdict(before))
    card = await asker.ask(text_typed, may_manage=False)
    assert card.title == "Only for those who manage this chat"
    assert card.private
    assert await asker.chats.load(CHAT) == before


async def test_anybody_may_look_at_the_settings() -> None:
    assert (await Asker().ask("/settings", may_manage=False)).title == "Settings of this chat"


@given(st.text(max_size=300) | st.sampled_from(["<b>", "**x**", "@everyone", "\u202e", "🙂" * 5000, "a" * 10_000]))
async def test_any_message_gets_a_short_card(message: str) -> None:
    asker = Asker()
    for typed in (
        message,
        f"/who {message}",
        f"/facts {message}",
        f"/settings {message}",
        f"/settings timezone {message}",
        f"/story {message}",
        f"/quotes {message}",
        f"/when {message}",
        f"/{message}",
    ):
        card = await asker.ask(typed)
        assert card.title
        assert len(text(card)) < 4000


async def test_suggests_what_fits_the_parameter() -> None:
    desk = Asker(harbour(), synthetic(1)).desk

    async def values(source: Suggest, typed: str = "", **others: str) -> list[str]:
        return [each.value for each in await desk.suggest(CHAT, source, typed, others)]

    assert await values(Suggest.STORIES, "bridge") == ["harbour"]
    assert (await values(Suggest.ENTITIES, "ley", story="harbour"))[0] == "aydin"
    assert (await values(Suggest.ENTITIES))[0] == "story-1/e0"
    assert len(await values(Suggest.ENTITIES)) == 20
    assert await values(Suggest.SPEAKERS, story="harbour") == ["aydin", "ferries"]
    assert await values(Suggest.TOPICS, "saf", story="harbour") == ["safety"]
    assert "opening" in await values(Suggest.EVENTS, "open", story="harbour")
    assert await values(Suggest.SETTINGS) == ["language", "timezone", "story", "hour", "quiet", "leads"]
    assert await values(Suggest.SETTING_VALUES, "ist", setting="timezone") == ["Europe/Istanbul"]
    assert await values(Suggest.SETTING_VALUES, "", setting="nonsense") == []
    assert await values(Suggest.ENTITIES, "zzzz") == []


async def test_suggests_questions_that_one_may_ask() -> None:
    asked = [{**HARBOUR["facts"][0], "questions": ["How long is it?", "x" * 101]}, *HARBOUR["facts"][1:]]
    desk = Asker(harbour(facts=asked), synthetic(1, entities=60)).desk

    async def questions(typed: str = "", story: str = "harbour") -> list[str]:
        offered = await desk.suggest(CHAT, Suggest.QUESTIONS, typed, {"story": story} if story else {})
        assert all(each.label == each.value and len(each.value) <= 100 for each in offered)
        return [each.value for each in offered]

    first, *others = await questions()
    assert first == "How long is it?"
    assert {"When is Opening of the bridge?", "Who is Leyla Aydın?", "What did Leyla Aydın say?"} <= set(others)
    assert "What does the story say about Safety?" in others
    assert await questions("who is ley") == ["Who is Leyla Aydın?"]
    assert (await questions("leyla"))[:2] == ["Who is Leyla Aydın?", "What did Leyla Aydın say?"]
    assert await questions("wen openin") == ["When is Opening of the bridge?"]
    assert await questions("zzzz") == []
    assert len(await questions(story="")) == 25


async def test_suggests_at_most_25() -> None:
    asker = Asker(synthetic(1, entities=60))
    assert len(await asker.desk.suggest(CHAT, Suggest.ENTITIES, "", {})) == 25


async def test_a_search_offers_cards() -> None:
    desk = Asker().desk
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "leyla")] == ["/who harbour/aydin"]
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "safety")] == [
        "/when harbour/report",
        "/facts harbour/safety",
    ]
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "storms")] == ["/facts harbour/storms"]
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "churches")] == ["/quotes harbour/churches"]
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "boats")] == ["/when harbour/regatta"]
    assert [str(hit.invocation) for hit in await desk.search(CHAT, "aydinn")] == ["/who harbour/aydin"]
    assert len(await desk.search(CHAT, "")) == 5
    assert await desk.search(CHAT, "biden") == []
    assert all(hit.snippet for hit in await desk.search(CHAT, ""))


async def test_a_search_for_a_question_offers_its_answer_first() -> None:
    for typed in ("when is the regatta", "who is Leyla?", "when is the election", "seasons/where is the fair in 2031"):
        asker = Asker(harbour(), seasons())  # a chat that asked nothing before
        await asker.chats.change(CHAT, {"story": "harbour"})
        first, *others = await asker.desk.search(CHAT, typed)
        assert first.invocation == Invocation("ask", typed)
        assert first.card == await asker.ask(typed)
        assert first.card not in [other.card for other in others]
        assert len(others) <= 19


@pytest.mark.parametrize("typed", ["/start", "/help", "hello", "thanks"])
async def test_one_is_told_how_to_ask_with_a_question_about_the_story(typed: str) -> None:
    assert "Ask in your own words, such as: /ask When is Opening of the bridge?" in texts(await Asker().ask(typed))


async def test_a_search_looks_in_every_story_the_chats_own_first() -> None:
    asker = Asker(harbour(), seasons())

    async def found(typed: str) -> list[str]:
        return [str(hit.invocation) for hit in await asker.desk.search(CHAT, typed)]

    await asker.ask("/story seasons")
    assert await found("leyla") == ["/who harbour/aydin"]
    assert await found("concert") == ["/when seasons/concert", "/when harbour/concert"]
    assert await found("storms") == ["/ask harbour/storms"]
    assert await found("stalls") == ["/facts seasons/stalls"]
    assert len(await Asker(*(harbour(slug=f"s{number}") for number in range(30))).desk.search(CHAT, "storms")) == 20


@pytest.mark.parametrize(("typed", "changes"), [("/subscribe", 1), ("/settings hour 08:00", 1), ("/updates", 0)])
async def test_whoever_posts_is_called_only_where_posts_may_change(typed: str, changes: int) -> None:
    asker = Asker()
    await asker.ask(typed)
    assert len(asker.changes) == changes


async def test_a_question_about_a_story_needs_no_storage() -> None:
    asker = Asker(chats=Unreadable())
    assert (await asker.ask("/who leyla")).title == "Leyla Aydın"
    assert await asker.desk.search(CHAT, "leyla")
    assert await asker.desk.suggest(CHAT, Suggest.STORIES, "", {})


@pytest.mark.parametrize("typed", ["/settings", "/settings timezone UTC", "/story harbour", "/forget yes"])
async def test_what_is_about_the_chat_itself_does(typed: str) -> None:
    with pytest.raises(StorageUnavailable):
        await Asker(chats=Unreadable()).ask(typed)


class Marked(NullTranslations):
    """A catalogue that marks every text it is asked for."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class OnlyMarked(Catalogues):
    def get(self, *wanted: str | None) -> Language:  # noqa: ARG002 -- the port
        return Language("en", Marked())


async def test_every_text_goes_through_the_catalogue() -> None:
    asker = Asker(harbour(), synthetic(1), languages=OnlyMarked())
    own = _strings(HARBOUR) | {"Europe/Istanbul", "UTC", "English"}
    messages = [f"/{command.name}" for command in COMMANDS]
    messages += [
        "/who leyla",
        "/who aydinn",
        "/who harbour",
        "/who biden",
        "/facts safety",
        "/facts zzz",
        "/quotes leyla",
        "/quotes zzz",
        "/when concert",
        "/when zzz",
        "/story zzz",
        "/settings timezone",
        "/settings zzz",
        "/settings language zzz",
        "/settings timezone UTC",
        "storms",
        "zzz",
        "a bridge for zzz",
        "storms in 1987",
        "when is the concert?",
        "and where?",
        "how old is leyla, and when is the concert?",
        "who is Quux?",
        "does the bridge withstand penguins?",
        "?!",
        "hello",
        "thanks",
        "/forget yes",
        "/nonsense",
    ]
    await asker.ask("/story harbour")
    for message in messages:
        card = await asker.ask(message)
        for said in [card.title, *texts(card), *labels(card)]:
            bare = said.split(" [")[0]
            assert "⟦" in said or bare in own or bare.startswith(("/", "Story 1")), (message, said)


def _strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(_strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(_strings, value))
    return {str(value)}


async def test_the_apology_needs_nothing_that_can_break() -> None:
    desk = Asker().desk
    assert desk.apology().private
    assert desk.too_old("sr").private


async def test_the_clock_decides_what_is_past() -> None:
    asker = Asker(now=datetime(2031, 5, 4, 15, 59, tzinfo=UTC))
    assert "(in 1 minute)" in text(await asker.ask("/when opening"))
    asker.now += timedelta(minutes=2)
    assert "the story does not say whether it took place" in text(await asker.ask("/when opening"))
