"""Links in cards lead to pages of the web and nowhere else."""

import pytest

from bot.core.wording.cards import Card, Item, Link, Note, Paragraph, citation_of, link, plain
from tests.strategies import NO_URLS, URLS


@pytest.mark.parametrize("url", URLS)
def test_words_lead_to_a_page(url: str) -> None:
    assert link("The Gazette", url) == Link("The Gazette", url)
    assert plain(("By ", link("The Gazette", url))) == "By The Gazette"


@pytest.mark.parametrize("url", NO_URLS)
def test_there_is_no_link_to_anything_else(url: str) -> None:
    assert link("The Gazette", url) == "The Gazette"
    with pytest.raises(ValueError, match="no link"):
        Link("The Gazette", url)


@pytest.mark.parametrize("words", [None, "", " "])
def test_a_link_without_words_shows_its_host(words: str | None) -> None:
    assert link(words, "https://gazette.example/bridge?page=2") == Link(
        "gazette.example", "https://gazette.example/bridge?page=2"
    )


def test_citations_lead_to_the_page_where_one_is_published() -> None:
    path = "/stories/harbour#fact-length"
    card = Card("T", (Paragraph(("Long.",), "¶ 2", path), Item(("Wide.",), "¶ 3"), Note(("Small.",))))
    assert card.linked(None) is card
    first, *others = card.linked("https://news.example.org").blocks
    assert first == Paragraph(("Long.",), "¶ 2", f"https://news.example.org{path}")
    assert isinstance(first, Paragraph)
    assert citation_of(first) == Link("¶ 2", f"https://news.example.org{path}")
    assert citation_of(Paragraph(("Long.",), "¶ 2", path)) == "¶ 2"
    assert others == list(card.blocks[1:])
    assert card.linked("https://news.example.org").citations == ("¶ 2", "¶ 3")
