"""Between the nightly runs: what is new is fetched before its feed forgets it, what is young is asked for again."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import structlog

from pipeline.articles import Candidate
from pipeline.fetch import polling
from pipeline.run import live
from pipeline.run.context import chosen_sources, warehouse
from pipeline.run.needs import due, needed
from pipeline.settings import settings
from pipeline.sources import SourceConfig
from pipeline.windows import Window, today

log = structlog.get_logger(__name__)

SLOT_MIN = 15  # how often news_poll runs
_LOOKS_BACK = timedelta(days=40)  # beyond the longest of the usual re-checks


def is_allowed() -> bool:
    """Whether anybody may be asked: DATELINE_CONTACT says who asks."""
    return settings().contact is not None


def live_sources(sources: Sequence[str] | None = None) -> list[str]:
    """Those of the named sources, or of all that are on, which are live; raises `Terminal` for an unknown name."""
    return [item.name for item in chosen_sources(sources) if item.live]


def polled_now(moment: datetime, sources: Sequence[str] | None = None) -> list[str]:
    """The live sources whose turn it is in the quarter of an hour that `moment` (aware) falls into."""
    slot = int(moment.timestamp()) // 60 // SLOT_MIN * SLOT_MIN
    return [item.name for item in chosen_sources(sources) if item.live and slot % item.fetch.poll_min == 0]


def poll(sources: Sequence[str] | None = None, *, run_id: UUID | None = None) -> dict[str, int]:
    """Discover, fetch and archive what is new, and ask again for what is due; gives pages fetched, by source.

    The pages are read by the night of the day on which they came. A source that is slow may still be polled when its
    turn comes again: it is left out then, and delays no other. Raises as `live.fetch_batches` does.
    """
    chosen = [item for item in chosen_sources(sources) if item.live]
    with polling(warehouse(), [item.name for item in chosen]) as free:
        for name in sorted({item.name for item in chosen} - free):
            log.warning("left out: an earlier poll of it is still at work", source=name)
        wanted = [item for item in chosen if item.name in free]
        return _poll(wanted, run_id or uuid4()) if wanted else {}


def _poll(chosen: Sequence[SourceConfig], run: UUID) -> dict[str, int]:
    started, day = datetime.now(UTC), today(settings().zone)
    window = Window(day - timedelta(days=1), day)
    found = live.find(run, chosen, window)
    batches = [
        live.Batch(f"{source.name}-poll", source, _wanted(source, found[source.name].candidates, window))
        for source in chosen
    ]
    fetched = live.fetch_batches(run, batches)
    counts = {
        batch.source.name: sum(item.captured_at is not None and item.captured_at >= started for item in items)
        for batch, items in zip(batches, fetched, strict=True)
    }
    log.info("polled", **counts)
    return counts


def _wanted(source: SourceConfig, found: Sequence[Candidate], window: Window) -> list[Candidate]:
    """New addresses, and those that are due; what waits to be read does so."""
    fresh = [item for item in needed(source, found, window).todo if item.raw is None]
    listed = {item.url for item in fresh}
    again = due(source, datetime.now(UTC) - _LOOKS_BACK)
    return [*fresh, *(item for item in again if item.url not in listed)]
