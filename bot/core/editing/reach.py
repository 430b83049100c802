"""Whom a change reaches, before it is saved: by the same planning, composing and repairs as the posts themselves."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A text that would go out, as a platform shows it, and how many chats would get it."""

    kind: str
    """told, edited, withdrawn, corrected, retracted, planned."""
    words: str
    chats: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What would become of posts if a story were saved as it is now."""

    withdrawn: int = 0
    """Posts that wait, and would not go out."""
    told: int = 0
    """Chats that would get a notice."""
    edited: int = 0
    """Posts that have gone out, and would be edited or replied to."""
    planned: int = 0
    """Reminders to come that the story would then have, over all subscribed chats, in the coming year."""
    texts: tuple[Text, ...] = field(default=())
