"""`dateline run`, `status` and `reprocess`: the warehouse from the command line."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.windows import Window

Sources = Annotated[list[str] | None, typer.Option("--source", help="Only this source; may be given again")]


def run(
    window: Annotated[str, typer.Option(help="A day, or two with a slash between: 2016-08-02/2016-08-05")],
    source: Sources = None,
    by_day: Annotated[
        bool, typer.Option("--by-day", help="A run for each day, as a backfill does: one that fails stops no other")
    ] = False,
) -> None:
    """Run a window into the warehouse: the same steps as the DAG, without Airflow."""
    from pipeline.cli.logs import configure_logs
    from pipeline.cli.progress import counting
    from pipeline.run.whole import run_window
    from pipeline.windows import Window

    configure_logs()
    if by_day:
        _run_days(Window.parse(window), source)
        return
    with counting("pages read") as advance:
        run_id = run_window(Window.parse(window), sources=source, advance=advance)
    _report(str(run_id))


def _run_days(window: "Window", source: list[str] | None) -> None:
    """Says what each day's run did, at once; the exit status is 1 where one failed."""
    from pipeline.cli.progress import counting
    from pipeline.errors import DatelineError
    from pipeline.run.whole import run_days

    failed = []
    with counting("pages read") as advance:
        for day, done in run_days(window, sources=source, advance=advance):
            if isinstance(done, DatelineError):
                failed.append(str(day))
                print(f"dateline: {day}: {done}", file=sys.stderr)
            else:
                _report(str(done))
    if failed:
        print(f"dateline: the runs of {', '.join(failed)} failed; the other days are in", file=sys.stderr)
        raise typer.Exit(1)


def reprocess(source: Sources = None) -> None:
    """Rebuild the rows that an older version made, from the raw archive: no fetching, no revisions."""
    from pipeline.cli.logs import configure_logs
    from pipeline.cli.progress import counting
    from pipeline.run.whole import run_reprocess

    configure_logs()
    with counting("pages read") as advance:
        run_id = run_reprocess(sources=source, advance=advance)
    _report(str(run_id))


def status(as_json: Annotated[bool, typer.Option("--json", help="For scripts")] = False) -> None:
    """Say what the warehouse holds and how the last runs went."""
    from pipeline.run.context import warehouse
    from pipeline.status import warehouse_status

    held = warehouse_status(warehouse())
    if as_json:
        json.dump(held, sys.stdout, indent=2)
        print()
        return
    from rich.console import Console

    from pipeline.cli.show_status import show_status

    show_status(held, Console())


def _report(run_id: str) -> None:
    """What the run did, as one JSON object a line for scripts to read."""
    from pipeline.run.context import warehouse
    from pipeline.status import run_status

    json.dump(run_status(warehouse(), run_id), sys.stdout)
    print(flush=True)
