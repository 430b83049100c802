"""What a page says about its article, for machines: schema.org as JSON-LD, Open Graph, other meta tags, times.

The page's tree comes from trafilatura. Whatever the page says is a claim of whoever wrote it: nothing of it is fetched,
and no value is taken that a story file would refuse.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from bot.core.stories.fields import NAME_LENGTH, can_be_opened
from bot.core.stories.story import Picture, Source
from bot.newsroom.tree import without_invisible

_ARTICLES = ("Article", "BlogPosting", "Report", "WebPage")
_MOST_OBJECTS = 2_000
_MOST_LOOKED_AT = 20  # elements of a kind
_LONGEST_JSON = 500_000
_LONGEST_TEXT = 1_000
_TIMES = ("article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dcterms.created",
          "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date")  # fmt: skip
_EARLIEST = 1600


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about its article."""

    headlines: tuple[str, ...] = ()
    """What may be the headline, likeliest first."""
    published: date | None = None
    language: str = ""
    """As the page has it: “bs-BA”; empty if it does not say."""
    source: Source = field(default_factory=Source)
    times: frozenset[str] = frozenset()
    """The words of its time elements."""


def read_page(tree: Any, url: str | None = None) -> Page:
    """Read the tree of a page that was fetched from this address."""
    described = next(_articles(tree), {})
    metas = dict(_metas(tree))
    return Page(
        tuple(dict.fromkeys(filter(None, _headlines(tree, described, metas)))),
        _published(tree, described, metas),
        _text(described.get("inLanguage")) or _text(tree.get("lang")) or metas.get("og:locale", "").replace("_", "-"),
        _source(tree, described, metas, url),
        frozenset(filter(None, map(_words, islice(tree.iter("time"), _MOST_LOOKED_AT)))),
    )


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Yield each schema.org article of the page; news before whatever else."""
    found = [each for script in tree.iter("script") for each in _objects(script)]
    kinds = [(each, _kind(each)) for each in found]
    for wanted in _ARTICLES:
        yield from (each for each, kind in kinds if kind.endswith(wanted))


def _kind(described: Mapping[str, Any]) -> str:
    kind = described.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _objects(script: Any) -> Iterator[Mapping[str, Any]]:
    text = script.text or ""
    if script.get("type", "").strip().lower() != "application/ld+json" or len(text) > _LONGEST_JSON:
        return
    try:
        waiting = [json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, Mapping):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield each meta tag's name and content; of several with one name the first counts."""
    for each in reversed([*tree.iter("meta")]):
        name = each.get("property") or each.get("name") or each.get("itemprop")
        if name and (text := _text(each.get("content"))):
            yield name.strip().lower(), text


def _headlines(tree: Any, described: Mapping[str, Any], metas: Mapping[str, str]) -> Iterator[str]:
    told = [_text(described.get("headline")), metas.get("og:title", ""), *(map(_words, islice(tree.iter("title"), 1)))]
    shown = [*filter(None, map(_words, islice(tree.iter("h1"), _MOST_LOOKED_AT)))]
    yield from (each for each in shown if any(each in text for text in told))
    site = metas.get("og:site_name", "")
    for each in told:
        yield each.removesuffix(site).rstrip(" |–—-·") if site else each
    yield from shown


def _published(tree: Any, described: Mapping[str, Any], metas: Mapping[str, str]) -> date | None:
    stated = [_text(described.get(key)) for key in ("datePublished", "dateCreated")]
    stated += [metas[name] for name in _TIMES if name in metas]
    times = [*tree.iter("time")]
    marked = [each for each in times if each.get("itemprop") == "datePublished" or each.get("pubdate") is not None]
    stated += [_text(each.get("datetime")) for each in (*marked, *times)]
    return next(filter(None, map(_day, stated)), None)


def _day(text: str) -> date | None:
    """Return the day that a machine-readable time has in its own zone, whatever the clock of this machine says."""
    with suppress(ValueError):
        day = date.fromisoformat(text[:10])
        return day if day.year >= _EARLIEST else None
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(text).date()
    return None


def _source(tree: Any, described: Mapping[str, Any], metas: Mapping[str, str], url: str | None) -> Source:
    links = [each.get("href") for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()]
    main = described.get("mainEntityOfPage")
    addresses = [*links, metas.get("og:url"), main.get("@id") if isinstance(main, Mapping) else main, url]
    publisher = _name(described.get("publisher")) or metas.get("og:site_name") or metas.get("application-name")
    authors = (_name(described.get("author")), metas.get("author"), metas.get("article:author"), metas.get("byl"))
    byline = next((each for each in authors if each and "://" not in each), None)
    return Source(
        publisher=name_for_a_story(publisher),
        url=next((each for each in map(_link, addresses) if each), None),
        byline=name_for_a_story(byline.removeprefix("By ") if byline else None),
        picture=_picture(described, metas),
    )


def _picture(described: Mapping[str, Any], metas: Mapping[str, str]) -> Picture | None:
    image = described.get("image")
    image = image[0] if isinstance(image, list) and image else image
    about = image if isinstance(image, Mapping) else {}
    addresses = (about.get("url"), about.get("contentUrl"), image, metas.get("og:image"), metas.get("twitter:image"))
    url = next((each for each in map(_link, addresses) if each), None)
    if not url:
        return None
    credit = _name(about.get("creditText")) or _name(about.get("copyrightHolder")) or _name(about.get("creator"))
    alt = _text(about.get("caption")) or metas.get("og:image:alt") or metas.get("twitter:image:alt")
    return Picture(url=url, credit=credit or None, alt=alt or None)


def _link(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and can_be_opened(value.strip()) else None


def _name(value: object) -> str:
    """Return the name of a person or an organisation of schema.org, or of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:5])))
    return _text(value.get("name")) if isinstance(value, Mapping) else _text(value)


def name_for_a_story(name: str | None) -> str | None:
    """Return a name that a story file takes; None of one that is too long, or that nobody could type."""
    fits = name and len(name) <= NAME_LENGTH and any(map(str.isalnum, name))
    return name if fits else None


def _text(value: object) -> str:
    return " ".join(without_invisible(value[:_LONGEST_TEXT]).split()) if isinstance(value, str) else ""


def _words(element: Any) -> str:
    return _text("".join(element.itertext()))
