"""Who has a place, who makes way and who is cut off. A socket stands for no more than its address and its end."""

import asyncio
from contextlib import ExitStack
from typing import Any

from structlog.testing import capture_logs

from bot.platforms.web.safety.connections import (
    GRACE_S,
    MOST,
    MOST_FROM_ONE,
    PATIENCE_S,
    RESERVE,
    TELL_EVERY_S,
    Connection,
    Connections,
    Refusals,
)
from tests.platforms.web.sites import Seconds

ONE, OTHER = "192.0.2.1", "192.0.2.2"


class Socket(asyncio.Transport):
    """A client's end, seen from here."""

    def __init__(self, address: str) -> None:
        super().__init__({"peername": (address, 50_000)})
        self.is_cut = False

    def abort(self) -> None:
        self.is_cut = True

    def set_write_buffer_limits(self, *_: Any, **__: Any) -> None:
        pass

    def pause_reading(self) -> None:
        pass

    def resume_reading(self) -> None:
        pass


class House:
    """Connections on a clock that stands until it is moved."""

    def __init__(self) -> None:
        self.clock = Seconds()
        self.connections = Connections(Refusals(self.clock), self.clock)
        self.under_way = ExitStack()

    def come(self, address: str = ONE) -> tuple[Connection, Socket]:
        connection, socket = Connection(self.connections, lambda _: asyncio.Protocol()), Socket(address)
        connection.connection_made(socket)
        return connection, socket

    def come_and_ask(self, address: str = ONE) -> tuple[Connection, Socket]:
        connection, socket = self.come(address)
        self.under_way.enter_context(connection.answering())
        return connection, socket


def test_one_that_sends_no_request_is_cut_off_in_the_end() -> None:
    house = House()
    _, silent = house.come()
    asking, asker = house.come()
    with asking.answering():
        house.clock.now += PATIENCE_S - 1
        house.connections.cut_slow()
        assert not silent.is_cut
        house.clock.now += 1
        house.connections.cut_slow()
        assert silent.is_cut
        assert not asker.is_cut
    house.clock.now += PATIENCE_S - 1
    house.connections.cut_slow()
    assert not asker.is_cut
    house.clock.now += 1
    house.connections.cut_slow()
    assert asker.is_cut


async def test_what_comes_in_drops_does_not_begin_the_wait_anew() -> None:
    house = House()
    connection, socket = house.come()
    house.clock.now += PATIENCE_S - 1
    connection.buffer_updated(1)
    await asyncio.sleep(0)
    house.clock.now += 1
    house.connections.cut_slow()
    assert socket.is_cut


def test_one_that_does_not_take_its_answer_is_cut_off_in_the_end() -> None:
    house = House()
    connection, socket = house.come()
    with connection.answering():
        connection.pause_writing()
        house.clock.now += PATIENCE_S - 1
        connection.resume_writing()
        connection.pause_writing()
        house.clock.now += PATIENCE_S - 1
        house.connections.cut_slow()
        assert not socket.is_cut
        house.clock.now += 1
        house.connections.cut_slow()
        assert socket.is_cut


def test_one_address_has_so_many_places_and_leaves_the_others_theirs() -> None:
    house = House()
    own = [house.come_and_ask(ONE) for _ in range(MOST_FROM_ONE)]
    too_many, _ = house.come(ONE)
    another, _ = house.come(OTHER)
    assert not any(connection.in_reserve for connection, _ in own)
    assert too_many.in_reserve
    assert not another.in_reserve


def test_an_ipv6_network_counts_as_one_address() -> None:
    house = House()
    for number in range(MOST_FROM_ONE):
        house.come_and_ask(f"2001:db8::{number + 1:x}")
    assert house.come("2001:db8::ffff")[0].in_reserve
    assert not house.come("2001:db8:0:1::1")[0].in_reserve


def test_a_proxy_on_this_machine_speaks_for_many() -> None:
    house = House()
    assert not any(house.come_and_ask("127.0.0.1")[0].in_reserve for _ in range(MOST_FROM_ONE + 1))


def test_whoever_keeps_us_waiting_the_longest_makes_way() -> None:
    house = House()
    _, first = house.come(ONE)
    _, second = house.come(ONE)
    for _ in range(MOST_FROM_ONE - 2):
        house.come_and_ask(ONE)
    house.clock.now += GRACE_S
    newcomer, _ = house.come(ONE)
    assert (first.is_cut, second.is_cut, newcomer.in_reserve) == (True, False, False)


def test_one_who_has_just_come_does_not_make_way() -> None:
    house = House()
    just_come = [house.come(ONE)[1] for _ in range(MOST_FROM_ONE)]
    newcomer, _ = house.come(ONE)
    assert newcomer.in_reserve
    assert not any(socket.is_cut for socket in just_come)


def test_when_all_places_are_taken_there_is_a_reserve_for_everyone() -> None:
    house = House()
    for number in range(MOST):
        house.come_and_ask(f"192.0.{number % 250}.7")
    kept = [house.come(f"198.51.100.{number}") for number in range(RESERVE)]
    assert all(connection.in_reserve for connection, _ in kept)
    newcomer, let_in = house.come(OTHER)
    assert newcomer.in_reserve
    assert not let_in.is_cut
    assert [socket.is_cut for _, socket in kept] == [True] + [False] * (RESERVE - 1)


def test_where_all_wait_for_us_nobody_else_is_let_in() -> None:
    house = House()
    for number in range(MOST + RESERVE):
        house.come_and_ask(f"192.0.{number % 250}.7")
    _, refused = house.come(OTHER)
    assert refused.is_cut


def test_a_place_that_was_left_is_free() -> None:
    house = House()
    first, *_ = [house.come_and_ask(ONE)[0] for _ in range(MOST_FROM_ONE)]
    in_reserve, _ = house.come(ONE)
    for gone in (first, in_reserve):
        gone.connection_lost(None)
        gone.connection_lost(None)
    assert not house.come(ONE)[0].in_reserve
    assert house.come(ONE)[0].in_reserve


def test_many_refusals_are_one_line_a_minute() -> None:
    clock = Seconds()
    refusals = Refusals(clock)
    with capture_logs() as logged:
        refusals.tell()
        assert logged == []
        for _ in range(100):
            refusals.count("too slow")
            refusals.tell()
        refusals.count("made way")
        clock.now += TELL_EVERY_S - 1
        refusals.tell()
        assert [line["too_slow"] for line in logged] == [1]
        clock.now += 1
        refusals.tell()
        refusals.tell()
    assert logged[1:] == [
        {"event": "the page turned clients away", "log_level": "warning", "too_slow": 99, "made_way": 1}
    ]
