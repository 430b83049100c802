"""Telegram below python-telegram-bot's request object: it records every call and answers as it is told."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from tests.contracts import check_telegram
from tests.fakes.telegram_api import result, success

Answer = tuple[int, bytes] | Exception


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the Bot API."""

    method: str
    params: Mapping[str, Any]
    files: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.params[name]


class FakeTelegram(BaseRequest):
    """A Telegram where all goes well, but for the answers that were put in `answers`."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.breaches: list[str] = []
        self._answers: dict[str, deque[Answer]] = defaultdict(deque)

    def will_answer(self, method: str, *answers: Answer) -> None:
        """Answer the next calls of a method like this; an exception is raised."""
        self._answers[method].extend(answers)

    def of(self, *methods: str) -> list[Call]:
        """The calls of these methods."""
        return [call for call in self.calls if call.method in methods]

    @property
    def read_timeout(self) -> float:
        """As the library's."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def do_request(  # noqa: PLR0917 -- the signature is python-telegram-bot's
        self,
        url: str,
        method: str,  # noqa: ARG002 -- always POST
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- the interface
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- the interface
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- the interface
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- the interface
    ) -> tuple[int, bytes]:
        """Record the call, and answer it."""
        called = url.rpartition("/")[2]
        params = request_data.parameters if request_data else {}
        files = dict(request_data.multipart_data) if request_data else {}
        self.calls.append(Call(called, params, files))
        uploads = dict.fromkeys(files, "uploaded")
        self.breaches += [f"{called}: {breach}" for breach in check_telegram(called, {**params, **uploads})]
        if waiting := self._answers[called]:
            answer = waiting.popleft()
            if isinstance(answer, Exception):
                raise answer
            return answer
        return success(result(called, params))
