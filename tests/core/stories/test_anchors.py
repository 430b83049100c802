"""Each statement has an id of its own, which it keeps while it keeps its words."""

import re
from typing import Any

from bot.core.stories.anchors import Statement, page_path, statement_id
from bot.core.stories.event import Change
from bot.core.stories.story import Story, parse_story
from tests.stories import HARBOUR, harbour, seasons


def statements(story: Story) -> list[Statement | Change]:
    lists = (story.summary, story.entities, story.facts, story.quotations, story.events)
    return [each for one in lists for each in one] + [each for event in story.events for each in event.history]


def with_ids(**changes: Any) -> Story:
    """The harbour, where a statement of each list has an id; what is handed in changes those statements."""

    def named(item: dict[str, Any], name: str) -> dict[str, Any]:
        return {**item, "id": name, **{key: value for key, value in changes.items() if key in item}}

    summary, quotations, events = HARBOUR["summary"], HARBOUR["quotations"], HARBOUR["events"]
    regatta = {**events[2], "history": [named(events[2]["history"][0], "works")]}
    return harbour(
        summary=[named(summary[0], "may"), *summary[1:]],
        quotations=[named(quotations[0], "safe"), *quotations[1:]],
        events=[*events[:2], regatta, *events[3:]],
    )


def test_an_id_is_made_of_the_statements_own_id_or_of_its_words() -> None:
    story = seasons()
    assert statement_id(story.facts[0]) == "fact-stalls"
    assert statement_id(story.events[0]) == "event-spring"
    assert statement_id(story.entities[0]) == "entity-town"
    assert re.fullmatch(r"sentence-\d{12}", statement_id(story.summary[0]))
    assert page_path(story) == "/stories/seasons"
    assert page_path(story, story.facts[0]) == "/stories/seasons#fact-stalls"


def test_no_two_statements_share_an_id() -> None:
    ids = [statement_id(each) for each in statements(harbour())]
    assert len(ids) == len(set(ids))


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    told = HARBOUR["quotations"][0]
    story = parse_story({**HARBOUR, "quotations": [told, {**told, "said_by": "ferries"}]})
    first, second = map(statement_id, story.quotations)
    assert first != second


def test_an_id_stays_when_the_list_or_the_rest_of_the_statement_changes() -> None:
    facts = HARBOUR["facts"]
    moved = parse_story({**HARBOUR, "facts": [{**facts[2], "paragraph": 4, "date": "1987-05"}, *facts[:2]]})
    assert statement_id(moved.facts[0]) == statement_id(harbour().facts[2])


def test_an_id_of_ones_own_stays_when_the_words_change() -> None:
    for story in (with_ids(), with_ids(text="Other words.", note="Other words.", changed="2031-02-26")):
        paths = [page_path(story, each) for each in statements(story)]
        for named in ("sentence-may", "quotation-safe", "change-works"):
            assert f"/stories/harbour#{named}" in paths


def test_changes_alike_of_two_events_have_places_of_their_own() -> None:
    first, second = HARBOUR["events"][2:4]
    story = harbour(events=[first, {**second, "history": first["history"]}])
    one, other = (page_path(story, event.history[0]) for event in story.events)
    assert re.fullmatch(r"/stories/harbour#change-\d{12}", one)
    assert one != other


def test_an_id_that_is_made_is_not_kept() -> None:
    story = harbour()
    for each in statements(story):
        made = statement_id(each).rpartition("-")[2]
        assert not made.isdigit() or made not in story.snapshot
