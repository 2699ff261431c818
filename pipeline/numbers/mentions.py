"""From drafts to mentions: what the comparator allows, offsets, texts."""

from decimal import Decimal

from pipeline.numbers.drafts import Draft
from pipeline.numbers.mention import Mention
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.si import to_si
from pipeline.numbers.tokens import Tokens

__all__ = ["duration_of", "to_mention"]

_DURATIONS = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"),
    "fortnight": ("P", "W"), "month": ("P", "M"), "year": ("P", "Y"), "decade": ("P", "DE"), "century": ("P", "CE"),
}  # fmt: skip


def _tidy(value: Decimal | None, scaled: bool) -> Decimal | None:
    """A scaled amount without the zeros of its decimals: 2500000, not 2500000.0."""
    if value is None or not scaled or value != value.to_integral_value():
        return value
    return value.to_integral_value()


def _allowed(draft: Draft, value: Decimal | None, low: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """What the comparator lets the number be; None is open."""
    if draft.comparator == "range":
        return low, draft.high
    if value is None:
        return low, None
    if draft.comparator in (">", ">="):
        return value, None
    if draft.comparator in ("<", "<="):
        return None, value
    if not draft.approximate:
        return value, value
    return (value if draft.side == "above" else None), (value if draft.side == "below" else None)


def duration_of(value: Decimal | None, unit: str | None) -> str | None:
    """What TIMEX3 writes for so many weeks or years."""
    if value is None or unit not in _DURATIONS:
        return None
    prefix, letter = _DURATIONS[unit]
    factor = 2 if unit == "fortnight" else 1
    return f"{prefix}{value.normalize() * factor:f}{letter}"


def to_mention(tokens: Tokens, draft: Draft, sentence: Sentence) -> Mention:
    """The mention that a draft of `sentence` has become; `part_of` is filled in when the list is whole."""
    scaled = draft.amount is not None and draft.amount.numeral.scale > 1
    value, low = _tidy(draft.value, scaled), _tidy(draft.low, scaled)
    draft.high = _tidy(draft.high, scaled)
    least, most = _allowed(draft, value, low)
    start, end = tokens.starts[draft.first], tokens.ends[draft.last - 1]
    unit_text = tokens.slice(draft.unit_first, draft.unit_last) if draft.unit_last > draft.unit_first else None
    time = draft.kind == "time"
    value_si, unit_si = to_si(value, draft.unit) if draft.kind == "measure" else (None, None)
    return Mention(
        char_start=start,
        char_end=end,
        surface=tokens.text[start:end],
        phrase_start=tokens.starts[draft.left],
        phrase_end=tokens.ends[draft.right - 1],
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        part=sentence.part,
        kind=draft.kind,
        is_quantity=draft.quantity,
        value=value,
        comparator=draft.comparator,
        value_min=least,
        value_max=most,
        approximate=draft.approximate,
        side=draft.side,
        unit_text=unit_text,
        unit=draft.unit,
        value_si=value_si,
        unit_si=unit_si,
        currency=draft.currency,
        currency_ambiguous=draft.currency_ambiguous,
        per=draft.per,
        noun=draft.noun,
        noun_head=draft.noun_head,
        noun_elided=draft.noun_elided,
        part_of=tokens.starts[draft.part_of.first] if draft.part_of is not None else None,
        subkind="duration" if time else None,
        timex_type="DURATION" if time else None,
        timex_value=duration_of(draft.value, draft.unit) if time else None,
        rule=draft.rule,
    )
