"""Builds what asks an endpoint, to choose among statements or to word a draft, if the settings name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.errors import SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.advising.chooser import EndpointChooser
    from bot.advising.endpoint import Endpoint


def chooser_of(settings: Settings) -> EndpointChooser | None:
    """Return what chooses, or None if the rules choose alone; SettingsError if its client is not installed.

    It takes a second, as the client is large.
    """
    endpoint = endpoint_of(settings, "run")
    if not endpoint:
        return None
    from bot.advising.chooser import EndpointChooser

    return EndpointChooser(endpoint.ask)


def endpoint_of(settings: Settings, command: str) -> Endpoint | None:
    """Return the endpoint that the settings name, if they name one; SettingsError if its client is not installed."""
    if not settings.llm_url:
        return None
    try:
        from bot.advising.endpoint import Endpoint
    except ModuleNotFoundError as error:
        if error.name not in ("openai", "httpx2"):
            raise
        raise SettingsError(
            "NEWSPEG_LLM_URL needs the extra newspeg[llm]: "
            f"start with `uv run --extra llm newspeg {command}`, or unset it"
        ) from None
    return Endpoint(settings.llm_url, settings.llm_key, settings.llm_model)
