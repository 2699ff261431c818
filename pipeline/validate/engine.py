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
from pipeline.validate.strings import json_safe
from pipeline.validate.suites import Expectation, Suite

# COMPLETE gives the index of every refused row; the samples that come beside it are of no use here.
_RESULT_FORMAT = {"result_format": "COMPLETE", "partial_unexpected_count": 0}
_ROWLESS = ("mostly", "row_condition", "condition_parser")


class Judge:
    """Holds the suites, built and checked; raises `Terminal` for what Great Expectations does not know."""

    def __init__(self, suites: Sequence[Suite]) -> None:
        gx = _great_expectations()
        context = gx.get_context(mode="ephemeral")
        context.enable_analytics(False)
        context.variables.progress_bars = gx.data_context.types.base.ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("rows").add_dataframe_asset("rows")
        self._frames = asset.add_batch_definition_whole_dataframe("chunk")
        self._built = {suite.name: _build(gx, suite) for suite in suites}

    def refused_rows(self, suite: Suite, columns: Mapping[str, Sequence[object]]) -> list[list[int]]:
        """For each expectation of the suite, in its order, the indexes of the rows that it refuses."""
        import pandas

        # Objects stay what they are: pandas would make floats of integers beside a None.
        series = {key: pandas.Series(list(map(_cell, values)), dtype=object) for key, values in columns.items()}
        frame = pandas.DataFrame(series)
        if frame.empty:
            return [[] for _ in suite.expectations]
        outcome = self._frames.get_batch({"dataframe": frame}).validate(
            self._built[suite.name], result_format=_RESULT_FORMAT
        )
        rows: dict[int, list[int]] = {}
        for result in outcome.results:  # the failed ones come first, whatever their place in the suite
            place = result.expectation_config.meta["place"]
            rows[place] = _indexes(result, suite, suite.expectations[place])
        return [rows[place] for place in range(len(suite.expectations))]


def _cell(value: object) -> object:
    """The value as pandas can hash it: without lone surrogates."""
    return value if not isinstance(value, str) or value.isascii() else json_safe(value)


def _great_expectations() -> Any:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logging.getLogger("great_expectations").setLevel(logging.CRITICAL)  # what matters is raised here
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
