"""Pages that are no articles: only what is clear is refused, each with the contract's word and a sentence."""

from urllib.parse import urlsplit

from pipeline.articles import FetchedPage, Refusal
from pipeline.extract.addresses import clean, is_front
from pipeline.extract.document import Document
from pipeline.extract.headline import folded
from pipeline.extract.vocabulary import phrases

MAX_BYTES = 20 * 1024 * 1024
_SHORT_CHARS = 1_500
_STUB_CHARS = 600

_ERROR_TITLE = phrases("refusals.tsv", "error-title")
_BOT_TITLE = phrases("refusals.tsv", "bot-title")
_BOT_TEXT = phrases("refusals.tsv", "bot-text")
_CONSENT_TITLE = phrases("refusals.tsv", "consent-title")
_CONSENT_TEXT = phrases("refusals.tsv", "consent-text")
_PAYWALL_TEXT = phrases("refusals.tsv", "paywall-text")
_SECTION_TYPES = frozenset({"website", "blog", "profile"})
_LISTING_TYPES = frozenset({"collectionpage", "searchresultspage", "profilepage"})


def refuse_bytes(page: FetchedPage) -> Refusal | None:
    """What can be refused before anything is decoded."""
    if page.refusal is not None:
        return page.refusal
    if len(page.body) > MAX_BYTES:
        return Refusal("too-large", f"{len(page.body):,} bytes; at most {MAX_BYTES:,} are read")
    if not page.body.strip():
        return Refusal("empty", "the page has no content")
    return None


def refuse_plain(title: str | None, text: str) -> Refusal | None:
    """A text file without a story."""
    if text:
        return None
    return Refusal("empty", f"no text below the headline {title!r}" if title else "the file has no text")


def refuse_html(page: FetchedPage, document: Document, title: str | None, text: str) -> Refusal | None:
    """The first clear reason why a page is not an article."""
    name = folded(title or document.title or "")
    heading = folded(document.title or "")
    is_short = len(text) <= _SHORT_CHARS
    if page.status is not None and page.status >= 400:
        return Refusal("error-page", f"the server answered {page.status}")
    for pattern, reason, what in (
        (_BOT_TITLE, "bot-wall", "asks whether the reader is a robot"),
        (_ERROR_TITLE, "error-page", "says that there is no such page"),
    ):
        if is_short and (pattern.fullmatch(heading) or pattern.fullmatch(name)):
            return Refusal(reason, f"the page's title {what}: {document.title or title!r}")
    if is_short and len(text) <= _STUB_CHARS and (found := _BOT_TEXT.search(text)):
        return Refusal("bot-wall", f"the text asks whether the reader is a robot: {found.group()!r}")
    return _refuse_consent(page, heading, text) or _refuse_content(page, document, text)


def _refuse_consent(page: FetchedPage, heading: str, text: str) -> Refusal | None:
    """A page that asks for consent: by its name and one phrase, or by several phrases in most of its lines."""
    host = urlsplit(clean(page.url) or "").hostname or ""
    is_named = _CONSENT_TITLE.fullmatch(heading) is not None or host.startswith(("consent.", "zustimmung."))
    if len(text) > (_SHORT_CHARS * 4 if is_named else _SHORT_CHARS):
        return None
    asking = [bool(_CONSENT_TEXT.search(line)) for line in text.splitlines() if line.strip()]
    phrases = {found.group().lower() for found in _CONSENT_TEXT.finditer(text)}
    if (is_named and phrases) or (len(phrases) >= 3 and sum(asking) * 2 > len(asking)):
        return Refusal("consent-page", f"the text asks for consent: {', '.join(sorted(phrases))}")
    return None


def _refuse_content(page: FetchedPage, document: Document, text: str) -> Refusal | None:
    if not text:
        return Refusal("empty", "no article text was found on the page")
    if len(text) <= _STUB_CHARS and (found := _PAYWALL_TEXT.search(text)) and len(text) < _STUB_CHARS:
        return Refusal("paywall-stub", f"{len(text)} characters and {found.group()!r}")
    is_article = bool(document.linked.articles()) or "article" in (document.first("og:type") or "").lower()
    if is_article:
        return None
    address = clean(page.url)
    if address and is_front(address):
        return Refusal("not-an-article", "the address is a site's front page")
    types = {kind for node in document.linked.nodes[:20] for kind in _types(node)}
    if types & _LISTING_TYPES and (document.first("og:type") or "website") in _SECTION_TYPES:
        return Refusal("not-an-article", "the page describes itself as a list of articles")
    return None


def _types(node: dict[str, object]) -> tuple[str, ...]:
    value = node.get("@type")
    return (value.casefold(),) if isinstance(value, str) else ()
