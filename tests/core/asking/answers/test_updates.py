"""/updates: what changed since this chat last asked."""

from typing import Any

import pytest

from bot.core.stories.library import Library
from bot.core.stories.story import Story
from tests.asking import Asker, text
from tests.stories import SEASONS, seasons

CORRECTION = {"id": "one", "date": "2031-01-12", "text": "There are fifty stalls, not forty.", "facts": ["stalls"]}


def facts(**texts: str) -> list[dict[str, Any]]:
    """The facts, some of them saying something else."""
    return [{**each, "text": texts.get(each["id"], each["text"])} for each in SEASONS["facts"]]


@pytest.fixture
def asker() -> Asker:
    return Asker(seasons())


async def after(asker: Asker, story: Story) -> str:
    """What is said once the story has become this one."""
    await asker.ask("/updates")
    asker.library = Library([story])
    return text(await asker.ask("/updates"))


async def test_at_first_it_says_what_was_corrected_so_far() -> None:
    asker = Asker(seasons(corrections=[CORRECTION]))
    said = text(await asker.ask("/updates", may_manage=False))
    assert "I will tell you what has changed." in said
    assert "12 January 2031: There are fifty stalls, not forty." in said


async def test_nothing_has_changed(asker: Asker) -> None:
    assert "Nothing has changed" in await after(asker, seasons())


async def test_a_correction_is_told_once(asker: Asker) -> None:
    said = await after(asker, seasons(facts=facts(stalls="The market has fifty stalls."), corrections=[CORRECTION]))
    assert "Corrected" in said
    assert "There are fifty stalls, not forty." in said
    assert "Said otherwise now" in said
    assert "The market has fifty stalls. (corrected on 12 January 2031) [¶ 2]" in said
    assert "Nothing has changed" in text(await asker.ask("/updates"))


async def test_another_plan_is_told_with_its_source(asker: Asker) -> None:
    events = [{**each, **({"status": "cancelled"} if each["id"] == "spring" else {})} for each in SEASONS["events"]]
    said = await after(asker, seasons(events=events))
    assert "Spring market: cancelled; it had been planned for 31 March 2031 [¶ 2]" in said
    assert "Summer concert" not in said


async def test_an_event_that_is_gone_is_told(asker: Asker) -> None:
    said = await after(asker, seasons(events=[each for each in SEASONS["events"] if each["id"] != "vote"]))
    assert "Vote on the budget: the story no longer names it" in said


async def test_another_speaker_is_another_statement(asker: Asker) -> None:
    by_the_town = [{**each, **({"said_by": "town"} if each["id"] == "everybody" else {})} for each in SEASONS["facts"]]
    said = await after(asker, seasons(facts=by_the_town))
    assert "Said otherwise now" in said
    assert "Riverside says: Everybody will come to the concert." in said


async def test_new_facts_and_those_that_are_gone(asker: Asker) -> None:
    new = [{"text": f"Thing {number} is new.", "paragraph": 1} for number in range(10)]
    said = await after(asker, seasons(facts=[*SEASONS["facts"][1:], *new]))
    assert "Thing 0 is new. [¶ 1]" in said
    assert "And 2 more." in said
    assert "1 statement is no longer in it." in said


async def test_a_claim_stays_its_speakers(asker: Asker) -> None:
    said = await after(asker, seasons(facts=facts(everybody="Most will come.")))
    assert "Town Bulletin says: Most will come." in said


async def test_a_mended_word_in_passing(asker: Asker) -> None:
    assert "Only the wording has changed" in await after(asker, seasons(headline="A town plans its seasons"))


async def test_a_link_reads_and_leaves_the_news_for_later(asker: Asker) -> None:
    await asker.ask("/start updates-seasons")
    assert "Ask again later" in text(await asker.ask("/updates"))


async def test_each_chat_and_each_story_has_its_own(asker: Asker) -> None:
    await asker.ask("/updates")
    other = Asker(seasons(slug="other"), chats=asker.chats)
    assert "Ask again later" in text(await other.ask("/updates other/"))
