"""How many questions are answered with the right statement, and how many are refused that the story does not answer.

Run it by hand: `uv run python -m tests.benchmarks.questions`. It prints a row for each kind of question, over the
questions that nothing was fitted on; with `--fit` it first fits the weights on all others and writes them to
`bot/core/asking/questions/weights.py`. The hash of a question's text decides to which it belongs.
"""

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from bot.core.asking.questions import weights
from bot.core.asking.questions.choosing import Context, confidence_in, doubts, lean, rank
from bot.core.asking.questions.comparing import Comparison, compare
from bot.core.asking.questions.index import Index
from bot.core.asking.questions.reading import read
from bot.core.stories.story import Story
from tests.questions import REASONS, Question, Statement, questions, stories
from tests.stories import ROOT

WEIGHTS = ROOT / "bot" / "core" / "asking" / "questions" / "weights.py"
HELD_OUT = 3  # of so many questions one is never fitted on
EPOCHS = 300
FOLDS = 4
REFUSED = 0.82  # of the questions without an answer: more would cost more right answers than it saves wrong ones
RATE = 0.05
LISTS = ("summary", "entities", "facts", "quotations", "events")

Features = Mapping[str, float]


@dataclass(frozen=True)
class Asked:
    """A question, compared with its story, and the places of the statements that answer it among those compared."""

    question: Question
    comparison: Comparison
    right: frozenset[int]
    answers: frozenset[Statement]


def held_out(question: Question) -> bool:
    """True if nothing is fitted on this question."""
    return hashlib.sha256(question.text.encode()).digest()[0] % HELD_OUT == 0


def ask_all(*, listed: bool = False) -> list[Asked]:
    """Compare all questions with their stories; of a follow-up the question before it is answered first.

    The stories are without the questions that their newsroom lists, unless `listed`: nothing is fitted on those.
    """
    indexes = {slug: Index(story if listed else without_questions(story)) for slug, story in stories().items()}
    return [asked for question in questions() for asked in _ask(indexes[question.story], question)]


def without_questions(story: Story) -> Story:
    """Return the story without the questions that its facts and events list."""
    facts = tuple(fact.model_copy(update={"questions": ()}) for fact in story.facts)
    events = tuple(event.model_copy(update={"questions": ()}) for event in story.events)
    return story.model_copy(update={"facts": facts, "events": events})


def _ask(index: Index, question: Question) -> list[Asked]:
    context = None
    if question.after:
        first = read(question.after)[0]
        if ranked := rank(compare(index, first)):
            context = Context(question.story, first, ranked[0].evidence)
    found = []
    for part, answers in zip(read(question.text), question.parts or (frozenset(),), strict=False):
        asked, before = lean(index, part, context)
        comparison = compare(index, asked, before)
        places = {id(getattr(index.story, each.list)[each.number]) for each in answers}
        right = frozenset(
            number for number, each in enumerate(comparison.compared) if id(each.evidence.statement) in places
        )
        found.append(Asked(question, comparison, right, answers))
        if ranked := rank(comparison):
            context = Context(question.story, asked, ranked[0].evidence)
    return found


def fit() -> None:
    """Fit the weights on all questions but those that are held out, twice: answers before follow-ups depend on them.

    The threshold is that of questions on which the weights were not fitted: each fold is judged by those of the others.
    """
    for _ in range(2):
        fitted = [each for each in ask_all() if not held_out(each.question)]
        _use(fitted)
    judged: list[tuple[float, Asked]] = []
    for fold in range(FOLDS):
        _use([each for each in fitted if _fold(each.question) != fold])
        for each in fitted:
            if _fold(each.question) == fold:
                ranked = rank(each.comparison)
                judged.append((confidence_in(each.comparison, ranked), each))
    weights.THRESHOLD = best_threshold(judged)
    _use(fitted)
    _write(weights.RANKING, weights.CONFIDENCE, weights.THRESHOLD)


def _use(asked: Sequence[Asked]) -> None:
    """Fit both sets of weights, and use them from now on."""
    ranking = fit_ranking(asked)
    weights.RANKING.clear()
    weights.RANKING.update(ranking)
    confidence = fit_confidence(asked)
    weights.CONFIDENCE.clear()
    weights.CONFIDENCE.update(confidence)


def _fold(question: Question) -> int:
    return hashlib.sha256(question.text.encode()).digest()[1] % FOLDS


def fit_ranking(asked: Sequence[Asked], strength: float = 2.0) -> dict[str, float]:
    """Maximise the likelihood that a right statement comes first, by gradient descent (Adam) with a prior at zero."""
    bags = [([each.signals for each in one.comparison.compared], one.right) for one in asked if one.right]

    def gradient(current: Features) -> dict[str, float]:
        total: defaultdict[str, float] = defaultdict(float)
        for signals, right in bags:
            scores = [sum(current.get(name, 0.0) * value for name, value in each.items()) for each in signals]
            most = max(scores)
            chances = [exp(each - most) for each in scores]
            whole, of_right = sum(chances), sum(chances[number] for number in right)
            for number, each in enumerate(signals):
                change = chances[number] / whole - (chances[number] / of_right if number in right else 0.0)
                if abs(change) > 1e-4:
                    for name, value in each.items():
                        total[name] += change * value / len(bags)
        for name, value in current.items():
            total[name] += strength * value / len(bags)
        return total

    return _descend(gradient, EPOCHS)


def fit_confidence(asked: Sequence[Asked], strength: float = 0.8) -> dict[str, float]:
    """Tell questions whose right answer comes first from those that have none, both sorts with the same weight."""
    rows: list[tuple[Features, bool]] = []
    for one in asked:
        ranked = rank(one.comparison)
        if not ranked or (one.answers and ranked[0] not in [one.comparison.compared[each] for each in one.right]):
            continue
        rows.append((doubts(one.comparison, ranked), bool(one.answers)))
    share = {sort: len(rows) / 2 / sum(answered is sort for _, answered in rows) for sort in (True, False)}

    def gradient(current: Features) -> dict[str, float]:
        total: defaultdict[str, float] = defaultdict(float)
        for features, answered in rows:
            chance = 1 / (1 + exp(-sum(current.get(name, 0.0) * value for name, value in features.items())))
            for name, value in features.items():
                total[name] += (chance - answered) * share[answered] * value / len(rows)
        for name, value in current.items():
            total[name] += strength * value / len(rows)
        return total

    return _descend(gradient, 2 * EPOCHS)


def _descend(gradient: Callable[[Features], dict[str, float]], epochs: int) -> dict[str, float]:
    current: defaultdict[str, float] = defaultdict(float)
    mean: defaultdict[str, float] = defaultdict(float)
    spread: defaultdict[str, float] = defaultdict(float)
    for step in range(1, epochs + 1):
        for name, value in gradient(current).items():
            mean[name] = 0.9 * mean[name] + 0.1 * value
            spread[name] = 0.99 * spread[name] + 0.01 * value * value
            current[name] -= RATE * (mean[name] / (1 - 0.9**step)) / (sqrt(spread[name] / (1 - 0.99**step)) + 1e-8)
    return dict(current)


def best_threshold(judged: Sequence[tuple[float, Asked]]) -> float:
    """Return the lowest threshold at which enough of the questions without an answer are refused."""
    unanswerable = [confidence for confidence, one in judged if not one.answers]

    def refused(threshold: float) -> float:
        return sum(confidence < threshold for confidence in unanswerable) / len(unanswerable)

    return next(number / 50 for number in range(50) if refused(number / 50) >= REFUSED)


def _confidence(one: Asked) -> float:
    return confidence_in(one.comparison, rank(one.comparison))


def _is_right(one: Asked, threshold: float, among: int = 1) -> bool:
    return _confidence(one) >= threshold and _comes_first(one, among)


def _comes_first(one: Asked, among: int) -> bool:
    """True if a statement that answers is among the first ones."""
    right = [one.comparison.compared[each] for each in one.right]
    return any(each in right for each in rank(one.comparison)[:among])


def _write(ranking: Features, confidence: Features, threshold: float) -> None:
    def table(values: Features) -> str:
        return "".join(f'    "{name}": {value:.3f},\n' for name, value in sorted(values.items()))

    WEIGHTS.write_text(
        '"""Weights of the signals, as `python -m tests.benchmarks.questions --fit` fitted them."""\n\n'
        f"RANKING = {{\n{table(ranking)}}}\n\nCONFIDENCE = {{\n{table(confidence)}}}\n\nTHRESHOLD = {threshold}\n",
        encoding="utf-8",
    )


def report(asked: Sequence[Asked], title: str) -> None:
    """Print a table by kind of question, and by the reason for which a question has no answer."""
    threshold = weights.THRESHOLD
    print(f"\n{title}")
    print(f"{'':<18}{'asked':>7}{'first':>8}{'in three':>10}{'refused':>9}{'wrong':>8}")
    for kind in [*dict.fromkeys(one.question.kind for one in asked if one.answers), "all"]:
        chosen = [one for one in asked if one.answers and kind in (one.question.kind, "all")]
        first, three = (sum(_is_right(one, threshold, among) for one in chosen) for among in (1, 3))
        refused = sum(_confidence(one) < threshold for one in chosen)
        counts = (first, three, refused, len(chosen) - refused - first)
        print(f"{kind:<18}{len(chosen):>7}" + "".join(f"{count / len(chosen):>8.0%} " for count in counts))
    for why in [*REASONS, "no answer"]:
        chosen = [one for one in asked if not one.answers and why in (one.question.why, "no answer")]
        refused = sum(_confidence(one) < threshold for one in chosen)
        print(f"{why:<18}{len(chosen):>7}{'':>18}{refused / len(chosen):>8.0%} {1 - refused / len(chosen):>8.0%}")


def main() -> None:
    """Fit if asked to, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="fit the weights first, and write them")
    if parser.parse_args().fit:
        fit()
    asked = ask_all()
    report([one for one in asked if held_out(one.question)], "never fitted on")
    count = sum(len(fact.questions) for story in stories().values() for fact in story.facts) + sum(
        len(event.questions) for story in stories().values() for event in story.events
    )
    report(
        [one for one in ask_all(listed=True) if held_out(one.question)],
        f"never fitted on, with the words of the {count} questions that newsrooms list",
    )
    report([one for one in asked if not held_out(one.question)], "fitted on")


if __name__ == "__main__":
    main()
