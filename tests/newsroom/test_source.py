"""Story files as YAML: values stay texts, lines are known, and what is not plain YAML is refused with its line."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bot.newsroom import tree
from bot.newsroom.source import MAX_BYTES, read_source
from bot.newsroom.tree import MAX_DEPTH, MAX_EVENTS, TreeBuilder


def faults(text: str | bytes) -> list[tuple[int, str]]:
    """What is wrong, as lines and messages."""
    return [
        (fault.line, fault.message) for fault in read_source(text.encode() if isinstance(text, str) else text).faults
    ]


def test_values_stay_the_texts_that_were_written() -> None:
    source = read_source(b"year: 1995\nday: 2022-10-02\nanswer: no\noctal: 010\nquoted: ''\nnumbers: [1, 2.0]\n")
    assert source.data == {
        "year": "1995",
        "day": "2022-10-02",
        "answer": "no",
        "octal": "010",
        "quoted": "",
        "numbers": ["1", "2.0"],
    }
    assert source.faults == ()


def test_comments_line_breaks_and_joiners_are_no_fault() -> None:
    assert faults('a: b # c\n#d\ne: >- # f\n  g #4\n  h\ni: "j\\nk"\nl: 👩\u200d👧\n') == []


def test_every_place_has_its_line() -> None:
    source = read_source(b"# a comment\na:\n  - b: 1\n    c: [x,\n      y]\n  - 2\n")
    places = {("a",): 2, ("a", 0): 3, ("a", 0, "b"): 3, ("a", 0, "c"): 4, ("a", 0, "c", 1): 5, ("a", 1): 6}
    assert {place: source.line(place) for place in places} == places
    assert source.line(("a", 0, "missing")) == 3
    assert source.line(("missing",)) == 2


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    source = read_source("\ufeffa: ž\r\nb: c\r\n".encode())
    assert source.data == {"a": "ž", "b": "c"}
    assert source.line(("b",)) == 2


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the file is empty"),
        ("# only this\n", 1, "the file is empty"),
        ("---\n", 1, "“---” is empty"),
        ("- a\n- b\n", 1, "a story is made of keys with values"),
        ("just a text", 1, "a story is made of keys with values"),
        (b"a: b\nc: caf\xe9\n", 2, "not UTF-8 here; save it as UTF-8"),
        ("a: b\n".encode("utf-16"), 1, "not UTF-8"),
        ("a: b\nc: \0\n", 2, "U+0000"),
        ("a: b\nc: \x1b[31m\n", 2, "U+001B"),
        (b"#" * (MAX_BYTES + 1), 1, "larger than 1,000,000 bytes"),
        ("a: " + "[" * 50_000, 1, "nested too deep"),
        ("- " * 50_000, 1, "nested too deep"),
        ("a: [" + "b," * MAX_EVENTS + "]", 1, "more keys and values than any story"),
        ("a: b\n%TAG ! !b\n", 2, "needs quotation marks around it"),
        ("%TAG ! !b\n---\na: b\n", 1, "needs quotation marks around it"),
        ("a: b\n\tc: d\n", 2, "indent with spaces, not with a tab"),
        ("a: b: c\n", 1, "needs quotation marks around it"),
        ("a: b\nc: @d\n", 2, "needs quotation marks around it"),
        ("a: b\nc: 'd\ne: f\n", 2, "a quotation mark is not closed"),
        ("a:\n  - b\n c: d\n", 3, "not indented like those before it"),
        ("a: [b, c\nd: e\n", 2, "a bracket is not closed"),
        ("a: b\nc\nd: e\n", 2, "a key needs a colon and a space after it"),
        ("a:b\nc: d\n", 1, "a key needs a colon and a space after it"),
        ("a： b\nc: d\n", 1, "a key needs a colon and a space after it"),
        ("a: b\n  c: d\n", 2, "not indented like those before it, but further"),
        ("a:\n\tb: c\n", 2, "indent with spaces, not with a tab"),
        ("a:\n  b: c\n\xa0\xa0d: e\n", 3, "a no-break space"),
        ("a:\xa0b\nc: d\n", 1, "a no-break space"),
        ('a: "b" c\n', 1, "put other quotation marks around all of it"),
        ("a: 'b's c'\n", 1, "put other quotation marks around all of it"),
        ("a: [b] c\n", 1, "put other quotation marks around all of it"),
        ("a:\n  - b\n  – c: d\n", 3, "begins with a hyphen and a space"),
        ("a:\n  - b\n  -c: d\n", 3, "begins with a hyphen and a space"),
        ("a:\n    b: c\n  - d: e\n", 3, "or an item before it lacks its hyphen"),
        ("a:\n  - b: c\n    b: d\n", 3, "if a new item begins here, put a hyphen before it"),
        ("a: *b* c\n", 1, "needs quotation marks around it"),
        ("a: - b\n", 1, "needs quotation marks around it"),
        ("a: b #4 c\n", 1, "what follows the “#” would not be read"),
        ("a: #4 c\n", 1, "what follows the “#” would not be read"),
        ("a: b\nc: d\u202e\n", 2, "an invisible character here, U+202E"),
        ("a: b\nst\u00adc: d\n", 2, "an invisible character here, U+00AD"),
        ('a: b\nc: "d\\x1b[31m"\n', 2, "an invisible character here, U+001B"),
        ('a: b\nc: "d\\u202e"\n', 2, "an invisible character here, U+202E"),
        ("a: b\n---\nc: d\n", 2, "a second document begins here"),
        ("a: b\nc:\nd: e\n", 2, "“c” is empty; write a value, or delete the line"),
        ("a: ~\n", 1, "“a” is empty"),
        ("a: null\n", 1, "“a” is empty"),
        ("a:\n  - b\n  -\n", 3, "this item is empty"),
        ("a: b\nc: d\na: e\n", 3, "the key “a” stands here again; the first is on line 1"),
        ("a: &x b\n", 1, "begins with “&” or “*” needs quotation marks"),
        ("a: *x\n", 1, "begins with “&” or “*” needs quotation marks"),
        ("a: !!python/object:os.system b\n", 1, "begins with “!” needs quotation marks"),
        ("a: !!str b\n", 1, "begins with “!” needs quotation marks"),
        ("{[a]: b}\n", 1, "a key must be one plain word"),
        ("? {a: b}\n: c\n", 1, "a key must be one plain word"),
        ("*a : b\n", 1, "a key must be one plain word"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_at_its_line(text: str | bytes, line: int, message: str) -> None:
    (found,) = faults(text)
    assert found[0] == line
    assert message in found[1]
    assert "\n" not in found[1]


def reading(text: str) -> tuple[TreeBuilder, list[yaml.Event]]:
    """A builder, and the events as it reads them."""
    read: list[yaml.Event] = []

    def seen() -> Iterator[yaml.Event]:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            read.append(event)
            yield event

    return TreeBuilder(seen()), read


@pytest.mark.parametrize("part", ["- *b\n", "- []\n", "- - c\n", "? - b\n: c\n", "b: c\n", "b: c\nb: d\n", "--- b\n"])
def test_no_more_of_a_file_is_read_than_a_story_may_hold(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_EVENTS", few := 2_000)
    builder, read = reading(part * few)
    builder.document()
    assert len(read) <= few + 1
    assert builder.faults


@pytest.mark.parametrize("before", ["", "? ", "a: ", "a: b\n---\n"])
@pytest.mark.parametrize("part", ["[", "{", "{[", "[{", "{? "])
def test_no_deeper_is_read_than_a_story_is(before: str, part: str) -> None:
    builder, read = reading(before + part * 50_000)
    assert builder.document() is None
    assert len(read) < 3 * MAX_DEPTH
    assert "nested too deep" in builder.faults[-1][1]


def test_all_faults_are_found_at_once() -> None:
    text = "a: &x b\nc:\nd: *x\na: [1, [2]]\ne: {f: 1, f: 2, f: 3}\ng: !t h\n"
    assert [line for line, _ in faults(text)] == [1, 2, 3, 4, 5, 5, 6]


def test_an_alias_bomb_stays_small() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert {message for _, message in faults(bomb)} == {
        "a text that begins with “&” or “*” needs quotation marks around it"
    }


@given(st.one_of(st.binary(), st.text().map(str.encode)))
@example(b"%YAML 9.9\n---\na: b")
@example(b"\xff\xfe")
@example(b"a: |\n\t\tb")
@example("a: \x85b\u2028c".encode())
@example(b"? ? ? ?")
@example(b"---\n...\n---")
def test_any_bytes_are_read_or_refused_and_nothing_is_raised(raw: bytes) -> None:
    source = read_source(raw)
    assert source.data is not None or source.faults
    assert all(fault.line >= 1 and "\n" not in fault.message for fault in source.faults)
