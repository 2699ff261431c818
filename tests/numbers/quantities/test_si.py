"""The table of SI factors says what pint says, and holds every unit that can be converted."""

from decimal import Decimal

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.en.units import UNITS
from pipeline.numbers.si import TABLE, build_table, to_si


def test_the_table_is_what_pint_makes_of_the_units() -> None:
    names = list(dict.fromkeys(line.split("|")[0].strip() for line in UNITS.splitlines() if line.strip()))
    assert TABLE.read_text("utf-8") == build_table(names)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("5", "kilometre", ("5000", "m")),
        ("0", "degree celsius", ("273.15", "K")),
        ("60", "mile per hour", ("26.8224", "m/s")),
        ("2", "tonne", ("2000", "kg")),
        ("1", "megawatt", ("1000000", "W")),
        ("32", "degree fahrenheit", ("273.15", "K")),
    ],
)
def test_conversion(value: str, unit: str, expected: tuple[str, str]) -> None:
    converted, name = to_si(Decimal(value), unit)
    assert converted is not None
    assert (round(converted, 6), name) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize("text", ["It is 14 tons of rice.", "It is 1.5 degrees warmer.", "It costs $5.", "78% voted."])
def test_what_has_no_one_meaning_is_not_converted(text: str) -> None:
    (mention,) = find_mentions(text, language="en")
    assert (mention.value_si, mention.unit_si) == (None, None)


def test_a_measure_keeps_what_was_written() -> None:
    (mention,) = find_mentions("The adult moths can fly 5 km.", language="en")
    assert (mention.value, mention.unit, mention.unit_text) == (5, "kilometre", "km")
    assert (mention.value_si, mention.unit_si) == (5000, "m")
