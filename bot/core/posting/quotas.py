"""Limits on what one chat or person may have stored, as all share the messages that a platform lets the bot send.

Data that was stored before a limit stays and works, and can only shrink.
"""

MOST_LEADS = 8
"""The most leads of a chat before each event."""
MOST_SUBSCRIPTIONS = 50
"""The most subscriptions of a chat; one to every story counts as one."""
MOST_REMINDERS = 100
"""The most reminders of a person; those of past events count until they are dropped."""


def are_too_many_leads(chosen: str | None, stored: str | None) -> bool:
    """True if a chat may not choose these leads, `P7D,P1D`: they are too many, and not just some of its stored ones."""
    wanted, had = (set(leads.split(",")) if leads else set() for leads in (chosen, stored))
    return len(wanted) > MOST_LEADS and not wanted <= had
