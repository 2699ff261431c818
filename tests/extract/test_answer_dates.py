"""Last-Modified is a candidate, whether the answer is live or was stored."""

import pytest

from pipeline.dates import RawDate
from tests.extract.made import read

HEADER = "Mon, 26 Oct 2026 08:00:00 GMT"
PAGE = "<html><h1>Flood in Rivertown</h1><p>The river rose by two metres on Sunday night, officials said.</p></html>"


@pytest.mark.parametrize(
    "answer", [{"last_modified": HEADER}, {"headers": (("Content-Type", "text/html"), ("last-modified", HEADER))}]
)
@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_last_modified(answer: dict[str, object], kind: str) -> None:
    article = read(PAGE, media_type=kind, **answer)
    assert [date for date in article.dates if date.origin == "http"] == [
        RawDate(HEADER, "modified", "http", "Last-Modified")
    ]


def test_no_header_no_candidate() -> None:
    assert [date for date in read(PAGE).dates if date.origin == "http"] == []
