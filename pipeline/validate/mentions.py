"""Mentions as columns: what the suite `mentions` looks at, one row a number, amount or time of an article."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from pipeline.articles import NormalizedArticle
from pipeline.numbers import Mention
from pipeline.validate.strings import storable

_QUANTITIES = frozenset({"count", "measure", "money", "percent", "ratio", "age"})
_PLAIN = (
    *("char_start", "char_end", "phrase_start", "phrase_end", "sentence_start", "sentence_end"),
    *("surface", "part", "kind", "subkind", "comparator", "side", "modality", "attribution", "currency"),
    *("noun", "event_trigger", "event_type", "timex_type", "timex_value", "rule"),
)
_STRINGS = (
    *("surface", "part", "kind", "subkind", "comparator", "side", "unit_text", "unit", "unit_si", "currency", "per"),
    *("noun", "noun_head", "event_trigger", "event_type", "modality", "attribution", "attributed_to"),
    *("attribution_cue", "timex_type", "timex_value", "timex_mod", "rule"),
)


class Row(NamedTuple):
    """A mention with its article and the string that its offsets count in."""

    article: NormalizedArticle
    ordinal: int
    mention: Mention
    container: str
    is_repeated: bool


def rows_of(article: NormalizedArticle) -> Iterable[Row]:
    """The mentions of an article; a second one of the same span is a repetition."""
    spans: set[tuple[bool, int, int]] = set()
    for ordinal, mention in enumerate(article.mentions):
        in_headline = mention.part == "headline"
        span = (in_headline, mention.char_start, mention.char_end)
        container = (article.title or "") if in_headline else article.text
        yield Row(article, ordinal, mention, container, span in spans)
        spans.add(span)


def _surface_is_in_text(row: Row) -> bool:
    mention = row.mention
    return row.container[max(mention.char_start, 0) : max(mention.char_end, 0)] == mention.surface


def _amounts(mention: Mention) -> tuple[Decimal | None, ...]:
    return (mention.value, mention.value_min, mention.value_max, mention.value_si)


def _is_finite(row: Row) -> bool:
    return all(
        amount is None or (amount.is_finite() and abs(amount.adjusted()) < 100) for amount in _amounts(row.mention)
    )


def _bounds_are_ordered(row: Row) -> bool:
    low, high = row.mention.value_min, row.mention.value_max
    return low is None or high is None or low.is_nan() or high.is_nan() or low <= high


def _bounds_fit(row: Row) -> bool:
    """Whether a comparator has the bound that it speaks of ("more than 800" has a least value)."""
    mention = row.mention
    if mention.comparator == "range":
        return mention.value_min is not None or mention.value_max is not None
    if not mention.is_quantity or mention.kind == "time":
        return True
    if mention.comparator in (">", ">="):
        return mention.value_min is not None
    return mention.comparator == "=" or mention.value_max is not None


def _quantity_fits_kind(row: Row) -> bool:
    """Durations and periods are quantities, other times are not; what else is one follows from the kind."""
    return row.mention.kind == "time" or row.mention.is_quantity == (row.mention.kind in _QUANTITIES)


def _part_of_is_there(row: Row) -> bool:
    whole = row.mention.part_of
    return whole is None or (0 <= whole < len(row.article.mentions) and whole != row.ordinal)


def _days_are_ordered(row: Row) -> bool:
    start, end = row.mention.date_start, row.mention.date_end
    return start is None or end is None or start <= end


def _money_has_currency(row: Row) -> bool:
    mention = row.mention
    return mention.kind != "money" or mention.currency is not None or mention.currency_ambiguous


def _claimant_is_there(row: Row) -> bool:
    mention = row.mention
    return mention.attribution != "attributed" or mention.attributed_to is not None


def _percent_value(row: Row) -> float | None:
    value = row.mention.value
    return float(value) if row.mention.kind == "percent" and value is not None and value.is_finite() else None


def _field(name: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.mention, name)


COLUMNS: dict[str, Callable[[Row], object]] = {
    **{name: _field(name) for name in _PLAIN},
    "container_length": lambda row: len(row.container),
    "surface_is_in_text": _surface_is_in_text,
    "is_repeated": lambda row: row.is_repeated,
    "amounts_are_finite": _is_finite,
    "bounds_are_ordered": _bounds_are_ordered,
    "bounds_fit_comparator": _bounds_fit,
    "range_has_a_value": lambda row: row.mention.comparator == "range" and row.mention.value is not None,
    "quantity_fits_kind": _quantity_fits_kind,
    "part_of_is_there": _part_of_is_there,
    "days_are_ordered": _days_are_ordered,
    "time_has_a_type": lambda row: row.mention.kind != "time" or row.mention.timex_type is not None,
    "money_has_a_currency": _money_has_currency,
    "claimant_is_there": _claimant_is_there,
    "percent_value": _percent_value,
    "is_storable": lambda row: storable([getattr(row.mention, name) for name in _STRINGS]),
}
