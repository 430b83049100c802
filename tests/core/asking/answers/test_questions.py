"""Questions in a reader's own words, asked at the desk: what leads the answer, what is refused, what follows."""

from datetime import timedelta

import pytest

from bot.core.asking.questions.recent import KEPT_FOR
from bot.core.posting.chats import ChatKey
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from tests.asking import NOW, Asker, labels, text, texts
from tests.stories import HARBOUR, court, harbour, recall, seasons

NEAREST = "What it says nearest to that"


async def ask(story: Story, line: str) -> Card:
    return await Asker(story).ask(line)


@pytest.mark.parametrize(
    ("story", "line", "first"),
    [
        (harbour(), "when is the opening?", "Opening of the bridge: 4 May 2031 at 19:00 (Istanbul)"),
        (harbour(), "whens the concert", "Concert: 5 May 2031"),
        (court(), "And when is the verdict, please?", "Verdict: 12 December 2031"),
        (harbour(), "where is the opening?", "Opening of the bridge: 4 May 2031"),
        (court(), "where will the verdict be given", "Verdict: 12 December 2031"),
        (harbour(), "does the bridge withstand storms?", "Leyla Aydın said: The bridge withstands any storm. [¶ 2, "),
        (recall(), "what did Greta Thorsby say?", "Greta Thorsby: “Unplug it today”."),
        (
            court(),
            "what does Karrow say?",
            "Edvin Karrow to Tarnwick Regional Court: “I have not taken as much as a frame”",
        ),
        (harbour(), "who is Leyla Aydın?", "Leyla Aydın: The bridge's engineer [¶ 2]"),
        (court(), "who is petra wynne", "Petra Wynne: The lawyer who defends Karrow [¶ 9, 10]"),
        (court(), "did Karrow plead guilty?", "On the first day of the trial Karrow pleaded not guilty. [¶ 3]"),
        (court(), "is the depot locked?", "The depot on Mill Lane has been locked since the search"),
        (recall(), "how many people were scalded?", "The Product Safety Office knows of 23 people"),
        (harbour(), "how long is the bridge?", "The bridge is 900 metres long. [¶ 1]"),
        (recall(), "why are kettles called back?", "Pellmer Appliances calls back 86,000 kettles of the type Swift, "),
        (court(), "how much was the bail?", "Since April 2030 Karrow has been free on bail of 150,000 euros"),
    ],
)
async def test_the_statement_that_answers_leads(story: Story, line: str, first: str) -> None:
    card = await ask(story, line)
    assert card.title == "The story says"
    assert texts(card)[0].startswith(first)
    assert len(card.blocks) <= 4  # at most two beside it, and the note on the story
    assert card.citations
    assert card.choices
    assert NEAREST not in texts(card)


async def test_an_event_is_shown_with_its_place() -> None:
    assert "Place: Istanbul" in texts(await ask(harbour(), "where is the opening?"))[0]


async def test_words_are_shown_with_whose_they_are_and_when() -> None:
    [first, *_] = texts(await ask(harbour(), "does the bridge withstand storms?"))
    assert first.endswith("[¶ 2, Leyla Aydın via Harbour Gazette, 20 February 2031]")


async def test_two_questions_get_both_answers() -> None:
    told = text(await ask(court(), "when is the verdict and who sold The Grey Ferry?"))
    assert "12 December 2031" in told
    assert "Gorman & Vale sold The Grey Ferry" in told


async def test_he_may_be_whom_the_first_of_two_questions_leads_to() -> None:
    told = text(await ask(court(), "who noticed the first copy and what did he say?"))
    assert "Jonas Abelsen: Restorer who noticed the first copy" in told
    assert "Jonas Abelsen to Tarnwick Post: “Paint does not lie”" in told


async def test_of_two_questions_the_one_that_is_not_answered_is_named() -> None:
    card = await ask(court(), "When is the verdict, and how old is Karrow?")
    assert card.title == "The story says"
    assert "The story does not say: “how old is Karrow”" in texts(card)


@pytest.mark.parametrize(
    ("story", "line"),
    [
        (harbour(), "who won the regatta?"),
        (court(), "what was the verdict?"),
        (harbour(), "what time does the concert start?"),
        (court(), "what time is the verdict?"),
        (harbour(), "how old is Leyla?"),
        (harbour(), "how much did the bridge cost?"),
        (harbour(), "where is the regatta?"),
        (recall(), "when did Ferrant resign?"),
        (court(), "why did Castellane fine Karrow?"),
    ],
)
async def test_what_the_story_does_not_say_is_refused_with_what_is_nearest(story: Story, line: str) -> None:
    asker = Asker(story)
    card = await asker.ask(line)
    assert card.title == "The story does not say"
    said = texts(card)
    assert said[1] == NEAREST
    assert said[0].startswith(("Nothing in it answers that", "It does not mention"))
    assert [question for _, question, _ in asker.unanswered] == [line]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Who is Messi?", "“Messi”"),
        ("why did Leyla meet Putin?", "“Putin”"),
        ("what did Donald Duck say?", "“Donald” and “Duck”"),
        ("when does Leyla fly to Norway", "“Norway”"),
    ],
)
async def test_a_name_that_the_story_lacks_is_never_answered_around(line: str, names: str) -> None:
    card = await ask(harbour(), line)
    assert card.title == "No such name"
    assert texts(card)[0] == f"The story has no name like {names}."


async def test_a_missing_word_is_named() -> None:
    card = await ask(harbour(), "does the bridge withstand penguins?")
    assert texts(card)[0] == "It does not mention “penguins”."


async def test_a_word_outside_of_the_statements_is_not_called_missing() -> None:
    story = harbour(headline="Zorblatt bridge", date_note="The quibble is inferred.")
    for line in ("who built the Zorblatt?", "when did the quibble fall down?"):
        told = text(await ask(story, line))
        assert "does not mention" not in told
        assert "no name like" not in told


@pytest.mark.parametrize("line", ["tell me about Zorblatt", "what about penguins?"])
async def test_what_is_asked_about_and_not_there_is_not_in_the_story(line: str) -> None:
    card = await ask(harbour(), line)
    assert card.title == "Not in this story"
    assert f"“{line.rstrip('?').split()[-1]}”" in texts(card)[0]


async def test_a_follow_up_takes_its_subject_from_the_question_before() -> None:
    asker = Asker(court())
    await asker.ask("who sold The Grey Ferry?")
    for line in ("and where?", "when was that?", "Where?"):
        assert texts(await asker.ask(line))[0].startswith("Gorman & Vale sold The Grey Ferry in Port Calder"), line
    await asker.ask("why did Jonas Abelsen lose his post?")
    assert "January 2030" in texts(await asker.ask("when was that?"))[0]


async def test_why_alone_follows() -> None:
    asker = Asker(harbour())
    assert (await asker.ask("why?")).title == "I did not understand"
    await asker.ask("when is the regatta?")
    assert "Regatta" in text(await asker.ask("why?"))


async def test_she_is_whom_the_answer_was_about() -> None:
    asker = Asker(recall())
    await asker.ask("who is Greta Thorsby?")
    assert texts(await asker.ask("what did she say?"))[0].startswith("Greta Thorsby: “Unplug it today”")


async def test_what_the_subject_lacks_is_refused_in_a_follow_up_too() -> None:
    asker = Asker(harbour())
    await asker.ask("when is the regatta?")
    assert (await asker.ask("and where?")).title == "The story does not say"
    await asker.ask("when is the concert?")
    assert (await asker.ask("what time?")).title == "The story does not say"


async def test_a_question_with_its_own_subject_follows_nothing() -> None:
    asker = Asker(harbour())
    await asker.ask("when is the regatta?")
    card = await asker.ask("when and where is the opening?")
    assert "Regatta" not in text(card)
    assert "Opening of the bridge" in texts(card)[0]


async def test_a_follow_up_comes_within_minutes_in_the_same_chat() -> None:
    asker = Asker(harbour())
    await asker.ask("when is the opening?")
    asker.chat = ChatKey("test", "2")
    assert (await asker.ask("and where?")).title == "I did not understand"
    asker.chat = ChatKey("test", "1")
    asker.now = NOW + KEPT_FOR
    assert (await asker.ask("and where?")).title == "The story says"
    asker.now += KEPT_FOR + timedelta(seconds=1)
    assert (await asker.ask("and where?")).title == "I did not understand"


async def test_forget_forgets_what_was_asked() -> None:
    asker = Asker(harbour())
    await asker.ask("when is the opening?")
    await asker.ask("/forget")
    assert (await asker.ask("and where?")).title == "The story says"  # it was not confirmed
    await asker.ask("/forget yes", may_manage=False)
    assert (await asker.ask("and where?")).title == "The story says"
    await asker.ask("/forget yes")
    assert (await asker.ask("and where?")).title == "I did not understand"


async def test_a_chat_with_a_new_id_starts_anew() -> None:
    asker = Asker(harbour())
    await asker.ask("when is the opening?")
    await asker.desk.move(asker.chat, ChatKey("test", "2"))
    assert (await asker.ask("and where?")).title == "I did not understand"


async def test_privacy_says_that_the_last_question_is_kept_for_minutes() -> None:
    assert "stay in memory for a few minutes" in text(await Asker().ask("/privacy"))


async def test_the_chats_own_story_answers_first_and_another_one_is_named() -> None:
    asker = Asker(harbour(), seasons(), court())
    await asker.ask("/story seasons")
    assert texts(await asker.ask("when is the concert?"))[0].startswith("Summer concert: 10 July 2031")
    card = await asker.ask("when is the verdict?")
    assert texts(card)[0].startswith("Verdict: 12 December 2031")
    assert court().headline in texts(card)[-1]
    assert all(action.invocation.argument.startswith("museum-trial") for action in card.choices)


async def test_a_name_that_only_another_story_knows_is_known() -> None:
    asker = Asker(harbour(), seasons(), court())
    await asker.ask("/story harbour")
    card = await asker.ask("how old is Karrow?")
    assert card.title == "The story does not say"
    assert court().headline in texts(card)[-1]
    assert [slug for slug, *_ in asker.unanswered] == ["museum-trial"]
    assert (await asker.ask("harbour/how old is Karrow?")).title == "No such name"
    assert (await asker.ask("how old is Messi?")).title == "No such name"


async def test_a_follow_up_stays_in_the_story_that_answered() -> None:
    asker = Asker(harbour(), court())
    await asker.ask("/story harbour")
    await asker.ask("who sold The Grey Ferry?")
    card = await asker.ask("and where?")
    assert "Port Calder" in texts(card)[0]
    assert court().headline in texts(card)[-1]


async def test_a_question_to_a_named_story_stays_in_it() -> None:
    asker = Asker(harbour(), court())
    assert (await asker.ask("harbour/when is the verdict?")).title == "The story does not say"
    assert (await asker.ask("museum-trial/when is the verdict?")).title == "The story says"


async def test_a_retracted_story_never_answers() -> None:
    gone = harbour(slug="gone", status="retracted", retraction={"date": "2031-03-02", "reason": "It was wrong."})
    asker = Asker(gone, seasons())
    assert "900 metres" not in text(await asker.ask("how long is the bridge?"))
    assert "900 metres" not in text(await asker.ask("gone/how long is the bridge?"))


async def test_a_story_that_is_retracted_meanwhile_is_not_followed() -> None:
    asker = Asker(harbour(), seasons())
    await asker.ask("/story seasons")
    assert (await asker.ask("when is the opening of the bridge?")).title == "The story says"
    retraction = {"date": "2031-03-02", "reason": "It was wrong."}
    asker.library = type(asker.library)([harbour(status="retracted", retraction=retraction), seasons()])
    assert "bridge" not in text(await asker.ask("and where?")).lower()


@pytest.mark.parametrize(
    "line",
    [
        "Can a lorry of forty tonnes drive over it?",
        "can a lorry of forty tonnes drive over it",
        "hi, could lorries of forty tonnes drive over it",
    ],
)
async def test_a_question_that_the_newsroom_lists_leads_to_its_statement(line: str) -> None:
    fact = {**HARBOUR["facts"][0], "questions": ["Can a lorry of forty tonnes drive over it?"]}
    story = harbour(facts=[fact, *HARBOUR["facts"][1:]])
    card = await ask(story, line)
    assert card.title == "The story says"
    assert texts(card)[0] == "The bridge is 900 metres long. [¶ 1]"


@pytest.mark.parametrize(
    "line",
    [
        "🙂 when is the opening? 🙂",
        "\x00when is\u202e the opening\x07?",
        "WHEN IS THE OPENING",
        "when  is\tthe\nopening",
    ],
)
async def test_what_is_no_word_disturbs_no_question(line: str) -> None:
    assert texts(await ask(harbour(), f"/ask {line}"))[0].startswith("Opening of the bridge: 4 May 2031")


async def test_nobody_can_put_more_into_a_refusal_than_fits() -> None:
    card = await ask(harbour(), "who met " + " ".join(f"Penguin{number}" for number in range(500)) + "?")
    assert card.title in ("No such name", "The story does not say", "Not in this story")
    assert len(text(card)) < 1_500


async def test_what_was_asked_is_never_answered_with_a_button_to_nowhere() -> None:
    asker = Asker(court())
    card = await asker.ask("who sold The Grey Ferry and when is the verdict?")
    for action in card.choices:
        assert (await asker.press(action.invocation)).title not in ("No such name", "No such event"), labels(card)


async def test_why_a_plan_changed_is_told_with_the_plan() -> None:
    told = texts(await ask(court(), "why was the site visit postponed?"))
    assert told[0].startswith("Visit of the court to the depot: postponed; it had been planned for 5 November 2031")
    assert told[1] == "The roof of the depot is not safe. [¶ 13]"
    assert "The roof" not in text(await ask(court(), "where is the site visit?"))


async def test_a_question_with_its_own_verb_leans_on_nothing() -> None:
    asker = Asker(recall())
    await asker.ask("did Pellmer know about the weak catch?")
    card = await asker.ask("who got hurt and how many of them are kids")
    assert texts(card)[0].startswith("The Product Safety Office knows of 23 people")
    assert "does not say" not in text(card)
