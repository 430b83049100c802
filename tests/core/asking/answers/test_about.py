"""What the bot says of itself."""

from tests.asking import Asker, text


async def test_help_lists_every_command() -> None:
    said = text(await Asker().ask("/help"))
    assert "/facts [topic]: The facts, or those about one topic" in said
    assert "/facts harbour/safety" in said
