"""Figures for machines: whether all parts run, and what Prometheus collects. Open to all, as no secret is in them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

Health = Callable[[], Mapping[str, str]]
"""How each part does: running, reconnecting or stopped."""

Exposition = Callable[[], Awaitable[tuple[bytes, str]]]
"""The figures as text, and its media type."""


def routes(health: Health, exposition: Exposition) -> Sequence[BaseRoute]:
    """Both."""

    async def healthz(_: Request) -> Response:
        parts = health()
        well = all(condition == "running" for condition in parts.values())
        return JSONResponse({"status": "ok" if well else "down", "parts": dict(parts)}, 200 if well else 503)

    async def metrics(_: Request) -> Response:
        content, media_type = await exposition()
        return Response(content, media_type=media_type)

    return [Route("/healthz", healthz), Route("/metrics", metrics)]
