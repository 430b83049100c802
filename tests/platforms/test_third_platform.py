"""A platform is one object: a third one is asked, reminded, corrected and previewed, and no shared file knows of it."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.app import running
from bot.core.asking.platform import Platform
from bot.core.errors import SettingsError
from tests.platforms.toy import Toy, ToySettings
from tests.platforms.web.studios import open_page
from tests.test_service import DUE, EVE, MENDED, OPENING, SMALL, _save, planned_until_the_eve
from tests.waiting import hang_guard

WRONG = SMALL.replace("{text: It is long.,", "{text: It is long., id: length, events: [opening],") + OPENING


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story whose event is reminded of, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    story = tmp_path / "content" / "bridge" / "story.yaml"
    story.parent.mkdir(parents=True)
    story.write_text(WRONG, encoding="utf-8")
    return story


def settings(**given: str) -> ToySettings:
    """Those of a bot that has the toy alone, and any free port."""
    values = {"toy_token": "wooden", "toy_api_url": "here", "web_port": "0", **given}
    return ToySettings.model_validate({"content": "content", **values})


@asynccontextmanager
async def serving(toy: Toy, as_of: str, *only: str) -> AsyncIterator[list[str]]:
    """The whole service, told to stop as a process is; where its page is."""
    addresses: list[str] = []
    async with hang_guard(), asyncio.TaskGroup() as group:
        group.create_task(
            running.run(settings(as_of=as_of), only, lambda address, _: addresses.append(address), [toy.platform])
        )
        yield addresses
        os.kill(os.getpid(), signal.SIGTERM)


async def test_it_is_asked_reminded_and_corrected(tmp_path: Path, story: Path) -> None:
    toy = Toy()
    await planned_until_the_eve(tmp_path)
    async with serving(toy, EVE, "toy", "scheduler", "worker"):
        toy.said.put_nowait("/facts")
        assert "It is long." in (await toy.next())[1]
        toy.said.put_nowait("/subscribe")
        assert "3 May 2031" in (await toy.next())[1]
    async with serving(toy, DUE, "toy", "scheduler", "worker"):
        how, words = await toy.next()
        assert how == "append"
        assert "tomorrow" in words
        assert "It is long." in words
    _save(story, WRONG.replace("It is long.", "It is short.") + MENDED)
    async with serving(toy, "2031-05-03T12:00", "toy", "scheduler", "worker"):
        how, words = await toy.next()
        assert how == "edit"
        assert "It is short, not long." in words
    assert toy.messages[2] == words


@pytest.mark.usefixtures("story")
async def test_it_is_previewed_and_rehearsed() -> None:
    toy = Toy()
    async with serving(toy, EVE) as addresses:
        toy.said.put_nowait("/help")
        await toy.next()  # so the page is there, too
        [address] = addresses
        async with httpx.AsyncClient(base_url=address.rstrip("/"), trust_env=False) as client:
            reader = await open_page(client)
            [step] = await reader.ask("/preview/toy/say", text="/facts")
            assert (step["call"], step["view"]) == ("append", "private")
            assert "It is long." in step["payload"]["words"]
            [step] = await reader.ask("/preview/toy/press", data="no such thing")
            assert "no longer works" in step["payload"]["words"]
            assert await reader.ask("/preview/toy/search", text="bridge") == []
            await reader.ask("/preview/toy/say", text="/subscribe")
            run = await reader.ask("/rehearse/run")
            assert [chat["name"] for chat in run["chats"]] == ["Toy: your private chat"]
            assert "tomorrow" in run["happenings"][0]["payloads"]["toy"]["words"]
            assert '<h2 id="toy-title">Toy</h2>' in (await client.get("/preview")).text
            assert '<option value="toy">' in (await client.get("/posts")).text
    assert len(toy.messages) == 1, "the page sends nothing"


@pytest.mark.usefixtures("story")
async def test_without_a_token_it_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match="--only toy: it needs NEWSPEG_TOY_TOKEN"):
        await running.run(settings(toy_token=""), ["toy"], _ignored, [Toy().platform])
    with pytest.raises(SettingsError, match="NEWSPEG_TOY_API_URL"):
        await running.run(settings(toy_api_url="", as_of=EVE), [], _ignored, [Toy().platform])


def _ignored(_address: str, _platforms: Sequence[Platform]) -> None:
    """Nobody is told where the page is."""
