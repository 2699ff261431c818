"""robots.txt by RFC 9309: what an answer means, kept for at most a day."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from protego import Protego

from pipeline.adapters.http.agent import PRODUCT
from pipeline.adapters.http.errors import FetchError, FetchRejected, FetchTransient

KEPT_S = 24 * 3600
UNREACHABLE_KEPT_S = 600
_OF_ROBOTS = {"unavailable", "rate-limited", "undecodable", "incomplete", "protocol"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt says; `protego` None where it was unreachable, which means no."""

    protego: Protego | None
    until: float  # time.monotonic()
    failure: FetchError | None = None  # where it was unreachable

    def check(self, url: str) -> None:
        """Raises where the address may not be fetched: `FetchRejected` by a rule, else what made robots.txt fail."""
        if self.protego is None:
            raise self._refusal(url)
        if not self.allows(url):
            raise FetchRejected("robots-disallowed", url, "robots.txt of the site says no")

    def _refusal(self, url: str) -> FetchError:
        """The host's own failure by its class; "robots-unreachable" where only robots.txt fails."""
        failure = self.failure
        if failure is None or failure.error_class in _OF_ROBOTS:
            detail = failure.detail if failure else "unreachable"
            return FetchTransient("robots-unreachable", url, f"robots.txt: {detail}", retry_at=self.retry_at)
        if isinstance(failure, FetchRejected):
            return FetchRejected(failure.error_class, url, f"robots.txt: {failure.detail}")
        when = failure.retry_at or self.retry_at
        return FetchTransient(failure.error_class, url, f"robots.txt: {failure.detail}", retry_at=when)

    def allows(self, url: str) -> bool:
        """Whether Dateline may fetch the address."""
        return self.protego is not None and bool(self.protego.can_fetch(url, PRODUCT))

    def delay_s(self, cap_s: float) -> float:
        """The delay that is asked for, up to `cap_s`: Crawl-delay, or what Request-rate comes to."""
        if self.protego is None:
            return 0.0
        rate = self.protego.request_rate(PRODUCT)
        asked = (
            self.protego.crawl_delay(PRODUCT) or 0.0,
            rate.seconds / rate.requests if rate and rate.requests else 0.0,
        )
        return min(max(*asked, 0.0), cap_s)

    @property
    def expired(self) -> bool:
        """Whether it is to be asked for again."""
        return time.monotonic() > self.until

    @property
    def retry_at(self) -> datetime:
        """When it will be asked for again."""
        return datetime.now(UTC) + timedelta(seconds=max(0.0, self.until - time.monotonic()))

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return tuple(self.protego.sitemaps) if self.protego else ()


def rules_of(status: int, body: bytes) -> Rules:
    """What an answer means: 2xx its rules, other 3xx and 4xx that everything is allowed (429 and 5xx are errors)."""
    content = body.decode("utf-8", "replace").lstrip("\ufeff") if 200 <= status < 300 else ""
    return Rules(Protego.parse(content), time.monotonic() + KEPT_S)


def unreachable(failure: FetchError) -> Rules:
    """Nothing may be fetched, and it is asked again before long."""
    return Rules(None, time.monotonic() + UNREACHABLE_KEPT_S, failure)
