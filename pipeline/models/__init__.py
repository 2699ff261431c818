"""The tables of the warehouse (SQLAlchemy 2): `core` holds what was read, `ops` what the runs did."""

from sqlalchemy import Table

from pipeline.models.articles import Article, ArticleAlias, ArticleRevision
from pipeline.models.base import Base
from pipeline.models.dates import DateCandidate
from pipeline.models.discovery import Discovery
from pipeline.models.engine import reachable, warehouse_engine
from pipeline.models.mentions import NumberMention, TimeMention
from pipeline.models.migrate import migrate
from pipeline.models.operations import Batch, Quarantine, Run, Validation
from pipeline.models.people import Author, Byline
from pipeline.models.places import ArchiveFile, ArchiveRecord, Host, PageFetch, Publisher, Source

__all__ = [
    "ArchiveFile",
    "ArchiveRecord",
    "Article",
    "ArticleAlias",
    "ArticleRevision",
    "Author",
    "Base",
    "Batch",
    "Byline",
    "DateCandidate",
    "Discovery",
    "Host",
    "NumberMention",
    "PageFetch",
    "Publisher",
    "Quarantine",
    "Run",
    "Source",
    "TimeMention",
    "Validation",
    "migrate",
    "reachable",
    "table",
    "warehouse_engine",
]


def table(model: type[Base]) -> Table:
    """The table behind a model; its columns are what staging tables, inserts and the dictionary are made of."""
    found = model.__table__
    assert isinstance(found, Table)
    return found
