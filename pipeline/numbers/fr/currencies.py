"""Money in French."""

from typing import Final

CURRENCY_WORDS: Final = """
EUR    | euro, euros, d'euro, d'euros
USD    | dollar américain, dollars américains, dollars us
CAD    | dollar canadien, dollars canadiens
AUD    | dollars australiens
dollar | dollar, dollars
GBP    | livre sterling, livres sterling
CHF    | franc suisse, francs suisses
XOF    | francs cfa
franc  | francs
JPY    | yen, yens
CNY    | yuan, yuans
RUB    | rouble, roubles
INR    | roupie indienne, roupies indiennes
rupee  | roupies
dirham | dirhams
dinar  | dinars
krone  | couronnes
"""
SMALL_MONEY: Final = {"centime": "centime", "centimes": "centime", "cents": "cent"}
BARE_SCALED_ONLY: Final[frozenset[str]] = frozenset()
