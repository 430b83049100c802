"""Reading a published specification, and telling what about a value breaks it."""

import gzip
import json
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import FormatChecker, ValidationError
from jsonschema.protocols import Validator
from yarl import URL

_LONGEST = 200

formats = FormatChecker(())
"""The formats that a text is checked for; of itself jsonschema checks none without more packages."""


@formats.checks("uri")
def _is_absolute(value: object) -> bool:
    return not isinstance(value, str) or URL(value).absolute or URL(value).scheme in {"attachment", "tg"}


@formats.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def specification(name: str) -> Any:
    """A specification as it was published."""
    return json.loads(gzip.decompress((Path(__file__).parent / f"{name}.json.gz").read_bytes()))


def faults(validator: Validator, value: Any) -> list[str]:
    """What is wrong with a value, each fault with its place; where it may have one of several shapes, the nearest's."""
    nearest = [fault for error in validator.iter_errors(value) for fault in _nearest(error)]
    return [f"{fault.json_path}: {_shortened(fault.message)}" for fault in nearest]


def _shortened(message: str) -> str:
    """The message, which quotes what is wrong before it says why, without the midst of a long quotation."""
    return message if len(message) <= _LONGEST else f"{message[: _LONGEST // 2]}…{message[-_LONGEST // 2 :]}"


def _nearest(error: ValidationError) -> list[ValidationError]:
    """The faults against that shape which the value was meant to have, by its type and by how little is wrong."""
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        return [error]
    shapes: defaultdict[Any, list[ValidationError]] = defaultdict(list)
    for each in error.context:
        shapes[each.relative_schema_path[0]].append(each)
    meant = min(shapes.values(), key=lambda wrong: (any(map(_is_of_another_kind, wrong)), len(wrong)))
    return [fault for each in meant for fault in _nearest(each)]


def _is_of_another_kind(error: ValidationError) -> bool:
    place = list(error.relative_path)
    return (place == [] and error.validator == "type") or (place == ["type"] and error.validator in ("enum", "const"))
