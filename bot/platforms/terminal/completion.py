"""Completion at the prompt, from the list of commands and the desk's suggestions."""

from collections.abc import AsyncGenerator, Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME, COMMANDS
from bot.core.asking.desk import Desk
from bot.core.posting.chats import ChatKey


class DeskCompleter(Completer):
    """Completes commands, then their parameters."""

    def __init__(self, desk: Desk, chat: ChatKey) -> None:
        self._desk = desk
        self._chat = chat

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002 -- the interface
        """Yield nothing: the desk can only be asked asynchronously."""
        return ()

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 -- the interface
    ) -> AsyncGenerator[Completion, None]:
        """Yield the commands that begin with the typed text, or the values that fit the command's next parameter."""
        typed = document.text_before_cursor
        name, space, argument = typed.removeprefix("/").partition(" ")
        if not typed.startswith("/"):
            return
        if not space:
            for command in COMMANDS:
                if command.name.startswith(name.lower()):
                    yield Completion(f"/{command.name} ", -len(typed), display_meta=command.description)
        elif command_typed := BY_NAME.get(name.lower()):
            async for completion in self._values(command_typed, argument):
                yield completion

    async def _values(self, command: AnyCommand, argument: str) -> AsyncGenerator[Completion, None]:
        parameter, typed, before = command.being_typed(argument)
        if parameter and parameter.suggest:
            for suggestion in await self._desk.suggest(self._chat, parameter.suggest, typed, before):
                yield Completion(suggestion.value, -len(typed), display=suggestion.label)
