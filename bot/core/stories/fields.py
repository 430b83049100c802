"""The kinds of values in a story file: ids, names, texts, references, paragraphs; each with its own rules."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from bot.core.stories.spelling import normalise

# Together with a command and a page these fit the 64 bytes of a Telegram button.
SLUG_LENGTH = 24
ID_LENGTH = 20
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"  # begins with a letter: a bare number is a page
NAME_LENGTH = 80
QUESTION_LENGTH = 200
MOST_QUESTIONS = 10
_URL_LENGTH = 2000
_NOT_IN_URL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>\"\\^`{|}]")
_ELSEWHERE = r"^(country:[A-Z]{2}|geonames:[1-9][0-9]{0,9})$"
_SHOWN = 60
_QUOTATION_MARKS = '"“”„«»'


def _can_be_typed(name: str) -> str:
    if not normalise(name):
        raise PydanticCustomError(
            "untypable", "“{name}” has no letter or digit that a reader could type", {"name": name}
        )
    return name


def _on_one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


def _bare(words: str) -> str:
    if words[0] in _QUOTATION_MARKS and words[-1] in _QUOTATION_MARKS:
        raise PydanticCustomError("marked", "a quotation is written without its quotation marks: they are added")
    return words


def can_be_opened(url: str) -> bool:
    """True if the text is the address of a web page, and of nothing else: http or https, without a user's name."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and parts.hostname and not parts.username and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False
    return bool(fits) and len(url) <= _URL_LENGTH and not _NOT_IN_URL.search(url)


def _opens(url: str) -> str:
    if not can_be_opened(url):
        raise PydanticCustomError(
            "link",
            "“{link}” is not a link that readers can open: "
            "it begins with https:// or http://, and has no blanks, quotation marks or pointed brackets",
            {"link": url},
        )
    return url


def _names_it_elsewhere(text: str) -> str:
    if not re.fullmatch(_ELSEWHERE, text):
        raise PydanticCustomError(
            "same_as",
            "“{text}” is none of the names elsewhere: write country:BA (ISO 3166) or geonames:3191281",
            {"text": text[:_SHOWN]},
        )
    return text


OneLine = AfterValidator(_on_one_line)
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), OneLine]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH),
    OneLine,
    AfterValidator(_can_be_typed),
]
Url = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=_URL_LENGTH), AfterValidator(_opens)
]
Elsewhere = Annotated[str, AfterValidator(_names_it_elsewhere), Field(json_schema_extra={"pattern": _ELSEWHERE})]
"""A country by its code in ISO 3166, or a place by its number at GeoNames."""
ShortQuotation = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400),
    OneLine,
    AfterValidator(_bare),
]

Kind = Literal["summary", "entities", "events", "history", "topics", "facts", "quotations", "corrections"]
"""The lists whose items have ids; the histories of all events are one list, as they stand on one page."""


def listed(data: Mapping[str, Any], kind: Kind) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    """Yield each item of a kind with its place in the raw data, which may be broken in any way."""
    if kind == "history":
        for place, event in listed(data, "events"):
            yield from _items((*place, kind), event.get(kind))
    else:
        yield from _items((kind,), data.get(kind))


def _items(place: tuple[str | int, ...], found: object) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    for index, item in enumerate(found if isinstance(found, list | tuple) else ()):
        if isinstance(item, Mapping):
            yield (*place, index), item


def _exists(kind: Kind, text: str, info: ValidationInfo) -> str:
    ids: Mapping[str, Counter[str]] = info.context or {}
    if kind in ids and text not in ids[kind]:
        raise PydanticCustomError(
            "dangling", "no id “{id}” under {kind}", {"id": text, "kind": kind, "valid": ids[kind]}
        )
    return text


def _unique(kind: Kind, text: str, info: ValidationInfo) -> str:
    ids: Mapping[str, Counter[str]] = info.context or {}
    if kind in ids and ids[kind][text] > 1:
        raise PydanticCustomError(
            "duplicate", "the id “{id}” stands more than once under {kind}", {"id": text, "kind": kind}
        )
    return text


def reference(kind: Kind) -> AfterValidator:
    """Check that the value is an id that stands under this key of the file."""
    return AfterValidator(lambda text, info: _exists(kind, text, info))


def own_id(kind: Kind) -> AfterValidator:
    """Check that the value is an id that stands only once under this key of the file."""
    return AfterValidator(lambda text, info: _unique(kind, text, info))


def one_or_more(value: object) -> object:
    """Turn a single item into a list."""
    return value if isinstance(value, list | tuple) else [value]


EntityRef = Annotated[str, reference("entities")]
TopicRef = Annotated[str, reference("topics")]
EventRef = Annotated[str, reference("events")]
FactRef = Annotated[str, reference("facts")]
Speakers = Annotated[
    tuple[EntityRef, ...], BeforeValidator(one_or_more, json_schema_input_type=EntityRef | list[EntityRef])
]
"""Written as one id, or as a list of ids."""


def _none_alike(questions: tuple[str, ...]) -> tuple[str, ...]:
    """Check that no question stands twice; the error tells which item it is about."""
    first: dict[str, int] = {}
    for index, question in enumerate(questions):
        before = first.setdefault(normalise(question, None) or question, index)
        if before != index:
            raise PydanticCustomError(
                "alike",
                "“{question}” asks the same as “{before}”: one of them is enough",
                {"question": question, "before": questions[before], "item": index},
            )
    return questions


Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_LENGTH), OneLine]
Questions = Annotated[
    tuple[Question, ...],
    Field(max_length=MOST_QUESTIONS, description="Questions that it answers, as readers put them; /ask suggests them."),
    AfterValidator(_none_alike),
]
Paragraph = Annotated[int, Field(ge=0, le=9999)]
Paragraphs = Annotated[
    tuple[Paragraph, ...],
    BeforeValidator(one_or_more, json_schema_input_type=Paragraph | Annotated[list[Paragraph], Field(min_length=1)]),
    Field(min_length=1, description="The article's paragraph, or a list of them; the headline is 0."),
]
