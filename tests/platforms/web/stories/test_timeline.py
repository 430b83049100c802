from datetime import UTC, date, datetime

from bot.core.wording.language import Language, Voice
from bot.platforms.web.stories.timeline import WIDTH, draw, entries
from tests.stories import HARBOUR, harbour, synthetic

VOICE = Voice(Language(), datetime(2031, 3, 2, 9, tzinfo=UTC))


def test_everything_dated_is_in_it_in_order() -> None:
    found = entries(harbour(), VOICE)
    assert [(entry.what, str(entry.date)) for entry in found] == [
        ("fact", "1987"),
        ("event", "2031-02-10"),
        ("fact", "2031-02-20"),
        ("quotation", "2031-02-20"),
        ("event", "2031-03-15"),
        ("event", "2031-04"),
        ("event", "2031-05-04T19:00+03:00"),
        ("event", "2031-05-05"),
        ("event", "2031-05-06"),
    ]


def test_what_did_not_hold_is_marked() -> None:
    notes = {entry.text: entry.note for entry in entries(harbour(), VOICE)}
    assert notes["Parade"] == "cancelled"
    assert notes["Regatta"] == "postponed"
    assert notes["Opening of the bridge"] == ""


def test_marks_do_not_overlap_and_lie_within_the_picture() -> None:
    timeline = draw(entries(harbour(), VOICE), date(2031, 3, 2), "today")
    for above, below in zip(timeline.marks, timeline.marks[1:], strict=False):
        lowest = above.lines[-1][0]
        assert below.y - lowest >= 12
    assert timeline.marks[-1].lines[-1][0] < timeline.height
    assert timeline.width == WIDTH


def test_more_time_is_more_room() -> None:
    timeline = draw(entries(harbour(), VOICE), date(2035, 1, 1), "today")
    long_ago, month, days, *_ = timeline.marks
    assert month.y - long_ago.y > days.y - month.y
    assert month.far_from_last
    assert not days.far_from_last
    assert long_ago.entry.is_rough


def test_today_lies_between_what_was_and_what_will_be() -> None:
    timeline = draw(entries(harbour(), VOICE), date(2031, 3, 2), "today")
    ahead = [mark.y > timeline.today_y for mark in timeline.marks]
    assert ahead == [False] * 4 + [True] * 5
    after_all = draw(entries(harbour(), VOICE), date(2040, 1, 1), "today")
    assert all(mark.y < after_all.today_y <= after_all.height for mark in after_all.marks)


def test_a_long_text_is_cut() -> None:
    story = harbour(facts=[{"text": "word " * 150 + "end.", "paragraph": 1, "date": "2031"}], quotations=[], events=[])
    [mark] = draw(entries(story, VOICE), date(2031, 3, 2), "today").marks
    assert len(mark.lines) == 3
    assert mark.lines[-1][1].endswith("…")


def test_a_long_text_is_cut_before_the_mark_of_its_changed_plan() -> None:
    former = {"changed": "2031-03-10", "start": "2031-05-04", "status": "scheduled"}
    moved = {**HARBOUR["events"][0], "status": "rescheduled", "start": "2031-06-01", "history": [former]}
    words = "The bridge opens on 4 May. " + "word " * 150
    story = harbour(facts=[{"text": words, "paragraph": 1, "date": "2031"}], quotations=[], events=[moved])
    mark, _ = draw(entries(story, VOICE), date(2031, 3, 2), "today").marks
    assert len(mark.lines) == 3
    assert mark.texts[0].endswith(" …")
    assert " ".join(mark.texts[1:]) == "(the plan has changed: Opening of the bridge, 1 June 2031)"


def test_the_bar_of_a_span_reaches_from_its_first_day_to_what_lies_within_it() -> None:
    def dated(date: str, text: str) -> dict[str, object]:
        return {"text": text, "paragraph": 1, "date": date}

    facts = [
        dated("2030-01", "Before."),
        dated("2031-02/2031-04", "Span."),
        dated("2031-03", "Within."),
        dated("2031-06", "After."),
        dated("2031-05/..", "Open end."),
        dated("../2030-12", "Open beginning."),
    ]
    story = harbour(facts=facts, quotations=[], events=[])
    marks = {mark.entry.text: mark for mark in draw(entries(story, VOICE), date(2031, 3, 2), "today").marks}
    assert marks["Span."].bar == (marks["Span."].y, marks["Within."].y)
    assert marks["Open end."].bar == (marks["Open end."].y, max(mark.y for mark in marks.values()))
    assert marks["Open beginning."].bar == (marks["Before."].y, marks["Open beginning."].y)
    assert marks["Within."].bar is None


def test_a_story_without_dates_has_none() -> None:
    assert entries(synthetic(1).model_copy(update={"events": ()}), VOICE) == []
