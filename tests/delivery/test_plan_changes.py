"""Every sequence of up to five changes of an event's plan: chats are sent what was recorded as sent before."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.delivery.plan_changes import AT_ONCE, VARIANTS, recorded, results, sequences_of


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("variant", VARIANTS)
async def test_what_is_told_of_changes_is_what_was_recorded(
    sqlite_engine: AsyncEngine, variant: str, part: int
) -> None:
    sequences = sequences_of(VARIANTS[variant])[part * AT_ONCE : (part + 1) * AT_ONCE]
    known = recorded()[variant]
    assert await results(sqlite_engine, variant, sequences) == {each: known[each] for each in sequences}


def test_every_sequence_is_recorded() -> None:
    assert {variant: list(told) for variant, told in recorded().items()} == {
        variant: list(sequences_of(plans)) for variant, plans in VARIANTS.items()
    }
