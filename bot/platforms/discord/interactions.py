"""Takes interactions to the desk as requests, and replies with cards; after a failure the reader gets a word."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.core.asking.command import AnyCommand, Parameter
from bot.core.asking.desk import Desk
from bot.core.asking.suggestions import Suggestion
from bot.core.errors import NewspegError, TooManyQuestions
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.platforms.discord.markdown import one_line, shorten
from bot.platforms.discord.questions import UNTOLD, Question, asked_by_command, asked_by_press, locale_of, origin_of
from bot.platforms.discord.replies import Reply

Interaction = discord.Interaction[Any]
Choice = app_commands.Choice[str]

MAX_CHOICES = 25
MAX_CHOICE = 100
_LONGEST_DRAIN = 5.0

log = structlog.get_logger()


class FrontOffice:
    """Takes interactions to the desk. `patience`: seconds that a reader's client is left without a sign."""

    def __init__(self, desk: Desk, patience: float) -> None:
        self._desk = desk
        self._patience = patience
        self._under_way: set[asyncio.Task[Any]] = set()

    async def answer_command(
        self, interaction: Interaction, command: AnyCommand, values: Mapping[str, str | int | None]
    ) -> None:
        """Answer a slash command."""
        await self._answer(interaction, asked_by_command(origin_of(interaction), command, values))

    async def answer_outdated(self, interaction: Interaction, error: Exception) -> None:
        """Answer a slash command that is registered in another form than ours; only its reader sees the answer."""
        data: Any = interaction.data
        name = str(data.get("name", ""))
        log.warning("discord command outdated", command=name, error=type(error).__name__)
        if interaction.type is discord.InteractionType.application_command:
            values = " ".join(str(option.get("value", "")) for option in data.get("options", []))
            question = Question(origin_of(interaction), Invocation.of(name, values), ephemeral=True)
            await self._answer(interaction, question)
        else:
            await interaction.response.autocomplete([])

    async def fail(self, interaction: Interaction, error: Exception) -> None:
        """Log a failure before there was anything to answer, and tell the reader."""
        log.error("discord interaction failed", kind=interaction.type.name, exc_info=error)
        if interaction.type is discord.InteractionType.autocomplete:
            with suppress(Exception):
                await interaction.response.autocomplete([])
        else:
            await self._apologise(interaction, Reply(interaction, Question(UNTOLD, None, ephemeral=True)))

    async def answer_press(self, interaction: Interaction, invocation: Invocation | None) -> None:
        """Answer a press on a button or a list; None is a press that cannot be read."""
        if invocation is None:
            log.warning("discord press unknown")
        await self._answer(interaction, asked_by_press(origin_of(interaction), invocation))

    async def suggest(self, interaction: Interaction, parameter: Parameter, typed: str) -> list[Choice]:
        """Return values for an option that is being typed; none if the desk is late or fails."""
        if parameter.suggest is None:
            return []
        try:
            origin = origin_of(interaction)
            others = {name: str(value) for name, value in interaction.namespace if name != parameter.name}
            asked = self._desk.suggest(origin.chat, parameter.suggest, typed, others, origin.locale)
            return _choices(await asyncio.wait_for(asked, self._patience))
        except Exception as error:
            log.error("discord suggestions failed", parameter=parameter.name, exc_info=error)
            return []

    async def drain(self) -> None:
        """Wait for the answers under way, but not for ever."""
        await asyncio.sleep(0)  # let new interactions begin
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_LONGEST_DRAIN)

    async def _answer(self, interaction: Interaction, question: Question) -> None:
        reply = Reply(interaction, question)
        async with self._guarded(interaction, reply):
            if request := reply.request:
                await reply.send(await self._in_time(self._desk.answer(request), reply))
            else:
                await reply.send(self._desk.too_old(question.locale))

    async def _in_time(self, answer: Awaitable[Card], reply: Reply) -> Card:
        task = asyncio.ensure_future(answer)
        done, _ = await asyncio.wait({task}, timeout=self._patience)
        try:
            if not done:
                await reply.announce()
        finally:
            card = await task  # wait, so that its change is not left half done
        return card

    @asynccontextmanager
    async def _guarded(self, interaction: Interaction, reply: Reply) -> AsyncIterator[None]:
        """Count the interaction as under way; log a failure and apologise for it."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            yield
        except TooManyQuestions:
            pass  # no call is spent on a flood; Discord tells its author that no answer came
        except NewspegError as error:
            log.warning("no answer now", platform="discord", reason=str(error))
            await self._apologise(interaction, reply)
        except Exception as error:
            log.error("discord interaction failed", kind=interaction.type.name, exc_info=error)
            await self._apologise(interaction, reply)
        finally:
            self._under_way.discard(task)

    async def _apologise(self, interaction: Interaction, reply: Reply) -> None:
        try:
            await reply.apologise(self._desk.apology(locale_of(interaction)))
        except Exception as error:  # noqa: BLE001 -- the failure itself is on record
            log.info("discord apology failed", error=type(error).__name__)


def _choices(suggestions: Sequence[Suggestion]) -> list[Choice]:
    fitting = [each for each in suggestions if 0 < len(each.value) <= MAX_CHOICE]
    return [Choice(name=shorten(one_line(each.label), MAX_CHOICE), value=each.value) for each in fitting[:MAX_CHOICES]]
