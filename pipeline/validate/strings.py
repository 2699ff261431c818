"""What can be said of strings before a database sees them."""

import re
from collections.abc import Iterable

from pydantic import JsonValue

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_MARKUP = re.compile(
    r"</?(?:a|br|div|em|iframe|img|li|p|script|span|strong|style|table|td|tr|ul)\b[^<>]*>", re.IGNORECASE
)
_SAMPLE_CHARS = 2_000


def storable(strings: Iterable[str | None]) -> bool:
    """Whether Postgres can hold them: no NUL, no lone surrogate."""
    joined = "".join(filter(None, strings))
    return "\x00" not in joined and (joined.isascii() or _SURROGATE.search(joined) is None)


def letter_share(text: str) -> float:
    """Share of letters among the first 2,000 code points that are no white space, 0 to 1."""
    sample = "".join(text[:_SAMPLE_CHARS].split())
    return sum(map(str.isalpha, sample)) / len(sample) if sample else 0.0


def replacement_share(text: str) -> float:
    """Share of code points that stand for bytes which nobody could decode, 0 to 1."""
    return text.count("\ufffd") / len(text) if text else 0.0


def holds_markup(text: str | None) -> bool:
    """Whether HTML tags were left in the text."""
    return text is not None and "<" in text and _MARKUP.search(text) is not None


def json_safe(value: JsonValue) -> JsonValue:
    """The value with NUL and lone surrogates replaced by U+FFFD, which any JSON column can keep."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [json_safe(item) for item in value]
    if isinstance(value, dict):
        return {key: json_safe(item) for key, item in value.items()}
    return value
