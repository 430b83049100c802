"""Which questions may be kept, and how a notebook counts the chats that asked them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.unanswered import (
    DAYS_KEPT,
    LEAST_CHATS,
    LONGEST,
    MOST_CHATS,
    MOST_IN_MEMORY,
    MOST_OF_A_CHAT,
    Count,
    Key,
    Notebook,
    wording_of,
)
from bot.core.posting.chats import ChatKey
from bot.core.wording.invocations import Invocation
from tests.asking import Asker, text
from tests.stories import harbour, seasons

TODAY = date(2031, 3, 2)
STORY = "harbour"
QUESTION = "Who pays for the lighthouse?"


def chats(number: int, first: int = 0) -> list[ChatKey]:
    return [ChatKey("test", str(first + each)) for each in range(number)]


def noted(notebook: Notebook, question: str, number: int = LEAST_CHATS, first: int = 0, day: date = TODAY) -> bool:
    """So many chats ask a question; whether the last one made it one to be taken."""
    return [notebook.note(STORY, question, chat, day) for chat in chats(number, first)][-1]


def taken(notebook: Notebook, day: date = TODAY) -> list[tuple[str, int]]:
    return [(count.wording, count.chats) for count in notebook.take(day)]


@pytest.mark.parametrize(
    "question",
    [
        "What is behind 12345?",
        "Whose number is 12 345?",
        "Who has 0171-23 45 67?",
        "Who has (01)7–1.2?",
        "Who has 1_2_3_4_5?",
        "Who has 1\u200b2\u200b3\u200b4\u200b5?",
        "Who has １２３４５?",
        "Who has ١٢٣٤٥?",
        "Who has ۱۲۳۴۵?",
        "Who has १२३४५?",
        "Who has 一二三四五?",
        "Who has ①②③④⑤?",
        "Who has 1️⃣2️⃣3️⃣4️⃣5️⃣?",
        "Who has 𝟏𝟐𝟑𝟒𝟓?",
        "Whose passport is AB1C2D3E45?",
        "Who has 1ㅤ2ㅤ3ㅤ4ㅤ5?",
        "Why 10,000 tons?",
        "Was he born on 1.2.1990?",
        "Who is ida@example.org?",
        "Who is @ida_b?",
        "Who is ＠ida?",
        "Who is ida ﹫ example?",
        "Who is ida#1234?",
        "What is on https://example.test/a?",
        "What is on www example?",
        "What is on example.org?",
        "What is on example .org?",
        "What is on EXAMPLE.ORG/x?",
        "What is on example．org?",
        "What is on example。org?",
        "What is on example.\u200borg?",
        "What is on пример.рф?",
        "What is on mailto:ida?",
        "Write to tg:ida?",
    ],
)
def test_what_may_tell_who_asks_is_never_kept(question: str) -> None:
    assert wording_of(question) is None
    notebook = Notebook()
    assert not noted(notebook, question)
    assert taken(notebook) == []


@pytest.mark.parametrize(
    "question",
    [
        "Who won in 2018 and who in 2022?",
        "Why did the U.S. object at 5 p.m.?",
        "Did it cost 3.5bn or 40 %?",
        "Кто заплатит за маяк?",
        "谁付钱？为什么？",
        "so... who pays",
        "Who pays for track #1?",
        "What about Mr. Brandt's 3-1?",
    ],
)
def test_what_tells_nobody_is_kept_as_it_was_typed(question: str) -> None:
    assert wording_of(question) == question


@given(st.text(max_size=2 * LONGEST))
def test_a_wording_is_one_short_line_of_visible_characters(question: str) -> None:
    wording = wording_of(question)
    assert wording is None or (len(wording) <= LONGEST and wording.isprintable())
    assert wording is None or wording_of(wording) == wording


@given(
    st.text("0123456789٠١٢٣٤٥٦٧٨٩０１２３", min_size=5, max_size=12),
    st.text(" -–./()_\u200b ", max_size=3),
    st.text(max_size=20),
)
def test_no_long_number_is_kept_however_it_is_parted(digits: str, between: str, around: str) -> None:
    assert wording_of(f"{around} {between.join(digits)} {around}") is None


def test_nothing_is_to_be_taken_before_three_chats_have_asked() -> None:
    notebook = Notebook()
    assert not noted(notebook, QUESTION, LEAST_CHATS - 1)
    assert taken(notebook) == []
    assert noted(notebook, QUESTION, 1, first=LEAST_CHATS)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]
    assert taken(notebook) == []


def test_a_chat_counts_once_before_and_after_it_is_taken() -> None:
    notebook = Notebook()
    for _ in range(1_000):
        notebook.note(STORY, QUESTION, ChatKey("test", "0"), TODAY)
    assert taken(notebook) == []
    noted(notebook, QUESTION)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]
    assert not noted(notebook, QUESTION)
    assert taken(notebook) == []
    assert noted(notebook, QUESTION, 2, first=LEAST_CHATS)
    assert taken(notebook) == [(QUESTION, 2)]


def test_chats_of_two_platforms_with_one_number_are_two() -> None:
    notebook = Notebook()
    for platform in ("telegram", "discord", "test"):
        notebook.note(STORY, QUESTION, ChatKey(platform, "1"), TODAY)
    assert taken(notebook) == [(QUESTION, 3)]


def test_wordings_of_one_question_count_together_and_the_shortest_is_shown() -> None:
    notebook = Notebook()
    wordings = ("so who, please, pays for the LIGHTHOUSE", QUESTION, "for the lighthouses, who will be paying??")
    for chat, wording in zip(chats(3), wordings, strict=True):
        notebook.note(STORY, wording, chat, TODAY)
    assert taken(notebook) == [(QUESTION, 3)]


def test_two_questions_and_two_stories_are_apart() -> None:
    notebook = Notebook()
    for chat, wording in zip(chats(3), ("Who pays for it?", "When do they pay?", "Where do they pay?"), strict=True):
        notebook.note(STORY, wording, chat, TODAY)
    for chat, story in zip(chats(3), ("one", "two", "three"), strict=True):
        notebook.note(story, QUESTION, chat, TODAY)
    assert taken(notebook) == []


def test_one_chat_pushes_out_nobody_elses_question() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION, LEAST_CHATS - 1)
    for number in range(MOST_IN_MEMORY + 10):
        notebook.note(STORY, f"Who is {letters(number)}?", ChatKey("test", "flood"), TODAY)
    noted(notebook, QUESTION, 1, first=7)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]


def test_of_one_chat_the_newest_questions_wait() -> None:
    notebook = Notebook()
    questions = [f"Who is {letters(number)}?" for number in range(MOST_OF_A_CHAT + 1)]
    for question in questions:
        notebook.note(STORY, question, ChatKey("test", "flood"), TODAY)
    for question in questions:
        noted(notebook, question, LEAST_CHATS - 1)
    assert [wording for wording, _ in taken(notebook)] == questions[1:]


def test_memory_holds_so_many_questions_and_the_longest_not_asked_goes() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION, LEAST_CHATS - 1)
    noted(notebook, "Is there a zeppelin?", LEAST_CHATS - 1)
    noted(notebook, QUESTION, 1)
    for number in range(MOST_IN_MEMORY - 1):
        notebook.note(STORY, f"Who is {letters(number)}?", ChatKey("test", f"{100 + number}"), TODAY)
    assert noted(notebook, QUESTION, 1, first=7)
    assert not noted(notebook, "Is there a zeppelin?", 1, first=7)


def test_new_questions_find_room_among_many_that_are_asked_more() -> None:
    notebook = Notebook()
    for number in range(MOST_IN_MEMORY + 10):
        noted(notebook, f"Who is {letters(number)}?", LEAST_CHATS, first=LEAST_CHATS * number)
    assert len(taken(notebook)) == MOST_IN_MEMORY
    noted(notebook, QUESTION)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]


def test_so_many_chats_are_told_apart() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION, MOST_CHATS + 10)
    assert taken(notebook) == [(QUESTION, MOST_CHATS)]


def test_what_was_last_asked_too_long_ago_is_forgotten() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION, LEAST_CHATS - 1)
    last = TODAY + timedelta(days=DAYS_KEPT)
    assert taken(notebook, last) == []
    assert taken(notebook, last + timedelta(days=1)) == []
    noted(notebook, QUESTION, 1, first=7, day=last + timedelta(days=1))
    assert taken(notebook, last + timedelta(days=1)) == []


def test_the_day_on_which_it_is_asked_again_is_told_though_no_chat_is_new() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION)
    [first] = notebook.take(TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert noted(notebook, QUESTION, 1, day=tomorrow)
    assert notebook.take(tomorrow) == [Count(first.key, QUESTION, 0, tomorrow)]


def test_what_found_no_room_in_the_store_is_taken_whole_with_the_next_chat() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION)
    notebook.not_kept(notebook.take(TODAY))
    assert taken(notebook) == []
    assert noted(notebook, QUESTION, 1, first=LEAST_CHATS)
    notebook.not_kept(notebook.take(TODAY))
    assert noted(notebook, QUESTION, 1, first=LEAST_CHATS + 1)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS + 2)]
    assert noted(notebook, QUESTION, 1, first=LEAST_CHATS + 2)
    assert taken(notebook) == [(QUESTION, 1)]


def test_what_the_store_kept_and_dropped_begins_anew() -> None:
    notebook = Notebook()
    noted(notebook, QUESTION)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]
    noted(notebook, QUESTION, 1, first=LEAST_CHATS)
    notebook.not_kept([*notebook.take(TODAY), Count(Key("unknown", "x"), "x", 1, TODAY)])
    assert not noted(notebook, QUESTION, LEAST_CHATS - 1)
    assert noted(notebook, QUESTION)
    assert taken(notebook) == [(QUESTION, LEAST_CHATS)]


@given(st.text(max_size=400))
def test_whatever_is_asked_is_no_fault(question: str) -> None:
    notebook = Notebook()
    noted(notebook, question)
    for count in notebook.take(TODAY):
        assert count.key.words.isascii()
        assert len(count.key.words) <= 2 * LONGEST


def letters(number: int) -> str:
    """A name for a number, without digits."""
    return "x" + str(number).translate(str.maketrans("0123456789", "bcdfghjklm")) + "x"


async def test_the_desk_notes_what_a_story_does_not_say() -> None:
    asker = Asker()
    card = await asker.ask("who pays for the lighthouse")
    assert "The story does not" in text(card)
    assert asker.unanswered == [("harbour", "who pays for the lighthouse", asker.chat)]


async def test_a_question_of_another_story_is_noted_there() -> None:
    asker = Asker(harbour(), seasons())
    await asker.ask("/ask seasons/zeppelin")
    assert asker.unanswered == [("seasons", "zeppelin", asker.chat)]


@pytest.mark.parametrize(
    "said", ["hello", "thanks", "?!", "the", "/who zeppelin", "/ask", "aydin", "/summary", "/nonsense"]
)
async def test_the_desk_notes_nothing_else(said: str) -> None:
    asker = Asker()
    await asker.ask(said)
    assert asker.unanswered == []


async def test_searching_and_links_note_nothing() -> None:
    asker = Asker()
    await asker.desk.search(asker.chat, "who pays for the lighthouse")
    await asker.press(Invocation("start", "ask-zeppelin"))
    assert asker.unanswered == []


def test_memory_does_not_know_who_asked() -> None:
    notebook, other = Notebook(), Notebook()
    for each in (notebook, other):
        each.note(STORY, QUESTION, ChatKey("telegram", "the-chat-of-ida"), TODAY)
    held, held_elsewhere = repr(vars(notebook)), repr(vars(other))
    assert QUESTION in held
    assert "ida" not in held
    assert held != held_elsewhere  # under keys of their own
