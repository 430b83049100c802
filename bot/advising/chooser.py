"""Chooses statements with the help of an endpoint, which may be slow, broken or gone: then there is no advice."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.advising.prompt import INSTRUCTIONS, chosen_ids, task
from bot.core.asking.questions.advice import Offered
from bot.core.errors import NoAdvice
from bot.runtime.waiting import Sleep, Ticks, unless

log = structlog.get_logger()

PATIENCE_S = 1.8  # a reader waits for two seconds at most, and the rules need a little
MOST_AT_ONCE = 4
FAILURES_IN_A_ROW = 3
REST_S = 60.0

Ask = Callable[[str, str], Awaitable[str]]
"""Gets instructions and a task, and returns the reply; NoAdvice says why there is none."""


class EndpointChooser:
    """Implements the port Chooser; after several failures in a row it lets the endpoint rest."""

    def __init__(self, ask: Ask, sleep: Sleep = asyncio.sleep, ticks: Ticks = time.monotonic) -> None:
        self._ask = ask
        self._sleep = sleep
        self._ticks = ticks
        self._under_way = 0
        self._failures = 0
        self._rests_until = 0.0

    async def choose(self, question: str, statements: Sequence[Offered]) -> Sequence[str] | None:
        """Return the chosen ids; None at once if the endpoint is busy or rests, and soon if it fails."""
        if self._under_way >= MOST_AT_ONCE or not self._may_ask():
            return None
        self._under_way += 1
        try:
            ids = await self.attempt(question, statements)
        except NoAdvice as error:
            self._failed(str(error))
            return None
        finally:
            self._under_way -= 1
        self._failures = 0
        return ids

    async def attempt(self, question: str, statements: Sequence[Offered]) -> Sequence[str]:
        """Ask, whatever became of the questions before; NoAdvice says why there is none."""
        try:
            reply = await unless(self._sleep(PATIENCE_S), self._ask(INSTRUCTIONS, task(question, statements)))
        except NoAdvice:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever breaks in the client, the rules can tell
            raise NoAdvice(f"it cannot be asked ({type(error).__name__}): look at NEWSPEG_LLM_URL") from None
        if reply is None:
            raise NoAdvice(f"it did not answer within {PATIENCE_S} seconds")
        ids = chosen_ids(reply, statements)
        if ids is None:
            raise NoAdvice("its reply chooses none of the statements, nor says that none answers: try another model")
        return ids

    def _may_ask(self) -> bool:
        """Return True unless the endpoint rests; after its rest one question tries it, and the others go on waiting."""
        if self._failures < FAILURES_IN_A_ROW:
            return True
        if self._ticks() < self._rests_until:
            return False
        self._rests_until = self._ticks() + REST_S
        return True

    def _failed(self, reason: str) -> None:
        self._failures += 1
        if self._failures == FAILURES_IN_A_ROW:
            log.warning("the endpoint at NEWSPEG_LLM_URL fails; the rules alone choose until it answers", reason=reason)
        if self._failures >= FAILURES_IN_A_ROW:
            self._rests_until = self._ticks() + REST_S
