"""From a subscription to a message: the real planner, ledger and courier, over a messenger that answers as told."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.catalogues import Catalogues
from bot.core.cards import Card
from bot.core.library import Library
from bot.core.outcomes import (
    EditOutcome,
    FindOutcome,
    Gone,
    Moved,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
    Unknown,
)
from bot.core.pacing import Pace
from bot.core.posts import LEASE, REPEAT_AFTER, Post
from bot.core.requests import EVERY_STORY, ChatKey, Reminder
from bot.delivery.courier import Courier
from bot.delivery.drafts import Drafts
from bot.scheduler.fan_out import FanOut
from bot.storage.chats import SqlChatStore
from bot.storage.database import for_writing
from bot.storage.posts import SqlPostLedger
from tests.asking import text
from tests.stories import HARBOUR, harbour

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("telegram", "8")
START = datetime(2031, 4, 1, 9, tzinfo=UTC)
# In Istanbul, where the bridge opens on 4 May, it is three hours later than in UTC.
A_WEEK_BEFORE, THE_DAY_BEFORE, THAT_MORNING = (datetime(2031, *day, 6, tzinfo=UTC) for day in ((4, 27), (5, 3), (5, 4)))
EVENT: dict[str, Any] = next(event for event in HARBOUR["events"] if event["id"] == "opening")
SHORT_S = 0.09
OPENING = harbour().event("opening")


class ScriptedMessenger:
    """Where the outside world begins: it keeps what it was given, and answers as it is told."""

    def __init__(self) -> None:
        self.sent: list[tuple[ChatKey, Card, str]] = []
        self.replied: list[str | None] = []
        self.silent: list[bool] = []
        self.looked: list[tuple[ChatKey, str, datetime]] = []
        self.found: FindOutcome | None = None
        self.answers: dict[ChatKey, deque[SendOutcome]] = {}
        self.waiting = asyncio.Event()
        self.proceed = asyncio.Event()
        self.proceed.set()

    async def send(
        self,
        chat: ChatKey,
        card: Card,
        key: str,
        *,
        reply_to: str | None = None,
        silent: bool = False,
    ) -> SendOutcome:
        self.replied.append(reply_to)
        self.silent.append(silent)
        self.sent.append((chat, card, key))
        self.waiting.set()
        await self.proceed.wait()
        answers = self.answers.get(chat)
        return answers.popleft() if answers else Sent(str(len(self.sent)))

    async def find(self, chat: ChatKey, key: str, since: datetime) -> FindOutcome | None:
        self.looked.append((chat, key, since))
        return self.found

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        raise AssertionError(f"nothing is edited here: {chat} {message_id} {card}")

    async def close(self) -> None:
        pass


@dataclass
class House:
    """One process of the bot; `restarted` gives the next one, over the same database."""

    engine: AsyncEngine
    now: datetime = START
    library: Library = field(default_factory=lambda: Library([harbour(events=[EVENT])]))
    messenger: ScriptedMessenger = field(default_factory=ScriptedMessenger)
    naps: list[float] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    ticks: float = 0.0
    stands_still: bool = False
    """Whether a wait that can be told from none does not end."""

    def __post_init__(self) -> None:
        self._slept = asyncio.Condition()
        self.chats = SqlChatStore(self.engine)
        self.ledger = SqlPostLedger(self.engine)
        self.fan_out = FanOut(lambda: self.library, self.ledger, lambda: self.now)
        self.courier = Courier(
            "telegram",
            self.messenger,
            ledger=self.ledger,
            drafts=Drafts(self.ledger, lambda: self.library, Catalogues()),
            pace=self.pace,
            clock=lambda: self.now,
            worker="test",
            ticks=lambda: self.ticks,
            sleep=self._nap,
        )

    async def _nap(self, seconds: float) -> None:
        until = self.ticks + seconds
        async with self._slept:
            self.naps.append(seconds)
            self._slept.notify_all()
        if self.stands_still and seconds > SHORT_S:
            await asyncio.Event().wait()
        await asyncio.sleep(0)
        self.ticks = max(self.ticks, until)

    async def napped(self, count: int) -> None:
        """Until it has waited so often."""
        async with asyncio.timeout(10), self._slept:
            await self._slept.wait_for(lambda: len(self.naps) >= count)

    async def napping(self, count: int) -> None:
        """Until so many wait for more than a moment."""
        async with asyncio.timeout(10), self._slept:
            await self._slept.wait_for(lambda: sum(nap > SHORT_S for nap in self.naps) >= count)

    async def at(self, now: datetime) -> Sequence[Post]:
        """Let it be that moment: plan, deliver; the posts afterwards."""
        self.now = now
        await self.fan_out.run()
        await self.courier.deliver_due()
        return await self.ledger.posts()

    def replan(self, **changes: Any) -> None:
        self.library = Library([harbour(events=[{**EVENT, **changes}])])


@pytest.fixture
async def house(sqlite_engine: AsyncEngine) -> House:
    house = House(sqlite_engine)
    await house.fan_out.run()
    await house.chats.subscribe(CHAT, "harbour", START)
    return house


async def test_each_reminder_goes_out_once_at_its_moment(house: House) -> None:
    assert await house.fan_out.run() == A_WEEK_BEFORE
    assert await house.at(A_WEEK_BEFORE - timedelta(seconds=1)) == []
    for due in (A_WEEK_BEFORE, THE_DAY_BEFORE, THAT_MORNING):
        posts = await house.at(due)
        assert (posts[-1].state, posts[-1].due_at, posts[-1].sent_at, posts[-1].late) == ("sent", due, due, False)
        await house.at(due + timedelta(minutes=1))
    assert [post.lead for post in posts] == ["P7D", "P1D", "P0D"]
    assert len(house.messenger.sent) == 3
    said = [text(card) for _, card, _ in house.messenger.sent]
    assert "in 7 days" in said[0]
    assert "tomorrow" in said[1]
    assert "today" in said[2]
    assert await house.fan_out.run() is None


async def test_what_was_missed_is_sent_late_or_recorded_as_skipped(house: House) -> None:
    posts = await house.at(THE_DAY_BEFORE + timedelta(hours=11))
    assert [(post.lead, post.state, post.late) for post in posts] == [("P7D", "skipped", False), ("P1D", "sent", True)]
    assert posts[0].reason == "too late to be of use"
    assert "This comes late: it was due on 3 May 2031 at 09:00 (Istanbul)." in text(house.messenger.sent[0][1])


async def test_nothing_is_posted_once_the_event_has_begun(house: House) -> None:
    assert OPENING.start
    assert OPENING.start.moment
    posts = await house.at(OPENING.start.moment)
    assert {post.state for post in posts} == {"skipped"}
    assert house.messenger.sent == []


@pytest.mark.parametrize(
    ("outcome", "wait"),
    [(NotSent("no network"), timedelta(minutes=5)), (RetryLater(43_838, "flood"), timedelta(seconds=43_838))],
)
async def test_what_did_not_go_out_is_tried_again(house: House, outcome: SendOutcome, wait: timedelta) -> None:
    house.messenger.answers[CHAT] = deque([outcome])
    [post] = await house.at(A_WEEK_BEFORE)
    assert post.state == "pending"
    assert post.reason in (outcome.reason if isinstance(outcome, NotSent | RetryLater) else "")
    [post] = await house.at(A_WEEK_BEFORE + wait)
    assert post.state == "sent"


async def test_one_chat_in_flood_control_does_not_hold_up_the_others(house: House) -> None:
    await house.chats.subscribe(OTHER, EVERY_STORY, START)
    house.messenger.answers[CHAT] = deque([RetryLater(43_838, "flood")])
    posts = await house.at(A_WEEK_BEFORE)
    assert {post.chat: post.state for post in posts} == {CHAT: "pending", OTHER: "sent"}


async def test_a_chat_that_blocked_the_bot_is_not_written_to_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Gone("blocked")])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.reason) == ("failed", "blocked")
    assert await house.at(THE_DAY_BEFORE) == [post]


async def test_who_subscribed_a_chat_hears_once_that_it_is_lost(house: House) -> None:
    group, person = ChatKey("telegram", "-5"), OTHER
    await house.chats.subscribe(group, "harbour", START, person)
    house.messenger.answers[group] = deque([Gone("not enough rights to send text messages to the chat")])
    await house.at(A_WEEK_BEFORE)
    posts = await house.at(THE_DAY_BEFORE)
    told = [card for chat, card, _ in house.messenger.sent if chat == person]
    assert [card.title for card in told] == ["A chat is lost"]
    assert "I may no longer post in the chat -5" in text(told[0])
    assert [(post.lead, post.state) for post in posts if post.chat != CHAT] == [("P7D", "failed"), ("lost:-5", "sent")]


async def test_a_rejected_post_leaves_the_subscription(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Rejected("bad")])
    await house.at(A_WEEK_BEFORE)
    posts = await house.at(THE_DAY_BEFORE)
    assert [post.state for post in posts] == ["failed", "sent"]


async def test_a_group_that_moved_gets_it_under_its_new_id(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Moved(OTHER)])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.chat, post.state) == (OTHER, "sent")
    assert [chat for chat, _, _ in house.messenger.sent] == [CHAT, OTHER]
    assert await house.chats.subscriptions(OTHER) == ("harbour",)


async def test_without_an_answer_it_is_tried_once_more_under_the_same_key(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.unknowns) == ("pending", 1)
    await house.at(A_WEEK_BEFORE + REPEAT_AFTER - timedelta(seconds=1))
    assert len(house.messenger.sent) == 1
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("sent", 1)
    [(_, _, first), (_, _, second)] = house.messenger.sent
    assert first == second


async def test_what_is_found_in_the_channel_is_not_sent_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = Sent("99")
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.message_id, post.unknowns) == ("sent", "99", 1)
    [(_, _, key)] = house.messenger.sent
    assert house.messenger.looked == [(CHAT, key, A_WEEK_BEFORE)]


async def test_what_is_not_found_in_the_channel_is_sent(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = NotThere()
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert post.state == "sent"
    assert len(house.messenger.sent) == 2


@pytest.mark.parametrize("found", [Repeatable(), NotThere()])
async def test_where_a_repeat_makes_no_second_message_it_is_tried_until_it_arrives(
    house: House, found: FindOutcome
) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")] * 5)
    house.messenger.found = found
    for minutes in range(6):
        [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert (post.state, post.unknowns, len(house.messenger.sent)) == ("sent", 5, 6)


async def test_while_nobody_can_look_it_is_not_sent_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = RetryLater(600, "busy")
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.reason, len(house.messenger.sent)) == ("pending", "busy", 1)
    house.messenger.found = Sent("99")
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=11))
    assert (post.state, post.message_id, len(house.messenger.sent)) == ("sent", "99", 1)


async def test_without_an_answer_twice_an_editor_is_told(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out"), Unknown("time-out")])
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("pending", 2)
    [post] = await house.at(A_WEEK_BEFORE + 2 * REPEAT_AFTER)
    assert (post.state, post.reason) == ("unknown", "time-out")
    assert await house.at(A_WEEK_BEFORE + timedelta(hours=1)) == [post]


async def test_what_a_killed_process_left_behind_is_taken_up_when_its_lease_is_over(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    [post] = await house.ledger.posts()
    assert await house.ledger.claim({post.id: None}, "killed", A_WEEK_BEFORE, LEASE)
    [post] = await house.at(A_WEEK_BEFORE + LEASE - timedelta(seconds=1))
    assert post.state == "sending"
    [post] = await house.at(A_WEEK_BEFORE + LEASE)
    assert (post.state, post.unknowns) == ("sent", 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "cancelled"}, "the plan changed: cancelled"),
        ({"start": "2031-05-11T19:00+03:00"}, "the plan changed: scheduled 2031-05-11"),
    ],
)
async def test_a_pending_post_whose_plan_changed_is_withdrawn(
    house: House, changes: dict[str, Any], reason: str
) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(**changes)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert post.state == "withdrawn"
    assert post.reason.startswith(reason)
    assert len(house.messenger.sent) == 1


MOVED = {"changed": "2031-04-28", "start": "2031-05-04T19:00+03:00", "status": "scheduled", "note": "Of the wind."}
MOVED_BACK = {"changed": "2031-04-29", "start": "2031-05-11T19:00+03:00", "status": "rescheduled"}
LATER = {"status": "rescheduled", "start": "2031-05-11T19:00+03:00", "history": [MOVED]}
BACK = {"status": "rescheduled", "history": [MOVED, MOVED_BACK]}


async def test_who_was_reminded_is_told_of_a_new_date_once_in_reply(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    await house.chats.subscribe(OTHER, "harbour", A_WEEK_BEFORE)  # who got no reminder, and so is not told
    house.replan(**LATER)
    for minutes in (1, 2):
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [(post.chat, post.lead, post.state) for post in posts] == [(CHAT, "P7D", "sent"), (CHAT, "", "sent")]
    said = text(house.messenger.sent[1][1])
    assert "11 May 2031 at 19:00 (Istanbul)" in said
    assert "before that it was planned for 4 May 2031 at 19:00 (Istanbul)" in said
    assert "Of the wind." in said
    assert house.messenger.replied == [None, posts[0].message_id]
    posts = await house.at(datetime(2031, 5, 4, 6, tzinfo=UTC))  # a week before the new date
    assert {(post.chat, post.lead, post.revision) for post in posts[2:]} == {(CHAT, "P7D", 1), (OTHER, "P7D", 1)}


async def test_a_date_that_moves_there_and_back(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(**LATER)
    await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    house.replan(**BACK)
    await house.at(A_WEEK_BEFORE + timedelta(hours=2))
    assert "4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[2][1])
    posts = await house.at(THE_DAY_BEFORE)
    assert [(post.lead, post.revision) for post in posts] == [("P7D", 0), ("", 1), ("", 2), ("P1D", 2)]
    assert {post.state for post in posts} == {"sent"}


async def test_a_date_that_moved_there_and_back_while_nobody_looked_is_no_news(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(**BACK)
    posts = await house.at(THE_DAY_BEFORE)
    assert [(post.lead, post.revision) for post in posts] == [("P7D", 0), ("P1D", 2)]


async def test_a_date_that_moves_without_an_entry_in_its_history_has_reminders_of_its_own(house: House) -> None:
    for due in (A_WEEK_BEFORE, THE_DAY_BEFORE):
        await house.at(due)
    a_week_later = {"start": "2031-05-11T19:00+03:00"}
    house.replan(**a_week_later)
    await house.at(THE_DAY_BEFORE + timedelta(hours=1))
    posts = await house.at(A_WEEK_BEFORE + timedelta(days=7))
    assert [post.lead for post in posts] == ["P7D", "P1D", "", "P7D"]
    assert house.messenger.replied[2] == "2"
    house.replan()
    posts = await house.at(A_WEEK_BEFORE + timedelta(days=7, minutes=1))
    assert [post.lead for post in posts] == ["P7D", "P1D", "", "P7D", ""]
    house.replan(**a_week_later)
    posts = await house.at(THE_DAY_BEFORE + timedelta(days=7))
    assert [post.lead for post in posts][5:] == ["", "P1D"]
    assert {post.state for post in posts} == {"sent"}
    assert await house.at(THE_DAY_BEFORE + timedelta(days=7, hours=1)) == posts


async def test_a_cancellation_is_told_and_ends_the_reminders(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(status="cancelled", history=[MOVED])
    posts = await house.at(THE_DAY_BEFORE)
    assert [post.lead for post in posts] == ["P7D", ""]
    assert "cancelled; it had been planned for 4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[1][1])
    assert await house.at(THAT_MORNING) == posts


async def test_a_reminder_that_did_not_arrive_is_not_taken_back(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(**LATER)
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert [(post.lead, post.state) for post in posts] == [("P7D", "withdrawn")]


async def test_who_may_have_got_one_is_told_too(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out"), NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("pending", 1)
    house.replan(**LATER)
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert [(post.lead, post.state) for post in posts] == [("P7D", "withdrawn"), ("", "sent")]
    assert house.messenger.replied[-1] is None


async def test_who_was_getting_one_at_that_instant_is_told_too(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    delivering = asyncio.create_task(house.courier.deliver_due())
    await house.messenger.waiting.wait()
    house.replan(**LATER)
    await house.fan_out.run()
    house.messenger.proceed.set()
    await delivering
    posts = await house.at(A_WEEK_BEFORE + LEASE)
    assert [(post.lead, post.state) for post in posts] == [("P7D", "sent"), ("", "sent")]
    assert house.messenger.replied[-1] == posts[0].message_id


async def test_a_time_that_becomes_known_is_the_same_plan(house: House) -> None:
    house.replan(start="2031-05-04")
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan()
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert post.state == "sent"
    assert "4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[1][1])


async def test_what_goes_out_in_quiet_hours_goes_out_silently(house: House) -> None:
    await house.chats.change(CHAT, {"quiet": "18:00-08:00", "leads": "P1D,PT1H"})
    await house.at(THE_DAY_BEFORE)
    await house.at(datetime(2031, 5, 4, 15, tzinfo=UTC))
    assert house.messenger.silent == [False, True]


async def test_a_day_lead_that_comes_late_waits_for_the_end_of_quiet_hours_but_a_persons_own_does_not(
    house: House,
) -> None:
    for chat in (CHAT, OTHER):
        await house.chats.change(chat, {"quiet": "18:00-08:00"})
    await house.chats.remind(OTHER, Reminder("harbour", "opening", "P7D"), START)
    at_night, in_the_morning = (datetime(2031, 4, *hour, tzinfo=UTC) for hour in ((27, 20), (28, 5)))
    posts = await house.at(at_night)
    assert [(post.chat, post.state, post.reason) for post in posts] == [
        (CHAT, "pending", "quiet hours"),
        (OTHER, "sent", ""),
    ]
    assert house.messenger.silent == [True]
    await house.at(in_the_morning - timedelta(seconds=1))
    assert len(house.messenger.sent) == 1
    posts = await house.at(in_the_morning)
    assert {(post.state, post.late) for post in posts} == {("sent", True)}
    assert house.messenger.silent == [True, False]


async def test_what_is_only_a_moment_late_does_not_wait_for_the_end_of_quiet_hours(house: House) -> None:
    await house.chats.change(CHAT, {"quiet": "09:01-12:00"})
    await house.fan_out.run()
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=5))
    assert (post.state, house.messenger.silent) == ("sent", [True])


async def test_of_an_event_that_took_place_nobody_is_reminded(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(status="held")
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.reason) == ("withdrawn", "the event is held")


async def test_what_cannot_be_composed_was_not_sent(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Card:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("bot.delivery.drafts.Drafts._card", fail)
        [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.attempts, post.unknowns) == ("pending", 0, 0)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=5))
    assert post.state == "sent"


async def test_a_story_that_is_withdrawn_takes_its_posts_along(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.library = Library([harbour(status="retracted")])
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.reason) == ("withdrawn", "the story is no longer published")


async def test_a_paused_bot_posts_nothing(house: House) -> None:
    await house.ledger.pause(paused=True)
    [post] = await house.at(A_WEEK_BEFORE)
    assert post.state == "pending"
    await house.ledger.pause(paused=False)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.late) == ("sent", True)


async def test_a_clock_that_steps_back_posts_nothing_twice(house: House) -> None:
    await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    await house.at(A_WEEK_BEFORE - timedelta(days=1))
    posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    assert [post.state for post in posts] == ["sent"]
    assert len(house.messenger.sent) == 1


async def test_a_post_under_way_is_finished_and_written_down(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    running = asyncio.create_task(house.courier.run())
    await house.messenger.waiting.wait()
    running.cancel()
    await asyncio.sleep(0)
    house.messenger.proceed.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    [post] = await house.ledger.posts()
    assert post.state == "sent"


async def test_a_result_is_written_as_soon_as_the_database_is_back(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    delivering = asyncio.create_task(house.courier.deliver_due())
    await house.messenger.waiting.wait()
    async with for_writing(house.engine).begin() as connection:
        await connection.execute(sql("ALTER TABLE posts RENAME TO away"))
    before = len(house.naps)
    house.messenger.proceed.set()
    await house.napped(before + 3)
    async with for_writing(house.engine).begin() as connection:
        await connection.execute(sql("ALTER TABLE away RENAME TO posts"))
    await delivering
    [post] = await house.ledger.posts()
    assert post.state == "sent"
    assert len(house.messenger.sent) == 1
