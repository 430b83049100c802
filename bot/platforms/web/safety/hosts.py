"""Knows the host names of the page, so that a foreign name that leads here (DNS rebinding) gets no answer."""

import re
from ipaddress import ip_address, ip_network
from typing import NamedTuple
from urllib.parse import urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?")


class HostAndPort(NamedTuple):
    """The name and port of a host, as they stand in a URL."""

    name: str
    port: int | None


class Hosts:
    """The names under which the page answers: those of loopback, its own address, and its published one.

    If its address stands for all of the machine's (0.0.0.0), every IP address is accepted: none can be rebound.
    """

    def __init__(self, host: str, url: str | None = None) -> None:
        self._names = LOOPBACK | {host.lower()}
        self._any_number = is_number(host) and ip_address(host).is_unspecified
        self._published = _host_and_port_of(url) if url else None

    def know(self, header: str, port: int | None) -> bool:
        """True if a Host header names this page, which is served on that port."""
        place = _read(header)
        if place is None:
            return False
        if self._published and (place.name, place.port or self._published.port) == self._published:
            return True
        if (place.port or _DEFAULT_PORTS["http"]) != (port or _DEFAULT_PORTS["http"]):
            return False
        return place.name in self._names or (self._any_number and is_number(place.name))


def is_loopback(host: str) -> bool:
    """True if only this machine can reach a host."""
    return host.lower() == "localhost" or (is_number(host) and ip_address(host).is_loopback)


def is_number(name: str) -> bool:
    """True if a host is an IP address, not a name that somebody can lead elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def network_of(address: str) -> str:
    """Return the range that counts as one visitor: an IPv4 address, or an IPv6 /64, as a household has all of it."""
    try:
        return str(ip_network(f"{address}/64", strict=False)) if ":" in address and address not in LOOPBACK else address
    except ValueError:
        return address


def _read(header: str) -> HostAndPort | None:
    match = _HOST.fullmatch(header)
    return (
        HostAndPort((match["v6"] or match["name"]).lower(), int(match["port"]) if match["port"] else None)
        if match
        else None
    )


def _host_and_port_of(url: str) -> HostAndPort:
    parts = urlsplit(url)
    return HostAndPort((parts.hostname or "").lower(), parts.port or _DEFAULT_PORTS.get(parts.scheme))
