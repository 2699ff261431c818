"""Validation: Great Expectations once a run, a verdict per row; the only room that knows Great Expectations."""

from pipeline.validate.stage import check_suites, validate, warm

__all__ = ["check_suites", "validate", "warm"]
