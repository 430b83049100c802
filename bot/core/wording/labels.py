"""Labels of buttons within a platform's limit: where several would be cut to the same, each keeps what differs."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.core.wording.cards import Action

_GAP = "… "


def told_apart(actions: Sequence[Action], limit: int, cut: Callable[[str], str]) -> list[Action]:
    """Return the actions with labels that differ once they are cut; `cut` shortens a label to the limit, in units."""
    shown = [cut(action.label) for action in actions]
    labels = [action.label for action in actions]
    for text in {each for each in shown if shown.count(each) > 1}:
        places = [place for place, each in enumerate(shown) if each == text]
        for place, label in zip(places, _apart([labels[place] for place in places], limit, cut), strict=True):
            labels[place] = label
    return [replace(action, label=label) for action, label in zip(actions, labels, strict=True)]


def _apart(labels: Sequence[str], limit: int, cut: Callable[[str], str]) -> Iterable[str]:
    """Keep of each label its beginning and the words from where they differ; number what cannot be told apart so."""
    words = [label.split() for label in labels]
    same = sum(1 for _ in takewhile(lambda those: len(set(those)) == 1, zip(*words, strict=False)))
    shortened = [_joined(label, " ".join(each[same:]), limit) for label, each in zip(labels, words, strict=True)]
    if len(set(map(cut, shortened))) == len(shortened):
        return shortened
    return [f"{number}. {label}" for number, label in enumerate(labels, start=1)]


def _joined(label: str, tail: str, limit: int) -> str:
    """Return a label's beginning and its tail, of so few characters that a cut in a platform's units spares both."""
    tail = tail[: limit // 3].rstrip()
    return label[: limit // 3].rstrip() + _GAP + tail if tail else label
