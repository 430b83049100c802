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


def protect(headers: MutableHeaders) -> None:
    """Add them; what a page shows is not kept by a browser unless it says so itself."""
    headers.update(_ALWAYS)
    headers.setdefault("cache-control", "no-store")
