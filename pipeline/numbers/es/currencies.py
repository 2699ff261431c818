"""Money in Spanish."""

from typing import Final

CURRENCY_WORDS: Final = """
EUR    | euro, euros, de euros
USD    | dólar estadounidense, dólares estadounidenses, de dólares estadounidenses
CAD    | dólares canadienses
AUD    | dólares australianos
dollar | dólar, dólares, de dólares
GBP    | libra esterlina, libras esterlinas, de libras esterlinas, libras, de libras
CHF    | franco suizo, francos suizos, de francos suizos
JPY    | yen, yenes, de yenes
CNY    | yuan, yuanes, de yuanes
RUB    | rublo, rublos, de rublos
MXN    | pesos mexicanos, de pesos mexicanos
ARS    | pesos argentinos, de pesos argentinos
CLP    | pesos chilenos, de pesos chilenos
COP    | pesos colombianos, de pesos colombianos
peso   | peso, pesos, de pesos
BRL    | reales, de reales
PEN    | soles, de soles
VES    | bolívares, de bolívares
krone  | coronas, de coronas
"""
SMALL_MONEY: Final = {"centavo": "centavo", "centavos": "centavo", "céntimo": "céntimo", "céntimos": "céntimo"}
BARE_SCALED_ONLY: Final[frozenset[str]] = frozenset()
