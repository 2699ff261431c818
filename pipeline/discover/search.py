"""What every way of finding articles needs: whose, for which days, and how to ask."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.adapters.http import Fetcher, Response
from pipeline.discover.entries import NotAListing
from pipeline.discover.selection import Selection
from pipeline.sources import SourceConfig
from pipeline.windows import Window


@dataclass(frozen=True, slots=True)
class Search:
    """One source, one window."""

    source: SourceConfig
    window: Window
    fetcher: Fetcher
    selection: Selection
    today: date
    project: Path

    async def get(self, url: str) -> Response:
        """A listing; raises `DatelineError` for whatever is none."""
        response = await self.fetcher.get(url, source=self.source, purpose="listing")
        if not response.ok:
            raise NotAListing(f"http-{response.status}", f"{url} answers with status {response.status}")
        return response
