"""Writes a story as JSON-LD: https://schema.org/NewsArticle, https://schema.org/Event."""

from collections.abc import Mapping
from typing import Any

from bot.core.stories.event import Event
from bot.core.stories.story import Correction, Entity, Picture, Source, Story
from bot.core.wording.cards import plain
from bot.core.wording.changes import marked_description, marked_role
from bot.core.wording.events import former_date
from bot.core.wording.language import Voice

_TYPES = {"person": "Person", "organisation": "Organization", "place": "Place", "thing": "Thing"}
_STATUS = {
    "scheduled": "EventScheduled",
    "held": "EventScheduled",
    "rescheduled": "EventRescheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}


def linked_data(story: Story, voice: Voice, description: str, address: str) -> Mapping[str, Any]:
    """Return the page, the article that it is about, and the events; `address` is the URL of the story's page.

    schema.org has no word for a date in doubt: none is given, but of an event, whose description says the doubt.
    """
    page = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "headline": story.headline,
        "description": description,
        "dateModified": _last_corrected(story),
        "inLanguage": story.language,
        "isBasedOn": {"@id": f"{address}#article"},
        "mentions": [_entity(story, voice, entity) for entity in story.entities],
        "about": [{"@id": _event_id(event, address)} for event in story.events],
        "correction": [_correction(correction) for correction in story.corrections],
    }
    events = [_event(story, voice, address, event) for event in story.events]
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
            "datePublished": story.date.iso,
            "creditText": story.credit.text,
            "image": _image(source.picture) if source.picture else None,
        }
    )


def _image(picture: Picture) -> Mapping[str, Any]:
    image = {"contentUrl": picture.url, "creditText": picture.credit, "description": picture.alt}
    return _filled({"@type": "ImageObject", **image})


def _entity(story: Story, voice: Voice, entity: Entity) -> Mapping[str, Any]:
    return _filled(
        {
            "@type": _TYPES[entity.type],
            "name": entity.name,
            "description": plain(marked_role(voice, story, entity)),
        }
    )


def _event(story: Story, voice: Voice, address: str, event: Event) -> Mapping[str, Any]:
    former = former_date(event)
    return _filled(
        {
            "@type": "Event",
            "@id": _event_id(event, address),
            "name": event.name,
            "description": _description(story, voice, event),
            "eventStatus": f"https://schema.org/{_STATUS[event.status]}",
            "startDate": event.start.undoubted.iso if event.start else None,
            "previousStartDate": former.iso if former else None,
            "location": {"@type": "Place", "name": event.place.text} if event.place else None,
            "about": [_entity(story, voice, story.entity(each)) for each in event.about],
        }
    )


def _description(story: Story, voice: Voice, event: Event) -> str:
    description = plain(marked_description(voice, story, event))
    if event.start is None or not event.start.doubt:
        return description
    doubt = voice.language.gettext("The date is in doubt: {date}.").format(date=voice.language.date(event.start))
    return f"{description} {doubt}"


def _last_corrected(story: Story) -> str | None:
    return story.corrections[-1].date.iso if story.corrections else None


def _event_id(event: Event, address: str) -> str:
    return f"{address}#event-{event.id}"


def _correction(correction: Correction) -> Mapping[str, Any]:
    return _filled({"@type": "CorrectionComment", "text": correction.text, "datePublished": correction.date.iso})


def _filled(thing: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the properties that have a value."""
    return {name: value for name, value in thing.items() if value not in (None, [])}
