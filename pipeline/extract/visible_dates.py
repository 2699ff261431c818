"""Dates that a reader sees: in the lines around the headline, in elements marked as dates, in the rest of the page."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.dates import RawDate, Role, written_dates
from pipeline.extract.document import Document
from pipeline.extract.regions import Head
from pipeline.extract.strings import tidy
from pipeline.extract.visible import all_lines, labels, text_content
from pipeline.extract.vocabulary import phrases

_MODIFIED = phrases("date_labels.tsv", "modified")
_PUBLISHED = phrases("date_labels.tsv", "published")
_MARKED = re.compile(r"date|datum|publi|posted|created|time|fecha|meta|info|submitted|byline|footer")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved|since \d{4}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MAX_LINE_CHARS = 180
_MAX_MARKED_CHARS = 140
_MAX_LEAD_CHARS = 70  # within which a paragraph that begins like a dateline has its date
_MAX_PAGE_DATES = 12
_MAX_MARKED = 400
_AFTER_A_LEAD = frozenset("-–—:|).,•·")


def role_of(words: str) -> Role:
    """What the words around a date call it."""
    if _MODIFIED.search(words):
        return "unspecified" if _PUBLISHED.search(words) else "modified"
    return "published" if _PUBLISHED.search(words) else "unspecified"


def line_dates(head: Head, language: str | None) -> Iterator[RawDate]:
    """The dates in the lines around the headline; of a long line only one that it begins with."""
    label = ""
    for line in head.lines:
        text = line.text
        if text == head.text:
            continue
        if _DIGIT.search(text) and not head.is_elsewhere(line.element) and not _COPYRIGHT.search(text):
            for part in _parts(text, language):
                words = f"{label} {part}" if part == text else part
                yield RawDate(tidy(part, 300), role_of(words), "text", f"line {line.distance:+d}")
        label = text if len(text) <= 25 else ""  # "Published:" may stand on a line of its own


def _parts(text: str, language: str | None) -> Iterator[str]:
    """The dates of a line; of a long one only the first, where the line begins with it or tells of publishing."""
    if len(text) <= _MAX_LINE_CHARS:
        yield from written_dates(text, language)
        return
    for part in written_dates(text[: 2 * _MAX_LEAD_CHARS], language)[:1]:
        is_lead = text[len(part) : len(part) + 3].strip()[:1] in _AFTER_A_LEAD
        if len(part) <= _MAX_LEAD_CHARS and (is_lead or _PUBLISHED.search(text[: len(part) + 40])):
            yield part


def marked_dates(document: Document, head: Head, language: str | None) -> Iterator[RawDate]:
    """Dates in short elements whose class says that they hold one, or in the title of such an element."""
    seen = 0
    marked = (mark.element for mark in document.marks if _MARKED.search(mark.names))
    for element in islice(marked, _MAX_MARKED):
        text = text_content(element, _MAX_MARKED_CHARS + 1) or ""
        title = element.get("title") or ""
        if len(text) > _MAX_MARKED_CHARS:
            continue
        texts = [item for item in (text, title) if _DIGIT.search(item) and not _COPYRIGHT.search(item)]
        if not texts or head.is_elsewhere(element):
            continue
        for item in texts:
            for part in written_dates(item, language):
                seen += 1
                yield RawDate(tidy(part, 300), role_of(f"{labels(element)} {part}"), "text", "class of a date")
        if seen >= _MAX_PAGE_DATES:
            return


def page_dates(document: Document, head: Head, language: str | None) -> Iterator[RawDate]:
    """A date in the page's title, then the first dates that stand on lines of their own in the page's main part."""
    for part in written_dates(document.title or "", language)[:1]:
        yield RawDate(tidy(part, 300), "unspecified", "text", "title of the page")
    seen = 0
    body = document.tree.find("body")
    for text, element in all_lines(document.tree if body is None else body):
        if not _DIGIT.search(text) or _COPYRIGHT.search(text):
            continue
        parts = list(_parts(text, language))
        for part in parts:
            role = role_of(part)
            if head.is_elsewhere(element, frames=role != "published"):
                break
            seen += 1
            yield RawDate(tidy(part, 300), role, "text", "in the page")
        if seen >= _MAX_PAGE_DATES:
            return
