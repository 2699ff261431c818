"""Processes of their own that fetch one batch of a run; their environment says of which warehouse and raw store.

With a run and a batch as arguments it is one. Without, it forks one for each line "run batch" that it reads, so that
what a start costs is paid once: it prints the process's id, and its exit code when it has ended.
"""

import os
import sys
import traceback
from typing import TextIO
from uuid import UUID

import pipeline.run.live  # what fetching needs, before the first fork
from pipeline.run.steps import fetch

assert pipeline.run.live


def fetch_forked(run_id: str, batch: str, told: TextIO) -> None:
    """One process; tells its id, then its exit code."""
    pid = os.fork()
    if pid == 0:
        try:
            fetch(UUID(run_id), batch)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    print(pid, file=told, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), file=told, flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        fetch(UUID(sys.argv[1]), sys.argv[2])
    else:
        with os.fdopen(os.dup(1), "w") as told:
            os.dup2(2, 1)  # what is logged goes elsewhere
            for line in sys.stdin:
                fetch_forked(*line.split(), told)
