"""A small sound story as a journalist would write it, and its article; tests change a line or two of it."""

from pathlib import Path

from bot.core.errors import Problem
from bot.newsroom.checking import check_bytes

STORY = """\
status: published
headline: Bridge opens in May
date: 2031-03-01
credit:
  text: Reporting by the Gazette
  outlets: [gazette]
summary:
  - text: The bridge opens in May.
    paragraph: 1
topics:
  - {id: safety, name: Safety}
entities:
  - id: aydin
    type: person
    name: Leyla Aydın
    role: The engineer
    paragraph: 2
    aliases:
      - Лейла Айдын
  - id: gazette
    type: organisation
    name: The Gazette
    role: A newspaper
    paragraph: [0, 2]
facts:
  - text: It withstands any storm.
    kind: claim
    said_by: aydin
    via: gazette
    about: [aydin]
    topics: [safety]
    paragraph: 2
    date: 2031-02-20
  - text: An older one fell.
    kind: background
    paragraph: 3
    date: 1987
quotations:
  - text: as safe as a church
    said_by: aydin
    about: The bridge.
    paragraph: 2
events:
  - id: opening
    name: Opening
    zone: Europe/Istanbul
    start: 2031-05-04T19:00+03:00
    paragraph: 1
    description: Traffic begins to flow.
"""

ARTICLE = """\
Harbour Bridge Opens In May

The new bridge over the harbour will be opened to all traffic on May 4 at 7 p.m., the city said.

"It is as safe as a church," the engineer Leyla Aydin told The Gazette on February 20.

The old bridge fell in 1987.
"""


def with_lines(*changes: tuple[str, str]) -> str:
    """The story with each first text replaced by the second."""
    text = STORY
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} must stand in the story once"
        text = text.replace(old, new)
    return text


def write(folder: Path, text: str | bytes = STORY) -> Path:
    """A story file in that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "story.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def problems(text: str | bytes, slug: str = "bridge") -> list[tuple[int, str]]:
    """What is wrong with a story, as lines and messages."""
    raw = text if isinstance(text, bytes) else text.encode()
    found: tuple[Problem, ...] = check_bytes(raw, Path("content") / slug / "story.yaml").problems
    return [(problem.line, problem.message) for problem in found]
