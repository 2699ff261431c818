"""What a window, or a poll, still has to do about the pages of a live source: fetch them, read them, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pipeline.addresses import key_of
from pipeline.articles import Candidate, RawRef
from pipeline.fetch import FetchLog, Known, is_due
from pipeline.load.identity import address_id
from pipeline.run.context import warehouse
from pipeline.run.versions import current_versions
from pipeline.settings import settings
from pipeline.sources import SourceConfig
from pipeline.windows import Window


@dataclass(frozen=True, slots=True)
class Needed:
    """What a window still needs: pages to fetch or to read (those have their `raw`), and what became of the others."""

    todo: list[Candidate]
    complete: list[str]


def needed(source: SourceConfig, found: Iterable[Candidate], window: Window, now: datetime | None = None) -> Needed:
    """What is left to do about the addresses that were found for the window, and those that it owned before.

    An address is owned by the window of the day that its first listing gave it, and asked for as it was spelled then.
    Of those that others own, the window reads what polls brought on its days.
    """
    fetch_log = FetchLog(warehouse(), source.name)
    owned, instants = fetch_log.urls_of(window), window.instants(settings().zone)
    listed = {item.url: item for item in _as_asked(_spelled(found, owned), fetch_log) if item.url}
    known = fetch_log.known({*listed, *owned, *fetch_log.unread(*instants)}, current_versions())
    result = Needed([], [])
    for url in [*listed, *(url for url in sorted(known) if url not in listed)]:
        day = known[url].day if url in known else None
        item = listed.get(url) or Candidate(source.name, url, None, None, day)
        if (day is None or day in window) and (url in listed or url in owned):
            _sort(item, known.get(url), source, now or datetime.now(UTC), result)
        else:
            result.todo.extend(_unread(item, known[url], *instants))
    return result


def _spelled(found: Iterable[Candidate], known: Iterable[str]) -> list[Candidate]:
    """The candidates by the addresses that are known, where those are variants of the same."""
    spelling = {key_of(url): url for url in sorted(known)}
    return [replace(item, url=spelling.get(key_of(item.url or ""), item.url)) for item in found]


def _as_asked(found: Sequence[Candidate], fetch_log: FetchLog) -> list[Candidate]:
    """The candidates by the addresses under which their articles were asked for first: pages move, and redirect."""
    names = fetch_log.asked_as({address_id(item.url) for item in found if item.url})
    known = fetch_log.known(names.values(), current_versions())
    gone = {url for url, item in known.items() if item.history.is_final}
    names = {address: url for address, url in names.items() if url not in gone}
    return [replace(item, url=names.get(item.url or "", item.url)) for item in found]


def _unread(item: Candidate, known: Known, start: datetime, end: datetime) -> list[Candidate]:
    """What came of an address within these instants and waits to be read."""
    return [
        captured(item, capture.raw, capture.captured_at)
        for capture in known.captures
        if capture.outcome == "fetched" and capture.raw is not None and start <= capture.captured_at <= end
    ]


def due(source: SourceConfig, since: datetime, now: datetime | None = None) -> list[Candidate]:
    """The addresses asked for since then that are to be asked for again now."""
    fetch_log, moment = FetchLog(warehouse(), source.name), now or datetime.now(UTC)
    known = fetch_log.known(fetch_log.maybe_due(since, source.fetch.recheck, moment), current_versions())
    return [
        Candidate(source.name, url, None, None, item.day)
        for url, item in sorted(known.items())
        if is_due(item.history, source.fetch.recheck, moment)
    ]


def _sort(item: Candidate, known: Known | None, source: SourceConfig, now: datetime, result: Needed) -> None:
    for capture in known.captures if known else ():
        if capture.raw is not None and (capture.outcome == "fetched" or not capture.is_current):
            result.todo.append(captured(item, capture.raw, capture.captured_at))
        elif capture.outcome != "fetched":
            result.complete.append(capture.outcome)
    if is_due(known.history if known else None, source.fetch.recheck, now):
        result.todo.append(item)


def captured(item: Candidate, raw: RawRef, captured_at: datetime) -> Candidate:
    """The candidate with its record."""
    return replace(item, raw=raw, captured_at=captured_at)
