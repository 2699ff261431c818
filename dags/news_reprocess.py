"""After a core has been improved: rebuild exactly the rows that its older version made."""

from airflow.sdk import chain, dag
from dateline_dags.parameters import sources
from dateline_dags.tasks import DEFAULTS, extract_and_normalize, load, plan_reprocess, publish, validate

ABOUT = """
### Only what is out of date

Every row carries the versions of the extractor and of the three cores (bylines, dates, numbers). After one of them has
been raised, this rebuilds the rows that bear an older version, from the raw archive: nothing is fetched, no revision
is made. With nothing out of date it ends at once.
"""


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params={"sources": sources("Leave empty for every source, those that are off included.")},
    description="Rebuild the rows that an older version of a core made, from the raw archive",
    doc_md=ABOUT,
    tags=["dateline", "after an upgrade"],
)
def news_reprocess() -> None:
    batches = plan_reprocess()
    run = batches["run"]
    articles = extract_and_normalize.partial(run=run).expand(batch=batches)
    chain(articles, validate(run, batches), load(run, batches), publish(run))


news_reprocess()
