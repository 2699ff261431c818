"""Money in German."""

from typing import Final

CURRENCY_WORDS: Final = """
EUR    | euro, euros
USD    | us-dollar, us dollar
CAD    | kanadische dollar, kanadischen dollar
AUD    | australische dollar, australischen dollar
dollar | dollar, dollars
GBP    | pfund sterling, britische pfund, pfund
CHF    | schweizer franken, franken
JPY    | yen
CNY    | yuan, renminbi
RUB    | rubel
INR    | rupien
TRY    | türkische lira, lira
PLN    | zloty
SEK    | schwedische kronen
NOK    | norwegische kronen
DKK    | dänische kronen
krone  | kronen
DEM    | mark, d-mark, deutsche mark
UAH    | hrywnja
"""
SMALL_MONEY: Final = {"cent": "cent", "cents": "cent", "rappen": "rappen", "pence": "penny"}
BARE_SCALED_ONLY: Final[frozenset[str]] = frozenset({"lira"})
