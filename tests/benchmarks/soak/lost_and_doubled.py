"""(a) The service is killed over and over while it posts: nothing may be lost, nor sent twice without an excuse."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.platforms.discord.messenger import nonce
from bot.storage.database import beside
from tests.benchmarks.soak.agreement import Agreement, compare
from tests.benchmarks.soak.book import Accepted, Address
from tests.benchmarks.soak.chats import Chats
from tests.benchmarks.soak.faults import Fault
from tests.benchmarks.soak.figures import Figure, judged, say
from tests.benchmarks.soak.kills import START, Instant, Reaper, plan_kills
from tests.benchmarks.soak.newspeg import Newspeg
from tests.benchmarks.soak.peek import Peek
from tests.benchmarks.soak.seeding import SLUG, subscribe, write_story
from tests.benchmarks.soak.servers import Record, Servers

CHATS, KILLS = 10_000, 100
QUICK_CHATS, QUICK_KILLS = 1_000, 8
STOPS_WITHIN_S = 10.0
RATES = {
    Fault.CUT: 0.002,
    Fault.LOST: 0.002,
    Fault.GATEWAY: 0.001,
    Fault.GATEWAY_LOST: 0.001,
    Fault.BROKEN: 0.001,
    Fault.FLOOD: 0.002,
}
"""One message in a hundred meets a fault."""
_SHOWN = 5
_DUE = datetime(2031, 5, 4, 9, tzinfo=UTC)


async def measure(folder: Path, servers: Servers, seed: int, *, quick: bool) -> list[Figure]:
    """Kill, let it finish, compare the ledgers."""
    chats = Chats.make(QUICK_CHATS if quick else CHATS)
    url = f"sqlite:///{folder}/newspeg.db"
    write_story(folder, [(_DUE + timedelta(days=7)).date().isoformat()], "P7D")
    await subscribe(beside(url), chats.subscribed, START)
    await servers.forget()
    await servers.enforce(limits=True)
    await servers.fail(RATES, [chat for _, chat in chats.closed], chats.moved)
    settings = {**servers.telegram_settings, **servers.discord_settings, "content": "content", "database_url": url}
    newspeg, rng = Newspeg(folder, settings), random.Random(seed)
    async with Peek(beside(url)) as peek:
        reaper = Reaper(newspeg, servers, peek, rng)
        await reaper.kill(plan_kills(QUICK_KILLS if quick else KILLS, rng))
        code, seconds = await reaper.finish()
    record = await servers.read()
    excuses = chats.count(reaper.cut_off + Counter(each.address for each in record.accepted if not each.answered))
    posts = newspeg.posts(beside(url))
    agreement = compare(chats.now, chats.closed, posts, record.accepted, excuses, newest=chats.newest)
    agreement.disagreeing += strange_nonces(record.accepted)
    _tell(agreement, record, newspeg)
    figures = _figures(agreement, reaper, excuses, len(chats.subscribed))
    return [*figures, _of_refusals(record), _of_its_end(code, seconds)]


def strange_nonces(accepted: Sequence[Accepted]) -> list[str]:
    """Messages on Discord that are not the notice they should be, by their nonce."""
    notice = f"{SLUG} opening 0 P7D {_DUE.isoformat()}"
    return [
        f"discord {message.chat}: {message.message_id} has the nonce {message.nonce}"
        for message in accepted
        if message.platform == "discord" and message.nonce != nonce(f"discord {message.chat} {notice}")
    ]


def _tell(agreement: Agreement, record: Record, newspeg: Newspeg) -> None:
    """What the table does not say."""
    for problems in (agreement.lost, agreement.inexcusable, agreement.disagreeing):
        for problem in problems[:_SHOWN]:
            say(problem)
    say(f"requests: {dict(record.requests)}")
    say(f"what the log complains of: {dict(newspeg.complaints().most_common(12))}")


def _figures(agreement: Agreement, reaper: Reaper, excuses: Counter[Address], chats: int) -> list[Figure]:
    kills = ", ".join(f"{reaper.instants[instant]} {instant}" for instant in Instant)
    cut_off, accepted = _by_platform(reaper.cut_off), reaper.accepted
    at_most, copies = _by_platform(excuses)["telegram"], agreement.copies
    ledger = f"{agreement.sent:,} sent, {agreement.failed} failed (they refuse the bot), {agreement.unknown} unknown"
    return [
        Figure("(a) kills", f"{reaper.instants.total()}: {kills}; limits enforced"),
        judged("(a) ended by itself before a kill", f"{reaper.ended_early}", "0", reached=not reaper.ended_early),
        judged(
            "(a) under way at the kills; accepted by then",
            f"Telegram {cut_off['telegram']}; {accepted['telegram']}."
            f" Discord {cut_off['discord']}; {accepted['discord']}",
            "some on both",
            reached=min(accepted["telegram"], accepted["discord"]) > 0,
        ),
        Figure(f"(a) posts to {chats:,} chats", f"{ledger}, of which {agreement.unknown_arrived} arrived"),
        judged("(a) lost", f"{len(agreement.lost)}", "0", reached=not agreement.lost),
        judged("(a) twice on Discord", f"{copies['discord']}", "0", reached=not copies["discord"]),
        judged(
            "(a) twice on Telegram",
            f"{copies['telegram']}, of which without an excuse {len(agreement.inexcusable)}",
            f"at most {at_most}: under way at the kills, or their answer lost by a fault",
            reached=copies["telegram"] <= at_most and not agreement.inexcusable,
        ),
        judged(
            "(a) posts in which the ledgers disagree",
            f"{len(agreement.disagreeing)}",
            "0",
            reached=not agreement.disagreeing,
        ),
    ]


def _of_refusals(record: Record) -> Figure:
    refused = Counter(each.platform for each in record.refused)
    asked = Counter(place.split()[0] for place in record.requests.elements())
    numbers = (f"{name.title()} {refused[name]:,} of {asked[name]:,}" for name in ("telegram", "discord"))
    return Figure("(a) requests that broke a limit", "; ".join(numbers))


def _of_its_end(code: int | None, seconds: float) -> Figure:
    reached = code == 0 and seconds <= STOPS_WITHIN_S
    return judged(
        "(a) its end after SIGTERM", f"exit {code} after {seconds:.1f} s", "exit 0 within 10 s", reached=reached
    )


def _by_platform(times: Counter[Address]) -> Counter[str]:
    return Counter(platform for platform, _ in times.elements())
