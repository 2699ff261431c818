"""The nightly run: yesterday's articles into the warehouse. A backfill is this DAG over earlier days."""

from airflow.sdk import CronDataIntervalTimetable, chain, dag
from dateline_dags.parameters import day, sources
from dateline_dags.tasks import DEFAULTS, extract_and_normalize, fetch, load, plan, publish, validate
from pendulum import datetime

from pipeline.settings import settings

ABOUT = f"""
### One run owns one calendar day

At 02:00 ({settings().timezone}) a run finds the pages of the day before, reads them, and loads articles, authors,
dates and numbers into the warehouse. Running a day again changes nothing; after an article was edited it adds a
revision.

* **Backfill**: *Trigger > Backfill*. Pick the first and the last day that you want, as in 10 March 00:00 to 12 March
  23:59; each becomes a run. Days that are loaded cost little.
* **Which day is it?** A run is called by the day on which it may start, the one after its own: the run of 10 March is
  `backfill__2026-03-11`. The log of `plan` says the day (`window`).
* **By hand**: *Trigger > Single Run* asks for days and sources. Without days it takes the last whole day.
* **What came of it**: on the command line `dateline status` and `dateline summary`; in SQL `marts.runs`.
* **Refused**: rows that fail validation are in `ops.quarantine` with the expectation that refused them; pages that are
  no articles are in `core.page_fetch` with the reason. A source of which too much is wrong is stopped before it loads;
  the others go on.
* Switching the DAG on runs the latest day that was missed, at once.
"""


@dag(
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone=settings().timezone),
    start_date=datetime(2016, 1, 1, tz=settings().timezone),
    catchup=False,
    max_active_runs=2,
    default_args=DEFAULTS,
    params={
        "sources": sources(
            "Leave empty for every source that is on. A backfill sends it only if 'Override parameters on existing "
            "runs' is ticked."
        ),
        "from": day(
            "Single run: first day",
            "A backfill leaves it empty: its days are picked above, and each is a run of its own.",
        ),
        "to": day("Single run: last day", "Included; empty = only the first day. Without either: the last whole day."),
    },
    description="Yesterday's news pages into articles, authors, dates and numbers",
    doc_md=ABOUT,
    tags=["dateline", "backfill"],
)
def news_nightly() -> None:
    batches = plan()
    run = batches["run"]
    fetched = fetch.partial(run=run).expand(batch=batches)
    # Over the plan's batches, not over what fetch gives: a cleared run with fewer batches than before would fail.
    articles = extract_and_normalize.partial(run=run).expand(batch=batches)
    chain(fetched, articles, validate(run, batches), load(run, batches), publish(run))


news_nightly()
