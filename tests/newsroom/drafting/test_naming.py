"""Tests of whom and what an article names, what it says they are, and whom its other words point to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.drafting.article import Article, Found, Mention, Span
from bot.newsroom.drafting.naming import Cast, cast_of

_CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("en", "Petra Novak, the mayor of Split, opened the fair. Novak thanked the town.",
     ["person Petra Novak = the mayor of Split", "place Split ="]),
    ("en", "Its head, Brigid Malloy, told the Evening Courier so.",
     ["person Brigid Malloy = Its head", "organisation Evening Courier ="]),
    ("en", "On Friday the Court of Arbitration for Sport (CAS) met in Lausanne. The CAS said no.",
     ["organisation Court of Arbitration for Sport =", "place Lausanne ="]),
    ("en", "Finance Minister Jan Olsen met council leader Rita Moss.",
     ["person Jan Olsen = Finance Minister", "person Rita Moss = council leader"]),
    ("en", "Smith’s lawyer, Piet Maas, spoke first. Then Smith spoke.",
     ["person Smith =", "person Piet Maas = Smith’s lawyer"]),
    ("en", "The haulage firm Norcross Freight left. Norcross will not return.",
     ["organisation Norcross Freight = haulage firm"]),
    ("en", "In March the German visitors went home. Nobody was hurt. Engineers found cracks.", []),
    ("en", "Traffic over the Old Mill bridge stopped.", ["place Old Mill bridge ="]),
    ("bs", "Izjavio je direktor Vodokoma Emir Hadžić. Hadžića je pozvao Vodokom.",
     ["organisation Vodokom =", "person Emir Hadžić = direktor Vodokoma"]),
    ("bs", "Prema riječima vijećnice Amre Delić, vode nema u Zenici ni u Kaknju.",
     ["person Amra Delić = vijećnice", "place Zenica =", "place Kakanj ="]),
    ("hr", "Pisali su iz udruge Zeleni otoci. Zatražili su sastanak s Ministarstvom zaštite okoliša.",
     ["organisation Zeleni otoci = udruge", "organisation Ministarstvom zaštite okoliša ="]),
    ("sr", "У режији Јелене Станковић играју у Нишу. Станковић живи у Бечу.",
     ["person Јелена Станковић =", "place Ниш =", "place Беч ="]),
    ("ru", "Главный врач больницы Рустам Ахметов уехал из Челябинска. К Ахметову приехал брат.",
     ["person Рустам Ахметов = Главный врач больницы", "place Челябинск ="]),
    ("ru", "Следственный комитет проверил химический завод «Синтез».",
     ["organisation Следственный комитет =", "organisation Синтез = химический завод"]),
)  # fmt: skip


def _read(text: str, language: str = "en") -> Article:
    return Article(("a headline", *text.split("\n\n")), language)


def _named(cast: Cast) -> list[str]:
    return [f"{each.type} {each.name} = {each.role}".strip() for each in cast.found]


def _whom(article: Article, words: str, nth: int = 0) -> Found | None:
    start = -1
    for _ in range(nth + 1):
        start = article.paragraphs[1].index(words, start + 1)
    return cast_of(article).whom(Mention(Span(1, start, start + len(words)), words))


@pytest.mark.parametrize(("language", "text", "expected"), _CASES, ids=[each[1][:30] for each in _CASES])
def test_who_and_what_is_named_with_what_the_text_says_of_it(language: str, text: str, expected: list[str]) -> None:
    assert _named(cast_of(_read(text, language))) == expected


def test_two_people_of_one_surname_are_kept_apart_and_an_editor_is_asked() -> None:
    cast = cast_of(_read("Lydia Brandt and Tom Brandt came. Brandt sat down."))

    assert [each.name for each in cast.found] == ["Lydia Brandt", "Tom Brandt"]
    assert all(each.doubts for each in cast.found)


def test_a_place_is_linked_where_exactly_one_fits() -> None:
    bosnian, english = cast_of(_read("Sastali su se u Sarajevu.", "bs")), cast_of(_read("They met in San Jose."))

    assert (bosnian.found[0].same_as, bosnian.found[0].zone) == (("country:BA", "geonames:3191281"), "Europe/Sarajevo")
    assert (english.found[0].same_as, english.found[0].zone) == ((), None)


@pytest.mark.parametrize(
    ("language", "text", "words", "whom"),
    [
        ("en", "Harriet Osei, the chief engineer, spoke. She added that it was late.", "She", "Harriet Osei"),
        ("en", "Tom Reed, the mayor of Hull, sat down. Then the mayor left.", "the mayor left", "Tom Reed"),
        ("en", "The union's secretary, Ole Berg, spoke. Their union was small.", "Their union", None),
        ("bs", "Gradonačelnik Mirnes Begić je došao. Poručio je on da ostaje.", "on ", "Mirnes Begić"),
        ("ru", "Мэр Ольга Терентьева и Игорь Лазарев молчали. Потом она ушла.", "она", "Ольга Терентьева"),
        ("bs", "Rekao je direktor Vodokoma Emir Hadžić.", "Vodokoma Emir Hadžić", "Emir Hadžić"),
    ],
)
def test_words_point_to_whom_they_mean(language: str, text: str, words: str, whom: str | None) -> None:
    found = _whom(_read(text, language), words.strip() if words == "on " else words, 1 if words == "on " else 0)

    assert (found and found.name) == whom


@given(st.text(max_size=300), st.sampled_from(["en", "bs", "ru", "xx"]))
def test_each_name_stands_in_the_article(text: str, language: str) -> None:
    article = _read(text, language)

    for found in cast_of(article).found:
        for mention in found.mentions:
            assert article.text(mention.span) == mention.text
        assert found.role == "" or any(found.role in paragraph for paragraph in article.paragraphs)
