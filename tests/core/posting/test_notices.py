"""Every notice comes back from its columns as it was, and no two notices share theirs."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.posting.notices import (
    ChatLost,
    Columns,
    Correction,
    Notice,
    PlanChange,
    Reminder,
    Retraction,
    columns_of,
    notice_of,
)
from bot.core.stories.fields import ID_PATTERN, SLUG_PATTERN
from bot.core.stories.leads import Lead
from bot.core.stories.plans import EventStatus, Plan

SLUGS = st.from_regex(SLUG_PATTERN.replace("$", r"\Z"))
IDS = st.from_regex(ID_PATTERN.replace("$", r"\Z"))
NUMBERS = st.integers(-9, 99)
PLANS = st.builds(Plan, st.sampled_from(get_args(EventStatus)), st.sampled_from(["", "2031-05-04", "2031-05?"]))
LEADS = st.sampled_from(["P7D", "P0D", "PT2H", "PT1H30M"]).map(Lead.parse)
NOTICES: st.SearchStrategy[Notice] = st.one_of(
    st.builds(Reminder, SLUGS, IDS, NUMBERS, PLANS, LEADS),
    st.builds(PlanChange, SLUGS, IDS, NUMBERS, PLANS),
    st.builds(Correction, SLUGS, IDS),
    st.builds(Retraction, SLUGS),
    st.builds(ChatLost, st.from_regex(r"-?[0-9]{1,20}\Z"), st.integers(0, 9)),
)


@given(NOTICES)
def test_a_notice_comes_back_as_it_was(notice: Notice) -> None:
    assert notice_of(columns_of(notice)) == notice


@given(NOTICES, NOTICES)
def test_no_two_notices_share_their_columns(one: Notice, other: Notice) -> None:
    assert (columns_of(one) == columns_of(other)) == (one == other)


def test_what_is_no_notice_is_said() -> None:
    with pytest.raises(ValueError, match="is no lead"):
        notice_of(Columns("harbour", "opening", 0, "soon", "scheduled"))
