"""What an archive holds, for windows: every record with the day that decides which window owns it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from itertools import chain, islice
from pathlib import Path

from pipeline.adapters.processes import map_ordered
from pipeline.adapters.raw_store import StoredFile, exists, list_files
from pipeline.articles import Candidate, FetchedPage, RawRef
from pipeline.dates import Moment
from pipeline.errors import Terminal
from pipeline.sources import Archive, SourceConfig
from pipeline.strategies import fields_of
from pipeline.windows import Window, WindowBy, published_day, window_day

_DAY = timedelta(days=1)
_DATED_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)")
_PAGES_WORTH_PROCESSES = 200  # starting two costs as much as reading the dates of about a hundred pages

ReadPublished = Callable[[FetchedPage], Moment | None]


@dataclass(frozen=True, slots=True)
class IndexRecord:
    """One record of an archive. `published_day` is None where the page does not say it; `window_day` is never None."""

    name: str
    offset: int | None
    url: str | None
    captured_at: datetime
    published_day: date | None
    window_day: date

    def candidate(self, source: str, location: str) -> Candidate:
        """What a run takes to read the record; `location` is the address of its file."""
        return Candidate(source, self.url, RawRef(location, self.name, self.offset), self.captured_at, self.window_day)


def list_archive(config: Archive, project: Path, window: Window | None = None) -> list[StoredFile]:
    """The files of an archive, sorted by name; a relative `location` is one below `project`.

    Of one whose location names days only the files about `window`, which may be none. Raises `Terminal` where there is
    nothing, `Transient` where the storage cannot be reached.
    """
    location = archive_location(config, project)
    if not config.is_dated:
        return list_files(location)
    root = location[: location.index("{")].rpartition("/")[0]
    if window is None:
        return list_files(root)
    if not exists(root):
        raise Terminal(f"no folder at {root}: correct the path (or the source's `location`)")
    around = Window(window.first - _DAY, window.last + config.days * _DAY)
    wanted = dict.fromkeys(location.format(**fields_of(day)) for day in around.days())
    files = [file for place in wanted if exists(place) for file in list_files(place, root)]
    return sorted((file for file in files if _is_about(file, around)), key=lambda file: file.name)


def days_about(config: Archive, files: Iterable[StoredFile], window: Window) -> set[date]:
    """The days of the window that a file may be about, where the location names days."""
    about = {day: Window(day - _DAY, day + config.days * _DAY) for day in window.days()}
    return {day for file in files for day, around in about.items() if _is_about(file, around)}


def list_source(source: SourceConfig, project: Path, window: Window | None = None) -> list[tuple[Archive, StoredFile]]:
    """The files of all archives of a source. Raises `Terminal` also where two have one name, which is to be unique."""
    found: dict[str, tuple[Archive, StoredFile]] = {}
    for config in source.archives:
        for file in list_archive(config, project, window):
            if file.name in found:
                other = found[file.name][1].location
                raise Terminal(
                    f"two files of source {source.name!r} are called {file.name!r}: {other} and {file.location}; "
                    "rename one, or make the archives sources of their own"
                )
            found[file.name] = (config, file)
    return list(found.values())


def _is_about(file: StoredFile, days: Window) -> bool:
    """Whether a file may hold pages of the days, by the day in its name: CC-NEWS-20190312010203-00001.warc.gz."""
    found = _DATED_NAME.search(file.name.rpartition("/")[2])
    try:
        return found is None or date(*(int(part) for part in found.groups())) in days
    except ValueError:
        return True


def archive_location(config: Archive, project: Path) -> str:
    """The address of an archive: an fsspec URL as it stands, a folder as an absolute path."""
    if "://" in config.location:
        return config.location
    return str(project / Path(config.location).expanduser())


def index_pages(
    pages: Iterable[FetchedPage],
    read_published: ReadPublished,
    *,
    zone: tzinfo,
    window_by: WindowBy = "published",
    workers: int = 1,
) -> Iterator[IndexRecord]:
    """The index of `pages`, in their order, whatever the number of processes.

    `read_published` gives a page's own date as the whole normalisation would choose it; with more than one worker it
    must be a function of a module. It is not asked where pages are windowed by their capture, or could not be read.
    """
    work = partial(_index_page, read_published=read_published, zone=zone, window_by=window_by)
    source = iter(pages)
    first = list(islice(source, _PAGES_WORTH_PROCESSES)) if workers > 1 else []
    if len(first) < _PAGES_WORTH_PROCESSES or window_by == "captured":
        workers = 1
    undated = partial(_index_page, read_published=_unknown, zone=zone, window_by=window_by)
    return map_ordered(work, chain(first, source), workers=workers, crashed=undated)


def records_in(window: Window, records: Iterable[IndexRecord]) -> Iterator[IndexRecord]:
    """The records that the window owns, in their order."""
    return (record for record in records if record.window_day in window)


def _index_page(page: FetchedPage, *, read_published: ReadPublished, zone: tzinfo, window_by: WindowBy) -> IndexRecord:
    readable = page.refusal is None and window_by == "published"
    published = read_published(page) if readable else None
    return IndexRecord(
        name=page.raw.name,
        offset=page.raw.offset,
        url=page.url,
        captured_at=page.captured_at,
        published_day=published_day(published, zone),
        window_day=window_day(published, page.captured_at, zone, window_by),
    )


def _unknown(_page: FetchedPage) -> Moment | None:
    """The date of a page that nobody can read."""
    return None
