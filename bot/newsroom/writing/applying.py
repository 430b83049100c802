"""Applies what an editor does to the text of a story file; what is not touched stays as it is, to the last sign."""

from collections.abc import Sequence
from typing import Any, assert_never

from bot.core.editing import operations as do
from bot.core.editing.operations import Operation
from bot.newsroom.writing import entities, plans, statements
from bot.newsroom.writing.layout import layout_of
from bot.newsroom.writing.patching import patched


def applied(text: str, operations: Sequence[Operation], article: Sequence[str] = ()) -> str:
    """Return the text with the operations applied, one after the other.

    `article`: the paragraphs of the article beside the story, the headline first; with them dates are counted anew.
    NewspegError says in one sentence why an operation makes no sense; then nothing is done.
    """
    layout = layout_of(text)
    for operation in operations:
        _apply(layout.data, operation, article)
    return patched(layout)


def _apply(data: dict[str, Any], operation: Operation, article: Sequence[str]) -> None:  # noqa: PLR0912 -- a case each
    match operation:
        case do.SetField():
            statements.set_field(data, operation)
        case do.Accept():
            statements.accept(data, operation)
        case do.Drop():
            statements.drop(data, operation)
        case do.Add():
            statements.add(data, operation)
        case do.MergeEntities():
            entities.merge(data, operation)
        case do.SplitEntity():
            entities.split(data, operation, article)
        case do.DropEntities():
            entities.drop(data, operation)
        case do.RetypeEntities():
            entities.retype(data, operation)
        case do.ToggleClaim():
            statements.toggle_claim(data, operation)
        case do.CutSentence():
            statements.cut(data, operation)
        case do.Redate():
            plans.redate(data, operation, article)
        case do.Correct():
            plans.correct(data, operation)
        case do.ChangePlan():
            plans.change_plan(data, operation)
        case do.Retract():
            plans.retract(data, operation)
        case do.Publish():
            plans.publish(data, operation)
        case _:
            assert_never(operation)
