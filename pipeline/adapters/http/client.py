"""The one client that talks to live sites: polite, bounded, and never led to private addresses."""

import asyncio
import random
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from pipeline.adapters.http import robots, tdmrep
from pipeline.adapters.http.addresses import Network, checked, host_of
from pipeline.adapters.http.agent import user_agent
from pipeline.adapters.http.connecting import Lookup, OpenSocket, SystemLookup, connector, open_socket
from pipeline.adapters.http.decoding import ACCEPTED
from pipeline.adapters.http.errors import FetchError, FetchRejected, FetchTransient
from pipeline.adapters.http.exchange import Answer, Meter, exchange
from pipeline.adapters.http.headers import charset_of, media_type_of, retry_after_s
from pipeline.adapters.http.hosts import Host, Turns
from pipeline.adapters.http.limits import Limits
from pipeline.adapters.http.listings import Kept, Listings
from pipeline.adapters.http.robots import Rules, rules_of
from pipeline.adapters.http.sites import PerSite
from pipeline.adapters.http.tdmrep import Reservations, reservations_of
from pipeline.adapters.http.trace import Trace
from pipeline.adapters.http.types import Errand, Purpose, Response, Tell, Validators
from pipeline.sources import SourceConfig

_REDIRECTS = (301, 302, 303, 307, 308)
_TRY_AGAIN = {"dns", "refused", "timeout", "reset", "incomplete", "unavailable", "rate-limited"}
_HOST_FAILED = {"dns", "refused", "tls", "timeout", "reset", "incomplete", "unavailable", "protocol"}
_ACCEPT = {
    "page": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
    "listing": "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5",
    "robots": "text/plain,*/*;q=0.5",
    "rights": "application/json,text/html;q=0.9,*/*;q=0.5",
}


class Fetcher:
    """Fetches addresses; an async context manager. One event loop, one process; with `turns` several share hosts.

    `hosts` requests at once, one a host, `delay_s` between two of a host (None = as the source says, its robots.txt may
    ask for more). `tell` hears of every try for what is no page to keep, which no answer has among its attempts.
    `lookup` and `opener` stand in for the resolver and for sockets. Raises `Terminal` without a contact.
    """

    def __init__(
        self,
        contact: str | None,
        *,
        allowed: tuple[Network, ...] = (),
        hosts: int = 16,
        delay_s: float | None = None,
        limits: Limits | None = None,
        ca_file: Path | None = None,
        listings: Listings | None = None,
        turns: Turns | None = None,
        tell: Tell | None = None,
        lookup: Lookup | None = None,
        opener: OpenSocket = open_socket,
    ) -> None:
        self.agent = user_agent(contact)
        self._allowed, self._ca_file, self._opener, self._lookup = allowed, ca_file, opener, lookup
        self._count, self._delay_s = hosts, delay_s
        self._limits = limits or Limits()
        self._listings, self._turns, self._tell = listings, turns, tell
        self._hosts: dict[str, Host] = {}
        self._robots = PerSite(robots.PATH, self._fetch_rules)
        self._reservations = PerSite(tdmrep.PATH, self._fetch_reservations)
        self._at_once = asyncio.Semaphore(hosts)
        self._session: aiohttp.ClientSession | None = None
        self._system: SystemLookup | None = None

    async def __aenter__(self) -> Self:
        if self._lookup is None:
            self._system = SystemLookup(self._count)
        lookup = self._lookup or self._system
        assert lookup is not None
        self._session = aiohttp.ClientSession(
            connector=connector(
                self._allowed, lookup=lookup, hosts=self._count, ca_file=self._ca_file, opener=self._opener
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            max_line_size=self._limits.header_line_bytes,
            max_field_size=self._limits.header_line_bytes,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._robots.close()
        self._reservations.close()
        if self._session is not None:
            await self._session.close()
        if self._system is not None:
            self._system.close()

    async def get(
        self, url: str, *, source: SourceConfig, validators: Validators | None = None, purpose: Purpose = "page"
    ) -> Response:
        """The answer to a request for `url`, redirects followed; 304 comes as `not_modified`.

        A listing is asked for conditionally by itself. Raises `FetchTransient` for what may go well later, after as
        many tries as the limits say, and `FetchRejected` for an address that gives no page; both have every try.
        """
        kept = await self._kept(url) if purpose == "listing" else None
        if kept is not None and validators is None:
            validators = Validators(kept.headers.get("etag"), kept.headers.get("last-modified"))
        response = await self._get(url, source, validators, purpose)
        return response if purpose != "listing" else await self._keep(response, kept)

    async def robots(self, url: str, *, source: SourceConfig) -> Rules:
        """What the robots.txt of the address's site says (`sitemaps`, `allows(url)`), also where the site fails."""
        return await self._robots.of(checked(url), source)

    async def reservations(self, url: str, *, source: SourceConfig) -> Reservations:
        """What the tdmrep.json of the address's site reserves (`check(url)`), also where the site fails."""
        return await self._reservations.of(checked(url), source)

    def retry_at(self, url: str) -> datetime | None:
        """When the host of an address will be asked again, where it is left alone now."""
        return self._host(checked(url)).retry_at

    async def _get(self, url: str, source: SourceConfig, validators: Validators | None, purpose: Purpose) -> Response:
        limits = self._limits.for_purpose(purpose)
        earlier: list[Trace] = []
        while True:
            trace = Trace(url)
            try:
                response = await self._follow(url, source, validators, purpose, limits, trace)
                self._told(purpose, source, trace, response)
                return replace(response, earlier=tuple(item.attempt() for item in earlier))
            except FetchError as error:
                trace.failed(error)
                self._told(purpose, source, trace, None)
                earlier.append(trace)
                if error.error_class not in _TRY_AGAIN or len(earlier) >= limits.tries or self._is_left_alone(error):
                    error.attempts = tuple(item.attempt() for item in earlier)
                    raise
            await asyncio.sleep(limits.backoff_s * 2 ** (len(earlier) - 1) * random.uniform(0.5, 1.5))

    def _told(self, purpose: Purpose, source: SourceConfig, trace: Trace, response: Response | None) -> None:
        if self._tell is not None and purpose != "page":
            self._tell(Errand(purpose, source, trace.attempt(), response))

    def _is_left_alone(self, error: FetchError) -> bool:
        """Whether trying again now would only be told to wait: for longer than we do."""
        if error.retry_at is None:
            return False
        return (error.retry_at - datetime.now(UTC)).total_seconds() > self._limits.patience_s

    async def _follow(
        self,
        url: str,
        source: SourceConfig,
        validators: Validators | None,
        purpose: Purpose,
        limits: Limits,
        trace: Trace,
    ) -> Response:
        here = checked(url)
        passed: list[URL] = []
        while True:
            trace.at(str(here))
            if purpose != "robots":
                (await self._robots.of(here, source)).check(str(here))
            answer = await self._ask(here, source, self._headers(validators, purpose), limits, trace)
            target = answer.headers.get("location") if answer.status in _REDIRECTS else None
            if target is None:
                return self._response(url, here, passed, answer, trace)
            passed.append(here)
            here = _next(here, target, passed, limits)

    async def _ask(
        self, url: URL, source: SourceConfig, headers: Mapping[str, str], limits: Limits, trace: Trace
    ) -> Answer:
        """One exchange with a host, when it is our turn there."""
        assert self._session is not None, "a Fetcher is an async context manager"
        host = self._host(url)
        asked = time.monotonic()
        async with host.turn(str(url), await self._delay(url, source)), self._at_once:
            trace.waited(time.monotonic() - asked)
            meter = Meter()
            try:
                answer = await exchange(self._session, url, headers, limits, meter)
                _check_status(answer, url, host)
            except FetchError as error:
                if error.error_class in _HOST_FAILED:
                    host.failed()
                await host.tell()
                raise
            else:
                host.succeeded()
            finally:
                trace.exchanged(meter)
        return answer

    def _headers(self, validators: Validators | None, purpose: Purpose) -> dict[str, str]:
        found = {"User-Agent": self.agent, "Accept": _ACCEPT[purpose], "Accept-Encoding": ACCEPTED}
        if validators is not None and validators.etag:
            found["If-None-Match"] = validators.etag
        if validators is not None and validators.last_modified:
            found["If-Modified-Since"] = validators.last_modified
        return found

    async def _fetch_rules(self, url: str, source: SourceConfig) -> Rules:
        try:
            response = await self._get(url, source, None, "robots")
        except FetchError as error:
            endless = error.error_class in ("too-many-redirects", "redirect-loop")
            return rules_of(404, b"") if endless else robots.unreachable(error)
        return rules_of(response.status, response.body)

    async def _fetch_reservations(self, url: str, source: SourceConfig) -> Reservations:
        try:
            response = await self._get(url, source, None, "rights")
        except FetchError as error:
            return tdmrep.unreachable(error)
        return reservations_of(response.status, response.body)

    async def _delay(self, url: URL, source: SourceConfig) -> float:
        floor = source.fetch.delay_s if self._delay_s is None else self._delay_s
        rules = self._robots.known(url)
        return max(floor, rules.delay_s(self._limits.crawl_delay_cap_s)) if rules else floor

    def _host(self, url: URL) -> Host:
        name = host_of(url)
        return self._hosts.setdefault(name, Host(name, self._limits, self._turns))

    def _response(self, url: str, final: URL, passed: list[URL], answer: Answer, trace: Trace) -> Response:
        content_type = answer.headers.get("content-type")
        return Response(
            url=url,
            final_url=str(final),
            redirects=tuple(str(item) for item in passed),
            status=answer.status,
            headers=answer.headers,
            media_type=media_type_of(content_type),
            charset=charset_of(content_type),
            body=answer.body,
            attempt=trace.attempt(),
            not_modified=answer.status == 304,
        )

    async def _kept(self, url: str) -> Kept | None:
        return await asyncio.to_thread(self._listings.load, url) if self._listings else None

    async def _keep(self, response: Response, kept: Kept | None) -> Response:
        if response.not_modified and kept is not None:
            content_type = kept.headers.get("content-type")
            return replace(
                response,
                final_url=kept.final_url,
                headers=kept.headers,
                body=kept.body,
                media_type=media_type_of(content_type),
                charset=charset_of(content_type),
            )
        if self._listings is not None and response.status == 200:
            fresh = Kept(response.url, response.final_url, dict(response.headers), response.body)
            await asyncio.to_thread(self._listings.save, fresh)
        return response


def _check_status(answer: Answer, url: URL, host: Host) -> None:
    """Raises for 408, 429 and 5xx; a host that says for how long is left alone for that long."""
    if answer.status not in (408, 429) and answer.status < 500:
        return
    wait_s = retry_after_s(answer.headers.get("retry-after"))
    if wait_s is not None:
        host.pause(wait_s)
    name = "rate-limited" if answer.status == 429 else "unavailable"
    raise FetchTransient(name, str(url), f"status {answer.status}", status=answer.status, retry_at=host.retry_at)


def _next(here: URL, target: str, passed: list[URL], limits: Limits) -> URL:
    try:
        there = here.join(URL(target.strip()))
    except ValueError as error:
        raise FetchRejected("bad-address", str(here), f"redirects to {target[:200]!r}: {error}") from error
    there = checked(str(there))
    if there in passed:
        raise FetchRejected("redirect-loop", str(there), " -> ".join(str(item) for item in passed))
    if len(passed) > limits.redirects:
        raise FetchRejected("too-many-redirects", str(there), f"more than {limits.redirects} redirects")
    return there
