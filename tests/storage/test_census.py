"""How many posts there are of each kind, and how long one waits."""

from datetime import timedelta

from sqlalchemy import delete, insert

from bot.core.posting.overview import Tally
from bot.core.posting.posts import Step
from bot.storage.database import writing
from bot.storage.overview import SqlCensus
from bot.storage.snapshots import SqlSnapshots, UnreadableVersion
from bot.storage.tables import snapshots
from tests.storage.books import CHATS, LONG_AGO, PLANNED, STORY, Books


async def test_an_empty_ledger_counts_nothing(books: Books) -> None:
    assert await SqlCensus(books.engine).tally(LONG_AGO) == Tally()


async def test_counts_posts_by_platform_and_state_and_finds_the_one_that_waits_longest(books: Books) -> None:
    await books.write_to(*CHATS[:2])
    await books.overview.pause(paused=True)
    [telegram] = [post for post in await books.overview.posts() if post.chat == CHATS[0]]
    await books.delivery.record([(telegram, Step("failed", "blocked"))])
    census = SqlCensus(books.engine)
    tally = await census.tally(PLANNED.at + timedelta(minutes=1))
    assert tally.posts == {("telegram", "failed"): 1, ("discord", "pending"): 1}
    assert tally.waiting_since == {"discord": PLANNED.at}
    assert tally.paused
    assert (await census.tally(PLANNED.at - timedelta(minutes=1))).waiting_since == {}


async def test_versions_that_cannot_be_read_are_counted_as_long_as_they_are_kept(books: Books) -> None:
    store, census = SqlSnapshots(books.engine), SqlCensus(books.engine)
    await store.keep([STORY])
    assert (await census.tally(LONG_AGO)).unreadable == 0
    async with writing(books.engine) as connection:
        await connection.execute(insert(snapshots).values(version="0", story="harbour", body='{"slug": "harbour"}'))
    assert (await census.tally(LONG_AGO)).unreadable == 1
    assert await store.unreadable() == [UnreadableVersion("harbour", "0")]
    assert await store.get("0") is None
    async with writing(books.engine) as connection:
        await connection.execute(delete(snapshots).where(snapshots.c.version == "0"))
    assert (await census.tally(LONG_AGO)).unreadable == 0
