"""Units of measure in French: canonical name | words | abbreviations."""

from typing import Final

UNITS: Final = """
percent            | pour cent, pourcent, pour-cent | %, ％
percentage point   | point de pourcentage, points de pourcentage |
degree celsius     | degré celsius, degrés celsius | °C, ℃
degree             | degré, degrés | °
kilometre per hour | kilomètres par heure, kilomètres-heure, kilomètres heure, kilomètres à l'heure | km/h
kilometre          | kilomètre, kilomètres | km
metre              | mètre, mètres | m
centimetre         | centimètre, centimètres | cm
millimetre         | millimètre, millimètres | mm
square kilometre   | kilomètre carré, kilomètres carrés | km², km2
square metre       | mètre carré, mètres carrés | m², m2
cubic metre        | mètre cube, mètres cubes | m³, m3
hectare            | hectare, hectares | ha
litre              | litre, litres | l
tonne              | tonne, tonnes | t
kilogram           | kilogramme, kilogrammes, kilo, kilos | kg
gram               | gramme, grammes | g
milligram          | milligramme, milligrammes | mg
microgram          | microgramme, microgrammes | µg
kilowatt           | kilowatt, kilowatts | kW
megawatt           | mégawatt, mégawatts | MW
gigawatt           | gigawatt, gigawatts | GW
gigabyte           | gigaoctet, gigaoctets | Go
megabyte           | mégaoctet, mégaoctets | Mo
"""
TIME_UNITS: Final = """
second  | seconde, secondes |
minute  | minute, minutes |
hour    | heure, heures |
day     | jour, jours |
week    | semaine, semaines |
month   | mois |
year    | an, ans, année, années |
"""
BELOW_ZERO: Final = (
    ("sous", "zéro"),
    ("sous", "0"),
    ("au", "-", "dessous", "de", "zéro"),
    ("en", "dessous", "de", "zéro"),
)
