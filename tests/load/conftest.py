"""Loading in tests."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pipeline.load import Counts
from tests.warehouse import load_into


@pytest.fixture
def clean(fresh_warehouse: Callable[[], Engine]) -> Engine:
    """Another warehouse, to be loaded once and compared with."""
    return fresh_warehouse()


@pytest.fixture
def load(warehouse: Engine) -> Callable[..., Counts]:
    """Loads articles in a run of its own."""
    return lambda *articles, **options: load_into(warehouse, articles, **options)


@pytest.fixture
def rows(warehouse: Engine) -> Callable[..., list[tuple[Any, ...]]]:
    """The rows of a query."""

    def run(sql: str, **values: Any) -> list[tuple[Any, ...]]:
        with warehouse.connect() as connection:
            return [tuple(row) for row in connection.execute(text(sql), values)]

    return run
