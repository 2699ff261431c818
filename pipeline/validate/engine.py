"""Great Expectations: an ephemeral context in memory, data frames in, the rows that each expectation refuses out.

Imported when it is first needed: it costs several seconds of CPU.
"""

import logging
import os
import warnings
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pipeline.errors import Terminal
from pipeline.validate.remembered import Graphs, remembering
from pipeline.validate.strings import json_safe
from pipeline.validate.suites import Expectation, Suite

# COMPLETE gives the index of every refused row; the samples that come beside it are of no use here.
_ALL_ROWS = {"result_format": "COMPLETE", "partial_unexpected_count": 0}
_ROWLESS = ("mostly", "row_condition", "condition_parser")


class Judge:
    """Holds the suites, built and checked; raises `Terminal` for what Great Expectations does not know."""

    def __init__(self, suites: Sequence[Suite]) -> None:
        gx = load_library()
        context = gx.get_context(mode="ephemeral")
        context.enable_analytics(False)
        context.variables.progress_bars = gx.data_context.types.base.ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("rows").add_dataframe_asset("rows")
        self._frames = asset.add_batch_definition_whole_dataframe("chunk")
        self._built = {suite.name: _build(gx, suite) for suite in suites}
        self._graphs: Graphs = {}

    def refused_rows(self, suite: Suite, columns: Mapping[str, Sequence[object]]) -> list[list[int]]:
        """For each expectation of the suite, in its order, the indexes of the rows that it refuses."""
        frame = _frame(columns)
        if frame.empty:
            return [[] for _ in suite.expectations]
        with remembering(self._graphs):
            return self._refused(suite, frame)

    def _refused(self, suite: Suite, frame: Any) -> list[list[int]]:
        refused: list[list[int]] = [[] for _ in suite.expectations]
        batch = self._frames.get_batch({"dataframe": frame})
        # Whether all rows pass costs half of which rows do not, and most expectations are met.
        outcome = batch.validate(self._built[suite.name], result_format="BOOLEAN_ONLY")
        for failed in outcome.results:
            if not failed.success:
                place = failed.expectation_config.meta["place"]
                expectation = self._built[suite.name].expectations[place]
                result = batch.validate(expectation, result_format=_ALL_ROWS)
                refused[place] = _indexes(result, suite, suite.expectations[place])
        return refused


def _frame(columns: Mapping[str, Sequence[Any]]) -> Any:
    """A data frame; strings are kept as objects and without lone surrogates, which pandas cannot hash."""
    import pandas

    series = {}
    for name, values in columns.items():
        first = next((value for value in values if value is not None), "")
        is_text = isinstance(first, str)
        series[name] = pandas.Series(list(map(_cell, values)), dtype=object) if is_text else pandas.Series(values)
    return pandas.DataFrame(series)


def _cell(value: object) -> object:
    return value if not isinstance(value, str) or value.isascii() else json_safe(value)


def load_library() -> Any:
    """Great Expectations, silent; raises `Terminal` where it is not installed."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logger = logging.getLogger("great_expectations")
    logger.propagate = False  # what matters is raised here
    logger.addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        # It imports two modules that Python 3.11 deprecates, which is nothing that we could mend.
        warnings.filterwarnings("ignore", r"module 'sre_\w+' is deprecated", DeprecationWarning)
        try:
            import great_expectations
        except ImportError as error:
            raise Terminal(
                f"validation needs Great Expectations ({error}): pip install 'dateline[validate]'"
            ) from error
    return great_expectations


def _build(gx: Any, suite: Suite) -> Any:
    built = [_instance(gx, suite, place) for place in range(len(suite.expectations))]
    return gx.ExpectationSuite(name=suite.name, expectations=built)


def _instance(gx: Any, suite: Suite, place: int) -> Any:
    """The expectation as Great Expectations' own object; from a dict, an unknown one would pass in silence."""
    wanted = suite.expectations[place]
    where = f"{suite.path}: {wanted.label}"
    kind = _kind(gx, wanted, where)
    if found := [key for key in _ROWLESS if key in wanted.kwargs]:
        raise Terminal(f"{where}: {found[0]} would leave bad rows without a verdict; compute a column instead")
    try:
        return kind(**wanted.kwargs, severity=wanted.severity, meta={"place": place})
    except ValueError as error:  # pydantic's errors, version 1 or 2
        raise Terminal(f"{where}: {' '.join(str(error).split())}") from error


def _kind(gx: Any, wanted: Expectation, where: str) -> Any:
    registry = gx.expectations.registry
    try:
        kind = registry.get_expectation_impl(wanted.type)
    except gx.exceptions.ExpectationNotFoundError as error:
        near = get_close_matches(wanted.type, registry.list_registered_expectation_implementations(), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise Terminal(f"{where}: Great Expectations knows no {wanted.type}{hint}") from error
    base = gx.expectations.expectation
    if not issubclass(kind, base.ColumnMapExpectation | base.ColumnPairMapExpectation | base.MulticolumnMapExpectation):
        raise Terminal(f"{where}: gives no verdict per row; use one that does")
    return kind


def _indexes(result: Any, suite: Suite, wanted: Expectation) -> list[int]:
    """The refused rows; an expectation that could not be evaluated, or that names too few rows, is an error."""
    where = f"{suite.path}: {wanted.label}"
    if "unexpected_count" not in result.result:
        raise Terminal(f"{where} could not be evaluated: {_message(result.exception_info)}")
    indexes = [int(index) for index in result.result["unexpected_index_list"]]
    if len(indexes) != result.result["unexpected_count"]:
        count = result.result["unexpected_count"]
        raise Terminal(f"{where}: Great Expectations names {len(indexes)} of {count} refused rows")
    return indexes


def _message(info: Mapping[str, Any]) -> str:
    problems = [info] if "exception_message" in info else list(info.values())
    return str(problems[-1]["exception_message"]) if problems else "no reason was given"
