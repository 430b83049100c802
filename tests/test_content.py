"""The stories and the guide in content/: what they must hold, and what nobody may find in them."""

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from bot.core.stories.event import Change, ChangeSource, Event, Place
from bot.core.stories.leads import DEFAULT_LEADS, read_leads
from bot.core.stories.library import EntityRef, Library
from bot.core.stories.spelling import normalise
from bot.core.stories.story import (
    Correction,
    Credit,
    Entity,
    Fact,
    Picture,
    Quotation,
    Sentence,
    Source,
    Story,
    Topic,
    Withdrawal,
    parse_story,
)
from bot.core.wording.statements import facts_about
from bot.newsroom.article import check_against_article
from bot.newsroom.checking import check_bytes

CONTENT = Path(__file__).parents[1] / "content"
SLUG = "dodik-in-moscow"
STORY_FILE = CONTENT / SLUG / "story.yaml"
GUIDE = (CONTENT / "README.md").read_text(encoding="utf-8")
ARTICLE = Path(__file__).parents[2] / "shared" / "seed" / "article.txt"
LAST_PARAGRAPH = 19

needs_article = pytest.mark.skipif(
    not ARTICLE.exists(), reason=f"THE STORY IS NOT COMPARED WITH ITS ARTICLE: there is no {ARTICLE.name} beside us"
)


def _read(text: str, slug: str) -> Story:
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return parse_story({**data, "slug": slug})


STORY = _read(STORY_FILE.read_text(encoding="utf-8"), SLUG)
LIBRARY = Library([STORY])


def _find(name: str) -> tuple[str, ...] | None:
    found = LIBRARY.find(name)
    return tuple(target.id for target in found.targets) if found else None


def _facts(topic: str, paragraph: int, kind: str) -> list[Fact]:
    return [fact for fact in STORY.facts if fact.kind == kind and topic in fact.topics and paragraph in fact.paragraph]


@pytest.mark.parametrize("typed", ["dodik", "Dodik", "Milorad", "dodick", "Додик", "Dodika", "Dodikom", "Додиком"])
def test_dodik_is_found_however_he_is_written(typed: str) -> None:
    assert LIBRARY.find(typed, STORY) is not None
    assert _find(typed) == ("dodik",)


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Milorad Dodik", "dodik"),
        ("Путину", "putin"),
        ("Vladimir Putin", "putin"),
        ("President Putin", "putin"),
        ("Putin's office", "putin-office"),
        ("Putin’s office", "putin-office"),
        ("three-member presidency", "presidency"),
        ("tripartite presidency", "presidency"),
        ("Predsjedništva BiH", "presidency"),
        ("Bosnian Serb presidency", "serb-presidency"),
        ("Bosnian Serbs", "voters"),
        ("Bosnia and Herzegovina", "bosnia"),
        ("Bosnia-Herzegovina", "bosnia"),
        ("Bosnia", "bosnia"),
        ("Bosni i Hercegovini", "bosnia"),
        ("Босния и Герцеговина", "bosnia"),
        ("BiH", "bosnia"),
        ("БиХ", "bosnia"),
        ("Republika Srpska", "rs"),
        ("Republike Srpske", "rs"),
        ("Република Српска", "rs"),
        ("Республика Сербская", "rs"),
        ("RS", "rs"),
        ("Federation of Bosniaks and Croats", "federation"),
        ("Bosniak-Croat Federation", "federation"),
        ("FBiH", "federation"),
        ("Croats", "federation"),
        ("Council of Ministers", "ministers"),
        ("Vijeće ministara", "ministers"),
        ("Совет министров", "ministers"),
        ("mission to Brussels", "brussels-mission"),
        ("joint military", "military"),
        ("judiciary", "judiciary"),
        ("tax administration", "tax-body"),
        ("separatists", "separatists"),
        ("Western countries", "west"),
        ("the West", "west"),
        ("Bosnia and Herzegovina's national football team", "team-bosnia"),
        ("Bosnia team", "team-bosnia"),
        ("Russia's national football team", "team-russia"),
        ("Russian national team", "team-russia"),
        ("сборная России", "team-russia"),
        ("football federation", "football-fed"),
        ("Bosnian Soccer Federation", "football-fed"),
        ("Fudbalski savez BiH", "football-fed"),
        ("US ambassador", "us-ambassador"),
        ("U.S. Ambassador", "us-ambassador"),
        ("посол США", "us-ambassador"),
        ("European Union", "eu"),
        ("EU", "eu"),
        ("Evropske unije", "eu"),
        ("Евросоюз", "eu"),
        ("United States", "us"),
        ("U.S.", "us"),
        ("USA", "us"),
        ("SAD", "us"),
        ("США", "us"),
        ("America", "us"),
        ("Russia", "russia"),
        ("Rusije", "russia"),
        ("Россия", "russia"),
        ("Ukraine", "ukraine"),
        ("Ukrajini", "ukraine"),
        ("Украины", "ukraine"),
        ("Yugoslavia", "yugoslavia"),
        ("Југославија", "yugoslavia"),
        ("Western Balkans", "balkans"),
        ("Moscow", "moscow"),
        ("Moskvi", "moscow"),
        ("Москве", "moscow"),
        ("Moskau", "moscow"),
        ("St Petersburg", "st-petersburg"),
        ("St. Petersburg", "st-petersburg"),
        ("Sankt Peterburg", "st-petersburg"),
        ("Санкт-Петербург", "st-petersburg"),
        ("Brussels", "brussels"),
        ("Bruxelles", "brussels"),
        ("Briselu", "brussels"),
        ("Брюссель", "brussels"),
        ("Qatar", "qatar"),
        ("Kataru", "qatar"),
        ("Donetsk", "donetsk"),
        ("Donjeck", "donetsk"),
        ("Донецк", "donetsk"),
        ("Luhansk", "luhansk"),
        ("Lugansk", "luhansk"),
        ("Луганск", "luhansk"),
        ("TASS", "tass"),
        ("ТАСС", "tass"),
        ("AP", "ap"),
        ("Associated Press", "ap"),
        ("Radio Television of Republika Srpska", "rtrs"),
        ("RTRS", "rtrs"),
        ("РТРС", "rtrs"),
        ("Bosnian media", "bosnian-media"),
        ("Dayton Agreements", "dayton-agreements"),
        ("Dayton", "dayton-agreements"),
        ("Dejtonu", "dayton-agreements"),
        ("Дейтон", "dayton-agreements"),
        ("Orthodox centre", "orthodox-centre"),
        ("Orthodox center", "orthodox-centre"),
        ("pravoslavni centar", "orthodox-centre"),
        ("gas pipeline", "pipeline"),
        ("pipeline", "pipeline"),
        ("газопровод", "pipeline"),
        ("power plants", "power-plants"),
        ("gas-fired power plants", "power-plants"),
        ("World Cup", "world-cup"),
        ("Svjetskog prvenstva", "world-cup"),
        ("Чемпионат мира", "world-cup"),
        ("invasion of Ukraine", "invasion"),
        ("war in Ukraine", "invasion"),
        ("Bosnian war", "bosnian-war"),
    ],
)
def test_what_the_article_names_is_found(name: str, entity: str) -> None:
    assert _find(name) == (entity,)


UNMENTIONED = """
    biden; Joe Biden; trump; macron; merkel; scholz; messi; ronaldo; zelensky; Зеленский; Zelenski; erdogan; Erdoğan;
    vucic; Vučić; Вучић; lavrov; Лавров; medvedev; peskov; rasputin; lukashenko; Valentino Rossi; dodge; dodo; doding;
    Timothy Dalton; dalton; clayton; pudding; Vlad; milan; Milošević; Karadžić; Mladić; Tito; Izetbegović; Džaferović;
    Komšić; Michael Murphy; Christian Schmidt; president biden; President of Serbia; Vladimir Lenin; Milorad Pupovac;
    serbia; Srbija; Србија; Сербия; Сербии; croatia; Hrvatska; Хорватия; Хорватии; kosovo; montenegro; Crna Gora;
    North Macedonia; prussia; belarus; armenia; africa; persia; Czech Republic; Republic of Serbia; Republika Hrvatska;
    Soviet Union; African Union; United Nations; United Kingdom; Western Sahara;
    belgrade; zagreb; sarajevo; Сарајево; banja luka; minsk; kyiv; crimea; Крым; donbas; bristol; boston; basel; mostar;
    monaco; lugano; kotor; doha; vladivostok; washington; St Helens;
    gazprom; Газпром; rosneft; reuters; bbc; afp; Interfax; RIA Novosti; RFE/RL; Radio Free Europe; fifa; uefa; zenit;
    Champions League; Euro 2024; World Cup 2026; World Bank; World War; nato; НАТО; osce; imf; cia; Kremlin; Кремль;
    European Commission; European Council; Council of Europe; Nord Stream; Serbian Orthodox Church; SNSD; tesla; texas
"""


@pytest.mark.parametrize("name", [name.strip() for name in UNMENTIONED.split(";")])
def test_what_the_article_does_not_name_is_not_found(name: str) -> None:
    assert _find(name) is None


def test_the_story_is_published_and_sound() -> None:
    checked = check_bytes(STORY_FILE.read_bytes(), STORY_FILE)
    assert checked.problems == ()
    assert checked.story == STORY
    assert STORY.status == "published"
    assert str(STORY.date) == "2022-09-20?"
    assert LIBRARY.newest is STORY


def test_the_year_is_said_to_be_inferred() -> None:
    assert STORY.date_note is not None
    assert "2022 is inferred" in STORY.date_note
    assert "Qatar" in STORY.date_note


def test_every_paragraph_is_cited_and_no_other() -> None:
    cited = set(
        chain(
            *(sentence.paragraph for sentence in STORY.summary),
            *(fact.paragraph for fact in STORY.facts),
            *(quotation.paragraph for quotation in STORY.quotations),
            *(event.paragraph for event in STORY.events),
        )
    )
    assert cited == set(range(LAST_PARAGRAPH + 1))
    assert {number for entity in STORY.entities for number in entity.paragraph} <= cited


def test_every_fact_has_a_topic_and_says_whom_it_is_about() -> None:
    assert [fact.text for fact in STORY.facts if not fact.topics or not fact.about] == []
    assert {topic for fact in STORY.facts for topic in fact.topics} == {topic.id for topic in STORY.topics}


def test_every_entity_has_something_said_about_it() -> None:
    mentioned = {ref for fact in STORY.facts for ref in (*fact.about, *fact.said_by, fact.via)}
    assert set(STORY.entity_ids) <= mentioned


def test_no_two_entities_share_a_name() -> None:
    names = [name for entity in STORY.entities for name in {normalise(name) for name in entity.names}]
    assert sorted(names) == sorted(set(names))


def test_the_summary_has_five_sentences_and_names_the_dates() -> None:
    assert len(STORY.summary) == 5
    assert "unconfirmed" in STORY.summary[3].text
    assert all(word in STORY.summary[-1].text for word in ("2 October", "19 November", "World Cup"))


@pytest.mark.parametrize(
    ("topic", "paragraph", "kind", "words"),
    [
        ("meeting", 2, "fact", "met on 20 September"),
        ("election", 2, "fact", "support for the campaign"),
        ("meeting", 3, "claim", "seven times since 2014"),
        ("election", 3, "fact", "came before elections"),
        ("election", 3, "fact", "lean towards Russia"),
        ("election", 2, "fact", "presidency of three"),
        ("election", 1, "fact", "Bosnian Serb presidency"),
        ("election", 4, "claim", "success"),
        ("election", 4, "claim", "patriotic forces"),
        ("football", 5, "fact", "announced"),
        ("football", 6, "claim", "proud"),
        ("football", 6, "claim", "A part of the country"),
        ("football", 6, "claim", "Sport"),
        ("football", 7, "fact", "19 November in St Petersburg"),
        ("football", 7, "fact", "one day after the match"),
        ("football", 8, "fact", "barred from the World Cup because Russia invaded Ukraine"),
        ("football", 8, "fact", "did not qualify"),
        ("football", 9, "background", "criticism"),
        ("agenda", 10, "claim", "gas pipeline"),
        ("agenda", 10, "claim", "two power plants"),
        ("agenda", 10, "claim", "Orthodox centre"),
        ("secession", 10, "fact", "secede"),
        ("secession", 11, "fact", "separation"),
        ("war", 11, "fact", "endorsed"),
        ("war", 12, "claim", "strike back"),
        ("war", 12, "claim", "Donetsk and Luhansk"),
        ("division", 13, "fact", "Republika Srpska"),
        ("division", 13, "fact", "Dayton Agreements of 1995"),
        ("division", 13, "fact", "three years of war"),
        ("division", 13, "fact", "ethnic cleansing"),
        ("division", 14, "background", "ambassador"),
        ("sanctions", 15, "fact", "European Union and of the United States"),
        ("sanctions", 15, "fact", "military, its highest judicial body and its tax administration"),
        ("secession", 16, "claim", "six months"),
        ("sanctions", 17, "fact", "mission to Brussels"),
        ("sanctions", 17, "fact", "wants to join the European Union"),
        ("sanctions", 18, "fact", "not confirmed"),
        ("article", 7, "background", "2022"),
        ("article", 19, "background", "Associated Press (AP) and TASS"),
    ],
)
def test_what_the_article_says_is_stated(topic: str, paragraph: int, kind: str, words: str) -> None:
    texts = [fact.text for fact in _facts(topic, paragraph, kind)]
    assert any(words in text for text in texts), texts


@pytest.mark.parametrize(
    ("paragraph", "said_by", "via"),
    [
        (3, "putin-office", None),
        (4, "putin", "bosnian-media"),
        (6, "dodik", "rtrs"),
        (6, "putin", "rtrs"),
        (10, "dodik", "tass"),
        (12, "dodik", "tass"),
        (16, "dodik", None),
    ],
)
def test_claims_keep_their_speaker_and_their_outlet(paragraph: int, said_by: str, via: str | None) -> None:
    claims = [fact for fact in STORY.facts if fact.kind == "claim" and paragraph in fact.paragraph]
    assert ((said_by,), via) in {(claim.said_by, claim.via) for claim in claims}


def test_only_claims_have_a_speaker() -> None:
    assert all(bool(fact.said_by) == (fact.kind == "claim") for fact in STORY.facts)


def test_the_timeline_runs_from_dayton_to_the_interview_and_the_meeting() -> None:
    assert sorted(str(fact.date) for fact in STORY.facts if fact.date) == [
        "1995",
        "2022-06?",
        *["2022-09-19?"] * 5,
        *["2022-09-20?"] * 3,
    ]


def test_the_events_have_days_but_no_times() -> None:
    assert [(event.id, str(event.start), event.zone, event.status, event.revision) for event in STORY.events] == [
        ("election", "2022-10-02?", "Europe/Sarajevo", "scheduled", 0),
        ("match", "2022-11-19?", "Europe/Moscow", "scheduled", 0),
        ("world-cup", "2022-11-20?", "Asia/Qatar", "scheduled", 0),
    ]
    assert all(event.start and event.start.moment is None for event in STORY.events)


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        ("election", ["re-election"]),
        ("match", ["match-day"]),
        ("world-cup", ["cup-start", "russia-barred", "bosnia-out"]),
    ],
)
def test_each_event_has_its_leads_and_the_facts_that_its_reminders_carry(event: str, facts: list[str]) -> None:
    assert STORY.leads_of(STORY.event(event)) == read_leads("P7D,P1D,P0D")
    assert [(fact.kind, fact.id) for fact in STORY.facts if event in fact.events] == [("fact", id_) for id_ in facts]


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        *((word, "election") for word in ("election", "elections", "vote", "izbori", "избори", "выборы", "izborima")),
        *((word, "match") for word in ("match", "football", "soccer", "friendly", "game", "utakmica", "утакмицу")),
        *((word, "match") for word in ("матч", "St Petersburg")),
        *((word, "world-cup") for word in ("World Cup", "svjetsko prvenstvo", "Чемпионат мира", "Qatar", "Mundijal")),
    ],
)
def test_events_are_found_by_readers_words(typed: str, event: str) -> None:
    found = LIBRARY.index(STORY).events.find(typed)
    assert found is not None
    assert found.targets == (event,)


def test_quotations_are_fragments_with_their_speakers() -> None:
    quoted = {
        (quotation.text, quotation.said_by, quotation.to, quotation.via, quotation.paragraph[-1])
        for quotation in STORY.quotations
    }
    assert quoted == {
        ("The elections are coming up and I wish you success", "putin", "dodik", "bosnian-media", 4),
        ("the position of the patriotic forces will be strengthened", "putin", "dodik", "bosnian-media", 4),
        ("fruitful and mutually beneficial cooperation", "putin", "dodik", "bosnian-media", 4),
        (
            "especially proud that this will happen, even though part of the country was not in favor of it",
            *("dodik", None, "rtrs", 6),
        ),
        ("should unite people, not divide", "putin", None, "rtrs", 6),
        ("was forced to retaliate", "dodik", "tass", "tass", 12),
        ("Won't Leave Bosnia To Russia", "us-ambassador", None, "linked-headline", 14),
    }


def test_the_ambassador_is_said_to_be_unnamed() -> None:
    assert "does not give a name" in STORY.entity("us-ambassador").role


def test_a_date_whose_year_is_inferred_is_in_doubt() -> None:
    said = [fact.date for fact in STORY.facts] + [quotation.date for quotation in STORY.quotations]
    dates = [STORY.date, *said, *(event.start for event in STORY.events)]
    assert {str(date) for date in dates if date and not date.doubt} == {"1995"}


def test_an_entity_has_at_most_five_key_facts() -> None:
    first = {entity: sum(fact.key for fact in facts_about(STORY, [entity])) for entity in STORY.entity_ids}
    assert max(first.values()) == first["dodik"] == 5


def test_an_event_has_no_place_that_the_article_does_not_give_it() -> None:
    assert {event.id: event.place.text for event in STORY.events if event.place} == {
        "match": "St Petersburg",
        "world-cup": "Qatar",
    }


def test_the_outlets_are_credited() -> None:
    assert STORY.credit.outlets == ("ap", "tass")


@needs_article
def test_the_story_agrees_with_its_article_and_copies_no_sentence() -> None:
    assert check_against_article(STORY, STORY_FILE, ARTICLE) == []


def _fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_guides_example_is_a_sound_story_of_its_article(tmp_path: Path) -> None:
    (article_text,) = _fenced("text")
    example = _fenced("yaml")[0]
    article = tmp_path / "article.txt"
    article.write_text(article_text, encoding="utf-8")
    file = tmp_path / "night-tram" / "story.yaml"
    file.parent.mkdir()
    file.write_text(example, encoding="utf-8")

    checked = check_bytes(file.read_bytes(), file)
    assert checked.problems == ()
    assert checked.story == _read(example, "night-tram")
    assert check_against_article(checked.story, file, article) == []
    assert checked.story.events[0].start is not None
    assert checked.story.events[0].start.moment is not None
    found = Library([checked.story.model_copy(update={"status": "published"})]).find("брандт")
    assert found is not None
    assert found.targets == (EntityRef("night-tram", "brandt"),)


def test_the_guides_pieces_fit_its_example() -> None:
    example, *pieces = (yaml.load(text, Loader=yaml.BaseLoader) for text in _fenced("yaml"))
    stories = (parse_story({**example, **piece, "slug": "night-tram"}) for piece in pieces)
    changed, reminded, corrected, asked, reviewed = stories
    assert changed.events[0].revision == 1
    assert reminded.leads_of(reminded.events[0]) == read_leads("P1D,PT2H")
    assert corrected.corrections[0].facts == (corrected.facts[0].id,)
    assert len(asked.facts[0].questions) == 2
    assert reviewed.facts[0].review


def test_the_guide_names_the_leads_that_hold_where_none_are_written() -> None:
    assert f"Leave it out everywhere,\nand it is `[{', '.join(map(str, DEFAULT_LEADS))}]`" in GUIDE


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("The story", Story),
        ("The credit", Credit),
        ("The source", Source),
        ("The picture", Picture),
        ("A sentence of the summary", Sentence),
        ("A topic", Topic),
        ("An entity", Entity),
        ("A fact", Fact),
        ("A quotation", Quotation),
        ("An event", Event),
        ("A change in an event’s history", Change),
        ("The source of a change", ChangeSource),
        ("A place", Place),
        ("A retraction", Withdrawal),
        ("A correction", Correction),
    ],
)
def test_the_guide_explains_every_key(heading: str, model: type[BaseModel]) -> None:
    section = GUIDE.split(f"\n### {heading}\n")[1].split("\n### ")[0]
    explained = re.findall(r"^\| `(\w+)` \| (yes|no) \|", section, re.MULTILINE)
    untold = {"review", "slug"} if model is Story else {"review"}  # the guide tells of reviews once, for all items
    keys = {name: field for name, field in model.model_fields.items() if name not in untold}
    assert explained == [(name, "yes" if field.is_required() else "no") for name, field in keys.items()]
