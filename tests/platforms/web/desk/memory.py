"""A newsroom's files in memory: the least that the desk needs, so that its routes are tested without a folder."""

import copy
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.core.editing.log import Edit
from bot.core.editing.manuscripts import ChangedMeanwhile, Manuscript, NotSaved
from bot.core.editing.operations import Accept, Add, Drop, Operation, Publish, Redate, Retract, SetField
from bot.core.errors import NewspegError
from bot.newsroom.checking import check_bytes
from bot.newsroom.drafting.drafting import draft
from bot.newsroom.drafting.reading import read_article
from bot.newsroom.source import read_source

TODAY = date(2031, 3, 2)


class MemoryManuscripts:
    """Story files as texts, by slug. `is_full` makes every save fail."""

    def __init__(self, **texts: str) -> None:
        self.texts = dict(texts)
        self.articles: dict[str, tuple[str, ...]] = {}
        self.is_full = False
        self._known: dict[str, str] = {}

    async def listed(self) -> Sequence[Manuscript]:
        found = [self._of(slug, text) for slug, text in self.texts.items()]
        return sorted(found, key=lambda each: (each.data.get("status") != "draft", each.slug))

    async def read(self, slug: str) -> Manuscript | None:
        return self._of(slug, self.texts[slug]) if slug in self.texts else None

    async def read_as(self, slug: str, text: str) -> Manuscript:
        return self._of(slug, text)

    async def draft(self, article: str, *, is_html: bool = False, url: str | None = None) -> Manuscript:
        made = draft(read_article(article.encode(), is_html=is_html, url=url), TODAY)
        self.texts[made.slug] = json.dumps(made.data, ensure_ascii=False, indent=1)
        self.articles[made.slug] = tuple(made.article.paragraphs)
        return self._of(made.slug, self.texts[made.slug])

    async def changed(self, slug: str, digest: str, operations: Sequence[Operation]) -> Manuscript:
        data = copy.deepcopy(json.loads(self._known[digest]))
        for operation in operations:
            _apply(data, operation)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        if digest != digest_of(self.texts[slug]):
            raise ChangedMeanwhile(self._of(slug, self.texts[slug]), text)
        return self._of(slug, text)

    async def save(self, slug: str, digest: str, text: str) -> Manuscript:
        if digest != digest_of(self.texts[slug]):
            raise ChangedMeanwhile(self._of(slug, self.texts[slug]), text)
        if self.is_full:
            raise NotSaved("the file cannot be written: there is no space left on the disk")
        self.texts[slug] = text
        return self._of(slug, text)

    async def discard(self, slug: str, digest: str) -> None:
        if slug not in self.texts:
            raise NewspegError("there is no such story")
        if digest != digest_of(self.texts[slug]):
            raise ChangedMeanwhile(self._of(slug, self.texts[slug]), "")
        del self.texts[slug]

    async def alternatives(self, slug: str, place: Sequence[str | int]) -> Sequence[str]:
        return ["2031-05-17"] if slug in self.texts and place else []

    def _of(self, slug: str, text: str) -> Manuscript:
        self._known[digest_of(text)] = text
        checked = check_bytes(text.encode(), Path(slug) / "story.yaml")
        data = dict(read_source(text.encode()).data or {})
        article = self.articles.get(slug, ())
        return Manuscript(slug, text, digest_of(text), data, checked.story, checked.problems, (), article)


class MemoryLog:
    """Edits in a list; `sent` are the ids of those that readers heard of."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.sent: set[int] = set()

    async def note(self, edit: Edit) -> Edit:
        self.edits.append(replace(edit, id=len(self.edits) + 1))
        return self.edits[-1]

    async def latest(self, most: int, story: str | None = None) -> Sequence[Edit]:
        return [each for each in reversed(self.edits) if story in (None, each.story)][:most]

    async def undo(self, edit_id: int) -> None:
        self.edits[edit_id - 1] = replace(self.edits[edit_id - 1], undone=True)

    async def was_sent(self, edit: Edit) -> bool:
        return edit.id in self.sent


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _apply(data: dict[str, Any], operation: Operation) -> None:
    match operation:
        case Publish():
            data["status"] = "published"
        case Retract():
            data |= {"status": "retracted", "retraction": {"date": operation.date, "reason": operation.reason}}
        case Redate():
            data["date"] = operation.date
        case Accept():
            _at(data, operation.place).pop("review", None)
        case SetField(place=(*outer, key)):
            _at(data, outer)[key] = operation.value
        case Drop(place=(*outer, key)):
            del _at(data, outer)[key]
        case Add(place=(str(name),)):
            data.setdefault(name, []).append(operation.item)
        case _:
            raise NewspegError(f"this newsroom does not know how to {operation.do}")


def _at(data: Any, place: Sequence[str | int]) -> Any:
    for key in place:
        data = data[key]
    return data
