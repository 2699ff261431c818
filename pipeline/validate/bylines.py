"""Authors as columns: what the suite `bylines` looks at, one row an author of an article."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from pipeline.articles import NormalizedArticle
from pipeline.bylines import Author
from pipeline.validate.strings import storable


class Row(NamedTuple):
    """An author with the article, whose other authors it is judged by."""

    article: NormalizedArticle
    ordinal: int

    @property
    def author(self) -> Author:
        """The author."""
        return self.article.authors[self.ordinal]


def rows_of(article: NormalizedArticle) -> Iterable[Row]:
    """The authors of an article."""
    return (Row(article, ordinal) for ordinal in range(len(article.authors)))


def _is_repeated(row: Row) -> bool:
    """Whether the same author with the same contribution stands earlier in the byline."""
    return any(_same(earlier) == _same(row.author) for earlier in row.article.authors[: row.ordinal])


def _same(author: Author) -> tuple[str | None, ...]:
    return (author.name, author.kind, author.contribution)


def _strings(author: Author) -> tuple[str | None, ...]:
    return (
        *(author.name, author.kind, author.role, author.organisation, author.location, author.contribution),
        *(author.email, author.handle, author.profile_url, author.raw, author.rule),
    )


def _field(name: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.author, name)


COLUMNS: dict[str, Callable[[Row], object]] = {
    **{name: _field(name) for name in ("name", "kind", "role", "organisation", "email", "profile_url", "raw", "rule")},
    "name_word_count": lambda row: len(row.author.name.split()),
    "is_repeated": _is_repeated,
    "is_storable": lambda row: storable(_strings(row.author)),
}
