"""Every number in a news text, as an honest `Mention`. Pure: text in, mentions out."""

from datetime import date

from pipeline.numbers.composition import compose
from pipeline.numbers.mention import Mention, Part

__all__ = ["VERSION", "Mention", "Part", "find_mentions"]

VERSION = "1"


def find_mentions(
    text: str,
    *,
    language: str | None = None,
    country: str | None = None,
    published: date | None = None,
    part: Part = "body",
) -> tuple[Mention, ...]:
    """Find the numbers, amounts and times of `text`, in the order in which they stand.

    `language` is ISO 639-1; without one the text's function words decide between those that have tables. In any other
    language only digits, percent and money are read, and each `rule` begins with "und-". `country` is the
    publisher's ISO 3166-1 alpha-2 (it decides what "$" is), `published` anchors relative dates. Never raises on any
    text.
    """
    return compose(text, language=language, country=country, published=published, part=part)
