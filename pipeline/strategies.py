"""How a source's pages are found: one model a `kind`, as a source's YAML gives it."""

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SAMPLE: dict[str, Any] = {"year": 2026, "month": 3, "day": 1, "page": 1, "month_name": "march"}
_SAMPLE |= {"month_short": "mar", "month_title": "March"}


class Strict(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ValueError(f"{value!r} is no http or https address")
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression: {error}") from error
    return value


def _filled(value: str) -> str:
    try:
        filled = value.format(**_SAMPLE)
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        raise ValueError(f"{value!r} cannot be filled in ({error}): it takes {{{'}, {'.join(_SAMPLE)}}}") from error
    if "{year" not in value:
        raise ValueError(f"{value!r} names no {{year}}")
    return filled


def _template(value: str) -> str:
    return _address(_filled(value)) and value


def _location(value: str) -> str:
    return _filled(value) and value if "{" in value else value


def fields_of(day: date, page: int = 1) -> dict[str, Any]:
    """What the placeholders of a template stand for."""
    name = _MONTHS[day.month - 1]
    words = {"month_name": name, "month_short": name[:3], "month_title": name.title()}
    return {"year": day.year, "month": day.month, "day": day.day, "page": page, **words}


Address = Annotated[str, AfterValidator(_address)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Template = Annotated[str, AfterValidator(_template)]
Location = Annotated[str, AfterValidator(_location)]


class Archive(Strict):
    """Pages that are already there: WARC, HTML, text and Markdown files in a folder or under an fsspec URL."""

    kind: Literal["archive"]
    location: Location = Field(description="A file, a folder (relative to the project) or an fsspec URL")
    window_by: Literal["published", "captured"] = "published"
    days: int = Field(2, ge=0, le=366, description="With {year} in `location`: how many days after its day a page lies")

    @property
    def is_dated(self) -> bool:
        """Whether only the files about a window are looked at."""
        return "{" in self.location


class Feed(Strict):
    """RSS, Atom or JSON Feed. It holds the latest items only."""

    kind: Literal["feed"]
    url: Address
    days: int = Field(3, ge=1, description="How many days back it is asked for")


class Sitemap(Strict):
    """A sitemap, a sitemap index or a news sitemap; without `url` those that the homepage's robots.txt names."""

    kind: Literal["sitemap"]
    url: Address | None = None
    days: int | None = Field(None, ge=1, description="How many days back it reaches (a news sitemap: 2); unset = all")
    only: Pattern | None = Field(None, description="Which sitemaps of an index are read")


class Pages(Strict):
    """One page, or sitemap, a day or month, which lists what was published then."""

    kind: Literal["pages"]
    url: Template = Field(description="Address with {year}, {month:02}, {day:02}, {month_name}, {page} and so on")
    links: Pattern | None = Field(None, description="Which of its links are articles; unset = as the source says")
    max_pages: int = Field(20, ge=1, le=1000, description="How far {page} is counted")
    since: date | None = Field(None, description="The first day that it has")

    def address(self, day: date, page: int = 1) -> str:
        """The address for a day.

        >>> Pages(kind="pages", url="https://a.example/{year}/{month_short}/{day:02}").address(date(2026, 3, 1))
        'https://a.example/2026/mar/01'
        """
        return self.url.format(**fields_of(day, page))

    @property
    def is_daily(self) -> bool:
        """Whether there is one a day."""
        return "{day" in self.url

    @property
    def is_paged(self) -> bool:
        """Whether a day has several."""
        return "{page" in self.url


class Cdx(Strict):
    """Captures of a web archive with a CDX server, such as the Wayback Machine."""

    kind: Literal["cdx"]
    url: str = Field(description="Whose captures: news.example/* for a host, *.news.example, news.example/world/*")
    endpoint: Address = "https://web.archive.org/cdx/search/cdx"
    replay: str = Field("https://web.archive.org/web/{timestamp}id_/{url}", description="Address of a capture, bare")
    days: int = Field(3, ge=0, le=366, description="How many days after its day a page may have been captured first")
    exact: bool = Field(True, description="Ask of each address without a day whether it was captured before")


class UrlList(Strict):
    """Addresses, one a line, each with its day after a tab or comma where that is known."""

    kind: Literal["list"]
    location: str = Field(description="A file (relative to the project), an fsspec URL, or an address")


Live = Feed | Sitemap | Pages | Cdx | UrlList
Strategy = Annotated[Archive | Live, Field(discriminator="kind")]
STRATEGIES = (Archive, Feed, Sitemap, Pages, Cdx, UrlList)
