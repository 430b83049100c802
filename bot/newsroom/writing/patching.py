"""Brings a story file's text in line with its changed data: only the lines of what changed become others."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml

from bot.core.errors import NewspegError
from bot.newsroom.source import MAX_BYTES, read_source
from bot.newsroom.writing.layout import Layout
from bot.newsroom.writing.values import after_dash, after_key, inline, key_of, wrapped_flow

_QUOTING = "# “"  # a comment with which a draft says how it read the article's words
_MOST_COMPARED = 4_000_000


def patched(layout: Layout) -> str:
    """Return the text with the changes that were made to the layout's data.

    NewspegError if the text would not be read back as that data; that cannot happen to a file of a usual form.
    """
    patches = _Patches(layout)
    patches.mapping(layout.root, layout.data)
    text = patches.text()
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > MAX_BYTES:
        raise NewspegError(f"The file would be larger than {MAX_BYTES:,} bytes: a story is far smaller.")
    source = read_source(raw)
    if source.faults or source.data != as_read(layout.data):
        raise NewspegError("The file has an unusual form here: change this place in the file itself.")
    return text


def as_read(value: Any) -> Any:
    """Return data as a story file is read: all values are texts."""
    if isinstance(value, Mapping):
        return {str(key): as_read(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


class _Patches:
    """Collects what to replace; the text stays as it is until the end."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._text = layout.text
        self._line_end = "\r\n" if "\r\n" in layout.text else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def text(self) -> str:
        """Return the text with everything replaced."""
        parts, done = [], 0
        for start, end, new in sorted(self._edits, key=lambda each: each[:2]):
            parts += [self._text[done:start], new]
            done = max(done, end)
        return "".join([*parts, self._text[done:]])

    def mapping(self, node: yaml.MappingNode, value: Mapping[str, Any]) -> None:
        """Compare a mapping between no braces with its data."""
        old = {key.value: (key, each) for key, each in node.value}
        kept = [key for key in value if key in old]
        column = node.value[0][0].start_mark.column
        self._drop_pairs(node, value)
        for key in kept:
            self._pair(*old[key], value[key], column)
        before: str | None = None
        for key, each in value.items():
            if key in old:
                before = key
                continue
            written = f"{key_of(key)}:{after_key(key, each, column)}"
            if before is not None:
                gap = "\n" if column == 0 and written.count("\n") else ""
                self._put(self._end_of_line(self._pair_end(*old[before])), f"\n{gap}{' ' * column}{written}")
            else:
                self._put(old[kept[0]][0].start_mark.index, f"{written}\n{' ' * column}")

    def _drop_pairs(self, node: yaml.MappingNode, value: Mapping[str, Any]) -> None:
        first = node.value[0][0].start_mark.index
        pairs = list(node.value)
        if pairs[0][0].value not in value and self._text[self._line_start(first) : first].strip():
            while pairs[0][0].value not in value:  # the first stands behind a dash: the next one takes its place
                pairs.pop(0)
            self._replace(first, pairs[0][0].start_mark.index, "")
        for key, each in pairs:
            if key.value not in value:
                start = self._line_start(key.start_mark.index)
                self._replace(start, self._next_line(self._pair_end(key, each)), "")

    def _pair(self, key: yaml.Node, node: yaml.Node, value: Any, column: int) -> None:
        if self._descends(node, value):
            return
        if not isinstance(value, Mapping | list | tuple) and as_read(value) == getattr(node, "value", None):
            return
        written = after_key(key.value, value, column)
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and not _has_mappings(value):
            written = "".join(f"\n{' ' * node.start_mark.column}- {inline(each)}" for each in value) or written
        elif isinstance(node, yaml.CollectionNode) and node.flow_style and node.value:
            written = f" {self._flow_text(node, value, key.value)}"
        self._replace(self._colon(key), self._pair_end(key, node), written)

    def _flow_text(self, node: yaml.Node, value: Any, key: str) -> str:
        if isinstance(value, list | tuple):
            return wrapped_flow(value, node.start_mark.column, key)
        return inline(value, key)

    def _descends(self, node: yaml.Node, value: Any) -> bool:
        """Compare the parts of a mapping or a list with their data; False if it has to be written as a whole."""
        if not value or not node.value or self._layout.node_of(value) is not node:
            return False
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            return self._flow(node, value)
        if isinstance(node, yaml.MappingNode):
            if not any(key.value in value for key, _ in node.value):
                return False
            self.mapping(node, value)
            return True
        return self._sequence(node, value)

    def _flow(self, node: yaml.Node, value: Any) -> bool:
        """Compare a mapping or list between braces or brackets: as long as only texts in it are others."""
        if isinstance(node, yaml.MappingNode):
            if [key.value for key, _ in node.value] != list(value):
                return False
            parts = [(key.value, each, value[key.value]) for key, each in node.value]
        else:
            if len(node.value) != len(value):
                return False
            parts = [("", each, one) for each, one in zip(node.value, value, strict=True)]
        before = len(self._edits)
        for key, each, one in parts:
            if self._descends(each, one):
                continue
            if isinstance(each, yaml.ScalarNode) and not isinstance(one, Mapping | list | tuple):
                if as_read(one) == each.value:
                    continue
                if each.start_mark.index < each.end_mark.index:
                    self._replace(each.start_mark.index, each.end_mark.index, inline(one, key, in_flow=True))
                    continue
            elif not one and not each.value:
                continue
            elif each.value and isinstance(each, yaml.CollectionNode):
                self._replace(each.start_mark.index, each.end_mark.index, inline(one, key, in_flow=True))
                continue
            del self._edits[before:]
            return False
        return True

    def _sequence(self, node: yaml.Node, items: Sequence[Any]) -> bool:
        """Compare a list of items behind dashes."""
        old: list[yaml.Node] = node.value
        for what, first, last, start, end in self._compared(old, items):
            new = items[start:end]
            if what == "equal":
                for each, one in zip(old[first:last], new, strict=True):
                    if isinstance(each, yaml.ScalarNode) or self._descends(each, one):
                        continue
                    self._replace(each.start_mark.index, self._end(each), self._item(node, one, old))
            elif what == "insert" and first:
                place = self._end_of_line(self._end(old[first - 1]))
                self._put(place, "".join(f"\n{self._gap(old)}{self._dashed(node, one, old)}" for one in new))
            elif what == "insert":
                lines = (f"{self._dashed(node, one, old)}\n{self._gap(old)}" for one in new)
                self._put(self._line_start(old[0].start_mark.index), "".join(lines))
            else:
                written = "".join(f"{self._dashed(node, one, old)}\n" for one in new)
                self._replace_items(old, first, last, written)
        return True

    def _compared(self, old: Sequence[yaml.Node], items: Sequence[Any]) -> Iterator[tuple[str, int, int, int, int]]:
        was = [each.value if isinstance(each, yaml.ScalarNode) else id(each) for each in old]
        now = [id(self._layout.node_of(each) or each) if isinstance(each, dict | list) else as_read(each)
               for each in items]  # fmt: skip
        begin = 0
        while begin < min(len(was), len(now)) and was[begin] == now[begin]:
            begin += 1
        if begin:
            yield "equal", 0, begin, 0, begin
        end = 0
        while end < min(len(was), len(now)) - begin and was[-1 - end] == now[-1 - end]:
            end += 1
        middle, other = was[begin : len(was) - end], now[begin : len(now) - end]
        if len(middle) * len(other) > _MOST_COMPARED:
            raise NewspegError("Too much of this list would change at once: change the file itself.")
        for what, first, last, start, stop in SequenceMatcher(None, middle, other, autojunk=False).get_opcodes():
            yield what, first + begin, last + begin, start + begin, stop + begin
        if end:
            yield "equal", len(was) - end, len(was), len(now) - end, len(now)

    def _replace_items(self, old: Sequence[yaml.Node], first: int, last: int, written: str) -> None:
        start, end = self._line_start(self._dash(old[first])), self._next_line(self._end(old[last - 1]))
        if not written:
            start = self._start_of_comment(start)
            is_spaced = start == 0 or not self._text[self._line_start(start - 1) : start].strip()
            while is_spaced and last < len(old) and self._is_blank(end):
                end = self._next_line(end)
        self._replace(start, end, written)

    def _item(self, node: yaml.Node, value: Any, old: Sequence[yaml.Node]) -> str:
        if isinstance(value, Mapping) and all(isinstance(each, yaml.MappingNode) and each.flow_style for each in old):
            return inline(value)
        return after_dash(value, node.start_mark.column)

    def _dashed(self, node: yaml.Node, value: Any, old: Sequence[yaml.Node]) -> str:
        return f"{' ' * node.start_mark.column}- {self._item(node, value, old)}"

    def _gap(self, old: Sequence[yaml.Node]) -> str:
        """Return an empty line if there is one between the items."""
        return "\n" if len(old) > 1 and self._is_blank(self._next_line(self._end(old[0]))) else ""

    def _is_blank(self, start: int) -> bool:
        return start < len(self._text) and not self._text[start : self._next_line(start)].strip()

    def _start_of_comment(self, start: int) -> int:
        """Return where the comment begins that a draft puts before an item, or the item itself."""
        first = start
        while first > 0 and self._text[self._line_start(first - 1) : first].lstrip().startswith("#"):
            first = self._line_start(first - 1)
        while first < start and not self._text[first:start].lstrip().startswith(_QUOTING):
            first = self._next_line(first)
        return first

    def _dash(self, node: yaml.Node) -> int:
        return self._text.rfind("-", 0, node.start_mark.index)

    def _colon(self, key: yaml.Node) -> int:
        return self._text.index(":", key.end_mark.index) + 1

    def _pair_end(self, key: yaml.Node, node: yaml.Node) -> int:
        return max(self._colon(key), self._end(node)) if node.value != "" else self._empty_end(key, node)

    def _empty_end(self, key: yaml.Node, node: yaml.Node) -> int:
        return self._end(node) if getattr(node, "style", None) in ("'", '"', "|", ">") else self._colon(key)

    def _end(self, node: yaml.Node) -> int:
        """Return where the last sign of a value stands, without what YAML counts to it of the lines below."""
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            return self._pair_end(*node.value[-1])
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
            return self._end(node.value[-1])
        end: int = node.end_mark.index
        while end > node.start_mark.index and self._text[end - 1].isspace():
            end -= 1
        return end

    def _line_start(self, place: int) -> int:
        return self._text.rfind("\n", 0, place) + 1

    def _end_of_line(self, place: int) -> int:
        found = self._text.find("\n", place)
        end = len(self._text) if found < 0 else found
        return end - 1 if end > place and self._text[end - 1] == "\r" else end

    def _next_line(self, place: int) -> int:
        found = self._text.find("\n", place)
        return len(self._text) if found < 0 else found + 1

    def _put(self, place: int, text: str) -> None:
        self._replace(place, place, text)

    def _replace(self, start: int, end: int, text: str) -> None:
        self._edits.append((start, end, text.replace("\n", self._line_end)))


def _has_mappings(value: Any) -> bool:
    return not isinstance(value, list | tuple) or any(isinstance(each, Mapping) for each in value)
