"""Readers of days and stretches that English does not say so: "le 14 juillet dernier", "in der Nacht zum Dienstag"."""

from datetime import date, timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import month_number, nearest_year, part_of_day, valid
from pipeline.numbers.times.dates import read_date
from pipeline.numbers.times.reading import Place, Reading
from pipeline.numbers.times.weekdays import read_weekday


def read_shifted_date(place: Place) -> Reading | None:
    """le 14 juillet dernier · el próximo 9 de junio: the nearest such day on that side of today"""
    month, day, shift = month_number(place), int(place.groups["day"] or 0), int(place.key("shift") or 0)
    if not valid(None, month, day) or month is None:
        return None
    today = place.published
    if today is None or shift == 0:
        return _in_year(place, month, day, nearest_year(place, month, day))
    years = [today.year - 1, today.year] if shift < 0 else [today.year, today.year + 1]
    fitting = [year for year in years if valid(year, month, day) and ((date(year, month, day) < today) == (shift < 0))]
    return _in_year(place, month, day, (fitting[-1] if shift < 0 else fitting[0]) if fitting else None)


def _in_year(place: Place, month: int, day: int, year: int | None) -> Reading:
    return Reading(value=timex.month_day(year, month, day) + part_of_day(place))


def read_night_before(place: Place) -> Reading | None:
    """in der Nacht zum Dienstag · in der Nacht zum 3. Mai: the night that ends on that day"""
    read = read_date(place) if place.groups.get("month") else read_weekday(place)
    if read is None or read.value is None or "X" in read.value:
        return read
    return Reading(value=timex.day(date.fromisoformat(read.value[:10]) - timedelta(days=1)) + "TNI")


def read_span_at_edge(place: Place) -> Reading | None:
    """Anfang des Monats · Jahresende · fin de mes · la fin de l'année: the current month, year"""
    unit = place.key("span")
    if unit is None or not (place.has_edge or place.groups.get("tail")):
        return None
    if place.published is None:
        return Reading(value=None, mod=place.key("tail"))
    when = timex.at_grain(place.published, unit)
    return Reading(value=when, mod=place.key("tail"))
