"""/settings and /forget: values as people write them, or offered to press; who may not change them."""

import pytest

from bot.core.posting.chats import ChatSettings
from bot.platforms.terminal.rendering import render_plain
from tests.asking import CHAT, Asker, labels, text, texts
from tests.stories import HARBOUR


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("timezone Europe/Sarajevo", "Europe/Sarajevo"),
        ("timezone europe/sarajevo", "Europe/Sarajevo"),
        ("timezone Sarajevo", "Europe/Sarajevo"),
        ("timezone new york", "America/New_York"),
        ("timezone utc", "UTC"),
        ("timezone default", None),
    ],
)
async def test_settings_read_a_time_zone(typed: str, stored: str | None) -> None:
    asker = Asker()
    await asker.ask("/settings timezone Europe/Paris")
    await asker.ask(f"/settings {typed}")
    assert (await asker.chats.load(CHAT)).timezone == stored


async def test_settings_refuse_what_is_no_value_and_offer_the_nearest() -> None:
    asker = Asker()
    card = await asker.ask("/settings timezone Europe/Sarajewo")
    assert labels(card)[0] == "Europe/Sarajevo"
    assert (await asker.chats.load(CHAT)).timezone is None
    assert "There is no setting “zone”" in text(await asker.ask("/settings zone UTC"))
    assert (await asker.ask("/settings language xx")).title == "No such value"
    assert (await asker.ask("/settings story nope")).title == "No such value"


async def test_settings_offer_values_to_press() -> None:
    asker = Asker()
    assert labels(await asker.ask("/settings language"))[:2] == ["English", "Default"]
    assert labels(await asker.ask("/settings timezone"))[:3] == ["Europe/Istanbul", "UTC", "Default"]
    assert labels(await asker.ask("/settings story"))[:2] == [HARBOUR["headline"], "Default"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("quiet 22:00–07:00", ChatSettings(quiet="22:00-07:00")),
        ("quiet off", ChatSettings()),
        ("quiet OFF", ChatSettings()),
        ("leads 7 days before, the day before, that morning", ChatSettings(leads="P7D,P1D,P0D")),
        ("leads the day before and 2 hours before", ChatSettings(leads="P1D,PT2H")),
    ],
)
async def test_reads_what_it_writes(typed: str, stored: ChatSettings) -> None:
    asker = Asker()
    await asker.ask(f"/settings {typed}")
    assert await asker.chats.load(CHAT) == stored


@pytest.mark.parametrize("typed", ["hour off", "quiet 7-7", "leads off", "leads 1 day,", "leads and"])
async def test_refuses_the_rest_and_says_how_it_is_written(typed: str) -> None:
    card = await Asker().ask(f"/settings {typed}")
    assert card.title == "No such value"
    assert f"/settings {typed.split(maxsplit=1)[0]} " in text(card)


async def test_leads_to_press_are_in_words() -> None:
    assert labels(await Asker().ask("/settings leads"))[0] == "7 days before, the day before and that morning"


async def test_the_overview_shows_when_it_posts() -> None:
    asker = Asker()
    for typed in ("hour 8:30", "quiet 22-7", "leads 1 day, 2h"):
        await asker.ask(f"/settings {typed}")
    said = text(await asker.ask("/settings"))
    for words in ("08:30", "22:00-07:00", "the day before and 2 hours before"):
        assert words in said


@pytest.mark.parametrize("typed", ["/forget", "/settings timezone", "/settings nonsense"])
async def test_who_may_not_change_the_chat_is_not_offered_to(typed: str) -> None:
    card = await Asker().ask(typed, may_manage=False)
    assert card.title == "Only for those who manage this chat"
    assert labels(card) == ["Help"]


async def test_forget_erases_after_a_confirmation() -> None:
    asker = Asker()
    await asker.ask("/settings timezone UTC")
    card = await asker.ask("/forget")
    assert (await asker.chats.load(CHAT)).timezone == "UTC"
    erase = next(action for action in card.actions if action.danger)
    assert (await asker.press(erase.invocation)).title == "Erased"
    assert (await asker.chats.load(CHAT)).timezone is None


async def test_the_value_behind_every_default_is_shown() -> None:
    assert texts(await Asker().ask("/settings")) == [
        "Language: default: English",
        "Time zone: default: each event's own (Europe/Istanbul)",
        "Story: default: the newest (Harbour bridge nears its opening)",
        "Reminders at: default: 09:00",
        "Quiet hours: default: none",
        "Reminders before an event: default: as each story says (7 days before, the day before and that morning)",
    ]


async def test_what_is_like_no_value_gets_no_suggestion() -> None:
    card = await Asker().ask("/settings timezone Mars")
    assert labels(card) == ["Settings"]
    assert "I know nothing like it" in text(card)
    assert labels(await Asker().ask("/settings timezone Japan")) == ["Asia/Tokyo", "Settings"]


async def test_an_unknown_setting_is_answered_with_those_there_are_from_a_pipe_too() -> None:
    card = await Asker().ask("/settings colour red")
    assert "• Time zone: /settings timezone" in render_plain(card)
