"""Bylines that nothing marks as such: a name beside the date or alone under the headline, or as the last line."""

import re
from collections.abc import Iterator

from pipeline.bylines import RawByline, is_full_name
from pipeline.extract.regions import Head
from pipeline.extract.visible import Line

_MAX_CHARS = 70
_MAX_LINES_AWAY = 5
_MAX_LINES_AWAY_ALONE = 3
_DAY = r"(?:\w{2,9}\.?,?\s+)?\d{1,4}[./\-\s]\s?(?:\d{1,2}|[^\W\d_]{3,9}\.?)[./\-,\s]\s?\d{2,4}"
_TIME = r"(?:[,\s|·•–-]+\d{1,2}[:.h]\d{2}(?:\s?Uhr|\s?h|\s?[ap]\.?m\.?)?)?"
_DATE_FIRST = re.compile(rf"^{_DAY}{_TIME}\s*[-–—|·•,/:]\s*(?P<name>[^\d|]+)$", re.IGNORECASE)
_DATE_LAST = re.compile(rf"^(?P<name>[^\d|,–—]+?)\s*[-–—|·•,/:]\s*{_DAY}{_TIME}$", re.IGNORECASE)


def unmarked_bylines(head: Head, text: str) -> Iterator[RawByline]:
    """Lines near the headline, and the last of the text, that are a person's full name (and a date), nothing else."""
    for line in head.lines:
        if abs(line.distance) <= _MAX_LINES_AWAY and len(line.text) <= _MAX_CHARS:
            found = _read(line, head)
            if found and not head.is_elsewhere(line.element):
                yield RawByline((found[0],), "visible", f"line {line.distance:+d}, {found[1]}")
    last = text.rstrip().rpartition("\n")[2].strip(" ()[]*–—-+")
    if last != text.strip() and len(last) <= _MAX_CHARS and _is_writer(last, head):
        yield RawByline((last,), "text", "last line of the text, a name alone")


def _read(line: Line, head: Head) -> tuple[str, str] | None:
    """The name on a line and where it stands, or None."""
    if any(character.isdigit() for character in line.text):
        dated = _DATE_FIRST.match(line.text) or _DATE_LAST.match(line.text)
        name = dated["name"].strip() if dated else ""
        return (name, "beside the date") if is_full_name(name) else None
    alone = 0 < line.distance <= _MAX_LINES_AWAY_ALONE and _is_writer(line.text, head)
    return (line.text, "a name alone") if alone else None


def _is_writer(line: str, head: Head) -> bool:
    """A full name that the headline does not hold: there, it is the person whom the story is about."""
    return is_full_name(line) and line.split()[-1].casefold() not in head.text.casefold()
