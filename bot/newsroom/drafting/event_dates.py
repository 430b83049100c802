"""Finds the date of an event that an expression counts from: “a day before the runoff”, once the rest is dated."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.date_reading import Passage
from bot.newsroom.drafting.date_words import Token

_MOST_EVENTS = 20  # of an article that are looked for
_SHORTEST, _ENDING = 4, 2  # letters of a word, and of its case ending
_FAR = 1_000


class DatedWords:
    """The words of the sentences that tell a date, to find an event by them."""

    def __init__(self, passages: Sequence[Passage], dates: Mapping[tuple[int, int], EdtfDate | None]) -> None:
        """`dates`: by the paragraph and the number of the expression in it."""
        self._rows: list[tuple[str, int, EdtfDate]] = []
        self._left = _MOST_EVENTS
        for passage in passages:
            for number, found in enumerate(passage.expressions):
                if (date := dates.get((passage.paragraph, number))) and date.precision >= Precision.MONTH:
                    first, end = passage.sentence_of(found.first)
                    for place in islice((each for each in range(first, end) if each not in passage.dated), 60):
                        if is_content(passage.words[place]):
                            away = found.first - place if place < found.first else place - found.end + 3
                            self._rows.append((passage.words[place].word, away, date))

    def date_of(self, event: Iterable[Token]) -> EdtfDate | None:
        """Return the date beside which most of the event's words are told, and nearest to it."""
        wanted = [token.word for token in event if is_content(token)][:4]
        if not wanted or not self._left:
            return None
        self._left -= 1
        scores: dict[str, tuple[set[int], int, EdtfDate]] = {}
        for word, away, date in self._rows:
            for number, each in enumerate(wanted):
                if alike(word, each):
                    known, nearest, _ = scores.get(date.text, (set(), _FAR, date))
                    scores[date.text] = ({*known, number}, min(nearest, away), date)
        best = max(scores.values(), key=lambda each: (len(each[0]), -each[1]), default=None)
        return best[2] if best and len(best[0]) * 2 >= len(wanted) else None


def is_content(token: Token) -> bool:
    """True if a word may name what happens."""
    dated = ("month", "weekday", "unit", "tense", "which", "nearby", "number", "stop", "auxiliary", "before_year")
    return len(token.word) >= _SHORTEST and token.text.isalpha() and not any(each in token.senses for each in dated)


def alike(one: str, other: str) -> bool:
    """True if two words are the same but for their endings: izbora, izbori."""
    shorter = min(len(one), len(other))
    stem = max(shorter - _ENDING, _SHORTEST)
    return abs(len(one) - len(other)) <= 3 and one[:stem] == other[:stem]
