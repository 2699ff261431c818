"""Candidates with an address become pages: what is due, what the answer is, and a row for every attempt."""

from pipeline.fetch.due import History, is_due, next_due
from pipeline.fetch.log import Capture, FetchLog, Known, OtherFetch, hold, insert_attempts, polling, reserve
from pipeline.fetch.pages import Fetched, fetch_pages
from pipeline.fetch.rows import AttemptRow, errand_row, rows_of

__all__ = [
    "AttemptRow",
    "Capture",
    "FetchLog",
    "Fetched",
    "History",
    "Known",
    "OtherFetch",
    "errand_row",
    "fetch_pages",
    "hold",
    "insert_attempts",
    "is_due",
    "next_due",
    "polling",
    "reserve",
    "rows_of",
]
