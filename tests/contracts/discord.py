"""Requests to Discord's HTTP API against its specification, and against what only its documentation says."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.contracts.specification import faults, formats, specification

Json = dict[str, Any]

# discord.py sends these fields of itself. Discord documents the first two, and ignores the third.
_TAKEN_AS_WELL: Mapping[str, Json] = {
    "RichEmbed": {"flags": {"type": "integer"}},
    "ApplicationCommandUpdateRequest": {"nsfw": {"type": "boolean"}},
    "MessageEditRequestPartial": {"tts": {"const": False}},
    "IncomingWebhookUpdateRequestPartial": {"tts": {"const": False}},
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": {"tts": {"const": False}},
}

_SPECIFICATION = "urn:discord"
_METHODS = {"get", "put", "post", "patch", "delete"}
_WITH_FILES = "multipart/form-data"
_MOST_CONTENT, _MOST_IN_EMBEDS, _MOST_COMMANDS, _MOST_IN_A_COMMAND = 2000, 6000, 100, 8000
_COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
_SHOWN = ("content", "embeds", "components", "attachments", "sticker_ids", "poll", "message_reference")


def check_discord(method: str, path: str, body: Any = None, files: Collection[str] | None = None) -> list[str]:
    """What is wrong with a request, each fault with its place; empty if nothing is.

    The path is what comes after the API's version, without a query. `files` are the names of the files that came
    along, if they are known.
    """
    found = [(template, item) for pattern, template, item in _routes() if pattern.fullmatch(path)]
    if not found:
        return [f"there is no path {path}"]
    template, item = found[0]
    if method.lower() not in item:
        return [f"{template} takes no {method}"]
    body_asked = item[method.lower()].get("requestBody")
    if body is None:
        return ["a body is asked for"] if body_asked and body_asked.get("required") else []
    if body_asked is None:
        return [] if body == {} else ["no body is taken"]
    return faults(_validator(template, method.lower()), body) or [
        *_documented(template, body),
        *(() if files is None else _uploads(body, files, body_asked["content"])),
    ]


@cache
def _api() -> Json:
    """The specification, stricter where it leaves objects open, wider where Discord takes more than it says."""
    api: Json = specification("discord-openapi")
    schemas = api["components"]["schemas"]
    for schema in schemas.values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    for name, more in _TAKEN_AS_WELL.items():
        schemas[name]["properties"] |= more
    schemas["SnowflakeType"]["type"] = ["string", "integer"]  # discord.py gives some ids as numbers
    return api


@cache
def _routes() -> list[tuple[re.Pattern[str], str, Json]]:
    """A pattern, the template and what may be asked for each path; the most literal first."""
    paths = sorted(_api()["paths"].items(), key=lambda path: path[0].count("{"))
    return [(re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), path, item) for path, item in paths]


@cache
def _validator(template: str, method: str) -> Draft202012Validator:
    pointer = ("paths", template, method, "requestBody", "content", "application/json", "schema")
    escaped = "/".join(part.replace("~", "~0").replace("/", "~1") for part in pointer)
    quoted = escaped.replace("{", "%7B").replace("}", "%7D")
    return Draft202012Validator({"$ref": f"{_SPECIFICATION}#/{quoted}"}, registry=_registry(), format_checker=formats)


@cache
def _registry() -> Registry[Any]:
    empty: Registry[Any] = Registry()
    filled: Registry[Any] = empty.with_resource(_SPECIFICATION, DRAFT202012.create_resource(_api()))
    return filled


def _uploads(body: Any, files: Collection[str], content: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the files, and with what the body says of them."""
    if files and _WITH_FILES not in content:
        yield "no files are taken"
    for attachment in _message(body).get("attachments") or ():
        if (name := attachment.get("filename")) and name not in files:
            yield f"the attachment {name} did not come along"


def _documented(template: str, body: Any) -> Iterator[str]:
    if template.endswith("/commands"):
        yield from _commands(body if isinstance(body, list) else [body])
        return
    message = _message(body)
    if len(message.get("content") or "") > _MOST_CONTENT:
        yield f"$.content: more than {_MOST_CONTENT} characters"
    if (count := sum(map(_characters, message.get("embeds") or ()))) > _MOST_IN_EMBEDS:
        yield f"$.embeds: {count} characters together, more than {_MOST_IN_EMBEDS}"
    if template == "/channels/{channel_id}/messages" and not any(map(message.get, _SHOWN)):
        yield "$: an empty message"
    yield from _repeated(message)


def _message(body: Any) -> Json:
    """The message in a body: the body itself, or what answers an interaction."""
    message = body.get("data", body) if isinstance(body, dict) else {}
    return message if isinstance(message, dict) else {}


def _characters(embed: Json) -> int:
    """The characters that count, over all embeds, towards one limit."""
    named = [embed.get("title"), embed.get("description")]
    named += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    named += [field[key] for field in embed.get("fields") or () for key in ("name", "value")]
    return sum(len(text or "") for text in named)


def _repeated(message: Json) -> Iterator[str]:
    """Ids that stand twice in a message, values that stand twice in a list."""
    components = [each for row in message.get("components") or () for each in row.get("components") or ()]
    yield from _twice("custom_id", components)
    for component in components:
        yield from _twice("value", component.get("options") or ())


def _twice(key: str, among: Collection[Json]) -> Iterator[str]:
    counted = Counter(each[key] for each in among if each.get(key) is not None)
    yield from (f"$.components: {key} {value!r} stands there {n} times" for value, n in counted.items() if n > 1)


def _commands(commands: list[Json]) -> Iterator[str]:
    typed = [each for each in commands if each.get("type", 1) == 1]
    if len(typed) > _MOST_COMMANDS:
        yield f"$: {len(typed)} slash commands, more than {_MOST_COMMANDS}"
    for number, each in enumerate(typed):
        name = str(each.get("name", ""))
        if not _COMMAND_NAME.fullmatch(name) or name != name.lower():
            yield f"$[{number}].name: {name!r} is no name for a slash command"
        if not each.get("description"):
            yield f"$[{number}].description: a slash command needs one"
        if sum(_command_characters(each)) > _MOST_IN_A_COMMAND:
            yield f"$[{number}]: more than {_MOST_IN_A_COMMAND} characters"


def _command_characters(part: Json) -> Iterator[int]:
    """The characters that count towards a command's limit: names, descriptions and choices, of its options as well."""
    yield sum(len(str(part.get(key) or "")) for key in ("name", "description", "value"))
    for key in ("options", "choices"):
        for each in part.get(key) or ():
            yield from _command_characters(each)
