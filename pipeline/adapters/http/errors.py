"""Why a fetch gave nothing. `error_class` is one of `CLASSES`; the type says whether to try again."""

from datetime import datetime

from pipeline.adapters.http.types import Attempt
from pipeline.errors import DatelineError, Rejected, Transient

CLASSES = {
    "dns": "the name of the host cannot be resolved",
    "refused": "the host takes no connection",
    "tls": "no trusted connection: certificate or protocol",
    "timeout": "a stall, or more time than a fetch may take",
    "reset": "the host ended the connection",
    "incomplete": "the body ended early, or has another length than declared",
    "unavailable": "5xx or 408",
    "rate-limited": "429",
    "circuit-open": "not asked: the host failed too often just now",
    "paused": "not asked: the host wants to be left alone for longer than this run waits",
    "robots-unreachable": "not asked: robots.txt cannot be had, which means no",
    "robots-disallowed": "robots.txt says no",
    "tdmrep-unreachable": "not asked: what the site reserves for itself cannot be had, which means no",
    "bad-address": "no http or https address, or one with credentials",
    "private-address": "leads to an address that is not public",
    "redirect-loop": "redirects lead back to where they were",
    "too-many-redirects": "more redirects than a fetch follows",
    "too-large": "more bytes, compressed or not, than a page may have",
    "undecodable": "the content encoding is unknown or damaged",
    "not-found": "404 or 410",
    "refused-by-site": "another 4xx, or a redirect to nowhere",
    "not-a-page": "neither HTML nor text",
    "tdm-reserved": "the site reserves text and data mining",
    "protocol": "no proper HTTP, or headers without bounds",
}


class FetchError(DatelineError):
    """A fetch that gave nothing: one of the two below. `attempts` has every try, the last one last."""

    def __init__(
        self, error_class: str, url: str, detail: str, *, status: int | None = None, retry_at: datetime | None = None
    ) -> None:
        DatelineError.__init__(self, f"{error_class}: {url}: {detail}")  # Rejected's takes other arguments
        self.error_class = error_class
        self.url = url
        self.detail = detail
        self.status = status
        self.retry_at = retry_at
        self.attempts: tuple[Attempt, ...] = ()


class FetchTransient(FetchError, Transient):
    """May go well later: at `retry_at` where the host, or the circuit, says when."""


class FetchRejected(FetchError, Rejected):
    """Will not go well: `reason` (the error class) says why this address gives no page."""

    def __init__(self, error_class: str, url: str, detail: str, *, status: int | None = None) -> None:
        FetchError.__init__(self, error_class, url, detail, status=status)
        self.reason = error_class
