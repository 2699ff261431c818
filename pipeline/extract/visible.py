"""What a reader sees around the headline: lines of text in page order, with the element that each began in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from pipeline.extract.strings import tidy
from pipeline.extract.vocabulary import lines

_UNSEEN = frozenset(lines("unseen_tags.txt"))
_INLINE = frozenset(lines("inline_tags.txt"))
_MAX_LINES = 60
_MAX_CHARS = 5_000
_LONG_LINE = 350  # characters: a paragraph of the story rather than part of its head
_MAX_STEPS = 1_500


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line: its text, the element it began in, and how many lines below the headline it is (above: < 0)."""

    text: str
    element: HtmlElement
    distance: int


Piece = tuple[str, HtmlElement, bool]  # text, its element, whether a new line begins before it


def pieces(element: HtmlElement, *, tail: bool = False) -> Iterator[Piece]:
    """The visible texts below an element in order; a block-level tag begins a new line before and after itself."""
    walker = iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "start":
            if not isinstance(node.tag, str) or node.tag in _UNSEEN:
                walker.skip_subtree()
                continue
            yield node.text or "", node, node.tag not in _INLINE
        elif node is not element or tail:
            parent = node.getparent()
            breaks = not isinstance(node.tag, str) or node.tag not in _INLINE
            yield node.tail or "", node if parent is None else parent, breaks


def text_content(element: HtmlElement, limit: int = 2_000) -> str:
    """The visible text of an element on one line, at most `limit` characters; words of different blocks stay apart."""
    if not len(element):
        return tidy(element.text or "", limit)
    parts: list[str] = []
    length = 0
    for text, _, breaks in pieces(element):
        parts.append(f" {text}" if breaks else text)
        length += len(text)
        if length > limit * 2:
            break
    return tidy("".join(parts), limit)


def lines_after(heading: HtmlElement) -> list[Line]:
    """The lines that follow a headline, until the story itself has clearly begun."""
    lines: list[Line] = []
    chars = long_lines = 0
    for text, element in _lines(_following(heading)):
        lines.append(Line(text, element, len(lines) + 1))
        chars += len(text)
        long_lines += len(text) > _LONG_LINE
        if len(lines) >= _MAX_LINES or chars > _MAX_CHARS or long_lines > 2:
            break
    return lines


def lines_before(heading: HtmlElement, limit: int = 12) -> list[Line]:
    """The few lines just above a headline (a kicker, a date), nearest last."""
    found: list[tuple[str, HtmlElement]] = []
    node: HtmlElement | None = heading
    for _ in range(6):
        if node is None or len(found) >= limit:
            break
        for sibling in node.itersiblings(preceding=True):
            if not isinstance(sibling.tag, str) or sibling.tag in _UNSEEN:
                continue
            above = list(_lines(pieces(sibling), _MAX_LINES))
            if len(above) > limit:  # a menu or another story, not the head of this one
                node = None
                break
            found = above + found
        node = None if node is None or node.tag in {"article", "main", "body"} else node.getparent()
    found = found[-limit:]
    return [Line(text, element, index - len(found)) for index, (text, element) in enumerate(found)]


def all_lines(element: HtmlElement, limit: int = 3_000) -> Iterator[tuple[str, HtmlElement]]:
    """Every visible line below an element with the element it began in."""
    return _lines(pieces(element), limit)


def _following(heading: HtmlElement) -> Iterator[Piece]:
    """The texts after an element in document order, climbing out of its ancestors."""
    node: HtmlElement | None = heading
    steps = 0
    while node is not None and node.tag != "body":
        yield node.tail or "", node, True
        for sibling in node.itersiblings():
            for piece in pieces(sibling, tail=True):
                steps += 1
                if steps > _MAX_STEPS:
                    return
                yield piece
        node = node.getparent()


def _lines(texts: Iterator[Piece], limit: int = 10_000) -> Iterator[tuple[str, HtmlElement]]:
    """Join the texts of one line; empty lines are left out."""
    parts: list[str] = []
    start: HtmlElement | None = None
    given = 0
    for text, element, breaks in chain(texts, [("", None, True)]):
        if breaks and parts:
            line = tidy("".join(parts))
            if line and start is not None:
                yield line, start
                given += 1
                if given > limit:
                    return
            parts, start = [], None
        if text:
            if start is None and text.strip():
                start = element
            parts.append(text)


def context(element: HtmlElement, levels: int = 12) -> Iterator[HtmlElement]:
    """An element and its ancestors, nearest first."""
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None:
            return
        yield node
        node = node.getparent()


def labels(element: HtmlElement) -> str:
    """Class, id and itemprop of an element, lower-cased."""
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
