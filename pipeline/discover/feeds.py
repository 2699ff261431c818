"""RSS 0.9x to 2.0, Atom and JSON Feed: bytes in, entries out."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from pipeline.dates import RawDate, Role
from pipeline.discover.entries import Entry, NotAListing, entry, entry_date

MAX_BYTES = 10 << 20
_MAX_ENTRIES = 5_000
_IN_BRACKETS = re.compile(r"\(([^()@]+)\)")
_MAIL = re.compile(r"<?\s*[^\s<>()@]+@[^\s<>()@]+\s*>?")


def read_feed(body: bytes, base: str, content_type: str = "") -> list[Entry]:
    """The entries of a feed in its order; addresses are absolute. Raises `NotAListing` for what is no feed.

    `base` is where it came from. What is said of an entry is kept as written, a feed that breaks off is read as far
    as it goes.
    """
    if len(body) > MAX_BYTES:
        raise NotAListing("too-large", f"a feed of {len(body):,} bytes")
    if body[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return list(_json_entries(body, base))
    return list(_xml_entries(body, base, content_type))


def _xml_entries(body: bytes, base: str, content_type: str) -> Iterator[Entry]:
    # From a file object only: feedparser takes a string for an address or the name of a file, and opens it.
    # Entities that a DTD declares are dropped by feedparser, so that they cannot multiply.
    parsed = feedparser.parse(
        BytesIO(body),
        response_headers={"content-location": base, "content-type": content_type or "application/xml"},
        sanitize_html=False,
    )
    version, found = parsed.get("version"), parsed.get("entries", [])
    if not version and not found:
        why = parsed.get("bozo_exception") or "neither RSS nor Atom"
        raise NotAListing("not-a-feed", f"{base} gives no feed: {str(why)[:200]}")
    locator = version or "feed"
    for item in found[:_MAX_ENTRIES]:
        address = _address(item)
        if address:
            yield entry(
                urljoin(base, address),
                title=item.get("title"),
                dates=_dates(item, locator),
                names=_names(item),
                locator=f"{locator} author",
            )


def _address(item: Any) -> str | None:
    """The address before it was sent through somebody's counter, the link, or an id that is one."""
    guid = item.get("id")
    is_address = isinstance(guid, str) and guid.startswith(("http://", "https://"))
    found = item.get("feedburner_origlink") or item.get("link") or (guid if is_address else None)
    return found if isinstance(found, str) and found.strip() else None


def _dates(item: Any, locator: str) -> list[RawDate | None]:
    """dict.get, because a feedparser entry passes one date off as another."""
    published = dict.get(item, "published")
    updated = dict.get(item, "updated")
    role: Role = "modified" if published else "unspecified"
    return [
        entry_date(published, "published", f"{locator} published"),
        entry_date(updated, role, f"{locator} updated"),
    ]


def _names(item: Any) -> list[object]:
    written = item.get("author")
    if isinstance(written, str) and "@" in written:  # as RSS wants it; feedparser takes it apart at the wrong place
        return [_without_mail(written)]
    listed = [author.get("name") for author in item.get("authors", ()) if isinstance(author, dict)]
    return [name for name in listed if name] or [written]


def _without_mail(written: str) -> str:
    """The name of "jane@news.example (Jane Doe)" or "Jane Doe <jane@news.example>"."""
    bracketed = _IN_BRACKETS.search(written)
    return bracketed[1] if bracketed else _MAIL.sub("", written)


def _json_entries(body: bytes, base: str) -> Iterator[Entry]:
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise NotAListing("not-a-feed", f"{base} gives no JSON: {error}") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise NotAListing("not-a-feed", f"{base} gives JSON without `items`")
    for item in feed["items"][:_MAX_ENTRIES]:
        address = _json_address(item) if isinstance(item, dict) else None
        if address:
            yield entry(
                urljoin(base, address),
                title=item.get("title"),
                dates=[
                    entry_date(item.get("date_published"), "published", "json feed date_published"),
                    entry_date(item.get("date_modified"), "modified", "json feed date_modified"),
                ],
                names=_json_names(item) or _json_names(feed),
                locator="json feed authors",
            )


def _json_address(item: dict[str, Any]) -> str | None:
    for key in ("url", "external_url", "id"):
        value = item.get(key)
        if isinstance(value, str) and (key != "id" or value.startswith(("http://", "https://"))):
            return value
    return None


def _json_names(item: dict[str, Any]) -> list[object]:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return [author["name"] for author in listed if isinstance(author, dict) and author.get("name")]
