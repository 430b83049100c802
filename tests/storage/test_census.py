"""How many posts there are of each kind, and how long one waits."""

from datetime import timedelta

from bot.core.posting.census import Tally
from bot.core.posting.posts import Step
from bot.storage.census import SqlCensus
from tests.storage.books import CHATS, LONG_AGO, PLANNED, Books


async def test_an_empty_ledger_counts_nothing(books: Books) -> None:
    assert await SqlCensus(books.engine).tally(LONG_AGO) == Tally()


async def test_counts_posts_by_platform_and_state_and_finds_the_one_that_waits_longest(books: Books) -> None:
    await books.write_to(*CHATS[:2])
    await books.ledger.pause(paused=True)
    [telegram] = [post for post in await books.ledger.posts() if post.chat == CHATS[0]]
    await books.ledger.record([(telegram, Step("failed", "blocked"))])
    census = SqlCensus(books.engine)
    tally = await census.tally(PLANNED.at + timedelta(minutes=1))
    assert tally.posts == {("telegram", "failed"): 1, ("discord", "pending"): 1}
    assert tally.waiting_since == {"discord": PLANNED.at}
    assert tally.paused
    assert (await census.tally(PLANNED.at - timedelta(minutes=1))).waiting_since == {}
