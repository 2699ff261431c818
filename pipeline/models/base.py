"""What every table shares: the metadata, names for constraints, and the checks that repeat."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    Text,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Text without limits, instants with a zone, amounts exact."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: BigInteger(),
        Decimal: Numeric(),
        datetime: DateTime(timezone=True),
        UUID: Uuid(),
    }


def column(comment: str, **options: Any) -> Mapped[Any]:
    """A column with its comment, the line that the data dictionary shows."""
    return mapped_column(comment=comment, **options)


def key(comment: str, **options: Any) -> Mapped[Any]:
    """A column of the primary key."""
    return mapped_column(comment=comment, primary_key=True, autoincrement=False, **options)


def reference(comment: str, target: str, **options: Any) -> Mapped[Any]:
    """A column that leads to another table's key ("core.article.article_id")."""
    return mapped_column(ForeignKey(target), comment=comment, **options)


def small(comment: str) -> Mapped[Any]:
    """A small integer: an offset in minutes, a status."""
    return mapped_column(SmallInteger(), comment=comment)


def place(comment: str) -> Mapped[Any]:
    """An index into a text or a list; bigint is kept for keys and bytes."""
    return mapped_column(Integer(), comment=comment)


def one_of(name: str, vocabulary: Iterable[str]) -> CheckConstraint:
    """The column holds a word of its vocabulary, or nothing."""
    words = ", ".join(f"'{word}'" for word in vocabulary)
    return CheckConstraint(f"{name} in ({words})", name=name)


def never(name: str, rule: str) -> CheckConstraint:
    """`rule` holds for every row; where a column in it is null, it holds."""
    return CheckConstraint(rule, name=name)
