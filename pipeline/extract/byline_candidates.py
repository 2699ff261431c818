"""Every byline a page offers, as written, with where it stood. Nothing is parsed here."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from pipeline.bylines import BylineOrigin, RawByline
from pipeline.extract.document import Document
from pipeline.extract.jsonld import Node, texts_of, type_name
from pipeline.extract.regions import Head
from pipeline.extract.seen import mark_seen
from pipeline.extract.strings import tidy
from pipeline.extract.visible import text_content
from pipeline.extract.visible_bylines import unmarked_bylines
from pipeline.extract.vocabulary import lines as lines_of

_META = lines_of("byline_meta.txt")
_TWITTER_LABEL = re.compile(
    r"written by|author|von|by|autor|auteur|geschrieben|écrit par|escrito|verfasst", re.IGNORECASE
)
_CLASS = re.compile(
    r"author|byline|autor|writer|journalist|reporter|contributor|verfasser|redact|signature|auteur|vcard|credit"
)
_TAGS = frozenset(lines_of("byline_tags.txt"))
_NOT_A_BYLINE = re.compile(
    r"(?:bio|description|image|img|photo|avatar|picture|follow|social|share|email|comment|authori[sz]|authority|count|"
    r"caption|more|box-title|about|biography|thumb|icon|date|time|copyright|tutorial|button|newsletter|related)",
)
_BY = re.compile(
    r"^\s*(?:(?:story|report|words|text|written|reported|reviewed|posted|published|analysis|opinion|interview)\s+)?by\b[:\s]|"
    r"^\s*(?:von|ein \w+ von|text:|par|por|di|da|door|av|af|przez|autor(?:in|zy|ka)?:?|auteurs?:?|autore:?|auctor:?|"
    r"author:?|writer:?|texto:?|tekst:?|text:?|szerző:?|yazan:?|автор:?|oleh:?|penulis:?|reporter:?|記者|记者|기자)\s+\S",
    re.IGNORECASE,
)
_MAX_LINE_CHARS = 300
_MAX_CANDIDATES = 60


def byline_candidates(document: Document, articles: Sequence[Node], head: Head, text: str) -> tuple[RawByline, ...]:
    """Gather the bylines of a page: JSON-LD, meta, rel=author, microdata, marked elements, lines near the headline."""
    found: dict[RawByline, None] = {}
    for candidate in _all(document, articles, head, text):
        if any(name for name in candidate.names):
            found.setdefault(candidate)
        if len(found) >= _MAX_CANDIDATES:
            break
    return mark_seen(document.tree, tuple(found))


def _all(document: Document, articles: Sequence[Node], head: Head, text: str) -> Iterator[RawByline]:
    yield from _from_linked(document, articles)
    yield from _from_meta(document)
    yield from _from_relations(document, head)
    yield from _from_microdata(document, head)
    yield from _from_marked(document, head)
    yield from _from_lines(head)
    yield from text_bylines(text)
    yield from unmarked_bylines(head, text)


def _from_linked(document: Document, articles: Sequence[Node]) -> Iterator[RawByline]:
    for node in [*articles[:1], *document.linked.pages()[:3]]:
        for key in ("author", "creator", "contributor"):
            candidate = _people(document, node.get(key), f"{type_name(node)}.{key}")
            if candidate is not None:
                yield candidate


def _people(document: Document, value: Any, locator: str) -> RawByline | None:
    """The names, types and profile addresses of what stands under `author`."""
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    kinds: list[str] = []
    profiles: list[str] = []
    for item in items[:40]:
        person = document.linked.resolve(item)
        given = person.get("name") if isinstance(person, dict) else person
        for name in texts_of(given):
            names.append(name)
            kinds.append(type_name(person) if isinstance(person, dict) and "@type" in person else "")
            profiles.append(_profile(person))
    return RawByline(tuple(names), "json-ld", locator, tuple(kinds), tuple(profiles)) if names else None


def _profile(person: Any) -> str:
    if not isinstance(person, dict):
        return ""
    for key in ("url", "sameAs"):
        for address in texts_of(person.get(key)):
            if address.startswith(("http://", "https://")):
                return address
    return ""


def _from_meta(document: Document) -> Iterator[RawByline]:
    for name in _META:
        values = document.meta.get(name, ())
        if name == "twitter:data1" and not _TWITTER_LABEL.search(document.first("twitter:label1") or ""):
            continue
        if values:
            yield RawByline(values[:40], "meta", name)


def _from_relations(document: Document, head: Head) -> Iterator[RawByline]:
    links = [mark.element for mark in document.marks if "author" in mark.rel.split() and mark.element.tag == "a"]
    yield from _group(head, links[:30], "rel-author", "a[rel=author]")


def _from_microdata(document: Document, head: Head) -> Iterator[RawByline]:
    itemprops = ((mark.element, mark.element.get("itemprop") or "") for mark in document.marks if mark.prop)
    marked = [element for element, name in itemprops if "author" in name or "creator" in name][:30]
    people = []
    for element in marked:
        inner = element.xpath(".//*[contains(@itemprop,'name')]")[:1]
        people.append(inner[0] if inner else element)
    yield from _group(head, [element for element in people if element.tag != "link"], "itemprop", "[itemprop=author]")


def _group(head: Head, elements: Sequence[HtmlElement], origin: BylineOrigin, locator: str) -> Iterator[RawByline]:
    """The people of one kind of mark as one byline, those of other stories and comments left out."""
    names: dict[str, str] = {}
    for element in elements:
        if head.is_elsewhere(element):
            continue
        name = tidy(element.get("content") or "", 300) or text_content(element, 300)
        if name:
            names.setdefault(name, _href(element))
    if names:
        yield RawByline(tuple(names), origin, locator, (), tuple(names.values()))


def _href(element: HtmlElement) -> str:
    if element.tag != "a":
        inner = element.find(".//a")
        element = element.getparent() if inner is None else inner
    href = element.get("href") if element is not None and element.tag == "a" else None
    return href.strip()[:500] if href and href.startswith(("http://", "https://", "/")) else ""


def _from_marked(document: Document, head: Head) -> Iterator[RawByline]:
    """Elements whose class says author or byline, outermost first, near the headline before others."""
    order = {id(line.element): line.distance for line in head.lines}
    inside: set[int] = set()
    called = (mark for mark in document.marks if mark.element.tag in _TAGS and _CLASS.search(mark.names))
    for mark in islice(called, 120):
        element, names = mark.element, mark.names
        if _NOT_A_BYLINE.search(names) or id(element.getparent()) in inside:
            continue
        text = text_content(element, _MAX_LINE_CHARS + 1)
        if not text or len(text) > _MAX_LINE_CHARS or head.is_elsewhere(element):
            continue
        inside.update(id(item) for item in element.iter())
        near = min((order[id(item)] for item in element.iter() if id(item) in order), default=None)
        where = f"line {near:+d}" if near is not None else "in the page"
        word = _CLASS.search(names)
        yield RawByline((text,), "visible", f"class {word.group() if word else ''}, {where}", (), (_href(element),))


def _from_lines(head: Head) -> Iterator[RawByline]:
    for line in head.lines:
        if len(line.text) <= _MAX_LINE_CHARS and _BY.search(line.text) and not head.is_elsewhere(line.element):
            yield RawByline((line.text,), "visible", f"line {line.distance:+d}")


def text_bylines(text: str) -> Iterator[RawByline]:
    """Lines at the beginning or the end of the text that begin like a byline."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for index, line in enumerate(lines[:6]):
        if len(line) <= 150 and _BY.search(line):
            yield RawByline((line,), "text", f"text line {index + 1}")
    for line in lines[-3:] if len(lines) > 9 else ():
        if len(line) <= 150 and _BY.search(line):
            yield RawByline((line,), "text", "last lines of the text")
