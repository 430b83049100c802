"""Snapshots of every shape that was ever written are read, and written as they were; their posts can be repaired."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BeforeValidator

from bot.core.posting.chats import ChatKey
from bot.core.posting.composing import compose_again
from bot.core.posting.notices import Reminder
from bot.core.posting.planning import Timing
from bot.core.posting.posts import Post
from bot.core.posting.repairs import why_outdated
from bot.core.stories.lenient import build
from bot.core.stories.library import Library
from bot.core.stories.story import Story, Topic, parse_story, restore_story
from bot.runtime.catalogues import Catalogues
from tests.stories import HARBOUR, harbour, seasons, synthetic

FILES = sorted((Path(__file__).parent / "snapshots").glob("*.json"))
NOW = datetime(2031, 3, 25, 9, tzinfo=UTC)


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    """A snapshot as it was written."""
    found: Path = request.param
    return found


def test_it_is_read_and_keeps_its_version(file: Path) -> None:
    body = file.read_text(encoding="utf-8").rstrip("\n")
    story = restore_story(body)
    assert story.snapshot == body
    assert file.stem.endswith(f"-{story.version}")


@pytest.mark.parametrize("story", [harbour(), seasons(), seasons(status="retracted"), synthetic(1, 3)])
def test_a_file_that_has_not_changed_keeps_its_version(story: Story) -> None:
    assert any(file.stem.endswith(f"{story.slug}-{story.version}") or story.version in file.stem for file in FILES)


def test_its_posts_are_repaired(file: Path) -> None:
    was = restore_story(file.read_text(encoding="utf-8"))
    event = was.events[0]
    entry = {"id": "mended", "date": "2031-03-24", "text": "It was mended.", "events": [event.id]}
    data = {**json.loads(was.snapshot), "status": "published", "retraction": None}
    newest = parse_story({**data, "corrections": [*data["corrections"], entry]})
    notice = Reminder(was.slug, event.id, 0, event.plan, was.leads[0])
    post = Post(1, ChatKey("telegram", "7"), notice, NOW, "sent", message_id="5", sent_at=NOW)
    published = was.model_copy(update={"status": "published", "retraction": None})
    assert why_outdated(published, newest, notice) == "corrected: mended"
    card = compose_again(Library([newest]), post, was, Timing(), Catalogues().get())
    assert card
    assert "It was mended." in str(card.blocks[0])
    retracted = parse_story({**data, "status": "retracted"})
    assert compose_again(Library([retracted]), replace(post, version=was.version), was, Timing(), Catalogues().get())


def changed(**changes: Any) -> str:
    """A snapshot of the harbour, as another version might have written it."""
    return json.dumps({**HARBOUR, **changes})


def test_what_is_not_known_is_ignored() -> None:
    entities = [{**each, "image": "of it"} for each in HARBOUR["entities"]]
    assert restore_story(changed(entities=entities, mood="cheerful")).version == harbour().version


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "A headline " * 40},
        {"summary": [{"text": "One. ", "paragraph": 1}] * 9},
        {"leads": ["P1D"] * 90},
        {"events": [{**HARBOUR["events"][0], "zone": "Europe/Atlantis", "start": None}]},
        {"facts": [{"text": "Unasked.", "kind": "claim", "paragraph": 1, "topics": ["unheard-of"]}]},
        {"corrections": [{"id": "b", "date": day, "text": "So."} for day in ("2031-03-03", "2031-03-02")]},
    ],
)
def test_no_later_rule_is_applied(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        parse_story({**HARBOUR, **changes})
    assert restore_story(changed(**changes)).slug == "harbour"


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        "{}",
        changed(events="none"),
        changed(facts=["a text"]),
        changed(date="the first of May"),
        changed(headline={"en": "A bridge"}),
        changed(leads=["soon"]),
    ],
)
def test_what_cannot_be_read_is_said(body: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        restore_story(body)


def _all_of(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Newer(Topic):
    """A topic as a later release may have it: with a new key, and a name of another shape."""

    name: Annotated[tuple[str, ...], BeforeValidator(_all_of)]  # type: ignore[assignment]  # which is the point
    key: bool = False
    notes: tuple[str, ...] = ()


def test_a_shape_that_changed_is_read() -> None:
    assert build(Newer, {"id": "safety", "name": "Safety"}) == Newer(id="safety", name=("Safety",))


def test_a_new_key_at_its_default_is_left_out() -> None:
    topic = Newer(id="safety", name=("Safety",))
    assert topic.model_dump_json(exclude_none=True) == '{"id":"safety","name":["Safety"]}'
    said = topic.model_copy(update={"key": True, "notes": ("One",)})
    assert said.model_dump_json() == '{"id":"safety","name":["Safety"],"key":true,"notes":["One"]}'
