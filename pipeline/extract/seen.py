"""Whether a name that stands in a tag can be read on the page: what nobody sees is no byline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from lxml.html import HtmlElement

from pipeline.bylines import RawByline

_HIDDEN_ORIGINS = frozenset(("json-ld", "meta"))
_SEEN_ORIGINS = frozenset(("visible", "text"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "option"))
_WORDS = re.compile(r"\w+")


def mark_seen(tree: HtmlElement, candidates: Sequence[RawByline]) -> tuple[RawByline, ...]:
    """The candidates, those out of tags with `seen` filled: whether all their words stand in the visible text."""
    page = _Page(tree, candidates)
    return tuple(
        replace(candidate, seen=page.shows(candidate)) if candidate.origin in _HIDDEN_ORIGINS else candidate
        for candidate in candidates
    )


class _Page:
    """The words of a page; its whole text is only gathered where the visible bylines do not answer."""

    def __init__(self, tree: HtmlElement, candidates: Sequence[RawByline]) -> None:
        self._tree = tree
        near = (name for candidate in candidates if candidate.origin in _SEEN_ORIGINS for name in candidate.names)
        self._near = _words(" ".join(near))

    def shows(self, candidate: RawByline) -> bool:
        """Whether every word of the candidate's names is there."""
        names = [name for name in candidate.names if "://" not in name]
        words = frozenset().union(*(_words(name) for name in names))
        return all(word in self._near or self._holds(word) for word in words)

    def _holds(self, word: str) -> bool:
        return re.search(rf"\b{re.escape(word)}\b", self._all) is not None

    @cached_property
    def _all(self) -> str:
        """The visible text of the page, case folded."""
        return " ".join(_texts(self._tree)).casefold()


def _texts(tree: HtmlElement) -> Iterator[str]:
    """The texts below the body, those of scripts and the like left out."""
    body = tree.find(".//body")
    for element in (tree if body is None else body).iter():
        if element.text and isinstance(element.tag, str) and element.tag not in _UNSEEN:
            yield element.text
        if element.tail:
            yield element.tail


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold()))
