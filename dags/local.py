"""`python -m dags.local --window A[/B]`: the nightly DAG over days, in this process, without scheduler or interface."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from dags.dateline_dags.environment import airflow_environment, alone, make_ready
from pipeline.errors import DatelineError
from pipeline.windows import Window

if TYPE_CHECKING:
    from airflow.sdk import DAG

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """One run a day, in order; the exit status is 1 if one failed."""
    arguments = _arguments()
    try:
        window = Window.parse(arguments.window)
        with alone():
            os.environ |= airflow_environment(log_level="DEBUG" if arguments.verbose else "CRITICAL")
            failed = run_days(list(window.days()), arguments.source)
    except DatelineError as error:
        sys.exit(f"dateline: {error}")
    except KeyboardInterrupt:
        sys.exit("dateline: interrupted; what was loaded stays, and the next run goes on from there")
    if failed:
        sys.exit(f"dateline: the runs of {', '.join(map(str, failed))} failed; again with --verbose for the reason")


def run_days(days: list[date], sources: list[str] | None) -> list[date]:
    """Runs the nightly DAG for each day; returns the days whose run did not succeed."""
    failed = []
    with _progress() as show:
        show("Airflow: preparing its database and reading the DAGs")
        make_ready()
        nightly = find_dag("news_nightly")
        for task in nightly.tasks:
            task.retries = 0  # somebody is watching: say at once what is wrong
            task.on_failure_callback = [*task.on_failure_callback, _complain]
        for day in days:
            show(f"news_nightly: {day}")
            with _interruptible():
                if not _succeeds(nightly, day, sources):
                    failed.append(day)
    return failed


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A spinner with the time on a terminal, else a line each."""
    if not sys.stderr.isatty():
        yield lambda text: print(text, file=sys.stderr, flush=True)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        shown = progress.add_task("", total=None)
        yield lambda text: progress.update(shown, description=text)


def find_dag(dag_id: str) -> "DAG":
    """A DAG as Airflow reads it from the folder."""
    from airflow.dag_processing.dagbag import BundleDagBag

    bag = BundleDagBag(FOLDER, bundle_path=FOLDER, bundle_name="dags-folder")
    if bag.import_errors:
        raise DatelineError("\n".join(bag.import_errors.values()))
    return bag.dags[dag_id]


def _complain(context: Any) -> None:
    print(f"dateline: {context['ti'].task_id} failed: {context.get('exception')}", file=sys.stderr)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends the program after the block; Airflow alone would call it a failed task and go on."""
    interrupted = False

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupted:
        raise KeyboardInterrupt


def _succeeds(dag: "DAG", day: date, sources: list[str] | None) -> bool:
    conf: dict[str, Any] = {"from": str(day), "to": str(day), "sources": sources}
    return bool(dag.test(run_conf=conf).state == "success")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dags.local", description=__doc__)
    parser.add_argument("--window", required=True, help="a day such as 2026-03-10, or two: 2026-03-10/2026-03-14")
    parser.add_argument("--source", action="append", help="only this source; may be given several times")
    parser.add_argument("--verbose", action="store_true", help="show what Airflow logs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
