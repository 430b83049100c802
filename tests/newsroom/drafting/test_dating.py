"""Date expressions are found and counted, in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.dating import datings_of, publication_of, readings, redated
from tests.newsroom.drafting.dated import ENGLISH, PUBLISHED, RUSSIAN, SOUTH_SLAVIC, Told
from tests.strategies import texts

LANGUAGES = st.sampled_from(("en", "bs", "sr", "hr", "ru", "de"))
SENTENCES = [*ENGLISH, *SOUTH_SLAVIC, *RUSSIAN]
WORDS = sorted({word for text, _ in SENTENCES for word in text.split()})


def _told(text: str, language: str) -> list[tuple[str, str | None]]:
    found = datings_of(Article(("News", text), language), PUBLISHED)
    return [(each.text, each.date.text if each.date else None) for each in found]


@pytest.mark.parametrize("told", ENGLISH, ids=lambda told: told[0])
def test_english_dates_are_counted_from_the_day_of_publication(told: Told) -> None:
    assert _told(told[0], "en") == told[1]


@pytest.mark.parametrize("told", SOUTH_SLAVIC, ids=lambda told: told[0])
def test_south_slavic_dates_are_counted_in_both_scripts(told: Told) -> None:
    assert _told(told[0], "bs") == told[1]


@pytest.mark.parametrize("told", RUSSIAN, ids=lambda told: told[0])
def test_russian_dates_are_counted(told: Told) -> None:
    assert _told(told[0], "ru") == told[1]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | texts(), LANGUAGES, st.dates())
def test_any_text_is_read_without_an_error(text: str, language: str, published: date) -> None:
    article = Article(("News", text), language)
    for each in datings_of(article, published):
        assert each.text == article.text(each.span)
        assert each.text
        for found in (each.date, *each.alternatives):
            assert found is None or EdtfDate.parse(found.text) == found
    publication = publication_of(article, published)
    assert publication is None or (publication.date is not None and publication.text == article.text(publication.span))
    for one in redated(article, published, date(2031, 4, 18)):
        assert one.was != one.now
    assert "2014" not in map(str, readings(article, published, [1], "2014"))


def test_another_day_of_publication_moves_what_is_counted_from_it() -> None:
    article = Article(("News", "The council votes on Monday. The mill burned down in 2014."), "en")
    moved = redated(article, PUBLISHED, date(2031, 5, 2))
    assert [(each.paragraph, each.text, str(each.was), str(each.now)) for each in moved] == [
        (1, "Monday", "2031-04-21", "2031-05-05")
    ]


def test_a_weekday_without_a_verb_is_in_doubt() -> None:
    (found,) = datings_of(Article(("News", "A word about Thursday."), "en"), PUBLISHED)
    assert [each.weight for each in found.doubts] == [4]
    assert [str(each) for each in found.alternatives] == ["2031-04-24"]


def test_a_date_that_contradicts_its_weekday_is_in_doubt() -> None:
    (found,) = datings_of(Article(("News", "It opens on Monday, 9 May 2031."), "en"), PUBLISHED)
    assert [each.why for each in found.doubts] == ["the article says Monday, but 2031-05-09 is a Friday"]


def test_a_clock_time_gets_the_zone_that_it_names_or_that_is_given() -> None:
    article = Article(("News", "Doors open at 7 p.m. on 4 May, and at 1900 GMT on 5 May."), "en")
    assert [str(each.date) for each in datings_of(article, PUBLISHED, "Europe/Sarajevo")] == [
        "2031-05-04T19:00+02:00",
        "2031-05-05T19:00Z",
    ]


def test_other_readings_of_a_date_are_offered() -> None:
    article = Article(("News", "The council votes next Sunday, and met on 2 April."), "en")
    assert [str(each) for each in readings(article, PUBLISHED, [1], "2031-04-20")][:1] == ["2031-04-27"]


@pytest.mark.parametrize(
    ("paragraphs", "published"),
    [
        (("Ferry to stop", "SPLIT, April 18 — The ferry will stop."), "2031-04-18?"),
        (("Ferry to stop", "Published: 18 April 2031", "The ferry will stop."), "2031-04-18"),
        (("Trajekt staje", "Sarajevo, 18. 4. 2031. – Trajekt staje."), "2031-04-18"),
        (("Ferry to stop", "By Ana Kos", "Friday, 18 April 2031"), "2031-04-18"),
        (("Ferry to stop", "The ferry sank on 12 April 2031. A hearing is set for 4 May 2031."), "2031-04-12?"),
        (("Паром остановят", "Опубликовано 18 апреля 2031 года", "Паром остановят."), "2031-04-18"),
        (("Ferry to stop", "The ferry will stop tomorrow."), None),
    ],
)
def test_the_day_of_publication_is_told_by_a_date_line_or_inferred(
    paragraphs: tuple[str, ...], published: str | None
) -> None:
    language = "ru" if "а" in paragraphs[0] and "П" in paragraphs[0] else "bs" if "staje" in paragraphs[0] else "en"
    found = publication_of(Article(paragraphs, language), date(2031, 4, 20))
    assert (found and str(found.date)) == published
