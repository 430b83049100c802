"""The list of unanswered questions, behind the real door."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.asking.unanswered import Count, Key
from bot.core.stories.library import Library
from bot.platforms.web import unanswered
from bot.platforms.web.application import Part
from bot.storage.unanswered import SqlUnanswered
from tests.platforms.web.sites import HERE, PASSWORD, Site, browser, log_in, token
from tests.platforms.web.stories.pages import HOSTILE, Elements
from tests.storage.conftest import sqlite_engine, sqlite_template
from tests.stories import harbour

__all__ = ["sqlite_engine", "sqlite_template"]

TODAY = date(2031, 3, 2)
ASKED = [
    Count(Key("harbour", "pai who?"), "Who pays?", 3, TODAY),
    Count(Key("harbour", "zeppelin"), HOSTILE, 12, TODAY),
    Count(Key("gone", "why?"), "Why did it go?", 4, TODAY),
]


@pytest.fixture
async def store(sqlite_engine: AsyncEngine) -> SqlUnanswered:
    """A store that keeps three questions."""
    kept = SqlUnanswered(sqlite_engine)
    await kept.add(ASKED)
    return kept


def site_of(store: SqlUnanswered, *, password: str | None = None, are_kept: bool = True) -> Site:
    now, library = datetime(2031, 3, 2, 9, tzinfo=UTC), Library([harbour()])
    return Site(
        lambda pages: [
            Part(
                unanswered.routes(pages, store, lambda: library, lambda: now, are_kept=are_kept),
                "Unanswered",
                "/unanswered",
            )
        ],
        password=password,
    )


async def test_the_most_asked_come_first_with_their_story_and_what_to_do(store: SqlUnanswered) -> None:
    async with browser(site_of(store)) as client:
        page = (await client.get("/unanswered")).text
    places = [page.index(each) for each in ("in 12 chats", "in 4 chats", "Who pays?", "in 3 chats")]
    assert places == sorted(places)
    assert page.count("Add it under <code>questions:</code>") == 2
    assert "<code>harbour/story.yaml</code>" in page
    assert "gone, which is not published any more" in page
    assert 'href="/stories/harbour"' in page


async def test_what_readers_typed_stays_text(store: SqlUnanswered) -> None:
    async with browser(site_of(store)) as client:
        found = Elements((await client.get("/unanswered")).text)
    assert "img" not in [tag for tag, _ in found.found]
    assert found.scripts == []


async def test_an_editor_deletes_one(store: SqlUnanswered) -> None:
    [most, *_] = await store.listed(TODAY)
    async with browser(site_of(store)) as client:
        form = {"csrf": await token(client, "/unanswered")}
        answer = await client.post(f"/unanswered/{most.id}/delete", data=form)
        again = await client.post(f"/unanswered/{most.id}/delete", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/unanswered")
    assert again.status_code == 303
    assert [each.chats for each in await store.listed(TODAY)] == [4, 3]


async def test_nothing_is_deleted_without_a_token_or_by_a_link(store: SqlUnanswered) -> None:
    [most, *_] = await store.listed(TODAY)
    async with browser(site_of(store)) as client:
        assert (await client.post(f"/unanswered/{most.id}/delete")).status_code == 403
        assert (await client.get(f"/unanswered/{most.id}/delete")).status_code == 405
    assert len(await store.listed(TODAY)) == 3


@pytest.mark.parametrize("path", ["/unanswered", "/unanswered/1/delete"])
async def test_all_of_it_is_for_editors(store: SqlUnanswered, path: str) -> None:
    async with browser(site_of(store, password=PASSWORD)) as client:
        assert (await client.get(path, headers={"accept": "*/*"})).status_code == 401
        assert (await client.post(path)).status_code in {401, 403}
        assert (await client.get("/login")).text.count("/unanswered") == 0
        await log_in(client)
        assert "Who pays?" in (await client.get("/unanswered")).text


@pytest.mark.parametrize("question", ["0", "999", str(2**63 - 1), str(2**63), "9" * 300])
async def test_there_may_be_no_such_question(store: SqlUnanswered, question: str) -> None:
    async with browser(site_of(store)) as client:
        answer = await client.post(
            f"/unanswered/{question}/delete",
            data={"csrf": await token(client, "/unanswered")},
            headers={"origin": HERE},
        )
    assert answer.status_code == 303
    assert len(await store.listed(TODAY)) == 3


async def test_where_none_is_kept_the_page_says_so(store: SqlUnanswered) -> None:
    async with browser(site_of(store, are_kept=False)) as client:
        page = (await client.get("/unanswered")).text
    assert "NEWSPEG_UNANSWERED" in page
    assert "Who pays?" not in page


async def test_where_there_is_none_the_page_says_so(sqlite_engine: AsyncEngine) -> None:
    async with browser(site_of(SqlUnanswered(sqlite_engine))) as client:
        assert "There is none." in (await client.get("/unanswered")).text


async def test_a_list_that_cannot_be_read_says_so(store: SqlUnanswered, sqlite_engine: AsyncEngine) -> None:
    async with browser(site_of(store)) as client:
        form = {"csrf": await token(client, "/unanswered")}
        async with sqlite_engine.begin() as connection:
            await connection.execute(text("DROP TABLE unanswered"))
        answer = await client.get("/unanswered")
        deleted = await client.post("/unanswered/1/delete", data=form)
    assert (answer.status_code, deleted.status_code) == (503, 303)
    assert "Try again in a minute." in answer.text
