"""One page in, one article out: decode, parse once, gather, refuse what is no article."""

from urllib.parse import urlsplit

from pipeline.articles import ExtractedArticle, FetchedPage, Listed, PageInfo, Refusal
from pipeline.bylines import RawByline
from pipeline.dates import RawDate
from pipeline.extract import addresses, refusals
from pipeline.extract.body import body_text
from pipeline.extract.byline_candidates import byline_candidates
from pipeline.extract.date_candidates import address_dates, answer_dates, date_candidates
from pipeline.extract.decode import decode
from pipeline.extract.document import Document, parse
from pipeline.extract.furniture import without_head
from pipeline.extract.headline import choose_headline
from pipeline.extract.jsonld import Node, text_of, texts_of
from pipeline.extract.language import declared_language, declared_region, language_of
from pipeline.extract.plaintext import read_plain
from pipeline.extract.regions import head_of
from pipeline.extract.strings import tidy
from pipeline.sources import Site, SourceConfig

VERSION = "1"

_PLAIN = frozenset({"text/plain", "text/markdown", "text/x-markdown"})


def extract(page: FetchedPage, source: SourceConfig) -> ExtractedArticle:
    """Read one captured page. Never raises on any bytes: what cannot be an article has `rejected` filled."""
    refusal = refusals.refuse_bytes(page)
    if refusal is not None:
        return _rejected(page, refusal)
    decoded = decode(page.body, page.charset)
    if decoded is None:
        return _rejected(page, Refusal("undecodable", "the bytes are not text"))
    if page.media_type in _PLAIN:
        return _from_plain(page, decoded.text, source)
    document = parse(decoded.text)
    if document is None:
        return _rejected(page, Refusal("empty", "there is no markup in the page"))
    return _from_html(page, document, source)


def _from_plain(page: FetchedPage, content: str, source: SourceConfig) -> ExtractedArticle:
    article = read_plain(content)
    site = addresses.site_of(addresses.clean(page.url))
    known, listed = source.site(site), page.listed or Listed()
    head = enumerate(article.head, start=1)
    return ExtractedArticle(
        page=_info(page),
        canonical_url=addresses.clean(page.url),
        aliases=(),
        site=site,
        publisher=known.name,
        title=article.title or listed.title,
        text=article.text,
        language=language_of(article.text, known.language),
        section=None,
        genre=None,
        bylines=(
            *(RawByline((line,), "visible", f"line +{index}") for index, line in enumerate(article.head, start=1)),
            *listed.bylines,
        ),
        dates=(
            *(RawDate(line, "unspecified", "text", f"line +{index}") for index, line in head),
            *address_dates(page.url),
            *listed.dates,
            *answer_dates(page),
        ),
        rejected=refusals.refuse_plain(article.title, article.text),
    )


def _from_html(page: FetchedPage, document: Document, source: SourceConfig) -> ExtractedArticle:
    canonical, aliases = addresses.canonical(document, page.url)
    site = addresses.site_of(canonical)
    known = source.site(site)
    articles = _own_first(document.linked.articles(), canonical)
    publisher = _publisher(document, articles, known)
    title, heading = choose_headline(document, articles, _outlets(publisher, site, canonical, document))
    text = body_text(document.tree)
    head = head_of(heading)
    tags = _language_tags(document, articles)
    listed = page.listed or Listed()
    language = language_of(text, declared_language(*tags) or known.language)
    bylines = byline_candidates(document, articles, head, text)
    dates = date_candidates(document, articles, head, addresses.unarchived(page.url or ""), language)
    text = without_head(text, title, bylines, dates)
    return ExtractedArticle(
        page=_info(page),
        canonical_url=canonical,
        aliases=aliases,
        site=site,
        publisher=publisher,
        title=title or listed.title,
        text=text,
        language=language,
        section=_section(document, articles),
        genre=_genre(document, articles),
        bylines=(*bylines, *listed.bylines),
        dates=(*dates, *listed.dates, *answer_dates(page)),
        rejected=refusals.refuse_html(page, document, title, text),
        region=declared_region(*tags),
    )


def _own_first(articles: tuple[Node, ...], canonical: str | None) -> tuple[Node, ...]:
    """The article nodes with the one that names this page's address in front."""
    if len(articles) < 2 or canonical is None:
        return articles
    path = urlsplit(canonical).path.rstrip("/")
    for node in articles:
        named = [*texts_of(node.get("url")), *texts_of(node.get("@id"))]
        main = node.get("mainEntityOfPage")
        named += texts_of(main.get("@id") if isinstance(main, dict) else main)
        if any(urlsplit(addresses.clean(item) or "").path.rstrip("/") == path for item in named if path):
            return (node, *(other for other in articles if other is not node))
    return articles


def _publisher(document: Document, articles: tuple[Node, ...], known: Site) -> str | None:
    if known.name:
        return known.name
    named = [document.linked.resolve(node.get("publisher")) for node in articles[:2]]
    offered = [document.first("og:site_name"), *(text_of(item) for item in named), document.first("application-name")]
    return next((tidy(item, 200) for item in offered if item and not item.startswith("http")), None)


def _outlets(publisher: str | None, site: str | None, address: str | None, document: Document) -> list[str]:
    """Every name under which the outlet may be glued to a headline."""
    host = urlsplit(address or "").hostname or ""
    names = [publisher, site, host, host.removeprefix("www."), (site or "").split(".")[0]]
    names += [document.first("og:site_name"), document.first("application-name")]
    return [name for name in names if name]


def _language_tags(document: Document, articles: tuple[Node, ...]) -> list[str | None]:
    return [
        document.language,
        document.first("content-language", "og:locale", "dc.language", "language"),
        *(text_of(node.get("inLanguage")) for node in articles[:1]),
    ]


def _section(document: Document, articles: tuple[Node, ...]) -> str | None:
    offered = [document.first("article:section", "parsely-section", "og:section", "section")]
    offered += [text for node in articles[:1] for text in texts_of(node.get("articleSection"))]
    return next((tidy(item, 200) for item in offered if item), None)


_GENRES = {
    "opinionnewsarticle": "opinion",
    "liveblogposting": "live",
    "analysisnewsarticle": "analysis",
    "reviewnewsarticle": "review",
    "newsarticle": "news",
    "reportagenewsarticle": "news",
}


def _genre(document: Document, articles: tuple[Node, ...]) -> str | None:
    """The genre that the page says of itself."""
    for node in articles[:1]:
        kinds = node.get("@type")
        for kind in texts_of(kinds):
            if kind.casefold() in _GENRES and kind.casefold() != "newsarticle":
                return _GENRES[kind.casefold()]
        said = text_of(node.get("genre"))
        if said:
            return said[:100]
    return document.first("genre", "article:genre") or (
        "news"
        if any("newsarticle" in text.casefold() for node in articles[:1] for text in texts_of(node.get("@type")))
        else None
    )


def _rejected(page: FetchedPage, refusal: Refusal) -> ExtractedArticle:
    address = addresses.clean(page.url)
    return ExtractedArticle(
        page=_info(page),
        canonical_url=address,
        aliases=(),
        site=addresses.site_of(address),
        publisher=None,
        title=None,
        text="",
        language=None,
        section=None,
        genre=None,
        bylines=(),
        dates=(),
        rejected=refusal,
    )


def _info(page: FetchedPage) -> PageInfo:
    return PageInfo(
        source=page.source,
        raw=page.raw,
        url=page.url,
        captured_at=page.captured_at,
        status=page.status,
        media_type=page.media_type,
        fetched_bytes=len(page.body),
        page_hash=page.page_hash,
    )
