"""A first YAML file for a source, from what its site offers."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from pipeline.addresses import site_of
from pipeline.discover.probe import Probe
from pipeline.errors import Terminal
from pipeline.sources import load_source, load_sources

_NO_COUNTRY = {"eu", "tv", "me", "io", "co", "fm", "ai", "cc", "ly", "to"}  # domains of countries that all use
_HEAD = """# Written by `dateline sources new`. It is off until somebody has looked: do its terms allow it?
# docs/sources.md explains every key; `dateline sources check {name}` tries it.
"""


def write_source(found: Probe, folder: Path, name: str | None = None) -> Path:
    """Write the file below `folder`; raises `Terminal` where nothing was found, or the name is taken."""
    if not found.offers:
        raise Terminal(f"{found.homepage} names no feed, no sitemap and no pages by day: write its source by hand")
    domain = site_of(found.homepage) or urlsplit(found.homepage).hostname or "site"
    chosen = name or re.sub(r"[^a-z0-9]+", "-", domain.rpartition(".")[0].lower() or domain).strip("-") or "site"
    if folder.is_dir() and chosen in load_sources(folder):
        raise Terminal(f"a source is called {chosen!r} already: give another one with --name")
    country = _country(domain)
    path = folder / (country or "world").lower() / f"{chosen}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = yaml.safe_dump(_source(found, chosen, country), sort_keys=False, allow_unicode=True, width=110)
    path.write_text(_HEAD.format(name=chosen) + content, encoding="utf-8")
    load_source(path)
    return path


def _source(found: Probe, name: str, country: str | None) -> dict[str, Any]:
    source: dict[str, Any] = {"name": name, "title": found.title or name, "enabled": False}
    known = {"country": country, "language": found.language, "homepage": found.homepage, "licence": found.licence}
    source |= {key: value for key, value in known.items() if value}
    return {**source, "verified": "never", "discover": [offer.strategy for offer in found.offers]}


def _country(domain: str) -> str | None:
    """The country that a domain says: news.co.uk is in Great Britain."""
    last = domain.rpartition(".")[2].lower()
    if len(last) != 2 or not last.isascii() or not last.isalpha() or last in _NO_COUNTRY:
        return None
    return "GB" if last == "uk" else last.upper()
