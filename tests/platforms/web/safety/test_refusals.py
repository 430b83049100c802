from structlog.testing import capture_logs

from bot.platforms.web.safety.refusals import EVERY_S, Refusals
from tests.platforms.web.sites import Seconds


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
        clock.now += EVERY_S - 1
        refusals.tell()
        assert [line["too_slow"] for line in logged] == [1]
        clock.now += 1
        refusals.tell()
        refusals.tell()
    assert logged[1:] == [{"event": "the page refused", "log_level": "warning", "too_slow": 99, "made_way": 1}]
