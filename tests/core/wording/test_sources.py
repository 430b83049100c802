"""Where a story comes from, in words that lead there, as far as the story names it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.core.stories.story import parse_story
from bot.core.wording.cards import Link, plain
from bot.core.wording.language import Language, Voice
from bot.core.wording.sources import about_source, credit_line, in_calendar, source_notes
from tests.stories import HARBOUR, harbour

ENGLISH = Language()
VOICE = Voice(ENGLISH, datetime(2031, 3, 2, 9, tzinfo=UTC))
URL = "https://gazette.example/bridge"
ARCHIVED = "https://archive.example/bridge"
PICTURE = "https://gazette.example/bridge.jpg"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            {
                "publisher": "Harbour Gazette",
                "url": URL,
                "archived": ARCHIVED,
                "byline": "Ida Brandt",
                "picture": {"url": PICTURE, "alt": "The bridge at dawn", "credit": "Tomas Weller"},
            },
            [
                "The article: Harbour Gazette, by Ida Brandt, archived copy",
                "The picture with the article: The bridge at dawn (Tomas Weller)",
            ],
        ),
        ({"publisher": "Harbour Gazette"}, ["The article: Harbour Gazette"]),
        ({"url": URL}, ["The article: gazette.example"]),
        ({"archived": ARCHIVED}, ["The article: archived copy"]),
        ({"byline": "Ida Brandt"}, ["The article: by Ida Brandt"]),
        ({"picture": {"url": PICTURE}}, ["The picture with the article"]),
        ({"picture": {"url": PICTURE, "alt": "A bridge"}}, ["The picture with the article: A bridge"]),
        ({"picture": {"url": PICTURE, "credit": "T. W."}}, ["The picture with the article (T. W.)"]),
        ({}, []),
        (None, []),
    ],
)
def test_what_is_known_of_the_article_is_told(source: dict[str, Any] | None, lines: list[str]) -> None:
    story = harbour(source=source)
    notes = about_source(ENGLISH, story)
    assert [plain(note.text) for note in notes] == lines
    links = {span.url for note in notes for span in note.text if isinstance(span, Link)}
    given = source or {}
    assert links == {
        url for url in (given.get("url"), given.get("archived"), given.get("picture", {}).get("url")) if url
    }
    assert [plain(note.text) for note in source_notes(ENGLISH, story)] == ["Reporting by the Harbour Gazette", *lines]


def test_the_credit_of_a_post_names_the_publisher() -> None:
    assert credit_line(ENGLISH, harbour()) == ("Reporting by the Harbour Gazette",)
    line = credit_line(ENGLISH, harbour(source={"publisher": "Harbour Gazette", "url": URL}))
    assert plain(line) == "Article: Harbour Gazette. Reporting by the Harbour Gazette"
    assert Link("Harbour Gazette", URL) in line


def test_in_a_calendar_an_event_has_its_doubt_and_its_source() -> None:
    story = harbour()
    assert in_calendar(VOICE, story, story.event("report")).splitlines() == [
        "A report on the bridge is due.",
        "Source: ¶ 3.",
        "Reporting by the Harbour Gazette",
    ]
    events = [{**event, "start": "2031-05-05?"} if event["id"] == "concert" else event for event in HARBOUR["events"]]
    doubtful = parse_story({**HARBOUR, "events": events, "source": {"publisher": "Harbour Gazette", "url": URL}})
    assert in_calendar(VOICE, doubtful, doubtful.event("concert")).splitlines() == [
        "A concert on the quay.",
        "The date is in doubt: probably 5 May 2031.",
        "Source: ¶ 6.",
        "Article: Harbour Gazette. Reporting by the Harbour Gazette",
        URL,
    ]


def test_in_a_calendar_a_moved_event_has_the_source_of_its_move() -> None:
    former = {"changed": "2031-04-01", "start": "2031-05-04", "status": "scheduled", "source": {"publisher": "Radio"}}
    moved = {"status": "rescheduled", "start": "2031-06-01", "description": "It opens on 4 May.", "history": [former]}
    story = harbour(events=[{**HARBOUR["events"][0], **moved}])
    assert in_calendar(VOICE, story, story.event("opening")).splitlines()[:2] == [
        "It opens on 4 May. (the plan has changed: Opening of the bridge, 1 June 2031)",
        "Source: ¶ 1; Radio.",
    ]


@pytest.mark.parametrize(
    ("status", "start", "told"),
    [
        ("postponed", None, "It is postponed; it had been planned for 4 May 2031."),
        ("cancelled", None, "It is cancelled; it had been planned for 4 May 2031."),
        ("rescheduled", "2031-09", "It is now planned for September 2031."),
    ],
)
def test_a_calendar_says_why_it_strikes_an_event_out(status: str, start: str | None, told: str) -> None:
    former = {"changed": "2031-04-01", "start": "2031-05-04", "status": "scheduled"}
    story = harbour(events=[{**HARBOUR["events"][0], "status": status, "start": start, "history": [former]}])
    assert in_calendar(VOICE, story, story.event("opening")).splitlines()[1] == told
