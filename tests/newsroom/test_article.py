"""A story against its article."""

from pathlib import Path

import pytest

from bot.core.errors import Problem, SettingsError
from bot.core.stories.datelines import Dateline, date_problem
from bot.core.stories.dates import EdtfDate
from bot.newsroom import article
from bot.newsroom.article import check_against_article, copied_words, holds_quotation, paragraphs_of, plain, runs_in
from bot.newsroom.checking import check_bytes
from bot.newsroom.source import MOST_FAULTS
from tests.newsroom.written import ARTICLE, STORY, with_lines, write


def compare(tmp_path: Path, story: str, article: str = ARTICLE) -> list[tuple[int, str]]:
    """The errors where they do not agree, as lines and messages."""
    return [(found.line, found.message) for found in _compared(tmp_path, story, article) if not found.is_warning]


def warned(tmp_path: Path, story: str, article: str = ARTICLE) -> list[str]:
    """The warnings where they may not agree."""
    return [found.message for found in _compared(tmp_path, story, article) if found.is_warning]


def _compared(tmp_path: Path, story: str, article: str) -> list[Problem]:
    file = write(tmp_path / "bridge", story)
    parsed = check_bytes(story.encode(), file).story
    assert parsed
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    return check_against_article(parsed, file, tmp_path / "article.txt")


def test_a_story_that_agrees_has_no_problem(tmp_path: Path) -> None:
    assert compare(tmp_path, STORY) == []
    assert compare(tmp_path, STORY, "\ufeff" + ARTICLE.replace("\n", "\r\n")) == []


@pytest.mark.parametrize(
    ("old", "new", "part", "message"),
    [
        (
            "paragraph: [0, 2]",
            "paragraph: [0, 4]",
            "paragraph: [0, 4]",
            "the article has no paragraph 4; its last is 3",
        ),
        (
            "as safe as a church",
            "as safe as a tower",
            "- text: as safe",
            "no cited paragraph holds this quotation word",
        ),
        ("about: The bridge.\n    paragraph: 2", "about: It.\n    paragraph: 1", "- text: as", "; paragraph 2 does"),
        ("date: 2031-02-20", "date: 2031-02-21", "date: 2031-02-21", "it would have to name February 21"),
        ("date: 2031-02-20", "date: 2031-03-20", "date: 2031-03-20", "it would have to name March 20"),
        ("date: 1987", "date: 1988", "date: 1988", "it would have to name the year 1988"),
        ("T19:00+03:00", "T20:00+03:00", "start:", "it would have to name May 4 at 20:00"),
        (
            "Traffic begins to flow.",
            "It will be opened to all traffic on May 4 then.",
            "description",
            "9 words in a row are the article's: “will be opened to all traffic on may 4”",
        ),
    ],
)
def test_what_does_not_agree_is_found_at_its_line(tmp_path: Path, old: str, new: str, part: str, message: str) -> None:
    story = with_lines((old, new))
    ((line, found),) = compare(tmp_path, story)
    assert message in found
    assert line == story[: story.index(part)].count("\n") + 1


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "bridge")
    story = check_bytes(STORY.encode(), file).story
    assert story
    with pytest.raises(SettingsError, match="cannot read the article"):
        check_against_article(story, file, tmp_path / "missing.txt")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with pytest.raises(SettingsError, match="not UTF-8"):
        check_against_article(story, file, tmp_path / "latin.txt")


def test_paragraphs_are_the_blocks_between_blank_lines() -> None:
    assert paragraphs_of("\n\nHead\nline\n \t\nOne\n\n\n\nTwo \n") == ["Head line", "One", "Two"]
    assert paragraphs_of("") == []


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("should unite people, not divide", True),
        ("should unite people,  not\ndivide.", True),
        ("“should unite people”", True),
        ("especially proud that it's safe", True),
        ("especially proud … not divide", True),
        ("not divide … especially proud", False),
        ("should unite", True),
        ("should unit", False),
        ("hould unite", False),
        ("should divide", False),
        ("…", False),
    ],
)
def test_a_quotation_stands_word_for_word_whatever_its_marks(quotation: str, stands: bool) -> None:
    paragraph = 'He was "especially proud that it’s safe,” while sport "should unite people, not divide," she said.'
    assert holds_quotation(plain(paragraph), quotation) is stands


def test_a_quotation_of_many_omissions_is_looked_for_once() -> None:
    paragraph = plain("a " * 5_000)
    assert not holds_quotation(paragraph, "a…" * 199 + "b")
    assert holds_quotation(paragraph, "a…" * 199 + "a")


@pytest.mark.parametrize(
    ("date", "paragraph", "language", "stated"),
    [
        ("1995", "the 1995 agreements", "en", True),
        ("1995", "about 19951 of them", "en", False),
        ("2022-06", "He said in June that", "en", True),
        ("2022-06", "in June 2021", "en", False),
        ("2022-06", "in July", "en", False),
        ("2022-10-02", "on October 2, has met seven times since 2014", "en", True),
        ("2022-10-02", "on October 2, 2018,", "en", False),
        ("2022-10-02", "on October 2, 2022,", "en", True),
        ("2022-10-02", "on October 22", "en", False),
        ("2022-10-02", "two of October", "en", False),
        ("2022-10-02", "the 2nd of October", "en", True),
        ("2022-09-20", "Sept. 20", "en", True),
        ("2022-09-20", "September 19-20", "en", True),
        ("2022-09-20", "19 and 20 September", "en", True),
        ("2022-11-20", "November 19, one day before the Cup", "en", True),
        ("2022-11-21", "November 19, one day before the Cup", "en", False),
        ("2022-12-03", "November 19, two weeks before", "en", True),
        ("2022-09-20", "20. septembra u Moskvi", "sr-Latn", True),
        ("2022-09-20", "20. септембра у Москви", "sr", True),
        ("2022-09-20", "20 сентября", "ru", True),
        ("2022-09-20", "September 20", "xx", True),
        ("2022-11-19T19:00+01:00", "November 19 at 7 p.m.", "en", True),
        ("2022-11-19T19:30+01:00", "November 19 at 7:30 pm", "en", True),
        ("2022-11-19T19:00+01:00", "November 19, 19:00", "en", True),
        ("2022-11-19T07:00+01:00", "November 19 at 7 p.m.", "en", False),
        ("2022-11-19T19:00+01:00", "November 19", "en", False),
        ("2022-11-19", "April 31, November 19", "en", True),
        ("2022-06-05", "May 4, June 5", "en", True),
        ("2022-11-19T00:30+01:00", "November 19 at 12:30 am", "en", True),
        ("2022-11-19T12:00+01:00", "November 19 at 12 p.m.", "en", True),
    ],
)
def test_a_date_is_stated_as_far_as_it_is_known(date: str, paragraph: str, language: str, stated: bool) -> None:
    datelines = [Dateline.of(text, language) for text in ("Nothing here.", paragraph)]
    assert (date_problem(EdtfDate.parse(date), datelines) is None) is stated


def test_a_day_before_which_there_is_no_calendar_is_none() -> None:
    dateline = Dateline.of("January 1, 0002, 99 weeks before", "en")
    assert dateline.states(EdtfDate.parse("0002-01-01"))
    assert not dateline.states(EdtfDate.parse("0002-01-02"))


def test_each_paragraph_is_read_once_however_often_it_is_cited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    made = Dateline.of

    def counted(text: str, language: str) -> Dateline:
        read.append(text)
        return made(text, language)

    monkeypatch.setattr(Dateline, "of", counted)
    dated = "".join(f"  - {{text: It is {n}., paragraph: [2, 3], date: {n}}}\n" for n in range(1800, 1900))
    faults = compare(tmp_path, STORY.replace("quotations:", f"{dated}quotations:"))
    assert len(faults) == 100
    assert len(read) == len(set(read))


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(tmp_path: Path) -> None:
    dated = "".join(f"  - {{text: It is {n}., paragraph: 2, date: {n}}}\n" for n in range(1700, 1900))
    faults = compare(tmp_path, STORY.replace("quotations:", f"{dated}quotations:"))
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1][1] == "… and 100 more things are wrong from here on"


def test_more_than_can_be_compared_is_said_and_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "_MOST_COMPARED", 1_000)
    more = "".join(f"  - {{text: w {n}, said_by: aydin, about: x, paragraph: 2}}\n" for n in range(50))
    faults = compare(tmp_path, STORY.replace("quotations:\n", f"quotations:\n{more}"))
    assert faults[-1][1].endswith("from here on they are unchecked")
    assert len(faults) < 10


TOLD = "It withstands any storm."
IN_ARTICLE = '"It is as safe'
_ALIAS = ("- Лейла Айдын", "- Leyla Aydin")  # as the article spells her


@pytest.mark.parametrize(
    ("statement", "paragraph", "error", "warning"),
    [
        ("It cost 412,000 euros.", "It cost 410,000 euros.", "the number 412,000; it has 410,000", None),
        ("It cost 410 000 euros.", "It cost 410,000 euros.", None, None),
        ("It cost 410.000 euros.", "It cost 410,000 euros.", None, None),
        ("It cost 1.5 million.", "It cost 1,500,000.", None, None),
        ("It lasted nine years.", "It lasted 9 years.", None, None),
        ("It lasted eleven years.", "It lasted 9 years.", None, "the number eleven; was it worked out?"),
        ("It lasted two years.", "It lasted three years.", None, "the number two; was it worked out?"),
        ("Two of them say so: it is one of three.", "Ida and Ada say so.", None, None),
        ("It is 12 per cent.", "It is a tenth.", None, "the number 12; was it worked out?"),
        ("On 4 May 2032 at 7 p.m. it was the 1st.", "Nothing.", None, None),
        ("In 2031 it fell, in 1988 too.", "In 1987 it fell.", None, "the number 1988; it has 1987"),
        ("Sjöberg says so.", "Sjoberg says so.", None, "“Sjöberg” is spelt “Sjoberg” in the article"),
        ("It was Sjober.", "Sjobreg said so.", None, None),
        ("It was Sjobreg.", "Sjoberg said so.", None, "“Sjobreg” is spelt “Sjoberg”"),
        ("The Serbs and Russians.", "A Serb and a Russian.", None, None),
        ("Storms come. Harbour works go on.", "Storm warnings for Harbor Works.", None, None),
    ],
)
def test_numbers_and_names_stand_in_a_cited_paragraph(
    tmp_path: Path, statement: str, paragraph: str, error: str | None, warning: str | None
) -> None:
    story = with_lines((TOLD, f'"{statement}"'), _ALIAS)
    article = ARTICLE.replace(IN_ARTICLE, f"{paragraph} {IN_ARTICLE}")
    for found, expected in (
        ([message for _, message in compare(tmp_path, story, article)], error),
        (warned(tmp_path, story, article), warning),
    ):
        assert len(found) == bool(expected)
        assert all(expected and expected in message for message in found)


def test_a_name_may_have_its_own_spelling_beside_the_articles(tmp_path: Path) -> None:
    story = with_lines((TOLD, "Leyla Aydın says so."))
    message = "“Aydın” is spelt “Aydin” in the article: write it so, or add that as an alias"
    assert warned(tmp_path, story) == [message, message], "of the person, and of the fact"
    assert warned(tmp_path, story.replace(*_ALIAS)) == []


def test_of_a_moved_event_the_article_states_the_date_that_it_can_know(tmp_path: Path) -> None:
    start, later = "    start: 2031-05-04T19:00+03:00\n", "    start: 2031-06-01T19:00+03:00\n    status: rescheduled\n"
    told = "      - changed: 2031-04-01\n        status: scheduled\n        start: 2031-05-04T19:00+03:00\n"
    moved = with_lines((start, f"{later}    history:\n{told}"))
    assert compare(tmp_path, moved) == []
    ((line, found),) = compare(tmp_path, moved.replace("start: 2031-05-04T19", "start: 2031-05-04T18"))
    assert "it would have to name May 4 at 18:00" in found
    assert moved.splitlines()[line - 1] == "        start: 2031-05-04T19:00+03:00"
    ((_, found),) = compare(tmp_path, moved.replace("changed: 2031-04-01", "changed: 2031-01-01"))
    assert "it would have to name June 1" in found


def test_a_newsroom_may_quote_its_own_article_at_length(tmp_path: Path) -> None:
    copied = "The new bridge over the harbour will be opened to all traffic."
    story = with_lines(("The bridge opens in May.", copied))
    assert len(compare(tmp_path, story)) == 1
    assert compare(tmp_path, story.replace("credit:\n", "credit:\n  own: true\n")) == []


def test_eight_words_in_a_row_are_copied() -> None:
    known = runs_in(["One two three four five six seven eight nine ten.", "Nine ten eleven."])
    assert copied_words("So one, two three four five six seven", known) == []
    assert copied_words("So one, two three four “five” six seven eight!", known) == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
    ]
    assert len(copied_words("one two three four five six seven eight nine ten eleven", known)) == 10


@pytest.mark.parametrize(("date", "is_meant"), [("2031-02-27", True), ("2031-03-06", True), ("2031-02-26", False)])
def test_a_date_that_the_articles_words_mean_counts_as_stated(tmp_path: Path, date: str, is_meant: bool) -> None:
    story = with_lines(("date: 2031-02-20", f"date: {date}"))
    article = ARTICLE.replace("on February 20", "last Thursday" if date < "2031-03" else "next Thursday")
    found = [message for _, message in compare(tmp_path, story, article) if "states the date" in message]
    assert bool(found) is not is_meant
