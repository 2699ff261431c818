"""A publisher of one town on loopback."""

from collections.abc import Iterator

import pytest

from tests.http.town import Town


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found
