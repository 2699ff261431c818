"""What Great Expectations finds out anew for every frame though it stays the same, remembered.

Which metrics an expectation needs depends on the expectation alone; to find them costs more than to judge a small run.
These are private parts of a library that is pinned to one release: `tests/validate` compares the verdicts with and
without.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Graphs = dict[str, list[tuple[Any, list[Any]]]]
_FIND_GRAPHS = "_generate_metric_dependency_subgraphs_for_each_expectation_configuration"


@contextmanager
def remembering(graphs: Graphs) -> Iterator[None]:
    """Within the block, what is found is kept in `graphs`, and an expectation's configuration is made once."""
    from great_expectations.expectations.expectation import Expectation
    from great_expectations.validator.validator import Validator

    configuration = property(_once(Expectation.__dict__["configuration"].fget))
    with (
        _replaced(Expectation, "configuration", configuration),
        _replaced(Validator, _FIND_GRAPHS, _from_memory(getattr(Validator, _FIND_GRAPHS), graphs)),
    ):
        yield


def _once(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`make` for each object once; the objects are kept, so that no other one gets the id of one that is gone."""
    made: dict[int, tuple[Any, Any]] = {}

    def of(item: Any) -> Any:
        if id(item) not in made:
            made[id(item)] = (item, make(item))
        return made[id(item)][1]

    return of


def _from_memory(find: Callable[..., Any], graphs: Graphs) -> Callable[..., Any]:
    """`find` where the expectations are new, or were not understood; a graph is kept without the frame it was for."""
    from great_expectations.validator.validation_graph import ExpectationValidationGraph, ValidationGraph

    def found(
        self: Any,
        expectation_configurations: list[Any],
        processed_configurations: list[Any],
        catch_exceptions: bool,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> tuple[list[Any], list[Any], list[Any]]:
        key = repr((self.active_batch_id, runtime_configuration, [str(item) for item in expectation_configurations]))
        if key not in graphs:
            fresh, errors, processed = find(
                self, expectation_configurations, processed_configurations, catch_exceptions, runtime_configuration
            )
            if errors:
                return fresh, errors, processed
            graphs[key] = [(item.configuration, list(item.graph.edges)) for item in fresh]
        engine = self._execution_engine
        built = [
            ExpectationValidationGraph(configuration, ValidationGraph(execution_engine=engine, edges=edges))
            for configuration, edges in graphs[key]
        ]
        return built, [], [item.configuration for item in built]

    return found


@contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    before = owner.__dict__[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)
