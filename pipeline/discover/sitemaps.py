"""Sitemaps, indexes of sitemaps, news sitemaps and lists of addresses in their place: bytes in, entries out."""

import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from pipeline.dates import RawDate
from pipeline.discover.entries import Entry, NotAListing, entry, entry_date, line
from pipeline.discover.feeds import read_feed

MAX_ENTRIES = 50_000  # the protocol's bounds; what lies behind them is not read
MAX_BYTES = 50 << 20
_CHUNK_BYTES = 1 << 16
_FEEDS = {"rss", "feed", "RDF"}


@dataclass(frozen=True, slots=True)
class Child:
    """A sitemap that an index names."""

    url: str
    lastmod: str | None = None


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """What a file holds: `children` of an index, `entries` of a sitemap; `cut` where it went beyond the bounds."""

    children: list[Child] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    cut: bool = False


def read_sitemap(body: bytes, base: str) -> SitemapFile:
    """Read a sitemap as far as it is well-formed, gzipped or not; raises `NotAListing` for what is none.

    `base` is where it came from. XML is read piece by piece, without entities, DTDs or the network.
    """
    content, cut = _unzipped(body, base)
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] != b"<" and b"\x00" not in start:
        return _from_lines(content, base)
    return _from_xml(content, base, cut)


def _unzipped(body: bytes, base: str) -> tuple[bytes, bool]:
    if body[:2] != b"\x1f\x8b":
        return body[:MAX_BYTES], len(body) > MAX_BYTES
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = unzip.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise NotAListing("undecodable", f"{base} is damaged gzip: {error}") from error
    return content, bool(unzip.unconsumed_tail)


def _from_lines(content: bytes, base: str) -> SitemapFile:
    lines = content[: MAX_ENTRIES * 2100].decode("utf-8-sig", "replace").splitlines()
    found = [item for item in map(str.strip, lines) if item.startswith(("http://", "https://"))]
    if not found:
        raise NotAListing("not-a-sitemap", f"{base} is neither XML nor a list of addresses")
    entries = [entry(item, locator="sitemap") for item in found[:MAX_ENTRIES]]
    return SitemapFile(entries=entries, cut=len(found) > MAX_ENTRIES)


def _from_xml(content: bytes, base: str, cut: bool) -> SitemapFile:
    result = SitemapFile(cut=cut)
    root: str | None = None
    for element, root in _elements(content):
        if root in _FEEDS:
            return SitemapFile(entries=read_feed(content, base))
        if len(result.children) + len(result.entries) >= MAX_ENTRIES:
            return SitemapFile(result.children, result.entries, cut=True)
        name, values = _name(element), _values(element)
        if name == "sitemap" and values.get("loc"):
            result.children.append(Child(urljoin(base, values["loc"]), values.get("lastmod")))
        elif name == "url" and values.get("loc"):
            result.entries.append(_entry(element, values, base))
    if root is None:
        raise NotAListing("not-a-sitemap", f"{base} is no XML")
    if root not in {"urlset", "sitemapindex"}:
        raise NotAListing("not-a-sitemap", f"{base} is XML of another kind: <{root[:50]}>")
    return result


def _elements(content: bytes) -> Iterator[tuple[Any, str]]:
    """The root when it begins, then each `url` and `sitemap` when it is complete; memory stays flat."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding="utf-8" if _is_utf8(content) else None,
    )
    root: str | None = None
    for start in range(0, len(content), _CHUNK_BYTES):
        try:
            parser.feed(content[start : start + _CHUNK_BYTES])
        except etree.XMLSyntaxError:  # beyond recovery: what came before it stands
            return
        for event, element in parser.read_events():
            if root is None:
                root = _name(element)
                yield element, root
            if event == "end" and _name(element) in {"url", "sitemap"}:
                yield element, root
                _free(element)


def _is_utf8(content: bytes) -> bool:
    """Whether it is UTF-8, whatever it declares; it may be cut within a character."""
    try:
        getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return False
    return b"\x00" not in content[:100]


def _free(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _values(element: Any) -> dict[str, str]:
    """The texts of an element's own children: loc and lastmod, not the loc of an image."""
    return {_name(child): text for child in element if isinstance(child.tag, str) and (text := line(child.text))}


def _entry(element: Any, values: dict[str, str], base: str) -> Entry:
    news = next((child for child in element if _name(child) == "news"), None)
    said = {} if news is None else _values(news)
    dates: list[RawDate | None] = [
        entry_date(said.get("publication_date"), "published", "news sitemap publication_date"),
        entry_date(values.get("lastmod"), "modified", "sitemap lastmod"),
    ]
    names = [said[key] for key in ("author", "creator") if key in said]
    address = urljoin(base, values["loc"])
    return entry(address, title=said.get("title"), dates=dates, names=names, locator="news sitemap")
