"""/quotes: the words of one speaker or of all."""

from tests.asking import Asker, labels, text, texts
from tests.stories import harbour


async def test_quotes() -> None:
    card = await Asker().ask("/quotes aydin")
    assert texts(card)[0] == (
        "“as safe as a church” Leyla Aydın to Harbour Gazette. The bridge. [¶ 2, via Harbour Gazette, 20 February 2031]"
    )
    assert "we shall see" not in text(card)


async def test_quotes_of_somebody_else_offer_those_there_are() -> None:
    card = await Asker().ask("/quotes bridge")
    assert labels(card) == ["Leyla Aydın", "Ferry Company"]


async def test_a_story_without_quotations_says_so() -> None:
    asker = Asker(harbour(quotations=[]))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes"))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes aydin"))
