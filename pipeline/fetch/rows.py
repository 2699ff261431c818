"""Attempts as rows of core.page_fetch."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, get_args
from uuid import UUID, uuid5

from pipeline.adapters.http import Attempt, Errand, Purpose, Response, Validators
from pipeline.articles import Candidate, RawRef
from pipeline.fetch.pages import Fetched, status_class
from pipeline.models.vocabulary import PURPOSES

AttemptRow = dict[str, Any]
PageKey = Callable[[str, RawRef, datetime], UUID]

FAILURES = UUID("0d0f0a52-7d5f-5c42-9a57-51b0e9f6c1de")
ERRANDS = UUID("5b8f3d0e-3c61-5b0f-8a1c-0a6f6a4f7d29")
assert set(get_args(Purpose)) == set(PURPOSES)


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
        **_of_page(fetched.candidate, last, run_id),
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


def errand_row(errand: Errand, run_id: UUID) -> AttemptRow:
    """The row of a try for what is no page to keep: answered, unchanged or failed; nothing of it is archived."""
    attempt, response = errand.attempt, errand.response
    error_class = attempt.error_class or (_listing_class(response) if errand.purpose == "listing" else None)
    at = attempt.started_at.astimezone(UTC).isoformat()
    said = response.validators if response else Validators()
    return {
        **_attempt(errand.source.name, attempt, run_id),
        "purpose": errand.purpose,
        "page_fetch_id": uuid5(ERRANDS, f"{errand.purpose}\n{errand.source.name}\n{attempt.url}\n{at}"),
        "fetched_bytes": len(response.body) if response else 0,
        "outcome": "failed" if error_class else "unchanged" if response and response.not_modified else "answered",
        "error_class": error_class,
        "detail": attempt.detail or (f"status {attempt.status}" if error_class else None),
        "retry_at": attempt.retry_at,
        "etag": said.etag,
        "last_modified": said.last_modified,
    }


def _listing_class(response: Response | None) -> str | None:
    """A listing that is not there is a failure; a file of rules that is not there forbids nothing."""
    return status_class(response.status) if response and not response.ok else None


def _why(fetched: Fetched) -> AttemptRow:
    error = fetched.error
    assert error is not None
    why = {"error_class": error.error_class, "detail": error.detail, "rights": list(fetched.rights) or None}
    return {**why, "retry_at": error.retry_at}


def _failure(candidate: Candidate, attempt: Attempt, run_id: UUID) -> AttemptRow:
    at = attempt.started_at.astimezone(UTC).isoformat()
    return {
        **_of_page(candidate, attempt, run_id),
        "page_fetch_id": uuid5(FAILURES, f"{candidate.source}\n{candidate.url}\n{at}"),
        "outcome": "failed",
        "error_class": attempt.error_class or "protocol",
        "detail": attempt.detail,
        "retry_at": attempt.retry_at,
    }


def _of_page(candidate: Candidate, attempt: Attempt, run_id: UUID) -> AttemptRow:
    return {
        **_attempt(candidate.source, attempt, run_id),
        "requested_url": candidate.url,
        "candidate_day": candidate.day,
    }


def _attempt(source: str, attempt: Attempt, run_id: UUID) -> AttemptRow:
    """What every row has; the columns that are not named here are null."""
    return {
        "source_name": source,
        "purpose": "page",
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
        "requested_url": attempt.url,
        "candidate_day": None,
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
