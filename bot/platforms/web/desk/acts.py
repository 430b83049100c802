"""What the desk's page asks about one story: to see it, to change it, to try something. For editors alone, as JSON."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.editing.manuscripts import ChangedMeanwhile, NotSaved
from bot.core.errors import NewspegError, StorageUnavailable
from bot.core.stories.dates import EdtfDate
from bot.platforms.web.desk.bodies import Changes, Here, Places, TypedDate, Version, WholeText, read
from bot.platforms.web.desk.tools import Tools
from bot.platforms.web.desk.views import edited, in_words, problems_of
from bot.platforms.web.desk.work import NotSound, Work

log = structlog.get_logger(__name__)

Act = Callable[[Request, Work], Awaitable[Mapping[str, Any]]]


def acts(path: str, tools: Tools) -> Sequence[BaseRoute]:
    """Return the routes below the path of a story."""

    def route(name: str, act: Act, method: str = "POST") -> Route:
        async def endpoint(request: Request) -> Response:
            editor = tools.editor_of(request)
            if editor is None:
                return not_logged_in()
            work = Work(tools, request.path_params["slug"], editor)
            try:
                return JSONResponse(await act(request, work))
            except ChangedMeanwhile as error:
                return await _conflict(work, error)
            except NewspegError as error:
                return refusal(error)

        return Route(f"{path}/{name}", endpoint, methods=[method])

    return [
        route("manuscript", _shown, "GET"),
        route("edits", _edits, "GET"),
        route("edits/{edit:int}", _differences, "GET"),
        route("change", _change),
        route("try", _try),
        route("settle", _settle),
        route("undo", _undo),
        route("discard", _discard),
        route("alternatives", _alternatives),
        route("date", _date),
        route("here", _here),
    ]


async def _shown(_: Request, work: Work) -> Mapping[str, Any]:
    return await work.shown()


async def _edits(_: Request, work: Work) -> Mapping[str, Any]:
    return {"edits": [edited(each) for each in await work.edits()]}


async def _differences(request: Request, work: Work) -> Mapping[str, Any]:
    found = await work.differences(request.path_params["edit"])
    return {"differences": [{"where": each.where, "was": each.was, "now": each.now} for each in found]}


async def _change(request: Request, work: Work) -> Mapping[str, Any]:
    done = await work.change(await read(request, Changes))
    if "manuscript" in done:
        log.info("an editor changed a story", editor=work.editor, story=work.slug)
    return done


async def _try(request: Request, work: Work) -> Mapping[str, Any]:
    return await work.tried(await read(request, Changes))


async def _settle(request: Request, work: Work) -> Mapping[str, Any]:
    return await work.settle(await read(request, WholeText))


async def _undo(request: Request, work: Work) -> Mapping[str, Any]:
    return await work.undo((await read(request, Version)).digest)


async def _discard(request: Request, work: Work) -> Mapping[str, Any]:
    await work.tools.manuscripts.discard(work.slug, (await read(request, Version)).digest)
    log.info("an editor discarded a draft", editor=work.editor, story=work.slug)
    return {}


async def _alternatives(request: Request, work: Work) -> Mapping[str, Any]:
    """Return what else the dates at some places may be, for each place as `facts.3.date`."""
    data, found = (await work.now()).data, {}
    for place in (await read(request, Places)).places:
        dates = await work.tools.manuscripts.alternatives(work.slug, place)
        found[".".join(map(str, place))] = [_named(each, work.tools, _zone_at(data, place)) for each in dates]
    return found


async def _date(request: Request, work: Work) -> Mapping[str, Any]:
    """Read a date as it was typed; without one the page says that it is not understood."""
    given, tools = await read(request, TypedDate), work.tools
    when = tools.read_date(given.typed, tools.clock().date(), given.zone or "UTC", given.language)
    return _named(str(when), tools, given.zone) if when else {"date": None, "words": ""}


async def _here(request: Request, work: Work) -> Mapping[str, Any]:
    """Note that a page is open; tell who else is here, and if the file is another one by now."""
    given = await read(request, Here)
    others = work.tools.presence.note(work.slug, given.page, work.editor)
    return {"others": others, "digest": (await work.now()).digest}


def _named(date: str, tools: Tools, zone: str) -> dict[str, str]:
    return {"date": date, "words": in_words(EdtfDate.parse(date), tools.languages.get(), zone)}


def _zone_at(data: Mapping[str, Any], place: Sequence[str | int]) -> str:
    """Return the zone of the event that a place lies in; empty elsewhere."""
    key, index = (*place, "", "")[:2]
    events = data.get("events")
    if key != "events" or not isinstance(index, int) or not isinstance(events, list | tuple):
        return ""
    event = events[index] if 0 <= index < len(events) else None
    return str(event.get("zone", "")) if isinstance(event, Mapping) else ""


def not_logged_in() -> Response:
    """Refuse what only an editor may do."""
    return JSONResponse({"problem": "The desk is for editors who have logged in with their own name."}, 401)


def refusal(error: NewspegError) -> Response:
    """Say why something was not done; nothing was saved."""
    said: dict[str, Any] = {"problem": str(error)}
    if isinstance(error, NotSound):
        said["problems"] = problems_of(error.manuscript)
    status = 507 if isinstance(error, NotSaved) else 503 if isinstance(error, StorageUnavailable) else 422
    return JSONResponse(said, status)


async def _conflict(work: Work, error: ChangedMeanwhile) -> Response:
    """Show both versions: the file as it stands, and what the editor wanted to save."""
    both = {"theirs": error.current.text, "yours": error.yours, "manuscript": await work.shown(error.current)}
    return JSONResponse({"problem": f"{error}.", "conflict": both}, 409)
