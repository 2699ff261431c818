"""`python -m bench.fetch`: pages a CPU second of the fetch stage beside Scrapy, on one nginx, delays off; memory.

Both ask robots.txt, decode gzip and hash each page; neither writes anything. Each runs in a process of its own.
"""

import asyncio
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

PAGES = 4_000
MEMORY_PAGES = 20_000
HOSTS = 20
ROUNDS = 3
PORT = 18_473
CONTACT = "https://example.org/bot jane@example.org"
TEXT = "<p>At least eleven people were killed, police said. The harbour master said the search went on. </p>" * 300
CONFIG = """
{user} worker_processes 1; pid nginx.pid; error_log error.log; events {{ worker_connections 512; }}
http {{ types {{ text/html html; }} access_log off; gzip on; keepalive_requests 100000;
  client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
  server {{ {listen} location / {{ root pages; }} }} }}
"""


def urls(pages: int) -> list[str]:
    """Addresses over all hosts."""
    return [f"http://127.0.2.{number % HOSTS + 1}:{PORT}/page.html?{number}" for number in range(pages)]


def run_dateline(pages: int) -> dict[str, float]:
    """Fetch with the stage's client; gives pages, CPU seconds, seconds, and memory in the middle and at the end."""
    from pipeline.adapters.http import Fetcher
    from pipeline.adapters.http.addresses import networks
    from pipeline.articles import Candidate
    from pipeline.fetch import fetch_pages
    from pipeline.sources import SourceConfig

    found = [{"kind": "feed", "url": f"http://127.0.2.1:{PORT}/feed"}]
    source = SourceConfig.model_validate({"name": "bench", "title": "Bench", "discover": found})
    wanted = [Candidate("bench", url, None, None, None) for url in urls(pages)]
    seen, middle = 0, 0.0

    async def work() -> None:
        nonlocal seen, middle
        async with (
            Fetcher(CONTACT, allowed=networks(["127.0.0.0/8"]), hosts=HOSTS, delay_s=0) as fetcher,
            aclosing(fetch_pages(wanted, source, fetcher, {})) as results,
        ):
            async for item in results:
                seen += item.page is not None
                if seen == pages // 2:
                    middle = memory_mib()

    before, started = cpu_s(), time.monotonic()
    asyncio.run(work())
    return {"pages": seen, "cpu_s": cpu_s() - before, "s": time.monotonic() - started, "middle_mib": middle,
            "end_mib": memory_mib()}  # fmt: skip


def run_scrapy(pages: int) -> dict[str, float]:
    """The same with Scrapy."""
    import scrapy
    from scrapy.crawler import CrawlerProcess
    from scrapy.http import Response

    seen = 0

    class Spider(scrapy.Spider):
        name = "bench"
        start_urls = urls(pages)

        def parse(self, response: Response) -> None:
            nonlocal seen
            seen += bool(hashlib.sha256(response.body).hexdigest())

    settings = {"ROBOTSTXT_OBEY": True, "LOG_LEVEL": "ERROR", "COOKIES_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
                "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": HOSTS, "CONCURRENT_REQUESTS_PER_DOMAIN": HOSTS}  # fmt: skip
    process = CrawlerProcess(settings)
    process.crawl(Spider)
    before, started = cpu_s(), time.monotonic()
    process.start()
    return {"pages": seen, "cpu_s": cpu_s() - before, "s": time.monotonic() - started, "end_mib": memory_mib()}


def cpu_s() -> float:
    """CPU seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def memory_mib() -> float:
    """Resident memory of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


@contextmanager
def nginx() -> Iterator[None]:
    """A server with one page, on many loopback addresses."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        sys.exit("bench.fetch needs nginx: apt-get install nginx-light")
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "pages").mkdir()
        (folder / "tmp").mkdir()
        (folder / "pages" / "page.html").write_text(f"<!doctype html><html><body>{TEXT}</body></html>")
        (folder / "pages" / "robots.txt").write_text("User-agent: *\nDisallow: /hidden\n")
        listen = " ".join(f"listen 127.0.2.{number + 1}:{PORT};" for number in range(HOSTS))
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(CONFIG.format(user=user, listen=listen))
        server = subprocess.Popen([program, "-p", name, "-c", "nginx.conf", "-g", "daemon off;"])
        time.sleep(1)
        try:
            yield
        finally:
            server.terminate()
            server.wait(10)


def in_process(name: str, pages: int) -> dict[str, float]:
    """What a run in a process of its own measured."""
    command = [sys.executable, "-m", "bench.fetch", name, str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Prints the measurements."""
    with nginx():
        best: dict[str, float] = {}
        for _ in range(ROUNDS):
            for name in ("dateline", "scrapy"):
                found = in_process(name, PAGES)
                assert found["pages"] == PAGES, found
                best[name] = max(best.get(name, 0), PAGES / found["cpu_s"])
        for name, rate in best.items():
            print(
                f"fetch  {name:9} {rate:7.0f} pages a CPU second (best of {ROUNDS}, {PAGES} pages of {len(TEXT)} bytes)"
            )
        found = in_process("dateline", MEMORY_PAGES)
        middle, end = found["middle_mib"], found["end_mib"]
        half = MEMORY_PAGES // 2
        print(f"fetch  memory    {middle:7.0f} MiB after {half} pages, {end:.0f} MiB after {MEMORY_PAGES}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps({"dateline": run_dateline, "scrapy": run_scrapy}[sys.argv[1]](int(sys.argv[2]))))
    else:
        main()
