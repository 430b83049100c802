"""Requests to the Bot API against its specification, whose prose is read for what its types do not say.

The specification becomes one JSON Schema: an object for each type, and one for each method's parameters. Telegram
counts text in UTF-16 code units, after it has taken the markup out; JSON Schema cannot, so two keywords of our own do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from tests.contracts.specification import faults, formats, specification
from tests.contracts.telegram_html import read

Json = dict[str, Any]

UPLOADED = "uploaded"
"""What stands for the contents of a file among the parameters."""

_LENGTH = re.compile(r"(?:(\d+)-|up to |exceed )(\d+) (characters|bytes)", re.IGNORECASE)
_PARSED = re.compile(r"after entit(?:y|ies) parsing")
_NUMBER = re.compile(r"(?<![\d-])(\d+)-(\d+)\b")
_ITEMS = re.compile(r"(?:list of|include) (?:(\d+)-|up to |at most )(\d+) |[Aa]t most (\d+) ")
_QUOTED = r'"[^"]*"(?: \([^)]*\)| for [^,;"]*)?'
_ONE_OF = re.compile(rf"(?:one of|can be|either|always) ((?:{_QUOTED}(?:, or |, | or )?)+)")
_MUST_BE = re.compile(r", must be (\w+)$")
_MOST_OF = re.compile(r"No more than (\d+) (\w+) per")
_NEEDED = re.compile(r"[Rr]equired if (\w+)(?: and \w+)? (?:is not|are not|isn't) specified")
_ONE_ACTION = re.compile(r"(Exactly|At most) one of the fields other than ([\w, ]+) must be used")
_LETTERS = {
    "only lowercase English letters, digits and underscores": r"^[a-z0-9_]*$",
    "Only characters A-Z, a-z, 0-9, _ and - are allowed": r"^[A-Za-z0-9_-]*$",
}
_PLAIN: Mapping[str, Json] = {
    "Integer": {"type": "integer"},
    "Float": {"type": "number"},
    "Boolean": {"type": "boolean"},
    "InputFile": {"const": UPLOADED},
}


def check_telegram(method: str, params: Mapping[str, Any] | None = None) -> list[str]:
    """What is wrong with the parameters of a method of the Bot API, each fault with its place; empty if nothing is.

    The parameters are as they were before they were put into a form; a file's contents are `UPLOADED`.
    """
    if method not in _api()["methods"]:
        return [f"{_api()['version']} has no method {method}"]
    return faults(_validator(method), dict(params or {}))


@cache
def _api() -> Json:
    api: Json = specification("telegram-api")
    return api


@cache
def _validator(method: str) -> Draft202012Validator:
    schema = {**_fields(_api()["methods"][method]), "$defs": _definitions()}
    validator: Draft202012Validator = _Counting(schema, format_checker=formats)
    return validator


@cache
def _definitions() -> Json:
    return {name: _type(each) for name, each in _api()["types"].items()}


def _type(described: Json) -> Json:
    if described.get("subtypes"):
        return {"anyOf": [_value(each) for each in described["subtypes"]]}
    if not described.get("fields"):
        return {"type": ["object", "string"]}
    return _fields(described) | _actions(described)


def _fields(described: Json) -> Json:
    fields = described.get("fields", [])
    needed: list[Json] = [
        {"anyOf": [{"required": [each["name"]]}, {"required": [found[1]]}]}
        for each in fields
        if (found := _NEEDED.search(each["description"]))
    ]
    return {
        "type": "object",
        "properties": {each["name"]: _field(each) | _most(each, described) for each in fields},
        "required": [each["name"] for each in fields if each["required"]],
        "additionalProperties": False,
        "parsedUnits": {
            each["name"]: _length(each["description"])[:2] for each in fields if _PARSED.search(each["description"])
        },
        **({"allOf": needed} if needed else {}),
    }


def _most(field: Json, described: Json) -> Json:
    """How many the description of the whole allows of a field."""
    found = _MOST_OF.search(" ".join(described.get("description", ())))
    return {"maxItems": int(found[1])} if found and found[2] == field["name"] else {}


def _actions(described: Json) -> Json:
    """How many of a button's actions may be named."""
    found = _ONE_ACTION.search(" ".join(described.get("description", ())))
    if found is None:
        return {}
    others = set(re.split(r",? and |, ", found[2]))
    actions = [each["name"] for each in described["fields"] if each["name"] not in others]
    one_of: list[Json] = [{"required": [each]} for each in actions]
    if found[1] == "At most":
        one_of.append({"not": {"anyOf": list(one_of)}})
    return {"oneOf": one_of}


def _field(described: Json) -> Json:
    kinds = [_value(each, described["description"], described["name"]) for each in described["types"]]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _value(kind: str, description: str = "", name: str = "") -> Json:
    if kind.startswith("Array of "):
        items = _value(kind.removeprefix("Array of "))
        if name == "allowed_updates":
            items = {"enum": [each["name"] for each in _api()["types"]["Update"]["fields"]][1:]}
        return {"type": "array", "items": items, **_items(description)}
    if kind == "String":
        return {"type": "string", **_string(description, name)}
    if kind in ("Integer", "Float"):
        return {**_PLAIN[kind], **_number(description)}
    return dict(_PLAIN.get(kind) or {"$ref": f"#/$defs/{kind}"})


def _string(description: str, name: str) -> Json:
    said: Json = {}
    if letters := [each for words, each in _LETTERS.items() if words in description]:
        said["pattern"] = letters[0]
    if _LENGTH.search(description) and not _PARSED.search(description):
        said["units"] = _length(description)
    if name.endswith("parse_mode"):
        said["enum"] = ["HTML", "Markdown", "MarkdownV2"]
    elif found := _ONE_OF.search(description):
        said["enum"] = re.findall(r'"([^"]*)"', re.sub(r"\([^)]*\)", "", found[1]))
    elif found := _MUST_BE.search(description):
        said["const"] = found[1]
    return said


def _length(description: str) -> tuple[int, int, str]:
    found = _LENGTH.search(description)
    assert found, description
    return int(found[1] or 0), int(found[2]), found[3].lower()


def _number(description: str) -> Json:
    found = _NUMBER.search(description)
    return {"minimum": int(found[1]), "maximum": int(found[2])} if found else {}


def _items(description: str) -> Json:
    found = _ITEMS.search(description)
    return {"minItems": int(found[1] or 0), "maxItems": int(found[2] or found[3])} if found else {}


def _units(_: object, allowed: tuple[int, int, str], text: object, __: object) -> Iterator[ValidationError]:
    least, most, unit = allowed
    if isinstance(text, str):
        count = len(text.encode()) if unit == "bytes" else _utf16(text)
        if not least <= count <= most:
            yield ValidationError(f"{count} {unit}, {least} to {most} are allowed")


def _parsed_units(
    _: object, allowed: Mapping[str, tuple[int, int]], value: object, __: object
) -> Iterable[ValidationError]:
    if not isinstance(value, dict):
        return
    for name in (each for each in allowed.keys() & value.keys() if isinstance(value[each], str)):
        least, most = allowed[name]
        try:
            text = read(value[name]) if value.get("parse_mode") == "HTML" else value[name]
        except AssertionError as error:
            yield ValidationError(f"its markup is wrong: {error}", path=[name])
            continue
        if not least <= _utf16(text) <= most:
            yield ValidationError(f"{_utf16(text)} characters once parsed, {least} to {most} are allowed", path=[name])


_Counting = extend(Draft202012Validator, {"units": _units, "parsedUnits": _parsed_units})  # type: ignore[no-untyped-call] # jsonschema's stubs give it no types


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
