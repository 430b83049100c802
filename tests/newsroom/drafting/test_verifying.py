"""Nothing in a draft is invented: each name, number, date and quotation stands in its article."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.drafting import draft
from bot.newsroom.drafting.reading import read_article
from bot.newsroom.drafting.verifying import Verifier, inventions
from tests.newsroom.drafting.test_drafting import NIGHT_TRAM, TEXTS, TODAY, drafted

ARTICLES = sorted(
    each
    for each in (Path(__file__).parents[2] / "data" / "articles").glob("*")
    if each.suffix in (".txt", ".html") and each.stem != "README"
)


def found(data: Any, text: str = NIGHT_TRAM) -> list[tuple[str, str]]:
    """What a draft invents."""
    return [(each.kind, each.text) for each in inventions(data, read_article(text.encode()))]


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_no_draft_of_the_development_articles_invents_anything(file: Path) -> None:
    article = read_article(file.read_bytes(), is_html=file.suffix == ".html")
    for today in (date(2026, 12, 1), date(2031, 4, 21)):
        assert inventions(draft(article, today).data, article) == []


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_draft_of_any_article_invents_anything(text: str) -> None:
    if any(map(str.isalnum, text)):
        made = drafted(text)
        assert inventions(made.data, made.article) == []


@pytest.mark.parametrize(
    ("kind", "changes", "invention"),
    [
        ("facts", {"text": "Peter Smith starts it."}, ("name", "Peter")),
        ("facts", {"text": "The tram costs 75 euros."}, ("number", "75")),
        ("facts", {"text": "The tram starts on 9 June."}, ("date", "9.6.")),
        ("facts", {"text": "The tram starts at 7:45."}, ("date", "7:45")),
        ("facts", {"text": "They call it “a great mistake”."}, ("quotation", "a great mistake")),
        ("facts", {"date": "2031-06-09"}, ("date", "2031-06-09")),
        ("entities", {"name": "Peter Smith"}, ("name", "Peter Smith")),
        ("entities", {"aliases": ["Brandy"]}, ("name", "Brandy")),
        ("entities", {"role": "Head of NATO"}, ("name", "NATO")),
        ("quotations", {"text": "Somebody has asked us"}, ("quotation", "Somebody has asked us")),
        ("quotations", {"paragraph": 2}, ("quotation", "Nobody has asked us")),
    ],
)
def test_what_the_article_does_not_have_is_found(
    kind: str, changes: dict[str, Any], invention: tuple[str, str]
) -> None:
    data = drafted(NIGHT_TRAM).data
    data[kind][0] |= changes
    assert invention in found(data)


def test_a_day_of_publication_that_nothing_states_is_found() -> None:
    data = drafted(NIGHT_TRAM).data
    assert found({**data, "date": "2031-04-21?"}) == []
    assert found({**data, "date": "2031-04-21"}) == [("date", "2031-04-21")]
    assert ("name", "https://news.example") in found({**data, "source": {"url": "https://news.example"}})


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("The mayor spoke in Sarajevo. They agreed.", "They spoke in Sarajevo."),
        ("Gradonačelnik je govorio u Sarajevu.", "Sarajevo je čulo gradonačelnika."),
        ("Президент выступил в Москве.", "Москва слышала президента."),
        ("Trajekt polazi 4. maja.", "Trajekt polazi u maju, 4. maja."),
        ("The ferry leaves next Thursday.", "The ferry leaves on April 24."),
        ("It costs 1,500 euros.", "The price is 1500."),
    ],
)
def test_a_statement_in_other_words_is_no_invention(article: str, text: str) -> None:
    verifier = Verifier(read_article(f"Headline\n\n{article}".encode()), EdtfDate.parse("2031-04-18"))
    assert list(verifier.statement(text, [1])) == []


def test_a_statement_is_compared_with_the_paragraphs_that_it_cites() -> None:
    verifier = Verifier(read_article(b"Headline\n\nIda Brandt spoke.\n\nIt costs 75 euros."), EdtfDate.parse("2031"))
    assert list(verifier.statement("It costs 75 euros.", [1])) == [("number", "75")]
    assert list(verifier.statement("Ida Brandt says it costs 75 euros.", [1, 2])) == []
    assert list(verifier.statement("Ida Brandt spoke.", [99])) == [("name", "Ida"), ("name", "Brandt")]


def test_the_drafts_day_may_be_the_machines() -> None:
    assert draft(read_article(b"A ferry\n\nIt is late."), TODAY).published == EdtfDate.parse("2031-04-21?")
