"""CPU time in tests. Limits lie far from the usual time and near what quadratic work would take."""

import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU time in seconds that this process needs for `work`."""
    began = time.process_time()
    work()
    return time.process_time() - began


def is_done_within(limit_s: float, work: Callable[[], object]) -> bool:
    """Whether `work` is done within `limit_s` of CPU time, once in three tries: a slow time may be the machine's."""
    return any(cpu_seconds(work) < limit_s for _ in range(3))
