"""Plain lines: a name, a few words, a greeting; and the refusals, which are never confused."""

import pytest

from bot.core.stories.story import Story
from tests.asking import Asker, labels, text, texts
from tests.stories import HARBOUR, harbour, seasons, synthetic


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("leyla", "Leyla Aydın"),
        ("regatta", "Regatta"),
        ("safety", "The facts: Safety"),
        ("storms", "The story on “storms”"),
        ("churches", "The story on “churches”"),
        ("doubts", "The story on “doubts”"),
        ("the gazette's reporting by the harbour", "The story on “gazette's reporting harbour”"),
        ("aydinn", "Leyla Aydın"),
    ],
)
async def test_a_line_leads_to_what_holds_it(typed: str, title: str) -> None:
    assert (await Asker().ask(typed)).title == title


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("an engineer of the bridge", "Leyla Aydın: "),
        ("when is the opening?", "Opening of the bridge: 4 May 2031"),
        ("hello, when is the opening of the bridge?", "Opening of the bridge: 4 May 2031"),
        ("boats race", "Regatta: postponed"),
    ],
)
async def test_what_is_asked_or_described_is_answered_with_its_statement(typed: str, first: str) -> None:
    card = await Asker().ask(typed)
    assert card.title == "The story says"
    assert texts(card)[0].startswith(first)


async def test_what_holds_the_words_is_shown_with_buttons_to_it() -> None:
    card = await Asker().ask("bridges")
    assert "Harbour Bridge: A new bridge [¶ 1]" in texts(card)
    assert {"Harbour Bridge", "Opening of the bridge"} <= set(labels(card))


async def test_each_name_of_a_line_has_its_button() -> None:
    card = await Asker().ask("did leyla speak to the gazette")
    assert {"Leyla Aydın", "Harbour Gazette"} <= set(labels(card))


@pytest.mark.parametrize("typed", ["penguins", "Messi", "/ask penguins", "Сербия"])
async def test_what_no_part_holds_is_not_mentioned(typed: str) -> None:
    card = await Asker().ask(typed)
    assert card.title == "Not in this story"
    assert f"The story does not mention “{typed.removeprefix('/ask ')}”." in text(card)


async def test_a_word_that_is_missing_is_named_beside_what_is_nearest() -> None:
    card = await Asker().ask("Does the bridge withstand penguins?")
    assert card.title == "The story does not say"
    assert texts(card)[:2] == [
        "It does not mention “penguins”.",
        "What it says nearest to that",
    ]
    assert any("withstands any storm" in line for line in texts(card))


@pytest.mark.parametrize("way", ["{}", "/facts {}", "/quotes {}", "/when {}"])
async def test_words_that_stand_apart_are_not_called_missing(way: str) -> None:
    card = await Asker().ask(way.format("storm of 1987?"))
    assert card.title == "The nearest in the story"
    assert "does not mention" not in text(card)


@pytest.mark.parametrize("typed", ["?!", "🙂", "x", "the", "who is it", "his/her", "/who ?!", "/facts …", "/quotes -"])
async def test_what_has_no_word_is_not_understood(typed: str) -> None:
    card = await Asker().ask(typed)
    assert card.title == "I did not understand"
    assert "Help" in labels(card)


@pytest.mark.parametrize("way", ["{}", "what about {}?", "/who {}", "/facts {}", "/quotes {}", "/when {}"])
async def test_a_name_that_looks_like_a_small_word_is_a_name(way: str) -> None:
    us = {"id": "us", "type": "place", "name": "US", "role": "A country", "paragraph": 1}
    asker = Asker(harbour(entities=[*HARBOUR["entities"], us]))
    assert "A country" in text(await asker.ask(way.format("US")))


async def test_a_name_that_is_like_none_is_no_word_of_the_story() -> None:
    assert (await Asker().ask("/who Messi")).title == "No such name"
    assert (await Asker().ask("Messi")).title == "Not in this story"


@pytest.mark.parametrize(
    "typed", ["hi", "Hello!", "hey 👋", "Good morning", "bok", "Zdravo", "здраво", "привет", "Dobar dan"]
)
async def test_a_greeting_is_returned(typed: str) -> None:
    card = await Asker().ask(typed)
    assert card.title == "Hello"
    assert labels(card)[:2] == ["Summary", "Facts"]


@pytest.mark.parametrize("typed", ["thanks", "Thank you!", "thx", "hvala", "Спасибо"])
async def test_thanks_are_welcome(typed: str) -> None:
    assert (await Asker().ask(typed)).title == "You are welcome"


async def test_a_name_comes_before_a_greeting() -> None:
    bok = {"id": "bok", "type": "place", "name": "Bok", "role": "A village", "paragraph": 1}
    assert (await Asker(harbour(entities=[*HARBOUR["entities"], bok])).ask("bok")).title == "Bok"


async def test_a_word_in_two_names_means_both() -> None:
    wars = [
        {"id": "first", "type": "thing", "name": "War in Bosnia", "role": "A war", "paragraph": 1},
        {
            "id": "other",
            "type": "thing",
            "name": "Invasion",
            "role": "A war",
            "paragraph": 1,
            "aliases": ["new war"],
        },
    ]
    asker = Asker(harbour(entities=[*HARBOUR["entities"], *wars]))
    assert labels(await asker.ask("/who war")) == ["War in Bosnia", "Invasion"]
    for typed in ("law in bosnia", "cat in bosnia", "/who wat in bosnia"):
        assert (await asker.ask(typed)).title in ("Not in this story", "No such name"), typed


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("leyla", "Leyla Aydın"),
        ("regatta", "Regatta"),
        ("/when regatta", "Regatta"),
        ("/calendar regatta", "For your calendar"),
        ("/facts storms", "The facts: storms"),
        ("/quotes churches", "Quotations: churches"),
        ("/who storms", "The story on “storms”"),
        ("storms", "The story on “storms”"),
    ],
)
async def test_what_the_newest_story_lacks_is_found_in_another(typed: str, title: str) -> None:
    card = await Asker(harbour(), synthetic(1), synthetic(2)).ask(typed)
    assert card.title == title
    assert any("Harbour bridge nears its opening" in line for line in texts(card))


async def test_the_chats_own_story_comes_first() -> None:
    asker = Asker(harbour(), seasons())
    await asker.ask("/story seasons")
    assert (await asker.ask("concert")).title == "Summer concert"
    assert (await asker.ask("/when concert")).title == "Summer concert"
    await asker.ask("/story harbour")
    assert (await asker.ask("concert")).title == "Concert"


async def test_words_of_the_own_story_come_before_names_of_others() -> None:
    square = {"id": "square", "type": "place", "name": "Square of Peace", "role": "A square", "paragraph": 1}
    asker = Asker(harbour(slug="older", date="2030", entities=[*HARBOUR["entities"], square]), seasons())
    card = await asker.ask("/who square")
    assert card.title == "The story on “square”"
    assert any("Square of Peace" in label for label in labels(card))


async def test_of_several_other_stories_the_reader_chooses() -> None:
    asker = Asker(harbour(), harbour(slug="second", headline="Second"), synthetic(9))
    await asker.ask("/story story-9")
    for typed in ("storms", "/facts storms", "/quotes churches", "/when regatta"):
        card = await asker.ask(typed)
        assert card.title == "Which story?", typed
        assert labels(card) == ["Second (1 March 2031)", "Harbour bridge nears its opening (1 March 2031)"]
        assert "Second" in text(await asker.press(card.choices[0].invocation))


async def test_many_other_stories_fit_a_list() -> None:
    asker = Asker(*(harbour(slug=f"story-{number}") for number in range(30)), synthetic(9, entities=1))
    await asker.ask("/story story-9")
    card = await asker.ask("/facts storms")
    assert len(card.choices) <= 25


async def test_a_question_to_a_named_story_is_answered_from_it_alone() -> None:
    assert (await Asker(harbour(), synthetic(1)).ask("/ask story-1/storms")).title == "Not in this story"
    assert (await Asker(harbour(), synthetic(1)).ask("/ask harbour/storms")).title == "The story on “storms”"


@pytest.mark.parametrize("way", ["{}", "/who {}", "/facts {}", "/quotes {}", "/when {}"])
async def test_a_like_name_gives_way_to_the_very_name_in_another_story(way: str) -> None:
    def named(slug: str, name: str) -> Story:
        entity = {**HARBOUR["entities"][0], "name": f"Leyla {name}"}
        return harbour(
            slug=slug,
            headline=f"On {name}",
            entities=[entity, *HARBOUR["entities"][1:]],
            events=[{**HARBOUR["events"][0], "name": name}],
        )

    asker = Asker(named("own", "Marden"), named("other", "Mardin"))
    await asker.ask("/story own")
    card = await asker.ask(way.format("Mardin"))
    assert "On Mardin" in " ".join([text(card), *labels(card)])


async def test_a_slug_alone_leads_to_its_story() -> None:
    asker = Asker(harbour(), harbour(slug="night-tram", headline="A tram by night"))
    assert (await asker.ask("night-tram")).title == "A tram by night"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("summary", "Harbour bridge nears its opening"),
        ("Help", "What I can do"),
        ("facts", "The facts"),
        ("when", "Dates"),
    ],
)
async def test_a_commands_name_is_understood_without_its_slash(line: str, title: str) -> None:
    assert (await Asker().ask(line)).title == title


async def test_a_word_that_the_story_holds_is_looked_for_though_a_command_has_its_name() -> None:
    asker = Asker(harbour(facts=[{"text": "The timeline of the works is long.", "paragraph": 1}]))
    assert "The timeline of the works is long." in text(await asker.ask("timeline"))


async def test_a_command_that_changes_something_needs_its_slash() -> None:
    for line in ("forget", "subscribe", "unsubscribe"):
        assert (await Asker().ask(line)).title == "Not in this story"


async def test_a_word_of_the_source_leads_to_the_source() -> None:
    source = {"publisher": "The Beacon", "byline": "Zoë Ångström", "url": "https://beacon.example/1"}
    card = await Asker(harbour(source=source)).ask("angstrom")
    assert "The article: The Beacon, by Zoë Ångström" in text(card)
