"""What a changed plan does to the ledger: its number, what is withdrawn, told, written anew."""

from dataclasses import replace

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import CHANGE
from bot.core.posting.posts import Step
from bot.core.stories.dates import EdtfDate
from bot.core.stories.plans import Plan
from bot.core.stories.story import Event
from tests.noticed import lead_of, number_of, plan_of
from tests.storage.books import EVENT, EVERYBODY, LONG_AGO, PLANNED, STORY, Books

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")
ABOUT = (STORY.slug, EVENT.id)


def moved(start: str) -> Event:
    return EVENT.model_copy(update={"start": EdtfDate.parse(start)})


async def send(books: Books) -> None:
    """What waits goes out."""
    for post in await books.ledger.posts(["pending"]):
        await books.ledger.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])


async def test_the_ledger_goes_by_a_plan_until_it_is_told_another(books: Books) -> None:
    assert await books.ledger.plans() == {}
    await books.ledger.know({ABOUT: EVENT.plan, ("other", "event"): Plan("postponed")})
    assert await books.ledger.plans() == {ABOUT: EVENT.plan, ("other", "event"): Plan("postponed")}
    later = moved("2031-05-11")
    assert await books.ledger.change_plan(STORY, later, PLANNED.at) == 0
    more = Plan("scheduled", "2031-05-11T19:00+00:00")
    await books.ledger.know({ABOUT: more})
    assert (await books.ledger.plans())[ABOUT] == more


async def test_each_plan_has_a_number_of_its_own_also_one_that_was_there_before(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.ledger.know({ABOUT: EVENT.plan})
    await books.write()
    await send(books)
    for start in ("2031-05-11", "2031-05-04", "2031-05-11"):
        assert await books.ledger.change_plan(STORY, moved(start), PLANNED.at) == 1
        await send(books)
        planned = replace(PLANNED, event=moved(start))
        assert await books.ledger.write(planned, EVERYBODY, state="pending", reason="", now=PLANNED.at) == 1
        await send(books)
    posts = await books.ledger.posts()
    assert [(number_of(post), lead_of(post), plan_of(post)[-2:]) for post in posts] == [
        (0, "P1D", "04"),
        (1, CHANGE, "11"),
        (1, "P1D", "11"),
        (2, CHANGE, "04"),
        (2, "P1D", "04"),
        (3, CHANGE, "11"),
        (3, "P1D", "11"),
    ]
    assert len({post.key for post in posts}) == len(posts)


async def test_a_number_is_given_once_whatever_posts_say(books: Books) -> None:
    """Databases of former versions have posts with higher numbers than that of the plan that holds."""
    await books.write_to(CHAT)
    [post] = await books.ledger.posts()
    await books.set(post.id, number=5)
    await books.ledger.know({ABOUT: EVENT.plan})
    await send(books)
    await books.ledger.change_plan(STORY, moved("2031-05-11"), PLANNED.at)
    assert [number_of(post) for post in await books.ledger.posts()] == [5, 6]


async def test_what_waited_is_written_anew_for_a_plan_that_is_due_as_well(books: Books) -> None:
    later = moved("2031-05-11")
    for chat in (CHAT, OTHER):
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    post, waiting = await books.ledger.posts()
    await books.ledger.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])
    due = [(replace(PLANNED, event=later), EVERYBODY)]
    assert await books.ledger.change_plan(STORY, later, PLANNED.at, due) == 1
    anew = {(each.chat, lead_of(each), plan_of(each)) for each in await books.ledger.posts(["pending"])}
    assert anew == {(post.chat, CHANGE, str(later.plan)), (waiting.chat, "P1D", str(later.plan))}


async def test_what_an_editor_withdrew_is_not_written_anew(books: Books) -> None:
    await books.write_to(CHAT)
    [post] = await books.ledger.posts()
    await books.overview.withdraw(post.id)
    due = [(replace(PLANNED, event=moved("2031-05-11")), EVERYBODY)]
    await books.ledger.change_plan(STORY, moved("2031-05-11"), PLANNED.at, due)
    assert await books.ledger.posts(["pending"]) == []
