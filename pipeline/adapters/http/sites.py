"""What a file of each site says of all its pages: kept for a day at most; asked for again soon where it failed."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from yarl import URL

from pipeline.adapters.http.errors import FetchError, FetchRejected, FetchTransient
from pipeline.sources import SourceConfig

KEPT_S = 24 * 3600
UNREACHABLE_KEPT_S = 600
_OF_THE_FILE = {"unavailable", "rate-limited", "undecodable", "incomplete", "protocol"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What a file said, until `until` (time.monotonic()); with a `failure` it could not be had, which means no."""

    until: float
    failure: FetchError | None = None

    @property
    def expired(self) -> bool:
        """Whether it is to be asked for again."""
        return time.monotonic() > self.until

    @property
    def retry_at(self) -> datetime:
        """When it will be asked for again."""
        return datetime.now(UTC) + timedelta(seconds=max(0.0, self.until - time.monotonic()))

    def refusal(self, failure: FetchError, url: str, name: str, error_class: str) -> FetchError:
        """Why `url` is not asked for: the host's own failure by its class; `error_class` where only the file fails."""
        detail = f"{name}: {failure.detail}"
        if failure.error_class in _OF_THE_FILE:
            return FetchTransient(error_class, url, detail, retry_at=self.retry_at)
        if isinstance(failure, FetchRejected):
            return FetchRejected(failure.error_class, url, detail)
        return FetchTransient(failure.error_class, url, detail, retry_at=failure.retry_at or self.retry_at)


def kept_until(failure: FetchError | None = None) -> float:
    """Until when an answer holds."""
    return time.monotonic() + (UNREACHABLE_KEPT_S if failure else KEPT_S)


Said = TypeVar("Said", bound=SiteFile)


class PerSite(Generic[Said]):
    """One file of every site; `fetch` gets its address, which is `path` at the site, and never raises `FetchError`."""

    def __init__(self, path: str, fetch: Callable[[str, SourceConfig], Coroutine[Any, Any, Said]]) -> None:
        self._path, self._fetch = path, fetch
        self._tasks: dict[str, asyncio.Task[Said]] = {}

    async def of(self, url: URL, source: SourceConfig) -> Said:
        """What the file of the address's site says, asked for once at a time."""
        site = str(url.origin())
        task = self._tasks.get(site)
        if task is None or (task.done() and (_failed(task) or task.result().expired)):
            task = self._tasks[site] = asyncio.create_task(self._fetch(f"{site}{self._path}", source))
        return await asyncio.shield(task)

    def known(self, url: URL) -> Said | None:
        """What is known of it without asking."""
        task = self._tasks.get(str(url.origin()))
        return None if task is None or not task.done() or _failed(task) else task.result()

    def close(self) -> None:
        """End what is being asked for."""
        for task in self._tasks.values():
            task.cancel()


def _failed(task: "asyncio.Task[Said]") -> bool:
    return task.cancelled() or task.exception() is not None
