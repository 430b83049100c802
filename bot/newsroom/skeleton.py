"""Begins a new story file: every key that a story needs, empty, so that the check names each line to fill in."""

from pathlib import Path

from bot.core.errors import SettingsError
from bot.newsroom.folders import STORY_FILE
from bot.newsroom.wording import folder_problem

SKELETON = """\
# One article, taken apart. content/README.md says how, key by key; `newspeg check` names each line to fill in.
# A list may have more items, or none: then delete its lines. Until a story is published readers do not see it.

status: draft  # then published
headline:  # in your own words
language: en
date:  # the day the article is of: 2031-04-20, or less if it says less: 2031-04
credit:
  text:  # whose reporting it is

# One to five sentences; each with the number of the paragraph that says it. The headline is 0.
summary:
  - text:
    paragraph:

# Everybody and everything with a name. The id is yours: short, lower-case.
entities:
  - id:
    type:  # person, organisation, place or thing
    name:
    role:  # as the article has it
    paragraph:

# Every statement, in your own words, as a sentence that can stand alone. A fact may list the questions that it answers,
# as readers put them, and so may an event: questions: ["When does it open?"]
facts:
  - text:
    paragraph:

# Word for word, and short.
quotations:
  - text:
    said_by:  # the id of an entity
    about:
    paragraph:

# What is still to come.
events:
  - id:
    name:
    zone:  # the time zone of its place: Europe/Sarajevo
    start:  # a day: 2031-05-04; or with its time: 2031-05-04T19:00+02:00
    paragraph:
    description:
"""


def begin_story(content: Path, slug: str) -> Path:
    """Write a new draft into the content folder, and return its file.

    Raises SettingsError if the slug is none, or there is something of that name, or it cannot be written.
    """
    if problem := folder_problem(slug):
        raise SettingsError(problem)
    file = content / slug / STORY_FILE
    try:
        file.parent.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8") as begun:
            begun.write(SKELETON)
    except FileExistsError:
        raise SettingsError(f"“{file}” is there already, and stays as it is: choose another name") from None
    except OSError as error:
        raise SettingsError(f"“{file}” cannot be written: {error.strerror}") from error
    return file
