from bot.core.asking.answers.samples import sample, samples
from bot.core.wording.language import Language
from tests.asking import Asker
from tests.stories import HARBOUR, bundled, harbour, synthetic


def questions(**changes: object) -> list[str]:
    return [question for question, *_ in samples(Language(), harbour(**changes))]


def test_the_newsrooms_own_questions_come_first_and_each_once() -> None:
    first, *events = HARBOUR["events"]
    own = ["Which day is it?", f"When is {first['name']}?"]
    asked = questions(events=[{**first, "questions": own}, *events])
    assert asked[:2] == own
    assert len(asked) == len(set(asked))


def test_only_what_the_story_has_is_asked() -> None:
    placed = {event["name"] for event in HARBOUR["events"] if event.get("place")}
    assert {question for question in questions() if question.startswith("Where")} == {f"Where is {p}?" for p in placed}
    bare = questions(events=[], topics=[], quotations=[], facts=[{"text": "It is long.", "paragraph": 1}])
    assert bare
    assert all(question.startswith("Who is ") for question in bare)


def test_every_other_name_asks_the_same() -> None:
    first, *events = HARBOUR["events"]
    story = harbour(events=[{**first, "aliases": ["Ribbon cutting"]}, *events])
    assert (f"When is {first['name']}?", "When is Ribbon cutting?") in samples(Language(), story)


def test_there_is_an_example_for_every_story() -> None:
    place = {"id": "gazette", "type": "place", "name": "Here", "role": "A place", "paragraph": 1}
    facts = [{"text": "It is long.", "paragraph": 1, "questions": ["Is it long?"]}]
    bare = harbour(entities=[place], events=[], topics=[], quotations=[], facts=facts, corrections=[])
    assert sample(Language(), bare) == "What does the story say about Here?"
    assert sample(Language(), harbour()) == "When is Opening of the bridge?"
    assert sample(Language(), synthetic(1))


async def test_what_is_suggested_is_answered() -> None:
    story = bundled()
    for question, *_ in samples(Language(), story):
        assert (await Asker(story).ask(question)).title.startswith(("The story says", "The facts: ")), question
