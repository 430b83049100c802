"""Reads how a chat wants its posts: from people's spellings into the one that is stored.

A ValueError says how to write the value.
"""

import re

from bot.core.posting.planning import QuietHours, read_hour
from bot.core.stories.leads import Lead, in_order
from bot.core.stories.zones import find_zone, zone_problem

_BETWEEN_LEADS = re.compile(r",|\band\b", re.IGNORECASE)


def timezone_of(text: str) -> str:
    """Read a time zone by its own name or a city's: `Europe/Sarajevo`."""
    if zone := find_zone(text):
        return zone
    raise ValueError(zone_problem(text))


def posting_hour_of(text: str) -> str:
    """Read a posting hour into `08:30`, also from `8.30` and `8:30 am`."""
    return f"{read_hour(text):%H:%M}"


def quiet_of(text: str) -> str:
    """Read quiet hours into `22:00-07:00`, also from `22-7`."""
    return str(QuietHours.parse(text))


def leads_of(text: str) -> str:
    """Read leads into `P7D,P1D`, each once, the longest first; also from `1 day and a week`."""
    parts = _BETWEEN_LEADS.split(text)
    return ",".join(map(str, in_order(Lead.typed(part) or Lead.parse(part.strip()) for part in parts)))
