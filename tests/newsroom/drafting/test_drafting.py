"""A draft is a valid story, whatever its article is like, and can be published once it is edited."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.stories.story import Source, parse_story
from bot.newsroom.article import compare_with_article
from bot.newsroom.checking import check_bytes
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.drafting import MOST_DRAFTED, REWRITE, Draft, draft
from bot.newsroom.drafting.reading import read_article
from bot.newsroom.source import read_source

TODAY = date(2031, 4, 21)
NIGHT_TRAM = """\
Night Tram Returns To Lindholt On May 4

By Vera Holm

Lindholt will have a night tram again for the first time since 2019, Mayor Ida Brandt told the Lindholt Courier.

The first one is to leave the harbour on May 4. The drivers' union doubts the plan; it says: #no "odd" signs.

"Nobody has asked us," said Tomas Weller.

SEE ALSO: Tram Repairs Run Over Budget
"""


def drafted(text: str, **options: Any) -> Draft:
    """A draft of a text."""
    return draft(read_article(text.encode()), TODAY, **options)


def without_reviews(data: Any) -> Any:
    """The data as an editor leaves it."""
    if isinstance(data, dict):
        return {key: without_reviews(value) for key, value in data.items() if key != "review"}
    return [without_reviews(each) for each in data] if isinstance(data, list) else data


def reviews(data: Any) -> list[str]:
    """What the editor is asked."""
    if isinstance(data, dict):
        return [each for key, value in data.items() for each in ([value] if key == "review" else reviews(value))]
    return [found for each in data for found in reviews(each)] if isinstance(data, list) else []


def check_draft(made: Draft) -> None:
    """It is valid by itself and against its article, says what its text says, asks little, and can be published."""
    raw, file = made.text.encode(), Path("content") / made.slug / "story.yaml"
    checked = check_bytes(raw, file)
    assert checked.problems == ()
    assert checked.story
    assert checked.draft
    assert yaml.load(made.text, yaml.BaseLoader) == as_text(made.data)
    problems = compare_with_article(checked.story, file, raw, made.article.paragraphs)
    assert [problem for problem in problems if not problem.is_warning] == []
    items = 2 + sum(len(value) for key, value in made.data.items() if isinstance(value, list))
    assert len(reviews(made.data)) <= max(1, items // 3)
    parse_story({**without_reviews(made.data), "slug": made.slug, "status": "published"})


def as_text(data: Any) -> Any:
    """Plain data as YAML has it before any typing."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, bool):
        return str(data).lower()
    return [as_text(each) for each in data] if isinstance(data, list) else str(data)


def test_an_articles_sentences_become_facts_and_quotations_with_their_paragraphs() -> None:
    made = drafted(NIGHT_TRAM)
    check_draft(made)
    assert made.slug == "night-tram-returns-to"
    assert made.data["headline"] == "Night Tram Returns To Lindholt On May 4"
    assert made.data["credit"]["text"] == "Reporting by Vera Holm."
    assert {fact["paragraph"] for fact in made.data["facts"]} == {2, 3}
    quotation = made.data["quotations"][0]
    assert (quotation["text"], quotation["paragraph"]) == ("Nobody has asked us", 4)
    said_by = {entity["id"]: entity["name"] for entity in made.data["entities"]}[quotation["said_by"]]
    assert said_by == "Tomas Weller"
    assert made.data["summary"][0]["paragraph"] == 2


def test_that_the_sentences_are_the_articles_is_said_once_unless_the_article_is_the_newsrooms_own() -> None:
    assert drafted(NIGHT_TRAM).text.replace("\n  ", " ").count(REWRITE) == 1
    own = drafted(NIGHT_TRAM, own=True)
    check_draft(own)
    assert own.data["credit"]["own"] is True
    assert REWRITE not in " ".join(reviews(own.data))


def test_what_the_page_states_stands_in_the_source() -> None:
    article = read_article(NIGHT_TRAM.encode())
    stated = Source(publisher="Lindholt Courier: News", url="https://news.example/tram?a=1#b", byline="Vera Holm")
    made = draft(Article(article.paragraphs, "en", date(2031, 4, 20), stated), TODAY)
    check_draft(made)
    assert made.data["source"] == {
        "publisher": "Lindholt Courier: News",
        "url": "https://news.example/tram?a=1#b",
        "byline": "Vera Holm",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "The ferry is late",
        "1931",
        "Ferry\n\n" + "word " * 20_000,
        "Ferry\n\n" + "Ida Brandt said it was late. " * 3_000,
        "A " + "very " * 100 + "long headline\n\nIt is late.",
        "Ferry\n\n“" + "We will not wait for anybody. " * 40 + "” said Ida Brandt.",
        "Ferry\n\n“" + "x" * 900 + " y” said Ida Brandt.",
        "Ferry\n\nnull: [a, b] # c\n\n- item\n\n'quoted' \"all\" & *so* !it %goes {on}.",
        "Der Bürgermeister\n\nDie Stadt hat das nicht gesagt. „Wir warten nicht“, sagte Anna Groß.",
        "船が遅れる\n\n船は五月に出る。「待たない」と市長は言った。",
        "عبارة\n\nالعبارة متأخرة. قال العمدة: «لن ننتظر».",
        "Паром опоздал\n\n«Мы не будем ждать», — сказал Иван Петров. Паром пойдёт в мае.",
        "Trajekt kasni\n\n„Nećemo čekati“, rekao je Ivan Petrović. Trajekt polazi 4. maja.",
        "\n\n".join(f"Paragraph {number} is here, and it is short." for number in range(12_000)),
    ],
    ids=lambda text: text[:20],
)
def test_odd_articles_become_valid_drafts_too(text: str) -> None:
    made = drafted(text)
    check_draft(made)
    assert sum(len(fact["text"]) for fact in made.data["facts"]) < 2 * MOST_DRAFTED


SPOKEN = (
    "Ida Brandt said told “We wait” \" the ferry on May 4 next Thursday . , 1931 7 p.m. Lindholt »ja« ' : # - … je"
    " rekao 2 сказал Иван в мае из Москвы Courier's U.S. 10:30 31/12 % \u00a0 e\u0301 ( ) [ ] { } & * ! | > @ `"
)
WORDS = st.sampled_from(SPOKEN.split(" "))
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=6).map("\n\n".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_article_becomes_a_valid_draft(text: str) -> None:
    if any(map(str.isalnum, text)):
        check_draft(drafted(text))


def test_the_reading_of_a_draft_needs_no_typing() -> None:
    source = read_source(drafted(NIGHT_TRAM).text.encode())
    assert source.faults == ()
