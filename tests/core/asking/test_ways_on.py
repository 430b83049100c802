"""A reader who only presses buttons: no card is a dead end, and every exact moment is one in the reader's zone."""

import re
from collections import deque
from collections.abc import Iterator

import pytest

from bot.core.asking.commands import COMMANDS
from bot.core.stories.story import Story
from bot.core.wording.cards import Card, Line, Quote
from bot.core.wording.invocations import Invocation
from tests.asking import Asker
from tests.stories import harbour, seasons, story_of

_TIME_IN_A_ZONE = re.compile(r"\d\d:\d\d \(")
_BARE = story_of(slug="bare")
"""A story without events."""


async def walked(asker: Asker, *starts: Invocation) -> dict[Invocation, Card]:
    """Every card that buttons lead to; each is asked once."""
    cards: dict[Invocation, Card] = {}
    waiting = deque(starts)
    while waiting:
        invocation = waiting.popleft()
        if invocation not in cards:
            cards[invocation] = await asker.press(invocation)
            waiting.extend(button.invocation for button in cards[invocation].buttons)
    return cards


def lines(card: Card) -> Iterator[Line]:
    for block in card.blocks:
        yield block.attribution if isinstance(block, Quote) else block.text


@pytest.mark.parametrize(
    "stories", [(harbour(),), (seasons(),), (harbour(), seasons()), (_BARE,)], ids=lambda each: each[0].slug
)
async def test_every_card_leads_on_and_every_moment_is_one(stories: tuple[Story, ...]) -> None:
    asked = [Invocation(command.name, text) for command in COMMANDS for text in ("", "no such thing")]
    cards = await walked(Asker(*stories), Invocation("start"), *asked)
    assert [asked for asked, card in cards.items() if not card.buttons] == []
    words = (span for card in cards.values() for line in lines(card) for span in line if isinstance(span, str))
    assert [span for span in words if _TIME_IN_A_ZONE.search(span)] == []


async def test_nobody_who_may_not_manage_a_chat_is_left_without_a_button() -> None:
    asker = Asker()
    asked = [Invocation(command.name) for command in COMMANDS]
    assert [each for each in asked if not (await asker.press(each, may_manage=False)).buttons] == []
