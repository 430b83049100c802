"""How long the core takes to answer a question in a reader's own words, and whether it finds the right story.

Run it by hand: `uv run python -m tests.benchmarks.asking_questions`. Times are milliseconds for one answer of the desk,
median and 99th percentile, with 1 to 1,000 stories of 20 entities each.
Beside them stands how long a fixed piece of work took in the same run, so that machines can be compared. It is the time
of the processor, so that other work on the machine does not count; an answer waits for nothing else.
"""

import asyncio
import gc
import platform
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz

from bot.core.asking.questions.index import prepare
from bot.core.asking.questions.synonyms import groups
from bot.core.stories.library import INDEXES_KEPT, Library
from bot.core.stories.story import Story, parse_story
from bot.runtime.memory import settle
from tests.asking import Asker, text
from tests.benchmarks.answers import processor

SIZES = (1, 100, 1_000)
ROUNDS = 400
ENTITIES = 20
WORDS_OF_A_STORY = 60
VERBS = ("opened", "repaired", "sold", "closed", "moved", "inspected", "painted", "borrowed", "praised", "copied")
SCRIPTS = ("абвгдежзиклмнопр", "αβγδεζηθικλμνξοπ", "ابتثجحخدذرزسشصضط", "的一是不了人我在有他")


@cache
def words() -> list[str]:
    """The single words of the thesaurus: enough for stories of different subjects."""
    found = (word.strip() for line in groups() for word in line.replace(">", ",").split(","))
    return [word for word in dict.fromkeys(found) if word.isalpha() and len(word) > 3]


HOSTILE = {
    "letters": "a" * 10_000,
    "words": "when did the " + " ".join(f"word{number}" for number in range(2_000)),
    "common words": "when did " + " ".join(words()),
    "questions": "when? who? why? where? " * 450,
    "scripts": "".join(chr(code) for code in range(0x21, 0x2_0000, 13) if not 0xD800 <= code < 0xE000)[:10_000],
    "control": "when \x00\x1b\u202e\u200d\ufeff is it " * 700,
    "marks": "who " + "e\u0301\u0302\u0303" * 2_500,
    "joined": "why " + "-".join(["word"] * 2_000),
    "digits": "how many " + "1.2,3:4" * 1_400,
}


def made_up(number: int) -> Story:
    """A story about a few words of its own; common words are in many stories, rare ones in few."""
    chance, vocabulary = random.Random(number), words()
    own = [vocabulary[int(len(vocabulary) * chance.random() ** 1.5)] for _ in range(WORDS_OF_A_STORY)]
    people = [f"{_name(chance)} {_name(chance)}" for _ in range(ENTITIES)]
    return parse_story(
        {
            "slug": f"story-{number}",
            "status": "published",
            "headline": f"The {own[0]} and the {own[1]}",
            "date": f"2031-0{1 + number % 2}-{1 + number % 28:02}",
            "credit": {"text": "Nobody"},
            "summary": [{"text": f"{people[0]} and the {own[0]}.", "paragraph": 1}],
            "topics": [{"id": "topic", "name": own[0].title()}],
            "entities": [
                {
                    "id": f"e{place}",
                    "type": "person" if place % 2 else "organisation",
                    "name": name,
                    "role": f"{own[place].title()} of the {own[-1 - place]}",
                    "paragraph": 1,
                    "aliases": [_in(script, chance) for script in SCRIPTS],
                }
                for place, name in enumerate(people)
            ],
            "facts": [
                {"text": fact, "paragraph": 1, "about": [f"e{place}"], "topics": ["topic"]}
                for place, fact in enumerate(_facts(people, own, chance))
            ],
            "quotations": [{"text": f"so much for the {own[2]}", "said_by": "e0", "about": own[3], "paragraph": 1}],
            "events": [
                {
                    "id": "event",
                    "name": f"The {own[4]} {own[5]}",
                    "zone": "UTC",
                    "start": "2031-05-04",
                    "paragraph": 1,
                    "description": f"It is about the {own[6]}.",
                }
            ],
        }
    )


def _facts(people: Sequence[str], own: Sequence[str], chance: random.Random) -> Iterator[str]:
    for who in people:
        what, where, why = chance.sample(own, 3)
        yield f"{who} {chance.choice(VERBS)} the {what} near the {where} in 20{chance.randrange(10, 31)} for the {why}."


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)).title()


def _in(script: str, chance: random.Random) -> str:
    return " ".join("".join(chance.choices(script, k=6)) for _ in range(2))


def question_to(story: Story, chance: random.Random) -> tuple[str, str]:
    """A question that a fact of the story answers, without a name; and that fact."""
    fact = chance.choice(story.facts).text
    rest = fact.split(maxsplit=2)[2].rstrip(".")
    verb, what = rest.split(" in 20")[0].split(maxsplit=1)
    return (f"who {verb} {what}?" if chance.random() < 0.5 else f"when was {what} {verb}?"), fact


def questions(stories: Sequence[Story]) -> Mapping[str, list[tuple[str, str]]]:
    """Questions of each kind, each with the text that a right answer has."""
    chance = random.Random(1)
    own, *others = sorted(stories, key=lambda story: (story.date.sort_key, story.slug), reverse=True)
    unsaid = [word for word in words() if word not in text_of(own)]
    kinds = {
        "own story": [question_to(own, chance) for _ in range(ROUNDS)],
        "other story": [question_to(chance.choice(others), chance) for _ in range(ROUNDS)] if others else [],
        "no story": [
            (f"why was the {' of the '.join(chance.sample(unsaid, 3))} {chance.choice(VERBS)}?", "")
            for _ in range(ROUNDS)
        ],
    }
    kinds |= {f"hostile {kind}": [(line, "")] * 100 for kind, line in HOSTILE.items()}
    return {kind: asked for kind, asked in kinds.items() if asked}


def text_of(story: Story) -> str:
    """The texts of its facts."""
    return " ".join(fact.text for fact in story.facts)


async def measure(asker: Asker, asked: Sequence[tuple[str, str]]) -> tuple[list[float], float]:
    """Ask each question once; return how long each took, and the share of those that found the right story's fact."""
    for question, _ in asked[:20]:
        await asker.ask(f"/ask {question}")
    gc.collect()
    times, right = [], 0
    for question, answer in asked:
        asker.desk._recent._answered.clear()  # each is asked by itself
        start = time.thread_time()
        card = await asker.ask(f"/ask {question}")
        times.append((time.thread_time() - start) * 1000)
        right += bool(answer) and answer in text(card)
    return times, right / len(asked)


def yardstick() -> float:
    """How long 10,000 comparisons of two names take, in milliseconds; the best of five."""
    names = [_name(random.Random(number)) * 3 for number in range(100)]
    times = []
    for _ in range(5):
        start = time.thread_time()
        for one in names:
            for other in names:
                fuzz.ratio(one, other)
        times.append((time.thread_time() - start) * 1000)
    return min(times)


def resident() -> float:
    """The memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


async def memory() -> None:
    """Print the memory before and after every one of the largest number of stories was asked once."""
    asker = Asker(*map(made_up, range(max(SIZES))))
    for story in asker.library.stories[:INDEXES_KEPT]:
        asker.library.index(story)  # which names need as well
    await asker.ask("/who nobody")
    gc.collect()
    before = resident()
    chance = random.Random(2)
    prepare(asker.library.stories)
    for story in asker.library.stories:
        await asker.ask(f"/ask {story.slug}/{question_to(story, chance)[0]}")
    gc.collect()
    what = f"{max(SIZES):,} stories, prepared and each asked once"
    print(f"resident memory without: {before:.0f} MB; with {what}: {resident() - before:.0f} MB more")


async def main() -> None:
    """Print a row for each kind of question and each number of stories."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}")
    print(f"yardstick, 10,000 comparisons: {yardstick():.2f} ms")
    print(f"{'question':<20}{'stories':>8}{'median ms':>12}{'p99 ms':>10}{'right':>8}")
    stories = [made_up(number) for number in range(max(SIZES))]
    for size in SIZES:
        asker = Asker(*stories[:size])
        prepare(asker.library.stories)
        settle()  # as the service does
        for kind, asked in questions(stories[:size]).items():
            times, right = await measure(asker, asked)
            share = f"{right:>8.1%}" if asked[0][1] else ""
            print(f"{kind:<20}{size:>8}{median(times):>12.3f}{quantiles(times, n=100)[98]:>10.3f}{share}")
    print(f"yardstick again: {yardstick():.2f} ms")
    again = [made_up(number) for number in range(max(SIZES))]
    steps: dict[str, Callable[[], object]] = {
        "a library": lambda: Library(again),
        "preparing it": lambda: prepare(again),
    }
    for what, make in steps.items():
        start = time.perf_counter()
        make()
        print(f"{what}, {max(SIZES):,} stories: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    if sys.argv[1:] == ["memory"]:
        asyncio.run(memory())
    else:
        asyncio.run(main())
        sys.stdout.flush()
        subprocess.run([sys.executable, "-m", "tests.benchmarks.asking_questions", "memory"], check=True)
