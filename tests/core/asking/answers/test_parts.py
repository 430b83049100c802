"""What several answers have in common: the story's age, echoes, pages, lists of names, other stories."""

import time

import pytest

from tests.asking import NOW, Asker, labels, text, texts
from tests.stories import HARBOUR, harbour, synthetic


async def test_a_storys_age_does_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert "Story of 1 March 2031 (1 day ago)" in texts(await Asker(now=NOW.replace(hour=12)).ask("/summary"))
    finally:
        monkeypatch.undo()
        time.tzset()


async def test_an_echo_is_cut() -> None:
    card = await Asker().ask("/who " + "x" * 10_000)
    assert f"“{'x' * 59}…”" in text(card)


@pytest.mark.parametrize("command", ["facts", "who", "when", "timeline", "quotes", "sources"])
async def test_its_buttons_turn_every_page(command: str) -> None:
    many = {key: HARBOUR[key] * 4 for key in ("facts", "quotations")}
    events = [{**event, "id": f"e{n}"} for n, event in enumerate(HARBOUR["events"] * 3)]
    entities = [*HARBOUR["entities"], *({**HARBOUR["entities"][0], "id": f"n{n}"} for n in range(20))]
    asker = Asker(harbour(**many, events=events, entities=entities))
    card = await asker.ask(f"/{command}")
    count = next(int(block.split()[-1]) for block in texts(card) if block.startswith("Page 1 of "))
    for number in range(2, count + 1):
        card = await asker.press(next(button.invocation for button in card.buttons if button.label == "More"))
        assert f"Page {number} of {count}" in texts(card)
    assert "More" not in labels(card)


async def test_a_title_names_all_that_were_meant() -> None:
    twins = [{**HARBOUR["entities"][0], "id": f"t{n}", "name": f"Twin {n}", "aliases": ["the twins"]} for n in (1, 2)]
    facts = [{"text": "They row.", "paragraph": 1, "about": ["t1", "t2"]}, *HARBOUR["facts"]]
    quotations = [{"text": "we row", "said_by": twin, "about": "Rowing.", "paragraph": 1} for twin in ("t1", "t2")]
    asker = Asker(harbour(entities=[*HARBOUR["entities"], *twins], facts=facts, quotations=quotations))
    assert (await asker.ask("/facts twins")).title == "The facts: Twin 1 and Twin 2"
    assert (await asker.ask("/quotes twins")).title == "Quotations: Twin 1 and Twin 2"


@pytest.mark.parametrize("command", ["quotes", "facts"])
async def test_what_this_story_does_not_hold_another_may(command: str) -> None:
    asker = Asker(harbour(), synthetic(1))
    card = await asker.ask(f"/{command} leyla")
    assert labels(card) == ["Leyla Aydın (1 March 2031: Harbour bridge nears its opening)"]
    assert "Leyla Aydın" in (await asker.press(card.choices[0].invocation)).title
    assert "Leyla Aydın" not in str(labels(await asker.ask(f"/{command} story-1/leyla")))


@pytest.mark.parametrize("typed", ["“Harbour”", '"Harbour"', "„Harbour“", "«Harbour»", "Harbour"])
async def test_a_word_in_quotation_marks_is_not_put_into_them_twice(typed: str) -> None:
    assert texts(await Asker().ask(f"/who {typed}"))[0] == "“Harbour” may mean several things. Which one?"
