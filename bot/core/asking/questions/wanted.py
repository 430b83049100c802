"""The kinds of answer that a question asks for."""

from enum import Enum


class Wanted(Enum):
    """The kind of answer that a question asks for; its value stands in the names of signals."""

    DATE = "when"
    CLOCK = "clock"
    PLACE = "where"
    AGENT = "who"
    COUNT = "count"
    AMOUNT = "amount"
    REASON = "why"
    MANNER = "how"
    SPEECH = "speech"
    DECISION = "decision"
    ABOUT = "about"
    THING = "what"
    WORDS = "words"
    """Words or names, without a question."""
