"""The pages of stories: what they say, to people and to machines."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import icalendar
import pytest

from bot.core.errors import Problem
from bot.core.stories.anchors import Statement, page_path, statement_id
from tests.platforms.web.sites import PASSWORD, Site, browser, log_in
from tests.platforms.web.stories.pages import HOSTILE, Elements, hostile, site_of
from tests.stories import HARBOUR, harbour, seasons, with_questions


async def page_of(site: Site, path: str = "/stories/harbour") -> str:
    async with browser(site) as client:
        return (await client.get(path)).text


def linked_data(page: str) -> dict[str, Any]:
    [data] = Elements(page).scripts
    return {thing["name" if thing["@type"] == "Event" else "@type"]: thing for thing in json.loads(data)["@graph"]}


async def test_the_list_names_what_is_published() -> None:
    page = await page_of(site_of(harbour(), seasons(status="draft")), "/stories")
    assert 'href="/stories/harbour"' in page
    assert "The bridge over the harbour opens in May." in page
    assert "1 March 2031" in page
    assert "seasons" not in page


async def test_without_stories_there_is_a_list_nevertheless() -> None:
    assert "No story is published yet." in await page_of(site_of(), "/stories")


async def test_a_story_is_shown_whole_with_what_it_rests_on() -> None:
    page = await page_of(site_of(harbour()))
    for said in (
        "Harbour bridge nears its opening",
        "1 March 2031 (1 day ago)",
        "The bridge over the harbour opens in May. <cite>",
        ">¶ 1</a></cite>",
        "Leyla Aydın said: The bridge withstands any storm. <cite>",
        ">¶ 2, Leyla Aydın via Harbour Gazette, 20 February 2031</a></cite>",
        "Background: An older bridge fell in 1987.",
        "“as safe as a church”",
        "The bridge&#39;s engineer",
        "postponed; it had been planned for 15 March 2031",
        "Changed on 25 February 2031; before that: 15 March 2031",
        "For the works.",
        "Reporting by the Harbour Gazette",
    ):
        assert said in page, said
    assert page.count("The bridge is 900 metres long.") == 1


async def test_every_statement_has_a_place_to_which_links_lead() -> None:
    story = harbour()
    ids = Counter(at.get("id") for _, at in Elements(await page_of(site_of(story))).found)
    changes = [(change, event) for event in story.events for change in event.history]
    others: tuple[Statement, ...] = (*story.summary, *story.entities, *story.facts, *story.quotations, *story.events)
    for place in (*(statement_id(*each) for each in changes), *map(statement_id, others)):
        assert ids[place] == 1, place
    assert page_path(story, changes[0][0]).endswith(f"#{statement_id(*changes[0])}")


async def test_the_questions_of_its_statements_are_not_shown() -> None:
    asked = with_questions(harbour(), "How large is Xanadu?")
    assert await page_of(site_of(asked)) == await page_of(site_of(harbour()))


async def test_each_event_has_its_status() -> None:
    page = await page_of(site_of(harbour()))
    named = re.findall(r'<h3 id="name-[\w-]+" dir="auto">(.*?)</h3>\s*<p class="status" lang="en">(.*?)</p>', page)
    assert dict(named) == {
        "Opening of the bridge": "planned",
        "Safety report": "planned",
        "Regatta": "postponed",
        "Parade": "cancelled",
        "Concert": "rescheduled",
        "Load test": "held",
    }


async def test_its_parts_are_a_press_away() -> None:
    found = Elements(await page_of(site_of(harbour()))).found
    targets = [(at["href"] or "")[1:] for tag, at in found if tag == "a" and (at.get("href") or "").startswith("#")]
    assert targets == ["main", "events", "timeline", "facts", "quotations", "people", "organisations", "things"]
    assert set(targets) <= {at.get("id") for _, at in found}


async def test_words_of_the_page_do_not_pass_for_the_storys_language() -> None:
    found = Elements(await page_of(site_of(harbour(language="sr")))).found
    assert [at["lang"] for tag, at in found if tag == "article"] == ["sr"]
    assert {at.get("lang") for tag, at in found if tag == "h2" and at["id"] != "check"} == {"en"}


async def test_corrections_stand_out() -> None:
    corrected = [{"id": "length", "date": "2031-03-02", "text": "It is 900 metres long, not 800."}]
    page = await page_of(site_of(harbour(corrections=corrected)))
    assert "2 March 2031" in page
    assert "It is 900 metres long, not 800." in page
    [correction] = linked_data(page)["WebPage"]["correction"]
    assert correction["text"] == "It is 900 metres long, not 800."
    assert linked_data(page)["WebPage"]["dateModified"] == "2031-03-02"


@pytest.mark.parametrize("path", ["/stories/nowhere", "/stories/seasons", "/stories/seasons.ics", "/stories/..%2fbot"])
async def test_there_is_no_page_of_a_draft_or_of_nothing(path: str) -> None:
    async with browser(site_of(harbour(), seasons(status="draft"))) as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "town" not in answer.text


async def test_of_a_retracted_story_nothing_is_shown_but_that() -> None:
    async with browser(site_of(harbour(status="retracted"))) as client:
        page = await client.get("/stories/harbour")
        calendar = await client.get("/stories/harbour.ics")
        assert "harbour" not in (await client.get("/stories")).text
    assert page.status_code == calendar.status_code == 410
    assert "This story was retracted" in page.text
    for word in ("900 metres", "Aydın", "ld+json", "og:title"):
        assert word not in page.text + calendar.text


async def test_a_calendar_program_can_subscribe() -> None:
    async with browser(site_of(harbour(), password=PASSWORD)) as client:
        answer = await client.get("/stories/harbour.ics", headers={"accept": "text/calendar"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    statuses = {str(event["summary"]): str(event["status"]) for event in calendar.walk("VEVENT")}
    assert statuses["Opening of the bridge"] == "TENTATIVE"
    assert statuses["Load test"] == "CONFIRMED"
    assert statuses["Parade"] == "CANCELLED"


async def test_search_engines_read_the_events() -> None:
    page = await page_of(site_of(harbour()))
    data = linked_data(page)
    assert data["WebPage"]["headline"] == "Harbour bridge nears its opening"
    assert data["NewsArticle"]["datePublished"] == "2031-03-01"
    assert data["Opening of the bridge"]["startDate"] == "2031-05-04T19:00+03:00"
    assert data["Opening of the bridge"]["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["Concert"]["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["Concert"]["previousStartDate"] == "2031-05-03"
    assert data["Regatta"]["eventStatus"] == "https://schema.org/EventPostponed"
    assert data["Regatta"]["previousStartDate"] == "2031-03-15"
    assert "startDate" not in data["Regatta"]
    assert data["Parade"]["eventStatus"] == "https://schema.org/EventCancelled"


async def test_search_engines_read_that_a_plan_has_changed() -> None:
    former = {"changed": "2031-03-10", "start": "2031-05-04", "status": "scheduled"}
    opening = {
        **HARBOUR["events"][0],
        "status": "rescheduled",
        "start": "2031-06-01",
        "about": ["bridge"],
        "description": "It opens on 4 May.",
        "history": [former],
    }
    bridge = {**HARBOUR["entities"][3], "role": "It opens on 4 May"}
    story = harbour(events=[opening], entities=[*HARBOUR["entities"][:3], bridge])
    data = linked_data(await page_of(site_of(story)))
    mark = " (the plan has changed: Opening of the bridge, 1 June 2031)"
    assert data["Opening of the bridge"]["description"] == f"It opens on 4 May.{mark}"
    for entity in (data["WebPage"]["mentions"][3], data["Opening of the bridge"]["about"][0]):
        assert entity["description"] == f"It opens on 4 May{mark}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (None, "http://127.0.0.1:8080/stories/harbour"),
        ("https://news.example.org", "https://news.example.org/stories/harbour"),
    ],
)
async def test_a_link_to_it_shows_what_it_is(url: str | None, address: str) -> None:
    page = await page_of(site_of(harbour(), url=url))
    described = {
        at["property"]: at["content"] for tag, at in Elements(page).found if tag == "meta" and "property" in at
    }
    assert described["og:title"] == "Harbour bridge nears its opening"
    assert described["og:url"] == address
    assert linked_data(page)["WebPage"]["url"] == address


SOURCE = {
    "publisher": "Harbour Gazette",
    "url": "https://gazette.example/bridge?a=1&b=2",
    "archived": "https://archive.example/bridge",
    "byline": "Ida Brandt",
    "picture": {"url": "https://gazette.example/bridge.jpg", "credit": "Tomas Weller", "alt": "The bridge at dawn"},
}


async def test_the_article_can_be_opened_and_its_picture_is_only_linked_to() -> None:
    page = await page_of(site_of(harbour(source=SOURCE)))
    found = Elements(page).found
    links = {at["href"]: at.get("rel") for tag, at in found if tag == "a"}
    for url in (SOURCE["url"], SOURCE["archived"], "https://gazette.example/bridge.jpg"):
        assert links[str(url)] == "noopener noreferrer"
    assert "by Ida Brandt" in page
    assert "The bridge at dawn (Tomas Weller)" in page
    assert not [tag for tag, at in found if tag == "img" or "src" in at]
    described = {at.get("property", at.get("name")): at.get("content") for tag, at in found if tag == "meta"}
    assert described["og:image"] == "https://gazette.example/bridge.jpg"
    assert described["og:image:alt"] == "The bridge at dawn"
    assert described["author"] == "Ida Brandt"


async def test_search_engines_read_which_article_the_page_is_about() -> None:
    data = linked_data(await page_of(site_of(harbour(source=SOURCE))))
    article = data["NewsArticle"]
    assert data["WebPage"]["isBasedOn"] == {"@id": article["@id"]}
    assert article["url"] == SOURCE["url"]
    assert article["archivedAt"] == SOURCE["archived"]
    assert article["publisher"] == {"@type": "Organization", "name": "Harbour Gazette"}
    assert article["author"] == {"name": "Ida Brandt"}
    assert article["image"]["contentUrl"] == "https://gazette.example/bridge.jpg"
    assert not [thing for thing in data["WebPage"]["mentions"] if "alternateName" in thing]
    bare = linked_data(await page_of(site_of(harbour())))["NewsArticle"]
    assert not {"url", "publisher", "author", "archivedAt", "image"} & set(bare)


async def test_each_citation_leads_to_its_own_statement() -> None:
    found = Elements(await page_of(site_of(harbour()))).found
    ids = [at["id"] for _, at in found if "id" in at]
    assert len(ids) == len(set(ids))
    start = "/stories/harbour#"
    links = [at["href"] or "" for tag, at in found if tag == "a"]
    cited = [href.removeprefix(start) for href in links if href.startswith(start)]
    assert set(cited) <= set(ids)
    assert {each.partition("-")[0] for each in cited} == {"sentence", "fact", "quotation", "entity", "event"}


async def test_a_hostile_story_stays_text() -> None:
    problems = {"hostile": [Problem(Path(HOSTILE), 1, HOSTILE)]}
    page = await page_of(site_of(hostile(), problems=problems), "/stories/hostile")
    tags = [tag for tag, _ in Elements(page).found]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert linked_data(page)["WebPage"]["headline"] == HOSTILE
    for tag, attributes in Elements(page).found:
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert "style" not in attributes


async def test_editors_see_what_the_check_says() -> None:
    problem = Problem(Path("content/harbour/story.yaml"), 7, "there is no entity “brigde”")
    site = site_of(harbour(), problems={"harbour": [problem], "broken": [problem]}, password=PASSWORD)
    async with browser(site) as client:
        for path in ("/stories", "/stories/harbour"):
            assert "brigde" not in (await client.get(path)).text
        await log_in(client)
        shown = (await client.get("/stories/harbour")).text
        assert "content/harbour/story.yaml:7" in shown
        assert "last good version" in shown
        assert "<h3>broken</h3>" in (await client.get("/stories")).text
    assert "Sound: 3 facts, 4 entities" in await page_of(site_of(harbour()))


async def test_a_reader_gets_no_cookie() -> None:
    async with browser(site_of(harbour(), password=PASSWORD)) as client:
        for path in ("/stories", "/stories/harbour", "/stories/harbour.ics"):
            answer = await client.get(path)
            assert answer.status_code == 200
            assert "set-cookie" not in answer.headers
