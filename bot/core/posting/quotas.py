"""How much one chat or person may have stored, as all share what a platform lets the bot send.

What was stored above that before stays and works, and can only shrink.
"""

MOST_LEADS = 8
"""A chat's own, before each event."""
MOST_SUBSCRIPTIONS = 50
"""A chat's; one to every story is one."""
MOST_REMINDERS = 100
"""A person's; those of past events count until they are dropped."""


def are_too_many_leads(chosen: str | None, stored: str | None) -> bool:
    """Whether a chat may not choose these, `P7D,P1D`: they are too many, and not only some of what it has stored."""
    wanted, had = (set(leads.split(",")) if leads else set() for leads in (chosen, stored))
    return len(wanted) > MOST_LEADS and not wanted <= had
