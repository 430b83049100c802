"""/subscribe, /unsubscribe, /upcoming, and the settings that decide when something is posted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.asking.requests import Request
from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.wording.cards import Card
from bot.core.wording.events import lead_in_words
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language
from bot.storage.memory import MemoryChatStore
from tests.asking import CHAT, Asker, labels, text, texts
from tests.stories import harbour, synthetic

OPENING = "Opening of the bridge"


@pytest.fixture
def asker() -> Asker:
    return Asker(harbour(), synthetic(1))


async def test_subscribing_says_which_posts_will_come_and_when(asker: Asker) -> None:
    card = await asker.ask("/subscribe harbour")
    assert await asker.chats.subscriptions(CHAT) == ("harbour",)
    assert "• 27 April 2031 at 09:00 (Istanbul): Opening of the bridge, 7 days before" in _items(card)
    assert "• 3 May 2031 at 09:00 (Istanbul): Opening of the bridge, the day before" in _items(card)
    assert "• 4 May 2031 at 09:00 (Istanbul): Opening of the bridge, that morning" in _items(card)
    # Of a month, of no date, cancelled or over: none of these gets a reminder.
    assert not any(name in text(card) for name in ("Safety report", "Regatta", "Parade", "Load test"))
    assert "story-1" not in text(card)


async def test_by_default_it_is_the_story_that_the_chat_reads(asker: Asker) -> None:
    await asker.ask("/story harbour")
    await asker.ask("/subscribe")
    assert await asker.chats.subscriptions(CHAT) == ("harbour",)


async def test_every_story_at_once(asker: Asker) -> None:
    card = await asker.ask("/subscribe all")
    assert await asker.chats.subscriptions(CHAT) == (EVERY_STORY,)
    assert {"Opening of the bridge", "Event"} <= {
        item.split(": ")[1].split(",")[0] for item in _items(card) if ": " in item
    }


async def test_a_story_that_there_is_not(asker: Asker) -> None:
    assert (await asker.ask("/subscribe harbor")).title == "No such story"
    assert await asker.chats.subscriptions(CHAT) == ()


async def test_past_events_get_no_reminder_and_it_says_so() -> None:
    asker = Asker(harbour(), now=datetime(2031, 6, 1, tzinfo=UTC))
    assert "Nothing is coming up" in text(await asker.ask("/subscribe"))


async def test_hours_before_take_a_time_and_it_says_so(asker: Asker) -> None:
    await asker.ask("/settings leads 2h")
    assert "takes an event whose time is known" in text(await asker.ask("/subscribe story-1"))
    assert "2 hours before" in text(await asker.ask("/subscribe harbour"))


async def test_not_for_those_who_may_not_manage_the_chat(asker: Asker) -> None:
    for command in ("/subscribe", "/unsubscribe"):
        await asker.chats.subscribe(CHAT, "harbour", asker.now)
        card = await asker.ask(command, may_manage=False)
        assert card.title == "Only for those who manage this chat"
        assert await asker.chats.subscriptions(CHAT) == ("harbour",)


async def test_not_where_the_bot_is_no_member(asker: Asker) -> None:
    card = await asker.desk.answer(Request(Invocation("subscribe"), CHAT, can_post=False))
    assert card.title == "Nothing can be posted here"
    assert await asker.chats.subscriptions(CHAT) == ()


async def test_not_where_the_bot_lacks_a_permission(asker: Asker) -> None:
    refused = Request(Invocation("subscribe"), CHAT, can_post=False, lacks=("Speak Up", "Show Pictures"))
    card = await asker.desk.answer(refused)
    assert card.title == "Nothing can be posted here"
    assert (
        "My permissions here lack Speak Up and Show Pictures, so I cannot post on my own: grant what is missing"
        in text(card)
    )
    # Who may not subscribe need not hear what is lacking for it.
    card = await asker.desk.answer(replace(refused, may_manage=False))
    assert card.title == "Only for those who manage this chat"
    assert await asker.chats.subscriptions(CHAT) == ()


async def test_a_deep_link_does_not_subscribe(asker: Asker) -> None:
    await asker.ask("/start subscribe-harbour")
    assert await asker.chats.subscriptions(CHAT) == ()


async def test_unsubscribing_from_one_and_from_all(asker: Asker) -> None:
    for slug in ("harbour", "story-1", "all"):
        await asker.ask(f"/subscribe {slug}")
    assert "still subscribed to every story" in text(await asker.ask("/unsubscribe harbour"))
    assert await asker.chats.subscriptions(CHAT) == (EVERY_STORY, "story-1")
    assert labels(await asker.ask("/unsubscribe nonsense")) == ["every story", "Story 1"]
    assert "no more reminders" in text(await asker.ask("/unsubscribe"))
    assert await asker.chats.subscriptions(CHAT) == ()
    assert (await asker.ask("/unsubscribe")).title == "Not subscribed"


async def test_unsubscribing_says_that_personal_reminders_still_come(asker: Asker) -> None:
    await asker.ask("/remind harbour/opening 1 day")
    await asker.ask("/subscribe harbour")
    assert "What you asked for with /remind still comes" in text(await asker.ask("/unsubscribe"))
    assert len(await asker.chats.reminders(CHAT)) == 1


async def test_a_story_that_is_no_longer_published_is_named_as_such(asker: Asker) -> None:
    await asker.ask("/subscribe story-1")
    asker.library = Library([harbour()])
    card = await asker.ask("/upcoming")
    assert "• story-1 (not published now)" in _items(card)
    assert "Drop: story-1 (not published now)" in labels(card)


async def test_upcoming_is_in_the_chats_own_time(asker: Asker) -> None:
    assert (await asker.ask("/upcoming")).title == "Not subscribed"
    await asker.ask("/subscribe harbour")
    await asker.ask("/settings timezone Asia/Tokyo")
    await asker.ask("/settings hour 7:30")
    await asker.ask("/settings leads 1 day, 2h")
    items = _items(await asker.ask("/upcoming"))
    assert "• 4 May 2031 at 07:30 (Tokyo): Opening of the bridge, the day before" in items
    assert "• 4 May 2031 at 23:00 (Tokyo): Opening of the bridge, 2 hours before" in items
    await asker.ask("/settings quiet 22:00-08:00")
    items = _items(await asker.ask("/upcoming"))
    assert "• 4 May 2031 at 08:00 (Tokyo): Opening of the bridge, the day before" in items


async def test_each_subscription_has_a_button_to_drop_it(asker: Asker) -> None:
    await asker.ask("/subscribe all")
    await asker.ask("/subscribe harbour")
    card = await asker.ask("/upcoming")
    for button in [button for button in card.buttons if button.label.startswith("Drop: ")]:
        await asker.press(button.invocation)
    assert await asker.chats.subscriptions(CHAT) == ()


@pytest.mark.parametrize(
    ("typed", "settings"),
    [
        ("hour 7", ChatSettings(posting_hour="07:00")),
        ("hour 18:30", ChatSettings(posting_hour="18:30")),
        ("quiet 22-7", ChatSettings(quiet="22:00-07:00")),
        ("leads 2h, 1 day, a week, morning", ChatSettings(leads="P7D,P1D,PT2H,P0D")),
        ("leads P1D", ChatSettings(leads="P1D")),
    ],
)
async def test_when_to_be_reminded_is_written_as_people_do(asker: Asker, typed: str, settings: ChatSettings) -> None:
    await asker.ask(f"/settings {typed}")
    assert await asker.chats.load(CHAT) == settings
    await asker.ask(f"/settings {typed.split(maxsplit=1)[0]} default")
    assert await asker.chats.load(CHAT) == ChatSettings()


@pytest.mark.parametrize("typed", ["hour 25", "hour noon", "quiet 22", "quiet 22-77", "leads soon", "leads 1 day, x"])
async def test_a_value_that_is_none_is_answered_with_examples(asker: Asker, typed: str) -> None:
    card = await asker.ask(f"/settings {typed}")
    assert card.title == "No such value"
    assert card.choices
    assert await asker.chats.load(CHAT) == ChatSettings()


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("P7D", "7 days before"),
        ("P1D", "the day before"),
        ("P0D", "that morning"),
        ("PT2H", "2 hours before"),
        ("PT1H", "1 hour before"),
        ("PT90M", "90 minutes before"),
    ],
)
def test_leads_in_words(lead: str, words: str) -> None:
    assert lead_in_words(Language(), Lead.parse(lead)) == words


def _items(card: Card) -> list[str]:
    return [f"• {line}" for line in texts(card)]


class Lost(MemoryChatStore):
    """A store that knows of every chat that it could not be written to."""

    async def is_set_aside(self, chat: ChatKey) -> bool:  # noqa: ARG002 -- of every chat
        return True


@pytest.mark.parametrize("typed", ["/upcoming", "/reminders"])
async def test_where_the_bot_could_not_post_nothing_is_promised(typed: str) -> None:
    asker = Asker(chats=Lost())
    assert "Coming up:" in text(await asker.ask("/subscribe"))  # which takes it up again
    card = await asker.ask(typed)
    assert "I could not post the last time, so nothing comes until /subscribe starts it again." in text(card)
    assert "Coming up:" not in text(card)
    assert "/subscribe harbour" in [str(button.invocation) for button in card.buttons]


async def test_who_could_not_be_written_to_is_told_how_to_start_again() -> None:
    asker = Asker(chats=Lost())
    await asker.ask("/remind opening 2h")
    card = await asker.ask("/reminders")
    assert "nothing comes until /remind starts it again." in text(card)
    assert "/remind harbour/opening PT2H" in [str(button.invocation) for button in card.buttons]
