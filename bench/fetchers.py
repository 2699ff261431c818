"""What `bench.fetch` compares, each run in a process of its own: pages fetched, and pages fetched and archived.

A measurement begins when the first `WARM` pages are there, so that starting up counts for nobody.
"""

import asyncio
import hashlib
import json
import os
import resource
import time
from collections.abc import Callable
from contextlib import aclosing
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.town import CONTACT, HOSTS, PORT, urls

WARM = 500


class Clock:
    """CPU seconds and memory from the page `WARM` on; `more` gives CPU seconds of a server."""

    def __init__(self, pages: int, more: Callable[[], float] = lambda: 0.0) -> None:
        self.pages, self.more = pages, more
        self.seen, self.middle_mib = 0, 0.0
        self.client, self.server, self.started = 0.0, 0.0, 0.0

    def start(self) -> None:
        """From here on it counts."""
        self.client, self.server, self.started = time.process_time(), self.more(), time.monotonic()

    def page(self) -> None:
        """A page is there."""
        self.seen += 1
        if self.seen == WARM:
            self.start()
        if self.seen == (WARM + self.pages) // 2:
            self.middle_mib = memory_mib()

    def result(self) -> dict[str, float]:
        """What was measured."""
        return {
            "pages": self.seen - WARM,
            "client_s": time.process_time() - self.client,
            "server_s": self.more() - self.server,
            "s": time.monotonic() - self.started,
            "middle_mib": self.middle_mib,
            "end_mib": memory_mib(),
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def memory_mib() -> float:
    """Resident memory of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def dateline_pages(pages: int) -> dict[str, float]:
    """The fetch stage's client: robots.txt, rights, hash; nothing is written."""
    from pipeline.adapters.http import Fetcher
    from pipeline.adapters.http.addresses import networks
    from pipeline.articles import Candidate
    from pipeline.fetch import fetch_pages
    from pipeline.sources import SourceConfig

    source = SourceConfig.model_validate(a_source())
    wanted = [Candidate("bench", url, None, None, None) for url in urls(pages + WARM)]
    clock = Clock(pages)

    async def work() -> None:
        async with (
            Fetcher(CONTACT, allowed=networks(["127.0.0.0/8"]), hosts=HOSTS, delay_s=0) as fetcher,
            aclosing(fetch_pages(wanted, source, fetcher, {})) as results,
        ):
            async for item in results:
                assert item.page is not None, item.error
                clock.page()

    asyncio.run(work())
    return clock.result()


def dateline_archived(pages: int) -> dict[str, float]:
    """The fetch step of a run: what is due, rows of every attempt, WARC files; the settings say where."""
    from bench.server import server_s
    from pipeline.adapters import work
    from pipeline.articles import Candidate
    from pipeline.run import steps
    from pipeline.run.context import work_folder

    postmaster = int(os.environ["BENCH_POSTMASTER"])
    clock = Clock(pages, lambda: server_s(postmaster))
    run_id, every = uuid4(), urls(pages + WARM)

    def fetch(chosen: list[str]) -> int:
        batches = list(
            steps.write_candidates(run_id, "bench", [Candidate("bench", u, None, None, None) for u in chosen])
        )
        steps.fetch_all(run_id, batches)
        return sum(len(list(work.read_batch(work_folder(run_id, "candidates"), name, Candidate))) for name in batches)

    clock.seen = fetch(every[:WARM])
    clock.start()
    clock.seen += fetch(every[WARM:])
    return clock.result()


def scrapy_pages(pages: int) -> dict[str, float]:
    """Scrapy: robots.txt, hash; nothing is written."""
    return _scrapy(pages, lambda response: bool(hashlib.sha256(response.body).hexdigest()))


def scrapy_archived(pages: int) -> dict[str, float]:
    """Scrapy, and each page into a WARC file as warcio writes it."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with Path(os.environ["BENCH_WARC"]).open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")

        def write(response: Any) -> None:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            body = BytesIO(response.body)
            writer.write_record(writer.create_warc_record(response.url, "response", payload=body, http_headers=headers))

        return _scrapy(pages, write)


def _scrapy(pages: int, take: Callable[[Any], object]) -> dict[str, float]:
    """As fast as it goes: no cookies, no log, many requests a host, and not 100 tasks a page that wait for items."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    clock = Clock(pages)

    class Spider(scrapy.Spider):
        name = "bench"
        start_urls = urls(pages + WARM)

        def parse(self, response: Any) -> None:
            take(response)
            clock.page()

    process = CrawlerProcess(
        {"ROBOTSTXT_OBEY": True, "LOG_LEVEL": "ERROR", "COOKIES_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
         "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": HOSTS, "CONCURRENT_REQUESTS_PER_DOMAIN": HOSTS,
         "CONCURRENT_ITEMS": 1}
    )  # fmt: skip
    process.crawl(Spider)
    process.start()
    return clock.result()


def a_source() -> dict[str, Any]:
    """The source of the bench."""
    found = [{"kind": "feed", "url": f"http://127.0.2.1:{PORT}/feed"}]
    return {"name": "bench", "title": "Bench", "discover": found}


def settings(folder: Path, database_url: str, postmaster: int) -> dict[str, str]:
    """The environment of a process that fetches into a warehouse and below `folder`."""
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "bench.yml").write_text(json.dumps(a_source()), encoding="utf-8")
    values = {
        "DATABASE_URL": database_url,
        "HOME": str(folder / "home"),
        "RAW_URL": str(folder / "raw"),
        "SOURCES": str(folder / "sources"),
        "CONTACT": CONTACT,
        "ALLOW_PRIVATE": "127.0.0.0/8",
        "FETCH_DELAY_S": "0",
        "FETCH_HOSTS": str(HOSTS),
    }
    found = {f"DATELINE_{name}": value for name, value in values.items()}
    return {**os.environ, **found, "BENCH_POSTMASTER": str(postmaster), "BENCH_WARC": str(folder / "scrapy.warc.gz")}
