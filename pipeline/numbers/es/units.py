"""Units of measure in Spanish: canonical name | words | abbreviations."""

from typing import Final

UNITS: Final = """
percent            | por ciento, por cien, porciento | %, ％
percentage point   | punto porcentual, puntos porcentuales |
degree celsius     | grado celsius, grados celsius, grados centígrados | °C, ℃
degree             | grado, grados | °
kilometre per hour | kilómetros por hora | km/h
kilometre          | kilómetro, kilómetros | km
metre              | metro, metros | m
centimetre         | centímetro, centímetros | cm
millimetre         | milímetro, milímetros | mm
square kilometre   | kilómetro cuadrado, kilómetros cuadrados | km², km2
square metre       | metro cuadrado, metros cuadrados | m², m2
cubic metre        | metro cúbico, metros cúbicos | m³, m3
hectare            | hectárea, hectáreas |
litre              | litro, litros | l
tonne              | tonelada, toneladas | t
kilogram           | kilogramo, kilogramos, kilo, kilos | kg
gram               | gramo, gramos | g
milligram          | miligramo, miligramos | mg
microgram          | microgramo, microgramos | µg
kilowatt           | kilovatio, kilovatios | kW
megawatt           | megavatio, megavatios | MW
gigawatt           | gigavatio, gigavatios | GW
gigabyte           | gigabyte, gigabytes | GB
"""
TIME_UNITS: Final = """
second  | segundo, segundos |
minute  | minuto, minutos |
hour    | hora, horas |
day     | día, días |
week    | semana, semanas |
month   | mes, meses |
year    | año, años |
"""
BELOW_ZERO: Final = (("bajo", "cero"), ("bajo", "0"))
