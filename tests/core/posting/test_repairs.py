"""What makes a sent post outdated, and what becomes of its repair, row by row."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.posting.chats import ChatKey
from bot.core.posting.composing import compose_again
from bot.core.posting.notices import Correction, Notice, OfPlan, PlanChange, Reminder, Retraction
from bot.core.posting.outcomes import (
    Deleted,
    EditOutcome,
    Gone,
    Moved,
    NotSent,
    Rejected,
    RetryLater,
    Sent,
    Unchangeable,
    Unknown,
)
from bot.core.posting.planning import Timing
from bot.core.posting.posts import Post
from bot.core.posting.repairs import RepairStep, after_edit, corrections_of, replies, why_outdated
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.stories.story import Story, restore_story
from bot.runtime.catalogues import Catalogues
from tests.stories import SEASONS, seasons, with_questions

NOW = datetime(2031, 3, 25, 9, tzinfo=UTC)
CHAT = ChatKey("telegram", "7")
NEW = ChatKey("telegram", "-1007")
STORY = seasons()
PLAN = STORY.event("spring").plan
REMINDER = Reminder("seasons", "spring", 0, PLAN, Lead.parse("P7D"))
CHANGE = PlanChange("seasons", "spring", 0, PLAN)
POST = Post(1, CHAT, REMINDER, NOW, "sent", message_id="5", repair_reason="why")


def correction(name: str = "one", **changes: Any) -> dict[str, Any]:
    return {"id": name, "date": "2031-03-20", "text": "There are fifty stalls, not forty.", **changes}


def event(name: str, /, **changes: Any) -> list[dict[str, Any]]:
    return [{**each, **(changes if each["id"] == name else {})} for each in SEASONS["events"]]


def facts(text: str, /, **changes: Any) -> list[dict[str, Any]]:
    """The facts, one of them changed."""
    return [{**each, **(changes if each["text"] == text else {})} for each in SEASONS["facts"]]


def why(story: Story, was: Story = STORY, notice: Notice = REMINDER) -> str | None:
    return why_outdated(was, story, notice)


def of_concert(notice: OfPlan = REMINDER) -> Notice:
    return replace(notice, event="concert")


def test_a_mended_typo_is_silent() -> None:
    assert why(seasons(facts=facts("The market has forty stalls.", text="The market has 40 stalls."))) is None
    assert why(seasons(headline="A town plans its seasons")) is None


def test_a_question_that_is_listed_is_silent_and_stands_in_no_post() -> None:
    story = with_questions(STORY, "How large is Xanadu?")
    assert restore_story(story.snapshot).snapshot == story.snapshot
    assert story.version != STORY.version
    for before, after in ((STORY, story), (story, STORY)):
        for notice in (REMINDER, CHANGE, of_concert()):
            assert why(after, before, notice) is None
            assert replies(before, after, notice) == ()
            post = replace(POST, notice=notice)
            cards = [
                compose_again(Library([each]), post, STORY, Timing(), Catalogues().get()) for each in (before, after)
            ]
            assert cards[0] == cards[1]
            assert cards[0] is not None


def test_a_correction_of_a_shown_fact_is_said() -> None:
    story = seasons(corrections=[correction(facts=["stalls"])])
    assert why(story) == "corrected: one"
    assert why(story, notice=replace(REMINDER, lead=Lead.parse("P1D"))) == "corrected: one"


def test_a_correction_of_what_the_post_does_not_show_is_none_of_its_business() -> None:
    story = seasons(corrections=[correction(facts=["free"]), correction("two", events=["concert"])])
    assert why(story) is None
    assert why(story, notice=of_concert()) == "corrected: one, two"


def test_what_the_reminder_never_showed_is_not_corrected_in_it() -> None:
    assert why(seasons(corrections=[correction(facts=["everybody", "old"])]), notice=of_concert()) is None


def test_the_notice_of_a_changed_plan_shows_the_event_alone() -> None:
    assert why(seasons(corrections=[correction(facts=["stalls"])]), notice=CHANGE) is None
    assert why(seasons(corrections=[correction(events=["spring"])]), notice=CHANGE) == "corrected: one"


def test_several_corrections_are_one_repair_and_known_ones_none() -> None:
    both = seasons(corrections=[correction(facts=["stalls"]), correction("two", events=["spring"])])
    assert why(both) == "corrected: one, two"
    assert why(both, was=seasons(corrections=[correction(facts=["stalls"])])) == "corrected: two"
    assert why(seasons(headline="Other", corrections=both.corrections), was=both) is None


def test_a_fact_that_had_no_id_is_known_by_its_text_which_is_gone() -> None:
    was = seasons(facts=facts("The market has forty stalls.", id=None))
    mended = facts("The market has forty stalls.", text="The market has fifty stalls.")
    assert why(seasons(facts=mended, corrections=[correction(facts=["stalls"])]), was=was) == "corrected: one"
    untouched = seasons(facts=facts("The concert is free.", id="price"), corrections=[correction(facts=["price"])])
    assert why(untouched, was=was) is None


@pytest.mark.parametrize("notice", [REMINDER, CHANGE])
@pytest.mark.parametrize(
    "plan",
    [
        {"status": "cancelled"},
        {"status": "postponed", "start": None},
        {"status": "rescheduled", "start": "2031-04-07"},
    ],
)
def test_another_plan_is_said(plan: dict[str, Any], notice: OfPlan) -> None:
    story = seasons(events=event("spring", **plan))
    assert why(story, notice=notice) == f"the plan changed: {story.event('spring').plan}"
    assert why(story, notice=of_concert(notice)) is None


def test_a_plan_that_went_there_and_back_is_no_other_one() -> None:
    history = [
        {"changed": "2031-03-02", "start": "2031-03-31", "status": "scheduled"},
        {"changed": "2031-03-03", "start": "2031-04-07", "status": "rescheduled"},
    ]
    assert why(seasons(events=event("spring", history=history, status="rescheduled"))) is None


def test_what_took_place_as_planned_changes_nothing() -> None:
    assert why(seasons(events=event("spring", status="held"))) is None


@pytest.mark.parametrize("notice", [REMINDER, CHANGE, Correction("seasons", "one")])
def test_a_retraction_and_its_end_are_said(notice: Notice) -> None:
    retracted = seasons(status="retracted")
    assert why(retracted, notice=notice) == "the story was retracted"
    assert why(STORY, was=retracted, notice=notice) == "the story is published again"
    assert why(seasons(status="draft"), notice=notice) is None
    assert why(seasons(status="retracted", headline="Other"), was=retracted, notice=notice) is None


def test_an_event_that_the_story_dropped_is_left_alone() -> None:
    assert why(seasons(events=SEASONS["events"][1:], facts=SEASONS["facts"][1:2])) is None


def test_what_is_told_in_reply() -> None:
    story = seasons(corrections=[correction(facts=["stalls"]), correction("two", events=["spring"])])
    assert replies(STORY, story, REMINDER) == (Correction("seasons", "one"), Correction("seasons", "two"))
    assert replies(STORY, seasons(status="retracted"), REMINDER) == (Retraction("seasons"),)
    assert replies(STORY, seasons(events=event("spring", status="cancelled")), REMINDER) == ()
    assert [each.id for each in corrections_of(STORY, story, REMINDER)] == ["one", "two"]


@pytest.mark.parametrize(
    ("outcome", "step"),
    [
        (Sent("5"), RepairStep("edited", "why", repaired=STORY.version)),
        (Unchangeable("old"), RepairStep("replied", "why", repaired=STORY.version, replies=(Retraction("seasons"),))),
        (Deleted("gone"), RepairStep("unreachable", "why; the message was deleted")),
        (Gone("blocked"), RepairStep("unreachable", "why; blocked", set_aside=True)),
        (Rejected("too long"), RepairStep("unreachable", "why; too long")),
        (Moved(NEW), RepairStep("pending", "why", not_before=NOW, moved_to=NEW)),
        (RetryLater(43_838, "flood"), RepairStep("pending", "why", not_before=NOW + timedelta(seconds=43_838))),
        (NotSent("no network"), RepairStep("pending", "why", not_before=NOW + timedelta(seconds=8))),
        (Unknown("no answer"), RepairStep("pending", "why", not_before=NOW + timedelta(seconds=8))),
    ],
)
def test_each_outcome_has_its_step(outcome: EditOutcome, step: RepairStep) -> None:
    assert after_edit(replace(POST, repair_attempts=2), outcome, STORY, (Retraction("seasons"),), NOW) == step
