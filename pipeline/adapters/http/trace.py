"""What an attempt has come to so far; it ends as an `Attempt` whether it went well or not."""

from datetime import UTC, datetime, timedelta
from time import monotonic

from pipeline.adapters.http.errors import FetchError
from pipeline.adapters.http.exchange import Meter
from pipeline.adapters.http.types import Attempt


class Trace:
    """One attempt while it goes on: several exchanges where there are redirects."""

    def __init__(self, url: str) -> None:
        self._url = self._here = url
        self._started_at = datetime.now(UTC)
        self._visited = 0
        self._waited_s = 0.0
        self._last: Meter | None = None
        self._first_byte_s: float | None = None
        self._asked_s = 0.0
        self._error: FetchError | None = None

    def at(self, url: str) -> None:
        """It is the turn of this address."""
        self._here = url
        self._visited += 1

    def waited(self, seconds: float) -> None:
        """Politeness cost that much."""
        self._waited_s += seconds

    def exchanged(self, meter: Meter) -> None:
        """An exchange is over, well or not."""
        now = datetime.now(UTC)
        spent = _since(meter)
        if meter.first_byte is not None:
            self._first_byte_s = self._asked_s + meter.first_byte - meter.started
        self._asked_s += spent
        self._last = meter
        if self._visited <= 1:
            self._started_at = now - timedelta(seconds=spent)

    def failed(self, error: FetchError) -> None:
        """It ends with an error."""
        self._error = error

    def attempt(self) -> Attempt:
        """The attempt as it is kept."""
        meter, error = self._last, self._error
        return Attempt(
            url=self._url,
            final_url=self._here,
            started_at=self._started_at,
            waited_ms=round(self._waited_s * 1000),
            first_byte_ms=None if self._first_byte_s is None else round(self._first_byte_s * 1000),
            total_ms=None if meter is None else round(self._asked_s * 1000),
            redirects=max(0, self._visited - 1),
            status=meter.status if meter else None,
            received_bytes=meter.received_bytes if meter else 0,
            error_class=error.error_class if error else None,
            detail=error.detail if error else None,
            retry_at=error.retry_at if error else None,
        )


def _since(meter: Meter) -> float:
    return monotonic() - meter.started
