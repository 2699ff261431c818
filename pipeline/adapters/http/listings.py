"""The last body of each listing (feed, sitemap): when a site says that nothing has changed, it is given again.

Without it a run that ended between reading a feed and fetching its articles would never hear of them again.
"""

import hashlib
from dataclasses import dataclass

from pipeline.adapters import raw_store, work
from pipeline.errors import Terminal


@dataclass(frozen=True, slots=True)
class Kept:
    """A listing's answer as it was kept."""

    url: str
    final_url: str
    headers: dict[str, str]
    body: bytes


class Listings:
    """Listings below `folder` (a path or an fsspec URL), each there whole or not at all."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def load(self, url: str) -> Kept | None:
        """What was kept of the address; None where there is nothing, or it cannot be read any more."""
        if not work.exists(self._folder, _name(url)):
            return None
        try:
            return next(work.read_batch(self._folder, _name(url), Kept), None)
        except Terminal:  # damaged, or of an older version: asking again mends it
            return None

    def save(self, kept: Kept) -> None:
        """Keep an answer that can be asked about again; raises `Transient` where the disk is full."""
        if kept.headers.get("etag") or kept.headers.get("last-modified"):
            work.write_batch(self._folder, _name(kept.url), [kept], Kept)

    def forget(self) -> None:
        """Delete all of them."""
        raw_store.remove(self._folder)


def _name(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()
