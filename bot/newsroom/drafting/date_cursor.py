"""The words of a paragraph as the grammar of dates reads them: with looks to both sides of a place."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.newsroom.drafting.date_meanings import Meaning
from bot.newsroom.drafting.date_words import Token, Vocabulary

_NOTHING = Token(0, 0, "", "")
LAST_DAY = 31
_MOVED_WITHIN = 8  # words


class Parsed(NamedTuple):
    """A meaning, and the place of the first word after it."""

    meaning: Meaning
    end: int


class Words:
    """The words of a paragraph; where there is none, one without any sense."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary, *, is_typed: bool = False) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.is_typed = is_typed
        """True of what an editor types: then short words need no company."""

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NOTHING

    def after(self, place: int, *senses: str) -> int:
        """Return the next place if the word has one of the senses, else this place."""
        return place + any(self[place][sense] for sense in senses)

    def touches(self, place: int) -> bool:
        """True if no blank stands between this word and the one before."""
        return 0 < place < len(self) and self[place].start == self[place - 1].end

    def is_sign(self, place: int, signs: str) -> bool:
        """True if the word is one of these signs."""
        return bool(self[place].text) and self[place].text in signs

    def month(self, place: int) -> tuple[int, int] | None:
        """Return the month that is named here in full, and the place after it."""
        token = self[place]
        is_name = self.vocabulary.lower_case and token.text.istitle()
        return (token["month"], place + 1) if token["month"] and not is_name else None

    def month_beside_a_number(self, place: int) -> tuple[int, int] | None:
        """Return the month that is named here, be it in short."""
        short = self[place]["short_month"]
        return self.month(place) or ((short, place + 1 + self.is_sign(place + 1, ".")) if short else None)

    def is_followed_by_a_name(self, place: int) -> bool:
        """True if a word with a capital follows in the same sentence, which is no part of a date."""
        token = self[place]
        return token.text.istitle() and not token.senses and not self.is_typed

    def is_moved(self, place: int) -> bool:
        """True if the words before tell of a change of plan: then “from 10 to 17 May” are two days."""
        return any(self[each]["moved"] for each in range(max(0, place - _MOVED_WITHIN), place))

    def is_part_of_a_number(self, place: int) -> bool:
        """True if digits go on to the left: 3.4, 1,500, 2:1."""
        return self.touches(place) and (
            (self.is_sign(place - 1, ".,:/") and self.touches(place - 1) and self[place - 2].text.isdigit())
            or self.is_sign(place - 1, "$€£#")
        )

    def day_number(self, place: int) -> tuple[int, int] | None:
        """Return a number that may be a day of a month, and the place after its ending."""
        number, end = self[place].number, place + 1
        if number is None:
            number = self[place]["ordinal"]
            if number in (20, 30) and (units := self[end]["ordinal"] or self[end + 1]["ordinal"]) and units < 10:
                return number + units, end + 1 + (not self[end]["ordinal"])
            return (number, end) if number and number <= LAST_DAY and self[place]["ordinal"] else None
        if not 1 <= number <= LAST_DAY:
            return None
        if self.touches(end):
            end = self.after(end, "ordinal_ending")
        return number, end + (self.is_sign(end, ".") and self.touches(end) and self.vocabulary.lower_case)
