"""Whether the service's ledger and the servers' agree, post by post. Pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.benchmarks.soak.book import Accepted, Address

Row = Mapping[str, Any]
"""A post as `newspeg posts --json` prints it."""


@dataclass
class Agreement:
    """What became of one notice to every chat; the lists hold what should not be."""

    sent: int = 0
    failed: int = 0
    unknown: int = 0
    unknown_arrived: int = 0
    copies: Counter[str] = field(default_factory=Counter)
    """Messages beyond the first in a chat, by platform."""
    lost: list[str] = field(default_factory=list)
    inexcusable: list[str] = field(default_factory=list)
    """Copies that no kill and no lost answer excuses."""
    disagreeing: list[str] = field(default_factory=list)


def compare(
    chats: Collection[Address],
    closed: Collection[Address],
    rows: Sequence[Row],
    accepted: Sequence[Accepted],
    excuses: Mapping[Address, int],
    *,
    newest: Callable[[Address], Address] = lambda chat: chat,
) -> Agreement:
    """Compare both ledgers for chats that were to get one post each.

    `chats` go by their newest ids; `closed` ones let nobody post; `excuses` count how often a post on its way to a chat
    was cut off from its answer. `newest` is what a chat goes by now: a post without an answer could not learn that.
    """
    found = Agreement()
    there: defaultdict[Address, list[str]] = defaultdict(list)
    for message in accepted:
        there[message.address].append(message.message_id)
    known: defaultdict[Address, list[Row]] = defaultdict(list)
    for row in rows:
        chat = row["platform"], row["chat"]
        known[newest(chat) if row["state"] == "unknown" else chat].append(row)
    for chat in chats:
        _judge(found, chat, known[chat], there[chat], closed=chat in closed)
        _count_copies(found, chat, len(there[chat]), excuses.get(chat, 0))
    strangers = {*known, *there} - set(chats)
    found.disagreeing += [f"{platform} {chat}: nobody subscribed there" for platform, chat in strangers]
    return found


def _judge(found: Agreement, chat: Address, rows: Sequence[Row], there: Sequence[str], *, closed: bool) -> None:
    name = " ".join(chat)
    if len(rows) != 1:
        problem = f"{name}: {len(rows)} posts in the ledger, {len(there)} messages there"
        (found.disagreeing if there else found.lost).append(problem)
        return
    state, said = rows[0]["state"], f"{name}: {rows[0]['state']} ({rows[0]['reason']}), {len(there)} messages there"
    match state:
        case "sent":
            found.sent += 1
            if not there:
                found.lost.append(said)
            elif rows[0]["message_id"] not in there:
                found.disagreeing.append(f"{said}, none of them {rows[0]['message_id']}")
        case "unknown":
            found.unknown += 1
            found.unknown_arrived += bool(there)
        case "failed" if closed:
            found.failed += 1
        case _:
            (found.disagreeing if there else found.lost).append(said)
    if closed and (state != "failed" or there):
        found.disagreeing.append(f"{said}, though it is closed")


def _count_copies(found: Agreement, chat: Address, messages: int, excuses: int) -> None:
    copies = max(0, messages - 1)
    found.copies[chat[0]] += copies
    if copies > excuses:
        found.inexcusable.append(f"{' '.join(chat)}: {messages} messages, {excuses} answers cut off")
