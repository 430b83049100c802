"""How much of an article `newspeg draft` finds, and what it finds that is not there.

Run it by hand: `uv run python -m tests.benchmarks.drafts [FOLDER] [--misses]`. A folder holds articles with keys, by
default the development articles. Speed stands beside a fixed piece of work of the same run (10,000 comparisons of
names), so that machines can be compared.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from tests.drafts import ARTICLES, FAULTS, FIELDS, Keyed, Score, keyed, scored

GROUPS = (("English", ("en",)), ("Bosnian, Croatian, Serbian", ("bs", "hr", "sr")), ("Russian", ("ru",)))


def main(arguments: Sequence[str]) -> None:
    """Print the table, and the misses if they are asked for."""
    folders = [each for each in arguments if not each.startswith("--")]
    articles = keyed(Path(folders[0]) if folders else ARTICLES)
    scores = {each.name: scored(each.drafted(), each) for each in articles}
    totals = {name: _total(articles, scores, tags) for name, tags in GROUPS}
    totals["all"] = _total(articles, scores, tuple(each.key["language"] for each in articles))
    print(f"{len(articles)} articles")
    print("| | " + " | ".join(totals) + " |")
    print("|---|" + "---:|" * len(totals))
    for name in FIELDS:
        print(
            f"| {name} | "
            + " | ".join(_share(total.right[name], total.asked[name]) for total in totals.values())
            + " |"
        )
    for name in FAULTS:
        print(f"| {name} | " + " | ".join(_fault(name, total) for total in totals.values()) + " |")
    print("| items with a doubt | " + " | ".join(_share(each.doubted, each.items) for each in totals.values()) + " |")
    _speed(articles)
    if "--misses" in arguments:
        for name, score in scores.items():
            print(f"\n{name}", *score.misses, sep="\n  ")


def _total(articles: Sequence[Keyed], scores: Mapping[str, Score], tags: Sequence[str]) -> Score:
    total = Score()
    for each in articles:
        if each.key["language"] in tags:
            total.add(scores[each.name])
    return total


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.0%})" if whole else "–"


def _fault(name: str, total: Score) -> str:
    return _share(total.faults[name], total.named) if name == "junk" else str(total.faults[name])


def _speed(articles: Sequence[Keyed]) -> None:
    words = sum(len(paragraph.split()) for each in articles for paragraph in each.article.paragraphs)
    start = time.process_time()
    for each in articles:
        each.drafted()
    seconds = (time.process_time() - start) * 1_000 / words
    start = time.process_time()
    for number in range(10_000):
        fuzz.token_set_ratio(f"Milorad Dodik {number}", "Dodik Milorad 5000")
    yardstick = time.process_time() - start
    print(f"\n{seconds:.2f} s for 1,000 words; the yardstick took {yardstick:.3f} s in the same run")


if __name__ == "__main__":
    main(sys.argv[1:])
