"""What a ledger of repairs does, and how versions are kept; from a story to an edit it is tested with the repairer."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.posting.audiences import Audience
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.notices import Correction, Reminder, Retraction
from bot.core.posting.planning import Planned, Timing, due
from bot.core.posting.posts import Post, Step
from bot.core.posting.repairs import RepairLedger, RepairStep, Shown, Snapshots
from bot.storage.chats import SqlChatStore
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.repairs import SqlRepairLedger
from bot.storage.snapshots import SqlSnapshots
from tests.noticed import is_news, lead_of
from tests.stories import harbour, seasons

CHAT, OTHER = ChatKey("telegram", "7"), ChatKey("telegram", "8")
LONG_AGO = datetime(2031, 1, 1, tzinfo=UTC)
STORY = seasons()
SPRING = STORY.event("spring")
AT = due(SPRING, STORY.leads[0], Timing())
assert AT
NOW = AT + timedelta(hours=1)
SHOWN = Shown(Reminder("seasons", "spring", 0, SPRING.plan, STORY.leads[0]), STORY.version)
CORRECTED = Correction("seasons", "one")


class Books:
    """A database in which two chats got a reminder."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.chats = SqlChatStore(engine)
        self.planning = SqlPlanningLedger(engine)
        self.delivery = SqlDeliveryLedger(engine)
        self.overview = SqlOverview(engine)
        self.repairs: RepairLedger = SqlRepairLedger(engine)

    async def post(self) -> None:
        for chat in (CHAT, OTHER):
            await self.chats.subscribe(chat, "seasons", LONG_AGO)
        assert AT
        planned = Planned(AT, STORY, SPRING, STORY.leads[0])
        await self.planning.write(planned, Audience("seasons", ChatSettings()), state="pending", reason="", now=AT)
        for post in await self.overview.posts():
            await self.delivery.claim({post.id: STORY.version}, "test", NOW, timedelta(minutes=1))
            await self.delivery.record([(post, Step("sent", message_id=str(100 + post.id), sent_at=AT))])

    async def repair(self, chat: ChatKey, step: RepairStep) -> None:
        (post,) = [post for post in await self.overview.posts() if post.chat == chat and not is_news(post)]
        await self.repairs.record_repair(post, step, NOW)

    async def to_repair(self, now: datetime = NOW) -> list[str]:
        return [post.chat.id for post in await self.repairs.to_repair("telegram", now, 10)]

    async def reply(self) -> Post:
        (found,) = [post for post in await self.overview.posts() if is_news(post)]
        return found


@pytest.fixture
async def books(engine: AsyncEngine) -> Books:
    kept = Books(engine)
    await kept.post()
    return kept


async def test_what_stands_in_many_posts_is_told_once(books: Books) -> None:
    shown, _ = await books.repairs.shown(0)
    assert shown == [SHOWN]


async def test_what_was_seen_is_told_again_only_where_it_changed(books: Books) -> None:
    _, seen = await books.repairs.shown(0)
    assert await books.repairs.shown(seen) == ([], seen)
    await books.repair(CHAT, RepairStep("edited", "corrected: one", repaired="newer"))
    shown, later = await books.repairs.shown(seen)
    assert shown == [SHOWN._replace(version="newer")]
    assert await books.repairs.shown(later) == ([], later)


async def test_a_repair_is_asked_for_once(books: Books) -> None:
    assert await books.repairs.ask(SHOWN, "corrected: one", NOW) == 2
    assert await books.repairs.ask(SHOWN, "corrected: one, two", NOW) == 0
    assert await books.repairs.ask(SHOWN._replace(version="another"), "corrected: one", NOW) == 0
    assert await books.to_repair() == ["7", "8"]
    assert await books.repairs.to_repair("discord", NOW, 10) == []
    assert await books.to_repair(NOW - timedelta(seconds=1)) == []


async def test_one_repair_a_chat_at_a_time(books: Books) -> None:
    await books.repairs.ask(SHOWN, "corrected: one", NOW)
    await books.repair(CHAT, RepairStep("edited", "corrected: one", repaired="newer"))
    assert await books.to_repair() == ["8"]
    shown, _ = await books.repairs.shown(0)
    assert shown == [SHOWN._replace(version="newer"), SHOWN]  # by their posts
    assert await books.repairs.ask(SHOWN._replace(version="newer"), "corrected: two", NOW) == 1
    assert await books.to_repair() == ["7", "8"]


async def test_what_waits_is_not_due_before_its_time(books: Books) -> None:
    await books.repairs.ask(SHOWN, "corrected: one", NOW)
    await books.repair(CHAT, RepairStep("pending", "corrected: one", not_before=NOW + timedelta(hours=12)))
    assert await books.to_repair(NOW + timedelta(hours=11)) == ["8"]
    assert await books.to_repair(NOW + timedelta(hours=12)) == ["8", "7"]


async def test_a_reply_is_written_once_a_chat_and_carries_its_message(books: Books) -> None:
    step = RepairStep("replied", "corrected: one", repaired="newer", replies=(CORRECTED,))
    await books.repair(CHAT, step)
    await books.repair(CHAT, step)
    reply = await books.reply()
    assert (reply.chat, lead_of(reply), reply.state, reply.due_at) == (CHAT, "correction:one", "pending", NOW)
    (original,) = [post for post in await books.overview.posts() if post.chat == CHAT and not is_news(post)]
    assert reply.reply_to == original.message_id


async def test_what_cannot_be_reached_is_left_alone(books: Books) -> None:
    for chat in (CHAT, OTHER):
        await books.repair(chat, RepairStep("unreachable", "corrected: one; the message was deleted"))
    assert await books.repairs.shown(0) == ([], 0)
    assert await books.repairs.ask(SHOWN, "the story was retracted", NOW) == 0


async def test_a_chat_that_moved_takes_its_posts_with_it(books: Books) -> None:
    await books.repair(CHAT, RepairStep("pending", "corrected: one", not_before=NOW, moved_to=ChatKey("telegram", "9")))
    assert {(post.chat.id, post.message_id is None) for post in await books.overview.posts()} == {
        ("8", False),
        ("9", True),
    }
    assert await books.repairs.ask(SHOWN, "corrected: one", NOW) == 1
    assert await books.to_repair() == ["9", "8"]


async def test_in_a_chat_that_moved_nothing_answers_a_message_of_the_former_one(books: Books) -> None:
    """Its messages have numbers of their own, and another one may bear the same."""
    await books.repair(CHAT, RepairStep("replied", "corrected: one", repaired="newer", replies=(CORRECTED,)))
    await books.chats.move(CHAT, ChatKey("telegram", "9"))
    assert (await books.reply()).reply_to is None


async def test_nothing_is_to_be_repaired_while_posting_is_paused(books: Books) -> None:
    await books.repairs.ask(SHOWN, "corrected: one", NOW)
    await books.overview.pause(paused=True)
    assert await books.to_repair() == []


async def test_what_a_retracted_story_has_pending_is_withdrawn_but_for_the_news_of_it(books: Books) -> None:
    await books.repair(CHAT, RepairStep("replied", "x", replies=(Retraction("seasons"), CORRECTED)))
    assert await books.repairs.withdraw("seasons", "gone") == 1
    assert {(lead_of(post), post.state) for post in await books.overview.posts() if is_news(post)} == {
        ("retraction", "pending"),
        ("correction:one", "withdrawn"),
    }


async def test_versions_are_kept_for_good(engine: AsyncEngine) -> None:
    snapshots: Snapshots = SqlSnapshots(engine)
    older, newer = harbour(), harbour(headline="Another headline")
    await snapshots.keep([older, STORY])
    await snapshots.keep([newer, STORY])
    for story in (older, newer, STORY):
        assert await snapshots.get(story.version) == story
        assert await SqlSnapshots(engine).get(story.version) == story
    assert await snapshots.get("unknown") is None


async def test_a_version_that_cannot_be_read_is_none_and_on_record(engine: AsyncEngine) -> None:
    await SqlSnapshots(engine).keep([STORY])
    async with engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE snapshots SET body = '{}'")
    with capture_logs() as logs:
        assert await SqlSnapshots(engine).get(STORY.version) is None
    assert logs[0]["version"] == STORY.version
