"""/stories and /story: what is published, and what this chat reads."""

from tests.asking import Asker, labels, text, texts
from tests.stories import HARBOUR, harbour, synthetic


async def test_stories() -> None:
    card = await Asker(harbour(), synthetic(1)).ask("/stories")
    assert texts(card) == ["There are 2 stories, the newest first."]
    assert labels(card) == ["Story 1 (1 March 2031)", "Harbour bridge nears its opening (1 March 2031)"]


async def test_story_shows_which_is_read() -> None:
    assert HARBOUR["headline"] in text(await Asker().ask("/story"))
    assert "No published story is called “nope”." in text(await Asker().ask("/story nope"))
