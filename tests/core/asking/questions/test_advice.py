"""Advice on a reader's question: when it is asked for, what is offered, and what becomes of it in the answer."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.command import Suggest
from bot.core.asking.questions.advice import MOST_OFFERED, Offered
from bot.core.asking.questions.choosing import candidates
from bot.core.asking.questions.index import index_of
from bot.core.stories.anchors import statement_id
from bot.core.wording.cards import Item, Quote
from tests.asking import CHAT, Asker, text, texts
from tests.stories import bundled, harbour, seasons

LENGTH = "How long is the bridge?"
SAYS, SAYS_NOT = "The story says", "The story does not say"


class Adviser:
    """Gives the advice that it was told to give, and keeps what it was asked."""

    def __init__(self, *chosen: str, silent: bool = False) -> None:
        self.chosen = None if silent else chosen
        self.asked: list[tuple[str, Sequence[Offered]]] = []

    async def choose(self, question: str, statements: Sequence[Offered]) -> Sequence[str] | None:
        """Note what was asked, and advise."""
        self.asked.append((question, statements))
        return self.chosen


def named(words: str) -> str:
    """The id of the harbour's fact with these words."""
    [found] = [fact for fact in harbour().facts if words in fact.text]
    return statement_id(found)


async def test_what_is_advised_comes_first_and_in_that_order() -> None:
    adviser = Adviser(named("fell in 1987"), named("900 metres"))
    card = await Asker(chooser=adviser).ask(LENGTH)
    assert card.title == SAYS
    assert "An older bridge fell in 1987." in texts(card)[0]
    assert texts(card)[1] == "The bridge is 900 metres long. [¶ 1]"


async def test_without_advice_the_rules_answer() -> None:
    assert await Asker(chooser=Adviser(silent=True)).ask(LENGTH) == await Asker().ask(LENGTH)


async def test_where_nothing_is_advised_the_answer_is_a_refusal_with_what_comes_nearest() -> None:
    card = await Asker(chooser=Adviser()).ask(LENGTH)
    assert card.title == SAYS_NOT
    assert "900 metres" in text(card)


async def test_an_id_that_the_story_does_not_have_is_no_statement() -> None:
    card = await Asker(chooser=Adviser("fact-made-up", named("900 metres"), "entity-nobody")).ask(LENGTH)
    assert texts(card)[0].startswith("The bridge is 900 metres long.")
    assert (await Asker(chooser=Adviser("fact-made-up")).ask(LENGTH)).title == SAYS_NOT


async def test_three_statements_are_shown_at_most() -> None:
    ids = [statement_id(each) for each in harbour().entities]
    card = await Asker(chooser=Adviser(*ids)).ask(LENGTH)
    assert len([said for said in texts(card) if "[¶" in said]) == 3


async def test_what_is_offered_is_the_line_and_statements_as_a_card_shows_them() -> None:
    adviser = Adviser(silent=True)
    await Asker(chooser=adviser).ask(LENGTH)
    [(question, statements)] = adviser.asked
    assert question == LENGTH
    assert statements[0] == (named("900 metres"), "The bridge is 900 metres long. [¶ 1]")
    assert any("Leyla Aydın to Harbour Gazette: “as safe as a church”" in each.text for each in statements)
    assert any("20 February 2031" in each.text for each in statements if each.id == named("withstands"))
    assert len({each.id for each in statements}) == len(statements)


@pytest.mark.parametrize(
    "line",
    [
        "Leyla Aydın",
        "opening of the bridge",
        "bridge safety storm",
        "hello",
        "/who aydin",
        "/summary",
        "who is Zork?",
        "did the engineer meet Zork, and how long is the bridge?",
        "and where?",
        "🙂",
        "",
    ],
)
async def test_what_the_rules_alone_can_tell_is_not_sent(line: str) -> None:
    adviser = Adviser()
    assert await Asker(chooser=adviser).ask(line) == await Asker().ask(line)
    assert adviser.asked == []


async def test_a_question_that_leans_on_the_one_before_is_not_sent() -> None:
    asker = Asker(chooser=(adviser := Adviser(silent=True)))
    await asker.ask("When does the bridge open?")
    card = await asker.ask("and where?")
    assert "Istanbul" in text(card)
    assert [question for question, _ in adviser.asked] == ["When does the bridge open?"]


async def test_a_question_can_lean_on_one_that_was_answered_by_advice() -> None:
    asker = Asker(chooser=Adviser("event-opening"))
    assert texts(await asker.ask("When does the bridge open?"))[0].startswith("Opening of the bridge: 4 May 2031")
    assert "Istanbul" in texts(await asker.ask("and where?"))[0]


async def test_advice_is_on_the_story_that_was_asked_alone() -> None:
    adviser = Adviser()
    asker = Asker(seasons(), harbour(), chooser=adviser)
    await asker.ask("/story seasons")
    card = await asker.ask(LENGTH)
    assert texts(card)[0].startswith("The bridge is 900 metres long.")
    assert [card.title, len(adviser.asked)] == [SAYS, 1]
    assert (await asker.ask("How many stalls has the market?")).title == SAYS_NOT
    assert len(adviser.asked) == 2
    adviser.chosen = (named("fell in 1987"),)
    assert "1987" in texts(await asker.ask(f"/ask harbour/{LENGTH}"))[0]


async def test_searches_and_suggestions_are_not_sent() -> None:
    adviser = Adviser()
    asker = Asker(chooser=adviser)
    assert await asker.desk.search(CHAT, LENGTH)
    await asker.desk.suggest(CHAT, Suggest.ENTITIES, LENGTH, {})
    assert adviser.asked == []


async def test_readers_are_told_that_questions_are_sent() -> None:
    assert "language model" in text(await Asker(chooser=Adviser()).ask("/privacy"))
    assert "language model" not in text(await Asker().ask("/privacy"))


def test_twenty_are_offered_of_each_question_in_turn() -> None:
    index = index_of(bundled())
    first, second = "When is the election?", "What did Putin say about Ukraine?"
    offered = candidates(index, f"{first} {second}")
    assert len(offered) == MOST_OFFERED
    assert {id(each) for each in offered[:2]} == {id(candidates(index, each)[0]) for each in (first, second)}


IDS = [statement_id(each) for each in harbour().entities] + [statement_id(each) for each in harbour().events]


@settings(max_examples=25)  # each is a whole answer
@given(st.lists(st.text(max_size=20) | st.sampled_from(IDS)))
async def test_whatever_is_advised_no_statement_is_shown_but_of_the_story(ids: list[str]) -> None:
    card = await Asker(chooser=Adviser(*ids)).ask(LENGTH)
    known = [each for each in dict.fromkeys(ids) if each in IDS]
    assert card.title == (SAYS if known else SAYS_NOT)
    shown = [block.leads_to.partition("#")[2] for block in card.blocks if isinstance(block, Item | Quote)]
    assert shown[: len(known)] == known[:3]
    assert len(shown) <= 3
