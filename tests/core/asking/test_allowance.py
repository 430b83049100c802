"""How much may be asked: per person and per chat, by a clock that is handed in."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.allowance import CHAT, PERSON, Allowance, Rate, Verdict
from bot.core.asking.requests import Request
from bot.core.errors import TooManyQuestions
from bot.core.posting.chats import ChatKey
from bot.core.wording.invocations import Invocation
from tests.asking import NOW, Asker

GROUP, OTHER = ChatKey("test", "group"), ChatKey("test", "other")


def by(person: int | None, chat: ChatKey = GROUP) -> Request:
    return Request(Invocation("help"), chat, by=None if person is None else ChatKey("test", str(person)))


def verdicts(allowance: Allowance, *requests: Request, after: float = 0) -> Sequence[Verdict]:
    return [allowance.admit(request, NOW + timedelta(seconds=after)) for request in requests]


def test_a_person_is_answered_told_and_then_ignored() -> None:
    allowance = Allowance(Rate(3, 0.5))
    assert verdicts(allowance, *[by(1)] * 6) == ["answer"] * 3 + ["tell", "ignore", "ignore"]
    assert verdicts(allowance, by(1, OTHER)) == ["ignore"]
    assert verdicts(allowance, by(2)) == ["answer"]
    assert verdicts(allowance, *[by(1)] * 2, after=2) == ["answer", "ignore"]
    assert verdicts(allowance, *[by(1)] * 5, after=8) == ["answer"] * 3 + ["tell", "ignore"]


def test_a_chat_has_an_allowance_of_its_own() -> None:
    allowance = Allowance(Rate(3, 1), Rate(5, 1))
    assert verdicts(allowance, *map(by, range(7))) == ["answer"] * 5 + ["tell", "ignore"]
    assert verdicts(allowance, by(0, OTHER)) == ["answer"]


def test_those_without_a_name_in_a_chat_are_one_person() -> None:
    allowance = Allowance(Rate(2, 1))
    assert verdicts(allowance, *[by(None)] * 3, by(None, OTHER)) == ["answer", "answer", "tell", "answer"]


def test_a_clock_that_is_set_back_neither_gives_nor_takes() -> None:
    allowance = Allowance(Rate(2, 1))
    assert verdicts(allowance, by(1)) == ["answer"]
    assert verdicts(allowance, *[by(1)] * 2, after=-3600) == ["answer", "tell"]
    assert verdicts(allowance, by(1), after=-3599) == ["answer"]


def test_only_the_last_who_asked_are_remembered() -> None:
    allowance = Allowance(Rate(1, 0), most_kept=2)
    assert verdicts(allowance, by(1), by(2), by(1), by(3)) == ["answer", "answer", "tell", "answer"]
    assert verdicts(allowance, by(1)) == ["ignore"]
    assert verdicts(allowance, by(2)) == ["answer"]


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 30)), max_size=150))
def test_nobody_gets_more_than_their_share(asked: list[tuple[int, float]]) -> None:
    allowance, answered, passed = Allowance(Rate(4, 0.5), Rate(8, 1)), [0, 0, 0], 0.0
    for person, pause in asked:
        passed += pause
        [verdict] = verdicts(allowance, by(person), after=passed)
        answered[person] += verdict == "answer"
    assert max(answered) <= 4 + passed * 0.5 + 1e-3
    assert sum(answered) <= 8 + passed + 1e-3


async def test_the_desk_bounds_lines_commands_and_presses_alike() -> None:
    asker = Asker(allowance=Allowance(Rate(3, 1)))
    assert (await asker.ask("leyla")).title == "Leyla Aydın"
    assert (await asker.ask("/ask leyla")).title == "Leyla Aydın"
    assert (await asker.press(Invocation("who", "leyla"))).title == "Leyla Aydın"
    told = await asker.ask("leyla")
    assert told.private
    assert told.title == "One moment"
    for _ in range(3):
        with pytest.raises(TooManyQuestions):
            await asker.ask("/unsubscribe")
    asker.now += timedelta(seconds=1)
    assert (await asker.ask("leyla")).title == "Leyla Aydın"


async def test_a_search_is_only_looking_and_takes_nothing() -> None:
    asker = Asker(allowance=Allowance(Rate(1, 0)))
    for _ in range(3):
        assert await asker.desk.search(asker.chat, "when is the regatta")
    assert (await asker.ask("leyla")).title == "Leyla Aydın"


def test_a_person_cannot_use_up_what_a_chat_may_ask() -> None:
    assert PERSON.at_once * 10 <= CHAT.at_once
    assert PERSON.per_second * 20 <= CHAT.per_second
