"""Tells machines that watch the bot how its parts do, and gives Prometheus the figures.

Neither holds a secret; a token may close the figures to others.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.web.sharing import Fresh

Health = Callable[[], Mapping[str, str]]
"""Returns the condition of each part: running, reconnecting or stopped."""

Exposition = Callable[[], Awaitable[tuple[bytes, str]]]
"""Returns the figures as text, and its media type."""

_ASK_FOR_TOKEN = {"www-authenticate": 'Bearer realm="metrics"'}


def routes(health: Health, exposition: Exposition, token: str | None = None) -> Sequence[BaseRoute]:
    """Return both routes. `token` is the bearer token (RFC 6750) that Prometheus has to bring, if any."""
    fresh = Fresh(exposition)

    async def healthz(_: Request) -> Response:
        parts = health()
        well = all(condition == "running" for condition in parts.values())
        return JSONResponse({"status": "ok" if well else "down", "parts": dict(parts)}, 200 if well else 503)

    async def metrics(request: Request) -> Response:
        if token is not None and not _brings(request, token):
            return PlainTextResponse("Bring the bearer token: see NEWSPEG_METRICS_TOKEN.", 401, _ASK_FOR_TOKEN)
        content, media_type = await fresh.get()
        return Response(content, media_type=media_type)

    return [Route("/healthz", healthz), Route("/metrics", metrics)]


def _brings(request: Request, token: str) -> bool:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    # A header's bytes are read as Latin-1.
    return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode("latin-1"), token.encode())
