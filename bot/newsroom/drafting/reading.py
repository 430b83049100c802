"""Reads an article from plain text or from a page; of a page only its words are kept, never its HTML."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

import trafilatura
from trafilatura.utils import decode_file

from bot.core.errors import NoArticle
from bot.core.stories.fields import can_be_opened
from bot.core.stories.story import Source
from bot.newsroom.article import paragraphs_of
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.languages import language_of
from bot.newsroom.drafting.page import Page, name_for_a_story, read_page
from bot.newsroom.source import MAX_BYTES
from bot.newsroom.tree import without_invisible

MAX_PAGE = 5_000_000
"""Bytes of a page, or of a file."""
_MOST_TAGS = 200_000
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|div|section|main|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN_BY = "by|written by|piše|pišu|autor|autorica|autorka|napisao|napisala|пише|аутор|автор|текст"
_BYLINE = re.compile(rf"(?:{_WRITTEN_BY})\b:?\s+(?P<name>\S.*)", re.IGNORECASE)
_AROUND = ("nav", "footer", "aside", "script", "style", "form", "noscript", "template")
_BLOCKS = ("p", "h2", "h3", "li", "blockquote")
_LONGEST_BYLINE = 8  # words
_SENTENCE_END = (".", "!", "?", "…", "”", '"', "»", "“", ":")
_HEADLINES_LIE_WITHIN = 3  # of the first paragraphs of a page's text, one may repeat the headline


def read_article(raw: bytes, *, is_html: bool | None = None, url: str | None = None) -> Article:
    """Read an article from the bytes of a text or a page; what they are is told by themselves if it is not said.

    `url`: where the page was fetched from. Raises NoArticle if there is none in them, or if they are too large.
    """
    if len(raw) > MAX_PAGE:
        raise NoArticle(f"this is larger than {MAX_PAGE:,} bytes; an article is far smaller")
    if is_html is None:
        is_html = bool(_HTML.match(raw[:4096].decode("utf-8", "replace").lstrip("\ufeff")))
    return article_of_page(_decoded_page(raw), url) if is_html else article_of_text(_decoded(raw), url)


def article_of_text(text: str, url: str | None = None) -> Article:
    """Read an article from plain text: its blocks between blank lines are its paragraphs, the first is the headline."""
    paragraphs = _cleaned(_blocks(text))
    byline = next(filter(None, map(_byline, paragraphs[1:3])), None)
    source = Source(byline=byline, url=url if url and can_be_opened(url) else None)
    return Article(paragraphs, language_of(" ".join(paragraphs)), source=source)


def article_of_page(html: str, url: str | None = None) -> Article:
    """Read an article from a page: what the page says about it comes first, then what its text shows."""
    tree = _tree(html)
    page = read_page(tree, url)
    body = _cleaned(_text_of(tree))
    headline = _headline(page, body)
    paragraphs = (headline, *_without(headline, page, body))
    source = page.source
    if not source.byline and (byline := next(filter(None, map(_byline, paragraphs[1:3])), None)):
        source = source.model_copy(update={"byline": byline})
    return Article(paragraphs, language_of(" ".join(paragraphs), page.language), page.published, source)


def _tree(html: str) -> Any:
    if html.count("<") > _MOST_TAGS:
        raise NoArticle(f"the page has more than {_MOST_TAGS:,} tags; the page of an article has far fewer")
    try:
        tree = trafilatura.load_html(html)
    except (ValueError, RecursionError):
        tree = None
    if tree is None:
        raise NoArticle("there is no page in this: save the article's own page, or copy its text")
    return tree


def _text_of(tree: Any) -> list[str]:
    """Return the paragraphs of the page's article; of a page without a recognised one, all of its paragraphs."""
    _leave_the_article(tree)
    try:
        page = deepcopy(tree)
        found = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=False)
    except (ValueError, RecursionError):
        found = None
    if text := getattr(found, "text", None):
        return [line.removeprefix("- ") for line in text.splitlines()]
    blocks = (each for each in tree.iter(*_BLOCKS) if next(each.iterdescendants(*_BLOCKS), None) is None)
    return ["".join(each.itertext()) for each in blocks] or ["".join(tree.itertext())]


def _leave_the_article(tree: Any) -> None:
    """Take out of a page what is around articles; and all but the one element that it marks as its article."""
    for each in [*tree.iter(*_AROUND)]:
        each.drop_tree()
    for tag in ("article", "main"):
        marked = [*tree.iter(tag)]
        if len(marked) == 1 and next(marked[0].iter("p"), None) is not None:
            kept = marked[0]
            for around in [*kept.iterancestors()]:
                for other in [each for each in around if each is not kept]:
                    around.remove(other)
                kept = around
            return


def _headline(page: Page, body: Sequence[str]) -> str:
    """Return the headline that the page's text shows too, or else the likeliest one."""
    shown = next((each for each in page.headlines if each in body[:_HEADLINES_LIE_WITHIN]), None)
    return shown or next(iter(page.headlines), "") or body[0]


def _without(headline: str, page: Page, body: Sequence[str]) -> Iterable[str]:
    """Yield the paragraphs but for the headline's repetition, and for the time that the page tells machines too."""
    for number, each in enumerate(body):
        if number < _HEADLINES_LIE_WITHIN and each == headline:
            continue
        if page.published and each in page.times:
            continue
        yield each


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoArticle("the text is not UTF-8: save it as UTF-8") from error


def _decoded_page(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_file(raw)


def _blocks(text: str) -> list[str]:
    """Return the paragraphs of a text; of one without blank lines its lines, if they end as sentences do."""
    blocks = paragraphs_of(text)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(blocks) == 1 and len(lines) > 1:
        ended = sum(line.endswith(_SENTENCE_END) for line in lines[1:])
        if ended * 3 >= len(lines[1:]) * 2:
            return lines
    return blocks


def _cleaned(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the paragraphs without what no reader sees; NoArticle if no words are left, or far too many."""
    cleaned = (" ".join(without_invisible(unicodedata.normalize("NFC", each)).split()) for each in paragraphs)
    kept = tuple(each for each in cleaned if each)
    if not any(map(str.isalnum, "".join(kept))):
        raise NoArticle("there is no text in this: an article has words")
    if len("\n\n".join(kept).encode()) >= MAX_BYTES:
        raise NoArticle(f"the article is larger than {MAX_BYTES:,} bytes; an article is far smaller")
    return kept


def _byline(paragraph: str) -> str | None:
    """Return who wrote the article, from a line of its own: “By Ida Brandt”."""
    found = _BYLINE.fullmatch(paragraph.rstrip("."))
    fits = found and len(paragraph.split()) <= _LONGEST_BYLINE and found["name"][0].isupper()
    return name_for_a_story(found["name"].strip()) if found and fits else None
