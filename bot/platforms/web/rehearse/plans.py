"""What a visitor wants rehearsed: the span, the sample chat, the outage, the switched events."""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator

from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import leads_of, posting_hour_of, quiet_of, timezone_of
from bot.core.posting.rehearsal import sample_zone
from bot.core.posting.trial import Outage
from bot.core.stories.library import Library
from bot.platforms.web.preview.studio import Moment, Scene


def _unless_empty(stored: Callable[[str], str]) -> AfterValidator:
    return AfterValidator(lambda text: stored(text) if text else "")


class SampleChat(BaseModel):
    """How the sample chat wants to be reminded; what is empty is the default."""

    timezone: Annotated[str, Field(max_length=100), _unless_empty(timezone_of)] = ""
    hour: Annotated[str, Field(max_length=100), _unless_empty(posting_hour_of)] = ""
    quiet: Annotated[str, Field(max_length=100), _unless_empty(quiet_of)] = ""
    leads: Annotated[str, Field(max_length=200), _unless_empty(leads_of)] = ""

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
