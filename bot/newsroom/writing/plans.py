"""What happens to stories: corrections, changes of plan, retraction, publication, another day of the article."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.core.editing.operations import ChangePlan, Correct, Publish, Redate, Retract
from bot.core.editing.reviews import reviews_of
from bot.core.errors import NewspegError
from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.dating import redated
from bot.newsroom.drafting.happening import zone_of
from bot.newsroom.drafting.naming import cast_of
from bot.newsroom.writing.keys import in_order, put
from bot.newsroom.writing.patching import as_read
from bot.newsroom.writing.places import by_id, date_of, in_words, item_at, items, listed, make_id, shown, typed
from bot.newsroom.writing.statements import writable

_NO_DATE_NEEDED = ("postponed", "cancelled")
_DATED = (("facts", "date"), ("quotations", "date"), ("events", "start"))


def correct(data: dict[str, Any], operation: Correct) -> None:
    """Correct something aloud: it is mended, and the correction names it."""
    place = operation.place
    if data.get("status") == "draft":
        raise NewspegError("Readers have not seen this draft: change it, a correction is for what they have seen.")
    if len(place) < 3 or place[0] not in ("facts", "events", "summary", "entities", "quotations"):
        raise NewspegError(f"A correction is for a part of a fact or of an event, and not for {in_words(place)}.")
    if not operation.told.strip():
        raise NewspegError("Say to readers what was wrong and what is right: a correction has words.")
    day, kind = date_of(operation.date, "The day of the correction,"), str(place[0])
    item, around, key = item_at(data, place[:2]), item_at(data, place[:-1]), str(place[-1])
    value = writable(operation.value)
    if value is None or key == "id":
        raise NewspegError("A correction says what is right: write it.")
    if key in around and as_read(value) == around[key]:
        raise NewspegError(f"There is nothing to correct at {in_words(place)}: it says so already.")
    put(around, key, value, place[:-1])
    if kind == "facts" and not item.get("id"):
        put(item, "id", make_id(data, "facts", str(item.get("text", ""))), place[:2])
    entry = {
        "id": make_id(data, "corrections", operation.told),
        "date": operation.date,
        "text": typed(operation.told).strip(),
    }
    if kind in ("facts", "events"):
        entry |= {kind: [item["id"]]}  # type: ignore[dict-item]
    _put_by_day(data, entry, day)


def _put_by_day(data: dict[str, Any], entry: dict[str, Any], day: EdtfDate) -> None:
    if not data.get("corrections"):
        put(data, "corrections", [], ())
    found = data["corrections"]
    later = (index for index, each in enumerate(found) if _day(each.get("date")) > day.sort_key)
    found.insert(next(later, len(found)), entry)


def change_plan(data: dict[str, Any], operation: ChangePlan) -> None:
    """Postpone, move, cancel or hold an event; its former plan is kept."""
    event = by_id(data, "events", operation.event)
    name, status = shown(str(event.get("name"))), operation.status
    was, start = event.get("status") or "scheduled", event.get("start")
    changed = date_of(operation.changed, "The day of the change,")
    new = operation.start or (None if status == "postponed" else start)
    if operation.start and date_of(operation.start, "The new date,").span:
        raise NewspegError(f"“{name}” starts on one date: write the first day.")
    if new is None and status not in _NO_DATE_NEEDED:
        raise NewspegError(f"“{name}” needs its date: say when it is.")
    if status == "rescheduled" and new == start:
        raise NewspegError(f"“{name}” is on {start} already: say what the new date is.")
    if (status, new) == (was, start):
        raise NewspegError(f"The plan for “{name}” is that already: nothing changes.")
    history = [each for each in listed(event.get("history")) if isinstance(each, dict)]
    if history and _day(history[-1].get("changed")) > changed.sort_key:
        raise NewspegError(f"“{name}” changed on {history[-1]['changed']} already: this change cannot be older.")
    source = {key: value for key, value in writable(operation.source or {}).items() if value not in ("", [])}
    place = ("events", 0)
    former = {
        "changed": operation.changed,
        "start": start,
        "status": was,
        "note": typed(operation.note or "").strip() or None,
    }
    former["source"] = in_order(source, (*place, "history", 0, "source")) or None
    if not event.get("history"):
        put(event, "history", [], place)
    event["history"].append(in_order(former, (*place, "history")))
    put(event, "status", status, place)
    if new is None:
        event.pop("start", None)
    else:
        put(event, "start", new, place)


def retract(data: dict[str, Any], operation: Retract) -> None:
    """Take a story back."""
    if data.get("status") == "draft":
        raise NewspegError("Readers have not seen this draft: discard it, only what was published is retracted.")
    if data.get("status") == "retracted":
        raise NewspegError("This story is retracted already.")
    date_of(operation.date, "The day of the retraction,")
    if not operation.reason.strip():
        raise NewspegError("Say why the story is retracted: readers are told.")
    data["status"] = "retracted"
    put(data, "retraction", {"date": operation.date, "reason": typed(operation.reason).strip()}, ())


def publish(data: dict[str, Any], _: Publish) -> None:
    """Make a draft public, unless something is still to be looked at."""
    if data.get("status") == "retracted":
        raise NewspegError("This story was retracted, and stays so: draft it anew.")
    if data.get("status") == "published":
        raise NewspegError("This story is published already.")
    if reviews := reviews_of(data):
        count = "one review is" if len(reviews) == 1 else f"{len(reviews)} reviews are"
        raise NewspegError(f"It cannot be published yet: {count} open, the first is “{shown(reviews[0].why)}”.")
    put(data, "status", "published", ())


def redate(data: dict[str, Any], operation: Redate, article: Sequence[str]) -> None:
    """Set the day of the article; dates that were counted from it move along."""
    new = date_of(operation.date, "The day of publication,")
    old = _parsed(data.get("date"))
    put(data, "date", operation.date, ())
    if article and old and old.first_day != new.first_day:
        moves = _moves(tuple(article), str(data.get("language", "en")), old.first_day, new.first_day)
        for kind, key in _DATED:
            for each in items(data, kind):
                _move(each, key, moves)


def _moves(article: tuple[str, ...], language: str, old: date, new: date) -> dict[tuple[str, str], EdtfDate]:
    """Return for a paragraph and a date that stands for it the date that it becomes."""
    read = Article(article, language)
    moves: dict[tuple[str, str], EdtfDate] = {}
    for each in redated(read, old, new, zone_of(read, cast_of(read))):
        moves.setdefault((str(each.paragraph), each.was.undoubted.text), each.now)
    return moves


def _move(item: dict[str, Any], key: str, moves: dict[tuple[str, str], EdtfDate]) -> None:
    was = _parsed(item.get(key))
    found = (moves.get((str(each), was.undoubted.text)) for each in listed(item.get("paragraph"))) if was else iter(())
    if now := next(filter(None, found), None):
        item[key] = str(now)


def _parsed(value: Any) -> EdtfDate | None:
    try:
        return EdtfDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _day(value: Any) -> Any:
    found = _parsed(value)
    return found.sort_key if found else EdtfDate.parse("0001").sort_key
