"""Every date a page offers, as written, with the role it claims and where it stood. Nothing is read here."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from htmldate import find_date

from pipeline.addresses import path_dates
from pipeline.articles import FetchedPage
from pipeline.dates import Origin, RawDate, Role
from pipeline.extract.body import FAULTS
from pipeline.extract.document import Document
from pipeline.extract.jsonld import Node, text_of, type_name
from pipeline.extract.regions import Head
from pipeline.extract.strings import tidy
from pipeline.extract.visible import context, labels, text_content
from pipeline.extract.visible_dates import line_dates, marked_dates, page_dates, role_of
from pipeline.extract.vocabulary import pairs

_LD_ROLES: tuple[tuple[str, Role], ...] = (
    ("datePublished", "published"),
    ("dateCreated", "unspecified"),
    ("uploadDate", "published"),
    ("dateModified", "modified"),
)
_ROLES: dict[str, Role] = {"published": "published", "modified": "modified", "unspecified": "unspecified"}
_META_ROLES: dict[str, Role] = {name: _ROLES[role] for role, name in pairs("date_meta.tsv")}
_META_PUBLISHED = re.compile(
    r"pub(?:lish|lication|lished)?[-_:. ]?(?:date|time|at|on)|publish(?:ed)?$|date[-_:. ]?publi"
)
_IN_SCRIPT = re.compile(
    r'"(?:datePublished|publishedDate|publishDate|published_at|publishedAt|publicationDate|first_?[pP]ublished\w*|'
    r'createdAt|created_at)\\?"\s*:\s*\\?"([^"\\]{8,40})'
)
_MAX_CANDIDATES = 120


def date_candidates(
    document: Document,
    articles: Sequence[Node],
    head: Head,
    address: str | None,
    language: str | None,
) -> tuple[RawDate, ...]:
    """Gather the dates of a page: JSON-LD, meta tags, microdata, time elements, lines near the headline, the address.

    Only where none of these gives a published date, the whole page is searched for marked and visible ones.
    """
    found: dict[RawDate, None] = {}
    for candidate in _claimed(document, articles, head):
        found.setdefault(candidate)
        if len(found) >= _MAX_CANDIDATES:
            break
    is_claimed = any(item.role == "published" for item in found)
    found.update(dict.fromkeys(line_dates(head, language)))
    found.update(dict.fromkeys(address_dates(address)))
    if not is_claimed:
        found.update(dict.fromkeys(marked_dates(document, head, language)))
        found.update(dict.fromkeys(_from_scripts(document)))
        if not any(item.role != "modified" and item.origin != "url" for item in found):
            found.update(dict.fromkeys(page_dates(document, head, language)))
        if not found:  # a date of change is none of publication, and htmldate would take it for one
            found.update(dict.fromkeys(_from_htmldate(document)))
    return tuple(found)[: 2 * _MAX_CANDIDATES]


def _from_htmldate(document: Document) -> Iterator[RawDate]:
    """What htmldate finds where nothing of ours does; its extensive search is left out, since that invents days."""
    try:
        day = find_date(deepcopy(document.tree), extensive_search=False, original_date=True)
    except FAULTS:
        return
    if day:
        yield RawDate(day, "unspecified", "htmldate", "find_date")


def _claimed(document: Document, articles: Sequence[Node], head: Head) -> Iterator[RawDate]:
    yield from _from_linked(document, articles)
    yield from _from_meta(document)
    yield from _from_microdata(document, head)
    yield from _from_times(document, head)


def _from_linked(document: Document, articles: Sequence[Node]) -> Iterator[RawDate]:
    for index, node in enumerate([*articles[:1], *document.linked.pages()[:6], *articles[1:4]]):
        # Only the first article is this page's; another one says nothing of the role of its dates here.
        is_other = index > 0 and any(node is other for other in articles)
        for key, role in _LD_ROLES:
            value = text_of(node.get(key))
            if value:
                yield _raw(value, role, "json-ld", f"{'other ' if is_other else ''}{type_name(node)}.{key}")
    roles = dict(_LD_ROLES)
    for key, value in document.linked.loose[:10]:
        if key in roles:
            yield _raw(value, roles[key], "json-ld", f"broken.{key}")


def _from_meta(document: Document) -> Iterator[RawDate]:
    for name, values in document.meta.items():
        role = _META_ROLES.get(name)
        if role is not None:
            for value in values[:3]:
                yield _raw(value, role, "meta", name)
        elif _META_PUBLISHED.search(name):
            yield _raw(values[0], "unspecified", "meta", f"unlisted {name}")


def _from_microdata(document: Document, head: Head) -> Iterator[RawDate]:
    dated = [mark for mark in document.marks if "date" in mark.prop.lower()]
    for mark in dated[:40]:
        element, name = mark.element, mark.prop
        value = element.get("content") or element.get("datetime") or element.get("title")
        if value is None and element.tag != "meta":
            value = text_content(element, 200)
        is_tag = element.tag == "meta" and element.get("itemprop") is None  # read as a meta tag already
        if value and not is_tag and not head.is_elsewhere(element, frames=False):
            yield _raw(value, role_of(name), "time-element", f"{element.tag}[itemprop={name}]")


def _from_times(document: Document, head: Head) -> Iterator[RawDate]:
    near = {id(line.element) for line in head.lines}
    for element in document.times[:60]:
        if element.get("itemprop") or head.is_elsewhere(element):
            continue
        value = element.get("datetime") or element.get("content") or text_content(element, 200)
        if not value:
            continue
        is_near = any(id(item) in near for item in context(element, 3)) or any(
            id(item) in near for item in element.iter()
        )
        where = "near the headline" if is_near else "in the page"
        marks = " ".join(labels(item) for item in context(element, 2))
        words = "published" if element.get("pubdate") is not None else f"{marks} {text_content(element, 60)}"
        yield _raw(value, role_of(words), "time-element", f"time {where}")


def _from_scripts(document: Document) -> Iterator[RawDate]:
    """Dates in the data that a page hands to its own scripts; the first one of each script."""
    for script in document.tree.iter("script"):
        text = script.text
        found = _IN_SCRIPT.search(text[:500_000].replace("&quot;", '"')) if text else None
        if found:
            yield _raw(found[1], "unspecified", "json-ld", "script data")
            return


def address_dates(address: str | None) -> Iterator[RawDate]:
    """The date in an address's path: /2016/08/02/, /2016/aug/02, /2016-08-02-name, /20160802/, /02-08-2016."""
    for written in path_dates(address):
        yield _raw(written, "published", "url", "address")


def answer_dates(page: FetchedPage) -> Iterator[RawDate]:
    """What the server said of the page: Last-Modified, of a stored answer or of a live one."""
    named = (value for name, value in page.headers if name.lower() == "last-modified")
    value = page.last_modified or next(named, None)
    if value:
        yield _raw(value, "modified", "http", "Last-Modified")


def _raw(value: str, role: Role, origin: Origin, locator: str) -> RawDate:
    return RawDate(tidy(value, 300), role, origin, locator[:100])
