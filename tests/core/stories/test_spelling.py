import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.spelling import base_forms, normalise


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("  MILORAD   Dodik ", "milorad dodik"),
        ("Додик", "dodik"),
        ("Đoković", "dokovic"),
        ("Dodik’s", "dodik"),
        ("Zelens'kyi", "zelenskyi"),
        ("U.S.", "us"),
        ("St. Petersburg", "st petersburg"),
        ("the United States", "united states"),
        ("\u202e?!", ""),
    ],
)
def test_names_are_compared_in_one_form(written: str, key: str) -> None:
    assert normalise(written) == key


@pytest.mark.parametrize(
    ("word", "base"), [("dodikom", "dodik"), ("moskve", "moskva"), ("republici", "republika"), ("rossii", "rossiya")]
)
def test_a_case_leads_back_to_the_name(word: str, base: str) -> None:
    assert base in base_forms(word)


@pytest.mark.parametrize("word", ["dodi", "ivan", "ana"])
def test_a_short_word_has_no_ending_to_lose(word: str) -> None:
    assert list(base_forms(word)) == [word]


@given(st.text())
def test_a_normal_form_is_its_own(typed: str) -> None:
    key = normalise(typed)
    assert normalise(key, limit=None) == key
    assert key.isascii()
