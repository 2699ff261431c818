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
Nothing is read here: the nightly run of the day does that, and finds what was missed.

* Nothing is fetched without `DATELINE_CONTACT`; robots.txt, delays and `Retry-After` are kept: see docs/fetching.md.
* A host that fails is left alone for a while; what could not be fetched is tried again in a later poll, for a week.
* Every attempt is a row in `core.page_fetch`.
"""


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone=settings().timezone),
    start_date=datetime(2026, 1, 1, tz=settings().timezone),
    catchup=False,
    max_active_runs=1,
    default_args=RETRIES,
    params={"sources": sources()},
    description="What the live sources have brought, into the raw archive",
    doc_md=ABOUT,
    tags=["dateline"],
)
def news_poll() -> None:
    poll.expand(source=polled())


news_poll()
