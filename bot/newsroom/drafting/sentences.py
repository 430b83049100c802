"""Finds where sentences begin and end."""

import re

_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s+[\"'“„«»‘(\[–—-]*[^\W_])")
_WORD_BEFORE = re.compile(r"(?:^|[\s(\[\"'“„«‘])([^\s(\[\"'“„«‘]+)\Z")
_LOOKED_BACK = 40
_SHORT_FORMS = (
    "mr mrs ms dr prof st sr jr gen col lt sgt rev hon sen rep gov no vs etc inc ltd co jan feb mar apr jun jul aug sep"
    " sept oct nov dec a.m p.m e.g i.e approx dept tzv npr itd itd. tj br god st. ul sv mr.sc prim inž akad gđa gosp"
    " г гг ул им т.е т.д др проф тов руб млн млрд тыс см стр бр год тзв нпр итд тј гђа инж"
)
_ABBREVIATIONS = frozenset(_SHORT_FORMS.split())
_LOWER = re.compile(r"[\"'“„«‘(\[–—-]*[a-zа-яёђјљњћџčćžšđ]")


def sentences_of(text: str, language: str) -> list[tuple[int, int]]:
    """Return the beginning and the end of each sentence of a paragraph, as offsets into it."""
    found, start = [], 0
    for end in _END.finditer(text):
        following = len(text) - len(text[end.end() :].lstrip())
        if _ends_none(text, end.start(), following, language):
            continue
        found.append((start, end.end()))
        start = following
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _ends_none(text: str, dot: int, following: int, language: str) -> bool:
    """True if the mark at `dot` belongs to a short form, or the text goes on in small letters."""
    if _LOWER.match(text, following):
        return True
    if not text.startswith(".", dot) or text.startswith("..", dot):
        return False
    before = _WORD_BEFORE.search(text[max(0, dot - _LOOKED_BACK) : dot])
    word = before[1] if before else ""
    if len(word) == 1 and word.isupper():
        return True
    if word.isdigit() and language != "en":  # an ordinal: 4. maj
        return not text[following : following + 1].isupper() or len(word) < 3
    return word.casefold() in _ABBREVIATIONS or bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word))
