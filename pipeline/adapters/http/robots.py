"""robots.txt by RFC 9309: what an answer means."""

from dataclasses import dataclass

from protego import Protego

from pipeline.adapters.http.agent import PRODUCT
from pipeline.adapters.http.errors import FetchError, FetchRejected
from pipeline.adapters.http.sites import SiteFile, kept_until

PATH = "/robots.txt"


@dataclass(frozen=True, slots=True)
class Rules(SiteFile):
    """What a site's robots.txt says; `protego` None where it was unreachable, which means no."""

    protego: Protego | None = None

    def check(self, url: str) -> None:
        """Raises where the address may not be fetched: `FetchRejected` by a rule, else what made robots.txt fail."""
        if self.failure is not None:
            raise self.refusal(self.failure, url, "robots.txt", "robots-unreachable")
        if not self.allows(url):
            raise FetchRejected("robots-disallowed", url, "robots.txt of the site says no")

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
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return tuple(self.protego.sitemaps) if self.protego else ()


def rules_of(status: int, body: bytes) -> Rules:
    """What an answer means: 2xx its rules, other 3xx and 4xx that everything is allowed (429 and 5xx are errors)."""
    content = body.decode("utf-8", "replace").lstrip("\ufeff") if 200 <= status < 300 else ""
    return Rules(kept_until(), protego=Protego.parse(content))


def unreachable(failure: FetchError) -> Rules:
    """Nothing may be fetched, and it is asked again before long."""
    return Rules(kept_until(failure), failure)
