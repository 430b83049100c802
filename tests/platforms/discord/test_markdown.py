"""What Discord would read as markup, a link or a mention is shown as it was written."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.wording.cards import Moment
from bot.platforms.discord.markdown import escape, escape_line

NASTY = st.text(alphabet="ab1 \n\t\\*_~|`<>[]()#@:/-+.!&\u200b\u202e\ud800\U0001f600") | st.text()


def unescaped(markdown: str) -> str:
    """What Discord shows of escaped text: a backslash before punctuation is not shown."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("three-member presidency, 2 + 2", r"three-member presidency, 2 \+ 2"),
        ("**bold** _it_ ~~no~~ ||hid|| `x`", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|hid\|\| \`x\`"),
        ("[click](https://evil.example)", r"\[click\]\(https\://evil.example\)"),
        ("<@123> <#4> <:x:5> <t:6:R> </who:7>", r"\<\@123\> \<\#4\> \<:x:5\> \<t:6:R\> \</who:7\>"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("-# small", r"-\# small"),
        ("1. first", r"1\. first"),
        (">>> quote", r"\>\>\> quote"),
        ("back\\slash", r"back\\slash"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("half a \ud83d pair", "half a   pair".replace("   ", " ")),
    ],
)
def test_markup_is_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize("text", ["@everyone", "@here", "hello @EVERYONE!", "@everyone@here"])
def test_nobody_is_called(text: str) -> None:
    assert not re.search("@(everyone|here)", escape(text), re.IGNORECASE)


@settings(deadline=None)
@given(NASTY)
def test_escaping_changes_only_what_is_not_seen(text: str) -> None:
    def visible(shown: str) -> str:
        return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+", " ", shown).replace("\u200b", "")

    assert visible(unescaped(escape(text))) == visible(text)


@settings(deadline=None)
@given(NASTY)
def test_no_markup_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "x", escape(text))
    assert not re.search(r"[\\*_~|`<>\[\]()#@\n]|://|(?:^|\s)(?:[-+]|\d+\.)(?:\s|$)", bare)


@settings(deadline=None)
@given(st.lists(NASTY))
def test_markup_cannot_be_put_together_from_spans(spans: list[str]) -> None:
    assert escape_line(tuple(spans)) == escape("".join(spans)).strip()


def test_moments_become_timestamps() -> None:
    at = datetime(2031, 5, 4, 16, tzinfo=UTC)
    line = ("Opens ", Moment(at, "4 May 2031 at 19:00", "full"), ", *", Moment(at, "in 2 months", "relative"))
    assert escape_line(line) == r"Opens <t:1935676800:F>, \*<t:1935676800:R>"
    assert at.timestamp() == 1935676800


def test_beside_the_readers_own_time_stands_the_one_there_with_its_zone() -> None:
    at = datetime(2031, 5, 4, 16, tzinfo=UTC)
    assert escape_line((Moment(at, "4 May 2031", local="19:00 in *"), ", today")) == (
        r"<t:1935676800:F> (19:00 in \*), today"
    )
