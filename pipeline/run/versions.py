"""The versions under which this program makes rows."""

from pipeline import extract, normalize
from pipeline.articles import Versions


def current_versions() -> Versions:
    """The version of each core now; rows that bear others are out of date."""
    return normalize.core_versions(extract.VERSION)
