"""What the soak finds in two ledgers that do not agree, and what its servers' limits let through."""

import pytest

from tests.benchmarks.soak.agreement import Agreement, Row, compare
from tests.benchmarks.soak.book import Accepted, Address
from tests.benchmarks.soak.figures import p99
from tests.benchmarks.soak.limits import DiscordLimits, TelegramLimits

HERE: Address = ("telegram", "7")


def post(state: str = "sent", message_id: str | None = "1", chat: str = "7") -> Row:
    return {"platform": "telegram", "chat": chat, "state": state, "reason": "", "message_id": message_id}


def message(number: str = "1", chat: str = "7") -> Accepted:
    return Accepted("telegram", chat, number, 0.0, "", "", answered=True)


def found(
    rows: list[Row], *messages: Accepted, excuses: int = 0, closed: bool = False, chats: tuple[Address, ...] = (HERE,)
) -> Agreement:
    return compare(chats, [HERE] if closed else [], rows, messages, {HERE: excuses})


def test_what_was_sent_and_arrived_is_well() -> None:
    agreement = found([post()], message())
    assert (agreement.sent, agreement.lost, agreement.disagreeing, agreement.inexcusable) == (1, [], [], [])


@pytest.mark.parametrize(
    "rows",
    [[], [post()], [post("pending", None)], [post("sending", None)], [post("failed", None)], [post("skipped", None)]],
    ids=["no post", "sent", "pending", "sending", "failed", "skipped"],
)
def test_what_did_not_arrive_is_lost(rows: list[Row]) -> None:
    assert len(found(rows).lost) == 1


def test_an_unknown_post_is_not_lost() -> None:
    for arrived in (False, True):
        agreement = found([post("unknown", None)], *([message()] if arrived else []))
        assert (agreement.unknown, agreement.unknown_arrived, agreement.lost) == (1, arrived, [])


def test_a_post_without_an_answer_cannot_know_that_its_chat_moved() -> None:
    def moved(rows: list[Row]) -> Agreement:
        return compare([HERE], [], rows, [], {}, newest=lambda chat: HERE if chat == ("telegram", "6") else chat)

    unknown = moved([post("unknown", None, chat="6")])
    assert (unknown.unknown, unknown.lost, unknown.disagreeing) == (1, [], [])
    assert moved([post("sent", chat="6")]).lost
    assert moved([post("sent", chat="6")]).disagreeing


def test_a_copy_needs_an_excuse() -> None:
    copied = (message("1"), message("2"))
    assert found([post()], *copied).inexcusable
    agreement = found([post()], *copied, excuses=1)
    assert (agreement.copies["telegram"], agreement.inexcusable) == (1, [])


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ([post(message_id="2")], [message("1")]),
        ([post("pending", None)], [message()]),
        ([post("failed", None)], [message()]),
        ([post(), post()], [message()]),
        ([], [message()]),
        ([post(), post(chat="8")], [message()]),
        ([post()], [message(), message(chat="8")]),
    ],
    ids=["another message", "pending", "failed", "two posts", "no post", "a stranger's post", "a stranger's message"],
)
def test_ledgers_that_disagree(rows: list[Row], messages: list[Accepted]) -> None:
    assert len(found(rows, *messages).disagreeing) == 1


def test_a_chat_that_refuses_the_bot() -> None:
    agreement = found([post("failed", None)], closed=True)
    assert (agreement.failed, agreement.lost, agreement.disagreeing) == (1, [], [])
    assert found([post()], message(), closed=True).disagreeing


def test_telegrams_limit_over_all_chats() -> None:
    limits = TelegramLimits()
    assert [limits.take(chat, 100.0) == 0 for chat in range(1, 32)] == [True] * 30 + [False]
    assert limits.take(40, 100.04) == 0


def test_telegrams_limits_in_a_chat() -> None:
    limits = TelegramLimits()
    assert [limits.take(1, 100.0) for _ in range(4)] == [0, 0, 0, 1]
    assert limits.take(1, 101.0) == 0
    assert [limits.take(-1, 200.0 + 2 * number) == 0 for number in range(31)] == [True] * 20 + [False] * 10 + [True]


def test_discords_limits() -> None:
    limits = DiscordLimits()
    assert [limits.take(100.0) == 0 for _ in range(51)] == [True] * 50 + [False]
    assert limits.take(101.0) == 0
    window = limits.channel("1")
    assert window.wait(100.0) == 0
    for _ in range(5):
        window.take()
    assert window.wait(102.0) == 3
    assert window.wait(105.0) == 0


def test_the_99th_percentile() -> None:
    assert p99([3.0, 1.0, 2.0]) == 3
    assert p99([*map(float, range(1, 201))]) == 198
