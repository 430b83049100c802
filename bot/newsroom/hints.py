"""Explains a YAML parser's error so that a journalist who never heard of YAML can mend it.

The parser names the place where it stopped; the slip is often on that line, but may be on the one before.
"""

import re
from collections.abc import Sequence

import yaml

_TAB = "indent with spaces, not with a tab"
NO_BREAK = "a space here is a no-break space, as copied text has it; type it anew"
_HYPHEN = "an item of a list begins with a hyphen and a space"
_COLON = "a key needs a colon and a space after it, and the next line of a long text must be indented further"
_MARKS = "a text that contains “: ” needs quotation marks around it"
_ALL_OF_IT = "the text goes on after its closing mark: put other quotation marks around all of it"
_SPECIAL = "a text that begins with a special character needs quotation marks around it"
_NOT_ALIKE = "this line is not indented like those before it"

_HINTS = {
    "cannot start": _SPECIAL,
    "mapping keys": _SPECIAL,
    "alphabetic or numeric": _SPECIAL,
    "block sequence entries": f"{_SPECIAL}; a list begins on the next line",
    "end of stream": "a quotation mark is not closed",
    "expected ',' or": "a bracket is not closed, or a comma is missing",
}


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """Return the line to look at, from 1, and the fault there."""
    line, hint = _hint(error, text.splitlines())
    what = ", ".join(filter(None, (error.context, error.problem)))
    return line + 1, f"not valid YAML: {hint} ({what})" if hint else f"not valid YAML: {what}"


def _hint(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, str | None]:
    problem = error.problem or ""
    began = "end of stream" in problem or "expected ':'" in problem
    mark = error.context_mark if began else error.problem_mark
    place, column = (mark.line, mark.column) if mark else (0, 0)
    line = lines[place] if place < len(lines) else ""
    if hint := _seen(line, problem):
        return place, hint
    if "mapping values" in problem:
        return _two_colons(lines, place, column)
    if "expected ':'" in problem:
        return place, _COLON
    if "<block end>" in problem or "expected '-'" in problem or "expected key" in problem:
        return place, _out_of_line(line, column)
    return place, next((hint for part, hint in _HINTS.items() if part in problem), None)


def _seen(line: str, problem: str) -> str | None:
    """Return the fault that the line itself shows, or None."""
    if "tab" in problem or "\\t" in problem or "\t" in line[: len(line) - len(line.lstrip())]:
        return _TAB
    if re.match(r"[\s-]*\xa0|.*?:\xa0", line):
        return NO_BREAK
    return _HYPHEN if re.match(r"\s*(?:[–—•·*]|-[^\s-])", line) else None


def _two_colons(lines: Sequence[str], place: int, column: int) -> tuple[int, str]:
    """Explain a second colon on one line, or a line that was read as more of the text before it."""
    before = next((number for number in range(place - 1, -1, -1) if lines[number].strip()), place)
    if before == place or re.search(r":\s", lines[place][:column]):
        return place, _MARKS
    if hint := _seen(lines[before], ""):
        return before, hint
    if not re.search(r":(?:\s|$)", lines[before]):
        return before, _COLON
    return place, f"{_NOT_ALIKE}, but further"


def _out_of_line(line: str, column: int) -> str:
    indent = len(line) - len(line.lstrip())
    if column > indent:
        return _ALL_OF_IT
    if line.lstrip().startswith("-"):
        return f"{_NOT_ALIKE}, or an item before it lacks its hyphen"
    return _NOT_ALIKE
