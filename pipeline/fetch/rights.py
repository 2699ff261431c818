"""What a page, or its server, says about keeping and mining it."""

import re
from collections.abc import Iterator, Mapping

from pipeline.adapters.http.agent import PRODUCT

NOARCHIVE = "noarchive"
TDM_RESERVED = "tdm-reserved"
NOT_FREE = "not-free"

_LOOKED_AT_BYTES = 1 << 20
_REPLAYED = "x-archive-orig-"  # how web archives give the headers of the page that they captured
_META = re.compile(rb"<meta\b[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NOT_FREE = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?\s*false\b", re.IGNORECASE)
_AGENT = re.compile(r"\s*([\w.-]+)\s*:\s*(?!\s*\d)(.*)", re.DOTALL)
_WITH_VALUE = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


def rights_of(headers: Mapping[str, str], body: bytes) -> tuple[str, ...]:
    """The signals that hold for us, sorted: of the headers (names in lower case) and of the page's first MiB."""
    found: set[str] = set()
    for prefix in ("", _REPLAYED):
        if any(NOARCHIVE in _directives_for_us(line) for line in headers.get(f"{prefix}x-robots-tag", "").splitlines()):
            found.add(NOARCHIVE)
        if headers.get(f"{prefix}tdm-reservation", "").strip() == "1":
            found.add(TDM_RESERVED)
    head = body[:_LOOKED_AT_BYTES]
    for name, content in _metas(head):
        if name == "isaccessibleforfree" and content.strip().lower() == "false":
            found.add(NOT_FREE)
        if name in ("robots", PRODUCT.lower()) and NOARCHIVE in _words(content):
            found.add(NOARCHIVE)
        if name == "tdm-reservation" and content.strip() == "1":
            found.add(TDM_RESERVED)
    if _NOT_FREE.search(head):
        found.add(NOT_FREE)
    return tuple(sorted(found))


def _directives_for_us(value: str) -> set[str]:
    """Directives of X-Robots-Tag; a name with a colon ("otherbot: noarchive") says whom those behind it are for."""
    found: set[str] = set()
    ours = True
    for part in value.lower().split(","):
        named = _AGENT.fullmatch(part)
        if named and named[1] not in _WITH_VALUE:
            ours, part = named[1] == PRODUCT.lower(), named[2]
        if ours:
            found.add(part.strip())
    return found


def _metas(head: bytes) -> Iterator[tuple[str, str]]:
    for tag in _META.findall(head):
        values = {
            name.decode("latin-1").lower(): (double or single or bare).decode("utf-8", "replace")
            for name, double, single, bare in _ATTRIBUTE.findall(tag)
        }
        if name := values.get("name") or values.get("itemprop"):
            yield name.strip().lower(), values.get("content", "")


def _words(content: str) -> set[str]:
    return {word.strip() for word in content.lower().split(",")}
