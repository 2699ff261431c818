"""Units of measure in German: canonical name | words | abbreviations."""

from typing import Final

UNITS: Final = """
percent            | prozent, vom hundert | %, ％
percent            | prozentig, prozentige, prozentigen, prozentiger, prozentiges, prozentigem |
percentage point   | prozentpunkt, prozentpunkte, prozentpunkten | PP
degree celsius     | grad celsius | °C, ℃
degree             | grad | °
kilometre per hour | kilometer pro stunde, kilometern pro stunde, stundenkilometer, stundenkilometern | km/h
kilometre per hour | kilometer in der stunde, kilometern in der stunde |
kilometre          | kilometer, kilometern | km
metre              | meter, metern | m
centimetre         | zentimeter, zentimetern | cm
millimetre         | millimeter, millimetern | mm
square kilometre   | quadratkilometer, quadratkilometern | km², km2
square metre       | quadratmeter, quadratmetern | m², m2
cubic metre        | kubikmeter, kubikmetern | m³, m3
hectare            | hektar | ha
litre              | liter, litern | l
tonne              | tonne, tonnen | t
kilogram           | kilogramm, kilo, kilos | kg
gram               | gramm | g
milligram          | milligramm | mg
microgram          | mikrogramm | µg
kilowatt hour      | kilowattstunde, kilowattstunden | kWh
gigawatt hour      | gigawattstunde, gigawattstunden | GWh
kilowatt           | kilowatt | kW
megawatt           | megawatt | MW
gigawatt           | gigawatt | GW
gigabyte           | gigabyte | GB
megabyte           | megabyte | MB
"""
TIME_UNITS: Final = """
second  | sekunde, sekunden |
minute  | minute, minuten |
hour    | stunde, stunden |
day     | tag, tage, tagen |
week    | woche, wochen |
month   | monat, monate, monaten |
year    | jahr, jahre, jahren |
"""
BELOW_ZERO: Final = (("unter", "null"), ("unter", "dem", "gefrierpunkt"), ("minus",))
