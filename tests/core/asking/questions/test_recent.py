"""What is remembered of a chat's last question: for minutes, for that chat alone, and for so many chats."""

from datetime import timedelta

import pytest

from bot.core.asking.questions import recent as module
from bot.core.asking.questions.choosing import Context, choose
from bot.core.asking.questions.index import index_of
from bot.core.asking.questions.recent import KEPT_FOR, Recent
from bot.core.posting.chats import ChatKey
from tests.asking import CHAT, NOW
from tests.stories import harbour

_STORY = harbour()
_OTHER = ChatKey("test", "2")


def _context() -> Context:
    [choice] = choose(index_of(_STORY), "when is the regatta?")
    return Context(_STORY.slug, choice.question, choice.statements[0])


def test_it_is_kept_for_some_minutes_in_its_chat_alone() -> None:
    recent, context = Recent(), _context()
    recent.remember(CHAT, NOW, context)
    assert recent.recall(CHAT, NOW + KEPT_FOR) is context
    assert recent.recall(_OTHER, NOW) is None
    assert recent.recall(CHAT, NOW + KEPT_FOR + timedelta(seconds=1)) is None
    assert recent.recall(CHAT, NOW) is None  # nothing stays that was too old once


def test_a_clock_that_went_back_recalls_nothing() -> None:
    recent = Recent()
    recent.remember(CHAT, NOW, _context())
    assert recent.recall(CHAT, NOW - timedelta(seconds=1)) is None


def test_it_can_be_forgotten() -> None:
    recent, context = Recent(), _context()
    recent.remember(CHAT, NOW, context)
    recent.remember(_OTHER, NOW, context)
    recent.forget(CHAT)
    recent.forget(CHAT)
    assert recent.recall(CHAT, NOW) is None
    assert recent.recall(_OTHER, NOW) is context


def test_of_too_many_chats_the_longest_silent_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CHATS", 3)
    recent, context = Recent(), _context()
    chats = [ChatKey("test", str(number)) for number in range(4)]
    for chat in chats[:3]:
        recent.remember(chat, NOW, context)
    recent.remember(chats[0], NOW, context)
    recent.remember(chats[3], NOW, context)
    assert [recent.recall(chat, NOW) is context for chat in chats] == [True, False, True, True]
