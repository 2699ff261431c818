"""Measures in SI units, from a table that was made once with pint (`build_table`, which a test compares)."""

from decimal import Context, Decimal
from functools import cache
from pathlib import Path

__all__ = ["TABLE", "build_table", "to_si"]

TABLE = Path(__file__).with_name("si.tsv")
_EXACT = Context(prec=28, Emax=999999, Emin=-999999, traps=[])

# Canonical units that pint calls otherwise. What is missing here and unknown to pint has no SI value: "ton" is three
# different masses, a "caliber" no length that anyone agrees on.
_PINT_NAMES = {
    "degree celsius": "degC", "degree fahrenheit": "degF", "degree": None, "ton": None, "kiloton": None,
    "megaton": None, "kilotonne": "kilotonne", "megatonne": "megatonne", "light-year": "light_year", "knot": "knot",
    "nautical mile": "nautical_mile", "barrel": "oil_barrel", "barrel per day": "oil_barrel/day",
    "cusec": "foot**3/second", "cumec": "meter**3/second",
    "tonne": "tonne", "pound": "pound", "ounce": "ounce", "troy ounce": "troy_ounce",
    "pound per square inch": "psi", "kilopound per square inch": "ksi", "pound-foot": "foot_pound",
    "brake horsepower": "horsepower", "horsepower": "horsepower", "newton metre": "newton*meter", "caliber": None,
    "millibar": "millibar", "decibel": None, "megapixel": None, "pixel": None, "carat": "carat", "calorie": "calorie",
    "kilocalorie": "kilocalorie", "milliampere-hour": "milliampere*hour", "ampere-hour": "ampere*hour",
    "watt hour": "watt*hour", "kilowatt hour": "kilowatt*hour", "megawatt hour": "megawatt*hour",
    "gigawatt hour": "gigawatt*hour", "terawatt hour": "terawatt*hour", "fluid ounce": "fluid_ounce",
    "revolution per minute": "revolution/minute", "basis point": None, "percentage point": None, "percent": None,
    "part per million": None, "part per billion": None, "short ton": "short_ton", "gallon": "gallon", "lumen": None,
    "quintal": None, "lux": None, "bit": None, "byte": None, "kilobyte": None, "megabyte": None, "gigabyte": None,
    "terabyte": None, "nit": None,
    "petabyte": None, "exabyte": None, "megabit": None, "gigabit": None, "kilobit per second": None,
    "megabit per second": None, "gigabit per second": None, "megabyte per second": None, "cup": "cup",
    "mile per hour": "mile/hour", "mile per gallon": "mile/gallon", "bushel": "bushel", "fathom": "fathom",
    "frame per second": None, "teraflop": None, "cubic centimetre": "centimeter**3", "cubic yard": "yard**3",
}  # fmt: skip


_SYMBOLS = {
    "kg·m²/s³": "W", "kg·m²/s²": "J", "kg·m/s²": "N", "kg/m/s²": "Pa", "1/s": "Hz", "kg·m²/A/s³": "V", "A·s": "C",
    "m²/s²": "Sv", "count/s": "Bq",
}  # fmt: skip


def _expression(unit: str) -> str | None:
    """The name of a canonical unit in pint's words."""
    if unit in _PINT_NAMES:
        return _PINT_NAMES[unit]
    words = unit.replace("metre", "meter").replace("litre", "liter").split(" per ")
    parts = []
    for word in words:
        power = {"square": 2, "cubic": 3}.get(word.split(" ")[0])
        parts.append(f"{word.split(' ', 1)[1]}**{power}" if power else word.replace(" ", "_"))
    return "/".join(parts)


def _symbol(unit: str, base: str) -> str:
    """The symbol of a derived unit: "W" rather than "kg·m²/s³"; a torque stays one."""
    return "N·m" if unit in ("newton metre", "pound-foot") else _SYMBOLS.get(base, base)


def build_table(units: list[str]) -> str:
    """The table's text: unit, factor, offset, SI unit. Needs pint, which nothing else here does."""
    import pint

    registry: pint.UnitRegistry[float] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    lines = ["unit\tfactor\toffset\tsi_unit"]
    for unit in units:
        expression = _expression(unit)
        if expression is None:
            continue
        zero, one = (registry.Quantity(n, registry.parse_units(expression)).to_base_units() for n in (0, 1))
        offset = zero.magnitude
        name = f"{one.units:~P}"
        lines.append(f"{unit}\t{one.magnitude - offset:.12g}\t{offset:.12g}\t{_symbol(unit, name)}")
    return "\n".join(lines) + "\n"


@cache
def _table() -> dict[str, tuple[Decimal, Decimal, str]]:
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:])
    return {unit: (Decimal(factor), Decimal(offset), name) for unit, factor, offset, name in rows}


def to_si(value: Decimal | None, unit: str | None) -> tuple[Decimal | None, str | None]:
    """`value` of a canonical unit in SI base units, and their symbol; both None where nothing can convert it."""
    row = _table().get(unit or "")
    if row is None or value is None:
        return None, None
    factor, offset, name = row
    return _EXACT.add(_EXACT.multiply(value, factor), offset), name
