"""Builds what chooses among statements, if the settings name an endpoint for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.errors import SettingsError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.advising.chooser import EndpointChooser


def chooser_of(settings: Settings) -> EndpointChooser | None:
    """Return what chooses, or None if the rules choose alone; SettingsError if its client is not installed.

    It takes a second, as the client is large.
    """
    if not settings.llm_url:
        return None
    from bot.advising.chooser import EndpointChooser

    try:
        from bot.advising.endpoint import Endpoint
    except ModuleNotFoundError as error:
        if error.name not in ("openai", "httpx2"):
            raise
        raise SettingsError(
            "NEWSPEG_LLM_URL needs the extra newspeg[llm]: start with `uv run --extra llm newspeg run`, or unset it"
        ) from None
    return EndpointChooser(Endpoint(settings.llm_url, settings.llm_key, settings.llm_model).ask)
