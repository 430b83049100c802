"""The desk's routes: who may, what is saved at once, what is asked first, and what never gets lost."""

from dataclasses import replace
from typing import Any

import pytest

from bot.platforms.web.safety.door import LARGEST_AT_DESK, LARGEST_BODY
from tests.platforms.web.desk.desks import editor, harbour_file, sit_down, site_of, tools_over
from tests.platforms.web.desk.memory import MemoryLog, MemoryManuscripts
from tests.platforms.web.sites import PASSWORD, browser, log_in
from tests.platforms.web.stories.pages import HOSTILE, Elements

ARTICLE = """Town plans a new bridge

Milltown, 4 March 2031. The council of Milltown wants to build a bridge over the river Ann.

"We have waited long enough," said Mayor Petra Novak.
"""
REVIEWED = harbour_file(status="draft", review="Was it published then?")


async def test_an_article_becomes_a_draft_beside_which_it_stands() -> None:
    newsroom = MemoryManuscripts()
    async with editor(tools_over(newsroom)) as ana:
        made = (await ana.post("/desk/articles", {"article": ARTICLE})).json()
        shown = await ana.shown(made["slug"])
        page = (await ana.get(f"/desk/{made['slug']}")).text
    assert shown["article"][0] == "Town plans a new bridge"
    assert shown["data"]["status"] == "draft"
    assert shown["sound"]
    assert "Town plans a new bridge" in page


@pytest.mark.parametrize("given", [{}, {"article": "  \n"}])
async def test_without_an_article_it_says_what_to_do(given: dict[str, Any]) -> None:
    async with editor(tools_over()) as ana:
        answer = await ana.post("/desk/articles", given)
    assert (answer.status_code, answer.json()["problem"]) == (422, "Paste an article, or its address, first.")


async def test_a_draft_is_saved_at_once_and_logged() -> None:
    tools = tools_over(MemoryManuscripts(harbour=REVIEWED))
    async with editor(tools) as ana:
        assert (await ana.shown("harbour"))["reviews"] == [{"place": [], "why": "Was it published then?"}]
        answer = await ana.change("harbour", {"do": "accept", "place": []})
        shown = await ana.shown("harbour")
    assert answer.json()["manuscript"]["reviews"] == []
    assert shown["undo"]["what"] == "accepted the story"
    [edit] = await tools.log.latest(9)
    assert (edit.editor, edit.story, edit.version) == ("Ana", "harbour", None)


async def test_readers_get_nothing_before_its_reach_was_seen() -> None:
    newsroom = MemoryManuscripts(harbour=harbour_file())
    operation = {"do": "set", "place": ["facts", 0, "text"], "value": "The bridge is 90 metres long."}
    async with editor(tools_over(newsroom)) as ana:
        asked = (await ana.change("harbour", operation)).json()["asks"]
        assert newsroom.texts["harbour"] == harbour_file()
        done = (await ana.change("harbour", operation, confirmed=True)).json()
    assert asked["numbers"] == "2 posts withdrawn, 214 chats told, 341 posts edited"
    assert asked["texts"] == [{"kind": "told", "words": "The opening was postponed.", "chats": 214}]
    assert done["manuscript"]["data"]["facts"][0]["text"] == "The bridge is 90 metres long."


async def test_publishing_asks_too_and_can_be_undone_until_it_was_sent() -> None:
    log = MemoryLog()
    newsroom = MemoryManuscripts(harbour=harbour_file(status="draft"))
    async with editor(tools_over(newsroom, log=log)) as ana:
        assert "asks" in (await ana.change("harbour", {"do": "publish"})).json()
        await ana.change("harbour", {"do": "publish"}, confirmed=True)
        shown = await ana.shown("harbour")
        assert (shown["data"]["status"], shown["undo"]["what"]) == ("published", "published")
        undone = await ana.post("/desk/harbour/undo", {"digest": shown["digest"]})
        assert undone.json()["manuscript"]["data"]["status"] == "draft"
        assert log.edits[0].undone
        await ana.change("harbour", {"do": "publish"}, confirmed=True)
        log.sent.add(2)
        shown = await ana.shown("harbour")
        assert shown["undo"] is None
        refused = await ana.post("/desk/harbour/undo", {"digest": shown["digest"]})
    assert refused.status_code == 422
    assert "nothing to undo" in refused.json()["problem"]


async def test_the_log_says_who_changed_what_and_what_it_was_before() -> None:
    newsroom = MemoryManuscripts(harbour=harbour_file(status="draft"))
    async with editor(tools_over(newsroom)) as ana:
        await ana.change("harbour", {"do": "set", "place": ["headline"], "value": "A bridge"})
        await ana.change("harbour", {"do": "set", "place": ["facts", 0, "text"], "value": "It is long."})
        edits = (await ana.get("/desk/harbour/edits")).json()["edits"]
        found = [(await ana.get(f"/desk/harbour/edits/{each['id']}")).json()["differences"] for each in edits]
        none = await ana.get("/desk/harbour/edits/99")
        page = (await ana.get("/desk")).text
    assert [each["what"] for each in edits] == ["changed “The bridge is 900 metres long.”", "changed headline"]
    assert found == [
        [{"where": "fact text", "was": "The bridge is 900 metres long.", "now": "It is long."}],
        [{"where": "headline", "was": "Harbour bridge nears its opening", "now": "A bridge"}],
    ]
    assert none.status_code == 404
    assert "changed headline" in page


async def test_a_story_with_errors_is_not_published() -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    async with editor(tools_over(newsroom)) as ana:
        answer = await ana.change("harbour", {"do": "publish"}, confirmed=True)
    assert answer.status_code == 422
    assert "open review" in answer.json()["problems"][0]["message"]
    assert newsroom.texts["harbour"] == REVIEWED


async def test_what_was_changed_meanwhile_is_shown_beside_ones_own() -> None:
    newsroom = MemoryManuscripts(harbour=harbour_file(status="draft"))
    async with editor(tools_over(newsroom)) as ana:
        before = (await ana.shown("harbour"))["digest"]
        newsroom.texts["harbour"] = harbour_file(status="draft", headline="By hand")
        operation = {"do": "set", "place": ["headline"], "value": "At the desk"}
        answer = await ana.change("harbour", operation, digest=before)
        conflict = answer.json()["conflict"]
        assert answer.status_code == 409
        assert "By hand" in conflict["theirs"]
        assert "At the desk" in conflict["yours"]
        assert conflict["manuscript"]["data"]["headline"] == "By hand"
        body = {"digest": conflict["manuscript"]["digest"], "text": conflict["yours"]}
        settled = (await ana.post("/desk/harbour/settle", body)).json()
    assert settled["manuscript"]["data"]["headline"] == "At the desk"


async def test_a_full_disk_loses_nothing_and_is_told() -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    newsroom.is_full = True
    async with editor(tools_over(newsroom)) as ana:
        answer = await ana.change("harbour", {"do": "accept", "place": []})
    assert answer.status_code == 507
    assert "no space left" in answer.json()["problem"]
    assert newsroom.texts["harbour"] == REVIEWED


async def test_a_change_is_tried_without_being_saved() -> None:
    newsroom = MemoryManuscripts(harbour=harbour_file())
    async with editor(tools_over(newsroom)) as ana:
        shown = await ana.shown("harbour")
        body = {
            "digest": shown["digest"],
            "operations": [{"do": "set", "place": ["facts", 0, "date"], "value": "1999"}],
        }
        tried = (await ana.post("/desk/harbour/try", body)).json()
    assert len(tried["timeline"]["marks"]) == len(shown["timeline"]["marks"]) + 1
    assert newsroom.texts["harbour"] == harbour_file()


async def test_dates_stand_there_in_words() -> None:
    async with editor(tools_over()) as ana:
        shown = await ana.shown("harbour")
        typed = await ana.post("/desk/harbour/date", {"typed": "2031-05-04T19:00+03:00", "zone": "Europe/Istanbul"})
        nonsense = await ana.post("/desk/harbour/date", {"typed": "whenever"})
        other = await ana.post("/desk/harbour/alternatives", {"places": [["events", 0, "start"]]})
    assert shown["words"]["events.0.start"] == "4 May 2031 at 19:00 (Istanbul)"
    assert typed.json()["words"] == "4 May 2031 at 19:00 (Istanbul)"
    assert nonsense.json() == {"date": None, "words": ""}
    assert other.json() == {"events.0.start": [{"date": "2031-05-17", "words": "17 May 2031"}]}


async def test_two_editors_at_one_story_see_each_other() -> None:
    tools = tools_over()
    site = site_of(tools).build()
    async with browser(site) as one, browser(site) as other:
        ana, mia = await sit_down(one, **{"x-name": "Ana"}), await sit_down(other, **{"x-name": "Mia"})
        body = {"digest": "as it was"}
        first = await ana.post("/desk/harbour/here", {**body, "page": "1"})
        second = await mia.post("/desk/harbour/here", {**body, "page": "2"})
        again = await ana.post("/desk/harbour/here", {**body, "page": "1"})
    assert [answer.json()["others"] for answer in (first, second, again)] == [[], ["Ana"], ["Mia"]]


async def test_the_file_can_be_taken_and_a_draft_discarded() -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    async with editor(tools_over(newsroom)) as ana:
        taken = await ana.get("/desk/harbour/story.yaml")
        digest = (await ana.shown("harbour"))["digest"]
        await ana.post("/desk/harbour/discard", {"digest": digest})
        gone = await ana.get("/desk/harbour/manuscript")
    assert taken.text == REVIEWED
    assert "attachment" in taken.headers["content-disposition"]
    assert gone.status_code == 404


async def test_a_draft_is_previewed_as_if_it_were_published() -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    async with editor(tools_over(newsroom)) as ana:
        scene = {"draft": "harbour"}
        answer = await ana.post("/preview/telegram/say", {"text": "/summary", "scene": scene})
        none = await ana.post("/preview/telegram/say", {"text": "/summary", "scene": {"draft": "nothing"}})
    assert "Harbour bridge nears its opening" in answer.json()[0]["payload"]["text"]
    assert none.status_code == 404


async def test_what_a_file_holds_stays_text() -> None:
    newsroom = MemoryManuscripts(harbour=harbour_file(headline=HOSTILE))
    async with editor(tools_over(newsroom)) as ana:
        for path in ("/desk", "/desk/harbour"):
            found = Elements((await ana.get(path)).text)
            assert "img" not in [tag for tag, _ in found.found]
            assert not any("f(1)" in script for script in found.scripts)


async def test_without_javascript_it_says_what_it_needs_and_what_works_without() -> None:
    async with editor(tools_over()) as ana:
        pages = [(await ana.get(path)).text for path in ("/desk", "/desk/harbour")]
    said = [page.partition("<noscript>")[2].partition("</noscript>")[0] for page in pages]
    assert all("The desk needs JavaScript." in each for each in said)
    assert "newspeg draft" in said[0]
    assert "harbour/story.yaml" in said[1]


PATHS = ["articles", *(f"harbour/{what}" for what in ("change", "try", "settle", "undo", "discard", "here", "date"))]


@pytest.mark.parametrize("path", PATHS)
async def test_nothing_is_done_without_a_token_or_from_another_page(path: str) -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    async with browser(site_of(tools_over(newsroom))) as client:
        assert (await client.post(f"/desk/{path}", json={})).status_code == 403
    assert newsroom.texts == {"harbour": REVIEWED}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("body", ["", "[]", "{", '{"digest": 1}', '{"operations": [{"do": "explode"}], "digest": ""}'])
async def test_what_the_page_does_not_send_is_refused(path: str, body: str) -> None:
    newsroom = MemoryManuscripts(harbour=REVIEWED)
    async with editor(tools_over(newsroom)) as ana:
        assert (await ana.post(f"/desk/{path}", body)).status_code == 400
    assert newsroom.texts == {"harbour": REVIEWED}


async def test_all_of_it_is_for_editors() -> None:
    async with browser(site_of(tools_over(), password=PASSWORD)) as client:
        for path in ("/desk", "/desk/harbour", "/desk/harbour/manuscript", "/desk/harbour/story.yaml"):
            assert (await client.get(path, headers={"accept": "*/*"})).status_code == 401
        await log_in(client)
        assert (await client.get("/desk")).status_code == 200


async def test_whoever_has_no_name_may_see_the_rest_and_not_the_desk() -> None:
    tools = replace(tools_over(), editor_of=lambda _: None)
    async with browser(site_of(tools)) as client:
        page = await client.get("/preview")
        token = page.text.partition('csrf-token" content="')[2].partition('"')[0]
        closed = [await client.get(path) for path in ("/desk", "/desk/harbour", "/desk/harbour/story.yaml")]
        acts = [await client.post(f"/desk/{path}", content="{}", headers={"x-csrf-token": token}) for path in PATHS]
    assert {answer.status_code for answer in closed} == {403}
    assert {answer.status_code for answer in acts} == {401}
    assert all("bridge" not in answer.text for answer in closed)


@pytest.mark.parametrize("slug", ["%2e%2e", "..%5cetc", ".hidden", "a%00b", "%0a", "x" * 300, "nothing"])
async def test_no_other_folder_is_a_story(slug: str) -> None:
    async with editor(tools_over()) as ana:
        answers = [await ana.get(f"/desk/{slug}{path}") for path in ("", "/manuscript", "/story.yaml")]
    assert {answer.status_code for answer in answers} <= {404, 405}


async def test_an_article_may_be_large_and_nothing_else() -> None:
    paragraphs = "\n\n".join(["Town plans a new bridge", *["The council met again on Monday. " * 40] * 60])
    assert len(paragraphs) > LARGEST_BODY
    async with editor(tools_over(MemoryManuscripts())) as ana:
        assert (await ana.post("/desk/articles", {"article": paragraphs})).status_code == 200
        assert (await ana.post("/preview/telegram/say", "x" * (LARGEST_BODY + 1))).status_code == 413
        assert (await ana.post("/desk/articles", "x" * (LARGEST_AT_DESK + 1))).status_code == 413
