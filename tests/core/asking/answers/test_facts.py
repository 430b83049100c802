"""/facts: statements under their speakers' names, in pages, by topic, name or word."""

import pytest

from tests.asking import Asker, labels, text, texts
from tests.stories import harbour, synthetic


async def test_a_claim_is_its_speakers() -> None:
    facts = texts(await Asker().ask("/facts"))
    assert (
        "Leyla Aydın said: The bridge withstands any storm. [¶ 2, Leyla Aydın via Harbour Gazette, 20 February 2031]"
        in facts
    )
    assert "Background: An older bridge fell in 1987. [¶ 5]" in facts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("safety", "Safety"), ("Safety", "Safety"), ("saftey", "Safety"), ("Harbour Bridge", "Harbour Bridge")],
)
async def test_facts_about_a_topic_or_a_name(typed: str, meant: str) -> None:
    card = await Asker().ask(f"/facts {typed}")
    assert card.title == f"The facts: {meant}"
    assert len(card.citations) == 2


async def test_facts_that_hold_a_word() -> None:
    assert "older bridge" in text(await Asker().ask("/facts older"))


async def test_facts_about_nothing_offer_the_topics() -> None:
    card = await Asker().ask("/facts penguins")
    assert "states nothing about “penguins”" in text(card)
    assert labels(card) == ["Safety", "Money"]


async def test_facts_of_a_story_without_topics_offer_none() -> None:
    facts = [{"text": "The bridge is long.", "paragraph": 1}]
    card = await Asker(harbour(topics=[], facts=facts)).ask("/facts penguins")
    assert "The story states nothing about “penguins”." in texts(card)


async def test_facts_come_in_pages() -> None:
    asker = Asker(synthetic(1))
    first, last, beyond = [await asker.ask(f"/facts{page}") for page in ("", " 4", " 99")]
    assert "Page 1 of 4" in texts(first)
    assert "More" in labels(first)
    assert "Back" not in labels(first)
    assert text(last) == text(beyond)
    assert "More" not in labels(last)
