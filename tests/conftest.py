"""Fixtures for every room."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of pages with answers that may lie beside the checkout."""
    folder = PROJECT.parent / "shared"
    if not (folder / "corpus" / "gold.jsonl").exists():
        pytest.skip("no folder `shared` with the answers beside the checkout")
    return folder
