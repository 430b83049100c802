"""Reads a story file as data that can be changed, and remembers where in the text everything of it stands."""

from dataclasses import dataclass
from typing import Any, TypeVar

import yaml

from bot.core.errors import NewspegError
from bot.newsroom.source import read_source

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BOM = "\ufeff"
_T = TypeVar("_T", dict[str, Any], list[Any])


@dataclass(frozen=True, slots=True)
class Layout:
    """A text, its data, and the node of the text that each mapping and list of the data was read from."""

    text: str
    data: dict[str, Any]
    root: yaml.MappingNode
    _nodes: dict[int, tuple[object, yaml.Node]]

    def node_of(self, value: object) -> yaml.Node | None:
        """Return the node that a mapping or a list was read from; None of a new one."""
        return self._nodes.get(id(value), (None, None))[1]


def layout_of(text: str) -> Layout:
    """Read a story file. NewspegError says why a file cannot be changed here."""
    text = text.removeprefix(_BOM)
    source = read_source(text.encode("utf-8", "surrogatepass"))
    if source.faults:
        fault = source.faults[0]
        raise NewspegError(f"The file has to be mended by hand first, in line {fault.line}: {fault.message}")
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        root = None
    if source.data is None or not isinstance(root, yaml.MappingNode):
        raise NewspegError("The file is no story: nothing in it can be changed here.")
    nodes: dict[int, tuple[object, yaml.Node]] = {}
    return Layout(text, _data_of(root, nodes), root, nodes)


def _data_of(node: yaml.Node, nodes: dict[int, tuple[object, yaml.Node]]) -> Any:
    """Return a node's data; `nodes` keeps each mapping and list, so that no other one gets its identity."""
    if isinstance(node, yaml.MappingNode):
        return _kept({key.value: _data_of(value, nodes) for key, value in node.value}, node, nodes)
    if isinstance(node, yaml.SequenceNode):
        return _kept([_data_of(each, nodes) for each in node.value], node, nodes)
    return node.value


def _kept(value: _T, node: yaml.Node, nodes: dict[int, tuple[object, yaml.Node]]) -> _T:
    nodes[id(value)] = (value, node)
    return value
