"""What each answer says, for the story that has every kind of statement and of event."""

import time

import pytest
from icalendar import Calendar

from bot.core.cards import Quote
from tests.asking import CHAT, NOW, Asker, labels, text, texts
from tests.stories import HARBOUR, harbour, synthetic


async def test_summary() -> None:
    card = await Asker().ask("/summary")
    assert card.title == HARBOUR["headline"]
    assert texts(card) == [
        "The bridge over the harbour opens in May. [¶ 1]",
        "Its engineer calls it safe; the ferry company doubts it. [¶ 2, 3]",
        "Next: Safety report, April 2031 (in 1 month) [¶ 3]",
        "Reporting by the Harbour Gazette",
        "Story of 1 March 2031 (1 day ago)",
    ]
    assert labels(card) == ["Facts", "Who is who", "Dates", "Timeline", "Quotations", "Sources"]
    assert card.citations == ("¶ 1", "¶ 2, 3", "¶ 3")


async def test_what_comes_next_is_still_planned() -> None:
    later = {"start": "2031-03-15", "status": "postponed"}
    events = [event | later if event["id"] == "regatta" else event for event in HARBOUR["events"]]
    assert "Next: Safety report" in text(await Asker(harbour(events=events)).ask("/summary"))


async def test_summary_says_what_to_know_about_its_dates() -> None:
    assert "No year is given." in texts(await Asker(harbour(date_note="No year is given.")).ask("/summary"))


async def test_a_storys_age_does_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert "Story of 1 March 2031 (1 day ago)" in texts(await Asker(now=NOW.replace(hour=12)).ask("/summary"))
    finally:
        monkeypatch.undo()
        time.tzset()


async def test_a_claim_is_its_speakers() -> None:
    facts = texts(await Asker().ask("/facts"))
    assert "Leyla Aydın says: The bridge withstands any storm. [¶ 2, Leyla Aydın via Harbour Gazette]" in facts
    assert "Background: An older bridge fell in 1987. [¶ 5]" in facts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("safety", "Safety"), ("Safety", "Safety"), ("saftey", "Safety"), ("Harbour Bridge", "Harbour Bridge")],
)
async def test_facts_about_a_topic_or_a_name(typed: str, meant: str) -> None:
    card = await Asker().ask(f"/facts {typed}")
    assert card.title == f"The facts: {meant}"
    assert len(card.citations) == 2


async def test_facts_that_hold_a_word() -> None:
    assert "older bridge" in text(await Asker().ask("/facts older"))


async def test_facts_about_nothing_offer_the_topics() -> None:
    card = await Asker().ask("/facts penguins")
    assert "states nothing about “penguins”" in text(card)
    assert labels(card) == ["Safety", "Money"]


async def test_facts_come_in_pages() -> None:
    asker = Asker(synthetic(1))
    first, last, beyond = [await asker.ask(f"/facts{page}") for page in ("", " 4", " 99")]
    assert "Page 1 of 4" in texts(first)
    assert "More" in labels(first)
    assert "Back" not in labels(first)
    assert text(last) == text(beyond)
    assert "More" not in labels(last)


async def test_who() -> None:
    card = await Asker().ask("/who leyla aydin")
    assert card.title == "Leyla Aydın"
    assert "The bridge's engineer [¶ 2]" in texts(card)
    quote = next(block for block in card.blocks if isinstance(block, Quote))
    assert quote.words == "as safe as a church"


async def test_who_says_that_a_name_was_misspelt() -> None:
    card = await Asker().ask("/who aydinn")
    assert card.title == "Leyla Aydın"
    assert texts(card)[0] == "The story does not mention “aydinn”; this is the nearest name."


async def test_who_asks_which_one() -> None:
    card = await Asker().ask("/who harbour")
    assert card.title == "Which one?"
    assert labels(card) == ["Harbour Gazette", "Harbour Bridge"]


async def test_who_asks_which_story() -> None:
    asker = Asker(harbour(), harbour(slug="second", date="2031-03-02", headline="Second"))
    card = await asker.ask("/who leyla")
    assert labels(card) == [
        "Leyla Aydın (2 March 2031: Second)",
        "Leyla Aydın (1 March 2031: Harbour bridge nears its opening)",
    ]
    assert (await asker.press(card.choices[1].invocation)).title == "Leyla Aydın"
    await asker.ask("/story second")
    assert (await asker.ask("/who leyla")).title == "Leyla Aydın"


async def test_who_of_many_offers_what_fits_a_list() -> None:
    card = await Asker(*(harbour(slug=f"story-{number}") for number in range(30))).ask("/who leyla")
    assert len(card.choices) == 25
    assert "And 5 more." in texts(card)


async def test_who_of_an_outlet_shows_the_credit() -> None:
    assert "Reporting by the Harbour Gazette" in texts(await Asker().ask("/who harbour gazette"))
    assert "Reporting by the Harbour Gazette" not in texts(await Asker().ask("/who leyla"))


async def test_who_says_when_only_a_part_of_the_name_was_asked() -> None:
    said = texts(await Asker().ask("/who company"))
    assert said[0] == "This is the one name in the story with “company” in it."
    assert not any("in it." in line for line in texts(await Asker().ask("/who leyla")))


@pytest.mark.parametrize("command", ["quotes", "facts"])
async def test_what_this_story_does_not_hold_another_may(command: str) -> None:
    asker = Asker(harbour(), synthetic(1))
    card = await asker.ask(f"/{command} leyla")
    assert labels(card) == ["Leyla Aydın (1 March 2031: Harbour bridge nears its opening)"]
    assert "Leyla Aydın" in (await asker.press(card.choices[0].invocation)).title
    assert "Leyla Aydın" not in str(labels(await asker.ask(f"/{command} story-1/leyla")))


@pytest.mark.parametrize("typed", ["/forget", "/settings timezone", "/settings nonsense"])
async def test_who_may_not_change_the_chat_is_not_offered_to(typed: str) -> None:
    card = await Asker().ask(typed, may_manage=False)
    assert card.title == "Only for those who manage this chat"
    assert not card.buttons


async def test_who_is_not_in_the_story() -> None:
    card = await Asker().ask("/who bridgehead")
    assert "does not mention “bridgehead”. The nearest name in it is Harbour Bridge." in text(card)
    assert "Harbour Bridge" in labels(card)


async def test_who_is_like_nobody_in_the_story() -> None:
    card = await Asker().ask("/who zzzz")
    assert "does not mention “zzzz”. It names, among others:" in text(card)
    assert labels(card)[:2] == ["Leyla Aydın", "Ferry Company"]


async def test_who_in_a_named_story_looks_nowhere_else() -> None:
    asker = Asker(harbour(), synthetic(1))
    assert (await asker.ask("/who story-1/leyla")).title == "Not in this story"
    assert (await asker.ask("/who harbour/leyla")).title == "Leyla Aydın"


async def test_an_echo_is_cut() -> None:
    card = await Asker().ask("/who " + "x" * 10_000)
    assert f"“{'x' * 59}…”" in text(card)


@pytest.mark.parametrize(
    ("event", "plan"),
    [
        ("opening", "4 May 2031 at 19:00 (Istanbul) (in 2 months) [¶ 1]"),
        ("report", "April 2031 (in 1 month) [¶ 3]"),
        ("regatta", "postponed; it had been planned for 15 March 2031 [¶ 6]"),
        ("concert", "5 May 2031 (in 2 months); before that it was planned for 3 May 2031 [¶ 6]"),
        ("parade", "cancelled; it had been planned for 6 May 2031 [¶ 6]"),
        ("load test", "held on 10 February 2031 [¶ 6]"),
    ],
)
async def test_when_says_no_more_than_the_story(event: str, plan: str) -> None:
    assert plan in texts(await Asker().ask(f"/when {event}"))


@pytest.mark.parametrize(
    ("start", "status", "plan"),
    [
        ("2031-03", "scheduled", "March 2031 (this month) [¶ 1]"),
        ("2031-11", "scheduled", "November 2031 (in 8 months) [¶ 1]"),
        ("2031", "scheduled", "2031 (this year) [¶ 1]"),
        ("2032", "scheduled", "2032 (in 1 year) [¶ 1]"),
        ("2031-02", "held", "held in February 2031 [¶ 1]"),
        ("2030", "held", "held in 2030 [¶ 1]"),
    ],
)
async def test_a_countdown_is_no_finer_than_its_date(start: str, status: str, plan: str) -> None:
    event = {**HARBOUR["events"][0], "id": "coarse", "start": start, "status": status}
    assert plan in texts(await Asker(harbour(events=[event])).ask("/when"))


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


async def test_when_of_an_event_without_any_date() -> None:
    events = [{**event, "history": []} for event in HARBOUR["events"] if event["id"] == "regatta"]
    card = await Asker(harbour(events=events)).ask("/when")
    assert "postponed; no date is given [¶ 6]" in texts(card)
    assert "Add to calendar" not in labels(card)
    assert "No day is known" in text(await Asker(harbour(events=events)).ask("/calendar"))


async def test_when_shows_a_known_time_in_the_chats_zone() -> None:
    asker = Asker()
    await asker.ask("/settings timezone Europe/Sarajevo")
    assert "4 May 2031 at 18:00 (Sarajevo)" in text(await asker.ask("/when opening"))


async def test_when_of_a_past_event_does_not_know_the_outcome() -> None:
    asker = Asker()
    asker.now = asker.now.replace(year=2032)
    said = text(await asker.ask("/when concert"))
    assert "was planned for 5 May 2031; the story does not say whether it took place" in said
    assert "ago)" in said


async def test_when_of_no_such_event_names_those_there_are() -> None:
    card = await Asker().ask("/when penguins")
    assert "no event “penguins”" in text(card)
    assert len(card.choices) == 6


async def test_calendar() -> None:
    card = await Asker().ask("/calendar concert")
    assert card.attachment is not None
    assert card.attachment.filename == "harbour-concert.ics"
    assert "Concert: 5 May 2031 (in 2 months); before that it was planned for 3 May 2031 [¶ 6]" in texts(card)
    assert [str(entry["summary"]) for entry in Calendar.from_ical(card.attachment.content).walk("VEVENT")] == [
        "Concert"
    ]


async def test_timeline_is_in_order() -> None:
    days = [line.split(":")[0] for line in texts(await Asker().ask("/timeline"))[:-1]]
    assert days == [
        "1987",
        "10 February 2031",
        "20 February 2031",
        "20 February 2031",
        "April 2031",
        "4 May 2031 at 19",
        "5 May 2031",
        "6 May 2031",
    ]


async def test_quotes() -> None:
    card = await Asker().ask("/quotes aydin")
    assert texts(card)[0] == (
        "“as safe as a church” Leyla Aydın to Harbour Gazette. The bridge. [¶ 2, via Harbour Gazette, 20 February 2031]"
    )
    assert "we shall see" not in text(card)


async def test_quotes_of_somebody_else_offer_those_there_are() -> None:
    card = await Asker().ask("/quotes bridge")
    assert labels(card) == ["Leyla Aydın", "Ferry Company"]


async def test_sources_stand_under_whose_word_they_are() -> None:
    said = texts(await Asker().ask("/sources"))
    assert said.index("The article itself") < said.index("Leyla Aydın via Harbour Gazette")
    assert "Claim: The bridge withstands any storm. [¶ 2]" in said


async def test_stories() -> None:
    card = await Asker(harbour(), synthetic(1)).ask("/stories")
    assert texts(card) == [
        "Story 1 (1 March 2031): /story story-1",
        "Harbour bridge nears its opening (1 March 2031): /story harbour",
    ]


async def test_story_shows_which_is_read() -> None:
    assert HARBOUR["headline"] in text(await Asker().ask("/story"))
    assert "No published story is called “nope”." in text(await Asker().ask("/story nope"))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("timezone Europe/Sarajevo", "Europe/Sarajevo"),
        ("timezone europe/sarajevo", "Europe/Sarajevo"),
        ("timezone Sarajevo", "Europe/Sarajevo"),
        ("timezone new york", "America/New_York"),
        ("timezone utc", "UTC"),
        ("timezone default", None),
    ],
)
async def test_settings_read_a_time_zone(typed: str, stored: str | None) -> None:
    asker = Asker()
    await asker.ask("/settings timezone Europe/Paris")
    await asker.ask(f"/settings {typed}")
    assert (await asker.chats.load(CHAT)).timezone == stored


async def test_settings_refuse_what_is_no_value_and_offer_the_nearest() -> None:
    asker = Asker()
    card = await asker.ask("/settings timezone Europe/Sarajewo")
    assert labels(card)[0] == "Europe/Sarajevo"
    assert (await asker.chats.load(CHAT)).timezone is None
    assert "There is no setting “zone”" in text(await asker.ask("/settings zone UTC"))
    assert (await asker.ask("/settings language xx")).title == "No such value"
    assert (await asker.ask("/settings story nope")).title == "No such value"


async def test_settings_offer_values_to_press() -> None:
    asker = Asker()
    assert labels(await asker.ask("/settings language"))[:2] == ["English", "Default"]
    assert labels(await asker.ask("/settings timezone"))[:3] == ["Europe/Istanbul", "UTC", "Default"]
    assert labels(await asker.ask("/settings story"))[:2] == [HARBOUR["headline"], "Default"]


async def test_forget_erases_after_a_confirmation() -> None:
    asker = Asker()
    await asker.ask("/settings timezone UTC")
    card = await asker.ask("/forget")
    assert (await asker.chats.load(CHAT)).timezone == "UTC"
    erase = next(action for action in card.actions if action.danger)
    assert (await asker.press(erase.invocation)).title == "Erased"
    assert (await asker.chats.load(CHAT)).timezone is None


async def test_help_lists_every_command() -> None:
    said = text(await Asker().ask("/help"))
    assert "/facts [topic]: The facts, or those about one topic" in said
    assert "/facts harbour/safety" in said


async def test_a_story_without_quotations_or_dates_says_so() -> None:
    facts = [{"text": "It opens.", "paragraph": 1}]
    asker = Asker(harbour(quotations=[], events=[], facts=facts))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes"))
    assert "The story quotes nobody word for word." in texts(await asker.ask("/quotes aydin"))
    assert "Nothing in the story has a date." in texts(await asker.ask("/timeline"))


async def test_a_title_names_all_that_were_meant() -> None:
    twins = [{**HARBOUR["entities"][0], "id": f"t{n}", "name": f"Twin {n}", "aliases": ["the twins"]} for n in (1, 2)]
    facts = [{"text": "They row.", "paragraph": 1, "about": ["t1", "t2"]}, *HARBOUR["facts"]]
    quotations = [{"text": "we row", "said_by": twin, "about": "Rowing.", "paragraph": 1} for twin in ("t1", "t2")]
    asker = Asker(harbour(entities=[*HARBOUR["entities"], *twins], facts=facts, quotations=quotations))
    assert (await asker.ask("/facts twins")).title == "The facts: Twin 1 and Twin 2"
    assert (await asker.ask("/quotes twins")).title == "Quotations: Twin 1 and Twin 2"
