"""The headline: what a reader would call the article, by agreement of h1, JSON-LD, Open Graph and title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extract.document import Document
from pipeline.extract.jsonld import Node, text_of
from pipeline.extract.strings import tidy
from pipeline.extract.visible import text_content

_SEPARATOR = re.compile(r"\s+[|•·»«:–—―-]+\s+|\s*[|｜_]\s*|\s+::\s+|\s*[»«]\s*")
_MAX_CHARS = 500


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as found: its text and where it stood."""

    text: str
    source: str


def folded(text: str) -> str:
    """A headline for comparison: case, quotes, dashes, marks and spaces do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", plain))


def headline_candidates(document: Document, articles: Sequence[Node]) -> list[Headline]:
    """Every headline that the page offers, in the order in which they are trusted when nothing agrees."""
    found = [Headline(text_content(item, _MAX_CHARS), "h1") for item in document.headings[:6]]
    found += [
        Headline(text, "json-ld")
        for node in articles[:2]
        for key in ("headline", "name")
        if (text := text_of(node.get(key)))
    ]
    for name in ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title"):
        found += [Headline(text, name) for text in document.meta.get(name, ())[:1]]
    if document.title:
        found.append(Headline(document.title, "title"))
    return [Headline(tidy(item.text, _MAX_CHARS), item.source) for item in found if folded(item.text)]


def choose_headline(document: Document, articles: Sequence[Node], outlets: Sequence[str]) -> str | None:
    """The headline that most of the page agrees on, without the outlet's name glued on."""
    found = headline_candidates(document, articles)
    if not found:
        return None
    cleaned = [Headline(without_outlet(item.text, outlets), item.source) for item in found]
    best = max(cleaned, key=lambda item: (_agreement(item, cleaned), -cleaned.index(item)))
    return best.text


def _agreement(item: Headline, others: Sequence[Headline]) -> int:
    key = folded(item.text)
    return len({other.source for other in others if folded(other.text) == key})


def without_outlet(text: str, outlets: Sequence[str]) -> str:
    """`text` without the segments behind (or before) a separator that are the outlet's name."""
    known = {folded(name).replace(" ", "") for name in outlets} - {""}
    for _ in range(3):
        breaks = list(_SEPARATOR.finditer(text))
        if not breaks:
            return text
        last, first = breaks[-1], breaks[0]
        if _is_outlet(text[last.end() :], known):
            text = text[: last.start()]
        elif _is_outlet(text[: first.start()], known):
            text = text[first.end() :]
        else:
            return text
    return text


def _is_outlet(segment: str, known: set[str]) -> bool:
    name = folded(segment).replace(" ", "")
    return bool(name) and (name in known or name.removeprefix("the") in known or f"the{name}" in known)


def heading_element(document: Document, title: str | None) -> HtmlElement | None:
    """The element that shows the headline: a heading with its words, else the first h1, else whatever holds them."""
    wanted = folded(title or "")
    for heading in document.headings:
        if wanted and folded(text_content(heading, _MAX_CHARS)) == wanted:
            return heading
    for heading in document.headings if len(wanted) > 10 else ():
        shown = folded(text_content(heading, _MAX_CHARS))
        if wanted in shown or (len(shown) > 15 and shown in wanted):
            return heading
    other = _like_a_heading(document, wanted)
    return next(iter(document.headings), None) if other is None else other


def _like_a_heading(document: Document, wanted: str) -> HtmlElement | None:
    """An element outside of the headings whose words are exactly the headline's."""
    if len(wanted) < 8:
        return None
    least, most = len(wanted), len(wanted) * 3 + 40
    for element in document.tree.iter("h2", "h3", "h4", "p", "div", "span", "strong", "b", "td", "font", "a"):
        text = element.text or ""
        if len(text) <= most and (len(text) >= least or len(element)) and folded(text_content(element, most)) == wanted:
            return element
    return None
