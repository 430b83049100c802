import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "election elections elected",
        "sanction sanctions sanctioned",
        "serb serbs",
        "plan plans planned planning",
        "announce announces announced announcing",
        "country countries",
        "match matches matched",
        "meet meets met meeting meetings",
        "separate separates separated separation",
        "agree agrees agreed agreeing",
        "die dies died dying",
        "study studies studied studying",
        "pass passes passed passing",
        "travel travels traveled travelled travelling",
        "control controls controlled",
        "use uses used using",
        "bridge bridges",
        "gas gases",
        "build builds built building",
        "call calls called calling",
        "refer refers referred",
    ],
)
def test_the_forms_of_one_word_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("news", "new"), ("king", "kin"), ("thing", "the"), ("pass", "pas"), ("nation", "nat"), ("red", "reed")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True))
def test_every_word_has_a_stem(word: str) -> None:
    assert stem(word)
