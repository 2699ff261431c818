"""Bounds on what one fetch may take."""

from dataclasses import dataclass, replace

from pipeline.adapters.http.types import Purpose

_MIB = 1 << 20
ROBOTS_BYTES = 500 * 1024  # RFC 9309 asks for at least that much


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds; `total_s` bounds one exchange from connecting to the last byte."""

    connect_s: float = 10
    stall_s: float = 20
    total_s: float = 60
    received_bytes: int = 10 * _MIB
    decoded_bytes: int = 20 * _MIB
    cut: bool = False  # keep what came within the bounds instead of failing
    redirects: int = 8
    tries: int = 3
    backoff_s: float = 1
    patience_s: float = 120  # a host that wants to be left alone for longer is not waited for
    crawl_delay_cap_s: float = 120
    circuit_failures: int = 5
    circuit_s: float = 60
    circuit_cap_s: float = 3600
    header_line_bytes: int = 8190

    def for_purpose(self, purpose: Purpose) -> "Limits":
        """Listings may be as large as a sitemap; of robots.txt the first 500 KiB count."""
        if purpose == "listing":
            return replace(self, received_bytes=50 * _MIB, decoded_bytes=51 * _MIB, total_s=2 * self.total_s)
        if purpose == "robots":
            return replace(self, received_bytes=ROBOTS_BYTES, decoded_bytes=ROBOTS_BYTES, cut=True)
        return self
