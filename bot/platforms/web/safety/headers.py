"""What every answer tells the browser: nothing runs here but what the page itself brings."""

from starlette.datastructures import MutableHeaders

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_TLS_FROM_NOW_ON = "max-age=31536000"  # seconds of a year; for this host alone, as others are not ours


def protect(headers: MutableHeaders, *, encrypted: bool) -> None:
    """Add them; what a page shows is not kept by a browser unless it says so itself."""
    headers.update(_ALWAYS)
    if encrypted:
        headers["strict-transport-security"] = _TLS_FROM_NOW_ON
    headers.setdefault("cache-control", "no-store")
