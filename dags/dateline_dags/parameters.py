"""The questions of the trigger form."""

from airflow.sdk import Param

from pipeline.settings import settings


def sources(description: str) -> Param:
    """Which sources; the names of the source files are offered."""
    return Param(
        default=None,
        type=["null", "array"],
        items={"type": "string"},
        examples=sorted(path.stem for path in settings().sources.rglob("*.yml")),
        title="Sources",
        description=description,
    )


def day(title: str, description: str) -> Param:
    """A calendar day in DATELINE_TIMEZONE, or nothing."""
    return Param(default=None, type=["null", "string"], format="date", title=title, description=description)
