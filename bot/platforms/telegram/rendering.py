"""Renders a card as Telegram's payloads: plain dicts, one per message, each within Telegram's limits. It sends nothing.

In inline mode the cards that a search offers in any chat are one message each, with links into the private chat.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import takewhile

from telegram import InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions

from bot.core.asking.desk import Hit
from bot.core.asking.platform import Payload
from bot.core.wording.cards import (
    Block,
    Card,
    Cited,
    Heading,
    Item,
    Line,
    Link,
    Note,
    Paragraph,
    Quote,
    Span,
    citation_of,
    plain,
)
from bot.core.wording.fitting import fitted
from bot.platforms.telegram.keyboards import Buttons, asking, keyboard, leading
from bot.platforms.telegram.markup import (
    BOLD,
    FOLDED,
    ITALIC,
    PLAIN,
    QUOTE,
    Run,
    Tag,
    clean,
    link_tag,
    one_line,
    split,
    time_tag,
    to_html,
    units,
)

# https://core.telegram.org/bots/api#sendmessage and #answercallbackquery
MAX_TEXT = 4096
MAX_ALERT = 200
NOTHING = "…"
# https://core.telegram.org/bots/api#answerinlinequery
MAX_RESULTS = 50
MAX_ID_BYTES = 64
_MAX_TITLE = 100
_MAX_DESCRIPTION = 200
# About three lines on a phone, which is as much as Telegram shows of a folded quotation.
_LONG_NOTE = 200
_LONG_CITATION = 120


def render(card: Card, buttons: Buttons = asking) -> list[Payload]:
    """Return the card's messages in order, as fields of sendMessage; the buttons are on the last."""
    messages = [
        {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}} for text in _texts(card)
    ]
    if rows := keyboard(card, buttons):
        messages[-1]["reply_markup"] = {"inline_keyboard": rows}
    return messages


def as_one(card: Card, buttons: Buttons = asking) -> Payload:
    """Return the card as one message; what has no room in it is left out by `fitted`."""
    messages = render(fitted(card, lambda shorter: fits(shorter, buttons)), buttons)
    # A card that even its shortest version does not fit keeps its beginning and its buttons.
    markup = {key: value for key, value in messages[-1].items() if key == "reply_markup"}
    return {**messages[0], **markup}


def fits(card: Card, buttons: Buttons = asking) -> bool:
    """True if the card is one message."""
    return len(render(card, buttons)) == 1


def alert(card: Card) -> str:
    """Return the card's title and first words, for a window of plain text over the chat; with the announced list."""
    said = [(block, text) for block in card.blocks if (text := _first_words(block).strip())]
    first = said[0][1] if said else ""
    if first.endswith(":"):
        listed = takewhile(lambda each: isinstance(each[0], Item), said[1:])
        first = "\n".join([first, *(text for _, text in listed)])
    text = clean("\n\n".join(filter(None, (card.title.strip(), first)))) or NOTHING
    if units(text) <= MAX_ALERT:
        return text
    return text.encode("utf-16-le")[: 2 * (MAX_ALERT - 1)].decode("utf-16-le", "ignore").rstrip() + "…"


def articles(hits: Iterable[Hit], username: str) -> list[InlineQueryResultArticle]:
    """Return the results of an inline query, the best first; each once."""
    return list({article.id: article for article in (_article(hit, username) for hit in hits)}.values())[:MAX_RESULTS]


def _id(hit: Hit) -> str:
    """Return what names a result: its invocation, or a digest where that is too long; nobody reads it back."""
    data = hit.invocation.data.encode(errors="replace")
    return data.decode() if len(data) <= MAX_ID_BYTES else hashlib.sha256(data).hexdigest()


def _article(hit: Hit, username: str) -> InlineQueryResultArticle:
    payload = as_one(hit.card, leading(username))
    markup = payload.get("reply_markup")
    return InlineQueryResultArticle(
        _id(hit),
        one_line(hit.card.title, _MAX_TITLE) or NOTHING,
        InputTextMessageContent(
            payload["text"],
            parse_mode=payload["parse_mode"],
            link_preview_options=LinkPreviewOptions.de_json(payload["link_preview_options"]),
        ),
        description=one_line(hit.snippet, _MAX_DESCRIPTION) or NOTHING,
        reply_markup=InlineKeyboardMarkup.de_json(markup) if markup else None,
    )


def _texts(card: Card) -> list[str]:
    texts: list[str] = []
    for gap, runs in _sections(card):
        text = to_html(runs)
        if texts and units(texts[-1] + gap + text) <= MAX_TEXT:
            texts[-1] += gap + text
        else:
            texts.extend(part for part in split(runs, MAX_TEXT) if part)
    return texts or [NOTHING]


def _sections(card: Card) -> Iterator[tuple[str, list[Run]]]:
    """Yield the sections that a message's end may part, each with the gap before it; a heading stays with its text."""
    heading: list[Run] = _headed(Heading((card.title,)), "\n\n")
    before: Block | None = None
    for block in card.blocks:
        if isinstance(block, Heading):
            if heading:
                yield "\n\n", heading
            heading = _headed(block, "\n")
        elif _is_visible(runs := _runs(block)):
            is_listed = isinstance(block, Item | Note) and isinstance(before, type(block)) and not heading
            yield "\n" if is_listed else "\n\n", heading + runs
            heading, before = [], block
    if heading:
        yield "\n\n", heading


def _headed(heading: Heading, gap: str) -> list[Run]:
    runs = _runs(heading)
    return [*runs, Run(gap)] if _is_visible(runs) else []


def _is_visible(runs: Iterable[Run]) -> bool:
    return any(clean(run.text).strip() for run in runs)


def _runs(block: Block) -> list[Run]:
    match block:
        case Heading():
            return _line(block.text, BOLD)
        case Note():
            return _line(block.text, FOLDED if _can_fold(block) else ITALIC)
        case Paragraph():
            return _line(block.text) + _citation(block)
        case Item():
            return [Run("• "), *_line(block.text), *_citation(block)]
        case Quote():
            return [Run(block.words, QUOTE), Run("\n— "), *_line(block.attribution), *_citation(block)]


def _can_fold(note: Note) -> bool:
    """True if the note is long, and one piece: a quotation would break at a link or a moment."""
    return len(plain(note.text)) > _LONG_NOTE and all(isinstance(span, str) for span in note.text)


def _line(line: Line, tag: Tag = PLAIN) -> list[Run]:
    return [_span(span, tag) for span in line]


def _span(span: Span, tag: Tag) -> Run:
    if isinstance(span, str):
        return Run(span, tag)
    if isinstance(span, Link):
        return Run(span.words, tag.around(link_tag(span.url)))
    return Run(span.words, tag.around(time_tag(span.at, relative=span.style == "relative")))


def _citation(block: Cited) -> list[Run]:
    cited = citation_of(block)
    if not cited:
        return []
    if len(plain((cited,))) > _LONG_CITATION:
        return [Run("\n"), _span(cited, FOLDED)]
    return [Run(" "), Run("[", ITALIC), _span(cited, ITALIC), Run("]", ITALIC)]


def _first_words(block: Block) -> str:
    return block.words if isinstance(block, Quote) else plain(block.text)
