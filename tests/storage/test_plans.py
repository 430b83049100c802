"""What a changed plan does to the ledger: what is withdrawn, told, written anew, and makes way."""

from dataclasses import replace

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import CHANGE
from bot.core.posting.posts import Step, is_overtaken
from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Change
from tests.noticed import lead_of, number_of, plan_of
from tests.storage.books import EVENT, EVERYBODY, LONG_AGO, PLANNED, STORY, Books

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")


async def test_a_plan_that_is_replaced_under_the_same_number_makes_way(books: Books) -> None:
    starts = ("2031-05-11", "2031-05-18")
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.ledger.posts()
    await books.ledger.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])
    for start in starts:
        event = EVENT.model_copy(update={"start": EdtfDate.parse(start)})
        plans = [told for told in await books.ledger.told() if told.plan != event.plan]
        assert await books.ledger.change_plan(STORY, event, plans, PLANNED.at) == 1
        [told] = await books.ledger.posts(["pending"])
        await books.ledger.record([(told, Step("sent", message_id="10", sent_at=PLANNED.at))])
        assert await books.ledger.write(
            replace(PLANNED, event=event), EVERYBODY, state="pending", reason="", now=PLANNED.at
        )
        [again] = await books.ledger.posts(["pending"])
        await books.ledger.record([(again, Step("sent", message_id="11", sent_at=PLANNED.at))])
    assert [(number_of(post), lead_of(post)) for post in await books.ledger.posts()] == [
        (-1, "P1D"),
        (-2, ""),
        (-2, "P1D"),
        (0, ""),
        (0, "P1D"),
    ]


async def test_what_waited_is_written_anew_for_a_plan_that_is_due_as_well(books: Books) -> None:
    moved = EVENT.model_copy(update={"start": EdtfDate.parse("2031-05-11")})
    for chat in (CHAT, OTHER):
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    post, waiting = await books.ledger.posts()
    await books.ledger.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])
    due = [(replace(PLANNED, event=moved), EVERYBODY)]
    assert await books.ledger.change_plan(STORY, moved, await books.ledger.told(), PLANNED.at, due) == 1
    anew = {(each.chat, lead_of(each), plan_of(each)) for each in await books.ledger.posts(["pending"])}
    assert anew == {(post.chat, CHANGE, str(moved.plan)), (waiting.chat, "P1D", str(moved.plan))}


async def test_a_change_that_was_taken_back_makes_way_when_it_comes_again(books: Books) -> None:
    was = Change(changed=EdtfDate.parse("2031-05-01"), start=EVENT.start, status="scheduled")
    moved = EVENT.model_copy(update={"start": EdtfDate.parse("2031-05-11"), "history": (was,)})
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    for event in (EVENT, moved, EVENT, moved):
        plans = [told for told in await books.ledger.told() if is_overtaken(told.revision, told.plan, event)]
        await books.ledger.change_plan(STORY, event, plans, PLANNED.at)
        [to_send] = await books.ledger.posts(["pending"])
        await books.ledger.record([(to_send, Step("sent", message_id="9", sent_at=PLANNED.at))])
    assert [(number_of(post), lead_of(post)) for post in await books.ledger.posts()] == [
        (0, "P1D"),
        (-1, ""),
        (0, ""),
        (1, ""),
    ]
    plans = [told for told in await books.ledger.told() if is_overtaken(told.revision, told.plan, moved)]
    assert await books.ledger.change_plan(STORY, moved, plans, PLANNED.at) == 0
