"""`dateline sources`: listed with their health, tried, and written for a site that somebody names."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.sources import load_source
from tests.conftest import forget_settings
from tests.fetch.conftest import an_article, live
from tests.http.town import CONTACT, Answer, Town

__all__ = ["live"]

TODAY = datetime.now(UTC).date()
FRONT = b"""<html lang="fr-FR"><head><title>La Ville | accueil</title><meta property="og:site_name" content="La Ville">
<link rel="alternate" type="application/rss+xml" href="/feed">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">
<link rel=license href="https://creativecommons.org/licenses/by/4.0/"></head><body>Bonjour</body></html>"""
XML = {"Content-Type": "application/xml"}


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of sources; no warehouse."""
    values = {"SOURCES": str(tmp_path / "sources"), "HOME": str(tmp_path / "home"), "CONTACT": CONTACT}
    for name, value in {**values, "ALLOW_PRIVATE": "127.0.0.0/8", "FETCH_DELAY_S": "0", "DATABASE_URL": ""}.items():
        monkeypatch.setenv(f"DATELINE_{name}", value)
    (tmp_path / "sources").mkdir()
    forget_settings()
    yield tmp_path / "sources"
    monkeypatch.undo()
    forget_settings()


def dateline(*words: str) -> Result:
    from pipeline.cli import app

    return CliRunner(env={"COLUMNS": "300"}).invoke(app, ["sources", *words])


def write(folder: Path, town: Town, *strategies: dict[str, str]) -> None:
    source = {"name": "town", "title": "Town", "homepage": town.url(), "licence": "CC BY 4.0", "discover": strategies}
    (folder / "town.yml").write_text(json.dumps(source), encoding="utf-8")


def a_feed(town: Town, *paths: str) -> Answer:
    items = "".join(
        f"<item><link>{town.url(path)}</link><title>Of {path}</title><pubDate>{TODAY}T00:00:01Z</pubDate></item>"
        for path in paths
    )
    return Answer(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), headers=XML)


def test_sources_are_listed_without_a_warehouse(folder: Path, town: Town) -> None:
    write(folder, town, {"kind": "feed", "url": town.url("/feed")}, {"kind": "sitemap"})
    shown = dateline()
    assert shown.exit_code == 0, shown.output
    assert "town" in shown.output
    assert "feed, sitemap" in shown.output
    assert "CC BY 4.0" in shown.output
    assert "dateline db start" in shown.output
    assert town.requests == []


def test_health_comes_from_the_warehouse(live: Callable[..., None], town: Town) -> None:
    from pipeline.errors import Terminal
    from tests.run.conftest import run

    assert "never asked" in dateline().output
    day = str(TODAY)
    town.pages.update({"/feed": a_feed(town, "/a", "/gone"), "/a": an_article("One")})
    run(day)
    assert "fine; in 7 days 1 pages, 1 failures" in dateline().output, "listings count as neither"
    town.pages["/feed"] = Answer(b"", 404)
    with pytest.raises(Terminal):
        run(day)
    shown = dateline().output
    assert "failing; in 7 days 1 pages" in shown
    assert "http-404" in shown
    assert "the last failure was not-found" in shown


def test_a_source_that_nobody_was_allowed_to_ask_is_not_called_fine(
    live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.run.conftest import run

    monkeypatch.delenv("DATELINE_CONTACT")
    live()
    run(str(TODAY), None)
    shown = dateline().output
    assert "never asked" in shown
    assert "fine" not in shown


def test_a_source_is_tried(folder: Path, town: Town) -> None:
    write(folder, town, {"kind": "feed", "url": town.url("/feed")}, {"kind": "list", "location": "nowhere.txt"})
    town.pages.update({"/feed": a_feed(town, "/a", "/tag/x"), "/a": an_article("Ferry burns")})
    shown = dateline("check", "town", "--window", str(TODAY))
    assert shown.exit_code == 1, "the list failed"
    for words in (f"feed {town.url('/feed')}", "served", "1 section", "failed", "Of /a", "Ferry burns", "(from meta)"):
        assert words in shown.output
    write(folder, town, {"kind": "feed", "url": town.url("/feed")})
    forget_settings()
    assert dateline("check", "town").exit_code == 0
    town.pages["/a"] = Answer(b"", 403)
    refused = dateline("check", "town")
    assert (refused.exit_code, "refused-by-site" in refused.output) == (1, True)
    assert list(folder.parent.rglob("*.warc.gz")) == []


def test_a_first_file_is_written_for_a_site(folder: Path, town: Town) -> None:
    week = TODAY - timedelta(days=7)
    dated = f"/{week.year}/{week.month:02}/{week.day:02}/"
    town.pages.update(
        {
            "/": FRONT,
            "/feed": a_feed(town, "/a", "/b"),
            "/robots.txt": f"Sitemap: {town.url('/news.xml')}\nSitemap: {town.url('/broken.xml')}".encode(),
            "/news.xml": Answer(
                f"<urlset><url><loc>/a</loc><lastmod>{TODAY}</lastmod></url></urlset>".encode(), headers=XML
            ),
            "/broken.xml": b"<html>not here</html>",
            dated: f'<html><body><a href="{dated}fire">Fire</a><a href="{dated}">Day</a></body></html>'.encode(),
        }
    )
    shown = dateline("new", town.url(), "--name", "la-ville")
    assert shown.exit_code == 0, shown.output
    assert "2 items" in shown.output
    assert "1 addresses" in shown.output
    assert f"1 articles of {week}" in shown.output
    path = folder / "world" / "la-ville.yml"
    source = load_source(path)
    assert (source.title, source.language, source.enabled, source.verified) == ("La Ville", "fr", False, "never")
    assert source.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert [(item.kind, getattr(item, "days", None)) for item in source.live] == [
        ("feed", 3),
        ("sitemap", 2),
        ("pages", None),
    ]
    assert str(path.name) in shown.output
    again = dateline("new", town.url(), "--name", "la-ville")
    assert "a source is called 'la-ville' already" in str(again.exception)


def test_a_site_without_anything_says_so(folder: Path, town: Town) -> None:
    town.pages["/"] = b"<html><body>Hello</body></html>"
    shown = dateline("new", town.url())
    assert "names no feed, no sitemap and no pages by day" in str(shown.exception)
    assert list(folder.rglob("*.yml")) == []
