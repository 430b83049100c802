"""A run: what a visitor plans, and what the page gets to play."""

from typing import Any

import pytest

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.subscribers import Subscriber
from bot.newsroom.newsroom import Newsroom
from tests.platforms.web.sites import browser
from tests.platforms.web.studios import open_page, site_of, visitor
from tests.running import ROOT
from tests.stories import harbour, synthetic

RUN = "/rehearse/run"
CHANNEL, TWIN, PERSON = ChatKey("telegram", "-100"), ChatKey("telegram", "-101"), ChatKey("discord", "user:5")


def kinds(run: dict[str, Any]) -> list[str]:
    return [each["kind"] for each in run["happenings"]]


async def test_the_bundled_story_has_its_nine_posts() -> None:
    newsroom = Newsroom(ROOT / "content")
    assert newsroom.load() == []
    async with visitor(site_of(*newsroom.library.stories)) as reader:
        run = await reader.ask(RUN)
    assert (run["since"], run["until"]) == ("2022-09-21T00:00:00+00:00", "2022-11-21T00:00:00+00:00")
    assert kinds(run) == ["post"] * 9
    assert [chat["name"] for chat in run["chats"]] == ["sample chat"]
    first = run["happenings"][0]
    assert (first["local"], first["zone"], first["due"]) == ("2022-09-25T09:00", "CEST", "2022-09-25T07:00:00Z")
    assert "in 7 days" in first["payloads"]["telegram"]["text"]
    assert "in 7 days" in first["payloads"]["discord"]["embeds"][0]["description"]


async def test_the_sample_chat_is_as_it_is_wished() -> None:
    sample = {"timezone": "tokyo", "hour": "7:30", "quiet": "06:00-08:00", "leads": "P2D"}
    async with visitor() as reader:
        run = await reader.ask(RUN, sample=sample)
    assert {each["lead"] for each in run["happenings"]} == {"P2D"}
    assert {each["local"][11:] for each in run["happenings"]} == {"08:00"}
    assert {each["zone"] for each in run["happenings"]} == {"JST"}
    assert run["happenings"][0]["marks"] == ["waited for quiet hours"]


async def test_a_switch_withdraws_tells_and_edits() -> None:
    made = {"story": "harbour", "event": "opening", "status": "cancelled", "at": "2031-05-01T00:00:00Z"}
    async with visitor() as reader:
        run = await reader.ask(RUN, scene={"switches": [made]})
    [change] = [each for each in run["happenings"] if each["kind"] == "change"]
    assert [row["lead"] for row in change["withdrawn"]] == ["P1D", "P0D"]
    assert "cancelled" in change["told"]["payloads"]["telegram"]["text"]
    assert [row["lead"] for row in change["edited"]] == ["P7D"]
    assert "The plan has changed" in change["edited"][0]["payloads"]["discord"]["embeds"][0]["description"]


async def test_an_outage_makes_posts_late_or_skips_them() -> None:
    outage = {"since": "2031-04-26T00:00Z", "until": "2031-05-04T12:00Z"}
    async with visitor() as reader:
        run = await reader.ask(RUN, outage=outage)
    late = [each for each in run["happenings"] if "late" in each.get("marks", ())]
    assert {each["at"] for each in late} == {"2031-05-04T12:00:00Z"}
    skipped = [each for each in run["happenings"] if each["kind"] == "skipped"]
    assert {each["reason"] for each in skipped} == {"too late to be of use"}


async def test_the_chats_that_subscribed_take_the_samples_place() -> None:
    quiet = ChatSettings(timezone="UTC", quiet="08:00-10:00")
    subscribers = [
        Subscriber(CHANNEL, quiet, ("harbour",)),
        Subscriber(TWIN, quiet, ("harbour",)),
        Subscriber(PERSON, ChatSettings(), ("story-1",)),
    ]
    async with visitor(site_of(harbour(), synthetic(1), subscribers=subscribers)) as reader:
        run = await reader.ask(RUN)
    assert [(chat["name"], chat["view"]) for chat in run["chats"]] == [
        ("Telegram -100 and 1 more", "channel"),
        ("Discord user:5", "private"),
    ]
    assert {each["story"] for each in run["happenings"] if each["chat"] == 1} == {"story-1"}


async def test_a_visitors_own_chats_are_rehearsed_as_they_chose() -> None:
    async with browser(site_of()) as client:
        reader = await open_page(client)
        await reader.ask("/preview/telegram/say", view="channel", text="/subscribe harbour")
        await reader.ask("/preview/telegram/say", view="channel", text="/settings timezone Tokyo")
        await reader.ask("/preview/discord/command", command="remind", values={"event": "harbour/opening"})
        run = await reader.ask(RUN)
    assert [(chat["pane"], chat["view"]) for chat in run["chats"]] == [("telegram", "channel"), ("discord", "private")]
    assert {each["zone"] for each in run["happenings"] if each["chat"] == 0} == {"JST"}
    [reminder] = [each for each in run["happenings"] if each["chat"] == 1]
    assert reminder["lead"] == "P1D"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"sample": {"timezone": "Atlantis"}}, "Atlantis"),
        ({"sample": {"hour": "noon"}}, "“noon” is no time of day"),
        ({"sample": {"quiet": "night"}}, "“night” is no span of hours"),
        ({"sample": {"leads": "soon"}}, "“soon” is no lead"),
        ({"outage": {"since": "2031-05-02T00:00Z", "until": "2031-05-01T00:00Z"}}, "It ends before it begins"),
        ({"span": {"since": "0900-01-01T00:00Z", "until": "2031-05-01T00:00Z"}}, "No calendar here reaches that far"),
    ],
)
async def test_what_cannot_be_rehearsed_is_said(body: dict[str, Any], problem: str) -> None:
    async with visitor() as reader:
        answer = await reader.post(RUN, body)
    assert answer.status_code == 422
    assert problem in answer.json()["problem"]


async def test_nothing_is_kept() -> None:
    async with browser(site_of()) as client:
        reader = await open_page(client, "/rehearse")
        assert await reader.ask(RUN) == await reader.ask(RUN)


async def test_of_too_many_posts_the_earliest_are_composed() -> None:
    stories = [synthetic(number, entities=2) for number in range(200)]
    async with visitor(site_of(*stories)) as reader:
        run = await reader.ask(RUN)
    assert {each["lead"] for each in run["happenings"]} == {"P7D", "P1D"}
    assert len(run["happenings"]) == 400
    assert run["left_off"] == {"posts": 200, "chats": 0}


async def test_of_too_many_kinds_of_chats_the_first_are_drawn() -> None:
    subscribers = [
        Subscriber(ChatKey("telegram", f"-{number}"), ChatSettings(posting_hour=f"{number:02}:30"), ("harbour",))
        for number in range(24)
    ]
    async with visitor(site_of(subscribers=subscribers)) as reader:
        run = await reader.ask(RUN)
    assert len(run["chats"]) == 20
    assert run["left_off"] == {"posts": 0, "chats": 4}


async def test_an_event_that_is_tried_in_the_past_can_still_be_changed() -> None:
    tried = {"story": "harbour", "event": "opening", "start": "2031-01-05"}
    async with visitor(page="/rehearse") as reader:
        run = await reader.ask(RUN, scene={"dates": [tried]})
    assert [each["start"] for each in run["events"] if each["event"] == "opening"] == ["2031-01-05"]
    assert not [each for each in run["happenings"] if each["event"] == "opening"]
