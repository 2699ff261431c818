"""Every quarter of an hour: what the live sources have brought, into the raw archive."""

from airflow.sdk import CronTriggerTimetable, dag
from dateline_dags.parameters import sources
from dateline_dags.tasks import RETRIES, poll, polled
from pendulum import datetime

from pipeline.settings import settings

ABOUT = """
### Feeds forget, and pages change

A feed holds its last items only, and articles are edited after they appear. Each source is polled as often as its file
says (`fetch.poll_min`, 30 minutes unless given): what is new is fetched and archived, what is young is asked for again.
Nothing is read here: the run of `news_nightly` for the day does that, and finds what was missed.

* **By hand**: *Trigger > Single Run* polls the sources that are named, or all live ones that are on. There is nothing
  to backfill: days that are over are fetched by a backfill of `news_nightly`.
* A run in which `poll` is **skipped** had nobody to ask: no source's turn, or no `DATELINE_CONTACT` (the log of
  `polled` says so). Without it nothing is fetched; robots.txt, delays and `Retry-After` are kept: see docs/fetching.md.
* A host that fails is left alone for a while; what could not be fetched is tried again in a later poll, for a week.
* Every attempt is a row in `core.page_fetch`.
"""


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone=settings().timezone),
    start_date=datetime(2026, 1, 1, tz=settings().timezone),
    catchup=False,
    max_active_runs=4,  # a slow source must not cost the others their turn; no source is polled twice at once
    default_args=RETRIES | {"owner": "dateline"},
    params={"sources": sources("Leave empty for every live source that is on, whether it is its turn or not.")},
    description="What the live sources have brought, into the raw archive",
    doc_md=ABOUT,
    tags=["dateline", "live sources"],
)
def news_poll() -> None:
    poll.expand(source=polled())


news_poll()
