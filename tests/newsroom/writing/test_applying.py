from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.core.editing.operations import Operation
from bot.core.errors import NewspegError
from bot.newsroom.checking import check_bytes
from bot.newsroom.source import read_source
from bot.newsroom.writing.applying import applied
from bot.newsroom.writing.places import typed

ROOT = Path(__file__).parents[3]
FILES = [ROOT / "content/dodik-in-moscow/story.yaml", *sorted((ROOT / "tests/data/stories").glob("*/story.yaml"))]
TEXTS = {file.parent.name: file.read_text(encoding="utf-8") for file in FILES}
DODIK = TEXTS["dodik-in-moscow"]
OPERATION: TypeAdapter[Operation] = TypeAdapter(Operation)
DRAFT = """\
# Made by rules.
status: draft
review: Was it published on 2 March?
headline: The bridge opens
date: 2031-03-02?
credit:
  text: Reporting by Ana Ek.
summary:
  - text: The bridge opens on 4 May.
    paragraph: 1
    review: Say it in your own words.
entities:
  - id: ek
    type: person
    name: Ana Ek
    role: Mayor
    paragraph: [1, 2]
    aliases: [Ek, the engineer Ek, Petra Ek]
  - id: mayor-ek
    type: person
    name: Mayor Ek
    role: Mayor
    paragraph: 3
facts:
  # “on 4 May” is 4 May 2031: the year is that of the article
  - text: The bridge opens on 4 May, says the mayor.
    kind: claim
    said_by: mayor-ek
    paragraph: 3
    about: [ek, mayor-ek]
    events: [opening]
  - text: 'It is long: 200 metres.'
    paragraph: 2  # as the plan has it
quotations:
  - {text: It opens, said_by: mayor-ek, about: The bridge, paragraph: 3}
events:
  - id: opening
    name: Opening of the bridge
    zone: Europe/Copenhagen
    start: 2031-05-04
    paragraph: 1
    description: The bridge opens.
"""


def op(do: str, **fields: Any) -> Operation:
    return OPERATION.validate_python({"do": do, **fields})


def data_of(text: str) -> Any:
    source = read_source(text.encode())
    assert source.data is not None
    assert not source.faults
    return source.data


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went, and those that came."""
    old, new = before.split("\n"), after.split("\n")
    gone: list[str] = []
    came: list[str] = []
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            gone += old[first:last]
            came += new[start:end]
    return gone, came


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_done_changes_nothing(text: str) -> None:
    assert applied(text, []) == text


def test_a_new_text_changes_its_own_line_alone() -> None:
    after = applied(DODIK, [op("set", place=["headline"], value="Dodik was in Moscow")])
    assert changed_lines(DODIK, after) == (
        ["headline: Putin receives Dodik in Moscow and backs him before the elections"],
        ["headline: Dodik was in Moscow"],
    )


def test_postponing_keeps_the_former_plan_and_every_other_line() -> None:
    source = {"publisher": "The Paper", "url": "https://news.example/a", "paragraph": 2}
    plan = op(
        "plan", event="opening", status="postponed", changed="2031-04-01", note="Rain: much of it.", source=source
    )
    after = applied(DRAFT, [plan])
    event = data_of(after)["events"][0]
    assert event["status"] == "postponed"
    assert "start" not in event
    former = {"changed": "2031-04-01", "start": "2031-05-04", "status": "scheduled", "note": "Rain: much of it."}
    assert event["history"] == [
        {**former, "source": {"publisher": "The Paper", "url": "https://news.example/a", "paragraph": "2"}}
    ]
    assert changed_lines(DRAFT, after)[0] == ["    start: 2031-05-04"]


def test_moving_an_event_needs_another_date() -> None:
    with pytest.raises(NewspegError, match="what the new date is"):
        applied(DRAFT, [op("plan", event="opening", status="rescheduled", changed="2031-04-01")])


def test_what_names_a_merged_entity_names_the_one_that_stays() -> None:
    after = data_of(applied(DRAFT, [op("merge", ids=["ek", "mayor-ek"])]))
    assert [each["id"] for each in after["entities"]] == ["ek"]
    assert after["entities"][0]["aliases"] == ["Ek", "the engineer Ek", "Petra Ek", "Mayor Ek"]
    assert after["entities"][0]["paragraph"] == ["1", "2", "3"]
    assert after["facts"][0]["said_by"] == "ek"
    assert after["facts"][0]["about"] == ["ek"]
    assert after["quotations"][0]["said_by"] == "ek"


def test_an_entity_that_is_split_takes_its_paragraphs_along() -> None:
    article = ("The bridge opens", "Ana Ek", "Petra Ek", "Mayor Ek")
    after = data_of(applied(DRAFT, [op("split", id="ek", aliases=["Petra Ek"])], article))
    ek, petra, _ = after["entities"]
    assert (petra["id"], petra["name"], petra["paragraph"]) == ("petra-ek", "Petra Ek", "2")
    assert ek["aliases"] == ["Ek", "the engineer Ek"]


def test_a_claim_whose_speaker_goes_is_to_be_looked_at() -> None:
    after = data_of(applied(DRAFT, [op("drop-entities", ids=["mayor-ek"])]))
    assert after["facts"][0]["about"] == ["ek"]
    assert "said_by" not in after["facts"][0]
    assert after["facts"][0]["review"] == "Who said this? Its speaker was dropped."


def test_a_dropped_fact_takes_the_comment_on_its_dates_along_and_no_other_one() -> None:
    after = applied(DRAFT, [op("drop", place=["facts", 0])])
    assert "on 4 May” is" not in after
    assert "# Made by rules." in after
    assert "# as the plan has it" in after


def test_a_dropped_event_is_named_by_no_fact() -> None:
    after = data_of(applied(DRAFT, [op("drop", place=["events", 0])]))
    assert "events" not in after
    assert "events" not in after["facts"][0]


def test_a_fact_becomes_a_claim_and_a_claim_a_fact() -> None:
    once = data_of(applied(DRAFT, [op("toggle-claim", place=["facts", 1], said_by="ek")]))
    assert (once["facts"][1]["kind"], once["facts"][1]["said_by"]) == ("claim", "ek")
    back = data_of(applied(DRAFT, [op("toggle-claim", place=["facts", 0])]))
    assert not {"kind", "said_by"} & back["facts"][0].keys()


def test_a_sentence_is_cut_in_two() -> None:
    after = data_of(applied(DRAFT, [op("cut", place=["facts", 0], at=len("The bridge opens on 4 May"))]))
    assert [each["text"] for each in after["facts"][:2]] == ["The bridge opens on 4 May.", "Says the mayor."]
    assert after["facts"][1]["said_by"] == "mayor-ek"


def test_a_correction_names_what_it_corrects_by_an_id_that_is_made() -> None:
    public = applied(DRAFT.replace("draft", "published", 1), [])
    told = "An earlier version gave a wrong length. It is 300 metres."
    operation = op("correct", place=["facts", 1, "text"], value="It has 300 metres.", told=told, date="2031-03-05")
    after = data_of(applied(public, [operation]))
    assert after["facts"][1]["text"] == "It has 300 metres."
    assert after["corrections"][0]["facts"] == [after["facts"][1]["id"]]
    assert after["corrections"][0]["text"] == told


def test_a_draft_with_reviews_is_not_published() -> None:
    with pytest.raises(NewspegError, match="2 reviews are open"):
        applied(DRAFT, [op("publish")])
    accepted = [op("accept", place=[]), op("accept", place=["summary", 0])]
    assert data_of(applied(DRAFT, [*accepted, op("publish")]))["status"] == "published"


def test_a_retracted_story_says_when_and_why() -> None:
    after = applied(DODIK, [op("retract", date="2022-09-25", reason="It was forged.")])
    assert check_bytes(after.encode(), Path("dodik-in-moscow/story.yaml")).story is not None
    assert changed_lines(DODIK, after)[0] == ["status: published"]


def test_a_new_entity_gets_its_id() -> None:
    item = {"name": "Harbour Board", "type": "organisation", "role": "It runs the harbour", "paragraph": 4}
    after = data_of(applied(DRAFT, [op("add", place=["entities", 1], item=item)]))
    assert after["entities"][1]["id"] == "harbour-board"


@pytest.mark.parametrize(
    "wrong",
    [
        op("set", place=["facts", 99, "text"], value="x"),
        op("set", place=[], value="x"),
        op("set", place=["facts", 0, "text"], value=1.5),
        op("drop", place=["headline"]),
        op("drop", place=["facts", -1]),
        op("merge", ids=["ek", "nobody"]),
        op("merge", ids=["ek", "ek"]),
        op("split", id="ek", aliases=["Nobody"]),
        op("plan", event="nothing", status="cancelled", changed="2031-04-01"),
        op("plan", event="opening", status="cancelled", changed="yesterday"),
        op("cut", place=["facts", 0], at=9999),
        op("cut", place=["entities", 0], at=1),
        op("add", place=["nothing"], item={"text": "x"}),
        op("toggle-claim", place=["facts", 1]),
        op("redate", date="soon"),
        op("retract", date="2031-03-05", reason="No."),
        op("correct", place=["facts", 1, "text"], value="x", told="x", date="2031-03-05"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(wrong: Operation) -> None:
    with pytest.raises(NewspegError) as raised:
        applied(DRAFT, [wrong])
    assert "\n" not in str(raised.value)


HOSTILE = ["yes", "1e3", "2031-05-04", "null", "~", "a: b", "a #b", "- a", "&a b", "*a", "!!python/x y", "<<: x",
           "a\nb", "a\u2028b", "a\x85b", "\ufeffa", " a ", "'", '"', "\\", "%TAG", "---", "...", "{a: b}", "[x", "# x",
           "a\n---\nb: c", "😀", "\xa0", "", "?", "a:", "x" * 300, "word " * 60 + "end", "a\tb",
           "@a", "`a", "|", ">-"]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("place", [["facts", 0, "text"], ["quotations", 0, "text"], ["entities", 0, "aliases", 0],
                                   ["date"], ["source", "byline"], ["events", 0, "start"]])  # fmt: skip
def test_a_value_is_read_back_as_it_was_written(place: list[str | int], value: str) -> None:
    found = data_of(applied(DRAFT, [op("set", place=place, value=value)]))
    for key in place:
        found = found[key]
    assert found == typed(value)


@settings(max_examples=200, deadline=None)
@given(value=st.text(max_size=200), item=st.integers(0, 1))
def test_whatever_is_typed_is_read_back(value: str, item: int) -> None:
    after = data_of(applied(DRAFT, [op("set", place=["facts", item, "text"], value=value)]))
    assert after["facts"][item]["text"] == typed(value)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_one_change_of_a_real_story_leaves_all_other_lines(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([*TEXTS.values()]))
    story = data_of(text)
    kind = data.draw(st.sampled_from([each for each in ("facts", "events", "entities", "quotations") if each in story]))
    index = data.draw(st.integers(0, len(story[kind]) - 1))
    if data.draw(st.booleans()):
        key = data.draw(st.sampled_from([each for each in story[kind][index] if each != "id"]))
        after = applied(text, [op("set", place=[kind, index, key], value="Another one")])
        gone, came = changed_lines(text, after)
        assert "\n".join(gone) in text
        assert not any("#" in line for line in gone)
        assert len(came) <= len(gone) <= max(1, len(str(story[kind][index])) // 20)
    else:
        after = applied(text, [op("drop", place=[kind, index])])
        assert [line for line in text.split("\n") if line.lstrip().startswith("#")] == [
            line for line in after.split("\n") if line.lstrip().startswith("#")
        ]
        assert len(data_of(after)[kind]) == len(story[kind]) - 1
