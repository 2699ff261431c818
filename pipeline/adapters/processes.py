"""Work spread over processes, in order, surviving a process that dies."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER = 8


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_ordered(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    crashed: Callable[[Item], Result],
) -> Iterator[Result]:
    """`work` of each item, in the order of the items, however many processes there are.

    Items are taken as they are needed, so that a large archive never lies in memory. Where an item kills its process
    (out of memory, a fault in a C library), `crashed` says what stands in its place and the others go on.
    """
    if workers == 1:
        yield from map(work, items)
        return
    source = iter(items)
    queue = _Queue(work, crashed, workers)
    try:
        for item in islice(source, workers * IN_FLIGHT_PER_WORKER):
            queue.put(item)
        while queue.pending:
            yield queue.take()
            for item in islice(source, 1):
                queue.put(item)
    finally:
        queue.close()


class _Queue(Generic[Item, Result]):
    """Items on their way through a pool of processes that is replaced when it breaks."""

    def __init__(self, work: Callable[[Item], Result], crashed: Callable[[Item], Result], workers: int) -> None:
        self.work, self.crashed, self.workers = work, crashed, workers
        self.pending: deque[tuple[Item, Future[Result]]] = deque()
        self.pool = _pool(workers)

    def put(self, item: Item) -> None:
        try:
            self.pending.append((item, self.pool.submit(self.work, item)))
        except BrokenProcessPool:
            self._restart()
            self.put(item)

    def take(self) -> Result:
        """The oldest result; after a crash its item is tried alone, since another may have killed its process."""
        item, future = self.pending.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
            return self._alone(item)

    def _alone(self, item: Item) -> Result:
        with _pool(1) as pool:
            try:
                return pool.submit(self.work, item).result()
            except BrokenProcessPool:
                return self.crashed(item)

    def _restart(self) -> None:
        self.close()
        self.pool = _pool(self.workers)
        waiting = [item for item, _ in self.pending]
        self.pending.clear()
        for item in waiting:
            self.pending.append((item, self.pool.submit(self.work, item)))

    def close(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # "spawn" because the callers hold threads and database connections, which do not survive a fork.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
