"""Writes a story as JSON-LD: https://schema.org/NewsArticle, https://schema.org/Event."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.core.stories.story import Correction, Entity, Event, Picture, Source, Story

_TYPES = {"person": "Person", "organisation": "Organization", "place": "Place", "thing": "Thing"}
_STATUS = {
    "scheduled": "EventScheduled",
    "held": "EventScheduled",
    "rescheduled": "EventRescheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}


def linked_data(story: Story, description: str, address: str) -> Mapping[str, Any]:
    """Return the page, the article that it is about, and the events; `address` is the URL of the story's page."""
    page = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "headline": story.headline,
        "description": description,
        "dateModified": _last_corrected(story),
        "inLanguage": story.language,
        "isBasedOn": {"@id": f"{address}#article"},
        "mentions": [_entity(entity) for entity in story.entities],
        "about": [{"@id": _event_id(event, address)} for event in story.events],
        "correction": [_correction(correction) for correction in story.corrections],
    }
    events = [_event(event, address, story.entity) for event in story.events]
    article = {"@id": f"{address}#article", **_article(story)}
    return {"@context": "https://schema.org", "@graph": [_filled(page), article, *events]}


def _article(story: Story) -> Mapping[str, Any]:
    """Return the article that the story comes from. Its author has no type: a byline may name people or a newsroom."""
    source = story.source or Source()
    return _filled(
        {
            "@type": "NewsArticle",
            "url": source.url,
            "archivedAt": source.archived,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "author": {"name": source.byline} if source.byline else None,
            "datePublished": None if story.date.doubt else str(story.date),
            "creditText": story.credit.text,
            "image": _image(source.picture) if source.picture else None,
        }
    )


def _image(picture: Picture) -> Mapping[str, Any]:
    image = {"contentUrl": picture.url, "creditText": picture.credit, "description": picture.alt}
    return _filled({"@type": "ImageObject", **image})


def _entity(entity: Entity) -> Mapping[str, Any]:
    return _filled(
        {
            "@type": _TYPES[entity.type],
            "name": entity.name,
            "description": entity.role,
        }
    )


def _event(event: Event, address: str, entity: Callable[[str], Entity]) -> Mapping[str, Any]:
    former = [str(change.start) for change in event.history if change.start]
    return _filled(
        {
            "@type": "Event",
            "@id": _event_id(event, address),
            "name": event.name,
            "description": event.description,
            "eventStatus": f"https://schema.org/{_STATUS[event.status]}",
            "startDate": str(event.start) if event.start else None,
            "previousStartDate": former[-1] if former else None,
            "location": {"@type": "Place", "name": event.place.text} if event.place else None,
            "about": [_entity(entity(each)) for each in event.about],
        }
    )


def _last_corrected(story: Story) -> str | None:
    dates = sorted((each.date for each in story.corrections), key=lambda date: date.sort_key)
    return str(dates[-1]) if dates else None


def _event_id(event: Event, address: str) -> str:
    return f"{address}#event-{event.id}"


def _correction(correction: Correction) -> Mapping[str, Any]:
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": str(correction.date)}


def _filled(thing: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the properties that have a value."""
    return {name: value for name, value in thing.items() if value not in (None, [])}
