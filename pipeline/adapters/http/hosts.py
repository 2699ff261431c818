"""What is remembered of a host: whose turn it is, how long to leave it alone, how often it failed."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pipeline.adapters.http.errors import FetchTransient
from pipeline.adapters.http.limits import Limits


class Turns(Protocol):
    """Turns at hosts that several processes share."""

    async def reserve(self, host: str, delay_s: float) -> float:
        """Take the next turn, `delay_s` after the one before; seconds to wait until it comes."""

    async def hold(self, host: str, seconds: float) -> None:
        """Nobody's turn comes before that time has passed."""


@dataclass(slots=True)
class Host:
    """One host; requests to it go one after the other, in the order in which they were asked for."""

    name: str
    limits: Limits
    turns: Turns | None = None  # shared with other processes
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    failures: int = 0
    opened: int = 0
    closed_until: float = 0.0
    why: str = "circuit-open"

    @asynccontextmanager
    async def turn(self, url: str, delay_s: float) -> AsyncIterator[None]:
        """Our turn at this host, `delay_s` after the last request to it ended.

        Raises `FetchTransient` ("circuit-open", "paused") instead of waiting longer than the limits say.
        """
        async with self.lock:
            await self._wait_while_closed(url)
            if self.turns is not None and delay_s:
                self._hold_if_long(await self.turns.reserve(self.name, delay_s))
                await self._wait_while_closed(url)
            await asyncio.sleep(max(0.0, self.next_at - time.monotonic()))
            try:
                yield
            finally:
                self.next_at = time.monotonic() + delay_s

    async def tell(self) -> None:
        """Tell the other processes for how long it asked to be left alone."""
        left = self.closed_until - time.monotonic()
        if self.turns is not None and left > 0 and self.why == "paused":
            await self.turns.hold(self.name, left)

    def succeeded(self) -> None:
        """It answered: the circuit is closed."""
        self.failures = self.opened = 0

    def failed(self) -> None:
        """It did not; after some times in a row the circuit opens, for longer each time."""
        self.failures += 1
        if self.failures >= self.limits.circuit_failures:
            pause = min(self.limits.circuit_cap_s, self.limits.circuit_s * 2**self.opened)
            self.opened += 1
            self._close(pause * random.uniform(1, 1.25), "circuit-open")

    def pause(self, seconds: float) -> None:
        """It asked to be left alone."""
        self._close(seconds, "paused")

    @property
    def retry_at(self) -> datetime | None:
        """When it will be asked again, where it is left alone now."""
        left = self.closed_until - time.monotonic()
        return datetime.now(UTC) + timedelta(seconds=left) if left > 0 else None

    def _close(self, seconds: float, why: str) -> None:
        until = time.monotonic() + seconds
        if until > self.closed_until:
            self.closed_until, self.why = until, why

    def _hold_if_long(self, wait_s: float) -> None:
        """Another process has it wait: for our turn, or because the host said so."""
        if wait_s > self.limits.patience_s:
            self.pause(wait_s)
        else:
            self.next_at = max(self.next_at, time.monotonic() + wait_s)

    async def _wait_while_closed(self, url: str) -> None:
        left = self.closed_until - time.monotonic()
        if left <= 0:
            return
        if self.why == "circuit-open" or left > self.limits.patience_s:
            when = self.retry_at
            raise FetchTransient(
                self.why, url, f"{self.name} is left alone until {when:%Y-%m-%d %H:%M:%S} UTC", retry_at=when
            )
        await asyncio.sleep(left)
