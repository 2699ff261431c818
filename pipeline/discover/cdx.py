"""CDX servers of web archives: what was captured of a host, and the address under which a capture is replayed bare."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from pipeline.discover.entries import NotAListing
from pipeline.strategies import Cdx
from pipeline.windows import Window

PAGE_ROWS = 5_000
_FIELDS = ("timestamp", "original", "mimetype", "statuscode")


@dataclass(frozen=True, slots=True)
class Captured:
    """One capture: the address that was captured and the instant."""

    url: str
    timestamp: str
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class CdxPage:
    """One answer: its captures, how many rows could not be read, and the key that the next one goes on from."""

    captures: list[Captured]
    unread: int
    resume_key: str | None


def query(config: Cdx, window: Window, resume_key: str | None = None) -> str:
    """The address to ask for the captures of HTML pages from the window's first day to `days` after its last."""
    last = window.last + timedelta(days=config.days)
    asked: list[tuple[str, str]] = [
        ("url", config.url),
        ("from", f"{window.first:%Y%m%d}"),
        ("to", f"{last:%Y%m%d}"),
        ("output", "json"),
        ("fl", ",".join(_FIELDS)),
        ("filter", "statuscode:200"),
        ("filter", "mimetype:text/html"),
        ("collapse", "urlkey"),
        ("limit", str(PAGE_ROWS)),
        ("showResumeKey", "true"),
    ]
    if resume_key:
        asked.append(("resumeKey", resume_key))
    return f"{config.endpoint}?{urlencode(asked)}"


def query_before(config: Cdx, url: str, window: Window) -> str:
    """The address to ask whether a page was captured before the window."""
    asked = [("url", url), ("to", f"{window.first - timedelta(days=1):%Y%m%d}"), ("output", "json")]
    asked += [("fl", ",".join(_FIELDS)), ("filter", "statuscode:200"), ("limit", "1")]
    return f"{config.endpoint}?{urlencode(asked)}"


def read_cdx(body: bytes, base: str) -> CdxPage:
    """Read an answer; raises `NotAListing` for what is none. An empty one is an answer, too."""
    if not body.strip():
        return CdxPage([], 0, None)
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAListing("not-cdx", f"{base} gives no JSON: {body[:100]!s}") from error
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise NotAListing("not-cdx", f"{base} gives JSON of another shape")
    if not rows:
        return CdxPage([], 0, None)
    header, *rest = rows
    rest, resume_key = _resumed(rest)
    found = [_captured(dict(zip(header, row, strict=False))) for row in rest if row]
    captures = [item for item in found if item]
    return CdxPage(captures, len(found) - len(captures), resume_key)


def replay(config: Cdx, captured: Captured) -> str:
    """The address that gives the page as it was captured, without the archive's toolbar."""
    return config.replay.format(timestamp=captured.timestamp, url=quote(captured.url, safe=":/?&=%~+,;@!$'()*#[]"))


def first_captures(captures: Iterable[Captured]) -> dict[str, Captured]:
    """The earliest capture of each address."""
    found: dict[str, Captured] = {}
    for item in captures:
        known = found.get(item.url)
        if known is None or item.captured_at < known.captured_at:
            found[item.url] = item
    return found


def _resumed(rows: list[list[str]]) -> tuple[list[list[str]], str | None]:
    """The rows, and the key that stands behind an empty one."""
    if len(rows) >= 2 and rows[-2] == [] and len(rows[-1]) == 1:
        return rows[:-2], str(rows[-1][0])
    return rows, None


def _captured(row: dict[str, str]) -> Captured | None:
    timestamp, url = str(row.get("timestamp", "")), row.get("original")
    try:
        instant = datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Captured(url, timestamp, instant) if isinstance(url, str) and url.startswith("http") else None
