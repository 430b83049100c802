"""Shortens a card until it fits: entries of lists go first, then the longest texts end sooner, at a word and “…”.

A title, a citation and small print stay as they are, and whatever else is marked `whole` as long as that is possible: a
post keeps its credit and its dates.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from bot.core.wording.cards import Block, Card, Item, Line, Note, Paragraph, Quote, plain

ELLIPSIS = "…"
_NO_WORDS_LESS = 20  # characters; a text shorter than that says nothing
_END = re.compile(r"[\s,;:.!?–—-]+\Z")

Fits = Callable[[Card], bool]


def fitted(card: Card, fits: Fits) -> Card:
    """Return the card itself if it fits, else the longest version of it that does, or the shortest that there is."""
    if fits(card):
        return card
    entries = sum(_may_go(block) for block in card.blocks)
    kept = _most(0, entries, lambda count: fits(_with_entries(card, count)))
    shorter = _with_entries(card, kept)
    if fits(shorter):
        return shorter
    short = _cut_short(shorter, fits, even_whole=False)
    return short if fits(short) else _cut_short(shorter, fits, even_whole=True)


def _cut_short(card: Card, fits: Fits, *, even_whole: bool) -> Card:
    longest = max((len(plain(each.text)) for each in card.blocks if _may_end_sooner(each, even_whole)), default=0)
    level = _most(_NO_WORDS_LESS, longest, lambda most: fits(_with_texts(card, most, even_whole)))
    return _with_texts(card, level, even_whole)


def cut(line: Line, most: int) -> Line:
    """Return the line or, if it is longer than so many characters, its first words and an ellipsis."""
    if len(plain(line)) <= most:
        return line
    spans: Line = ()
    room = most - len(ELLIPSIS)
    for span in line:
        room -= len(plain((span,)))
        if room < 0:
            head = _first_words(span, room) if isinstance(span, str) else ""
            return (*spans, head + ELLIPSIS)
        spans = (*spans, span)
    return spans


def _first_words(text: str, too_long: int) -> str:
    """Return the text without so many characters at its end, given as a negative number, and the word they are of."""
    head, rest = text[:too_long], text[too_long:]
    if not rest[0].isspace():
        head = head[: max(head.rfind(" "), 0)]
    return _END.sub("", head)


def _most(least: int, most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number from `least` on that fits, or `least`; a smaller one fits if a larger one does."""
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(middle) else (least, middle - 1)
    return least


def _may_go(block: Block) -> bool:
    return isinstance(block, Quote) or (isinstance(block, Item) and block.if_long == "goes")


def _may_end_sooner(block: Block, even_whole: bool) -> TypeGuard[Paragraph | Item | Note]:
    """True if a text may be cut; small print that is `whole` never is, other texts are before a post loses its end."""
    match block:
        case Note():
            return block.if_long != "whole"
        case Paragraph() | Item():
            return even_whole or block.if_long != "whole"
        case _:
            return False


def _with_entries(card: Card, most: int) -> Card:
    """Return the card with so many entries of its lists; the number of the others is told after the last one."""
    blocks: list[Block] = []
    count = 0
    told_at = 0
    for block in card.blocks:
        if not _may_go(block):
            blocks.append(block)
            continue
        count += 1
        if count <= most:
            blocks.append(block)
        if count <= most + 1:
            told_at = len(blocks)
    if count > most:
        blocks.insert(told_at, Note((card.more.format(n=count - most),)))
    return replace(card, blocks=tuple(blocks))


def _with_texts(card: Card, most: int, even_whole: bool) -> Card:
    """Return the card with no text longer than so many characters among those that may end sooner."""
    shorter = (
        replace(each, text=cut(each.text, most)) if _may_end_sooner(each, even_whole) else each for each in card.blocks
    )
    return replace(card, blocks=tuple(shorter))
