"""Tests of the passwords of editors."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.runtime.passwords import Editors, entries_in, entry_for


async def test_an_editor_is_known_by_the_name_and_its_password_alone() -> None:
    editors = Editors(entries_in(f"{entry_for('ana', 'a long word')} {entry_for('ivo.k', 'another word')}"))

    assert await editors.have("ana", "a long word")
    assert await editors.have("ivo.k", "another word")
    assert not await editors.have("ana", "another word")
    assert not await editors.have("nobody", "a long word")
    assert not await editors.have("", "")


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=8, max_size=40))
def test_an_entry_has_no_sign_that_a_shell_or_compose_reads(password: str) -> None:
    entry = entry_for("ana", password)

    assert re.fullmatch(r"ana:[A-Za-z0-9._-]+", entry)
    assert password not in entry


@pytest.mark.parametrize(
    ("name", "password"), [("a na", "long enough"), ("", "long enough"), ("ana:", "x" * 9), ("ana", "short")]
)
def test_a_name_or_password_that_does_not_do_is_told(name: str, password: str) -> None:
    with pytest.raises(ValueError, match=r"at most 40 letters|at least 8 characters"):
        entry_for(name, password)


def test_what_is_no_entry_is_told_by_its_number_and_not_shown() -> None:
    entry = entry_for("ana", "a long word")
    for text, told in ((f"{entry} ivo:secret", "entry 2"), (f"{entry} {entry}", "ana stands there twice")):
        with pytest.raises(ValueError, match=told) as error:
            entries_in(text)
        assert "secret" not in str(error.value)
        assert entry.partition(":")[2] not in str(error.value)
