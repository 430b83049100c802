"""Stories for tests alone.

One has every kind of event, one has reminders around the days on which clocks change, one has the events that it is
given, and there are as many synthetic ones as are asked for. Seven more, of a trial, a recall, a merger, an eruption,
two insolvencies and a leak, stand in files as a newsroom would write them.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bot.core.stories.story import Story, parse_story
from bot.newsroom.checking import check_bytes

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "tests" / "data" / "stories"

HARBOUR: dict[str, Any] = {
    "slug": "harbour",
    "status": "published",
    "headline": "Harbour bridge nears its opening",
    "date": "2031-03-01",
    "credit": {"text": "Reporting by the Harbour Gazette", "outlets": ["gazette"]},
    "summary": [
        {"text": "The bridge over the harbour opens in May.", "paragraph": 1},
        {"text": "Its engineer calls it safe; the ferry company doubts it.", "paragraph": [2, 3]},
    ],
    "topics": [{"id": "safety", "name": "Safety"}, {"id": "money", "name": "Money"}],
    "entities": [
        {"id": "aydin", "type": "person", "name": "Leyla Aydın", "role": "The bridge's engineer", "paragraph": 2},
        {"id": "ferries", "type": "organisation", "name": "Ferry Company", "role": "Runs the ferries", "paragraph": 3},
        {"id": "gazette", "type": "organisation", "name": "Harbour Gazette", "role": "A newspaper", "paragraph": 4},
        {"id": "bridge", "type": "thing", "name": "Harbour Bridge", "role": "A new bridge", "paragraph": 1},
    ],
    "facts": [
        {"text": "The bridge is 900 metres long.", "paragraph": 1, "about": ["bridge"], "topics": ["safety"]},
        {
            "text": "The bridge withstands any storm.",
            "kind": "claim",
            "said_by": "aydin",
            "via": "gazette",
            "paragraph": 2,
            "about": ["bridge"],
            "topics": ["safety"],
            "date": "2031-02-20",
        },
        {"text": "An older bridge fell in 1987.", "kind": "background", "paragraph": 5, "date": "1987"},
    ],
    "quotations": [
        {
            "text": "as safe as a church",
            "said_by": "aydin",
            "to": "gazette",
            "via": "gazette",
            "about": "The bridge.",
            "date": "2031-02-20",
            "paragraph": 2,
        },
        {"text": "we shall see", "said_by": "ferries", "about": "The bridge.", "paragraph": 3},
    ],
    "events": [
        {
            "id": "opening",
            "name": "Opening of the bridge",
            "zone": "Europe/Istanbul",
            "start": "2031-05-04T19:00+03:00",
            "place": "Istanbul",
            "paragraph": 1,
            "description": "The bridge opens to traffic.",
        },
        {
            "id": "report",
            "name": "Safety report",
            "zone": "Europe/Istanbul",
            "start": "2031-04",
            "paragraph": 3,
            "description": "A report on the bridge is due.",
        },
        {
            "id": "regatta",
            "name": "Regatta",
            "status": "postponed",
            "zone": "Europe/Istanbul",
            "paragraph": 6,
            "description": "Boats race under the bridge.",
            "history": [
                {"changed": "2031-02-25", "start": "2031-03-15", "status": "scheduled", "note": "For the works."}
            ],
        },
        {
            "id": "concert",
            "name": "Concert",
            "status": "rescheduled",
            "zone": "Europe/Istanbul",
            "start": "2031-05-05",
            "paragraph": 6,
            "description": "A concert on the quay.",
            "history": [{"changed": "2031-02-25", "start": "2031-05-03", "status": "scheduled"}],
        },
        {
            "id": "parade",
            "name": "Parade",
            "status": "cancelled",
            "zone": "Europe/Istanbul",
            "start": "2031-05-06",
            "paragraph": 6,
            "description": "A parade along the shore.",
        },
        {
            "id": "test",
            "name": "Load test",
            "status": "held",
            "zone": "Europe/Istanbul",
            "start": "2031-02-10",
            "paragraph": 6,
            "description": "Lorries stood on the bridge for a day.",
        },
    ],
}


SEASONS: dict[str, Any] = {
    "slug": "seasons",
    "status": "published",
    "headline": "A town plans its year",
    "date": "2031-01-10",
    "credit": {"text": "Reporting by the Town Bulletin", "outlets": ["bulletin"]},
    "summary": [{"text": "The town has four dates in its calendar.", "paragraph": 1}],
    "topics": [{"id": "plans", "name": "Plans"}],
    "entities": [
        {"id": "town", "type": "place", "name": "Riverside", "role": "A town", "paragraph": 1},
        {"id": "bulletin", "type": "organisation", "name": "Town Bulletin", "role": "A newspaper", "paragraph": 6},
    ],
    "facts": [
        {"text": "The market has forty stalls.", "id": "stalls", "paragraph": 2, "events": ["spring"]},
        {"text": "The concert is free.", "id": "free", "paragraph": 3, "topics": ["plans"], "events": ["concert"]},
        {"text": "Both fill the square.", "id": "square", "paragraph": 4, "events": ["spring", "concert", "autumn"]},
        {
            "text": "Everybody will come to the concert.",
            "id": "everybody",
            "kind": "claim",
            "said_by": "bulletin",
            "paragraph": 3,
            "events": ["concert"],
        },
        {"text": "The town is old.", "id": "old", "kind": "background", "paragraph": 5, "events": ["concert"]},
    ],
    "leads": ["P7D", "P1D", "P0D"],
    "events": [
        {
            "id": "spring",
            "name": "Spring market",
            "zone": "Europe/Sarajevo",
            "start": "2031-03-31",  # the clocks go forward on the day before
            "paragraph": 2,
            "description": "The market opens on the square.",
        },
        {
            "id": "concert",
            "name": "Summer concert",
            "zone": "Europe/Sarajevo",
            "start": "2031-07-10T20:00+02:00",
            "place": "The square",
            "paragraph": 3,
            "description": "An orchestra plays outdoors.",
            "leads": ["P7D", "P1D", "P0D", "PT2H"],
        },
        {
            "id": "vote",
            "name": "Vote on the budget",
            "zone": "Europe/Sarajevo",
            "start": "2031-09",
            "paragraph": 4,
            "description": "The council votes on its budget.",
        },
        {
            "id": "autumn",
            "name": "Autumn market",
            "zone": "Europe/Sarajevo",
            "start": "2031-10-27",  # the clocks go back on the day before
            "paragraph": 4,
            "description": "The last market of the year.",
        },
    ],
}


def harbour(**changes: Any) -> Story:
    """The story of the bridge, with some of its keys replaced."""
    return parse_story({**HARBOUR, **changes})


def seasons(**changes: Any) -> Story:
    """The story of the town's year, with some of its keys replaced."""
    return parse_story({**SEASONS, **changes})


def court() -> Story:
    """The story of a trial; each of its facts has an id."""
    return _read(STORIES / "museum-trial" / "story.yaml")


def recall() -> Story:
    """The story of a kettle that is called back; each of its facts has an id."""
    return _read(STORIES / "kettle-recall" / "story.yaml")


def merger() -> Story:
    """The story of two hospitals that are to become one; each of its facts has an id."""
    return _read(STORIES / "hospital-merger" / "story.yaml")


def volcano() -> Story:
    """The story of an eruption; each of its facts has an id."""
    return _read(STORIES / "mount-oroa" / "story.yaml")


def insolvency() -> Story:
    """The story of a football club that is out of money; each of its facts has an id."""
    return _read(STORIES / "kelvedge-insolvency" / "story.yaml")


def leak() -> Story:
    """The story of exam papers that leaked; each of its facts has an id."""
    return _read(STORIES / "exam-leak" / "story.yaml")


def collapse() -> Story:
    """The story of another football club, whose supporters march; each of its facts has an id."""
    return _read(STORIES / "harrowick-town" / "story.yaml")


def bundled() -> Story:
    """The story that comes with the bot."""
    return _read(ROOT / "content" / "dodik-in-moscow" / "story.yaml")


def with_questions(story: Story, *questions: str) -> Story:
    """The same story, whose facts and events list these questions."""
    data = json.loads(story.snapshot)
    return parse_story(
        data | {key: [each | {"questions": questions} for each in data[key]] for key in ("facts", "events")}
    )


def synthetic(number: int, entities: int = 20) -> Story:
    """A made-up story whose names, but for one, belong to it alone."""
    return parse_story(
        {
            "slug": f"story-{number}",
            "status": "published",
            "headline": f"Story {number}",
            "date": "2031-03-01",
            "credit": {"text": "Nobody"},
            "summary": [{"text": f"This is story {number}.", "paragraph": 1}],
            "topics": [{"id": "topic", "name": "Topic"}],
            "entities": [_entity(number, index) for index in range(entities)],
            "facts": [
                {"text": f"Fact {index} of {number}.", "paragraph": 1, "about": [f"e{index}"], "topics": ["topic"]}
                for index in range(entities)
            ],
            "quotations": [{"text": "so be it", "said_by": "e0", "about": "Everything.", "paragraph": 1}],
            "events": [
                {
                    "id": "event",
                    "name": "Event",
                    "zone": "UTC",
                    "start": "2031-05-04",
                    "paragraph": 1,
                    "description": "It happens.",
                }
            ],
        }
    )


def story_of(*events: dict[str, Any], slug: str = "fair", leads: Sequence[str] = ("P7D", "P1D", "P0D")) -> Story:
    """A story that has these events and nothing else."""
    named = [
        {"id": f"e{number}", "name": "Fair", "zone": "Europe/Sarajevo", "paragraph": 1, "description": "A fair."} | each
        for number, each in enumerate(events)
    ]
    return parse_story(
        {
            "slug": slug,
            "status": "published",
            "headline": "A fair",
            "date": "2031-01-01",
            "credit": {"text": "Nobody"},
            "summary": [{"text": "A fair.", "paragraph": 1}],
            "entities": [{"id": "town", "type": "place", "name": "Town", "role": "A town", "paragraph": 1}],
            "facts": [{"text": "It is a fair.", "paragraph": 1}],
            "events": named,
            "leads": list(leads),
        }
    )


@cache
def _read(file: Path) -> Story:
    checked = check_bytes(file.read_bytes(), file)
    assert checked.story, checked.problems
    return checked.story


def _entity(number: int, index: int) -> dict[str, Any]:
    given, family = _word(number * 31 + index), _word(number * 17 + index * 7919 + 5)
    return {
        "id": f"e{index}",
        "type": "person" if index % 2 else "organisation",
        "name": f"{given} {family}{number}x{index}".title(),
        "role": "Somebody",
        "paragraph": 1,
        "aliases": [f"{family}{index} {number}"],
    }


def _word(seed: int) -> str:
    """A pronounceable word of six letters, the same for the same seed."""
    letters = []
    for _ in range(3):
        seed = (seed * 1103515245 + 12345) % 2**31
        letters += ["bdfgklmnprstvz"[seed // 7 % 14], "aeiou"[seed // 101 % 5]]
    return "".join(letters)
