"""Tests of who is reported to have said what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.drafting.article import Article, Attribution
from bot.newsroom.drafting.quoting import attributions_of
from tests.newsroom.drafting.said import QUOTED, TOLD, Said

_MARKS = ("“", "”", "„", "«", "»", '"', "‘", "’", "'", "— ", "– ", ", ", ". ", ": ", "\n\n")
_WORDS = ("said ", "Ana Berg ", "da ", "что ", "he ", "told ", "according to ", "rekao je ", "заявил ", "declined to ")
_PIECES = st.sampled_from((*_MARKS, *_WORDS, "the boat was late", "не "))


def _in_words(article: Article, said: Attribution) -> str:
    speakers = " + ".join(each.text for each in said.speakers)
    words = f"{article.text(said.content)} < {speakers}"
    return f"{words} @ {said.via.text}" if said.via else words


def _read(text: str, language: str) -> Article:
    return Article(("A headline", *text.split("\n\n")), language)


@pytest.mark.parametrize("case", [*QUOTED, *TOLD], ids=lambda case: case.text[:40])
def test_what_is_said_is_found_with_who_says_it(case: Said) -> None:
    article = _read(case.text, case.language)

    found = attributions_of(article)

    assert tuple(_in_words(article, each) for each in found if each.quoted) == case.quotations
    assert tuple(_in_words(article, each) for each in found if not each.quoted and not each.denied) == case.claims


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    article = _read("“We came in May,” said Lee.\n\n“Nobody met us, nobody at all.\n\n“So we left.”", "en")

    found = attributions_of(article)

    assert [_in_words(article, each) for each in found] == [
        "We came in May, < Lee",
        "Nobody met us, nobody at all. < Lee",
        "So we left. < Lee",
    ]


def test_the_speaker_may_be_named_in_the_sentence_before() -> None:
    article = _read("Rita Moss looked at the empty square. “Nobody told us that it would close.”", "en")

    (said,) = attributions_of(article)

    assert [each.text for each in said.speakers] == ["Rita Moss"]
    assert said.doubts, "an editor is asked, as nothing says that she says it"


def test_who_declines_to_say_something_claims_nothing() -> None:
    (said,) = attributions_of(_read("A spokeswoman declined to say whether jobs were at risk.", "en"))

    assert said.denied


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["en", "bs", "sr", "ru", "xx"]))
def test_whatever_the_marks_are_each_part_stands_in_its_paragraph(pieces: list[str], language: str) -> None:
    article = _read("".join(pieces), language)

    for said in attributions_of(article):
        for span in (said.content, *(mention.span for mention in said.speakers)):
            assert 0 <= span.start < span.end <= len(article.paragraphs[span.paragraph])
        for mention in (*said.speakers, said.via, said.to):
            assert mention is None or article.text(mention.span) == mention.text


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    attributions_of(_read(text, "en"))
