"""Which words mean nearly the same; and the thesaurus, line by line."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from bot.core.asking.questions.synonyms import groups, groups_at, is_known, opposites_at
from bot.core.asking.questions.tokens import tokens

_LINES = groups()


def stems(text: str) -> list[str]:
    return [token.stem for token in tokens(text)]


def groups_in(text: list[str]) -> set[int]:
    return {group for place in range(len(text)) for group in groups_at(text, place)}


def alike(asked: str, told: str) -> bool:
    """True if a statement with one text has a word that is like one of the words that are asked for."""
    words = stems(asked)
    return any(groups_at(words, place, asked=True).keys() & groups_in(stems(told)) for place in range(len(words)))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("cops", "the police came"),
        ("fired", "she was dismissed"),
        ("dismiss", "they had to let go of her"),
        ("let go", "he was sacked"),
        ("purchases", "a buyer was found"),
    ],
)
def test_words_and_phrases_of_a_group_are_alike_in_any_form(asked: str, told: str) -> None:
    assert alike(asked, told)


def test_words_of_different_groups_are_not() -> None:
    assert not alike("police", "a hospital")
    assert not alike("zorblatt", "zorblatt")


def test_a_phrase_takes_all_its_words_and_no_part_of_it_does() -> None:
    found = groups_at(stems("let go"), 0)
    of_both = {group for group, length in found.items() if length == 2}
    assert of_both
    assert not groups_at(stems("let"), 0).keys() & of_both
    assert not groups_in(stems("they let him go")) & of_both


def test_a_kind_answers_for_the_whole_and_not_the_other_way_round() -> None:
    wide, _, narrow = next(
        line for line in _LINES if ">" in line and len(line.split(">")[0].split(",")) == 1
    ).partition(">")
    whole, kind = wide.strip(), narrow.split(",")[0].strip()
    group = next(number for number, line in enumerate(_LINES) if line.startswith(f"{wide}>"))
    assert group in groups_at(stems(whole), 0, asked=True)
    assert group in groups_at(stems(kind), 0)
    assert group not in groups_at(stems(kind), 0, asked=True)


def test_an_opposite_is_met_only_where_it_is_asked_for() -> None:
    assert not alike("allowed", "it is forbidden")
    assert opposites_at(stems("allowed"), 0) & groups_in(stems("it is forbidden"))
    assert not opposites_at(stems("allowed"), 0) & groups_in(stems("it is allowed"))
    assert opposites_at(stems("regatta"), 0) == frozenset()


def test_a_word_of_the_thesaurus_is_known() -> None:
    [police], [slip] = stems("police"), stems("polise")
    assert is_known(police)
    assert not is_known(slip)


def _phrases(part: str) -> list[str]:
    return [phrase.strip() for phrase in part.split(",")]


def _groups() -> Iterator[tuple[str, tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]]]:
    """Each line with the stems of what stands on both sides of its `>`."""
    for line in _LINES:
        wide, _, narrow = line.partition(">")
        sides = (frozenset(tuple(stems(each)) for each in _phrases(side)) - {()} for side in (wide, narrow))
        yield line, (next(sides), next(sides))


def test_no_word_stands_twice_in_a_group() -> None:
    for line in _LINES:
        words = Counter(_phrases(line.replace(">", ",")))
        assert [word for word, count in words.items() if count > 1 or not word] == [], line


def test_no_group_is_of_one_word() -> None:
    assert [line for line, (wide, narrow) in _groups() if len(wide | narrow) < 2] == []


def test_no_group_stands_in_another_whole() -> None:
    whole = {line: sides[0] for line, sides in _groups() if not sides[1]}
    found = [(a, b) for a, b in combinations(whole, 2) if whole[a] <= whole[b] or whole[b] <= whole[a]]
    assert found == []
