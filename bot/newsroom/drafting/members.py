"""Makes the entities and the events of a story of what an article names and announces."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.zones import zone_names
from bot.newsroom.drafting.article import Found, Happening, Span
from bot.newsroom.drafting.findings import Findings, Item
from bot.newsroom.drafting.names import MOST_CHARACTERS, as_sentence, id_for, name_of, shortened
from bot.newsroom.drafting.phrases import UNNAMED, Phrases
from bot.newsroom.drafting.statements import Speakers

_MOST_ALIASES = 12
_ROLE_WEIGHTS = {"person": 3, "organisation": 2, "thing": 1, "place": 1}


def entities_of(findings: Findings, phrases: Phrases) -> Iterator[tuple[str, Item]]:
    """Yield each entity with its id in the cast."""
    taken = {UNNAMED}
    for found in findings.cast.found:
        name = name_of(found.name)
        if name:
            entity_id = id_for(found.id if found.id not in taken else name, taken, found.type)
            taken.add(entity_id)
            yield found.id, _entity(found, entity_id, name, phrases)


def _entity(found: Found, entity_id: str, name: str, phrases: Phrases) -> Item:
    item = Item("entities", {"id": entity_id, "type": found.type, "name": name}, doubts=[*found.doubts])
    item.data["role"] = shortened(found.role, MOST_CHARACTERS) or phrases.roles[found.type]
    if not found.role:
        item.ask(f"Who or what is {name}? The article states no role.", _ROLE_WEIGHTS[found.type])
    paragraphs = sorted({*found.paragraphs, *(() if found.role_paragraph is None else (found.role_paragraph,))})
    item.data["paragraph"] = _one_or_more(paragraphs or [0])
    aliases = dict.fromkeys(alias for alias in map(name_of, found.aliases) if alias and alias != name)
    if aliases:
        item.data["aliases"] = [*aliases][:_MOST_ALIASES]
    if found.plural:
        item.data["plural"] = True
    if found.same_as:
        item.data["same_as"] = [*found.same_as]
    return item


def unnamed_speaker(phrases: Phrases, paragraphs: Sequence[int]) -> Item:
    """Make the entity that stands for whom the article does not name."""
    data = {"id": UNNAMED, "type": "person", "name": phrases.unnamed, "role": phrases.roles["person"]}
    return Item("entities", {**data, "paragraph": _one_or_more(sorted({*paragraphs}))})


def subject(findings: Findings, phrases: Phrases) -> Item:
    """Make the one entity of an article that names nothing: what its headline, or else its first words, tell of."""
    named = ((number, name_of(text)) for number, text in enumerate(findings.article.paragraphs))
    paragraph, name = next(((number, name) for number, name in named if name), (0, phrases.unnamed))
    entity_id = id_for(name, set(), "article")
    item = Item("entities", {"id": entity_id, "type": "thing", "name": name, "role": phrases.roles["thing"]})
    item.data["paragraph"] = paragraph
    item.ask("Nobody and nothing is named in the article, as far as rules can tell: what is it about?", 5)
    return item


def events_of(findings: Findings, speakers: Speakers) -> Iterator[tuple[Happening, Item]]:
    """Yield each coming event with what it is made of."""
    taken: set[str] = set()
    for happening in findings.happenings:
        name = name_of(happening.name)
        start = _start(findings, happening)
        if not name or (start is None and happening.status not in ("postponed", "cancelled")):
            continue
        event_id = id_for(name, taken, "event")
        taken.add(event_id)
        yield happening, _event(findings, speakers, happening, {"id": event_id, "name": name}, start)


def _event(
    findings: Findings, speakers: Speakers, happening: Happening, data: dict[str, Any], start: str | None
) -> Item:
    item = Item("events", data, doubts=[*happening.doubts, *happening.dating.doubts], datings=[happening.dating])
    if happening.status != "scheduled":
        data["status"] = happening.status
    data["zone"] = _zone(happening)
    if start:
        data["start"] = start
    place = happening.place and shortened(happening.place.text, MOST_CHARACTERS)
    paragraphs = {happening.sentence.paragraph, happening.dating.span.paragraph}
    if happening.place and place:
        data["place"] = place
        paragraphs.add(happening.place.span.paragraph)
    if about := speakers.about(happening.sentence):
        data["about"] = about
    data["paragraph"] = _one_or_more(sorted(paragraphs))
    data["description"] = as_sentence(findings.article.text(happening.sentence))
    former = happening.former
    if former and former.date and happening.status != "scheduled":
        was = {"changed": str(findings.published.undoubted), "start": str(former.date), "status": "scheduled"}
        data["history"] = [was]
        item.datings.append(former)
    return item


def _zone(happening: Happening) -> str:
    return happening.zone if happening.zone in zone_names() else "UTC"


def _start(findings: Findings, happening: Happening) -> str | None:
    """Return an event's date as a story file takes it: one date, and a time with the offset that its zone has then."""
    date = findings.date_of(happening.dating)
    if date and date.span:
        date = next((end for end in date.span if end), None)
    if not date or date.precision is not Precision.TIME:
        return str(date) if date else None
    clock = datetime.fromisoformat(date.text).replace(tzinfo=None)
    there = clock.replace(tzinfo=ZoneInfo(_zone(happening))).astimezone(UTC).astimezone(ZoneInfo(_zone(happening)))
    if there.replace(tzinfo=None) != clock:  # a time that the clocks there skip
        return str(EdtfDate.parse(date.text[:10]))
    return f"{date.text[:16]}{there.isoformat()[-6:]}"


def sentences_with_events(events: Sequence[tuple[Happening, Item]]) -> Mapping[Span, Sequence[str]]:
    """Return the ids of the events that each sentence tells of."""
    told: dict[Span, list[str]] = {}
    for happening, item in events:
        for sentence in dict.fromkeys((happening.sentence, *happening.others)):
            told.setdefault(sentence, []).append(item.data["id"])
    return told


def _one_or_more(numbers: Sequence[int]) -> int | list[int]:
    return numbers[0] if len(numbers) == 1 else [*numbers]
