"""Writes a draft as the text of a story file, in the order and the manner in which an editor would write it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

_WIDTH = 110
_PLAIN = re.compile(r"[^\W_](?:[\w /.…()’“”–—'-]*[\w.…)’”])?")
_TYPED = re.compile(r"null|true|false|yes|no|on|off|y|n|[\d.eE_+-]+|0[xob]\w+|\d[\d:.-]*.*", re.IGNORECASE)
_DATES = frozenset(("date", "start", "changed"))

Comments = Mapping[int, Sequence[str]]
"""Lines to stand before an item, by the `id` of its data."""


def yaml_of(data: Mapping[str, Any], comments: Comments, head: Sequence[str] = ()) -> str:
    """Return a story's plain data as YAML, with these comments; `head` stands before everything."""
    lines = [line for each in head for line in _comment(each, "")]
    for key, value in data.items():
        is_list = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
        lines += ["", f"{key}:", *_items(value, comments, "  ")] if is_list else _pair(key, value, "", comments)
    return "\n".join(lines).lstrip("\n") + "\n"


def _items(items: Sequence[Mapping[str, Any]], comments: Comments, indent: str) -> Iterator[str]:
    for item in items:
        yield from (line for each in comments.get(id(item), ()) for line in _comment(each, indent))
        pairs = [line for key, value in item.items() for line in _pair(key, value, f"{indent}  ", comments)]
        yield f"{indent}- {pairs[0].lstrip()}"
        yield from pairs[1:]


def _comment(text: str, indent: str) -> Iterator[str]:
    width = _WIDTH - len(indent)
    yield from (f"{indent}# {line}" for line in wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _pair(key: str, value: Any, indent: str, comments: Comments) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{indent}{key}:", *(line for each in value.items() for line in _pair(*each, f"{indent}  ", comments))]
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [f"{indent}{key}:", *_items(value, comments, f"{indent}  ")]
    if isinstance(value, list):
        return [f"{indent}{key}: [{', '.join(_scalar(key, each) for each in value)}]"]
    if isinstance(value, str) and len(value) + len(indent) + len(key) > _WIDTH and "://" not in value:
        width = _WIDTH - len(indent) - 2
        folded = wrap(value, width, break_long_words=False, break_on_hyphens=False)
        return [f"{indent}{key}: >-", *(f"{indent}  {line}" for line in folded)]
    return [f"{indent}{key}: {_scalar(key, value)}"]


def _scalar(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or key in _DATES:
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text):
        return text
    if key in ("url", "archived") or (key == "same_as" and re.fullmatch(r"\w+:\w+", text)):
        return text if not re.search(r"[\s#,\[\]{}]|:$", text) else f"'{_doubled(text)}'"
    return f"'{_doubled(text)}'"


def _doubled(text: str) -> str:
    return text.replace("'", "''")
