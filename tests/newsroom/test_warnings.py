"""Tests of warnings: valid, yet not as it should be."""

from collections.abc import Iterator
from pathlib import Path

from bot.core.stories.story import Story
from bot.newsroom.newsroom import check_stories
from bot.newsroom.tree import Loc
from tests.newsroom.written import STORY, with_lines, write

_FACT = "  - {{text: Fact number {}., about: [aydin], paragraph: 2, key: true}}\n"


def test_a_sixth_key_fact_of_an_entity_is_warned_of_at_its_line(tmp_path: Path) -> None:
    for count, warned in ((5, False), (6, True), (7, True)):
        facts = "".join(map(_FACT.format, range(count)))
        text = STORY.replace("facts:\n", f"facts:\n{facts}")
        write(tmp_path / "bridge", text)
        report = check_stories(tmp_path)
        assert len(report.stories) == 1
        line = text.splitlines().index(_FACT.format(5).rstrip()) + 1 if warned else 0
        message = f"“aydin” has {count} facts with “key: true”; /who shows at most 5"
        expected = f"{tmp_path}/bridge/story.yaml:{line}: warning: {message}"
        assert list(map(str, report.problems)) == [expected] * warned


def test_warnings_are_handed_in_and_a_broken_story_has_none(tmp_path: Path) -> None:
    def doubt(story: Story) -> Iterator[tuple[Loc, str]]:
        yield ("events", 0, "start"), f"is {story.slug} sure?"

    write(tmp_path / "bridge")
    write(tmp_path / "broken", STORY.replace("published", "live"))
    warning, error = check_stories(tmp_path, warn=[doubt]).problems
    line = next(number for number, text in enumerate(STORY.splitlines(), start=1) if "start:" in text)
    assert str(warning) == f"{tmp_path}/bridge/story.yaml:{line}: warning: is bridge sure?"
    assert (warning.is_warning, error.is_warning) == (True, False)


def test_a_statement_that_tells_a_former_date_is_named(tmp_path: Path) -> None:
    text = STORY.replace("    start: 2031-05-04", "    status: postponed\n    start: 2031-05-04")
    text = text.replace("facts:\n", "facts:\n  - {text: It opens on 4 May., paragraph: 1}\n")
    write(tmp_path / "bridge", text)
    line = next(number for number, words in enumerate(text.splitlines(), start=1) if "opens on 4 May" in words)
    assert f"{tmp_path}/bridge/story.yaml:{line}: warning: this tells a former date of “opening”" in "\n".join(
        map(str, check_stories(tmp_path).problems)
    )


_OPENING = "    description: Traffic begins to flow.\n"


def warned(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """The warnings about the story after these changes, each with its line in the file."""
    text = with_lines(*changes)
    write(tmp_path / "bridge", text)
    lines = text.splitlines()
    report = check_stories(tmp_path)
    assert len(report.stories) == 1
    return [f"{lines[problem.line - 1].strip()} {problem.message}" for problem in report.problems]


def test_a_question_of_two_statements_is_warned_of_at_the_second(tmp_path: Path) -> None:
    asked = "what will happen to bridges"
    event = f"{_OPENING}    questions:\n      - Where?\n      - {asked}\n"
    fact = "    questions: [What happened to the bridge]\n"
    for more, name in (("", "An older one fell."), ("    id: fell\n", "fell")):
        assert warned(tmp_path, ("    date: 1987\n", f"    date: 1987\n{more}{fact}"), (_OPENING, event)) == [
            "- Where? “Where?” has no word that tells what is asked: name the matter, or delete the line",
            f"- {asked} “{asked}” is asked under the fact “{name}” too: keep it where the better answer is",
        ]


def test_questions_of_one_statement_or_about_other_matters_are_not_warned_of(tmp_path: Path) -> None:
    event = f"{_OPENING}    questions: [When does it open, when did it open]\n"
    fact = "    date: 1987\n    questions: [Where does it open]\n"
    assert warned(tmp_path, ("    date: 1987\n", fact), (_OPENING, event)) == []
