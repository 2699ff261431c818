"""Attempts as rows of core.page_fetch."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from pipeline.adapters.http import Attempt
from pipeline.articles import Candidate, RawRef
from pipeline.fetch.pages import Fetched

AttemptRow = dict[str, Any]
PageKey = Callable[[str, RawRef, datetime], UUID]

FAILURES = UUID("0d0f0a52-7d5f-5c42-9a57-51b0e9f6c1de")


def rows_of(fetched: Fetched, run_id: UUID, raw: RawRef | None, page_key: PageKey) -> Iterator[AttemptRow]:
    """A row a try: failed ones, and last the answer that lies at `raw` (being written: see `FetchLog.write`).

    `page_key` gives a capture's key, as loading computes it.
    """
    *before, last = fetched.attempts
    for attempt in before:
        yield _failure(fetched.candidate, attempt, run_id)
    if fetched.page is None or raw is None:
        row = _failure(fetched.candidate, last, run_id)
        yield row if fetched.error is None else {**row, **_why(fetched)}
        return
    page = fetched.page
    yield {
        **_attempt(fetched.candidate, last, run_id),
        "page_fetch_id": page_key(page.source, raw, page.captured_at),
        "captured_at": page.captured_at,
        "raw_location": raw.location,
        "raw_name": raw.name,
        "raw_offset": raw.offset,
        "media_type": page.media_type,
        "fetched_bytes": len(page.body),
        "page_hash": page.page_hash,
        "outcome": "writing",
        "reason": "unchanged" if fetched.unchanged else "fetched",  # what it becomes once its file is there
        "etag": fetched.validators.etag,
        "last_modified": fetched.validators.last_modified,
        "rights": list(fetched.rights) or None,
    }


def _why(fetched: Fetched) -> AttemptRow:
    error = fetched.error
    assert error is not None
    why = {"error_class": error.error_class, "detail": error.detail, "rights": list(fetched.rights) or None}
    return {**why, "retry_at": error.retry_at}


def _failure(candidate: Candidate, attempt: Attempt, run_id: UUID) -> AttemptRow:
    at = attempt.started_at.astimezone(UTC).isoformat()
    return {
        **_attempt(candidate, attempt, run_id),
        "page_fetch_id": uuid5(FAILURES, f"{candidate.source}\n{candidate.url}\n{at}"),
        "outcome": "failed",
        "error_class": attempt.error_class or "protocol",
        "detail": attempt.detail,
        "retry_at": attempt.retry_at,
    }


def _attempt(candidate: Candidate, attempt: Attempt, run_id: UUID) -> AttemptRow:
    """What every row has; the columns that are not named here are null."""
    return {
        "source_name": candidate.source,
        "raw_location": None,
        "raw_name": None,
        "raw_offset": None,
        "url": attempt.final_url,
        "captured_at": attempt.started_at,
        "http_status": attempt.status,
        "media_type": None,
        "fetched_bytes": 0,
        "page_hash": None,
        "reason": None,
        "detail": None,
        "run_id": run_id,
        "requested_url": candidate.url,
        "candidate_day": candidate.day,
        "error_class": None,
        "retry_at": None,
        "redirect_count": attempt.redirects,
        "waited_ms": attempt.waited_ms,
        "first_byte_ms": attempt.first_byte_ms,
        "total_ms": attempt.total_ms,
        "received_bytes": attempt.received_bytes,
        "etag": None,
        "last_modified": None,
        "rights": None,
    }
