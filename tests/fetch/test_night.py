"""A night over many hosts of a real server (nginx): that window's articles and nothing else, each host at its pace."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import forget_settings
from tests.fetch.conftest import an_article, rows
from tests.http.town import CONTACT

HOSTS = 20
ARTICLES = 51  # of a day; robots.txt forbids the last one
DELAY_S = 0.1
CRAWL_DELAY_S = 0.3  # what the first host asks for
CONFIG = """
worker_processes 1; pid nginx.pid; error_log error.log; events {{ worker_connections 512; }}
http {{
    types {{ text/html html; text/xml xml; text/plain txt; }}
    log_format seen '$server_addr $request_time $msec $status "$request_uri" "$http_user_agent"';
    access_log access.log seen; gzip on; gzip_types text/html text/xml; root .;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    {servers}
}}
"""
SERVER = "server {{ listen {address}:{port}; location / {{ root {folder}; }} }}"


@dataclass(frozen=True)
class Seen:
    """A line of the server's log; `at` is when the request began, in seconds."""

    host: str
    at: float
    ended: float
    status: int
    path: str


@dataclass
class Night:
    """The hosts, and what the server has logged of them."""

    folder: Path
    port: int

    def url(self, host: int, path: str) -> str:
        return f"http://{address(host)}:{self.port}{path}"

    def log(self) -> list[Seen]:
        found = []
        for line in (self.folder / "access.log").read_text().splitlines():
            host, took, ended, status, path, *_ = line.split()
            found.append(Seen(host, float(ended) - float(took), float(ended), int(status), path.strip('"')))
        return found


def address(host: int) -> str:
    return f"127.0.1.{host + 1}"


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    """nginx with a folder a host; without it the test is skipped here and fails in continuous integration."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("nginx is not installed (apt-get install nginx-light)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path / "night"
    (folder / "tmp").mkdir(parents=True)
    found = Night(folder, port)
    for host in range(HOSTS):
        build(found, host)
    servers = "".join(SERVER.format(address=address(host), port=port, folder=address(host)) for host in range(HOSTS))
    config = CONFIG.format(servers=servers)
    (folder / "nginx.conf").write_text(("user root;" if os.geteuid() == 0 else "") + config)
    process = subprocess.Popen([program, "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;"])
    try:
        wait_for(port, process)
        yield found
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx ended"
        try:
            socket.create_connection((address(0), port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("nginx does not listen")


def build(night: Night, host: int) -> None:
    """Articles of 9 to 11 March, a hidden folder, and a sitemap of all of them."""
    folder = night.folder / address(host)
    entries = []
    for day in (9, 10, 11):
        for number in range(ARTICLES):
            hidden = number == ARTICLES - 1
            path = f"/{'hidden' if hidden else 'news'}/2026-03-{day:02}-{number}.html"
            (folder / path.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            (folder / path.lstrip("/")).write_bytes(an_article(f"Host {host} tells story {number} of the {day}th"))
            entries.append(
                f"<url><loc>{night.url(host, path)}</loc><news:news><news:publication_date>2026-03-{day:02}T08:00:00Z"
                "</news:publication_date></news:news></url>"
            )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    (folder / "sitemap.xml").write_text(f"<urlset {spaces}>{''.join(entries)}</urlset>")
    delay = f"Crawl-delay: {CRAWL_DELAY_S}\n" if host == 0 else ""
    (folder / "robots.txt").write_text(f"User-agent: *\n{delay}Disallow: /hidden/\n")


@pytest.fixture
def sources(night: Night, tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "sources"
    folder.mkdir()
    for host in range(HOSTS):
        found = [{"kind": "sitemap", "url": night.url(host, "/sitemap.xml")}]
        source = {"name": f"host{host}", "title": f"Host {host}", "discover": found, "fetch": {"delay_s": DELAY_S}}
        (folder / f"host{host}.yml").write_text(json.dumps(source))
    values = {"SOURCES": str(folder), "WORKERS": "1", "CONTACT": CONTACT, "ALLOW_PRIVATE": "127.0.0.0/8"}
    for name, value in values.items():
        monkeypatch.setenv(f"DATELINE_{name}", value)
    forget_settings()
    yield
    monkeypatch.undo()
    forget_settings()


@pytest.mark.usefixtures("sources")
def test_a_night_fetches_its_window_once_and_politely(night: Night) -> None:
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status
    from pipeline.windows import Window

    def run() -> dict[str, object]:
        return run_status(warehouse(), run_window(Window.parse("2026-03-10")))

    first = run()
    wanted = {f"/news/2026-03-10-{number}.html" for number in range(ARTICLES - 1)}
    assert (first["new"], first["state"]) == (HOSTS * len(wanted), "success")
    seen = night.log()
    pages = Counter((item.host, item.path) for item in seen if item.path.endswith(".html"))
    assert pages == Counter((address(host), path) for host in range(HOSTS) for path in wanted)
    check_pace(seen)
    again = run()
    assert (again["new"], again["unchanged"]) == (0, first["new"])
    more = night.log()[len(seen) :]
    assert {item.path for item in more} <= {"/robots.txt", "/sitemap.xml"}
    assert {item.status for item in more if item.path == "/sitemap.xml"} == {304}, (
        "listings are asked for conditionally"
    )
    refused = rows("select distinct error_class, outcome from core.page_fetch where requested_url like '%hidden%'")
    assert [tuple(row) for row in refused] == [("robots-disallowed", "failed")]


def check_pace(seen: list[Seen]) -> None:
    """From the end of a request to the beginning of the next one on its host; all hosts side by side."""
    for host in range(HOSTS):
        own = sorted((item for item in seen if item.host == address(host)), key=lambda item: item.at)
        least = CRAWL_DELAY_S if host == 0 else DELAY_S
        gaps = [after.at - before.ended for before, after in pairwise(own) if before.path != "/robots.txt"]
        assert min(gaps) >= least - 0.005, f"{address(host)} was asked again too soon"
    one_by_one = len(seen) * DELAY_S
    assert max(item.ended for item in seen) - min(item.at for item in seen) < one_by_one, "hosts wait for each other"
