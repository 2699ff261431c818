"""Units of measure in English: canonical name | words | abbreviations (written exactly so, after digits only)."""

from typing import Final

from pipeline.numbers.wordlists import word_set

UNITS: Final = """
percent            | percent, per cent, percentage, per-cent, pct | %, pc, ％, ٪
percentage point   | percentage-point |
percentage point   | percentage point, percentage points, percent points, per cent points, %-points | pp, ppt, ppts
basis point        | basis-point |
basis point        | basis point, basis points | bps, bp
degree celsius     | ° celsius, degree celsius, degrees celsius, degree centigrade, degrees centigrade, celsius |
degree celsius     | centigrade, deg c, degc, degrees c, degree c | °C, ℃, C, ºC
degree fahrenheit  | ° fahrenheit, degree fahrenheit, degrees fahrenheit, fahrenheit |
degree fahrenheit  | deg f, degf, degrees f, degree f | °F, ℉, F, ºF
kelvin             | kelvin, kelvins |
degree             | degree, degrees | °, º
kilometre          | kilometre, kilometres, kilometer, kilometers, kms | km
metre              | metre, metres, meter, meters | m
centimetre         | centimetre, centimetres, centimeter, centimeters | cm
millimetre         | millimetre, millimetres, millimeter, millimeters | mm
micrometre         | micrometre, micrometres, micrometer, micrometers, micron, microns | μm, µm
nanometre          | nanometre, nanometres, nanometer, nanometers | nm
mile               | mile, miles | mi
nautical mile      | nautical-mile |
nautical mile      | nautical mile, nautical miles | nmi
yard               | yard, yards, yds | yd
foot               | foot, feet | ft, ′
inch               | inch, inches | ″, in.
fathom             | fathom, fathoms |
furlong            | furlong, furlongs |
light-year         | light year, light years, light-year, light-years, lightyears |
square kilometre   | square-kilometre, square-kilometer, square-km, sq-km |
square kilometre   | square kilometre, square kilometres, square kilometer |
square kilometre   | square kilometers, sq km, sq. km | km2, km²
square metre       | square-metre, square-meter, sq-m, sq-metre |
square metre       | square metre, square metres, square meter, square meters |
square metre       | sq m, sq. m, sqm, sq metres, sq meters | m2, m²
square mile        | square-mile, sq-mile |
square mile        | square mile, square miles, sq mi, sq miles |
square foot        | square-foot, square-feet, sq-ft, sq-foot |
square foot        | square foot, square feet, sq ft, sq. ft, sqft, sq feet, sq.ft., sq.ft, sq. feet | ft2, ft²
square yard        | square-yard |
square yard        | square yard, square yards, sq yards |
square inch        | square-inch |
square inch        | square inch, square inches, sq in |
cubic metre        | cubic-metre, cubic-meter |
cubic metre        | cubic metre, cubic metres, cubic meter, cubic meters, cu m | m3, m³
cubic foot         | cubic-foot |
cubic foot         | cubic foot, cubic feet, cu ft, cu. ft, cu.ft., cu.ft | ft3
cubic centimetre   | cubic-centimetre, cubic-centimeter |
cubic centimetre   | cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters | cc, cm3, cm³
cubic kilometre    | cubic kilometre, cubic kilometres, cubic kilometer, cubic kilometers | km3
cubic yard         | cubic-yard |
cubic yard         | cubic yard, cubic yards |
acre               | acre, acres |
hectare            | hectare, hectares | ha
litre              | litre, litres, liter, liters, ltr | l, L
millilitre         | millilitre, millilitres, milliliter, milliliters | ml, mL
centilitre         | centilitre, centilitres, centiliter, centiliters | cl
gallon             | gallon, gallons | gal
pint               | pint, pints |
quart              | quart, quarts | qt
cup                | cup, cups |
tablespoon         | tablespoon, tablespoons, tbsp, tbsps |
teaspoon           | teaspoon, teaspoons, tsp, tsps |
fluid ounce        | fluid ounce, fluid ounces, fl oz, fl. oz |
barrel             | barrel, barrels, bbl | bbl
cusec              | cusec, cusecs |
cumec              | cumec, cumecs |
barrel per day     | barrels per day, barrels-per-day | bpd, b/d
bushel             | bushel, bushels |
tonne              | tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes | t
ton                | ton, tons |
quintal            | quintal, quintals |
short ton          | short ton, short tons |
kilotonne          | kilotonne, kilotonnes | kt
kiloton            | kiloton, kilotons |
megatonne          | megatonne, megatonnes | Mt
megaton            | megaton, megatons |
kilogram           | kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kgs | kg, Kg, KG
gram               | gram, grams, gramme, grammes | g
milligram          | milligram, milligrams, milligramme, milligrammes | mg
microgram          | microgram, micrograms | μg, µg, mcg
pound              | lb, lbs, pound, pounds | lb, lbs
stone              | stone |
ounce              | ounce, ounces | oz
troy ounce         | troy ounce, troy ounces |
carat              | carat, carats, karat, karats |
kilometre per hour | kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour |
kilometre per hour | kilometre per hour, kilometer per hour, km per hour, km an hour | km/h, kph, kmh, kmph
mile per hour      | miles per hour, miles an hour, mile per hour, mph, m.p.h. |
mile per hour      | miles-per-hour, mile-per-hour, mile an hour, miles-an-hour, mile-an-hour | mph, MPH
metre per second   | metres per second, meters per second, metre per second |
metre per second   | meter per second, metres a second, meters a second | m/s
kilometre per second | kilometres per second, kilometers per second, kilometres a second, kilometers a second | km/s
knot               | knots | kt, kts
mile per gallon    | miles per gallon, mile per gallon, mpg, miles a gallon, miles to the gallon | mpg
kilometre per litre | kilometres per litre, kilometers per liter | km/l
horsepower         | horsepower, horse power | hp, HP
brake horsepower   | brake horsepower | bhp
watt               | watt, watts | W, w
kilowatt           | kilowatt, kilowatts | kW, KW
megawatt           | megawatt, megawatts | MW
gigawatt           | gigawatt, gigawatts | GW
terawatt           | terawatt, terawatts | TW
watt hour          | watt hour, watt hours, watt-hour, watt-hours | Wh
kilowatt hour      | kilowatt hour, kilowatt hours, kilowatt-hour, kilowatt-hours | kWh, KWh
megawatt hour      | megawatt hour, megawatt hours, megawatt-hour, megawatt-hours | MWh
gigawatt hour      | gigawatt hour, gigawatt hours, gigawatt-hour, gigawatt-hours | GWh
terawatt hour      | terawatt hour, terawatt hours, terawatt-hour, terawatt-hours | TWh
joule              | joule, joules | J
kilojoule          | kilojoule, kilojoules | kJ
megajoule          | megajoule, megajoules | MJ
calorie            | calorie, calories | cal
kilocalorie        | kilocalorie, kilocalories | kcal
newton             | newton, newtons |
newton metre       | newton metres, newton meters | Nm
pound-foot         | pound-feet, pound feet, pound-foot, lb-ft, foot-pounds, foot pounds |
volt               | volt, volts | V
kilovolt           | kilovolt, kilovolts | kV
ampere             | ampere, amperes, amps |
milliampere-hour   | milliamp hours, milliampere-hour, milliampere-hours | mAh
ampere-hour        | ampere-hour, ampere-hours, amp hours | Ah
hertz              | hertz | Hz, HZ
kilohertz          | kilohertz | kHz, KHz
megahertz          | megahertz | MHz
gigahertz          | gigahertz | GHz
pascal             | pascal, pascals | Pa
kilopascal         | kilopascal, kilopascals | kPa
megapascal         | megapascal, megapascals | MPa
hectopascal        | hectopascal, hectopascals | hPa
millibar           | millibar, millibars | mb, mbar
pound per square inch | pounds per square inch | psi, PSI
kilopound per square inch | | ksi
decibel            | decibel, decibels | dB
lux                | lux |
nit                | nits |
lumen              | lumen, lumens | lm
bit                | bit, bits |
byte               | byte, bytes |
kilobyte           | kilobyte, kilobytes | KB, kB
megabyte           | megabyte, megabytes | MB
gigabyte           | gigabyte, gigabytes, gigs | GB
terabyte           | terabyte, terabytes | TB
petabyte           | petabyte, petabytes | PB
exabyte            | exabyte, exabytes | EB
megabit            | megabit, megabits | Mb
gigabit            | gigabit, gigabits | Gb
kilobit per second | kilobits per second | kbps, Kbps
megabit per second | megabits per second, megabit per second, megabits a second | Mbps, mbps, Mb/s
gigabit per second | gigabits per second, gigabit per second, gigabits a second | Gbps, gbps, Gb/s
megabyte per second | megabytes per second | MB/s, MBps
megapixel          | megapixel, megapixels | MP
pixel              | pixel, pixels | px
sievert            | sievert, sieverts | Sv
millisievert       | millisievert, millisieverts | mSv
microsievert       | microsievert, microsieverts | μSv, µSv
becquerel          | becquerel, becquerels | Bq
mole               | | mol
caliber            | caliber, calibers, calibre, calibres, cal |
part per million   | parts per million, part per million | ppm
part per billion   | parts per billion, part per billion | ppb
frame per second   | frames per second, frame per second, frames a second | fps
teraflop           | teraflop, teraflops | TFLOPS
revolution per minute | revolutions per minute | rpm
milligram per litre | milligrams per litre, milligrams per liter | mg/l, mg/L
microgram per cubic metre | micrograms per cubic metre, micrograms per cubic meter | μg/m3, µg/m3
"""

# Units of time make durations, which are rows of kind `time`.
TIME_UNITS: Final = """
millisecond | millisecond, milliseconds | ms
second      | second, seconds, sec, secs | s
minute      | minute, minutes, min, mins | min, mins
hour        | hour, hours, hr, hrs | h, hr, hrs
day         | day, days |
week        | week, weeks, wk, wks |
fortnight   | fortnight, fortnights |
month       | month, months, mth, mths |
quarter     | |
year        | year, years, yr, yrs |
decade      | decade, decades |
century     | century, centuries |
"""

PER_MARKS: Final = frozenset({"a", "an", "per", "each", "every", "/"})
PER_THINGS: Final = word_set("""
    second minute hour day night week weekend fortnight month quarter year season annum decade share barrel
    ounce tonne ton gallon litre liter kilogram kilo kilometre kilometer km mile metre meter foot acre hectare
    pound person head capita household family student pupil child worker employee unit ticket bottle cup pack
    packet piece item game match round dose bushel tablet patient passenger seat trip ride vote gram word
    user customer member copy square
""")
