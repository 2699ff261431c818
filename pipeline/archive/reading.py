"""Files and folders as pages, in order; every page can be found again by file and offset."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import structlog

from pipeline.adapters.raw_store import StoredFile, explained, find_file, list_files, open_file
from pipeline.archive.captures import page_of, too_large
from pipeline.archive.http import MAX_BODY_BYTES, TooLarge, Undecodable, decode_gzip
from pipeline.archive.warc import Damage, iter_captures, read_capture
from pipeline.articles import FetchedPage, RawRef, Refusal
from pipeline.errors import Terminal

_WARC = (".warc", ".warc.gz")
_LOOSE = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain", ".md": "text/markdown"}
_RECORD_BLOCK_BYTES = 1 << 18  # most records are smaller, so that one request to a remote store fetches one

_log = structlog.get_logger(__name__)


def iter_pages(
    location: str | Path,
    *,
    root: str | Path | None = None,
    source: str = "read",
    passed_by: Counter[str] | None = None,
) -> Iterator[FetchedPage]:
    """Every page of a file, or of all files below a folder or fsspec URL, sorted by name.

    A record or file that cannot be read whole comes with its `refusal`. What is no page (images, requests, other
    files) is counted in `passed_by` and logged. Raises `Terminal` where there is nothing at `location`, `Transient`
    where the storage fails.
    """
    counted: Counter[str] = Counter() if passed_by is None else passed_by
    for file in list_files(location, root):
        yield from pages_of_file(file, source, counted)
    if counted:
        _log.info("passed by what is no page", location=str(location), counts=dict(counted.most_common()))


def pages_of_file(file: StoredFile, source: str, passed_by: Counter[str]) -> Iterator[FetchedPage]:
    """The pages of one file; counts what is no page in `passed_by`."""
    if not holds_pages(file.name):
        passed_by[f"file {_suffix(file.name)}"] += 1
        return
    if file.file_bytes == 0:
        yield _refused(file, source, None, "empty", f"{file.location} has 0 bytes")
        return
    try:
        if file.name.lower().endswith(_WARC):
            yield from _warc_pages(file, source, passed_by)
        else:
            yield _loose_page(file, source)
    except Terminal as error:  # may not be read, or vanished since it was listed: the other files still count
        yield _refused(file, source, None, "undecodable", str(error))


def read_page(ref: RawRef, source: str) -> FetchedPage:
    """The page at `ref`, as `iter_pages` gave it. Raises `Terminal` where it is not there (any more)."""
    file = find_file(ref.location, ref.name)
    if ref.offset is None:
        return next(pages_of_file(file, source, Counter()))
    with open_file(ref.location, _RECORD_BLOCK_BYTES) as handle, explained(ref.location, "read"):
        capture = read_capture(handle, ref.offset)
    if isinstance(capture, Damage):
        return _damaged(file, source, capture)
    page = page_of(capture, ref, source, file.modified)
    if isinstance(page, str):
        raise Terminal(f"the record at {ref.offset} of {ref.location} is no page but {page}: index the file again")
    return page


def holds_pages(name: str) -> bool:
    """Whether the name of a file says that there are pages in it."""
    return name.lower().endswith(_WARC) or _suffix(name) in _LOOSE


def _warc_pages(file: StoredFile, source: str, passed_by: Counter[str]) -> Iterator[FetchedPage]:
    with open_file(file.location) as handle:
        records = iter_captures(handle)
        while True:
            with explained(file.location, "read"):
                record = next(records, None)
            if record is None:
                return
            if isinstance(record, Damage):
                yield _damaged(file, source, record)
                continue
            ref = RawRef(file.location, file.name, record.offset)
            page = page_of(record, ref, source, file.modified)
            if isinstance(page, str):
                passed_by[page] += 1
            else:
                yield page


def _damaged(file: StoredFile, source: str, damage: Damage) -> FetchedPage:
    if damage.truncated:
        detail = f"{file.location} ends within the record at byte {damage.offset}: {damage.detail}"
        return _refused(file, source, damage.offset, "truncated", detail)
    detail = f"{file.location} is damaged at byte {damage.offset}: {damage.detail}"
    return _refused(file, source, damage.offset, "undecodable", detail)


def _loose_page(file: StoredFile, source: str) -> FetchedPage:
    with open_file(file.location) as handle, explained(file.location, "read"):
        body = handle.read(MAX_BODY_BYTES + 1)
    refusal: Refusal | None = None
    try:
        if len(body) > MAX_BODY_BYTES:
            refusal = too_large(f"{file.file_bytes} bytes")
        elif file.name.lower().endswith(".gz") and body.startswith(b"\x1f\x8b"):
            body = decode_gzip(body)
    except TooLarge as error:
        refusal = too_large(str(error))
    except Undecodable as error:
        refusal = Refusal("undecodable", f"{file.location}: {error}")
    kept = b"" if refusal else body
    return _page(file, source, None, kept, hashlib.sha256(body).hexdigest(), refusal)


def _refused(file: StoredFile, source: str, offset: int | None, reason: str, detail: str) -> FetchedPage:
    return _page(file, source, offset, b"", hashlib.sha256(b"").hexdigest(), Refusal(reason, detail))


def _page(
    file: StoredFile, source: str, offset: int | None, body: bytes, page_hash: str, refusal: Refusal | None
) -> FetchedPage:
    return FetchedPage(
        source=source,
        raw=RawRef(file.location, file.name, offset),
        url=None,
        captured_at=file.modified,
        status=None,
        media_type=_LOOSE.get(_suffix(file.name), "text/html"),
        charset=None,
        body=body,
        page_hash=page_hash,
        refusal=refusal,
    )


def _suffix(name: str) -> str:
    """ ".html" of "a/b.HTML.gz"."""
    base = name.lower().rpartition("/")[2].removesuffix(".gz")
    return "." + base.rpartition(".")[2] if "." in base else ""
