"""The form in which articles and mentions leave the program (JSON Lines)."""

from dataclasses import fields
from datetime import date
from typing import Any, TextIO

import simplejson

from pipeline.articles import NormalizedArticle
from pipeline.bylines import Author
from pipeline.numbers import Mention

MENTION_FIELDS = tuple(field.name for field in fields(Mention))


def article_json(article: NormalizedArticle) -> dict[str, Any]:
    """One page as `dateline read` prints it."""
    return {
        "record_id": article.page.raw.record_id,
        "url": article.page.url,
        "canonical_url": article.canonical_url,
        "publisher": article.publisher,
        "title": article.title,
        "authors": [_author(author) for author in article.authors],
        "byline": article.byline,
        "dateline": article.dateline and {"text": article.dateline.text, "place": article.dateline.place},
        "published": article.published and article.published.text,
        "published_precision": article.published and article.published.precision,
        "published_from": article.published_from,
        "modified": article.modified and article.modified.text,
        "language": article.language,
        "section": article.section,
        "genre": article.genre,
        "text": article.text,
        "mentions": [mention_json(mention) for mention in article.mentions],
        "rejected": article.rejected and {"reason": article.rejected.reason, "detail": article.rejected.detail},
        "versions": {field.name: getattr(article.versions, field.name) for field in fields(article.versions)},
    }


def mention_json(mention: Mention) -> dict[str, Any]:
    """One mention: every field of the contract, amounts as exact JSON numbers, dates as ISO days."""
    return {name: _plain(getattr(mention, name)) for name in MENTION_FIELDS}


def write_line(row: dict[str, Any], out: TextIO) -> None:
    """One row as one line; `Decimal`s are written digit by digit, never through a float."""
    out.write(simplejson.dumps(row, use_decimal=True, ensure_ascii=False, separators=(",", ":")))
    out.write("\n")


def _author(author: Author) -> dict[str, Any]:
    names = ("name", "kind", "role", "organisation", "location", "contribution")
    return {name: getattr(author, name) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
