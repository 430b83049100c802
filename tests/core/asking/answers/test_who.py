"""/who: whom a name means, and what is said when it means several or nobody."""

from bot.core.wording.cards import Quote
from tests.asking import Asker, labels, text, texts
from tests.stories import harbour, synthetic


async def test_who() -> None:
    card = await Asker().ask("/who leyla aydin")
    assert card.title == "Leyla Aydın"
    assert "The bridge's engineer [¶ 2]" in texts(card)
    quote = next(block for block in card.blocks if isinstance(block, Quote))
    assert quote.words == "as safe as a church"


async def test_who_says_that_a_name_was_misspelt() -> None:
    card = await Asker().ask("/who aydinn")
    assert card.title == "Leyla Aydın"
    assert texts(card)[0] == "The story does not mention “aydinn”; this is the nearest name."


async def test_who_asks_which_one() -> None:
    card = await Asker().ask("/who harbour")
    assert card.title == "Which one?"
    assert labels(card) == ["Harbour Gazette", "Harbour Bridge"]


async def test_who_asks_which_story() -> None:
    asker = Asker(harbour(), harbour(slug="second", date="2031-03-02", headline="Second"))
    card = await asker.ask("/who leyla")
    assert labels(card) == [
        "Leyla Aydın (2 March 2031: Second)",
        "Leyla Aydın (1 March 2031: Harbour bridge nears its opening)",
    ]
    assert (await asker.press(card.choices[1].invocation)).title == "Leyla Aydın"
    await asker.ask("/story second")
    assert (await asker.ask("/who leyla")).title == "Leyla Aydın"


async def test_who_of_many_offers_what_fits_a_list() -> None:
    card = await Asker(*(harbour(slug=f"story-{number}") for number in range(30))).ask("/who leyla")
    assert len(card.choices) == 25
    assert "And 5 more." in texts(card)


async def test_who_of_an_outlet_shows_the_credit() -> None:
    assert "Reporting by the Harbour Gazette" in texts(await Asker().ask("/who harbour gazette"))
    assert "Reporting by the Harbour Gazette" not in texts(await Asker().ask("/who leyla"))


async def test_who_says_when_only_a_part_of_the_name_was_asked() -> None:
    said = texts(await Asker().ask("/who company"))
    assert said[0] == "This is the one name in the story with “company” in it."
    assert not any("in it." in line for line in texts(await Asker().ask("/who leyla")))


async def test_who_leads_to_events_and_topics_with_the_same_word() -> None:
    event = {
        "id": "sale",
        "name": "Sale of the company",
        "zone": "Europe/Istanbul",
        "start": "2031-06-01",
        "paragraph": 3,
        "description": "The ferries are sold.",
    }
    facts = [{"text": "The ferries are old.", "paragraph": 3}]
    asker = Asker(harbour(events=[event], topics=[{"id": "trade", "name": "Company affairs"}], facts=facts))
    for asked in ("/who company", "company"):
        card = await asker.ask(asked)
        assert card.title == "Ferry Company"
        assert "in it." not in text(card)
        assert labels(card)[:2] == ["Sale of the company", "Company affairs"]


async def test_who_is_not_in_the_story() -> None:
    card = await Asker().ask("/who bridgehead")
    assert "I know no name like “bridgehead”. The nearest are:" in text(card)
    assert "Harbour Bridge" in labels(card)


async def test_who_is_like_nobody_in_the_story() -> None:
    card = await Asker().ask("/who zzzz")
    assert "I know no name like “zzzz”. The story names, among others:" in text(card)
    assert labels(card)[:2] == ["Leyla Aydın", "Ferry Company"]


async def test_who_in_a_named_story_looks_nowhere_else() -> None:
    asker = Asker(harbour(), synthetic(1))
    assert (await asker.ask("/who story-1/leyla")).title == "No such name"
    assert (await asker.ask("/who harbour/leyla")).title == "Leyla Aydın"


async def test_who_leads_with_what_is_marked_and_says_how_much_more_there_is() -> None:
    facts = [
        {"text": f"Fact number {number}.", "paragraph": 1, "about": ["bridge"], "key": number in (6, 8)}
        for number in range(9)
    ]
    quotations = [{"text": f"word {n}", "said_by": "bridge", "about": "It.", "paragraph": 2} for n in range(4)]
    shown = texts(await Asker(harbour(facts=facts, quotations=quotations)).ask("/who harbour bridge"))
    led = [f"Fact number {number}. [¶ 1]" for number in (6, 8, 0, 1, 2)]
    start = shown.index(led[0])
    assert shown[start : start + 6] == [*led, "… and 4 more facts"]
    assert "… and 1 more quotation" in shown
