"""Words as they are spelt in Latin letters, their stems and roots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.questions.tokens import root, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. said: no!", ["the", "us", "said", "no"]),
        ("Putin’s and Karrow's", ["putin", "and", "karrow"]),
        ("Путин", ["putin"]),
        ("3,500 people at 19:30 on the 4th", ["3,500", "people", "at", "19:30", "on", "the", "4"]),
        ("€20 is 5%", ["eur", "20", "is", "5", "%"]),
        ("don't", ["dont"]),
        ("🙂 … —", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


def test_capitals() -> None:
    assert [(token.capital, token.acronym) for token in tokens("US Leyla us A")] == [
        (True, True),
        (True, False),
        (False, False),
        (True, False),
    ]


@pytest.mark.parametrize(("one", "other"), [("payment", "payer"), ("elected", "election"), ("dismissal", "dismissed")])
def test_words_of_one_root(one: str, other: str) -> None:
    [first], [second] = tokens(one), tokens(other)
    assert first.root == second.root


def test_a_root_is_never_too_short() -> None:
    assert [root(word) for word in ("thing", "ally", "er")] == ["thing", "ally", "er"]


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for token in tokens(text):
        assert token.text
        assert token.stem
        assert token.root


def test_a_month_is_no_verb_that_is_spelt_like_it() -> None:
    def second(text: str) -> str:
        return next(token.stem for token in tokens(text) if token.text in ("march", "may", "marched"))

    assert second("on 5 March") == second("in March") != second("They march in the square")
    assert second("They marched") == second("The march was long") == second("March of the supporters")
    assert second("by May 2031") != second("It may rain")
