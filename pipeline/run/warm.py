"""Importing beforehand what the steps import when they are called: for a process that forks one for each task."""

from importlib import import_module

from pipeline import validate

STEPS = ("steps", "poll", "reprocess", "live")


def warm() -> None:
    """Import every library that a step needs; what is not installed is left for the step to complain about."""
    for name in STEPS:
        try:
            import_module(f"pipeline.run.{name}")
        except ModuleNotFoundError:  # an extra that archives do without
            continue
    validate.warm()
