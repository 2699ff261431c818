"""Money in English: words of currencies, and the peoples whose they are."""

from typing import Final

from pipeline.numbers.wordlists import word_set

# ISO 4217 code, or "" where only a people's name or the country of the publisher can say whose it is.
CURRENCY_WORDS: Final = """
USD | US dollar, US dollars, U.S. dollar, U.S. dollars, American dollars, United States dollars, buck, bucks, greenbacks
CAD | Canadian dollar, Canadian dollars
AUD | Australian dollar, Australian dollars
NZD | New Zealand dollar, New Zealand dollars
HKD | Hong Kong dollar, Hong Kong dollars
SGD | Singapore dollar, Singapore dollars, Singaporean dollars
TWD | Taiwan dollar, Taiwan dollars, Taiwanese dollars, New Taiwan dollars
EUR | euro, euros
GBP | pound sterling, pounds sterling, British pound, British pounds, sterling, quid
JPY | yen, Japanese yen
CNY | yuan, Chinese yuan, renminbi
INR | Indian rupee, Indian rupees
PKR | Pakistani rupee, Pakistani rupees
LKR | Sri Lankan rupees
NPR | Nepalese rupees, Nepali rupees
IDR | rupiah, Indonesian rupiah
RUB | ruble, rubles, rouble, roubles, Russian rubles, Russian roubles
UAH | hryvnia, hryvnias
PLN | zloty, zlotys, zlotych
CZK | Czech crown, Czech crowns, koruna, korunas
HUF | forint, forints
RON | Romanian lei, Romanian leu
BGN | Bulgarian lev, Bulgarian leva
TRY | lira, liras, Turkish lira, Turkish liras
ILS | shekel, shekels, Israeli shekels, new shekels
EGP | Egyptian pound, Egyptian pounds
LBP | Lebanese pound, Lebanese pounds
SYP | Syrian pound, Syrian pounds
SEK | Swedish crown, Swedish crowns, Swedish krona, Swedish kronor, krona, kronor
NOK | Norwegian crown, Norwegian crowns, Norwegian krone, Norwegian kroner
DKK | Danish crown, Danish crowns, Danish krone, Danish kroner
ISK | Icelandic krona, Icelandic kronur
CHF | Swiss franc, Swiss francs
KRW | South Korean won, Korean won
KPW | North Korean won
BRL | Brazilian real, Brazilian reais, reais
MXN | Mexican peso, Mexican pesos
ARS | Argentine peso, Argentine pesos, Argentinian pesos
CLP | Chilean peso, Chilean pesos
COP | Colombian peso, Colombian pesos
PHP | Philippine peso, Philippine pesos
CUP | Cuban pesos
ZAR | rand, South African rand
NGN | naira, Nigerian naira
KES | Kenyan shilling, Kenyan shillings
UGX | Ugandan shilling, Ugandan shillings
TZS | Tanzanian shilling, Tanzanian shillings
GHS | cedi, cedis
ETB | birr
MYR | ringgit, Malaysian ringgit
THB | baht, Thai baht
VND | dong, Vietnamese dong
BDT | taka
AED | UAE dirham, UAE dirhams, Emirati dirhams
MAD | Moroccan dirham, Moroccan dirhams
SAR | Saudi riyal, Saudi riyals
QAR | Qatari riyal, Qatari riyals
IRR | Iranian rial, Iranian rials, toman, tomans
KWD | Kuwaiti dinar, Kuwaiti dinars
IQD | Iraqi dinar, Iraqi dinars
RSD | Serbian dinar, Serbian dinars
KZT | tenge
AFN | Afghanis
VES | bolivar, bolivars, bolivares
PEN | Peruvian soles, soles
dollar   | dollar, dollars
pound    | pound, pounds
rupee    | rupee, rupees
peso     | peso, pesos
franc    | franc, francs
krone    | krone, kroner
crown    |
shilling | shilling, shillings
dinar    | dinar, dinars
kwacha   | kwacha, kwachas
cfa      | CFA, CFA franc, CFA francs, FCFA
dirham   | dirham, dirhams
riyal    | riyal, riyals, rial, rials
won      | won
"""

# Parts of a currency: the amount stays as it was said.
SMALL_MONEY: Final = {
    "cent": "cent", "cents": "cent", "¢": "cent", "penny": "penny", "pennies": "penny", "pence": "penny", "p": "penny",
    "kopecks": "kopeck", "paise": "paisa",
}  # fmt: skip
BARE_SCALED_ONLY: Final = frozenset({"won", "dong", "taka", "sterling", "rand", "lira", "soles"})
# Right behind one of these a pound pays; else it weighs.
PAYING: Final = word_set("""
    pay pays paid paying cost costs costing charge charges charged charging fine fines fined earn earns earned earning
    spend spends spent spending owe owes owed owing donate donated borrow borrowed lend lent repay repaid priced worth
""")
# So it does as a level of one of these: "rents rose to 900 pounds".
PRICES: Final = word_set("""
    price prices cost costs fare fares fee fees rent rents salary salaries wage wages bill bills bonus fine debt debts
    reward ticket tickets bail deposit pension pensions
""")
