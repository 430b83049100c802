"""The questions under facts and events: they are read in full, or each fault of theirs is told at its line."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.checking import check_bytes
from tests.newsroom.written import STORY, problems, with_lines
from tests.strategies import texts

FILE = Path("content/bridge/story.yaml")


@pytest.mark.parametrize(
    ("questions", "at", "message"),
    [
        ('["When?"]', "", ""),
        ("When?", "questions:", "“questions” must be a list: [one, another], or an item a line after “- ”"),
        ("", "questions:", "“questions” is empty; write a value, or delete the line"),
        ("[]", "", ""),
        ("\n      - When?\n      -", "      -", "this item is empty; write a value, or delete the line"),
        ("\n      - [When]", "[When]", "an item of “questions” must be one text, not a list"),
        (
            "\n      - When?\n      - {where: x}",
            "where",
            "an item of “questions” must be one text, not keys with values",
        ),
        (f"\n      - Why?\n      - {'w' * 201}", "www", "an item of “questions” has 201 characters; at most 200 fit"),
        (f"[{', '.join(map(str, range(11)))}]", "questions:", "“questions” has 11 items; at most 10 fit"),
        (
            "\n      - Is it on?\n      - How?\n      - is it on",
            "- is it on",
            "“is it on” asks the same as “Is it on?”: one of them is enough",
        ),
    ],
)
@pytest.mark.parametrize("after", ["    date: 1987\n", "    description: Traffic begins to flow.\n"])
def test_a_fault_of_questions_is_told_at_its_line(after: str, questions: str, at: str, message: str) -> None:
    text = with_lines((after, f"{after}    questions: {questions}\n"))
    lines = [number for number, words in enumerate(text.splitlines(), 1) if at in words]
    assert problems(text) == ([(lines[-1], message)] if message else [])


@pytest.mark.parametrize(
    "before",
    [
        "headline: Bridge opens in May\n",
        "  - text: The bridge opens in May.\n",
        "  - id: aydin\n",
        "  - text: as safe as a church\n",
    ],
)
def test_questions_stand_under_facts_and_events_alone(before: str) -> None:
    indent = " " * (4 if before.startswith(" ") else 0)
    text = with_lines((before, f"{before}{indent}questions: [When]\n"))
    ((line, message),) = problems(text)
    assert message.startswith("unknown key “questions”")
    assert line == text[: text.index("questions:")].count("\n") + 1


@given(st.lists(texts(250).map(lambda text: text.encode(errors="replace").decode()), max_size=12))
def test_any_questions_are_read_in_full_or_are_problems(questions: list[str]) -> None:
    data = yaml.safe_load(STORY)
    data["events"][0]["questions"] = questions
    checked = check_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), FILE)
    assert (checked.story is None) == bool(checked.problems)
    if checked.story:
        kept = checked.story.events[0].questions
        assert [each.split() for each in kept] == [each.split() for each in questions]
        assert len(kept) <= 10
        assert all(1 <= len(each) <= 200 and "\n" not in each for each in kept)
