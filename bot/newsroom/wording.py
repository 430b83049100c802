"""Puts pydantic's errors about a story into sentences for the journalist who wrote it."""

import re
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.core.stories.fields import SLUG_LENGTH, SLUG_PATTERN
from bot.core.stories.leads import Lead
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.zones import zone_problem
from bot.newsroom.tree import Loc

_SHOWN = 40
_LISTED = 15
_CLOSE = 65


def describe(error: ErrorDetails) -> str:
    """Describe an error in one sentence, with the text to write instead."""
    write = _SENTENCES.get(error["type"])
    return write(error) if write else f"{_subject(error)}: {error['msg'].removeprefix('Value error, ')}"


def folder_problem(slug: str) -> str | None:
    """Return the fault in the name of a story's folder, or None."""
    if re.fullmatch(SLUG_PATTERN, slug) and len(slug) <= SLUG_LENGTH:
        return None
    better = normalise(slug).replace(" ", "-")[:SLUG_LENGTH].strip("-")
    example = f"; rename it, to “{better}” say" if better else ""
    return (
        f"the folder's name “{slug}” is the story's address in chats: it takes lower-case letters a-z, digits and"
        f" single hyphens, at most {SLUG_LENGTH} characters{example}"
    )


def suggestion(word: str, choices: Iterable[str], none: str = "there are none yet") -> str:
    """Return the nearest of the choices as a question, or all of them if none is near."""
    valid = sorted(choices)
    found = process.extractOne(
        word[:200], valid, scorer=fuzz.token_set_ratio, processor=_separate_words, score_cutoff=_CLOSE
    )
    if found:
        return f"did you mean “{found[0]}”?"
    if not valid:
        return none
    if len(valid) == 1:
        return f"there is only “{valid[0]}”"
    more = f" and {len(valid) - _LISTED} more" if len(valid) > _LISTED else ""
    return f"there are {', '.join(valid[:_LISTED])}{more}"


def _separate_words(text: str) -> str:
    return text.replace("-", " ").replace("_", " ").lower()


def model_at(loc: Loc) -> type[BaseModel] | None:
    """Return the model whose keys stand at a place of the file."""
    model: type[BaseModel] | None = Story
    for key in loc:
        if isinstance(key, str) and model:
            model = _models_of(model).get(key)
    return model


@cache
def _models_of(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    found = {name: _model_in(field.annotation) for name, field in model.model_fields.items()}
    return {name: inner for name, inner in found.items() if inner}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _subject(error: ErrorDetails) -> str:
    *_, last = ("this file", *error["loc"])
    if isinstance(last, str):
        return f"“{last}”" if error["loc"] else last
    keys = [key for key in error["loc"] if isinstance(key, str)]
    return f"an item of “{keys[-1]}”"


def _shown(value: object) -> str:
    text = str(value)
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"


def _noun(loc: Loc) -> str:
    name = (model_at(loc) or Story).__name__.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _missing(error: ErrorDetails) -> str:
    key, model = str(error["loc"][-1]), model_at(error["loc"][:-1]) or Story
    meaning = model.model_fields[key].description if key in model.model_fields else None
    explained = f" ({meaning.rstrip('.')})" if meaning else ""
    return f"{_noun(error['loc'][:-1])} needs the key “{key}”{explained}"


def _unknown_key(error: ErrorDetails) -> str:
    key, around = str(error["loc"][-1]), error["loc"][:-1]
    if not around and key == "slug":
        return "unknown key “slug”: the folder's name is the story's slug; delete this line"
    model = model_at(around) or Story
    keys = [name for name in model.model_fields if (model, name) != (Story, "slug")]
    return f"unknown key {_shown(key)}; {suggestion(key, keys)}"


def _dangling(error: ErrorDetails) -> str:
    context = error["ctx"]
    none = "no fact has an id yet" if context["kind"] == "facts" else "there are none yet"
    near = suggestion(context["id"], set(context["valid"]), none)
    return f"no id {_shown(context['id'])} under {context['kind']}; {near}"


def _not_a_choice(error: ErrorDetails) -> str:
    if isinstance(error["input"], list | dict):
        return _not_text(error)
    choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
    near = process.extractOne(str(error["input"])[:200], choices, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    question = f"; did you mean “{near[0]}”?" if near else ""
    return f"{_subject(error)} is {_shown(error['input'])}, but must be {listed}{question}"


def _bad_pattern(error: ErrorDetails) -> str:
    if error["loc"][-1] == "language":
        return f"“language” is {_shown(error['input'])}, but must be a language tag such as en, sr or sr-Latn"
    better = normalise(str(error["input"])).replace(" ", "-").lstrip("0123456789-")
    example = f"; write “{better}”, say" if better else ""
    rule = "an id is made of lower-case letters a-z, digits and single hyphens, and begins with a letter"
    return f"{rule}; {_shown(error['input'])} is not{example}"


def _too_long_text(error: ErrorDetails) -> str:
    return f"{_subject(error)} has {len(str(error['input'])):,} characters; at most {error['ctx']['max_length']:,} fit"


def _too_many(error: ErrorDetails) -> str:
    context = error["ctx"]
    return f"{_subject(error)} has {context['actual_length']} items; at most {context['max_length']} fit"


def _not_text(error: ErrorDetails) -> str:
    found = "a list" if isinstance(error["input"], list) else "keys with values"
    return f"{_subject(error)} must be one text, not {found}"


def _not_a_model(error: ErrorDetails) -> str:
    model = model_at(error["loc"])
    keys = [name for name, field in model.model_fields.items() if field.is_required()] if model else []
    return f"{_subject(error)} must be made of keys with values: {', '.join(keys)}"


def _not_a_number(error: ErrorDetails) -> str:
    return f"{_subject(error)} must be a whole number from 0 to 9999, or a list of them such as [3, 4]"


def _not_true_or_false(error: ErrorDetails) -> str:
    if isinstance(error["input"], list | dict):
        return _not_text(error)
    return f"{_subject(error)} is {_shown(error['input'])}, but must be true or false"


def _bad_lead(error: ErrorDetails) -> str:
    if isinstance(error["input"], list | dict):
        return _not_text(error)
    lead = Lead.typed(str(error["input"]))
    question = f"; did you mean “{lead}”?" if lead else ""
    named = "" if error["msg"].startswith("“") else f"{_shown(error['input'])}: "
    return f"{named}{error['msg']}{question}"


def _own_words(error: ErrorDetails) -> str:
    if isinstance(error["input"], list | dict):
        return _not_text(error)
    return error["msg"]


def _of_a_list(error: ErrorDetails) -> str:
    return error["msg"]


_SENTENCES: Mapping[str, Callable[[ErrorDetails], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "dangling": _dangling,
    "lead": _bad_lead,
    "zone": lambda error: zone_problem(error["ctx"]["zone"]) or error["msg"],
    "literal_error": _not_a_choice,
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _too_long_text,
    "string_too_short": lambda error: f"{_subject(error)} is empty; write a value, or delete the line",
    "string_type": _not_text,
    "too_long": _too_many,
    "too_short": lambda error: f"{_subject(error)} needs at least one item",
    "tuple_type": lambda error: f"{_subject(error)} must be a list: [one, another], or an item a line after “- ”",
    "model_type": _not_a_model,
    "bool_parsing": _not_true_or_false,
    "bool_type": _not_true_or_false,
    "int_parsing": _not_a_number,
    "int_parsing_size": _not_a_number,
    "int_type": _not_a_number,
    "greater_than_equal": _not_a_number,
    "less_than_equal": _not_a_number,
    **dict.fromkeys(("alike", "order"), _of_a_list),
    **dict.fromkeys(
        ("duplicate", "edtf_date", "marked", "offset", "same_as", "speaker", "start", "untypable"), _own_words
    ),
}
