"""Everything that a story dates, in order, each with its own citation and its mark."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.core.wording.cards import plain
from bot.core.wording.language import Language, Voice
from bot.core.wording.timeline import everything_dated
from tests.stories import HARBOUR, harbour

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
VOICE = Voice(Language(), NOW)
MOVED = {
    **HARBOUR["events"][0],
    "status": "rescheduled",
    "start": "2031-06-01",
    "history": [
        {"changed": "2031-03-10", "start": "2031-05-04", "status": "scheduled", "source": {"publisher": "Radio"}}
    ],
}


def test_what_is_dated_stands_in_order_and_nothing_else() -> None:
    found = everything_dated(VOICE, harbour())
    assert [each.date.sort_key for each in found] == sorted(each.date.sort_key for each in found)
    assert [each.kind for each in found].count("event") == 6
    assert "we shall see" not in " ".join(plain(each.text) for each in found)


def test_each_has_its_citation_and_leads_to_its_place() -> None:
    [claim] = [each for each in everything_dated(VOICE, harbour()) if "withstands" in plain(each.text)]
    assert (plain(claim.text), plain((claim.when,))) == (
        "Leyla Aydın said: The bridge withstands any storm.",
        "20 February 2031",
    )
    assert claim.citation == "¶ 2, Leyla Aydın via Harbour Gazette"
    assert claim.leads_to.startswith("/stories/harbour#fact-")


def test_a_moved_event_stands_at_its_new_date_with_the_source_of_its_move() -> None:
    [event] = [each for each in everything_dated(VOICE, harbour(events=[MOVED])) if each.kind == "event"]
    assert (str(event.date), event.citation) == ("2031-06-01", "Radio")


def test_an_event_that_never_had_a_date_is_in_none() -> None:
    regatta = {**HARBOUR["events"][2], "history": []}
    assert [each for each in everything_dated(VOICE, harbour(events=[regatta])) if each.kind == "event"] == []


def test_a_mark_stands_apart_from_its_text() -> None:
    fact = {"text": "The bridge opens on 4 May.", "paragraph": 1, "date": "2031-02"}
    [dated] = [each for each in everything_dated(VOICE, harbour(events=[MOVED], facts=[fact])) if each.kind == "fact"]
    assert plain(dated.text) == "The bridge opens on 4 May."
    assert plain(dated.mark) == "(the plan has changed: Opening of the bridge, 1 June 2031)"


def test_a_known_time_is_in_the_chats_zone_or_else_in_the_events() -> None:
    def opens(voice: Voice) -> str:
        return next(
            plain((each.when,)) for each in everything_dated(voice, harbour()) if plain(each.text).startswith("Op")
        )

    assert opens(VOICE) == "4 May 2031 at 19:00 (Istanbul)"
    assert opens(Voice(Language(), NOW, ZoneInfo("Europe/Sarajevo"))) == "4 May 2031 at 18:00 (Sarajevo)"
