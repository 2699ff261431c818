"""What a listing said of a page, kept with its record: a field of the WARC header, so that reading again finds it."""

import json
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from pipeline.articles import Listed

FIELD = "Dateline-Listed"

_LISTED = TypeAdapter(Listed)
_MAX_CHARS = 4_000  # readers refuse header lines of 8 KiB


def written(listed: Listed | None) -> dict[str, str]:
    """The field as one line of ASCII, {} where nothing was said; what is too long for a header is left out."""
    if listed is None or listed == Listed():
        return {}
    shorter = replace(listed, dates=listed.dates[:4], bylines=listed.bylines[:1])
    for item in (listed, shorter, replace(shorter, bylines=())):
        line = json.dumps(_LISTED.dump_python(item, mode="json", exclude_defaults=True), ensure_ascii=True)
        if len(line) <= _MAX_CHARS:
            return {FIELD: line}
    return {}


def read(value: str | None) -> Listed | None:
    """What the field holds; None where there is none, or it is no field of ours."""
    if not value:
        return None
    try:
        return _LISTED.validate_json(value)
    except ValidationError:
        return None
