"""Takes out of a draft what a check would refuse, so that every draft is valid, however odd its article is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.newsroom.article import compare_with_article
from bot.newsroom.checking import check_bytes
from bot.newsroom.drafting.names import slug_for
from bot.newsroom.drafting.yaml_text import yaml_of
from bot.newsroom.folders import STORY_FILE
from bot.newsroom.source import Source, read_source
from bot.newsroom.tree import Loc

_ROUNDS = 20
_OPTIONAL = frozenset(
    ("date", "about", "via", "to", "place", "aliases", "same_as", "history", "events", "review", "id")
)


def mended(data: dict[str, Any], paragraphs: Sequence[str], role_of: Callable[[str], str]) -> dict[str, Any]:
    """Return the data without what has an error, by itself or against its article; it is changed in place.

    `role_of` returns the role of an entity of a type for which the article states none.
    """
    file = Path(slug_for(paragraphs[0])) / STORY_FILE
    for _ in range(_ROUNDS):
        raw = yaml_of(data, {}).encode()
        checked = check_bytes(raw, file)
        found = list(checked.problems)
        if checked.story:
            compared = compare_with_article(checked.story, file, raw, paragraphs)
            found = [problem for problem in compared if not problem.is_warning]
        if not found:
            break
        source = read_source(raw)
        places = {_place(source, problem.line) for problem in found}
        for place in sorted(places, key=lambda loc: (str(loc[:1]), loc[1:2]), reverse=True):
            _take_out(data, place, role_of)
    return data


def _place(source: Source, line: int) -> Loc:
    """Return the place in the file that stands on a line; the innermost of several."""
    return max((loc for loc, at in source.lines.items() if at == line), key=len, default=())


def _take_out(data: dict[str, Any], place: Loc, role_of: Callable[[str], str]) -> None:
    """Take out a key that a story may do without, or else the whole item."""
    if len(place) < 2 or not isinstance(place[1], int):
        if place[:1] in (("source",), ("review",)):
            data.pop(str(place[0]), None)
        elif place[:2] == ("credit", "outlets"):
            data["credit"].pop("outlets", None)
        return
    kind, index, *keys = place
    items = data[str(kind)]
    item = items[index]
    key = str(keys[0]) if keys else ""
    if key in _OPTIONAL and (key != "id" or kind == "facts"):
        item.pop(key, None)
    elif key == "role" and item["role"] != role_of(item["type"]):
        item["role"] = role_of(item["type"])
    elif len(items) > 1 or kind in ("quotations", "events"):
        del items[index]
        if not items:
            del data[str(kind)]
