"""/remind and /reminders: one person's own, said in words, dropped with a button, never set by a link."""

from datetime import UTC, datetime

import pytest

from bot.core.posting.chats import ChatKey, PersonalReminder
from bot.core.stories.library import Library
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from tests.asking import CHAT, Asker, labels, text
from tests.stories import SEASONS, harbour, seasons

PERSON = ChatKey("test", "user:5")
DAYS = ["7 days before", "the day before", "that morning"]
JUNE = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def asker() -> Asker:
    """Asks about a town's year, after its spring market."""
    return Asker(seasons(), now=JUNE)


@pytest.mark.parametrize(
    ("words", "lead", "said"),
    [
        ("concert", "P1D", "On 9 July 2031 at 09:00 (Sarajevo): Summer concert, the day before"),
        ("concert 2h", "PT2H", "On 10 July 2031 at 18:00 (Sarajevo): Summer concert, 2 hours before"),
        ("summer concert 3 days", "P3D", "On 7 July 2031 at 09:00 (Sarajevo): Summer concert, 3 days before"),
        ("concert a week before", "P7D", "On 3 July 2031 at 09:00 (Sarajevo): Summer concert, 7 days before"),
        ("seasons/concert morning", "P0D", "On 10 July 2031 at 09:00 (Sarajevo): Summer concert, that morning"),
        (
            "autumn market the day before",
            "P1D",
            "On 26 October 2031 at 09:00 (Sarajevo): Autumn market, the day before",
        ),
        ("autumn market 1 day", "P1D", "On 26 October 2031 at 09:00 (Sarajevo): Autumn market, the day before"),
        ("vote 1 day", "P1D", "Vote on the budget, the day before; its day is not known yet"),
    ],
)
async def test_it_is_set_as_people_write_it(asker: Asker, words: str, lead: str, said: str) -> None:
    card = await asker.ask(f"/remind {words}")
    assert said in text(card)
    assert card.private
    ((story, _, stored),) = await asker.chats.reminders(CHAT)
    assert (story, stored) == ("seasons", lead)
    assert labels(card) == ["My reminders", "Drop it"]


async def test_quiet_hours_do_not_hold_it_up(asker: Asker) -> None:
    await asker.chats.change(CHAT, {"quiet": "08:00-20:00", "timezone": "UTC"})
    assert "On 9 July 2031 at 09:00 (UTC)" in text(await asker.ask("/remind concert"))


async def test_without_an_event_it_offers_those_to_come(asker: Asker) -> None:
    card = await asker.ask("/remind")
    assert labels(card) == ["Summer concert", "Vote on the budget", "Autumn market"]
    assert [str(button.invocation) for button in card.buttons][:1] == ["/remind seasons/concert"]
    unknown = await asker.ask("/remind carnival 1 day")
    assert "I do not know an event called “carnival 1 day”" in text(unknown)
    assert labels(unknown) == labels(card)
    assert "“market”" in text(await asker.ask("/remind market"))  # there are two
    assert await asker.chats.reminders(CHAT) == ()


@pytest.mark.parametrize(
    ("words", "said", "instead"),
    [
        ("spring", "There will be no more reminders of this", ["Summary", "Help"]),
        ("autumn 2h", "only the day", DAYS),
        ("concert 60 days", "too late to be reminded 60 days before", [*DAYS, "2 hours before"]),
    ],
)
async def test_what_cannot_be_is_said_with_what_can(asker: Asker, words: str, said: str, instead: list[str]) -> None:
    card = await asker.ask(f"/remind {words}")
    assert said in text(card)
    assert labels(card) == instead
    assert await asker.chats.reminders(CHAT) == ()


@pytest.mark.parametrize(
    ("words", "event", "lead", "instead"),
    [
        ("concert evening", "Summer concert", "evening", [*DAYS, "2 hours before"]),
        ("summer concert 9999 days", "Summer concert", "9999 days", [*DAYS, "2 hours before"]),
        ("autumn market 0h", "Autumn market", "0h", DAYS),
        ("vote -1 day", "Vote on the budget", "-1 day", [*DAYS, "2 hours before"]),
    ],
)
async def test_of_a_known_event_only_the_lead_is_not_understood(
    asker: Asker, words: str, event: str, lead: str, instead: list[str]
) -> None:
    card = await asker.ask(f"/remind {words}")
    assert card.title == event
    assert f"“{lead}” is no time before it that I know" in text(card)
    assert labels(card) == instead
    assert await asker.chats.reminders(CHAT) == ()


@pytest.mark.parametrize("words", ["parade", "parade 2h", "parade evening"])
async def test_of_what_is_cancelled_there_is_none(words: str) -> None:
    card = await Asker(harbour()).ask(f"/remind {words}")
    assert "There will be no more reminders of this: cancelled." in text(card)
    assert labels(card) == ["Summary", "Help"]


async def test_each_has_a_button_to_drop_it(asker: Asker) -> None:
    await asker.ask("/remind concert 2h")
    await asker.ask("/remind concert")
    await asker.ask("/subscribe")
    card = await asker.ask("/reminders")
    assert "On 9 July 2031 at 09:00 (Sarajevo): Summer concert, the day before (A town plans its year)" in text(card)
    assert labels(card) == [
        "Drop: Summer concert, the day before",
        "Drop: Summer concert, 2 hours before",
        "Drop: A town plans its year",
    ]
    await asker.press(card.buttons[1].invocation)
    assert await asker.chats.reminders(CHAT) == (PersonalReminder("seasons", "concert", "P1D"),)
    assert await asker.chats.subscriptions(CHAT) == ("seasons",)


async def test_those_to_come_stand_in_their_order_and_those_that_came_no_more(asker: Asker) -> None:
    for words in ("vote", "autumn", "concert 2h", "concert a week"):
        await asker.ask(f"/remind {words}")
    card = await asker.ask("/reminders")
    leads = [
        "Summer concert, 7 days",
        "Summer concert, 2 hours",
        "Autumn market, the day",
        "Vote on the budget, the day",
    ]
    assert labels(card) == [f"Drop: {lead} before" for lead in leads]
    asker.now = datetime(2031, 7, 5, tzinfo=UTC)  # a week before the concert has passed
    assert labels(await asker.ask("/reminders")) == [f"Drop: {lead} before" for lead in leads[1:]]
    asker.library = Library([seasons(events=[{**each, "status": "cancelled"} for each in SEASONS["events"]])])
    card = await asker.ask("/reminders")
    assert (
        "Summer concert, 2 hours before (A town plans its year). There will be no more reminders of this: cancelled."
        in (text(card))
    )
    assert "not known" not in text(card)
    asker.library, asker.now = Library([seasons()]), datetime(2032, 1, 1, tzinfo=UTC)
    assert "no reminders here" in text(await asker.ask("/reminders"))
    assert len(await asker.chats.reminders(CHAT)) == 4  # should a date move


async def test_off_drops_all_of_an_event(asker: Asker) -> None:
    for words in ("concert", "concert 2h", "autumn"):
        await asker.ask(f"/remind {words}")
    assert "You will not be reminded" in text(await asker.ask("/remind concert off"))
    assert [reminder.event for reminder in await asker.chats.reminders(CHAT)] == ["autumn"]
    assert "You have no such reminder." in text(await asker.ask("/remind concert off"))


@pytest.mark.parametrize(
    ("library", "why"),
    [
        (Library([harbour()]), "its story is no longer published"),
        (Library([seasons(events=SEASONS["events"][:1], facts=SEASONS["facts"][:1])]), "the story no longer names it"),
    ],
)
async def test_of_what_no_story_has_any_more_it_can_be_dropped(asker: Asker, library: Library, why: str) -> None:
    await asker.ask("/remind concert")
    asker.library = library
    card = await asker.ask("/reminders")
    assert f"concert, the day before: {why}" in text(card)
    await asker.press(card.buttons[0].invocation)
    assert await asker.chats.reminders(CHAT) == ()


async def test_an_event_of_another_story_is_found_there() -> None:
    asker = Asker(seasons(), harbour(date="2040-01-01"), now=JUNE)
    for words in ("summer concert 2h", "autumn market"):
        assert "I will remind you." in text(await asker.ask(f"/remind {words}")), words
    assert {story for story, _, _ in await asker.chats.reminders(CHAT)} == {"seasons"}
    assert "“soonish” is no time" in text(await asker.ask("/remind summer concert soonish"))
    assert "not be reminded of this" in text(await asker.ask("/remind summer concert off"))
    assert "I do not know an event called “carnival”." in text(await asker.ask("/remind carnival"))


async def test_an_event_of_several_other_stories_is_chosen() -> None:
    asker = Asker(seasons(), seasons(slug="again"), harbour(date="2040-01-01"), now=JUNE)
    card = await asker.ask("/remind autumn market 1 day")
    assert card.title == "Which story?"
    assert {str(each.invocation) for each in card.choices} == {
        "/remind seasons/autumn market 1 day",
        "/remind again/autumn market 1 day",
    }


async def test_with_none_it_says_how_to_set_one(asker: Asker) -> None:
    assert "/remind concert sets one" in text(await asker.ask("/reminders"))


async def test_a_link_only_asks(asker: Asker) -> None:
    payload = Invocation("remind", "seasons/concert PT2H").payload
    card = await asker.ask(f"/start {payload}")
    assert "Shall I remind you? On 10 July 2031 at 18:00" in text(card)
    assert await asker.chats.reminders(CHAT) == ()
    await asker.press(card.buttons[0].invocation)
    assert await asker.chats.reminders(CHAT) == (PersonalReminder("seasons", "concert", "PT2H"),)
    off = Invocation("remind", "seasons/concert PT2H off").payload
    assert "That is one of your reminders." in text(await asker.ask(f"/start {off}"))
    assert len(await asker.chats.reminders(CHAT)) == 1


async def test_where_the_person_is_not_known_it_is_offered_in_private(asker: Asker) -> None:
    asker.person = None
    card = await asker.ask("/remind concert", may_manage=False)
    assert "in our private chat, not here" in text(card)
    assert [str(button.invocation) for button in card.buttons] == ["/remind seasons/concert P1D"]
    assert card.buttons[0].invocation.payload
    assert await asker.chats.reminders(CHAT) == ()


async def test_it_is_the_persons_own_wherever_it_is_asked_for(asker: Asker) -> None:
    asker.person = PERSON
    sent: list[Card] = []

    async def reach(card: Card) -> None:
        assert await asker.chats.reminders(PERSON)  # stored before it is confirmed
        sent.append(card)

    asker.reach = reach
    await asker.chats.change(PERSON, {"timezone": "Asia/Tokyo"})
    card = await asker.ask("/remind concert", may_manage=False)
    assert sent == [card]
    assert "10 July 2031 at 09:00 (Tokyo)" in text(card)
    assert await asker.chats.reminders(PERSON) == (PersonalReminder("seasons", "concert", "P1D"),)
    assert await asker.chats.reminders(CHAT) == ()


async def test_who_cannot_be_written_to_hears_it_now(asker: Asker) -> None:
    async def refuse(_card: Card) -> str:
        return "403 Forbidden"

    asker.person, asker.reach = PERSON, refuse
    card = await asker.ask("/remind concert")
    assert card.title == "No reminder"
    assert "I cannot write to you" in text(card)
    assert await asker.chats.reminders(PERSON) == ()


async def test_what_comes_next_in_a_private_chat_names_them(asker: Asker) -> None:
    await asker.ask("/remind concert 2h")
    await asker.ask("/remind autumn")
    said = text(await asker.ask("/upcoming"))
    assert "10 July 2031 at 18:00 (Sarajevo): Summer concert, 2 hours before" in said
    assert "26 October 2031 at 09:00 (Sarajevo): Autumn market, the day before" in said
    asker.chat = ChatKey("test", "-100")
    assert (await asker.ask("/upcoming")).title == "Not subscribed"


async def test_forgetting_erases_them(asker: Asker) -> None:
    await asker.ask("/remind concert")
    await asker.chats.forget(CHAT)
    assert await asker.chats.reminders(CHAT) == ()
