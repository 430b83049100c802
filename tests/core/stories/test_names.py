import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.names import How, Named, Names

NAMES = Names(
    [
        Named("dodik", ["Milorad Dodik"], person=True),
        Named("putin", ["Vladimir Putin"], person=True),
        Named("russia", ["Russia", "Rusija", "Россия"]),
        Named("us", ["United States", "U.S."]),
        Named("cup", ["World Cup 2022", "World Cup", "чемпионат мира"]),
        Named("centre", ["Russian-Serbian Orthodox centre"]),
        Named("rs", ["Republika Srpska"]),
        Named("tass", ["TASS"]),
        Named("federation", ["Federation of Bosniaks and Croats"]),
        Named("football", ["Football Federation"]),
    ]
)


@pytest.mark.parametrize(
    ("typed", "target", "how"),
    [
        ("Milorad Dodik", "dodik", How.WHOLE),
        ("  MILORAD   dodik ", "dodik", How.WHOLE),
        ("Милорад Додик", "dodik", How.WHOLE),
        ("Dodik's", "dodik", How.PART),
        ("US", "us", How.WHOLE),
        ("россия", "russia", How.WHOLE),
        ("Rusije", "russia", How.INFLECTED),
        ("Rusijom", "russia", How.INFLECTED),
        ("России", "russia", How.INFLECTED),
        ("Россией", "russia", How.INFLECTED),
        ("Републици Српској", "rs", How.INFLECTED),
        ("the United States", "us", How.WHOLE),
        ("Republike Srpske", "rs", How.INFLECTED),
        ("Republici Srpskoj", "rs", How.INFLECTED),
        ("TASS-a", "tass", How.INFLECTED),
        ("ТАСС-ом", "tass", How.INFLECTED),
        ("Mr. Dodik", "dodik", How.PART),
        ("Milorad", "dodik", How.PART),
        ("Milorada Dodika", "dodik", How.INFLECTED),
        ("Додиком", "dodik", How.PART),
        ("Путину", "putin", How.PART),
        ("orthodox", "centre", How.PART),
        ("Bosniaks and Croats", "federation", How.PART),
        ("dodick", "dodik", How.MISSPELT),
        ("Milorad Dodick", "dodik", How.MISSPELT),
        ("putni", "putin", How.MISSPELT),
        ("rusia", "russia", How.MISSPELT),
        ("republica srpzka", "rs", How.MISSPELT),
        ("unitad statas", "us", How.MISSPELT),
        ("repvblica srpska", "rs", How.MISSPELT),
        ("worldcup", "cup", How.MISSPELT),
    ],
)
def test_finds_a_name_however_it_is_written(typed: str, target: str, how: How) -> None:
    found = NAMES.find(typed)
    assert found is not None
    assert (found.targets, found.how) == ((target,), how)


@pytest.mark.parametrize(
    "typed",
    [
        "serbia",
        "prussia",
        "dodge",
        "dod",
        "world cup 2018",
        "united nations",
        "rasputin",
        "vladimir lenin",
        "world cap 2022",
        "tast",
        "united stakez",
        "u.k.",
        "of",
    ],
)
def test_takes_no_other_name_for_one_it_has(typed: str) -> None:
    assert NAMES.find(typed) is None


@pytest.mark.parametrize("typed", ["", " ", "?!", "\u202e", "🙂", "\x00"])
def test_nothing_means_nothing(typed: str) -> None:
    assert NAMES.find(typed) is None


def test_offers_all_that_a_word_may_mean_in_their_order() -> None:
    found = NAMES.find("federation")
    assert found is not None
    assert found.targets == ("federation", "football")


def test_a_word_of_one_name_also_means_those_that_are_called_so_otherwise() -> None:
    names = Names([Named("bosnia", ["War in Bosnia"]), Named("ukraine", ["Invasion", "war in Ukraine"])])
    both, none = names.find("war"), names.find("Ukraine")
    assert both is not None
    assert both.targets == ("bosnia", "ukraine")
    assert none is None


@pytest.mark.parametrize("typed", ["law in bosnia", "cat in bosnia", "wer in bosnia", "war on bosnia"])
def test_a_short_word_is_never_misspelt(typed: str) -> None:
    assert Names([Named("war", ["War in Bosnia"])]).find(typed) is None


def test_a_slip_is_forgiven_only_if_asked_for() -> None:
    assert NAMES.find("dodick", misspelt=False) is None


def test_a_whole_name_comes_before_a_part() -> None:
    names = Names([Named("team", ["Bosnia team"]), Named("country", ["Bosnia"])])
    found = names.find("Bosnia")
    assert found is not None
    assert found.targets == ("country",)


def test_of_two_slips_the_closer_name_wins() -> None:
    names = Names([Named("far", ["stanislav"]), Named("near", ["stanislaw"])])
    found = names.find("stanislawo")
    assert found is not None
    assert found.targets == ("near",)


def test_names_the_nearest() -> None:
    assert NAMES.nearest("dodikovic", limit=1) == ["dodik"]


@pytest.mark.parametrize("typed", ["", "☃", "lavrov", "messi"])
def test_what_is_like_no_name_has_no_nearest(typed: str) -> None:
    names = Names([Named("mission", ["Mission to Brussels"]), Named("pipeline", ["Gas pipeline", "gazoprovod"])])
    assert names.nearest(typed) == []


@given(st.text())
def test_any_text_can_be_looked_up(typed: str) -> None:
    found = NAMES.find(typed)
    assert found is None or found.targets
    assert len(NAMES.nearest(typed)) <= 3


@given(st.sampled_from(["dodik", "putin", "russia", "united states"]), st.data())
def test_one_slip_after_the_first_letter_is_forgiven(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(name) - 1))
    letter = data.draw(st.sampled_from("qxz"))
    found = NAMES.find(name[:place] + letter + name[place:])
    assert found is not None
    assert len(found.targets) == 1
