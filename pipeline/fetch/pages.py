"""Candidates to pages: every host at its own pace, results as they come, memory bounded."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from pipeline.adapters.http import Attempt, Fetcher, FetchError, FetchRejected, Purpose, Response, Validators
from pipeline.articles import Candidate, FetchedPage, RawRef
from pipeline.fetch.rights import NOARCHIVE, TDM_RESERVED, rights_of
from pipeline.sources import SourceConfig

MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}
_UNDECLARED = ("", "application/octet-stream", "application/unknown", "unknown")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")
_WAITING = 32  # pages that may wait to be written before fetching pauses
NOWHERE = RawRef("", "", None)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last good capture of an address."""

    captured_at: datetime
    page_hash: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a candidate: a page, a page that is `unchanged`, or an `error`. `attempts` has every try.

    `page.raw` says nothing yet. `keep` is False where no copy may be kept.
    """

    candidate: Candidate
    attempts: tuple[Attempt, ...]
    page: FetchedPage | None = None
    unchanged: bool = False
    error: FetchError | None = None
    rights: tuple[str, ...] = ()
    validators: Validators = field(default_factory=Validators)

    @property
    def keep(self) -> bool:
        """Whether a raw copy may be kept."""
        return NOARCHIVE not in self.rights


async def fetch_pages(
    candidates: Sequence[Candidate], source: SourceConfig, fetcher: Fetcher, earlier: Mapping[str, Earlier]
) -> AsyncGenerator[Fetched]:
    """Fetch the candidates that have an address; gives each as soon as it is there. Never raises for one of them."""
    results: asyncio.Queue[Fetched] = asyncio.Queue(_WAITING)

    async def work(of_host: Sequence[Candidate]) -> None:
        for candidate in of_host:
            await results.put(await fetch_page(candidate, source, fetcher, earlier.get(candidate.url or "")))

    crashed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    wanted = [candidate for candidate in candidates if candidate.url]
    tasks = [asyncio.create_task(work(of_host)) for of_host in _by_host(wanted)]
    for task in tasks:
        task.add_done_callback(partial(_tell, crashed))
    try:
        for _ in wanted:
            yield await _first(results, crashed)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _by_host(candidates: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    """One list a host: requests to it go one after the other anyway."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        found["/".join((candidate.replay or candidate.url or "").split("/", 3)[:3]).lower()].append(candidate)
    return found.values()


def _tell(crashed: asyncio.Future[None], task: asyncio.Task[None]) -> None:
    """A fault of ours in one task ends them all, instead of leaving the others waiting for its result."""
    error = None if task.cancelled() else task.exception()
    if error is not None and not crashed.done():
        crashed.set_exception(error)


async def _first(results: "asyncio.Queue[Fetched]", crashed: asyncio.Future[None]) -> Fetched:
    if not results.empty():
        return results.get_nowait()
    getter = asyncio.create_task(results.get())
    either: set[asyncio.Future[Any]] = {getter, crashed}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    if getter.done():
        return getter.result()
    getter.cancel()
    crashed.result()
    raise AssertionError("only a crash ends the wait without a result")


async def fetch_page(
    candidate: Candidate, source: SourceConfig, fetcher: Fetcher, earlier: Earlier | None = None
) -> Fetched:
    """One candidate; never raises for what the site does."""
    url = candidate.url or ""
    try:
        if candidate.replay is not None:
            today = await _rights_today(url, source, fetcher)
            response = await _get(candidate.replay, source, fetcher)
            return _fetched(candidate, response, source, None, today)
        response = await _get(url, source, fetcher, earlier.validators if earlier else None)
        return _fetched(candidate, response, source, earlier)
    except FetchError as error:
        return Fetched(candidate, error.attempts, error=error)


async def _get(
    url: str, source: SourceConfig, fetcher: Fetcher, validators: Validators | None = None, purpose: Purpose = "page"
) -> Response:
    """The answer of an address that no tdmrep.json reserves, nor that of where it leads to."""
    try:
        await _check_reserved(url, source, fetcher)
    except FetchError as error:
        error.attempts = (_not_asked(url, error),)
        raise
    response = await fetcher.get(url, source=source, validators=validators, purpose=purpose)
    try:
        if response.final_url != url:
            await _check_reserved(response.final_url, source, fetcher)
    except FetchError as error:
        failed = replace(response.attempt, error_class=error.error_class, detail=error.detail, retry_at=error.retry_at)
        error.attempts = (*response.earlier, failed)
        raise
    return response


async def _check_reserved(url: str, source: SourceConfig, fetcher: Fetcher) -> None:
    """Where robots.txt says no, nothing more is asked: the request for the page will tell."""
    if not source.fetch.mining_permitted and (await fetcher.robots(url, source=source)).allows(url):
        (await fetcher.reservations(url, source=source)).check(url)


async def _rights_today(url: str, source: SourceConfig, fetcher: Fetcher) -> tuple[str, ...]:
    """What the publisher says today of a page that an archive kept: it holds for the replay, too.

    Raises `FetchError` where robots.txt, tdmrep.json or the site says no, or cannot be asked. A page that is gone says
    nothing for itself.
    """
    try:
        response = await _get(url, source, fetcher, purpose="rights")
        refused = status_class(response.status)
        if refused not in (None, "not-found"):
            detail = f"the site refuses it today: status {response.status}"
            raise FetchRejected(refused, url, detail, status=response.status)
        rights = rights_of(response.headers, response.body if refused is None else b"")
        _check_mined(url, rights, source)
    except FetchError as error:
        error.attempts = (_not_asked(url, error),)  # what was asked of the publisher has rows of its own
        raise
    return rights


def _check_mined(url: str, rights: Sequence[str], source: SourceConfig) -> None:
    if TDM_RESERVED in rights and not source.fetch.mining_permitted:
        raise FetchRejected("tdm-reserved", url, "the page reserves text and data mining (fetch.mining_permitted)")


def _not_asked(url: str, error: FetchError) -> Attempt:
    return Attempt(
        url, url, datetime.now(UTC), error_class=error.error_class, detail=error.detail, retry_at=error.retry_at
    )


def _fetched(
    candidate: Candidate, response: Response, source: SourceConfig, earlier: Earlier | None, today: Sequence[str] = ()
) -> Fetched:
    """What an answer comes to; `today` are the rights that the publisher's page has now, beside those of a replay."""
    attempts = (*response.earlier, response.attempt)
    rights = tuple(sorted({*rights_of(response.headers, response.body), *today}))
    try:
        _check(response, source, rights, earlier)
    except FetchRejected as error:
        return Fetched(candidate, attempts, error=error, rights=rights)
    page_hash = hashlib.sha256(response.body).hexdigest()
    unchanged = earlier is not None and (response.not_modified or page_hash == earlier.page_hash)
    page = FetchedPage(
        source=source.name,
        raw=NOWHERE,
        url=candidate.url if candidate.replay else response.final_url,
        captured_at=(candidate.captured_at if candidate.replay else None) or response.attempt.started_at,
        status=response.status,
        media_type=_media_type(response) or "text/html",
        charset=response.charset,
        body=response.body,
        page_hash=earlier.page_hash if earlier and response.not_modified else page_hash,
        headers=tuple(
            (name, _printable(line)) for name, value in response.headers.items() for line in value.split("\n")
        ),
        unchanged_since=earlier.captured_at if earlier and unchanged else None,
        listed=candidate.listed,
    )
    validators = response.validators
    if unchanged and earlier and validators == Validators():
        validators = earlier.validators
    return Fetched(candidate, attempts, page, unchanged, rights=rights, validators=validators)


def _check(response: Response, source: SourceConfig, rights: Sequence[str], earlier: Earlier | None) -> None:
    """Raises `FetchRejected` where an answer is no page."""
    url = response.final_url
    if response.not_modified:
        if earlier is None:
            raise FetchRejected("protocol", url, "304 to a request without conditions", status=304)
        return
    if (refused := status_class(response.status)) is not None:
        raise FetchRejected(refused, url, f"status {response.status}", status=response.status)
    _check_mined(url, rights, source)
    if _media_type(response) is None:
        raise FetchRejected("not-a-page", url, f"media type {response.media_type[:100]!r}")


def status_class(status: int) -> str | None:
    """The error class of an answer that brings nothing; None for 2xx."""
    if 200 <= status < 300:
        return None
    return "not-found" if status in (404, 410) else "refused-by-site"


def _media_type(response: Response) -> str | None:
    name = MEDIA_TYPES.get(response.media_type)
    if name is None and response.media_type in _UNDECLARED and _is_markup(response.body):
        return "text/html"
    return name


def _is_markup(body: bytes) -> bool:
    return body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP)


def _printable(value: str) -> str:
    """A header's value as a WARC can hold it."""
    return "".join(char if " " <= char <= "~" else "?" for char in value)
