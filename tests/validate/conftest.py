"""An article that every expectation accepts."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.articles import NormalizedArticle, PageInfo, RawRef, Versions
from pipeline.bylines import Author, BylineCandidate, Dateline, RawByline
from pipeline.dates import DateCandidate, Moment, RawDate
from pipeline.numbers import Mention
from pipeline.settings import PROJECT

TEXT = "ALEPPO, Aug 2 (AFP) - More than 800 people were killed, the ministry said on Tuesday. About 5 per cent fled."
BST = timezone(timedelta(hours=1))


def _mention(surface: str, **fields: object) -> Mention:
    start = TEXT.index(surface)
    defaults: dict[str, object] = {
        "char_start": start,
        "char_end": start + len(surface),
        "surface": surface,
        "phrase_start": start - 1,
        "phrase_end": start + len(surface) + 1,
        "sentence_start": 0 if start < 85 else 86,
        "sentence_end": 85 if start < 85 else len(TEXT),
        "rule": "cardinal",
    }
    return Mention(**(defaults | fields))  # type: ignore[arg-type]  # the fields differ from mention to mention


@pytest.fixture(scope="session")
def good() -> NormalizedArticle:
    moment = Moment(
        text="2016-08-02T14:30:00+01:00",
        start=datetime(2016, 8, 2, 14, 30, tzinfo=BST),
        end=datetime(2016, 8, 2, 14, 30, 1, tzinfo=BST),
        precision="second",
        offset_minutes=60,
        zone_from="value",
        day=date(2016, 8, 2),
    )
    jane = Author(name="Jane Doe", kind="person", role="Correspondent", raw="By Jane Doe, Correspondent", rule="by")
    raw_date = RawDate("2016-08-02T14:30:00+01:00", "published", "json-ld", "datePublished")
    killed = _mention(
        "800",
        kind="count",
        is_quantity=True,
        value=Decimal(800),
        comparator=">",
        value_min=Decimal(800),
        noun="people",
        event_trigger="were killed",
        event_type="KILL",
        attribution="attributed",
        attributed_to="the ministry",
    )
    day = _mention(
        "Tuesday",
        kind="time",
        is_quantity=False,
        subkind="date",
        timex_type="DATE",
        timex_value="2016-08-02",
        date_start=date(2016, 8, 2),
        date_end=date(2016, 8, 2),
    )
    fled = _mention("5 per cent", kind="percent", is_quantity=True, value=Decimal(5), approximate=True)
    return NormalizedArticle(
        page=PageInfo(
            source="sample",
            raw=RawRef("/archive/a.warc.gz", "a.warc.gz", 100),
            url="https://example.org/a?utm_source=x",
            captured_at=datetime(2016, 8, 3, tzinfo=UTC),
            status=200,
            media_type="text/html",
            fetched_bytes=5000,
            page_hash="0123456789abcdef" * 4,
        ),
        canonical_url="https://example.org/a",
        aliases=("https://example.org/a?amp",),
        site="example.org",
        publisher="The Example",
        title="Hundreds killed in Aleppo",
        text=TEXT,
        language="en",
        section="World",
        genre=None,
        byline="By Jane Doe, Correspondent",
        authors=(jane,),
        byline_candidates=(BylineCandidate(RawByline(("Jane Doe",), "json-ld", "author"), (jane,), "by", True),),
        dateline=Dateline("ALEPPO, Aug 2 (AFP) -", "Aleppo", "AFP", 0, 21),
        published=moment,
        published_from="json-ld",
        modified=moment,
        modified_from="json-ld",
        date_candidates=(DateCandidate(raw_date, moment, "iso", "published"),),
        mentions=(killed, day, fled),
        versions=Versions("1", "1", "1", "1"),
    )


@pytest.fixture(scope="session")
def suites() -> Path:
    return PROJECT / "expectations"
