"""Which addresses may be fetched: http and https, no credentials, and after resolution only public ones."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from pipeline.adapters.http.errors import FetchRejected
from pipeline.errors import Terminal

Network = IPv4Network | IPv6Network
_SCHEMES = ("http", "https")
_NAT64 = IPv6Network("64:ff9b::/96")
_MAX_ADDRESS_CHARS = 4096


class PrivateAddress(OSError):
    """A connection to an address that is not public was about to be opened."""


def checked(address: str) -> URL:
    """The address, normalized, without its fragment; raises `FetchRejected` for one that is never fetched."""
    shown = address[:200]
    if len(address) > _MAX_ADDRESS_CHARS:
        raise FetchRejected("bad-address", shown, f"longer than {_MAX_ADDRESS_CHARS} characters")
    try:
        url = URL(address.strip())
        host, port = url.host, url.port
    except ValueError as error:
        raise FetchRejected("bad-address", shown, str(error)) from error
    if url.scheme not in _SCHEMES or not host or not port:
        raise FetchRejected("bad-address", shown, "only http and https addresses with a host are fetched")
    if url.user is not None or url.password is not None:
        raise FetchRejected("bad-address", url.with_user(None).human_repr()[:200], "addresses with credentials are not")
    return url.with_fragment(None)


def host_of(url: URL) -> str:
    """What politeness counts as one host: "news.example", "news.example:8080"."""
    host = (url.host or "").lower().rstrip(".")
    return host if url.is_default_port() else f"{host}:{url.port}"


def networks(written: Sequence[str]) -> tuple[Network, ...]:
    """ "127.0.0.0/8" and so on, as networks; raises `Terminal` for what is none."""
    try:
        return tuple(ip_network(item) for item in written)
    except ValueError as error:
        raise Terminal(f"DATELINE_ALLOW_PRIVATE: {error}; write networks such as 127.0.0.0/8") from error


def is_allowed(address: str, allowed: Sequence[Network] = ()) -> bool:
    """Whether a connection to this IP address may be opened: it is public, or in a network that is allowed."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if any(found in network for network in allowed if network.version == found.version):
        return True
    if found in _NAT64:
        return _is_public(IPv4Address(int(found) & 0xFFFFFFFF))
    return all(_is_public(item) for item in (found, *_embedded(found)))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 one leads to."""
    if isinstance(address, IPv4Address):
        return []
    found = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    return [item for item in found if item is not None]
