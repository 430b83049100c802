"""What goes from the ledger as a chat unsubscribes, drops a reminder, or is erased."""

from pathlib import Path

from bot.core.posting.audiences import Audience
from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.posts import Step
from tests.noticed import lead_of
from tests.storage.books import EVENT, LEAD, LONG_AGO, STORY, Books, files_with

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")


async def test_unsubscribing_withdraws_what_has_not_gone_out(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    await books.chats.unsubscribe(CHAT, STORY.slug)
    [post] = await books.overview.posts()
    assert (post.state, post.reason) == ("withdrawn", "the chat unsubscribed")


async def test_unsubscribing_from_one_story_keeps_what_every_story_promised(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.subscribe(CHAT, EVERY_STORY, LONG_AGO)
    await books.write()
    await books.chats.unsubscribe(CHAT, STORY.slug)
    assert await books.chats.subscriptions(CHAT) == (EVERY_STORY,)
    [post] = await books.overview.posts()
    assert post.state == "pending"


async def test_unsubscribing_keeps_what_a_person_asked_for_and_what_is_told_of_a_lost_chat(books: Books) -> None:
    own, group = PersonalReminder(STORY.slug, EVENT.id, str(LEAD)), ChatKey("telegram", "-5")
    for story in (STORY.slug, EVERY_STORY):
        await books.chats.subscribe(CHAT, story, LONG_AGO)
    await books.chats.subscribe(group, STORY.slug, LONG_AGO, CHAT)
    await books.chats.remind(CHAT, own, LONG_AGO)
    await books.write()
    [lost] = [post for post in await books.overview.posts() if post.chat == group]
    await books.delivery.record([(lost, Step("failed", "no rights", set_aside=True))])
    for story in (STORY.slug, EVERY_STORY):
        await books.chats.unsubscribe(CHAT, story)
    assert [(lead_of(post), post.state) for post in await books.overview.posts() if post.chat == CHAT] == [
        (str(LEAD), "pending"),
        (f"lost:{group.id}", "pending"),
    ]
    await books.chats.unremind(CHAT, [own])
    [withdrawn] = await books.overview.posts(["withdrawn"])
    assert (withdrawn.chat, lead_of(withdrawn), withdrawn.reason) == (CHAT, str(LEAD), "the reminder was dropped")


async def test_a_dropped_reminder_keeps_what_the_chat_subscribed_to_and_others(books: Books) -> None:
    own, other = (PersonalReminder(STORY.slug, EVENT.id, lead) for lead in (str(LEAD), "P2D"))
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.remind(CHAT, own, LONG_AGO)
    await books.chats.remind(OTHER, own, LONG_AGO)
    await books.chats.remind(OTHER, other, LONG_AGO)
    await books.write()
    await books.write(Audience(STORY.slug, ChatSettings(leads=str(LEAD)), EVENT.id))
    await books.chats.unremind(CHAT, [own])
    await books.chats.unremind(OTHER, [other])
    assert [post.state for post in await books.overview.posts()] == ["pending", "pending"]


async def test_what_a_chat_has_erased_is_gone_from_the_ledger(books: Books, tmp_path: Path) -> None:
    chat = ChatKey("telegram", "unmistakable-0123456789")
    await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    await books.chats.forget(chat)
    assert await books.overview.posts() == []
    assert files_with(b"unmistakable", tmp_path) == []
