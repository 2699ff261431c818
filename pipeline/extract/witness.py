"""Whether the names in a page's tags stand in its visible text: what a reader cannot see is a weaker byline."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bylines import RawByline

_visible_texts = XPath(
    "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]", smart_strings=False
)
_BETWEEN_NAMES = re.compile(r"\s*[,;&|/]\s*|\s+(?:and|und|et|y|e|og|och|en|i|by|with)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_TAGS = frozenset({"json-ld", "meta"})


def with_sight(candidates: Iterable[RawByline], tree: HtmlElement) -> list[RawByline]:
    """The candidates, those out of tags with `seen` filled; the page's text is only searched if there are any."""

    @cache
    def shown() -> str:
        return _folded(" ".join(_visible_texts(tree)))

    return [_looked_for(candidate, shown) if candidate.origin in _TAGS else candidate for candidate in candidates]


def _looked_for(candidate: RawByline, shown: Callable[[], str]) -> RawByline:
    parts = [part for name in candidate.names for part in _BETWEEN_NAMES.split(_folded(name)) if len(part) > 2]
    seen = bool(parts) and all(part in shown() for part in parts[:20])
    return RawByline(candidate.names, candidate.origin, candidate.locator, candidate.kinds, candidate.profiles, seen)


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text.casefold()).strip()
