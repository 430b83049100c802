"""Builds a model from data that was valid once: unknown keys are ignored, and no rule is applied.

A BeforeValidator, which changes the shape of a value, is applied: so a field whose shape changed reads the old one.
"""

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

_AS_IT_IS = (str, int, bool, float)


def build(kind: Any, value: Any) -> Any:
    """Build the value of a type: a model, a tuple, a plain value, or a class with `parse`. ValueError if it cannot."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return build(arguments[0], _in_shape(value, arguments[1:]))
    if origin in (Union, UnionType):
        (wanted,) = (each for each in arguments if each is not NoneType)
        return None if value is None else build(wanted, value)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise ValueError(f"a list was to be expected, not {type(value).__name__}")
        return tuple(build(arguments[0], each) for each in value)
    if origin is Literal or kind in _AS_IT_IS:
        return _plain(value)
    if issubclass(kind, BaseModel):
        return _built(kind, value)
    return kind.parse(str(_plain(value)))


def _built(model: type[BaseModel], data: Any) -> BaseModel:
    if not isinstance(data, Mapping):
        raise ValueError(f"keys were to be expected for {model.__name__}, not {type(data).__name__}")
    values = {}
    for name, field in model.model_fields.items():
        if name in data:
            values[name] = build(field.annotation, _in_shape(data[name], field.metadata))
        elif field.is_required():
            raise ValueError(f"{model.__name__} has no {name}")
    return model.model_construct(**values)


def _in_shape(value: Any, metadata: Iterable[Any]) -> Any:
    for each in metadata:
        if isinstance(each, BeforeValidator):
            value = each.func(value)  # type: ignore[call-arg]  # ours take the value alone
    return value


def _plain(value: Any) -> Any:
    if not isinstance(value, _AS_IT_IS):
        raise ValueError(f"a text or number was to be expected, not {type(value).__name__}")
    return value
