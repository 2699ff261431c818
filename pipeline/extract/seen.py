"""Whether a name that stands in a tag can be read on the page: what nobody sees is no byline."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from lxml.html import HtmlElement

from pipeline.bylines import RawByline

_HIDDEN_ORIGINS = frozenset(("json-ld", "meta"))
_SEEN_ORIGINS = frozenset(("visible", "text"))
_TEXTS = (
    "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template or parent::option)]"
)
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
        words = frozenset().union(*(_words(name) for name in candidate.names))
        return words <= self._near or words <= self._near | self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        return _words(" ".join(self._tree.xpath(_TEXTS)))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold()))
