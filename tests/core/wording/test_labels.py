from hypothesis import given
from hypothesis import strategies as st

from bot.core.wording.cards import Action
from bot.core.wording.invocations import Invocation
from bot.core.wording.labels import told_apart

LIMIT = 24


def cut(label: str) -> str:
    return label if len(label) <= LIMIT else label[: LIMIT - 1] + "…"


def shown(*labels: str) -> list[str]:
    actions = [Action(label, Invocation("who", str(number))) for number, label in enumerate(labels)]
    return [cut(action.label) for action in told_apart(actions, LIMIT, cut)]


def test_labels_that_fit_and_labels_that_differ_stay() -> None:
    assert shown("Facts", "Dates") == ["Facts", "Dates"]
    assert shown("First of all the long labels", "Second") == ["First of all the long l…", "Second"]


def test_labels_that_would_be_cut_to_the_same_keep_what_differs() -> None:
    labels = ("Drop: Election for the presidency, the day before", "Drop: Election for the presidency, that morning")
    assert shown(*labels) == ["Drop: El… the day", "Drop: El… that mor"]


def test_labels_that_are_the_same_are_numbered() -> None:
    assert shown("Harbour", "Harbour", "Bridge") == ["1. Harbour", "2. Harbour", "Bridge"]


_labels = st.text(alphabet="ab ", min_size=1, max_size=60)


@given(st.lists(_labels, max_size=6))
def test_no_two_labels_are_the_same(labels: list[str]) -> None:
    assert len(set(shown(*labels))) == len(labels)
