"""The pace, over any course of events: no limit is broken in any span of time, and nobody waits for ever."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.posting.pacing import AHEAD_S, Pace, RateLimit, Room

PER_SECOND = 29.7
A_POST, AN_ANSWER, GROUP = RateLimit(1, 1.0), RateLimit(3, 3.0), RateLimit(20, 60.0)
OUT_OF_TURN = RateLimit(15, 0.6)
_ROUNDING = 1e-6


def room(chat: str) -> Room:
    name, _, _ = chat.partition("/")
    shared = (GROUP,) if name.startswith("-") else ()
    return Room(name, (A_POST, *shared), (AN_ANSWER, *shared))


def paced() -> Pace:
    return Pace(PER_SECOND, (OUT_OF_TURN,), room)


def most_in(moments: Iterable[float], seconds: float) -> int:
    """The most messages that left within any so many seconds."""
    left = sorted(moments)
    return max((number - bisect_right(left, at - seconds + _ROUNDING) for number, at in enumerate(left, 1)), default=0)


def refused(moments: Iterable[float], rate: float, burst: float) -> int:
    """How many a server would refuse that lets so many a second pass, after so many at once."""
    tokens, before, count = burst, 0.0, 0
    for at in sorted(moments):
        tokens = min(burst, tokens + (at - before) * rate)
        before = at
        if tokens < 1 - _ROUNDING:
            count += 1
        else:
            tokens -= 1
    return count


CHATS = st.sampled_from(["1", "2", "3", "-1", "-1/5", "-1/6", "-2"])
GAPS = st.floats(0, 1, allow_subnormal=False) | st.just(0.0)
COURSE = st.lists(st.tuples(GAPS, st.booleans(), CHATS | st.integers(1, 1000).map(str)), max_size=150)


def run(course: Sequence[tuple[float, bool, str]]) -> list[tuple[float, bool, str]]:
    """When each message leaves; posts take a place as the courier does, when it is near, or come again later."""
    pace, now, left = paced(), 0.0, []
    for gap, is_answer, chat in course:
        now += gap
        if is_answer:
            left.append((now + pace.answer(chat, now), True, chat))
        elif (wait := pace.wait(chat, now)) <= AHEAD_S:
            assert pace.turn(chat, now) == pytest.approx(wait)
            left.append((now + wait, False, chat))
    return left


@given(COURSE)
def test_no_limit_is_broken_in_any_span_of_time(course: Sequence[tuple[float, bool, str]]) -> None:
    left = run(course)
    assert refused((at for at, _, _ in left), 30, 30) == 0
    assert most_in((at for at, is_answer, _ in left if not is_answer), 1.0) <= PER_SECOND + 1
    for name in {room(chat).name for _, _, chat in left}:
        there = [at for at, _, chat in left if room(chat).name == name]
        assert refused(there, 1, 3) == 0
        if name.startswith("-"):
            assert most_in(there, GROUP.seconds) <= GROUP.most


@given(COURSE)
def test_posts_to_a_chat_keep_their_distance(course: Sequence[tuple[float, bool, str]]) -> None:
    posts = [(room(chat).name, at) for at, is_answer, chat in run(course) if not is_answer]
    for (name, at), (other, after) in pairwise(sorted(posts)):
        assert name != other or after - at >= A_POST.seconds - _ROUNDING


@given(COURSE)
def test_answers_in_a_chat_leave_in_their_order(course: Sequence[tuple[float, bool, str]]) -> None:
    for name in ("1", "-1"):
        answers = [at for at, is_answer, chat in run(course) if is_answer and room(chat).name == name]
        assert answers == sorted(answers)


def test_a_broadcast_uses_what_there_is_and_begins_without_a_burst() -> None:
    pace, now, left = paced(), 100.0, []
    for chat in range(1000):
        while (wait := pace.wait(str(chat), now)) > AHEAD_S:
            now += wait - AHEAD_S / 2
        left.append(now + pace.turn(str(chat), now))
    assert (len(left) - 1) / (left[-1] - left[0]) == pytest.approx(PER_SECOND)
    assert most_in(left, 0.1) <= 4


def test_an_answer_does_not_wait_for_a_broadcast_which_comes_later_for_it() -> None:
    with_answers, without = paced(), paced()
    for chat in range(7):
        assert with_answers.turn(str(chat), 0.0) == without.turn(str(chat), 0.0)
    assert [with_answers.answer(str(reader), 0.0) for reader in range(100, 110)] == [0.0] * 10
    assert with_answers.wait("50", 0.0) - without.wait("50", 0.0) == pytest.approx(10 / PER_SECOND)


def test_a_flood_of_questions_slows_its_own_chat_alone() -> None:
    pace = paced()
    waits = [pace.answer("1", 0.0) for _ in range(10)]
    assert waits == pytest.approx([0, 0, 0, 3, 3, 3, 6, 6, 6, 9])
    assert pace.answer("2", 0.0) == 0
    assert [pace.answer("-1/5", 0.0) for _ in range(20)][-1] == pytest.approx(18)
    assert pace.answer("-1/6", 0.0) == pytest.approx(60)
    assert pace.rest("-1", 0.0) == pytest.approx(61)


def test_posts_go_on_however_many_ask() -> None:
    pace, posts = paced(), 0
    for tick in range(1000):
        now = tick / 100
        pace.answer(str(tick), now)
        if pace.wait("post", now) <= AHEAD_S:
            posts += 1
            pace.turn(f"post {posts}", now)
    assert posts >= 0.9 * 10 * (PER_SECOND - OUT_OF_TURN.most / OUT_OF_TURN.seconds)


def test_edits_count_over_all_chats_and_in_none() -> None:
    pace = paced()
    for _ in range(3):
        pace.answer("1", 0.0)
    assert [pace.answer(None, 0.0) for _ in range(10)] == [0.0] * 10
    assert pace.answer("1", 0.0) == pytest.approx(3)
    assert pace.answer("2", 0.0) == 0
    assert pace.wait("3", 0.0) == pytest.approx(14 / PER_SECOND)
    assert pace.answer(None, 0.0) == pytest.approx(OUT_OF_TURN.seconds)
    assert "" not in pace._said


def test_edits_of_the_bots_own_accord_keep_their_distance_over_all_chats() -> None:
    pace = paced()
    assert [pace.turn(None, 0.0) for _ in range(5)] == pytest.approx([each / PER_SECOND for each in range(5)])
    assert pace.rest("1", 0.0) == 0


def test_without_limits_nothing_waits() -> None:
    pace = Pace()
    assert {pace.turn("1", 0.0) for _ in range(100)} | {pace.answer("1", 0.0) for _ in range(100)} == {0.0}
    assert pace._said == {}


def test_what_no_longer_holds_up_anything_is_forgotten() -> None:
    pace = paced()
    for number in range(20_000):
        now = number / PER_SECOND
        (pace.answer if number % 2 else pace.turn)(f"-{number}", now)
    assert len(pace._said) < 3 * 60 * PER_SECOND
    assert len(pace._places._onwards) < 1000
    assert len(pace._answered) == OUT_OF_TURN.most


def test_a_place_far_ahead_leaves_those_before_it_free() -> None:
    pace = paced()
    pace.turn("1", 0.0)
    assert pace.turn("1", 0.0) == pytest.approx(1, abs=1 / PER_SECOND)
    assert pace.wait("2", 0.0) == pytest.approx(1 / PER_SECOND)
    assert bisect_left([pace.turn("3", 0.0)], 0.1) == 1
