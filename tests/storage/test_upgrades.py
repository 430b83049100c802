"""Databases of former versions are upgraded, and nothing that stood in them is lost."""

import shutil
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.stories.library import Library
from bot.core.stories.plans import Plan
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from bot.storage.tables import REVISION, posts
from tests.delivery.house import EVENT, THAT_MORNING, THE_DAY_BEFORE, House
from tests.delivery.test_repairing import House as RepairHouse
from tests.noticed import lead_of, number_of
from tests.storage.books import files_with
from tests.storage.test_schema import differences
from tests.storage.upgrades import FORMER, restore
from tests.stories import harbour, seasons

POSTS = {"0001": 0, "0002": 15, "0003": 44, "0004": 55, "0005": 55, "0006": 55}
NUMBERED = ("0004", "0005", "0006")
"""Those in which a plan was told to which the history has no entry."""
REMINDER, CHANGE, CORRECTION, RETRACTION, LOST = "1000", "1010", "1020", "1030", "1040"
PENDING, SENDING, UNKNOWN = 0, 1, 4
CORRECTED = {"id": "one", "date": "2031-05-01", "text": "It opens to lorries, too.", "events": ["opening"]}
NOW = THE_DAY_BEFORE + timedelta(hours=1)
ABOUT = {
    REMINDER: "harbour opening 0 P1D",
    CHANGE: "harbour opening 0 ",
    CORRECTION: "harbour  0 correction:one",
    RETRACTION: "seasons  0 retraction",
    LOST: "  0 lost:-5",
}


@pytest.fixture(params=FORMER)
def revision(request: pytest.FixtureRequest) -> str:
    """The revision of a former schema."""
    return str(request.param)


@pytest.fixture
async def former(url: str, revision: str) -> AsyncIterator[AsyncEngine]:
    """An engine over a database of a former version."""
    restore(url, revision)
    engine = open_database(url)
    yield engine
    await engine.dispose()


def former_key(kind: str, state: int) -> str:
    """The key of a post of the fixtures, as the code of its time made it."""
    return f"telegram {int(kind) + state} {ABOUT[kind]} {THE_DAY_BEFORE.isoformat()}"


async def test_it_has_the_tables_that_the_code_knows_and_all_its_rows(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    async with former.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert (await connection.execute(select(func.count()).select_from(posts))).scalar() == POSTS[revision]
    settings = await SqlChatStore(former).load(ChatKey("telegram", "7"))
    chosen = ChatSettings("sr", "Europe/Sarajevo", "harbour", "08:00", "22:00-07:00", "P7D,P1D")
    if revision == "0001":
        assert settings == ChatSettings("sr", "Asia/Tokyo", "harbour")
    else:
        assert (settings.timezone, settings.leads) == (chosen.timezone, chosen.leads)


async def test_each_post_keeps_its_number_and_what_is_on_its_way_its_key(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    found = await SqlOverview(former).posts()
    keys = {post.chat.id: post.key for post in found if post.state in ("pending", "sending", "unknown")}
    kinds = list(ABOUT)[: {"0001": 0, "0002": 2}.get(revision, 5)]
    for kind in kinds:
        for state in (PENDING, SENDING, UNKNOWN):
            assert keys[str(int(kind) + state)] == former_key(kind, state)
    if kinds:
        assert keys["2001"] == f"discord 2001 {ABOUT[REMINDER]} {THE_DAY_BEFORE.isoformat()}"
    assert {number_of(post) for post in found} - {0} == ({-1, -2, -3, -4} if revision in NUMBERED else set())
    known = Plan("scheduled", "2031-05-04T19:00+03:00")
    assert (await SqlPlanningLedger(former).plans()).get(("harbour", "opening")) == (known if kinds else None)


async def test_what_waited_goes_out_under_its_key_and_the_calendar_goes_on(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    house = House(former)
    house.library = Library([harbour(events=[EVENT], corrections=[CORRECTED]), seasons(status="retracted")])
    await house.at(NOW)
    sent = {chat.id: key for chat, _, key in house.messenger.sent}
    for kind in list(ABOUT)[: {"0001": 0, "0002": 2}.get(revision, 5)]:
        due = former_key(kind, PENDING) if kind != CHANGE else None  # nobody there was told of another plan before
        assert sent.get(f"{int(kind) + PENDING}") == due
        if kind != CHANGE:
            looked_for = {chat.id: key for chat, key, _ in house.messenger.looked}
            assert looked_for[f"{int(kind) + SENDING}"] == former_key(kind, SENDING)
            assert sent[f"{int(kind) + SENDING}"] == former_key(kind, SENDING)
    before = len(house.messenger.sent)
    await house.at(THAT_MORNING)
    again = [key for chat, _, key in house.messenger.sent[before:] if chat.id == "1002"]
    assert again == ([f"telegram 1002 harbour opening 0 P0D {THAT_MORNING.isoformat()}"] if revision != "0001" else [])


async def test_a_plan_that_changes_after_it_is_told_to_who_was_reminded(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    house = House(former)
    house.replan(start="2031-05-11T19:00+03:00")
    found = await house.at(NOW)
    told = {post.chat.id for post in found if lead_of(post) == "" and number_of(post) == 1}
    reached = {"1001", "1002", "1004", "1011", "1012", "1014"} if revision != "0001" else set()
    assert told & {str(number) for number in range(1000, 1020)} == reached
    if revision in NUMBERED:
        assert {"7", "8"} <= told
        assert "6" not in told


async def test_what_was_to_be_repaired_is_and_what_is_outdated_too(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    house = RepairHouse(former)
    house.now = NOW
    await house.publish(harbour(events=[EVENT], corrections=[CORRECTED]), seasons(status="retracted"))
    said = {chat.id: text for chat, _, text in house.messenger.edits}
    if revision in ("0001", "0002"):  # which knew of no repairs, and so of no versions
        assert said == {}
        return
    assert {"3000", "3001", "3002", "1002", "1012"} <= said.keys()
    assert "It opens to lorries, too." in said["3000"]
    assert {"3010", "3011", "3012"} <= said.keys()
    assert "has retracted the story" in said["3010"]
    assert not {"3003", "3013"} & said.keys()  # what cannot be reached


@pytest.fixture
def old_file(sqlite_url: str, tmp_path: Path) -> Path:
    """A file of a former version."""
    restore(sqlite_url, "0004")
    return tmp_path / "newspeg.db"


async def upgrade(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    try:
        await migrate(engine)
    finally:
        await engine.dispose()


async def test_a_file_is_copied_for_its_owner_before_it_is_upgraded(
    old_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / f"newspeg.db.before-{REVISION}"
    with closing(sqlite3.connect(old_file)) as writer:  # what stands in the log alone is copied as well
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE chats SET language = 'hr' WHERE id = '7'")
        writer.commit()
        await upgrade(old_file)
    assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert str(copy) in "".join(capsys.readouterr())
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT version_num FROM alembic_version").fetchall() == [("0004",)]
        assert copied.execute("SELECT language FROM chats WHERE id = '7'").fetchall() == [("hr",)]
        assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    await upgrade(copy)  # it is a database that can be used


async def test_nothing_is_copied_that_needs_no_upgrade(tmp_path: Path) -> None:
    await upgrade(tmp_path / "new.db")
    await upgrade(tmp_path / "new.db")
    assert files_with(b"SQLite", tmp_path) == ["new.db"]


async def test_a_copy_is_never_written_over(old_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"newspeg.db.before-{REVISION}"
    shutil.copy(old_file, copy)
    before = copy.read_bytes()
    with closing(sqlite3.connect(old_file)) as writer:
        writer.execute("DELETE FROM chats")
        writer.commit()
    await upgrade(old_file)
    assert copy.read_bytes() == before


async def test_what_cannot_be_copied_is_not_upgraded(old_file: Path, tmp_path: Path) -> None:
    (tmp_path / f"newspeg.db.before-{REVISION}.part").mkdir()
    with pytest.raises(SettingsError, match="is not upgraded, as it cannot be copied"):
        await upgrade(old_file)
    with closing(sqlite3.connect(old_file)) as former:
        assert former.execute("SELECT version_num FROM alembic_version").fetchall() == [("0004",)]
