"""Drafts stories from what the command line names: files, addresses, standard input."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from bot.app.advice import endpoint_of
from bot.core.errors import NoArticle, SettingsError
from bot.core.stories.library import Clock
from bot.core.wording.language import Language
from bot.newsroom.drafting.drafter import Drafted, Drafter
from bot.newsroom.drafting.drafting import Draft
from bot.newsroom.drafting.fetching import Fetcher
from bot.newsroom.drafting.reading import MAX_PAGE
from bot.newsroom.drafting.refining import Refiner
from bot.newsroom.files import read_file
from bot.newsroom.reviews import reviews_in
from bot.settings import Settings

_PAGES = (".html", ".htm", ".xhtml")
_STANDARD_INPUT = "-"


def drafter_of(settings: Settings, clock: Clock) -> Drafter:
    """Build what drafts into the content folder, in its own words if the settings name an endpoint for that."""
    fetcher = Fetcher(may_be_private=settings.draft_private)
    endpoint = endpoint_of(settings, "draft")
    return Drafter(settings.content, lambda: clock().date(), fetcher, Refiner(endpoint.ask) if endpoint else None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where drafts go: into one folder, into folders of their own within it, or into the content."""

    folder: Path | None
    is_for_one: bool

    def of(self, made: Draft, drafter: Drafter) -> Path:
        """Return the folder of a draft."""
        if self.folder is None:
            return drafter.folder_of(made)
        return self.folder if self.is_for_one else self.folder / made.slug


async def draft_source(drafter: Drafter, source: str, place: Place, *, own: bool) -> Drafted:
    """Draft from one source, and save it. NoArticle or SettingsError says in one line what failed."""
    if source.startswith(("http://", "https://")):
        made = await drafter.made(url=source, own=own)
    else:
        given, is_html = _read(source)
        try:
            made = await drafter.made(given, is_html=is_html, own=own)
        except NoArticle as error:
            raise NoArticle(f"“{source}” cannot be drafted: {error}") from None
    return await drafter.save(made, place.of(made, drafter))


def _read(source: str) -> tuple[bytes, bool | None]:
    """Return what a file or standard input holds, and whether it is known to be a page."""
    if source == _STANDARD_INPUT:
        if sys.stdin is None:
            raise SettingsError("cannot read the article “-” (standard input is closed)")
        return sys.stdin.buffer.read(MAX_PAGE + 1), None
    if "://" in source:
        raise SettingsError(f"“{source}” is neither a file nor an address that begins with https:// or http://")
    path = Path(source)
    try:
        return read_file(path, MAX_PAGE), True if path.suffix.lower() in _PAGES else None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a file"
        raise SettingsError(f"cannot read the article “{source}” ({reason})") from error


def report_of(drafted: Drafted) -> Sequence[str]:
    """Describe a draft: what was found, how much is doubtful, and what to do next."""
    return [*_report(drafted)]


def _report(drafted: Drafted) -> Iterator[str]:
    data, folder = drafted.draft.data, drafted.file.parent
    claims = sum(fact.get("kind") == "claim" for fact in data["facts"])
    found = [
        _count(len(data["facts"]), "fact", "facts") + (f" ({_count(claims, 'claim', 'claims')})" if claims else ""),
        _count(len(data.get("quotations", ())), "quotation", "quotations"),
        _count(len(data["entities"]), "entity", "entities"),
        _count(len(data.get("events", ())), "event", "events"),
        _count(len(drafted.draft.datings), "date", "dates"),
    ]
    yield f"{drafted.file}: {data['headline']}"
    yield f"  found: {', '.join(found)}; published {Language().date(drafted.draft.published)}"
    yield from (f"  note: {note}" for note in drafted.draft.notes)
    reviews = sum(1 for _ in reviews_in(data))
    own_words = "" if data["credit"].get("own") else ", say the sentences in your own words"
    looked = f"look at {_count(reviews, 'review', 'reviews')}" if reviews else "look at it"
    check = f"newspeg check {quote(str(folder))}"
    yield f"  next: `{check}`, {looked}{own_words}, delete each review, set `status: published`"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
