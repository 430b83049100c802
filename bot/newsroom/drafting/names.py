"""Makes ids and a slug of names and headlines, and texts and names that a story file takes."""

import re
from collections.abc import Set

from bot.core.stories.fields import ID_LENGTH, ID_PATTERN, NAME_LENGTH, SLUG_LENGTH
from bot.core.stories.spelling import normalise

MOST_CHARACTERS = 1_000
"""Of a text in a story file."""
ENDS = (".", "!", "?", "…", "。", "؟", "।")
"""With which a sentence ends."""
CLOSING = "\"'”’»)]“"
"""What may stand after that."""
_LOOSE = " ,;:–—-"


def id_for(name: str, taken: Set[str], otherwise: str) -> str:
    """Return an id made of a name that is not taken yet; of its last words if it is too long."""
    words = normalise(name).split()
    while len(words) > 1 and len("-".join(words)) > ID_LENGTH:
        words = words[1:]
    base = re.sub(r"^[0-9-]+", "", "-".join(words))[:ID_LENGTH].strip("-")
    base = base if re.fullmatch(ID_PATTERN, base) else otherwise
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base[: ID_LENGTH - len(str(number)) - 1].strip('-')}-{number}"
    return found


def slug_for(headline: str) -> str:
    """Return the name of a story's folder, made of the first words of its headline."""
    slug = ""
    for word in normalise(headline, None).split():
        longer = f"{slug}-{word}" if slug else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug or "article"


def name_of(text: str) -> str | None:
    """Return a text as a name that a story file takes, cut where it is too long; None if nobody can type it."""
    name = shortened(text.strip(), NAME_LENGTH)
    return name if normalise(name) else None


def shortened(text: str, most: int) -> str:
    """Return a text that is cut at a word's end, with an ellipsis, if it has more than so many characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{(cut[: cut.rfind(' ')] if ' ' in cut else cut).rstrip(_LOOSE)}…"


def as_sentence(text: str) -> str:
    """Return words as a sentence: with a capital at its beginning, and a full stop."""
    text = shortened(text.strip(_LOOSE), MOST_CHARACTERS - 1)
    if not text.rstrip(CLOSING).endswith(ENDS):
        text += "."
    return text[0].upper() + text[1:]
