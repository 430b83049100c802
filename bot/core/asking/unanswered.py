"""Questions that a story could not answer: which may be kept, and how many chats asked each.

Newsrooms see them; they tell nothing about who asked, or when. A question waits in memory until enough chats have
asked it, and only then may it be written down. A chat is known by a hash alone, under a key that ends with the process.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from secrets import token_bytes
from typing import NamedTuple, Protocol
from unicodedata import category, normalize, numeric

from bot.core.posting.chats import ChatKey
from bot.core.stories.words import asked

LEAST_CHATS = 3
"""So many chats ask a question before anybody sees it."""
MOST_KEPT = 500
"""The number of questions that a database keeps."""
LONGEST = 200
"""In characters; a longer question is not kept."""
DAYS_KEPT = 30
"""After the day on which a question was last asked."""

MOST_IN_MEMORY = 1_000
"""The number of questions in memory; for one more the one goes that was not asked for the longest."""
MOST_OF_A_CHAT = 20
"""The number of questions of one chat that wait in memory; for one more its oldest goes."""
MOST_CHATS = 200
"""The number of chats that memory tells apart for one question; more are not counted."""

_LONGEST_KEY = 2 * LONGEST  # a character may be several Latin letters
_LONG_NUMBER = 5
_NUMBER = re.compile(rf"\d(?:[\W_]*\d){{{_LONG_NUMBER - 1}}}")
_DIGITS_OF_A_WORD = re.compile(rf"\d(?:\S*\d){{{_LONG_NUMBER - 1}}}")
_ADDRESS = re.compile(
    r"@|://|\bwww\b|\b(?:https?|ftp|mailto|tel|tg):"
    r"|(?<!\.)\.[^\W\d_]{2}|。[a-z]{2}"  # example.org; a sentence has a space after its full stop
    r"|\w#\d{4}\b",  # a name on Discord
    re.IGNORECASE,
)


class Key(NamedTuple):
    """What two questions share that are the same: their story, and the words that count."""

    story: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """A question with the number of chats that are to be added to it."""

    key: Key
    wording: str
    chats: int
    day: date
    """The day on which it was last asked."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that enough chats asked, as it is kept."""

    id: int
    story: str
    wording: str
    chats: int


class UnansweredStore(Protocol):
    """Keeps questions that enough chats asked."""

    async def add(self, counts: Sequence[Count]) -> Collection[Count]:
        """Add these chats; return the counts that are not kept.

        A new question needs LEAST_CHATS. If there are more than MOST_KEPT, the least asked go.
        """

    async def listed(self, today: date) -> Sequence[Kept]:
        """Return the questions, the most asked first, without those that are too old."""

    async def delete(self, question: int) -> bool:
        """Delete one question; False if it is gone already."""

    async def expire(self, today: date) -> None:
        """Delete the questions that were last asked too long ago."""

    async def clear(self) -> None:
        """Delete all questions."""


def oldest_kept(today: date) -> date:
    """Return the day on which a question must have been asked to be kept still."""
    return today - timedelta(days=DAYS_KEPT)


def wording_of(question: str) -> str | None:
    """Return a question in one line of visible characters; None if it must not be kept."""
    if len(question) > LONGEST:
        return None
    visible = ("" if category(each) == "Cf" else each if each.isprintable() else " " for each in question)
    wording = " ".join("".join(visible).split())
    return None if _may_tell_who(wording) else wording


def _key_of(story: str, wording: str) -> Key | None:
    """Return the key of a question; None if it has no word to look for, or too many letters."""
    stems = asked(wording)
    words = " ".join(sorted(stems))
    return None if all(each.endswith("?") for each in stems) or len(words) > _LONGEST_KEY else Key(story, words)


def _may_tell_who(wording: str) -> bool:
    """True if a question has a long number, an address or a handle, in whatever characters these are written."""
    plain = "".join(_plain(each) for each in normalize("NFKC", wording) if not category(each).startswith("M"))
    return any(pattern.search(plain) for pattern in (_NUMBER, _DIGITS_OF_A_WORD, _ADDRESS))


def _plain(character: str) -> str:
    """Return the digit that a character stands for, in whatever script; or else the character."""
    value = numeric(character, -1)
    return str(int(value)) if value in range(10) else character


@dataclass(slots=True)
class _Question:
    wording: str
    day: date
    chats: set[bytes] = field(default_factory=set)
    written: int = 0
    """The number of chats that stand in the store."""
    taken: tuple[int, date] | None = None
    """The number of chats and the day when it was last taken."""

    @property
    def waits(self) -> bool:
        return len(self.chats) < LEAST_CHATS

    @property
    def is_to_be_taken(self) -> bool:
        return not self.waits and self.taken != (len(self.chats), self.day)

    def take(self, key: Key) -> Count:
        count = Count(key, self.wording, len(self.chats) - self.written, self.day)
        self.written, self.taken = len(self.chats), (len(self.chats), self.day)
        return count


class Notebook:
    """Counts the chats that asked a question, in memory."""

    def __init__(self) -> None:
        self._secret = token_bytes(32)
        self._questions: dict[Key, _Question] = {}
        """The longest not asked first."""

    def note(self, story: str, question: str, chat: ChatKey, today: date) -> bool:
        """Count a question of a chat, if it may be kept; return True if there is something to take."""
        wording = wording_of(question)
        key = _key_of(story, wording) if wording else None
        if wording is None or key is None:
            return False
        known = self._questions.pop(key, None) or _Question(wording, today)
        self._questions[key] = known
        known.day = today
        known.wording = min(known.wording, wording, key=len)  # it holds the least besides the question
        self._count(known, self._hash(chat))
        return known.is_to_be_taken

    def take(self, today: date) -> Sequence[Count]:
        """Return what is to be added to the store, each once; forget what was last asked too long ago."""
        oldest = oldest_kept(today)
        self._questions = {key: each for key, each in self._questions.items() if each.day >= oldest}
        return [each.take(key) for key, each in self._questions.items() if each.is_to_be_taken]

    def not_kept(self, counts: Collection[Count]) -> None:
        """Hear from the store what it does not keep.

        For a new question it had no room: all its chats are taken again with the next. Others it kept once, and they
        begin anew.
        """
        for count in counts:
            known = self._questions.get(count.key)
            if known and count.chats == known.written:
                known.written = 0
            elif known:
                del self._questions[count.key]

    def _hash(self, chat: ChatKey) -> bytes:
        return blake2b(repr((chat.platform, chat.id)).encode(), key=self._secret, digest_size=8).digest()

    def _count(self, question: _Question, chat: bytes) -> None:
        if chat in question.chats or len(question.chats) >= MOST_CHATS:
            return
        question.chats.add(chat)
        waiting = [key for key, each in self._questions.items() if each.waits and chat in each.chats]
        if len(waiting) > MOST_OF_A_CHAT:
            self._take_back(waiting[0], chat)
        if len(self._questions) > MOST_IN_MEMORY:
            del self._questions[next(iter(self._questions))]

    def _take_back(self, key: Key, chat: bytes) -> None:
        """Let a chat not have asked a question; drop what nobody else asked."""
        chats = self._questions[key].chats
        chats.remove(chat)
        if not chats:
            del self._questions[key]
