"""An article is read from a text or a page: its paragraphs, its language, and what the page says about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import NoArticle
from bot.newsroom.article import paragraphs_of
from bot.newsroom.drafting.languages import language_of
from bot.newsroom.drafting.reading import MAX_PAGE, read_article
from bot.newsroom.tree import invisible

PAGE = """<!doctype html><html lang="en"><head><title>Ferry to run at night | Harbour News</title>
<meta property="og:site_name" content="Harbour News">
<meta property="og:image" content="https://news.example/ferry.jpg"><meta property="og:image:alt" content="A ferry">
<meta property="article:published_time" content="2031-04-17T22:10:00Z">
<link rel="canonical" href="https://news.example/ferry">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
 "headline": "Ferry to run at night", "datePublished": "2031-04-18T00:10:00+02:00",
 "author": [{"@type": "Person", "name": "Ida Brandt"}, {"name": "Tomas Weller"}]}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry to run at night</h1><time datetime="2031-04-18">18 April</time>
<p>The ferry to the island will run at night from May on, the harbour office told its passengers.</p>
<h2>More boats</h2><p>Two <b>more</b> boats are <a href="/x">on their way</a> &amp; due in June.<script>alert(1)
</script></p>
<ul><li>One is blue, and it was built in the yard of the town in the year 1998.</li></ul>
<p>"Nobody has asked us," said the captain, who has sailed the boat for more than thirty years.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_words_and_what_it_says_about_itself() -> None:
    article = read_article(PAGE.encode(), url="https://news.example/ferry?utm=1")
    assert article.paragraphs == (
        "Ferry to run at night",
        "The ferry to the island will run at night from May on, the harbour office told its passengers.",
        "More boats",
        "Two more boats are on their way & due in June.",
        "One is blue, and it was built in the yard of the town in the year 1998.",
        '"Nobody has asked us," said the captain, who has sailed the boat for more than thirty years.',
    )
    assert (article.language, article.published) == ("en", date(2031, 4, 18))
    source = article.source
    assert (source.publisher, source.byline) == ("Harbour News", "Ida Brandt, Tomas Weller")
    assert source.url == "https://news.example/ferry"
    assert source.picture
    assert (source.picture.url, source.picture.alt) == ("https://news.example/ferry.jpg", "A ferry")


def test_of_a_short_page_too_only_the_article_is_taken() -> None:
    page = """<html><body><header><p>Harbour News</p><ul><li><a href="/s">Sport</a></li></ul></header>
    <main><article><h1>Ferry is late</h1><p>The ferry is late.</p></article></main>
    <aside><p>Sign up!</p></aside><footer><p>Contact us</p></footer></body></html>"""
    assert read_article(page.encode()).paragraphs == ("Ferry is late", "The ferry is late.")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2131-01-02">', date(2131, 1, 2)),
        ('<meta itemprop="datePublished" content="2031-01-02T23:00:00-05:00">', date(2031, 1, 2)),
        ('<meta property="article:published_time" content="Fri, 18 Apr 2031 10:00:00 +0000">', date(2031, 4, 18)),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "soon"}</script>', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [[[</script>', None),
        ('<script type="application/ld+json">' + "[" * 5_000 + "</script>", None),
        ('<meta name="date" content="0001-01-01">', None),
        ("", None),
    ],
)
def test_a_day_is_taken_as_the_page_states_it_however_far_ahead(head: str, published: date | None) -> None:
    page = f"<html><head><title>A ferry</title>{head}</head><body><p>The ferry is late.</p></body></html>"
    assert read_article(page.encode()).published == published


def test_the_date_of_a_time_element_is_taken_where_nothing_else_tells_one() -> None:
    page = "<html><body><h1>A ferry</h1><time datetime='2031-04-18T10:00'>Friday</time><p>It is late.</p></body></html>"
    assert read_article(page.encode()).published == date(2031, 4, 18)


def test_links_that_readers_could_not_open_are_left_out() -> None:
    page = """<html><head><link rel=canonical href="/ferry"><meta property="og:url" content="javascript:alert(1)">
    <meta property="og:image" content="data:image/png;base64,xx"></head><body><p>The ferry is late.</p></body></html>"""
    source = read_article(page.encode()).source
    assert (source.url, source.picture) == (None, None)
    assert read_article(page.encode(), url="http://news.example/a").source.url == "http://news.example/a"


def test_a_text_has_its_blocks_as_paragraphs() -> None:
    text = "\ufeffFerry to run\n\nBy Ida Brandt\n\nThe ferry\nruns.\n\n\nIt is\u200b late.\n"
    article = read_article(text.encode())
    assert article.paragraphs == ("Ferry to run", "By Ida Brandt", "The ferry runs.", "It is late.")
    assert article.source.byline == "Ida Brandt"
    assert paragraphs_of("\n\n".join(article.paragraphs)) == [*article.paragraphs]


def test_a_text_without_blank_lines_has_its_lines_as_paragraphs_if_they_are_sentences() -> None:
    assert read_article(b"Ferry to run\nIt runs.\nIt is late.").paragraphs == (
        "Ferry to run",
        "It runs.",
        "It is late.",
    )
    assert read_article(b"The ferry runs at\nnight, and it is\nlate.").paragraphs == (
        "The ferry runs at night, and it is late.",
    )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no text"),
        (b" \n\n ... \n", "no text"),
        (b"<html><body></body></html>", "no text"),
        (b"<html>" + b"<i>" * 250_000, "tags"),
        (b"a" * (MAX_PAGE + 1), "larger than 5,000,000 bytes"),
        (b"word " * 300_000, "larger than 1,000,000 bytes"),
        ("Прве вести".encode("cp1251"), "not UTF-8"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(raw: bytes, why: str) -> None:
    with pytest.raises(NoArticle, match=why) as caught:
        read_article(raw)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "nest", ["<div>", "<b>", "<table><tr><td>", "<blockquote><p>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"]
)
def test_a_page_that_is_nested_without_end_is_read_or_refused(nest: str) -> None:
    try:
        article = read_article(f"<html><body><p>A ferry.</p>{nest * 20_000}late".encode())
    except NoArticle:
        return
    assert article.paragraphs


@given(st.one_of(st.text(), st.text().map(lambda text: f"<html><body><p>{text}</p></body></html>")))
def test_any_text_is_an_article_of_visible_words_or_none(text: str) -> None:
    try:
        article = read_article(text.encode("utf-8", "replace"))
    except NoArticle:
        return
    assert all(article.paragraphs)
    assert not any(map(invisible, article.paragraphs))
    assert paragraphs_of("\n\n".join(article.paragraphs)) == [*article.paragraphs]


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("The ferry will be late, and the captain said that it was not his fault.", "", "en"),
        ("Predsednik je rekao da će se to dogoditi posle utorka i da je vreme lepo.", "", "sr"),
        ("Predsjednik je rekao da će se to dogoditi poslije utorka i da je vrijeme lijepo.", "", "bs"),
        ("Predsjednik je rekao da će se to dogoditi poslije utorka i da je vrijeme lijepo.", "hr-HR", "hr"),
        ("Tko je rekao da će se to dogoditi u tjednu nakon travnja, pita tvrtka.", "", "hr"),
        ("Премијер је рекао да ће се то догодити после уторка.", "ru", "sr"),
        ("Президент сказал, что это произойдёт после вторника.", "", "ru"),
        ("Der Bürgermeister und die Stadt haben das nicht gesagt.", "", "de"),
        ("Hello", "", "en"),
        ("One para is here. Two para.", "", "en"),
        ("Hello", "pt-BR", "pt"),
        ("", "not a tag", "en"),
    ],
)
def test_the_language_is_told_by_its_words(text: str, stated: str, language: str) -> None:
    assert language_of(text, stated) == language
