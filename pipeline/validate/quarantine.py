"""Refused rows as JSON, for the quarantine."""

from typing import Any

from pydantic import JsonValue, TypeAdapter

from pipeline.articles import NormalizedArticle
from pipeline.bylines import Author
from pipeline.numbers import Mention
from pipeline.validate.strings import json_safe
from pipeline.validate.suites import Expectation
from pipeline.verdicts import Refused, RowKind

_ARTICLES, _AUTHORS, _MENTIONS = TypeAdapter(NormalizedArticle), TypeAdapter(Author), TypeAdapter(Mention)
_CHILDREN = {"mentions", "byline_candidates", "date_candidates"}
_TEXT_CHARS = 100_000  # longer ones are cut: the archive keeps the page


def refused(
    article: NormalizedArticle, kind: RowKind, ordinal: int, expectation: Expectation, values: list[object]
) -> Refused:
    """One row that `expectation` refused because of `values` in its columns."""
    found = ", ".join(f"{column} = {value!r}"[:200] for column, value in zip(expectation.columns, values, strict=True))
    detail = json_safe(f"{expectation.description} Found: {found}")
    return Refused(
        source=article.page.source,
        record_id=article.page.raw.record_id,
        page_hash=article.page.page_hash,
        row_kind=kind,
        ordinal=ordinal,
        expectation=expectation.type,
        column=expectation.column,
        row=_row(article, kind, ordinal),
        detail=str(detail),
    )


def _row(article: NormalizedArticle, kind: RowKind, ordinal: int) -> dict[str, JsonValue]:
    row: Any
    # A refused row may well hold what its type does not allow: that is no reason for a warning.
    if kind == "byline":
        row = _AUTHORS.dump_python(article.authors[ordinal], mode="json", warnings=False)
    elif kind == "mention":
        row = _MENTIONS.dump_python(article.mentions[ordinal], mode="json", warnings=False)
    else:
        row = _ARTICLES.dump_python(article, mode="json", warnings=False, exclude=_CHILDREN)
        row["text"] = row["text"][:_TEXT_CHARS]
    return {key: json_safe(value) for key, value in row.items()}
