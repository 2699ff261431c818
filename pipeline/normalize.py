"""Composes the three cores: what a page says becomes people, moments and mentions."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from pipeline import bylines, dates, numbers
from pipeline.articles import ExtractedArticle, NormalizedArticle, Versions
from pipeline.bylines import BylineChoice
from pipeline.dates import DateChoice
from pipeline.numbers import Mention
from pipeline.sources import Site

# Country-code domains that the whole world registers; they say nothing about a publisher's country.
GENERIC_DOMAINS = frozenset(
    {"ac", "ai", "am", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "so", "st", "su"}
    | {"tk", "to", "tv", "us", "vc", "ws"}
)


def normalize(article: ExtractedArticle, site: Site, extract_version: str) -> NormalizedArticle:
    """Read the authors, the dates and the numbers of an extracted article.

    `site` is what its source knows of the publisher. The text of a rejected page is kept, and not searched for numbers.
    """
    chosen_dates = choose_dates(article, site)
    chosen_byline = choose_authors(article, site)
    return NormalizedArticle(
        page=article.page,
        canonical_url=article.canonical_url,
        aliases=article.aliases,
        site=article.site,
        publisher=article.publisher,
        title=article.title,
        text=article.text,
        language=article.language,
        section=article.section,
        genre=article.genre,
        byline=chosen_byline.byline,
        authors=chosen_byline.authors,
        byline_candidates=chosen_byline.candidates,
        dateline=bylines.read_dateline(article.text),
        published=chosen_dates.published,
        published_from=chosen_dates.published_from,
        modified=chosen_dates.modified,
        modified_from=chosen_dates.modified_from,
        date_candidates=chosen_dates.candidates,
        mentions=() if article.rejected else _mentions(article, site, chosen_dates),
        versions=core_versions(extract_version),
        rejected=article.rejected,
    )


def core_versions(extract_version: str) -> Versions:
    """The versions that the rows of an article bear."""
    return Versions(extract_version, bylines.VERSION, dates.VERSION, numbers.VERSION)


def choose_authors(article: ExtractedArticle, site: Site) -> BylineChoice:
    """The authors of a page, as the whole normalisation chooses them."""
    return bylines.choose_authors(
        article.bylines, language=article.language, publisher=article.publisher, prefer=site.prefer.byline
    )


def choose_dates(article: ExtractedArticle, site: Site) -> DateChoice:
    """The dates of a page, as the whole normalisation chooses them."""
    return dates.choose_dates(
        article.dates,
        captured_at=article.page.captured_at,
        language=article.language,
        country=country_of(article, site),
        zone=ZoneInfo(site.timezone) if site.timezone else None,
        prefer_published=site.prefer.published,
        prefer_modified=site.prefer.modified,
    )


def country_of(article: ExtractedArticle, site: Site) -> str | None:
    """The publisher's country (ISO 3166-1): what its source says, else that of its domain, else that of its locale."""
    domain = (article.site or "").rpartition(".")[2]
    if site.country:
        return site.country
    if len(domain) != 2 or domain in GENERIC_DOMAINS:
        return article.region
    return "GB" if domain == "uk" else domain.upper()


def _mentions(article: ExtractedArticle, site: Site, chosen: DateChoice) -> tuple[Mention, ...]:
    """The mentions of the headline, then those of the text; each part's `part_of` points into the joined list."""
    published = chosen.published.day if chosen.published else None
    country = country_of(article, site)
    headline = numbers.find_mentions(
        article.title or "", language=article.language, country=country, published=published, part="headline"
    )
    body = numbers.find_mentions(article.text, language=article.language, country=country, published=published)
    return (*headline, *(_moved(mention, len(headline)) for mention in body))


def _moved(mention: Mention, by: int) -> Mention:
    """A mention whose `part_of` points `by` places further."""
    if by == 0 or mention.part_of is None:
        return mention
    return replace(mention, part_of=mention.part_of + by)
