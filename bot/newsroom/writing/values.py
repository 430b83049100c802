"""Writes a value as YAML: whatever it holds, it is read back as the same text, and never as YAML's own signs."""

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from bot.core.errors import NewspegError

_WIDTH = 110
_STEP = "  "
_FIRST = "“”„«‘’("  # beside letters and digits: what a plain text may begin with
_NOT_IN_FLOW = frozenset(",[]{}:")
_TYPED = re.compile(r"null|true|false|yes|no|on|off|y|n|~|[\d.eE_+-]+|0[xob]\w+|\d[\d:.-]*.*", re.IGNORECASE)
_DATE = re.compile(r"[\d.][\dTZ:+./?~%-]*")
_DATES = frozenset(("date", "start", "changed"))
_TYPED_KEYS = frozenset(("paragraph", "key", "own", "plural"))
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BYTE, _PLANE = 0xFF, 0xFFFF


def after_key(key: str, value: Any, column: int) -> str:
    """Return what stands behind `key:` in a mapping whose keys begin at this column."""
    indent = " " * column
    if isinstance(value, Mapping) and value:
        return f"\n{indent}{_STEP}{pairs(value, column + len(_STEP))}"
    if _holds_mappings(value):
        return "".join(f"\n{indent}{_STEP}- {after_dash(each, column + len(_STEP))}" for each in value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f" {wrapped_flow(value, column + len(key) + 2)}"
    if isinstance(value, str) and len(value) + column + len(key) > _WIDTH and _can_be_folded(value):
        folded = wrap(value, _WIDTH - column - len(_STEP), break_long_words=False, break_on_hyphens=False)
        return " >-" + "".join(f"\n{indent}{_STEP}{line}" for line in folded)
    return f" {inline(value, key)}"


def after_dash(value: Any, column: int) -> str:
    """Return what stands behind the dash of an item; the dash is at this column."""
    return pairs(value, column + len(_STEP)) if isinstance(value, Mapping) and value else inline(value)


def pairs(value: Mapping[str, Any], column: int) -> str:
    """Return a mapping's lines, all but the first indented to this column."""
    lines = (f"{key_of(key)}:{after_key(key, each, column)}" for key, each in value.items())
    return f"\n{' ' * column}".join(lines)


def key_of(key: str) -> str:
    """Return a key as it is written."""
    return key if re.fullmatch(r"[a-z][a-z_]*", key) else _quoted(key)


def wrapped_flow(value: Sequence[Any], column: int, key: str = "") -> str:
    """Return a list between brackets, of which the first stands at this column; long ones go on in the next line."""
    lines, line = [], ""
    for each in (inline(each, key, in_flow=True) for each in value):
        if line and column + len(line) + len(each) > _WIDTH:
            lines.append(line)
            line = ""
        line += f"{', ' if line else ''}{each}"
    between = ",\n" + " " * (column + 1)
    return f"[{between.join([*lines, line])}]"


def inline(value: Any, key: str = "", *, in_flow: bool = False) -> str:  # noqa: PLR0911 -- a kind each
    """Return a value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key_of(each)}: {inline(value[each], each, in_flow=True)}' for each in value)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(inline(each, key, in_flow=True) for each in value)}]"
    text = str(value)
    if key in _DATES and _DATE.fullmatch(text) and not text.endswith(":"):
        return text
    if key in _TYPED_KEYS and re.fullmatch(r"\d+|true|false", text):
        return text
    return text if _is_plain(text, in_flow=in_flow) else _quoted(text)


def _holds_mappings(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) and each for each in value)


def _can_be_folded(text: str) -> bool:
    return text.isprintable() and "://" not in text and all(text.split(" "))


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if not text or not text.isprintable() or text != text.strip() or _TYPED.fullmatch(text):
        return False
    if not (text[0].isalnum() or text[0] in _FIRST):
        return False
    return not (": " in text or " #" in text or text.endswith(":") or (in_flow and _NOT_IN_FLOW.intersection(text)))


def _quoted(text: str) -> str:
    if text and text.isprintable():
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise NewspegError("There is half a character in this text, which no file can hold: type it anew.")
    if character in _SHORT or character.isprintable():
        return _SHORT.get(character, character)
    if code <= _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _PLANE else f"\\U{code:08x}"
