"""The conversation in a terminal: it reads lines and shows cards, with a prompt or from a pipe."""

import asyncio
import io
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import TextIO

from rich.console import Console

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.errors import SettingsError
from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Action, Card, Note
from bot.core.wording.invocations import Invocation
from bot.platforms.terminal.rendering import render_json, render_plain, render_rich

CHAT = ChatKey("terminal", "here")
_ONLY_TO_TRY = "This chat in the terminal is for trying: elsewhere these posts would come, here none appears."
_FAREWELLS = frozenset({"exit", "quit", "/exit", "/quit"})
Reread = Callable[[], Awaitable[Sequence[str]]]
"""Reads again what an editor may have saved, and returns a line for each fault that is new."""

_LONGEST_NUMBER = 3  # no card has a thousand buttons, and a longer number may take long to read


async def _nothing_new() -> Sequence[str]:
    return ()


class TerminalChat:
    """One person's conversation; a number presses the button that the last card showed under it."""

    def __init__(
        self, desk: Desk, output: TextIO, as_json: bool = False, rich: bool = False, reread: Reread = _nothing_new
    ) -> None:
        self._desk = desk
        self._reread = reread
        self._output = output
        self._json = as_json
        self._console = Console(file=output) if rich else None
        self._buttons: Sequence[Action] = ()

    async def hold(self, lines: AsyncIterator[str]) -> None:
        """Answer every line until there are no more."""
        async for line in lines:
            await self.answer(line.rstrip("\r\n"))

    async def answer(self, line: str) -> None:
        """Answer one line, from what is saved now; a fault in it is told apart from the answers."""
        for fault in await self._reread():
            print(fault, file=sys.stderr, flush=True)
        card = await self._desk.answer(Request(self._meant(line), CHAT, person=CHAT))
        if _promises(card):
            card = replace(card, blocks=(*card.blocks, Note((_ONLY_TO_TRY,))))
        self._buttons = card.buttons
        if self._json:
            print(json.dumps(render_json(line, card), ensure_ascii=False), file=self._output, flush=True)
        elif self._console:
            self._console.print(render_rich(card))
        else:
            print(render_plain(card), file=self._output, flush=True)

    def _meant(self, line: str) -> Invocation:
        typed = line.strip()
        number = int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else 0
        return self._buttons[number - 1].invocation if 1 <= number <= len(self._buttons) else Invocation.said(line)


def _promises(card: Card) -> bool:
    """True if the answer promises posts: it offers to look at them, or to drop them again."""
    offered = [action.invocation for action in card.actions]
    return any(
        each.command == "upcoming" or (each.command == "remind" and each.argument.endswith(" off")) for each in offered
    )


async def piped_lines(stream: Iterable[str]) -> AsyncIterator[str]:
    """Yield the lines of a pipe or file, each as soon as it is there."""
    iterator = iter(stream)
    while (line := await asyncio.to_thread(next, iterator, None)) is not None:
        yield line


async def prompted_lines(desk: Desk) -> AsyncIterator[str]:
    """Yield the lines that a person types at a prompt, with completion and history, until they say goodbye."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 -- a pipe does without it

    from bot.platforms.terminal.completion import DeskCompleter  # noqa: PLC0415 -- as above

    session: PromptSession[str] = PromptSession(completer=DeskCompleter(desk, CHAT), complete_while_typing=True)
    while True:
        try:
            line = await session.prompt_async("newspeg> ")
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip().lower() in _FAREWELLS:
            return
        if line.strip():
            yield line


async def chat(desk: Desk, reread: Reread, as_json: bool = False) -> None:
    """Chat on standard input and output; bytes that are not UTF-8 are replaced.

    Raises SettingsError if one of them is closed.
    """
    if sys.stdin is None or sys.stdout is None:
        closed = "output" if sys.stdin else "input"
        raise SettingsError(f"standard {closed} is closed, so there is nobody to chat with")
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin.isatty():
        conversation = TerminalChat(desk, sys.stdout, as_json, rich=True, reread=reread)
        if not as_json:
            await conversation.answer("/start")
        await conversation.hold(prompted_lines(desk))
    else:
        await TerminalChat(desk, sys.stdout, as_json, reread=reread).hold(piped_lines(sys.stdin))
