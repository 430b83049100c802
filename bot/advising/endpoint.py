"""An endpoint that speaks as OpenAI's does, through its client; it needs the extra `newspeg[llm]`.

Nothing is taken from the environment: what the client finds there belongs to somebody else's endpoint.
"""

from collections.abc import AsyncIterator
from typing import Final

import httpx2
import openai
from pydantic import BaseModel, Field, SecretStr, ValidationError

from bot.core.errors import NoAdvice, SettingsError

_LONGEST_REPLY = 64 * 1024
_OF_THE_CONTENT: Final = ("Host", "Content-Type", "Content-Length")
_REFUSED_KEY = (401, 403)
_NOT_FOUND = 404
_NO_KEY = "none"  # the client wants one


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


class Endpoint:
    """Asks a model at one address."""

    def __init__(self, url: str, key: SecretStr | None, model: str) -> None:
        """Building it takes a while, as the client reads certificates. SettingsError if the URL cannot be opened."""
        self._model = model
        web = httpx2.AsyncClient(transport=_Plain(key), follow_redirects=False)
        try:
            client = openai.AsyncOpenAI(base_url=url, api_key=_NO_KEY, max_retries=0, http_client=web)
        except httpx2.InvalidURL:
            raise SettingsError("NEWSPEG_LLM_URL has a host or a path that cannot be: look for a slip in it") from None
        self._completions = client.chat.completions.with_raw_response  # imported here, and not at the first question

    async def ask(self, instructions: str, task: str) -> str:
        """Return the model's reply; NoAdvice says why there is none. It takes as long as the endpoint does."""
        try:
            answer = await self._completions.create(
                model=self._model,
                messages=[{"role": "system", "content": instructions}, {"role": "user", "content": task}],
            )
            completion = _Completion.model_validate_json(answer.http_response.content)
        except openai.APIStatusError as error:
            raise NoAdvice(_in_words(error.status_code)) from None
        except (openai.OpenAIError, httpx2.HTTPError):  # the latter where the text of an error breaks off
            raise NoAdvice("it cannot be reached, or breaks off: look at NEWSPEG_LLM_URL") from None
        except ValidationError:
            raise NoAdvice("its answer is no chat completion with a text: look at NEWSPEG_LLM_URL") from None
        return completion.choices[0].message.content


def _in_words(status: int) -> str:
    if status in _REFUSED_KEY:
        return f"it refuses the key ({status}): look at NEWSPEG_LLM_KEY"
    if status == _NOT_FOUND:
        return (
            f"it has no such page or model ({status}): NEWSPEG_LLM_URL often ends with /v1; look at NEWSPEG_LLM_MODEL"
        )
    return f"it answers with the status {status}"


class _Plain(httpx2.AsyncHTTPTransport):
    """Sends no header but what a request needs, and takes no more than a short answer; it keeps no connection open."""

    def __init__(self, key: SecretStr | None) -> None:
        super().__init__(limits=httpx2.Limits(max_keepalive_connections=0))
        self._key = key

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        headers = {name: request.headers[name] for name in _OF_THE_CONTENT if name in request.headers}
        headers |= {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "newspeg"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key.get_secret_value()}"
        plain = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        response = await super().handle_async_request(plain)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Bounded(response.stream)
        response.headers.pop("Content-Encoding", None)  # a few bytes may unfold to any length
        return response


class _Bounded(httpx2.AsyncByteStream):
    """A stream that breaks off where it grows too long."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = _LONGEST_REPLY
        async for part in self._stream:
            left -= len(part)
            if left < 0:
                raise httpx2.ReadError("the answer is too long")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()
