"""What is still to come is proposed as an event, with its name, date and status."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.drafting.article import Article, Found, Mention, Span
from bot.newsroom.drafting.date_cursor import Words
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.dating import datings_of
from bot.newsroom.drafting.happening import happenings_of, zone_of
from tests.newsroom.drafting.dated import PUBLISHED
from tests.newsroom.drafting.happened import ENGLISH, RUSSIAN, SOUTH_SLAVIC, Expected
from tests.strategies import texts

WORDS = sorted({word for text, _ in (*ENGLISH, *SOUTH_SLAVIC, *RUSSIAN) for word in text.split()})


class Cast:
    """A cast of places alone."""

    def __init__(self, *found: Found) -> None:
        self.found: Sequence[Found] = found


def _proposed(text: str, language: str) -> list[tuple[str, str, str]]:
    article = Article(("News", text), language)
    found = happenings_of(article, datings_of(article, PUBLISHED), Cast(), PUBLISHED)
    return [(each.name, str(each.dating.date), each.status) for each in found]


@pytest.mark.parametrize("expected", ENGLISH, ids=lambda expected: expected[0])
def test_english_sentences_tell_of_events(expected: Expected) -> None:
    assert _proposed(expected[0], "en") == expected[1]


@pytest.mark.parametrize("expected", SOUTH_SLAVIC, ids=lambda expected: expected[0])
def test_south_slavic_sentences_tell_of_events(expected: Expected) -> None:
    assert _proposed(expected[0], "bs") == expected[1]


@pytest.mark.parametrize("expected", RUSSIAN, ids=lambda expected: expected[0])
def test_russian_sentences_tell_of_events(expected: Expected) -> None:
    assert _proposed(expected[0], "ru") == expected[1]


def test_the_date_that_held_before_is_kept() -> None:
    article = Article(("News", "The hearing was postponed from 22 April to 29 April."), "en")
    (found,) = happenings_of(article, datings_of(article, PUBLISHED), Cast(), PUBLISHED)
    assert found.former is not None
    assert str(found.former.date) == "2031-04-22"


def test_sentences_that_tell_of_one_event_make_one() -> None:
    text = "The runoff is on 4 May.", "Both sides expect the runoff to be close.", "The runoff takes place next month."
    article = Article(("News", *text), "en")
    (found,) = happenings_of(article, datings_of(article, PUBLISHED), Cast(), PUBLISHED)
    assert str(found.dating.date) == "2031-05-04"
    assert {each.paragraph for each in found.others} == {2, 3}


def test_an_event_gets_the_place_of_its_sentence_and_the_zone_of_that() -> None:
    article = Article(("News", "The final starts at 20:00 on 4 May in Split."), "en")
    start = article.paragraphs[1].index("Split")
    split = Found(
        "split", "place", "Split", "", (), (Mention(Span(1, start, start + 5), "Split"),), zone="Europe/Zagreb"
    )
    cast = Cast(split)
    assert zone_of(article, cast) == "Europe/Zagreb"
    (found,) = happenings_of(article, datings_of(article, PUBLISHED, "Europe/Zagreb"), cast, PUBLISHED)
    assert found.place is not None
    assert (found.place.text, found.zone) == ("Split", "Europe/Zagreb")
    assert str(found.dating.date) == "2031-05-04T20:00+02:00"


@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | texts(),
    st.sampled_from(("en", "sr", "ru")),
    st.dates(),
)
def test_any_text_gives_names_that_stand_in_it(text: str, language: str, published: date) -> None:
    article = Article(("News", text), language)
    for each in happenings_of(article, datings_of(article, published), Cast(), published):
        assert each.name in article.paragraphs[each.sentence.paragraph]
        assert each.dating.date is not None


HOSTILE = (
    "the hearing on Friday and ",
    "“in two days” he said on Monday ",
    "3. ",
    "next ",
    "a day before ",
    "in May ",
    "“",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_the_work_grows_with_the_length_of_the_text_alone(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0
    plain = Words.__getitem__

    def counting(words: Words, place: int) -> Token:
        nonlocal looks
        looks += 1
        return plain(words, place)

    monkeypatch.setattr(Words, "__getitem__", counting)
    counts = []
    for length in (500, 1_000):
        looks = 0
        article = Article(("News", part * length), "en")
        happenings_of(article, datings_of(article, PUBLISHED), Cast(), PUBLISHED)
        counts.append(looks)
    assert counts[1] < 2.5 * counts[0]
