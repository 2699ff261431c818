"""Blocks need no words to see versions, codes, list numbers and scores."""

from typing import Final

IDIOMS: Final = ""
NUMBERED_NAMES: Final[frozenset[str]] = frozenset()
MOSTLY_NOUNS: Final[frozenset[str]] = frozenset()
STREETS: Final[frozenset[str]] = frozenset()
STREETS_BEFORE: Final[frozenset[str]] = frozenset()
EMERGENCY: Final[frozenset[str]] = frozenset()
CALL_WORDS: Final[frozenset[str]] = frozenset()
SCORE_CUES: Final[frozenset[str]] = frozenset()
OPEN_PREFIXES: Final[frozenset[str]] = frozenset()
RANKS: Final[frozenset[str]] = frozenset()
NOT_NAMED: Final[frozenset[str]] = frozenset()
NAMED_ORDINALS: Final[frozenset[str]] = frozenset()
YEAR_BEFORE: Final[frozenset[str]] = frozenset()
