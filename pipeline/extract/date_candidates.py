"""Every date a page offers, as written, with the role it claims and where it stood. Nothing is read here."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pipeline.dates import Origin, RawDate, Role, written_dates
from pipeline.extract.document import Document
from pipeline.extract.jsonld import Node, text_of, type_name
from pipeline.extract.strings import tidy
from pipeline.extract.visible import Line, context, labels, text_content
from pipeline.extract.vocabulary import pairs

_LD_ROLES: tuple[tuple[str, Role], ...] = (
    ("datePublished", "published"),
    ("dateCreated", "unspecified"),
    ("uploadDate", "published"),
    ("dateModified", "modified"),
)
_ROLES: dict[str, Role] = {"published": "published", "modified": "modified", "unspecified": "unspecified"}
_META_ROLES: dict[str, Role] = {name: _ROLES[role] for role, name in pairs("date_meta.tsv")}
_MODIFIED = re.compile(
    r"modif|updat|revis|edit(?!or)|aktualis|aktualiz|ge[aä]ndert|mise.{0,3}jour|maj\b|actualiz|atualiz|aggiorn|bijgewerkt|"
    r"opdater|uppdater|oppdater|p[aä]ivitet|frissít|обнов|更新|editat|zaktual",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publ|pubdate|posted|created|entry-date|issued|ver[oö]ffent|erstellt", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|related|sidebar|footer|recommend|teaser|widget|popular|latest|trending|most-?read|breaking|ticker|"
    r"newsletter|carousel|read-?more|read-?next|recirc|outbrain|taboola|copyright|navigation|\bnav\b|menu|more-",
)
_DATED_PATH = re.compile(r"(?<!\d)(?:19|20)\d\d[/_.-]?(?:[01]?\d|[a-z]{3})(?:[/_.-]?[0-3]?\d)?(?!\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MAX_LINE_CHARS = 180
_MAX_CANDIDATES = 120


def date_candidates(
    document: Document, articles: Sequence[Node], lines: Sequence[Line], address: str | None, language: str | None
) -> tuple[RawDate, ...]:
    """Gather the dates of a page: JSON-LD, meta, microdata, time elements, the lines around the headline, the address."""
    found: dict[RawDate, None] = {}
    for candidate in _all(document, articles, lines, address, language):
        found.setdefault(candidate)
        if len(found) >= _MAX_CANDIDATES:
            break
    return tuple(found)


def _all(
    document: Document, articles: Sequence[Node], lines: Sequence[Line], address: str | None, language: str | None
) -> Iterator[RawDate]:
    yield from _from_linked(document, articles)
    yield from _from_meta(document)
    yield from _from_microdata(document)
    yield from _from_times(document, lines)
    yield from _from_lines(lines, language)
    yield from address_dates(address)


def _from_linked(document: Document, articles: Sequence[Node]) -> Iterator[RawDate]:
    for index, node in enumerate([*articles[:1], *document.linked.pages()[:6], *articles[1:4]]):
        # Only the first article is this page's; another one says nothing of the role of its dates here.
        for key, role in _LD_ROLES:
            value = text_of(node.get(key))
            if value:
                prefix = "" if index == 0 or node not in articles else "other "
                yield _raw(value, role, "json-ld", f"{prefix}{type_name(node)}.{key}")
    for key, value in document.linked.loose[:10]:
        role_of: dict[str, Role] = dict(_LD_ROLES)
        if key in role_of:
            yield _raw(value, role_of[key], "json-ld", f"broken.{key}")


def _from_meta(document: Document) -> Iterator[RawDate]:
    for name, values in document.meta.items():
        role = _META_ROLES.get(name)
        if role is not None:
            for value in values[:3]:
                yield _raw(value, role, "meta", name)


def _from_microdata(document: Document) -> Iterator[RawDate]:
    query = "//*[@itemprop][contains(@itemprop,'date') or contains(@itemprop,'Date')]"
    for element in document.tree.xpath(query)[:40]:
        if element.tag == "meta" and element.get("content") is None:
            continue
        if is_elsewhere(element):
            continue
        value = element.get("content") or element.get("datetime") or text_content(element, 200)
        role = _role_of(str(element.get("itemprop")))
        if value:
            yield _raw(value, role, "time-element", f"{element.tag}[itemprop={element.get('itemprop')}]")


def _from_times(document: Document, lines: Sequence[Line]) -> Iterator[RawDate]:
    near = {id(line.element) for line in lines}
    for element in document.times[:60]:
        if element.get("itemprop") or is_elsewhere(element):
            continue
        value = element.get("datetime") or element.get("content") or text_content(element, 200)
        if not value:
            continue
        is_near = id(element) in near or any(id(item) in near for item in context(element, 3))
        where = "near the headline" if is_near else "in the page"
        marks = " ".join(labels(item) for item in context(element, 2))
        pubdate = "published" if element.get("pubdate") is not None else marks
        yield _raw(value, _role_of(pubdate + " " + text_content(element, 60)), "time-element", f"time {where}")


def _from_lines(lines: Sequence[Line], language: str | None) -> Iterator[RawDate]:
    for line in lines:
        if len(line.text) <= _MAX_LINE_CHARS and _DIGIT.search(line.text) and not is_elsewhere(line.element):
            for part in written_dates(line.text, language):
                yield _raw(part, _role_of(part), "text", f"line {line.distance:+d}")


def address_dates(address: str | None) -> Iterator[RawDate]:
    """The date in an address's path: /2016/08/02/, /2016-08-02-name, /20160802/."""
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return
    for found in _DATED_PATH.finditer(path):
        yield _raw(found.group(), "published", "url", "address")


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is not this article: comments, teasers, navigation."""
    for item in context(element, 14):
        if item.tag in {"body", "html", "article", "main"}:
            return False
        if item.tag in {"nav", "footer", "aside"} or _ELSEWHERE.search(labels(item)):
            return True
    return False


def _role_of(words: str) -> Role:
    """What the words around a date call it."""
    if _MODIFIED.search(words):
        return "unspecified" if _PUBLISHED.search(words) else "modified"
    return "published" if _PUBLISHED.search(words) else "unspecified"


def _raw(value: str, role: Role, origin: Origin, locator: str) -> RawDate:
    return RawDate(tidy(value, 300), role, origin, locator[:100])
