"""/stories and /story: what is published, and what this chat reads."""

from tests.asking import Asker, text, texts
from tests.stories import HARBOUR, harbour, synthetic


async def test_stories() -> None:
    card = await Asker(harbour(), synthetic(1)).ask("/stories")
    assert texts(card) == [
        "Story 1 (1 March 2031): /story story-1",
        "Harbour bridge nears its opening (1 March 2031): /story harbour",
    ]


async def test_story_shows_which_is_read() -> None:
    assert HARBOUR["headline"] in text(await Asker().ask("/story"))
    assert "No published story is called “nope”." in text(await Asker().ask("/story nope"))
