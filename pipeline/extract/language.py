"""The language of an article: what the page declares, else what its text looks like."""

import re

from py3langid import langid

_CODE = re.compile(r"\s*([a-z]{2})(?:[-_][A-Za-z]|\s*$)", re.IGNORECASE)
_REGION = re.compile(r"[a-z]{2}[-_]([a-z]{2})", re.IGNORECASE)
_SAMPLE_CHARS = 1_500
_MIN_CHARS = 60
_CERTAIN_CHARS = 200


def declared_language(*values: str | None) -> str | None:
    """The first ISO 639-1 code among language tags such as "de", "pt-BR" or "en_US"."""
    for value in values:
        found = _CODE.match(value or "")
        if found:
            return found.group(1).lower()
    return None


def declared_region(*values: str | None) -> str | None:
    """The country of the first language tag that names one; "en-US" is what templates say everywhere."""
    for value in values:
        found = _REGION.fullmatch(value or "")
        if found and found.group(0).replace("_", "-").lower() != "en-us":
            return found.group(1).upper()
    return None


def language_of(text: str, declared: str | None) -> str | None:
    """The text's own language where it is long enough to tell, else the declared one.

    Templates declare languages that the stories are not in, so a text that can be told decides.
    """
    sample = text[:_SAMPLE_CHARS]
    if len(sample) < (_CERTAIN_CHARS if declared else _MIN_CHARS):
        return declared
    detected = str(langid.classify(sample)[0])
    return detected if len(detected) == 2 else declared  # some of its languages have no code in ISO 639-1
