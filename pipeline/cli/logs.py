"""Logs on standard error: for a person on a terminal, one JSON object a line otherwise."""

import logging
import sys

import structlog

from pipeline.settings import settings


def configure_logs() -> None:
    """Set up structlog as `DATELINE_LOG_FORMAT` and `DATELINE_LOG_LEVEL` say; times are UTC."""
    form = settings().log_format
    readable = form == "console" or (form == "auto" and sys.stderr.isatty())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(
                [structlog.dev.ConsoleRenderer()]
                if readable
                else [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, settings().log_level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
