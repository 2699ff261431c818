"""A night over twenty hosts of nginx: its window's articles and nothing else, each host at the pace that it asks for.

The hosts differ: in how their articles are listed, in what they ask for, and in how they answer.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import brotli
import pytest

from pipeline.adapters.http import connecting, robots, tdmrep
from tests.fetch.conftest import later, rows
from tests.http.town import CONTACT, certificate
from tests.town.app import HTML, Answer, App, Send, serving
from tests.town.conftest import WriteSource
from tests.town.nginx import Nginx, Seen, Site, free_ports, nginx
from tests.town.publisher import Publisher, article_of

HOSTS = 20
ARTICLES = 50  # of a day, and one that robots.txt forbids
DELAY_S = 0.1
CRAWL_DELAY_S = 0.3
DAYS = [date(2026, 3, day) for day in (9, 10, 11)]
NIGHT = DAYS[1]
SLOW, BUSY, FLAKY, CHECKED, MOVED, PACKED, SAFE, NAMED, RSS, ATOM, JSON, PAGES, INDEX = range(13)
NAME = "harbour.example"
FOLDERS = {MOVED: "old/news", PACKED: "packed", RSS: "world"}


def address(host: int) -> str:
    return f"127.0.1.{host + 1}"


def path_of(host: int, day: date, number: int) -> str:
    """Ten of the busy host's articles are behind a limit, three of the flaky one's behind an application."""
    folder = FOLDERS.get(host, "news")
    folder = "busy" if host == BUSY and number < 10 else "app" if host == FLAKY and number < 3 else folder
    return f"/{folder if number < ARTICLES else 'hidden'}/{day}-{number}.html"


def paths(host: int, day: date) -> list[str]:
    return [path_of(host, day, number) for number in range(ARTICLES + 1)]


class Night:
    """The hosts, and the server that they are on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_ports()
        self.ca_file, _ = certificate(folder, [address(SAFE)])
        self.server: Nginx

    def url(self, host: int, path: str) -> str:
        name = NAME if host == NAMED else address(host)
        return f"{'https' if host == SAFE else 'http'}://{name}:{self.port + (host == SAFE)}{path}"

    def publisher(self, host: int) -> Publisher:
        return Publisher(self.folder / address(host), lambda path: self.url(host, path))

    def build(self) -> None:
        """Files for all hosts."""
        for host in range(HOSTS):
            publisher = self.publisher(host)
            for day in DAYS:
                for number, path in enumerate(paths(host, day)):
                    write_article(
                        publisher, path.removeprefix("/old"), f"Host {host} tells story {number} of {day}", day
                    )
            LISTINGS.get(host, write_sitemap)(publisher, host)
            delay = f"Crawl-delay: {CRAWL_DELAY_S}\n" if host == SLOW else ""
            publisher.write("/robots.txt", f"User-agent: *\n{delay}Disallow: /hidden/\n")


def write_article(publisher: Publisher, path: str, title: str, day: date) -> None:
    publisher.article(path, title, day)
    if path.startswith("/packed/"):
        publisher.write(f"{path}.br", brotli.compress(article_of(title, day)))


def listed(host: int) -> list[tuple[str, date]]:
    return [(path, day) for day in DAYS for path in paths(host, day)]


def write_sitemap(publisher: Publisher, host: int) -> None:
    publisher.urlset("/sitemap.xml", listed(host), news=True)


def write_index(publisher: Publisher, host: int) -> None:
    publisher.urlset("/news-2026.xml.gz", listed(host), news=True)
    publisher.index("/sitemap.xml", ["/news-2026.xml.gz", "/sitemap.xml"])


def write_rss(publisher: Publisher, host: int) -> None:
    items = "".join(
        f"<item><link>{publisher.url(path)}?utm_source=rss</link>"
        f"<pubDate>{format_datetime(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))}</pubDate></item>"
        for path, day in listed(host)
    )
    publisher.write("/feed.xml", f'<rss version="2.0"><channel>{items}</channel></rss>')


def write_atom(publisher: Publisher, host: int) -> None:
    items = "".join(
        f'<entry><link href="{path}"/><published>{day}T09:00:00Z</published></entry>' for path, day in listed(host)
    )
    publisher.write("/feed.xml", f'<feed xmlns="http://www.w3.org/2005/Atom">{items}</feed>')


def write_json(publisher: Publisher, host: int) -> None:
    items = [{"url": publisher.url(path), "date_published": f"{day}T09:00:00Z"} for path, day in listed(host)]
    publisher.write("/feed.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))


def write_pages(publisher: Publisher, host: int) -> None:
    for day in DAYS:
        found = paths(host, day)
        for number in range(3):
            publisher.list_page(f"/archive/{day}/{number + 1}/index.html", found[number * 20 : number * 20 + 20])


LISTINGS = {INDEX: write_index, RSS: write_rss, ATOM: write_atom, JSON: write_json, PAGES: write_pages}


def strategy(night: Night, host: int) -> dict[str, Any]:
    if host in (RSS, ATOM, JSON):
        name = "/feed.json" if host == JSON else "/feed.xml"
        return {"kind": "feed", "url": night.url(host, name), "days": 10_000}
    if host == PAGES:
        return {"kind": "pages", "url": night.url(host, "/archive/{year}-{month:02}-{day:02}/{page}/")}
    return {"kind": "sitemap", "url": night.url(host, "/sitemap.xml")}


async def flaky(app: App, scope: dict[str, Any], _send: Send) -> Answer:
    """Busy at first, and says until when as a date; then the article."""
    if app.asked[scope["path"]] == 1:
        until = datetime.now(UTC) + timedelta(seconds=2)
        return 503, {**HTML, "retry-after": format_datetime(until, usegmt=True)}, b"busy"
    return 200, HTML, article_of(f"Story {scope['path']}", NIGHT)


@pytest.fixture
def night(tmp_path: Path, write_source: WriteSource, monkeypatch: pytest.MonkeyPatch) -> Iterator[Night]:
    (tmp_path / "night").mkdir()
    found = Night(tmp_path / "night")
    found.build()
    monkeypatch.setenv("DATELINE_CA_FILE", str(found.ca_file))
    real = connecting._addresses
    monkeypatch.setattr(connecting, "_addresses", lambda h, p: [address(NAMED)] if h == NAME else real(h, p))
    for host in range(HOSTS):
        recheck = {"recheck": [{"until_h": 1e6, "every_h": 1}]} if host == CHECKED else {}
        write_source(f"host{host}", strategy(found, host), fetch={"delay_s": DELAY_S, **recheck})
    app = App({"/app/": flaky})
    pem = found.folder / "server.pem"
    with serving(app):
        sites = [Site(address(host), address(host), app.port, tls=host == SAFE) for host in range(HOSTS)]
        with nginx(found.folder, sites, found.port, pem) as found.server:
            yield found


def run() -> dict[str, Any]:
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status
    from pipeline.windows import Window

    return run_status(warehouse(), run_window(Window(NIGHT, NIGHT)))


def articles(seen: list[Seen]) -> list[Seen]:
    return [item for item in seen if item.path.endswith(".html") and item.status not in (301, 429, 503)]


def test_a_night_fetches_its_window_once_and_politely(night: Night) -> None:
    done = run()
    assert (done["new"], done["pages"], done["state"]) == (HOSTS * ARTICLES, HOSTS * ARTICLES, "success")
    seen = night.server.log()
    asked = Counter((item.host, item.path) for item in articles(seen))
    wanted = [(address(host), path.removeprefix("/old")) for host in range(HOSTS) for path in paths(host, NIGHT)[:-1]]
    assert asked == Counter(wanted)
    check_pace(seen)
    one_by_one = len(seen) * DELAY_S
    assert max(item.ended for item in seen) - min(item.at for item in seen) < one_by_one, "hosts wait for each other"
    check_answers(seen)
    refused = rows("select distinct error_class, outcome from core.page_fetch where requested_url like '%hidden%'")
    assert [tuple(row) for row in refused] == [("robots-disallowed", "failed")]
    check_log(seen)
    check_second_run(night, len(seen))


def check_pace(seen: list[Seen]) -> None:
    """From the end of a request to the beginning of the next one on its host."""
    for host in range(HOSTS):
        own = sorted((item for item in seen if item.host == address(host)), key=lambda item: item.at)
        for before, after in pairwise(own):
            least = CRAWL_DELAY_S if host == SLOW and before.path != "/robots.txt" else DELAY_S
            if before.retry_after:
                least = max(least, told(before))
            assert after.at - before.ended >= least - 0.005, f"{before} was followed too soon by {after}"


def told(item: Seen) -> float:
    """Seconds that a host asked for, from the end of its answer."""
    if item.retry_after.isdigit():
        return float(item.retry_after)
    return parsedate_to_datetime(item.retry_after).timestamp() - item.ended


def check_answers(seen: list[Seen]) -> None:
    """The hosts did what they are there for."""
    busy = [item for item in seen if item.status == 429]
    assert {(item.host, item.retry_after) for item in busy} == {(address(BUSY), "1")}
    assert len([item for item in seen if item.status == 503 and "GMT" in item.retry_after]) == 3
    assert len([item for item in seen if item.status == 301]) == ARTICLES
    packed = {item.encoding for item in articles(seen) if item.host == address(PACKED)}
    assert packed == {"br"}
    assert {item.name for item in seen if item.host == address(NAMED)} == {NAME}
    assert all(item.agent.startswith("Dateline/") and CONTACT.split()[1] in item.agent for item in seen)


def check_log(seen: list[Seen]) -> None:
    """Our log of attempts has what the server's has; a redirect is followed within an attempt."""
    kept = Counter(row.purpose for row in rows("select purpose from core.page_fetch where http_status is not null"))
    of_server = Counter(kind_of(item) for item in seen if item.status != 301)
    assert kept == of_server


def kind_of(item: Seen) -> str:
    if item.path.endswith(".html"):
        return "page"
    return {robots.PATH: "robots", tdmrep.PATH: "rights"}.get(item.path, "listing")


def check_second_run(night: Night, since: int) -> None:
    """What is due is asked for, conditionally; of it one was edited, one is gone."""
    publisher = night.publisher(CHECKED)
    edited, gone = paths(CHECKED, NIGHT)[7:9]
    publisher.article(edited, "Host 3 tells its story otherwise", NIGHT)
    (publisher.folder / gone.lstrip("/")).unlink()
    later(hours=2)
    again = run()
    assert (again["new"], again["revised"], again["unchanged"]) == (0, 1, HOSTS * ARTICLES)
    more = night.server.log(since)
    due = articles(more)
    assert Counter(item.path for item in due) == Counter(paths(CHECKED, NIGHT)[:-1])
    assert {item.host for item in due} == {address(CHECKED)}
    expected = {edited: 200, gone: 404}
    assert {item.path: item.status for item in due if item.status != 304} == expected
    listings = {item.path: item.status for item in more if kind_of(item) == "listing"}
    assert set(listings.values()) <= {304, 404}, "listings are asked for conditionally; 404 is behind the last page"
    check_pace(more)
