"""Every sequence of up to five changes of an event's plan: chats are sent what was recorded as sent before.

Where they are not, this says what they are sent instead. The recording is of plans without numbers: an entry in the
event's history made another plan of a day that got its time, and a post that waited while its event moved there and
back was lost.
"""

import re

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.delivery.plan_changes import AT_ONCE, FIRST, VARIANTS, recorded, results, sequences_of

PARTS = range(3)
WAITED = "P7D-D@6 P1D-D@7"
"""D: that day, with its time or without."""


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("variant", VARIANTS)
async def test_what_is_told_of_changes_is_what_was_recorded(
    sqlite_engine: AsyncEngine, variant: str, part: int
) -> None:
    sequences = sequences_of(VARIANTS[variant])[part * AT_ONCE : (part + 1) * AT_ONCE]
    found = await results(sqlite_engine, variant, sequences)
    known = recorded()
    assert {each: _sent(told) for each, told in found.items()} == {
        each: _expected(variant, each, known) for each in sequences
    }


def test_every_sequence_is_recorded() -> None:
    assert {variant: list(told) for variant, told in recorded().items()} == {
        variant: list(sequences_of(plans)) for variant, plans in VARIANTS.items()
    }


def _sent(told: str) -> tuple[str, str]:
    """What both chats were sent, without what was withdrawn on the way."""
    reached, waited = (re.sub(r"\(.*?\)", "", each).strip() for each in told.split("|"))
    return reached, re.sub("[AT]@", "D@", waited)


def _expected(variant: str, sequence: str, known: dict[str, dict[str, str]]) -> tuple[str, str]:
    """As recorded; but an entry in the history makes no other plan, and what waited comes once its plan is back."""
    last = (FIRST + sequence)[-1]
    recorded_as = known[variant][sequence]
    if variant == "history" and "AT" in FIRST + sequence:
        recorded_as = known["plain"].get(sequence.replace("P", "C"), "").replace("C@", "P@")
    if variant == "down" and last == "T":
        recorded_as = known["plain"]["T"]
    reached, waited = _sent(recorded_as)
    return reached, WAITED if last in "AT" else waited
