"""The newsroom page, with all its parts."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.app.platforms import PLATFORMS
from bot.core.asking.platform import Platform
from bot.core.asking.unanswered import UnansweredStore
from bot.core.editing.log import EditLog
from bot.core.editing.manuscripts import Manuscripts
from bot.core.errors import SettingsError
from bot.core.posting.overview import Census, Overview
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.language import Languages
from bot.newsroom.drafting.typed_dates import typed_date
from bot.platforms.web import login, monitoring, unanswered
from bot.platforms.web.application import Part, build_application
from bot.platforms.web.desk import routes as desk
from bot.platforms.web.desk.tools import FindReach, Former, Tools
from bot.platforms.web.pages import Pages
from bot.platforms.web.platform import WebPlatform
from bot.platforms.web.posts import routes as posts
from bot.platforms.web.preview import routes as preview
from bot.platforms.web.preview.studio import Studio, VisitorsChats
from bot.platforms.web.rehearse import routes as rehearse
from bot.platforms.web.rehearse.audience import Subscribers
from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.hosts import Hosts, is_loopback
from bot.platforms.web.safety.visitors import visitor_of
from bot.platforms.web.stories import routes as stories
from bot.platforms.web.streams import Streams
from bot.runtime.passwords import Editors
from bot.settings import Settings
from bot.storage.memory import MemoryChatStore


@dataclass(frozen=True, slots=True)
class Sources:
    """The data that the page shows, as other parts of the service provide it."""

    shelf: Shelf
    languages: Languages
    clock: Clock
    problems: stories.Problems
    subscribed: Subscribers
    overview: Overview
    census: Census
    unanswered: UnansweredStore
    changed: Callable[[], None]
    health: monitoring.Health
    exposition: monitoring.Exposition
    manuscripts: Manuscripts
    edits: EditLog
    find_reach: FindReach
    former: Former
    saved: Callable[[], Awaitable[None]]


def build_page(settings: Settings, sources: Sources, platforms: Sequence[Platform]) -> WebPlatform:
    """Build the page from its settings; SettingsError if others could reach it without a password."""
    password = password_of(settings)
    pages, streams = Pages(settings.web_url), Streams()
    has_tls = bool(settings.web_url and settings.web_url.startswith("https:"))
    editors = Editors(settings.named_editors) if settings.editors else None
    entrance = Entrance(password, monotonic, has_tls=has_tls, editors=editors)
    tools = _tools(sources, entrance)
    studio = replace(
        build_studio(sources.shelf, sources.languages, sources.clock, platforms, settings.web_url),
        drafted=tools.drafted,
    )
    books = posts.Books(
        sources.overview,
        sources.census,
        sources.shelf,
        sources.languages,
        sources.clock,
        sources.changed,
    )
    parts = [
        Part(preview.routes(pages, studio), "Preview", "/preview"),
        Part(desk.routes(pages, tools, lambda: studio.shown), "Desk", desk.PATH),
        Part(rehearse.routes(pages, studio, sources.subscribed), "Rehearse", "/rehearse"),
        Part(login.routes(pages, entrance)),
        Part(monitoring.routes(sources.health, sources.exposition, _shown(settings.metrics_token))),
        Part(
            stories.routes(pages, sources.shelf, sources.languages, sources.clock, sources.problems),
            "Stories",
            "/stories",
        ),
        Part(
            posts.routes(
                pages,
                streams,
                books,
                [each.name for each in platforms],
                lambda request: entrance.recognise(request).is_editor,
            ),
            "Posts",
            "/posts",
        ),
        Part(
            unanswered.routes(pages, sources.unanswered, sources.shelf, sources.clock, are_kept=settings.unanswered),
            "Unanswered",
            "/unanswered",
        ),
    ]
    site = build_application(parts, pages, Hosts(settings.web_host, settings.web_url), entrance)
    return WebPlatform(site, streams, settings.web_host, settings.web_port)


def _tools(sources: Sources, entrance: Entrance) -> Tools:
    """Put together what the desk works with."""
    return Tools(
        sources.manuscripts,
        sources.edits,
        sources.find_reach,
        typed_date,
        sources.languages,
        sources.clock,
        editor_of=lambda request: entrance.desk_of(visitor_of(request)),
        former=sources.former,
        saved=sources.saved,
    )


def password_of(settings: Settings) -> str | None:
    """Return the password of the page, if it has one; SettingsError if it needs one."""
    published = urlsplit(settings.web_url).hostname if settings.web_url else None
    for setting, host in (("NEWSPEG_WEB_HOST", settings.web_host), ("NEWSPEG_WEB_URL", published)):
        if host and not is_loopback(host) and settings.web_password is None:
            raise SettingsError(f"{setting}: beyond this machine ({host}) the page needs NEWSPEG_WEB_PASSWORD")
    return _shown(settings.web_password)


def _shown(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None


def build_studio(
    shelf: Shelf,
    languages: Languages,
    clock: Clock,
    platforms: Sequence[Platform] = PLATFORMS,
    page: str | None = None,
) -> Studio:
    """Build the studio: every platform's likeness, over chats that are kept nowhere.

    It goes by this clock if a visitor sets none.
    """
    return Studio(shelf, languages, clock, VisitorsChats(MemoryChatStore), tuple(platforms), page)
