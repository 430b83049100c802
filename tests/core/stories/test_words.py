import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.words import (
    Kind,
    Part,
    Words,
    WordsOfStories,
    asked,
    asks_for_something,
    content,
    spellings,
    typed_words,
)
from tests.stories import HARBOUR, harbour, seasons, synthetic

WORDS = Words(harbour())


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("engineers", [Part(Kind.ENTITY, 0), Part(Kind.SENTENCE, 1)]),
        ("an engineer of the bridge", [Part(Kind.ENTITY, 0)]),
        ("moneys", [Part(Kind.TOPIC, 1)]),
        ("Istanbul", [Part(Kind.EVENT, 0)]),
        ("works", [Part(Kind.EVENT, 2)]),
        ("withstood storms", []),
        ("withstanding storms", [Part(Kind.FACT, 1)]),
        ("1987", [Part(Kind.FACT, 2)]),
        ("churches", [Part(Kind.QUOTATION, 0)]),
        ("doubted", [Part(Kind.SENTENCE, 1)]),
        ("nearing", [Part(Kind.HEADLINE, 0)]),
        ("reporting harbour", [Part(Kind.ABOUT, 0)]),
        ("February 1987", []),
        ("paragraph 5", [Part(Kind.FACT, 2)]),
        ("¶5", [Part(Kind.FACT, 2)]),
        ("penguins", []),
        ("the of", []),
    ],
)
def test_finds_the_parts_that_hold_every_word(typed: str, parts: list[Part]) -> None:
    assert WORDS.holding(content(typed)) == parts


def test_a_joined_word_is_found_by_its_parts_and_whole() -> None:
    facts = [{"text": "The mayor seeks re-election.", "paragraph": 1}]
    words = Words(harbour(facts=facts))
    for typed in ("re-election", "reelection", "elections", "re-elected"):
        assert words.holding(content(typed), Kind.FACT) == [Part(Kind.FACT, 0)], typed


@pytest.mark.parametrize("typed", ["2031-05-04", "4.5.2031", "04/05/2031", "5/24/2031", "24.5.2031", "on 4.05.2031!"])
def test_a_day_in_digits_is_found_in_words(typed: str) -> None:
    facts = [{"text": f"It opens on {day}.", "paragraph": 1} for day in ("4 May 2031", "2031-05-24")]
    found = Words(harbour(facts=facts)).holding(content(typed), Kind.FACT)
    assert found == [Part(Kind.FACT, int("24" in typed))]


@pytest.mark.parametrize("written", ["410,000", "410.000", "410 000", "410\u202f000", "410000"])
@pytest.mark.parametrize("typed", ["410,000", "410 000 euros", "410000", "€410.000"])
def test_a_large_number_is_found_however_it_is_written(written: str, typed: str) -> None:
    words = Words(harbour(facts=[{"text": f"It cost {written} euros in 2031.", "paragraph": 1}]))
    assert words.holding(content(typed), Kind.FACT) == [Part(Kind.FACT, 0)]
    assert words.holding(content("2031"), Kind.FACT)


@pytest.mark.parametrize("typed", ["2031-02-30", "31.13.2031", "99.99.9999", "1.2.0000"])
def test_what_is_no_day_stays_as_it_is(typed: str) -> None:
    assert typed_words(typed) == [typed]


@pytest.mark.parametrize("status", ["postponed", "cancelled", "held"])
def test_what_became_of_an_event_is_found(status: str) -> None:
    words = Words(harbour(events=[{**HARBOUR["events"][0], "status": status}]))
    assert words.holding(content(status)) == [Part(Kind.EVENT, 0)]
    assert not Words(harbour(events=HARBOUR["events"][:1])).holding(content("scheduled"))


def test_where_the_story_and_its_changes_come_from_is_found() -> None:
    change = {"changed": "2031-03-01", "start": "2031-04-07", "status": "scheduled", "source": {"publisher": "Tidings"}}
    moved = {**HARBOUR["events"][0], "status": "rescheduled", "history": [change]}
    picture = {"url": "https://news.example/p.jpg", "alt": "A crane at dusk", "credit": "Özil"}
    source = {"publisher": "The Beacon", "byline": "Zoë Ångström", "picture": picture}
    words = Words(harbour(events=[moved], source=source))
    for typed in ("Tidings", "7 April"):
        assert words.holding(content(typed)) == [Part(Kind.EVENT, 0)], typed
    for typed in ("beacon", "Ångström", "dusk", "Özil"):
        assert words.holding(content(typed)) == [Part(Kind.ABOUT, 0)], typed


def test_another_script_is_found_in_latin_letters() -> None:
    facts = [{"text": "Састанак је почео.", "paragraph": 1}]
    assert Words(harbour(facts=facts)).holding(content("sastanak")) == [Part(Kind.FACT, 0)]


def test_small_words_count_nowhere_and_weak_ones_alone() -> None:
    assert spellings("What did everybody say about it?") == ["say"]
    assert spellings("everybody!") == ["everybody"]
    assert spellings("who is it") == []


def test_a_word_in_capitals_is_no_small_word() -> None:
    assert spellings("what about the US and the WHO?") == ["us", "who"]
    assert spellings("WHO ARE YOU") == []
    words = Words(
        harbour(facts=[{"text": "The US uses it.", "paragraph": 1}, {"text": "They use it.", "paragraph": 1}])
    )
    assert words.holding(content("US"), Kind.FACT) == [Part(Kind.FACT, 0)]
    assert words.holding(content("using"), Kind.FACT) == [Part(Kind.FACT, 0), Part(Kind.FACT, 1)]


@pytest.mark.parametrize("typed", ["", "?!", "🙂", "x", "\u202e", "\x00"])
def test_what_has_no_letters_has_no_words(typed: str) -> None:
    assert content(typed) == []


def test_the_nearest_part_shares_the_most_telling_words() -> None:
    assert WORDS.nearest(content("a bridge for penguins in storms"), limit=1) == [Part(Kind.FACT, 1)]
    assert WORDS.nearest(content("penguins")) == []


def test_finds_the_stories_that_hold_every_word() -> None:
    words = WordsOfStories([synthetic(1), harbour(), seasons()])
    assert words.holding(content("concerts")) == [1, 2]
    assert words.holding(content("concert stalls")) == [2]
    assert words.holding(content("penguins")) == []
    assert words.holding([]) == []


def test_stories_that_hold_little_of_the_words_are_not_likely() -> None:
    words = WordsOfStories([synthetic(1), harbour(), seasons()])
    assert words.likeliest(content("concert stalls"), 3) == [2, 1]
    assert words.likeliest(content("concert stalls of the winter market"), 3) == [2]
    assert words.likeliest(content("penguins"), 3) == []


@given(st.text())
def test_any_text_can_be_looked_for(typed: str) -> None:
    words = content(typed)
    assert len(words) <= 40
    WORDS.holding(words)
    assert len(WORDS.nearest(words)) <= 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("When is the match?", "when's the MATCH", True),
        ("Who’s playing the match", "who plays in a match?!", True),
        ("Whom did the mayor meet", "who did mayors meet", True),
        ("Please, where exactly is the match?", "where is exactly the match", True),
        ("When is the match?", "Where is the match?", False),
        ("When is the match?", "When is the concert?", False),
        ("the match", "When is the match?", False),
        ("Когда матч?", "Kogda match", True),
    ],
)
def test_questions_are_compared_by_what_they_ask(one: str, other: str, same: bool) -> None:
    assert (asked(one) == asked(other)) == same


@pytest.mark.parametrize(
    ("question", "asks"),
    [("Why?", False), ("???", False), ("how many are there", False), ("How many trams?", True), ("¶ 5", True)],
)
def test_a_question_asks_for_something_by_a_word_that_counts(question: str, asks: bool) -> None:
    assert asks_for_something(question) == asks
