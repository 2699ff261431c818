"""Write the sample archive from the pages beside this file: `python sample/build.py [FOLDER]`.

The same pages give the same files; the archive is committed, and a test says that it is what this script makes.
"""

import gzip
import sys
from collections import defaultdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from pipeline.archive import write_warc
from pipeline.articles import FetchedPage, RawRef

SAMPLE = Path(__file__).resolve().parent


def build(folder: Path) -> list[Path]:
    """Write every file of the archive below `folder`; returns them."""
    files: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for capture in captures():
        files[capture["archive"]].append(capture)
    return [_write(folder / name, members) for name, members in files.items()]


def captures() -> list[dict[str, Any]]:
    """The captures of the sample, in the order in which they were made."""
    rows: list[dict[str, Any]] = yaml.safe_load((SAMPLE / "pages.yml").read_text(encoding="utf-8"))
    return rows


def _write(path: Path, members: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_content(path.name, members))
    return path


def _content(name: str, members: list[dict[str, Any]]) -> bytes:
    if ".warc" in name:
        pages = [_page(capture) for capture in members]
        return write_warc(pages, compress=name.endswith(".gz")).content.getvalue()
    (capture,) = members
    body = (SAMPLE / "pages" / capture["file"]).read_bytes()
    return gzip.compress(body, mtime=0) if name.endswith(".gz") else body


def _page(capture: dict[str, Any]) -> FetchedPage:
    body = (SAMPLE / "pages" / capture["file"]).read_bytes()
    media_type, _, charset = capture["content_type"].partition(";")
    captured_at: datetime = capture["captured_at"]
    return FetchedPage(
        source="sample",
        raw=RawRef(capture["archive"], capture["archive"]),
        url=capture["url"],
        captured_at=captured_at.astimezone(UTC),
        status=capture.get("status", 200),
        media_type=media_type,
        charset=charset.partition("=")[2] or None,
        body=body,
        page_hash=sha256(body).hexdigest(),
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE / "archive"
    for written in build(target):
        print(f"{written}: {written.stat().st_size} bytes")
