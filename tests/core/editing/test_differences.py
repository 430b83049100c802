"""What an editor reads about two versions of a story."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.editing.differences import Difference, differences
from tests.stories import HARBOUR


def test_the_same_version_differs_in_nothing() -> None:
    assert differences(HARBOUR, HARBOUR) == []


def test_a_changed_fact_is_shown_with_both_texts() -> None:
    facts = [{**HARBOUR["facts"][0], "text": "The bridge is 90 metres long."}, *HARBOUR["facts"][1:]]
    [found] = differences(HARBOUR, {**HARBOUR, "facts": facts})
    assert found == Difference("fact text", "The bridge is 900 metres long.", "The bridge is 90 metres long.")


def test_an_event_is_known_by_its_id_whatever_else_changes() -> None:
    events = [{**HARBOUR["events"][0], "start": "2031-05-11"}, *HARBOUR["events"][1:]]
    [found] = differences(HARBOUR, {**HARBOUR, "events": events})
    assert (found.where, found.was, found.now) == (
        "event “Opening of the bridge”: start",
        "2031-05-04T19:00+03:00",
        "2031-05-11",
    )


def test_what_is_added_and_dropped_stands_alone() -> None:
    after = {**HARBOUR, "facts": HARBOUR["facts"][1:], "topics": [*HARBOUR["topics"], {"id": "art", "name": "Art"}]}
    assert differences(HARBOUR, after) == [
        Difference("fact", "The bridge is 900 metres long.", ""),
        Difference("topic", "", "Art"),
    ]


def test_the_headline_and_the_status_count_and_reviews_do_not() -> None:
    after = {**HARBOUR, "headline": "Bridge opens", "review": "Is it?"}
    assert differences(HARBOUR, after) == [Difference("headline", HARBOUR["headline"], "Bridge opens")]


ANYTHING = st.recursive(
    st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
)
DATA = st.dictionaries(st.sampled_from(["facts", "events", "headline", "credit"]), ANYTHING)


@given(DATA, DATA)
def test_whatever_two_files_hold_they_are_compared(before: dict[str, object], after: dict[str, object]) -> None:
    assert len(differences(before, after)) <= 200
    assert differences(before, before) == []
