"""The model that every part of a story file is: frozen, without unknown keys, and written without new defaults."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from bot.core.stories.fields import Text

# A snapshot always has these fields. All other fields are left out at their defaults, so that a story keeps its
# version when a release brings a new one: never add to these.
_ALWAYS_WRITTEN: Mapping[str, Collection[str]] = {
    "Entity": ("aliases",),
    "Fact": ("kind", "about", "topics", "events"),
    "Event": ("status", "about", "aliases", "history"),
    "Correction": ("facts", "events"),
    "Credit": ("outlets",),
    "Story": ("language", "topics", "quotations", "events", "leads", "corrections"),
}


class StoryModel(BaseModel):
    """A part of a story file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    review: Text | None = Field(None, exclude=True)
    """What an editor should look at before the story is published; readers, snapshots and versions never have it."""

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy the model with other values; what was worked out of its own ones stays with it."""
        copy = super().model_copy(update=update, deep=deep)
        for name in _worked_out(type(self)):
            vars(copy).pop(name, None)
        return copy

    @model_serializer(mode="wrap")
    def _without_new_defaults(self, serialise: SerializerFunctionWrapHandler) -> Any:
        written: dict[str, Any] = serialise(self)
        for name, default in _new_defaults(type(self)):
            if getattr(self, name) == default:
                written.pop(name, None)
        return written


@cache
def _worked_out(model: type[BaseModel]) -> Sequence[str]:
    """The properties that a model keeps once they were asked for."""
    attributes = (each for base in model.__mro__ for each in vars(base).items())
    return [name for name, attribute in attributes if isinstance(attribute, cached_property)]


@cache
def _new_defaults(model: type[BaseModel]) -> Sequence[tuple[str, object]]:
    """The fields that are left out at their defaults; those without a value are left out anyway."""
    always = _ALWAYS_WRITTEN.get(model.__name__, ())
    fields = ((name, field.default) for name, field in model.model_fields.items() if not field.is_required())
    return [(name, default) for name, default in fields if name not in always and default is not None]
