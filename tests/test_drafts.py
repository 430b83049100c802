"""The keys of the development articles are true to their articles, and the drafts hold against them."""

import pytest

from bot.core.stories.dates import EdtfDate
from tests.drafts import ARTICLES, FIELDS, Keyed, Score, faults_of_key, keyed, scored

KEYED = keyed()
LEAST = {
    "quotations": 0.95,
    "speakers": 0.85,
    "dates": 0.85,
    "entities": 0.9,
    "merged": 0.95,
    "roles": 0.65,
    "claims": 0.75,
    "events": 0.8,
}


@pytest.mark.parametrize("each", KEYED, ids=lambda each: each.name)
def test_a_key_is_true_to_its_article(each: Keyed) -> None:
    assert list(faults_of_key(each)) == []
    for kind in ("dates", "events"):
        for entry in each.listed(kind):
            for date in filter(None, (entry["date"], *(entry.get("also") or ()))):
                assert EdtfDate.parse(str(date)), "a key names dates as story files do"


def test_no_article_lies_there_without_a_key() -> None:
    articles = {file.name for file in ARTICLES.iterdir() if file.suffix in (".txt", ".html")}
    assert articles == {each.key["article"] for each in KEYED}


def test_there_are_articles_enough_in_each_language() -> None:
    languages = [each.key["language"] for each in KEYED]
    assert len(languages) >= 16
    assert languages.count("en") >= 8
    assert sum(tag in ("bs", "hr", "sr") for tag in languages) >= 4
    assert languages.count("ru") >= 4


def test_drafts_find_what_the_keys_name_and_ask_about_no_more_than_a_third() -> None:
    total = Score()
    for each in KEYED:
        total.add(scored(each.drafted(), each))

    found = {name: total.right[name] / total.asked[name] for name in FIELDS}
    assert {name: share for name, share in found.items() if share < LEAST.get(name, 0)} == {}
    assert total.faults["inventions"] == 0
    assert total.faults["junk"] <= 0.15 * total.named
    assert total.doubted <= total.items / 3
