"""Writes articles into the warehouse: one transaction a batch, safe to run twice and twice at once."""

from pipeline.load.archive_index import days_of_records, is_indexed, records_in_window, save_index
from pipeline.load.batch import load_batch
from pipeline.load.counts import Counts
from pipeline.load.discoveries import save_discoveries
from pipeline.load.records import KnownRecord, known_records, neighbours, stale_records
from pipeline.load.runs import count_complete, finish_run, register_source, save_validations, start_run

__all__ = [
    "Counts",
    "KnownRecord",
    "count_complete",
    "days_of_records",
    "finish_run",
    "is_indexed",
    "known_records",
    "load_batch",
    "neighbours",
    "records_in_window",
    "register_source",
    "save_discoveries",
    "save_index",
    "save_validations",
    "stale_records",
    "start_run",
]
