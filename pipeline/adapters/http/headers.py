"""Values of HTTP headers."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LONGEST_S = 7 * 24 * 3600


def header_text(name: str, value: str) -> str:
    """A header's value without bytes that are no text; `name` in lower case. A location keeps them, escaped: "/caf%E9".

    `value` comes as aiohttp gives it: bytes that are not UTF-8 as surrogates.
    """
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        if name == "location":
            return "".join(chr(byte) if byte < 128 else f"%{byte:02X}" for byte in raw)
        return raw.decode("utf-8", "replace")


def media_type_of(content_type: str | None) -> str:
    """ "text/html" of "text/html; charset=utf-8"; "" where nothing was declared."""
    return (content_type or "").partition(";")[0].strip().lower()


def charset_of(content_type: str | None) -> str | None:
    """The charset that a Content-Type declares."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def retry_after_s(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds of a Retry-After, in either form, at most a week; None where there is none or it says nothing."""
    written = (value or "").strip()
    if re.fullmatch(r"\d{1,9}", written):
        return float(min(int(written), _LONGEST_S))
    try:
        when = parsedate_to_datetime(written)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0.0, (when - (now or datetime.now(UTC))).total_seconds()), _LONGEST_S)
