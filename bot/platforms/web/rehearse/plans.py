"""What a visitor wants rehearsed: the span, the sample chat, the outage, the switched events."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator

from bot.core.leads import read_leads
from bot.core.library import Library
from bot.core.planning import QuietHours, read_hour
from bot.core.rehearsal import sample_zone
from bot.core.requests import ChatSettings
from bot.core.trial import Outage
from bot.core.zones import find_zone, zone_problem
from bot.platforms.web.preview.studio import Moment, Scene


def _zone(text: str) -> str:
    if text and not find_zone(text):
        raise ValueError(zone_problem(text))
    return (find_zone(text) or "") if text else ""


def _hour(text: str) -> str:
    return f"{read_hour(text):%H:%M}" if text else ""


def _quiet(text: str) -> str:
    if text:
        QuietHours.parse(text)
    return text


def _leads(text: str) -> str:
    return ",".join(map(str, read_leads(text))) if text else ""


class SampleChat(BaseModel):
    """How the sample chat wants to be reminded; what is empty is the default."""

    timezone: Annotated[str, Field(max_length=100), AfterValidator(_zone)] = ""
    hour: Annotated[str, Field(max_length=100), AfterValidator(_hour)] = ""
    quiet: Annotated[str, Field(max_length=100), AfterValidator(_quiet)] = ""
    leads: Annotated[str, Field(max_length=200), AfterValidator(_leads)] = ""

    def settings(self, library: Library) -> ChatSettings:
        """As a chat would have chosen them."""
        return ChatSettings(
            timezone=self.timezone or sample_zone(library),
            posting_hour=self.hour or None,
            quiet=self.quiet or None,
            leads=self.leads or None,
        )


class Span(BaseModel):
    """From a moment on, and before another."""

    since: Moment
    until: Moment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until <= self.since:
            raise ValueError("it ends before it begins")
        return self


class Plan(BaseModel):
    """All of it; without a span the usual one is rehearsed."""

    span: Span | None = None
    sample: SampleChat = SampleChat()
    outage: Span | None = None
    scene: Scene = Scene()

    def outage_tried(self) -> Outage | None:
        """As the core knows it."""
        return Outage(self.outage.since, self.outage.until) if self.outage else None
