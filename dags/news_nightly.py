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

* **Backfill**: *Trigger > Backfill*. The dates are the days that you want, each beginning at 02:00: for 10 to 12 March
  take 10 March 00:00 to 12 March 23:59. Days that are loaded cost little.
* **By hand**: *Trigger > Single Run* asks for days and sources. Without days it takes the last whole day.
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
        "sources": sources(),
        "from": day(
            "From", "First day of a single run. A backfill leaves it empty: each of its runs owns its own day."
        ),
        "to": day(
            "To", "Last day of a single run, included; empty = only the first day. Without either: the last whole day."
        ),
    },
    description="Yesterday's news pages into articles, authors, dates and numbers",
    doc_md=ABOUT,
    tags=["dateline"],
)
def news_nightly() -> None:
    batches = plan()
    run = batches["run"]
    fetched = fetch.partial(run=run).expand(batch=batches)
    # Over the plan's batches, not over what fetch gives: a cleared run with fewer batches than before would fail.
    articles = extract_and_normalize.partial(run=run).expand(batch=batches)
    chain(fetched, articles, validate(run, batches), load(run, batches), publish(run))


news_nightly()
