"""From a saved story to an edited message: the real ledger and repairer, over a messenger that answers as told."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.posting.audiences import Audience
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.notices import CHANGE
from bot.core.posting.outcomes import Deleted, EditOutcome, Gone, NotSent, RetryLater, SendOutcome, Sent, Unchangeable
from bot.core.posting.planning import Planned, Timing, due
from bot.core.posting.posts import Post, Step
from bot.core.posting.repairs import RepairStep
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.delivery.repairing import Repairer, Turn
from bot.runtime.catalogues import Catalogues
from bot.scheduler.fan_out import FanOut
from bot.scheduler.outdated import Outdated
from bot.storage.chats import SqlChatStore
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.repairs import SqlRepairLedger
from bot.storage.snapshots import SqlSnapshots
from tests.asking import text
from tests.noticed import is_news, lead_of
from tests.stories import SEASONS, seasons

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("telegram", "8")
LONG_AGO = datetime(2031, 1, 1, tzinfo=UTC)
STORY = seasons()
SPRING = STORY.event("spring")
LEASE = timedelta(minutes=1)
CORRECTION = {"id": "one", "date": "2031-03-25", "text": "There are fifty stalls, not forty.", "facts": ["stalls"]}
FIFTY = [{**each, "text": each["text"].replace("forty", "fifty")} for each in SEASONS["facts"]]


def corrected(*more: dict[str, Any], **changes: Any) -> Story:
    return seasons(facts=FIFTY, corrections=[CORRECTION, *more], **changes)


def with_spring(**changes: Any) -> list[dict[str, Any]]:
    return [{**each, **(changes if each["id"] == "spring" else {})} for each in SEASONS["events"]]


class EditingMessenger:
    """Where the outside world begins: it keeps what it was to put in place, and answers as it is told."""

    def __init__(self) -> None:
        self.edits: list[tuple[ChatKey, str, str]] = []
        self.answers: deque[EditOutcome] = deque()

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        raise AssertionError(f"nothing is sent here: {chat} {card} {key} {reply_to} {silent}")

    async def find(self, chat: ChatKey, key: str, since: datetime) -> None:
        raise AssertionError(f"nothing is looked for here: {chat} {key} {since}")

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        self.edits.append((chat, message_id, text(card)))
        return self.answers.popleft() if self.answers else Sent(message_id)

    async def close(self) -> None:
        pass


@dataclass
class House:
    """One process of the bot over a database in which two chats got the spring market's reminder of a week before."""

    engine: AsyncEngine
    now: datetime = LONG_AGO
    library: Library = field(default_factory=lambda: Library([STORY]))
    messenger: EditingMessenger = field(default_factory=EditingMessenger)
    turns: int = 0
    called: int = 0

    def __post_init__(self) -> None:
        self.chats = SqlChatStore(self.engine)
        self.planning = SqlPlanningLedger(self.engine)
        self.delivery = SqlDeliveryLedger(self.engine)
        self.overview = SqlOverview(self.engine)
        self.repairs = SqlRepairLedger(self.engine)
        self.snapshots = SqlSnapshots(self.engine)
        self.fan_out = FanOut(lambda: self.library, self.planning, lambda: self.now)
        self.outdated = Outdated(lambda: self.library, self.repairs, self.snapshots, lambda: self.now)
        self.repairer = self.a_repairer(self.repairs)

    def a_repairer(self, repairs: SqlRepairLedger, turn: Turn | None = None) -> Repairer:
        """One of this process."""
        return Repairer(
            "telegram",
            self.messenger,
            repairs=repairs,
            snapshots=self.snapshots,
            chats=self.chats,
            shelf=lambda: self.library,
            languages=Catalogues(),
            clock=lambda: self.now,
            turn=turn or self._turn,
            written=self._call,
        )

    def _call(self) -> None:
        self.called += 1

    async def _turn(self) -> None:
        self.turns += 1

    async def post(self, *leads: str, chats: tuple[ChatKey, ...] = (CHAT,), story: Story = STORY) -> None:
        """Let reminders go out to chats, each at its time."""
        await self.snapshots.keep([story])
        for chat in chats:
            await self.chats.subscribe(chat, story.slug, LONG_AGO)
        for lead in leads:
            event = story.event("spring")
            (known,) = [each for each in story.leads if str(each) == lead]
            at = due(event, known, Timing())
            assert at
            self.now = at
            planned = Planned(at, story, event, known)
            await self.planning.write(planned, Audience(story.slug, ChatSettings()), state="pending", reason="", now=at)
            await self.send_all(story)

    async def send_all(self, story: Story) -> None:
        """As the courier does, with ids by the posts' own."""
        for post in await self.overview.posts(["pending"]):
            assert await self.delivery.claim({post.id: story.version}, "test", self.now, LEASE)
            await self.delivery.record([(post, Step("sent", message_id=str(100 + post.id), sent_at=self.now))])

    async def publish(self, *stories: Story) -> None:
        """The newsroom saves, and the bot looks."""
        self.library = Library(stories)
        await self.snapshots.keep(stories)
        await self.look()

    async def look(self) -> None:
        """What the waker does, and then the worker."""
        await self.outdated.look()
        await self.fan_out.run()
        while await self.repairer.repair():
            pass

    async def posts(self) -> list[Post]:
        return list(await self.overview.posts())

    async def repairs_by_chat(self) -> dict[str, tuple[str | None, str]]:
        return {
            post.chat.id: (post.repair, post.repair_reason) for post in await self.posts() if lead_of(post) == "P7D"
        }


@pytest.fixture
async def house(sqlite_engine: AsyncEngine) -> House:
    return House(sqlite_engine)


async def test_a_correction_is_edited_into_every_post_that_showed_it(house: House) -> None:
    await house.post("P7D", "P1D", chats=(CHAT, OTHER))
    house.now += timedelta(hours=3)
    await house.publish(corrected())
    assert sorted((chat.id, message) for chat, message, _ in house.messenger.edits) == [
        ("7", "101"), ("7", "103"), ("8", "102"), ("8", "104")
    ]  # fmt: skip
    said = next(said for _, message, said in house.messenger.edits if message == "101")
    assert "Corrected on 25 March 2031: There are fifty stalls, not forty." in said
    assert "The market has fifty stalls." in said
    assert "31 March 2031, in 7 days" in said  # as when it was posted
    assert {post.repair for post in await house.posts()} == {"edited"}
    await house.look()
    assert len(house.messenger.edits) == 4


async def test_what_goes_out_of_an_older_version_after_the_change_is_found_by_the_next_look(house: House) -> None:
    await house.publish(STORY)
    await house.post("P7D")
    house.library = Library([corrected()])
    await house.snapshots.keep([corrected()])
    await house.look()
    assert len(house.messenger.edits) == 1
    await house.post("P1D")  # it was under way, with the version before
    await house.look()
    assert [message for _, message, _ in house.messenger.edits] == ["101", "102"]


async def test_a_mended_typo_edits_nothing(house: House) -> None:
    await house.post("P7D")
    await house.publish(seasons(facts=FIFTY))
    assert house.messenger.edits == []
    await house.publish(corrected())
    assert len(house.messenger.edits) == 1


async def test_several_corrections_are_one_edit_and_a_later_one_names_the_former(house: House) -> None:
    await house.post("P7D")
    more = [{**CORRECTION, "id": name, "text": f"Correction {name}."} for name in ("two", "three")]
    await house.publish(corrected(more[0]))
    assert len(house.messenger.edits) == 1
    await house.publish(corrected(*more))
    _, (_, _, said) = house.messenger.edits
    assert [words in said for words in ("fifty stalls, not", "Correction two.", "Correction three.")] == [True] * 3


async def test_what_changed_while_the_bot_was_down_is_found_at_its_start(house: House) -> None:
    await house.post("P7D")
    again = House(house.engine, house.now + timedelta(days=2), Library([corrected()]))
    await again.publish(corrected())
    assert len(again.messenger.edits) == 1


async def test_the_reminder_of_a_cancelled_event_says_so(house: House) -> None:
    await house.post("P7D")
    await house.publish(seasons(events=with_spring(status="cancelled")))
    ((_, _, said),) = house.messenger.edits
    assert "The plan has changed since this was posted." in said
    assert "cancelled; it had been planned for 31 March 2031" in said
    assert "in 7 days" not in said
    notices = [post for post in await house.posts() if lead_of(post) == CHANGE]
    assert [post.state for post in notices] == ["pending"]


async def test_there_and_back_the_reminder_ends_with_its_own_date(house: House) -> None:
    await house.post("P7D")
    first = {"changed": "2031-03-24", "start": "2031-03-31", "status": "scheduled"}
    away = seasons(events=with_spring(status="rescheduled", start="2031-04-07", history=[first]))
    await house.publish(away)
    await house.send_all(away)
    second = {"changed": "2031-03-25", "start": "2031-04-07", "status": "rescheduled"}
    await house.publish(seasons(events=with_spring(status="rescheduled", start="2031-03-31", history=[first, second])))
    reminder = [said for _, message, said in house.messenger.edits if message == "101"]
    assert "7 April 2031" in reminder[0]
    assert "31 March 2031 (in 7 days); before that it was planned for 7 April 2031" in reminder[1]
    notice = [said for _, message, said in house.messenger.edits if message != "101"]
    assert ["31 March 2031" in said for said in notice] == [True]


async def test_a_retracted_story_leaves_nothing_standing(house: House) -> None:
    await house.post("P7D")
    await house.planning.write(
        Planned(house.now, STORY, SPRING, STORY.leads[1]),
        Audience(STORY.slug, ChatSettings()),
        state="pending",
        reason="",
        now=house.now,
    )
    await house.publish(seasons(status="retracted"))
    ((_, _, said),) = house.messenger.edits
    assert "The newsroom has retracted the story “A town plans its year”." in said
    assert "stalls" not in said
    assert [(post.state, post.reason) for post in await house.posts()] == [
        ("sent", ""),
        ("withdrawn", "the story is no longer published"),
    ]


async def test_a_story_that_is_published_again_stands_there_again(house: House) -> None:
    await house.post("P7D")
    await house.publish(seasons(status="retracted"))
    await house.publish(STORY)
    assert "The market has forty stalls." in house.messenger.edits[-1][2]


async def test_what_cannot_be_edited_is_told_in_reply_once(house: House) -> None:
    await house.post("P7D", "P1D")
    house.messenger.answers.extend([Unchangeable("too old"), Unchangeable("too old")])
    await house.publish(corrected())
    assert [post.repair for post in await house.posts() if is_news(post) is False] == ["replied", "replied"]
    (reply,) = [post for post in await house.posts() if is_news(post)]
    assert (reply.state, lead_of(reply)) == ("pending", "correction:one")
    assert reply.reply_to in ("101", "102")  # both are under way at once
    await house.look()
    assert len(house.messenger.edits) == 2


async def test_what_a_group_was_posted_before_it_moved_is_told_where_it_is_now(house: House) -> None:
    new = ChatKey("telegram", "-1007")
    await house.post("P7D")
    await house.chats.move(CHAT, new)
    await house.publish(corrected())
    assert house.messenger.edits == []
    assert [(post.chat, lead_of(post), post.repair, post.reply_to) for post in await house.posts()] == [
        (new, "P7D", "replied", None),
        (new, "correction:one", None, None),
    ]


async def test_nothing_is_told_about_a_message_that_was_deleted(house: House) -> None:
    await house.post("P7D")
    house.messenger.answers.append(Deleted("message to edit not found"))
    await house.publish(corrected())
    assert await house.repairs_by_chat() == {"7": ("unreachable", "corrected: one; the message was deleted")}
    assert len(await house.posts()) == 1
    await house.publish(seasons(status="retracted"))
    assert len(house.messenger.edits) == 1


async def test_a_blocked_chat_is_set_aside_and_the_others_are_repaired(house: House) -> None:
    await house.post("P7D", chats=(CHAT, OTHER))
    house.messenger.answers.append(Gone("bot was blocked"))
    await house.publish(corrected())
    repairs = (await house.repairs_by_chat()).values()  # both are under way at once: either may be edited first
    assert sorted(repairs, key=str) == [
        ("edited", "corrected: one"),
        ("unreachable", "corrected: one; bot was blocked"),
    ]
    assert len(await house.planning.audiences()) == 1


@pytest.mark.parametrize("outcome", [NotSent("no network"), RetryLater(60, "flood")])
async def test_an_edit_that_did_not_get_through_is_tried_again_later(house: House, outcome: EditOutcome) -> None:
    await house.post("P7D")
    house.messenger.answers.append(outcome)
    await house.publish(corrected())
    assert await house.repairs_by_chat() == {"7": ("pending", "corrected: one")}
    await house.publish(corrected({**CORRECTION, "id": "two", "text": "And a second thing."}))
    assert len(house.messenger.edits) == 1
    house.now += timedelta(minutes=2)
    await house.look()
    assert "And a second thing." in house.messenger.edits[1][2]
    assert (await house.repairs_by_chat())["7"][0] == "edited"


async def test_what_may_have_arrived_without_an_answer_cannot_be_reached(house: House) -> None:
    await house.post("P7D")
    async with house.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE posts SET state = 'unknown', message_id = NULL")
    await house.publish(corrected())
    reason = "corrected: one; nobody can tell whether it arrived, so it cannot be edited"
    assert await house.repairs_by_chat() == {"7": ("unreachable", reason)}


async def test_nothing_is_edited_while_posting_is_paused(house: House) -> None:
    await house.post("P7D")
    await house.overview.pause(paused=True)
    await house.publish(corrected())
    assert house.messenger.edits == []
    await house.overview.pause(paused=False)
    await house.look()
    assert len(house.messenger.edits) == 1
    assert house.turns == 1


async def test_a_version_that_cannot_be_read_any_more_is_left_alone(house: House) -> None:
    await house.post("P7D")
    async with house.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE snapshots SET body = '{}'")
    await House(house.engine, house.now).publish(corrected())
    assert [post.repair for post in await house.posts()] == [None]


class _Unwritable(SqlRepairLedger):
    """One in which what became of the first posts that end cannot be recorded."""

    failures = 1

    async def record_repair(self, post: Post, step: RepairStep, now: datetime) -> None:
        if self.failures:
            self.failures -= 1
            raise StorageUnavailable("the disk is full")
        await super().record_repair(post, step, now)


async def test_what_cannot_be_recorded_holds_up_no_other_and_is_edited_again(house: House) -> None:
    house.repairer = house.a_repairer(_Unwritable(house.engine))
    await house.post("P7D", chats=(CHAT, OTHER))
    await house.publish(corrected())
    assert {post.repair for post in await house.posts()} == {"edited"}
    assert len(house.messenger.edits) == 3


async def test_a_stop_does_not_wait_for_a_turn_that_is_far_off(house: House) -> None:
    await house.post("P7D")
    waiting, never = asyncio.Event(), asyncio.Event()

    async def turn() -> None:
        waiting.set()
        await never.wait()

    house.library = Library([corrected()])
    await house.snapshots.keep([corrected()])
    await house.outdated.look()
    running = asyncio.create_task(house.a_repairer(house.repairs, turn).run())
    await waiting.wait()
    running.cancel()
    await asyncio.wait([running])
    assert house.messenger.edits == []
    assert [post.repair for post in await house.posts()] == ["pending"]


async def test_whoever_sends_is_called_when_a_repair_leaves_something_to_post(house: House) -> None:
    await house.post("P7D", chats=(CHAT, OTHER))
    house.messenger.answers += [Unchangeable("message can't be edited"), Gone("bot was blocked")]
    await house.publish(corrected())
    assert house.called == 2
    house.messenger.answers.clear()
    await house.publish(seasons(status="retracted"))
    assert house.called == 2
