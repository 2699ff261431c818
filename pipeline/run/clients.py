"""The client of a run: it takes turns with all processes of the warehouse, and whatever it asks for leaves a row."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from pipeline import load
from pipeline.adapters import http
from pipeline.fetch import errand_row, hold, insert_attempts, reserve
from pipeline.run.context import warehouse
from pipeline.settings import settings


class SharedTurns:
    """Turns at hosts, shared by all processes of one warehouse."""

    async def reserve(self, host: str, delay_s: float) -> float:
        """Take the next turn; seconds to wait until it comes."""
        return await asyncio.to_thread(reserve, warehouse(), host, delay_s)

    async def hold(self, host: str, seconds: float) -> None:
        """Nobody's turn comes before that time has passed."""
        await asyncio.to_thread(hold, warehouse(), host, seconds)


@asynccontextmanager
async def fetcher(run_id: UUID) -> AsyncIterator[http.Fetcher]:
    """A fetcher as the settings say; its tries for listings and robots.txt become rows of the run.

    Raises `Terminal` without a contact. Pages are written down by whoever asks for them.
    """
    async with _written(run_id) as tell, http.configured(turns=SharedTurns(), tell=tell) as client:
        yield client


@asynccontextmanager
async def _written(run_id: UUID) -> AsyncIterator[http.Tell]:
    """Takes errands, and writes them down every few seconds and at the end, whatever ends it."""
    waiting: list[http.Errand] = []

    async def write() -> None:
        taken, waiting[:] = list(waiting), []
        if taken:
            await asyncio.to_thread(_save, run_id, taken)

    over = asyncio.Event()  # not a cancellation: what waits for a thread then would be lost

    async def now_and_then() -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), settings().fetch_flush_s)
            await write()

    writing = asyncio.create_task(now_and_then())
    try:
        yield waiting.append
    finally:
        over.set()
        try:
            await writing
        finally:
            await write()


def _save(run_id: UUID, errands: Sequence[http.Errand]) -> None:
    of_source: dict[str, list[http.Errand]] = defaultdict(list)
    for errand in errands:
        of_source[errand.source.name].append(errand)
    for group in of_source.values():
        with warehouse().begin() as connection:
            load.register_source(connection, group[0].source)
            insert_attempts(connection, [errand_row(errand, run_id) for errand in group])
