"""Lists of addresses: one a line, with its day and title behind it where they are known."""

import re

from pipeline.discover.entries import Entry, NotAListing, entry, entry_date

MAX_BYTES = 50 << 20


def read_list(body: bytes, base: str) -> list[Entry]:
    """The addresses of a list; empty lines and those that begin with # are passed by.

    A line is an address, or address, day (2026-03-12) and title with tabs or commas between them. Raises `NotAListing`
    where no line has an address.
    """
    lines = [item.strip() for item in body[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines()]
    written = [item for item in lines if item and not item.startswith("#")]
    found = [_entry(item) for item in written if item.startswith(("http://", "https://"))]
    if written and not found:
        raise NotAListing("not-a-list", f"{base} has no line that begins with http:// or https://")
    return found


def _entry(written: str) -> Entry:
    if "\t" in written:
        address, *rest = (item.strip() for item in written.split("\t"))
    else:
        address, *rest = (item.strip() for item in re.split(r",\s*(?=\d{4}-\d\d)", written, maxsplit=1))
        rest = rest[0].split(",", 1) if rest else []
    day, title = [*rest, "", ""][:2]
    return entry(address, title=title, dates=[entry_date(day, "published", "list")], locator="list")
