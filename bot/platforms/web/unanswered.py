"""Serves the list of questions that readers asked and no story could answer; an editor can delete each."""

from collections.abc import Sequence

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.asking.unanswered import DAYS_KEPT, LEAST_CHATS, UnansweredStore
from bot.core.errors import StorageUnavailable
from bot.core.stories.library import Clock, Shelf
from bot.platforms.web.pages import Pages

log = structlog.get_logger(__name__)

_HIGHEST_ID = 2**63 - 1
_SEE_OTHER = 303
_PATH = "/unanswered"


def routes(
    pages: Pages, store: UnansweredStore, shelf: Shelf, clock: Clock, *, are_kept: bool = True
) -> Sequence[BaseRoute]:
    """Return the routes; `are_kept` is False if the newsroom wants no question to be kept."""

    async def listed(request: Request) -> Response:
        context = {"are_kept": are_kept, "least": LEAST_CHATS, "days": DAYS_KEPT, "find": shelf().story}
        try:
            kept = await store.listed(clock().date()) if are_kept else ()
        except StorageUnavailable:  # the storage has logged it
            return pages.show(request, "unanswered.html", {**context, "questions": None}, status=503)
        return pages.show(request, "unanswered.html", {**context, "questions": kept})

    async def delete(request: Request) -> Response:
        question = request.path_params["question"]
        try:
            if question <= _HIGHEST_ID and await store.delete(question):
                log.info("an editor deleted an unanswered question", question=question)
        except StorageUnavailable:  # as above; the list says so, too
            pass
        return RedirectResponse(_PATH, _SEE_OTHER)

    return [
        Route(_PATH, listed),
        Route(_PATH + "/{question:int}/delete", delete, methods=["POST"]),
    ]
