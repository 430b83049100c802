"""What has changed is marked wherever it is shown: corrected facts, former dates, a story that was retracted."""

from typing import Any

import pytest

from bot.core.asking.command import Suggest
from bot.core.stories.library import Library
from bot.core.stories.story import parse_story
from bot.core.wording.cards import Item, Paragraph, plain
from tests.asking import CHAT, Asker, labels, text, texts
from tests.stories import HARBOUR, harbour

NEWS = {"publisher": "Harbour News", "url": "https://news.example/late", "paragraph": 2}
FORMER = {"changed": "2031-03-10", "start": "2031-05-04", "status": "scheduled", "note": "For the works."}


def moved(*, source: dict[str, Any] | None = None, **changes: Any) -> Asker:
    """An asker of a story whose opening was moved to 1 June after the day of the story."""
    former = {**FORMER, "source": source} if source else FORMER
    event = {
        **HARBOUR["events"][0],
        "status": "rescheduled",
        "start": "2031-06-01",
        "history": [former],
        **changes,
    }
    facts = [
        {"id": "length", "text": "The bridge is 900 metres long.", "paragraph": 1, "about": ["bridge"]},
        {"text": "The bridge opens on 4 May.", "paragraph": 1, "about": ["bridge"], "date": "2031-02"},
    ]
    mended = [{"id": "metres", "date": "2031-03-05", "text": "It is 900 metres long.", "facts": ["length"]}]
    summary = [{"text": "The bridge opens on 4 May.", "paragraph": 1}]
    data = {**HARBOUR, "facts": facts, "events": [event], "corrections": mended, "summary": summary, "quotations": []}
    return Asker(parse_story(data))


@pytest.mark.parametrize("line", ["/facts", "/who bridge", "/timeline", "/sources", "/summary", "/ask opens"])
async def test_a_former_date_is_marked_wherever_it_is_told(line: str) -> None:
    assert "opens on 4 May. (the plan has changed: Opening of the bridge, 1 June 2031)" in text(await moved().ask(line))


@pytest.mark.parametrize("line", ["/facts", "/who bridge", "/sources", "/ask metres"])
async def test_a_corrected_fact_says_when(line: str) -> None:
    assert "900 metres long. (corrected on 5 March 2031)" in text(await moved().ask(line))


@pytest.mark.parametrize(
    ("status", "start", "plan"),
    [
        ("cancelled", "2031-06-01", "cancelled"),
        ("postponed", None, "postponed"),
        ("rescheduled", "2031-06-01T19:00+03:00", "1 June 2031 at 19:00 (Istanbul)"),
        ("rescheduled", "2031-06-01?", "probably 1 June 2031"),
    ],
)
async def test_the_mark_tells_the_new_plan(status: str, start: str | None, plan: str) -> None:
    said = text(await moved(status=status, start=start).ask("/summary"))
    assert f"(the plan has changed: Opening of the bridge, {plan})" in said


@pytest.mark.parametrize("line", ["/facts", "/who bridge", "/timeline", "/sources", "/summary", "/ask opens"])
async def test_a_time_in_the_mark_is_in_the_chats_zone(line: str) -> None:
    asker = moved(start="2031-06-01T19:00+03:00")
    await asker.ask("/settings timezone Europe/Sarajevo")
    assert "(the plan has changed: Opening of the bridge, 1 June 2031 at 18:00 (Sarajevo))" in text(
        await asker.ask(line)
    )


async def test_what_holds_a_readers_words_is_marked_cites_its_change_and_leads_to_the_page() -> None:
    asker = moved(source=NEWS)
    [story] = asker.library.stories
    bridge = story.entity("bridge").model_copy(update={"role": "A crossing that opens on 4 May"})
    entities = tuple(bridge if each.id == "bridge" else each for each in story.entities)
    [sentence] = story.summary
    summary = (sentence.model_copy(update={"text": "Crowds come on 4 May for the crossing."}),)
    asker.library = Library([story.model_copy(update={"entities": entities, "summary": summary, "facts": ()})])
    mark = " (the plan has changed: Opening of the bridge, 1 June 2031)"
    card = await asker.ask("crossing")
    role, told = card.blocks[0], card.blocks[1]
    assert isinstance(role, Item)
    assert isinstance(told, Paragraph)
    assert plain(role.text) == f"Harbour Bridge: A crossing that opens on 4 May{mark}"
    assert role.leads_to == "/stories/harbour#entity-bridge"
    assert plain(told.text) == f"Crowds come on 4 May for the crossing.{mark}"
    assert told.leads_to.startswith("/stories/harbour#sentence-")
    [event] = [each for each in (await asker.ask("/facts traffic")).blocks if isinstance(each, Item)]
    assert (event.citation, event.leads_to) == ("Harbour News, ¶ 2", "https://news.example/late")


async def test_a_change_cites_its_own_source() -> None:
    said = texts(await moved(source=NEWS).ask("/when opening"))
    assert any(line.startswith("1 June 2031 (in ") and line.endswith("[Harbour News, ¶ 2]") for line in said)
    assert "Changed on 10 March 2031; before that: 4 May 2031 [Harbour News, ¶ 2]" in said


@pytest.mark.parametrize(
    ("source", "citation"),
    [({"url": "https://news.example/late"}, " [news.example]"), ({"publisher": "Radio"}, " [Radio]"), (None, "")],
)
async def test_of_news_that_the_article_does_not_tell_no_paragraph_is_cited(
    source: dict[str, Any] | None, citation: str
) -> None:
    said = texts(await moved(source=source).ask("/when opening"))
    assert f"Changed on 10 March 2031; before that: 4 May 2031{citation}" in said
    assert "Place: Istanbul [¶ 1]" in said


async def test_a_place_cites_its_own_paragraph() -> None:
    asker = moved(place={"text": "Old quay", "paragraph": 4})
    assert "Place: Old quay [¶ 4]" in texts(await asker.ask("/when opening"))


GONE = {"slug": "gone", "headline": "The bridge falls", "status": "retracted"}


@pytest.mark.parametrize(
    "line", ["/summary gone/", "/facts gone/", "/when gone/opening", "/calendar gone/", "/story gone", "gone", "gone/"]
)
@pytest.mark.parametrize(
    ("retraction", "said"),
    [
        ({}, ["The newsroom has retracted the story “The bridge falls”."]),
        (
            {"date": "2031-03-02", "reason": "It stands."},
            ["The newsroom has retracted the story “The bridge falls” (2 March 2031).", "The reason: It stands."],
        ),
    ],
)
async def test_a_retracted_story_answers_with_that_alone(
    line: str, retraction: dict[str, str], said: list[str]
) -> None:
    asker = Asker(harbour(), harbour(**GONE, **({"retraction": retraction} if retraction else {})))
    card = await asker.ask(line)
    assert (card.title, texts(card)) == ("Retracted", said)
    assert labels(card)


async def test_a_retracted_story_is_in_no_list_search_or_suggestion() -> None:
    asker = Asker(harbour(), harbour(**GONE))
    for line in ("/stories", "aydin", "bridge", "/who aydin", "falls"):
        assert "falls" not in text(await asker.ask(line)).replace("“falls”", "")


async def test_a_retracted_story_is_in_no_search_and_no_suggestion() -> None:
    entity = {"id": "diver", "type": "person", "name": "Vera Quill", "role": "A diver", "paragraph": 1}
    gone = harbour(
        **GONE,
        entities=[*HARBOUR["entities"], entity],
        topics=[*HARBOUR["topics"], {"id": "diving", "name": "Diving"}],
        events=[{**HARBOUR["events"][0], "id": "dive", "name": "Night dive"}],
        facts=[{"text": "Bolts were rusty.", "paragraph": 1}],
    )
    desk = Asker(harbour(), gone).desk
    for typed in ("quill", "diver", "diving", "dive", "rusty"):
        assert await desk.search(CHAT, typed) == [], typed
    for typed in ("", "bridge"):
        found = await desk.search(CHAT, typed)
        assert found
        assert "gone" not in " ".join(str(hit.invocation) for hit in found)
    for source in set(Suggest) - {Suggest.SETTINGS, Suggest.SETTING_VALUES, Suggest.LEADS}:
        offered = await desk.suggest(CHAT, source, "", {})
        assert offered
        assert not [each for each in offered if "Quill" in each.label or "Night dive" in each.label]
        assert [each for each in offered if each.value.split("/")[0] == "gone"] == []
        if source is not Suggest.STORIES:
            assert await desk.suggest(CHAT, source, "", {"story": "gone"}) == []


async def test_in_a_chat_of_a_retracted_story_there_is_nothing_to_find() -> None:
    asker = Asker(harbour(), harbour(**GONE))
    await asker.chats.change(CHAT, {"story": "gone"})
    assert await asker.desk.search(CHAT, "leyla") == []
    assert await asker.desk.search(CHAT, "") == []
    assert await asker.desk.suggest(CHAT, Suggest.ENTITIES, "", {}) == []


async def test_a_postponed_event_stands_in_the_timeline_at_its_former_date() -> None:
    assert "15 March 2031: Regatta (postponed) [¶ 6]" in texts(await Asker().ask("/timeline"))
