"""Symbols and codes need no table of a language."""

from typing import Final

CURRENCY_WORDS: Final = ""
SMALL_MONEY: Final[dict[str, str]] = {}
BARE_SCALED_ONLY: Final[frozenset[str]] = frozenset()
