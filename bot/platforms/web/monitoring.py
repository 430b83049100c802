"""For machines that watch the bot: whether all parts run, and what Prometheus collects.

No secret is in either; a token may close what Prometheus collects.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.web.sharing import Fresh

Health = Callable[[], Mapping[str, str]]
"""How each part does: running, reconnecting or stopped."""

Exposition = Callable[[], Awaitable[tuple[bytes, str]]]
"""The figures as text, and its media type."""

_ASK_FOR_TOKEN = {"www-authenticate": 'Bearer realm="metrics"'}


def routes(health: Health, exposition: Exposition, token: str | None = None) -> Sequence[BaseRoute]:
    """Both. `token`: what Prometheus has to bring (RFC 6750), if anything."""
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
