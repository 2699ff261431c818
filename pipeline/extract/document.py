"""One parse of a page: the tree and what its head says, gathered in one pass and shared by every reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement
from trafilatura import load_html

from pipeline.extract.giants import without_giants
from pipeline.extract.jsonld import LinkedData, read_json_ld
from pipeline.extract.marks import Mark, marks_of
from pipeline.extract.strings import scrub, tidy
from pipeline.extract.visible import text_content

_MAX_META = 3_000
_MAX_SCRIPTS = 60


@dataclass(frozen=True)
class Document:
    """A parsed page."""

    tree: HtmlElement
    meta: Mapping[str, tuple[str, ...]]  # lower-cased name, property or itemprop -> contents in order
    linked: LinkedData
    links: Mapping[str, tuple[str, ...]]  # rel of <link> -> addresses
    title: str | None  # the <title> element
    headings: tuple[HtmlElement, ...]  # the h1 elements that have a text
    times: tuple[HtmlElement, ...]  # the time elements
    language: str | None = None  # lang attribute as written

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Every element that has a class, an id, a property or a relation."""
        return marks_of(self.tree)

    def first(self, *names: str) -> str | None:
        """The first content that one of the meta names has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def parse(markup: str) -> Document | None:
    """Parse decoded markup; None where there is no element in it."""
    tree = load_html(without_giants(scrub(markup)))
    return None if tree is None else _gather(tree)


def _gather(tree: HtmlElement) -> Document:
    meta: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    found: dict[str, list[HtmlElement]] = {"title": [], "h1": [], "time": []}
    for element in tree.iter("meta", "link", "script", "title", "h1", "time"):
        tag = str(element.tag)
        if tag == "meta":
            _add_meta(element, meta)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "") and element.text and len(scripts) < _MAX_SCRIPTS:
                scripts.append(element.text)
        elif tag == "link":
            _add_link(element, links)
        else:
            found[tag].append(element)
    titles = [text for text in map(text_content, found["title"][:3]) if text]
    return Document(
        tree=tree,
        meta={name: tuple(values) for name, values in meta.items()},
        linked=read_json_ld(scripts),
        links={name: tuple(values) for name, values in links.items()},
        title=titles[0] if titles else None,
        headings=tuple(heading for heading in found["h1"][:20] if text_content(heading)),
        times=tuple(found["time"][:200]),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
    )


def _add_meta(element: HtmlElement, meta: dict[str, list[str]]) -> None:
    content = element.get("content")
    if not content or len(meta) > _MAX_META:
        return
    content = tidy(content)
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(attribute)
        if name and content:
            values = meta.setdefault(name.strip().lower()[:100], [])
            if len(values) < 50 and content not in values:
                values.append(content)


def _add_link(element: HtmlElement, links: dict[str, list[str]]) -> None:
    href = element.get("href")
    if not href:
        return
    for rel in (element.get("rel") or "").lower().split():
        if rel in {"canonical", "shortlink", "amphtml", "author"}:
            links.setdefault(rel, []).append(href.strip()[:2_000])
