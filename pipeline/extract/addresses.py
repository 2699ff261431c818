"""Addresses: which one is the article's, which others lead to it, and whose site it is."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from tldextract import TLDExtract

from pipeline.extract.document import Document
from pipeline.extract.jsonld import text_of

_suffixes = TLDExtract(suffix_list_urls=(), cache_dir=None)  # the bundled list: nothing is fetched

_TRACKERS = re.compile(
    r"(?:utm_|pk_|mtm_|hsa_|mc_|oly_|vero_|at_|wt\.|wt_|itm_|fb_)\w*|"
    r"(?:fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mkt_tok|xtor|ocid|cmpid|cmp|ito|smid|smtyp|"
    r"ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee|ncid|icid|sr_share|spm|ref_src|ref_url|s_cid|dicbo|feature|"
    r"__twitter_impression|guccounter|guce_referrer|guce_referrer_sig|_ga|_gl|share|sharetype|fbrefresh)",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/(?:\d{1,14}(?:[a-z]{2}_)?/)?(https?:/.+)$", re.IGNORECASE)
_FRONT_PATHS = re.compile(r"/?(?:index\.(?:html?|php|aspx?)|home(?:\.html?)?)?/?", re.IGNORECASE)
_MAX_CHARS = 2_000


def clean(address: str | None, base: str | None = None) -> str | None:
    """An absolute http address without fragment, tracking parameters, default port and archive prefix, or None."""
    try:
        joined = urljoin(base or "", (address or "").strip())
        parts = urlsplit(unarchived(joined))
        if parts.scheme not in {"http", "https"} or not parts.hostname or len(joined) > _MAX_CHARS:
            return None
        return urlunsplit((parts.scheme, _host(parts), parts.path or "/", _query(parts.query), ""))
    except ValueError:
        return None


def unarchived(address: str) -> str:
    """The address that a web archive's address stands for.

    >>> unarchived("https://web.archive.org/web/2016/http://news.example/a")
    'http://news.example/a'
    """
    found = _ARCHIVED.match(address)
    if not found:
        return address
    return re.sub(r"^(https?):/+", r"\1://", found.group(1))


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower().rstrip(".")
    default = {"http": 80, "https": 443}[parts.scheme]
    return host if parts.port in {None, default} else f"{host}:{parts.port}"


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKERS.fullmatch(key)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def site_of(address: str | None) -> str | None:
    """The registrable domain of an address ("bbc.co.uk"), or its host where it has none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    if not host:
        return None
    return _suffixes(host).top_domain_under_public_suffix or _last_labels(host)


def _last_labels(host: str) -> str:
    """The domain under a suffix that is on no list: its last two labels (the list's own rule), an IP address whole."""
    labels = host.split(".")
    return host if labels[-1].isdigit() or ":" in host else ".".join(labels[-2:])


def is_front(address: str) -> bool:
    """Whether an address is a site's front page."""
    parts = urlsplit(address)
    return not parts.query and _FRONT_PATHS.fullmatch(parts.path) is not None


def canonical(document: Document, address: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The article's own address and its other ones.

    rel=canonical, then og:url, count only within the same site and never when they are the front page.
    """
    own = clean(address)
    site = site_of(own)
    offered = [*document.links.get("canonical", ()), *document.meta.get("og:url", ())]
    if own is None:
        offered += [value for node in document.linked.articles()[:1] if (value := text_of(node.get("url")))]
    cleaned = [value for value in (clean(item, own) for item in offered[:6]) if value]
    fitting = [value for value in cleaned if not is_front(value) and (site is None or site_of(value) == site)]
    chosen = fitting[0] if fitting else own
    others = dict.fromkeys(value for value in [own, *fitting] if value and value != chosen)
    return chosen, tuple(others)
