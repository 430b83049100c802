"""Chooses the name of somebody or something among the forms in which an article has it, in the nominative."""

from bot.newsroom.drafting.capitals import Candidate
from bot.newsroom.drafting.forms import is_inflected
from bot.newsroom.drafting.merging import Group

_FEMALE_OBLIQUE = ("e", "i", "u", "om", "е", "и", "у", "ом")
_MEN_IN_E = frozenset(
    (
        "ante",
        "šime",
        "mate",
        "jure",
        "stipe",
        "đorđe",
        "hrvoje",
        "pavle",
        "rade",
        "vlade",
        "blagoje",
        "miloje",
        "radoje",
        "frane",
        "mile",
        "dane",
        "ive",
        "toni",
        "vili",
        "анте",
        "ђорђе",
        "павле",
        "раде",
        "благоје",
        "радоје",
        "миле",
    )
)
_INDECLINABLE = ("ić", "ић")


def name_of(group: Group, language: str) -> str:
    """Return the fullest form, in the nominative as far as rules can tell."""
    most = len(group.key)
    full = [each for each in group.members if len(each.key) == most]
    if group.type == "place" and group.place and is_inflected(language) and most == len(group.place.name.split()):
        return group.place.name
    best = min(full, key=_obliqueness)
    text = best.mention.text
    if len(text) > 3 and text.isupper() and group.type != "organisation":
        plain = [each.mention.text for each in group.members if not each.mention.text.isupper()]
        text = plain[0] if plain else text.title()
    return _female(text) if is_inflected(language) and group.type == "person" else text


def _obliqueness(candidate: Candidate) -> tuple[int, int]:
    """Return 0 first for a form that nothing governs, as a subject; then how long it is."""
    before, behind = candidate.before, candidate.behind
    is_subject = candidate.first == 0 or (behind is not None and bool(behind["says"] or behind["finite"]))
    is_governed = before is not None and bool(before["preposition"] or before["according"] or before["organisation"])
    is_governed = is_governed or (before is not None and before.text.islower() and _is_oblique(before.word))
    return (1 if is_governed and not is_subject else 0, len(candidate.mention.text))


def _is_oblique(word: str) -> bool:
    return word.endswith(("ice", "ici", "icu", "om", "ке", "ице", "ици"))


def _female(name: str) -> str:
    """Return “Amra Delić” for “Amre Delić”: a surname in -ić beside a first name with a feminine ending."""
    first, *others = name.split()
    if first.casefold() in _MEN_IN_E:
        return name
    if len(others) == 1 and others[0].endswith(_INDECLINABLE) and first.endswith(_FEMALE_OBLIQUE) and len(first) > 3:
        ending = next(each for each in ("om", "ом", *_FEMALE_OBLIQUE) if first.endswith(each))
        return f"{first.removesuffix(ending)}{'а' if ending >= 'а' else 'a'} {others[0]}"
    return name
