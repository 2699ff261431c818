"""What goes into a fetch and what comes out of one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pipeline.sources import SourceConfig

Purpose = Literal["page", "listing", "robots", "rights"]


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer said of itself, sent back to ask whether it has changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, whatever came of it; times in milliseconds.

    `waited_ms` is what politeness cost (queue, delay), `first_byte_ms` and `total_ms` count from the first connection.
    `received_bytes` are those of the body as they came, still compressed. `error_class` is None where it went well.
    """

    url: str
    final_url: str
    started_at: datetime
    waited_ms: int = 0
    first_byte_ms: int | None = None
    total_ms: int | None = None
    redirects: int = 0
    status: int | None = None
    received_bytes: int = 0
    error_class: str | None = None
    detail: str | None = None
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer, of any status but 408, 429 and 5xx (those are errors).

    `headers` has names in lower case; several of a name are joined by ", ". `body` is decoded and bounded; it is empty
    where `not_modified`, except for listings, whose last body is kept and given again.
    """

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    headers: Mapping[str, str]
    media_type: str
    charset: str | None
    body: bytes
    attempt: Attempt
    earlier: tuple[Attempt, ...] = field(default=())
    not_modified: bool = False

    @property
    def ok(self) -> bool:
        """Whether there is a body that was asked for."""
        return 200 <= self.status < 300 or self.not_modified

    @property
    def fetched_bytes(self) -> int:
        """Bytes of the body as they came, still compressed."""
        return self.attempt.received_bytes

    @property
    def validators(self) -> Validators:
        """What to send next time; what no request can say is left out."""
        return Validators(_sendable(self.headers.get("etag")), _sendable(self.headers.get("last-modified")))


def _sendable(value: str | None) -> str | None:
    return value if value and value.isascii() and value.isprintable() else None


@dataclass(frozen=True, slots=True)
class Errand:
    """A try for what is no page to keep: a listing, a robots.txt, rights; `response` is None where it failed."""

    purpose: Purpose
    source: SourceConfig
    attempt: Attempt
    response: Response | None = None


Tell = Callable[[Errand], None]
