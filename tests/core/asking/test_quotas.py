"""How many leads a chat may choose, and that the answer to one too many of anything says so, and how to go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.posting import chats
from bot.core.posting.chats import (
    MOST_LEADS,
    MOST_REMINDERS,
    MOST_SUBSCRIPTIONS,
    ChatKey,
    PersonalReminder,
    are_too_many_leads,
)
from bot.core.wording.cards import Card
from tests.asking import CHAT, NOW, Asker, labels, text
from tests.stories import harbour, synthetic

MANY = [f"{days} days" for days in range(20, 0, -1)]
LEADS = st.sets(st.integers(1, 99).map(lambda days: f"P{days}D"), min_size=1, max_size=40).map(sorted)


@given(LEADS, LEADS)
def test_more_leads_than_that_are_chosen_only_from_those_that_a_chat_has(chosen: list[str], had: list[str]) -> None:
    assert are_too_many_leads(",".join(chosen), ",".join(had)) == (
        len(chosen) > MOST_LEADS and set(chosen) - set(had) != set()
    )


def test_the_default_is_never_too_much() -> None:
    assert not are_too_many_leads(None, None)
    assert not are_too_many_leads(None, "P1D")


async def test_too_many_leads_are_refused_and_the_answer_says_how_many_there_may_be() -> None:
    asker = Asker()
    await asker.ask("/settings leads 1 day")
    card = await asker.ask(f"/settings leads {', '.join(MANY)}")
    assert card.title == "Too many lead times"
    assert f"{MOST_LEADS} lead times at most, and these are {len(MANY)}" in text(card)
    assert "/settings leads 7 days, 1 day" in text(card)
    assert (await asker.chats.load(CHAT)).leads == "P1D"
    assert len(asker.changes) == 1
    assert "Time zone" not in text(card)


async def test_leads_from_before_there_was_a_limit_are_kept_until_fewer_are_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asker = Asker()
    with monkeypatch.context() as before:
        before.setattr(chats, "MOST_LEADS", len(MANY))
        await asker.ask(f"/settings leads {', '.join(MANY)}")
    await asker.ask("/subscribe")
    assert "20 days before" in text(await asker.ask("/settings"))
    assert "20 days before" in text(await asker.ask("/upcoming"))
    card = await asker.ask(f"/settings leads {', '.join(MANY)}, 2 hours")
    assert "Some of them can be left out, and none added" in text(card)
    card = await asker.ask(f"/settings leads {', '.join(MANY[:-1])}")
    assert card.title == "Settings of this chat"
    assert (await asker.chats.load(CHAT)).leads == ",".join(f"P{days}D" for days in range(20, 1, -1))


@pytest.fixture
async def full() -> Asker:
    """A chat with as many subscriptions, to others, and as many reminders as it may have."""
    asker = Asker(harbour(), synthetic(1))
    for number in range(MOST_SUBSCRIPTIONS):
        await asker.chats.subscribe(CHAT, f"other-{number}", NOW)
    for number in range(MOST_REMINDERS):
        await asker.chats.remind(CHAT, PersonalReminder("harbour", "opening", f"P{number + 2}D"), NOW)
    return asker


@pytest.mark.parametrize("which", ["harbour", "all", ""])
async def test_one_subscription_too_many_is_refused_until_another_is_dropped(full: Asker, which: str) -> None:
    typed = f"/subscribe {which}".rstrip()
    for _ in range(2):
        card = await full.ask(typed)
        assert card.title == "Too many subscriptions"
        assert f"{MOST_SUBSCRIPTIONS} stories at most" in text(card)
        assert "/unsubscribe" in text(card)
    assert full.changes == []
    await full.ask("/unsubscribe other-0")
    assert (await full.ask(typed)).title == "Subscribed"
    assert len(await full.chats.subscriptions(CHAT)) == MOST_SUBSCRIPTIONS


async def test_one_reminder_too_many_is_refused_until_another_is_dropped(full: Asker) -> None:
    card = await full.ask("/remind harbour/opening 1 day")
    assert card.title == "Too many reminders"
    assert f"You have {MOST_REMINDERS} reminders, and can have {MOST_REMINDERS} at most" in text(card)
    assert labels(card) == ["My reminders"]
    assert full.changes == []
    assert "I will remind you" in text(await full.ask("/remind harbour/opening 2 days"))
    await full.ask("/remind harbour/opening 9 days off")
    assert "I will remind you" in text(await full.ask("/remind harbour/opening 1 day"))
    assert len(await full.chats.reminders(CHAT)) == MOST_REMINDERS


async def test_a_reminder_that_is_refused_is_not_confirmed_in_private(full: Asker) -> None:
    told: list[Card] = []

    async def reach(card: Card) -> None:
        told.append(card)

    full.reach, full.chat = reach, ChatKey("test", "a group")
    assert (await full.ask("/remind harbour/opening 1 day")).title == "Too many reminders"
    assert told == []


async def test_reminders_of_past_events_can_be_dropped_together(full: Asker) -> None:
    past = [PersonalReminder("harbour", "test", f"P{number}D") for number in range(1, 4)]
    await full.chats.unremind(CHAT, await full.chats.reminders(CHAT))
    for number in range(MOST_REMINDERS - len(past)):
        await full.chats.remind(CHAT, PersonalReminder("gone", "event", f"P{number}D"), NOW)
    for reminder in past:
        await full.chats.remind(CHAT, reminder, NOW)
    card = await full.ask("/remind harbour/opening 1 day")
    assert labels(card) == ["My reminders", "Drop those of past events"]
    await full.press(card.actions[-1].invocation)
    assert len(await full.chats.reminders(CHAT)) == MOST_REMINDERS - len(past)
    assert "I will remind you" in text(await full.ask("/remind harbour/opening 1 day"))
    assert "You have no such reminder" in text(await full.ask("/remind past off"))
