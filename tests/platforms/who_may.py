"""The tables of who may what, in docs/ARCHITECTURE.md, and how a row of them is found out by trying.

What is tried is forged as far as a platform lets it: every row sends the same commands, whether a message shows them or
not.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bot.core.posting.chats import ChatKey
from tests.fakes.chats import WatchedStore

_DOCUMENT = Path(__file__).parents[2] / "docs" / "ARCHITECTURE.md"
_ANSWER = "Leyla Aydın"
_SETTINGS = "Settings of this chat"


class Row(NamedTuple):
    """One row of a table, its cells as they are written."""

    where: str
    who: str
    asks: str
    sees: str
    changes: str
    reminds: str
    edits: str


class Shown(NamedTuple):
    """What came of one command: everything that was shown to anybody, and whether a message was edited."""

    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """One place and person to try commands with: whose chats are concerned, and how a command is sent."""

    send: Callable[[str], Awaitable[Shown]]
    """Takes `settings hour 08:30`, without a slash."""
    chats: Mapping[str, ChatKey]
    """By the words of the table: own, here, there."""
    presses: bool = True


def rows(platform: str) -> Sequence[Row]:
    """The table of one platform."""
    part = _DOCUMENT.read_text("utf-8").partition(f"### On {platform}\n")[2].partition("###")[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return [Row(*cells) for cells in lines[2:]]


async def found_out(row: Row, trial: Trial, store: WatchedStore) -> Row:
    """The row as it turns out."""
    asked = await trial.send("who harbour/aydin")
    store.looked_at.clear()
    looked = await trial.send("settings")
    seen = store.looked_at[:] if _SETTINGS in looked.text else []
    changed = await trial.send("settings hour 08:30")
    reminded = await trial.send("remind harbour/opening P1D")
    foreign = set(store.looked_at) - {trial.chats[word] for word in ("own", "here", row.sees) if word in trial.chats}
    assert not foreign, "a chat was looked at that is none of theirs"
    edits = [each.edited for each in (asked, looked, changed, reminded)]
    return row._replace(
        asks="yes" if _ANSWER in asked.text else "no",
        sees=_which([word for word, chat in trial.chats.items() if chat in seen]),
        changes=_which([word for word, chat in trial.chats.items() if (await store.load(chat)).posting_hour]),
        reminds=_which([word for word, chat in trial.chats.items() if await store.reminders(chat)]),
        edits=("yes" if any(edits) else "no") if trial.presses else "–",
    )


def _which(words: Sequence[str]) -> str:
    assert len(words) <= 1, words
    return words[0] if words else "no"
