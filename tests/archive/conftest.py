"""Files for the archive tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.warc_files import HTML, Record, page_body


@pytest.fixture
def ten_pages() -> list[Record]:
    """Ten records of HTML pages."""
    return [(f"https://harbour-times.example/{number}", page_body(number), HTML) for number in range(10)]


@pytest.fixture
def stored(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file below a folder with a space in its name."""

    def store(name: str, content: bytes) -> Path:
        path = tmp_path / "my pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return store
