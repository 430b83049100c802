import asyncio

import pytest
from structlog.testing import capture_logs

from bot.core.errors import BadToken, PlatformUnavailable
from bot.runtime.supervision import BACK_AFTER_S, LONGEST_DELAY, Conditions, supervise


class Flaky:
    """A part that ends in these ways, one a run, and then serves for ever."""

    def __init__(self, *endings: Exception | None) -> None:
        self.endings = list(endings)
        self.serving = asyncio.Event()

    async def run(self) -> None:
        if self.endings:
            ending = self.endings.pop(0)
            if ending:
                raise ending
            return
        self.serving.set()
        await asyncio.Event().wait()


async def delays_until_serving(platform: Flaky) -> list[float]:
    delays: list[float] = []

    async def sleep(delay: float) -> None:
        delays.append(delay)

    with capture_logs():
        task = asyncio.create_task(supervise("flaky", platform.run, sleep))
        await platform.serving.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    return delays


async def test_starts_again_with_longer_and_longer_pauses() -> None:
    assert await delays_until_serving(Flaky(PlatformUnavailable("no network"), ValueError("bug"), None)) == [1, 2, 4]


async def test_pauses_have_an_end() -> None:
    delays = await delays_until_serving(Flaky(*[PlatformUnavailable("down")] * 10))
    assert delays[-1] == LONGEST_DELAY


async def test_after_a_steady_run_the_pauses_are_short_again_and_the_log_says_how_long() -> None:
    now, delays = [0.0], list[float]()
    flaky = Flaky(*[PlatformUnavailable("down")] * 4)

    async def run() -> None:
        now[0] += 100.0 if len(flaky.endings) == 1 else 0.0
        await flaky.run()

    async def sleep(delay: float) -> None:
        delays.append(delay)

    with capture_logs() as said:
        task = asyncio.create_task(supervise("flaky", run, sleep, ticks=lambda: now[0]))
        await flaky.serving.wait()
        task.cancel()
        await asyncio.wait([task])
    assert delays == [1, 2, 4, 1]
    assert [entry["retry_in_s"] for entry in said] == delays


async def test_a_bad_token_is_not_tried_again() -> None:
    with pytest.raises(BadToken, match="NEWSPEG_X"):
        await supervise("flaky", Flaky(BadToken("X", "NEWSPEG_X")).run)


def test_a_part_is_running_again_when_it_has_run_for_a_while() -> None:
    now = [0.0]
    conditions = Conditions(lambda: now[0])
    conditions.started("flaky")
    assert conditions.now() == {"flaky": "running"}
    conditions.failed("flaky")
    conditions.started("flaky")
    now[0] += BACK_AFTER_S - 1
    assert conditions.now() == {"flaky": "reconnecting"}
    now[0] += 1
    assert conditions.now() == {"flaky": "running"}
    conditions.failed("flaky")
    now[0] += BACK_AFTER_S
    assert conditions.now() == {"flaky": "reconnecting"}


def test_a_part_that_runs_but_is_out_of_touch_is_reconnecting() -> None:
    in_touch, conditions = [True], Conditions()
    conditions.watch("flaky", lambda: in_touch[0])
    assert conditions.now() == {}
    conditions.started("flaky")
    assert conditions.now() == {"flaky": "running"}
    in_touch[0] = False
    assert conditions.now() == {"flaky": "reconnecting"}
    conditions.stopped("flaky")
    assert conditions.now() == {"flaky": "stopped"}


async def test_how_a_part_does_is_on_record_until_it_is_stopped() -> None:
    conditions, flaky = Conditions(), Flaky(PlatformUnavailable("no network"))
    waiting = asyncio.Event()

    async def sleep(_: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    with capture_logs():
        task = asyncio.create_task(supervise("flaky", flaky.run, sleep, conditions))
        await waiting.wait()
    assert conditions.now() == {"flaky": "reconnecting"}
    task.cancel()
    await asyncio.wait([task])
    assert conditions.now() == {"flaky": "stopped"}
