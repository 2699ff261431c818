"""Source files are strict: what is wrong is named with its file, its key and what was probably meant."""

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import Terminal
from pipeline.sources import Prefer, Site, load_source, load_sources
from pipeline.strategies import Pages

OPEN = re.compile("CC |Public domain")

GOOD = """
name: harbour
title: Harbour Times
country: GB
timezone: Europe/London
discover:
  - {kind: archive, location: sample}
sites:
  northern-post.example: {name: The Northern Post, country: CA}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A source file in a folder of sources."""
    path = tmp_path / "sources" / "gb" / "harbour.yml"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_a_site_is_known_by_its_own_entry_and_then_by_the_source(source: Path) -> None:
    config = load_source(source)
    assert config.site("northern-post.example") == Site(
        name="The Northern Post", country="CA", timezone="Europe/London"
    )
    assert config.site("another.example") == config.site(None) == Site(country="GB", timezone="Europe/London")


def test_a_site_may_prefer_candidates(source: Path) -> None:
    prefer = "{published: [url, 'time near the headline'], byline: [rel-author]}"
    source.write_text(GOOD.replace("country: CA}", f"prefer: {prefer}}}"), encoding="utf-8")
    config = load_source(source)
    assert config.site("northern-post.example").prefer == Prefer(
        published=("url", "time near the headline"), byline=("rel-author",)
    )
    assert config.site("another.example").prefer == Prefer()


def test_sources_are_found_in_every_folder(source: Path) -> None:
    source.with_name("other.yml").write_text(GOOD.replace("name: harbour", "name: other", 1), encoding="utf-8")
    assert sorted(load_sources(source.parent.parent)) == ["harbour", "other"]


def test_the_sources_of_the_project_are_in_order() -> None:
    assert "sample" in load_sources(Path(__file__).resolve().parent.parent / "sources")


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("timezone:", "timezon:", r"harbour\.yml: timezon: unknown key; did you mean 'timezone'"),
        ("location:", "locaton:", r"harbour\.yml: .*discover\.0\.locaton: unknown key; did you mean 'location'"),
        ("country: CA", "contry: CA", r"contry: unknown key; did you mean 'country'"),
        ("country: CA", "prefer: {publishd: [url]}", r"prefer\.publishd: unknown key; did you mean 'published'"),
        ("country: CA", "prefer: {byline: [rel_author]}", r"prefer\.byline\.0: .*did you mean 'rel-author'"),
        ("country: GB", "country: Britain", r"harbour\.yml: country: "),
        ("Europe/London", "Europe/Londn", r"harbour\.yml: timezone: .*no IANA time zone is called 'Europe/Londn'"),
        ("name: harbour", "name: Harbour Times!", r"harbour\.yml: name: "),
        ("title: Harbour Times\n", "", r"harbour\.yml: title: Field required"),
        ("kind: archive", "kind: feed", r"harbour\.yml: discover\.0"),
        (GOOD, "- a list", r"harbour\.yml: a source is a mapping of keys, this is list"),
        (GOOD, "name: [", r"harbour\.yml: not a YAML file"),
        (GOOD, "", r"harbour\.yml: a source is a mapping of keys, this is NoneType"),
    ],
)
def test_what_is_wrong_is_named(source: Path, written: str, instead: str, message: str) -> None:
    source.write_text(GOOD.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(Terminal, match=message):
        load_sources(source.parent.parent)


def test_two_sources_of_one_name(source: Path) -> None:
    source.with_name("again.yml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(
        Terminal, match=r"two sources are called 'harbour': .*again\.yml and .*harbour\.yml; rename one"
    ):
        load_sources(source.parent.parent)


def test_a_file_in_another_encoding(source: Path) -> None:
    source.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(Terminal, match=r"harbour\.yml: not a YAML file"):
        load_source(source)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(Terminal, match=r"no folder of sources at .*: create it, or set DATELINE_SOURCES"):
        load_sources(tmp_path / "nowhere")


LIVE = """
name: harbour
title: Harbour Times
homepage: https://harbour-times.example/
licence: CC BY 4.0
verified: never
articles: ['/\\d{4}/\\d{2}/']
discover:
  - {kind: feed, url: 'https://harbour-times.example/rss.xml'}
  - {kind: sitemap}
  - {kind: pages, url: 'https://harbour-times.example/{year}/{month:02}/{day:02}/?page={page}', links: '/news/'}
  - {kind: cdx, url: harbour-times.example/*}
  - {kind: list, location: lists/harbour.txt}
  - {kind: archive, location: sample}
"""


def test_every_kind_of_discovery(source: Path) -> None:
    source.write_text(LIVE, encoding="utf-8")
    config = load_source(source)
    assert [item.kind for item in config.live] == ["feed", "sitemap", "pages", "cdx", "list"]
    assert [item.location for item in config.archives] == ["sample"]
    assert config.verified == "never"


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("kind: feed, url:", "kind: feed, ulr:", r"discover\.0\.url: Field required; discover\.0\.ulr: unknown key"),
        ("kind: sitemap", "kind: sitmap", r"discover\.1\.kind: 'sitmap' is none of .*did you mean 'sitemap'"),
        ("kind: sitemap", "knd: sitemap", r"discover\.1: .*kind"),
        (
            "{month:02}",
            "{mnth:02}",
            r"discover\.2\.url: .*cannot be filled in \('mnth'\): it takes \{year\}, \{month\}",
        ),
        ("{year}/{month:02}/{day:02}/", "today/", r"discover\.2\.url: .*names no \{year\}"),
        ("https://harbour-times.example/rss.xml", "ftp://a.example/", r"discover\.0\.url: .*no http or https address"),
        ("https://harbour-times.example/\n", "harbour-times.example\n", r"homepage: .*no http or https address"),
        ("location: sample}", "location: 'sample/{month}'}", r"discover\.5\.location: .*names no \{year\}"),
        (r"/\d{4}/\d{2}/", "/(/", r"articles\.0: .*no regular expression"),
        ("verified: never", "verified: yesterday", r"verified"),
        ("licence:", "license:", r"license: unknown key; did you mean 'licence'"),
    ],
)
def test_what_is_wrong_with_a_live_source_is_named(source: Path, written: str, instead: str, message: str) -> None:
    assert written in LIVE
    source.write_text(LIVE.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(Terminal, match=message):
        load_source(source)


def test_templates_are_filled_in() -> None:
    pages = Pages(kind="pages", url="https://a.example/{year}/{month_name}/{month_short}/{day:02}?p={page}")
    assert pages.address(date(2019, 9, 5), 3) == "https://a.example/2019/september/sep/05?p=3"
    assert pages.is_daily
    assert pages.is_paged
    assert not Pages(kind="pages", url="https://a.example/{year}-{month}").is_daily


def test_the_sources_that_come_with_it() -> None:
    shipped = load_sources(Path(__file__).resolve().parent.parent / "sources")
    live = [config for config in shipped.values() if config.live]
    assert len(live) >= 12
    assert len({config.country for config in live if config.country}) >= 6
    assert len({config.language for config in live}) >= 4
    assert all(config.licence and config.terms and config.homepage and config.language for config in live)
    closed = [config.name for config in live if config.enabled and not OPEN.match(config.licence or "")]
    assert closed == []
    assert not shipped["wsws"].enabled


@pytest.mark.parametrize(
    ("name", "address", "is_article"),
    [
        ("wsws", "https://www.wsws.org/en/articles/2016/08/02/syri-a02.html", True),
        ("wsws", "https://www.wsws.org/en/topics/country/syria", False),
        ("global-voices-en", "https://globalvoices.org/2019/03/12/a-story-of-a-harbour/", True),
        ("global-voices-en", "https://globalvoices.org/2019/03/12/", False),
        ("global-voices-en", "https://es.globalvoices.org/2019/03/12/una-historia/", False),
        ("the-conversation-fr", "https://theconversation.com/un-titre-en-quelques-mots-123456", True),
        ("the-conversation-fr", "https://theconversation.com/profiles/jane-doe-123456", False),
        ("wikinews-en", "https://en.wikinews.org/wiki/Ferry_burns_off_harbour", True),
        ("wikinews-en", "https://en.wikinews.org/wiki/Category:March_12,_2019", False),
        ("propublica", "https://www.propublica.org/article/a-story-of-a-harbour", True),
        ("propublica", "https://www.propublica.org/topics/health-care", False),
        ("agencia-brasil", "https://agenciabrasil.ebc.com.br/geral/noticia/2019-03/incendio-no-porto", True),
    ],
)
def test_patterns_of_the_sources_that_come_with_it(name: str, address: str, is_article: bool) -> None:
    config = load_sources(Path(__file__).resolve().parent.parent / "sources")[name]
    assert any(re.search(pattern, address) for pattern in config.articles) is is_article
