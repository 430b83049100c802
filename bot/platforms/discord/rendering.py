"""Renders a card as Discord's payloads: plain dicts, one per message, each within Discord's limits; sends nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.asking.platform import Payload
from bot.core.wording.cards import Action, Block, Card, Cited, Heading, Item, Note, Paragraph, Quote, citation_of
from bot.core.wording.fitting import fitted
from bot.core.wording.labels import told_apart
from bot.platforms.discord import custom_ids
from bot.platforms.discord.markdown import ELLIPSIS, escape, escape_line, one_line, shorten, size, split

# https://discord.com/developers/docs/resources/message#embed-object-embed-limits and /components/reference
MAX_TITLE = 256
MAX_DESCRIPTION = 4096
MAX_ROWS = 5
MAX_BUTTONS_IN_ROW = 5
MAX_OPTIONS = 25
MAX_BUTTON_LABEL = 80
MAX_OPTION_LABEL = 100

_ACTION_ROW, _BUTTON, _SELECT = 1, 2, 3
_SECONDARY, _DANGER = 2, 4


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of Markdown; its text may be split, and each part then gets the prefix and the suffix."""

    prefix: str
    text: str
    suffix: str = ""

    def __str__(self) -> str:
        return self.prefix + self.text + self.suffix

    def parts(self) -> Iterator[str]:
        for part in split(self.text, MAX_DESCRIPTION - size(self.prefix + self.suffix)):
            if part.strip():
                yield self.prefix + part.strip() + self.suffix


def render(card: Card) -> list[Payload]:
    """Return the card's messages in order; the buttons are on the last."""
    embeds: list[Payload] = [{"description": page} for page in _pages(card.blocks)] or [{}]
    if title := escape(card.title).strip():
        embeds[0] = {"title": shorten(title, MAX_TITLE), **embeds[0]}
    elif not embeds[0]:
        embeds[0] = {"description": ELLIPSIS}
    messages: list[Payload] = [{"embeds": [embed], "components": []} for embed in embeds]
    messages[-1]["components"] = _components(card)
    return messages


def as_one(card: Card) -> Payload:
    """Return the card as one message; what has no room in it is left out by `fitted`."""
    messages = render(fitted(card, fits))
    # A card that even its shortest version does not fit keeps its beginning and its buttons.
    return {**messages[0], "components": messages[-1]["components"]}


def fits(card: Card) -> bool:
    """True if the card is one message."""
    return len(render(card)) == 1


def _pages(blocks: Iterable[Block]) -> list[str]:
    pages: list[str] = []
    before: Block | None = None
    for block in blocks:
        for piece in _pieces(block):
            longer = pages[-1] + _gap(before, block) + piece if pages else ""
            if longer and size(longer) <= MAX_DESCRIPTION:
                pages[-1] = longer
            else:
                pages.append(piece)
            before = block
    return pages


def _gap(before: Block | None, after: Block) -> str:
    together = (
        before is after
        or isinstance(before, Heading)
        or (type(before) is type(after) and isinstance(after, Item | Note))
    )
    return "\n" if together else "\n\n"


def _pieces(block: Block) -> list[str]:
    """Return the block whole if it fits into a message, else in parts."""
    rows = [row for row in _rows(block) if row.text.strip()]
    whole = "\n".join(map(str, rows))
    if size(whole) <= MAX_DESCRIPTION:
        return [whole] if whole else []
    return [part for row in rows for part in row.parts()]


def _rows(block: Block) -> Iterator[_Row]:
    match block:
        case Heading(text):
            yield _Row("**", escape_line(text), "**")
        case Paragraph(text):
            yield _Row("", escape_line(text))
        case Item(text):
            yield _Row("• ", escape_line(text))
        case Quote(words, attribution):
            yield _Row("> ", escape(words).strip())
            yield _Row("> — ", escape_line(attribution))
        case Note(text):
            yield _Row("-# ", escape_line(text))
    if isinstance(block, Cited) and (cited := citation_of(block)):
        yield _Row("-# ", escape_line((cited,)))


def _components(card: Card) -> list[Payload]:
    """Return the buttons: a few choices are buttons before the others, many are lists."""
    as_list = len(card.choices) > MAX_BUTTONS_IN_ROW
    buttons = _labelled(custom_ids.usable(card.actions if as_list else card.buttons), MAX_BUTTON_LABEL)
    choices = _labelled(custom_ids.usable(card.choices), MAX_OPTION_LABEL) if as_list else []
    button_rows = [_row(map(_button, some)) for some in _batches(buttons, MAX_BUTTONS_IN_ROW)]
    button_rows = button_rows[: MAX_ROWS - bool(choices)]
    lists = [_row([_list(number, some)]) for number, some in enumerate(_batches(choices, MAX_OPTIONS))]
    return lists[: MAX_ROWS - len(button_rows)] + button_rows


def _row(components: Iterable[Payload]) -> Payload:
    return {"type": _ACTION_ROW, "components": list(components)}


def _button(action: Action) -> Payload:
    return {
        "type": _BUTTON,
        "style": _DANGER if action.danger else _SECONDARY,
        "label": action.label,
        "custom_id": custom_ids.of_button(action),
    }


def _list(number: int, choices: Iterable[Action]) -> Payload:
    options = [{"label": choice.label, "value": choice.invocation.data} for choice in choices]
    return {"type": _SELECT, "custom_id": custom_ids.of_list(number), "options": options}


def _labelled(actions: Sequence[Action], limit: int) -> list[Action]:
    """Return the actions with labels as Discord takes them: not empty, within its limit, and told apart."""
    worded = [replace(each, label=one_line(each.label).strip() or str(each.invocation)) for each in actions]
    apart = told_apart(worded, limit, lambda label: shorten(label, limit))
    return [replace(each, label=shorten(each.label, limit)) for each in apart]


def _batches(actions: Sequence[Action], length: int) -> Iterator[Sequence[Action]]:
    for start in range(0, len(actions), length):
        yield actions[start : start + length]
