"""Hedges that are written the same everywhere."""

from typing import Final

LEFT: Final = """
~ | =  | ~ |
≈ | =  | ~ |
> | >  |   |
≥ | >= |   |
< | <  |   |
≤ | <= |   |
"""
RIGHT: Final = """
+ | >= |   |
"""
TRANSPARENT: Final[frozenset[str]] = frozenset()

TO: Final[frozenset[str]] = frozenset()
BETWEEN: Final[frozenset[str]] = frozenset()
FROM: Final[frozenset[str]] = frozenset()
CONJUNCTIONS: Final[frozenset[str]] = frozenset()
ALTERNATIVES: Final[frozenset[str]] = frozenset()
OUT_OF: Final[tuple[tuple[str, ...], ...]] = ()
CHANGES: Final[frozenset[str]] = frozenset()
LINKS: Final = frozenset({",", "and", "or", "to", "-", "–", "from", "&", "but", "by"})
