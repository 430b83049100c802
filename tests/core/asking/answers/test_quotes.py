"""/quotes: the words of one speaker or of all."""

from bot.core.wording.cards import Quote
from tests.asking import Asker, labels, text, texts
from tests.stories import harbour


async def test_quotes() -> None:
    card = await Asker().ask("/quotes aydin")
    assert texts(card)[0] == (
        "“as safe as a church” Leyla Aydın to Harbour Gazette. The bridge. [¶ 2, via Harbour Gazette, 20 February 2031]"
    )
    assert "we shall see" not in text(card)


async def test_quotes_that_hold_a_word() -> None:
    card = await Asker().ask("/quotes churches")
    assert card.title == "Quotations: churches"
    assert [block.words for block in card.blocks if isinstance(block, Quote)] == ["as safe as a church"]


async def test_quotes_of_somebody_unquoted_show_what_the_story_has() -> None:
    card = await Asker().ask("/quotes metres")
    assert texts(card)[0] == "No quotation in the story has “metres”. This has it:"
    assert "The bridge is 900 metres long. [¶ 1]" in texts(card)


async def test_quotes_of_what_is_nowhere_offer_those_there_are() -> None:
    card = await Asker().ask("/quotes penguins")
    assert "The story does not quote “penguins”." in text(card)
    assert labels(card) == ["Leyla Aydın", "Ferry Company"]


async def test_a_story_without_quotations_says_so() -> None:
    asker = Asker(harbour(quotations=[]))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes"))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes aydin"))
