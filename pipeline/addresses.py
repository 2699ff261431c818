"""Addresses: cleaned, known by one key whatever variant is met, and whose site they are. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from tldextract import TLDExtract
from w3lib.url import canonicalize_url

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
_DATED_PATH = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[/_.-]?(?:[01]?\d|[a-z]{3})(?:[/_.-]?[0-3]?\d)?|[0-3]\d[._-][01]\d[._-](?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_VARIANT_HOST = re.compile(r"^(?:(?:www\d?|m|mobile|mobil|amp|touch|wap)\.)+(?=[^.]+\.)")
_AMP_PATH = re.compile(r"^/amp(?=/.)|/amp(?:\.html?)?/?$|(?<=.)\.amp(?=(?:\.html?)?$)", re.IGNORECASE)
_AMP_QUERY = re.compile(
    r"amp|(?:outputtype|type|view|format)=(?:amp|mobile)|(?:amp|mobile|m)=(?:1|true)", re.IGNORECASE
)
_INDEX = re.compile(r"/index\.(?:html?|php|aspx?)$", re.IGNORECASE)
_MAX_CHARS = 2_000
_BROKEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")  # characters that no address has, and no database takes


def clean(address: str | None, base: str | None = None) -> str | None:
    """An absolute http address without fragment, tracking parameters, default port and archive prefix, or None."""
    try:
        joined = urljoin(base or "", (address or "").strip())
        parts = urlsplit(unarchived(joined))
        if parts.scheme not in {"http", "https"} or not parts.hostname or len(joined) > _MAX_CHARS:
            return None
        found = urlunsplit((parts.scheme, _host(parts), parts.path or "/", _query(parts.query), ""))
        return None if _BROKEN.search(found) else found
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


def key_of(address: str) -> str | None:
    """What all variants of an article's address have in common; None where it is no address. Not to be fetched.

    Variants: http or https, www., mobile and AMP, trailing slash, index page, order of the query, IDN or not, case of
    the host and of percent-encoding, fragment, tracking parameters.

    >>> key_of("https://amp.News.example:443/2026/a/amp/?utm_source=x#top") == key_of("http://www.news.example/2026/a")
    True
    """
    cleaned = clean(address)
    if cleaned is None:
        return None
    try:
        parts = urlsplit(canonicalize_url(cleaned))
        host = _ascii(_host(parts))
    except ValueError:
        return None
    path = _AMP_PATH.sub("", _INDEX.sub("", re.sub(r"/{2,}", "/", parts.path))).rstrip("/")
    query = "&".join(item for item in parts.query.split("&") if item and not _AMP_QUERY.fullmatch(item.rstrip("=")))
    return f"{_VARIANT_HOST.sub('', host)}{path or '/'}{'?' if query else ''}{query}"


def is_variant(address: str) -> bool:
    """Whether an address is the mobile or AMP variant of another one."""
    parts = urlsplit(address)
    host = re.sub(r"^www\d?\.", "", parts.hostname or "")
    is_amp = _AMP_PATH.search(parts.path) or any(_AMP_QUERY.fullmatch(item) for item in parts.query.split("&") if item)
    return bool(is_amp or _VARIANT_HOST.match(host))


def path_dates(address: str | None) -> Iterator[str]:
    """The dates in an address's path: /2016/08/02/, /2016/aug/02, /2016-08-02-name, /20160802/, /02-08-2016."""
    try:
        path = unquote(urlsplit(address or "").path)
    except ValueError:
        return
    for found in _DATED_PATH.finditer(path):
        yield found.group().strip("/")


def _ascii(host: str) -> str:
    """The host as DNS knows it."""
    name, colon, port = host.partition(":")
    try:
        return name.encode("idna").decode("ascii") + colon + port
    except UnicodeError:
        return host
