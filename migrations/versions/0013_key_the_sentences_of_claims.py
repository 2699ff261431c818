"""Key the sentences of claims, and find articles by day: copies of a sentence are found without reading all others."""

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DAY = "ix_article_revision_published_day"
INDEX = "ix_number_mention_sentence_key"
KEYED = "sentence_key is not null"
ABOUT = (
    "Of a count with an event in a sentence of 40 characters or more: a hash of the sentence, white space and case "
    "folded. Equal keys are copies"
)
SENTENCES = """
select revision_id, ordinal, substring(
    case part when 'headline' then headline else body end from sentence_start + 1 for sentence_end - sentence_start
) as sentence
from core.number_mention join core.article_revision using (revision_id)
where kind = 'count' and event_trigger is not null and sentence_end - sentence_start >= 40
"""
KEY = "update core.number_mention set sentence_key = :key where revision_id = :revision_id and ordinal = :ordinal"
ROWS = 10_000  # keyed at a time


def upgrade() -> None:
    column = sa.Column("sentence_key", sa.BigInteger(), nullable=True, comment=ABOUT)
    op.add_column("number_mention", column, schema="core")
    connection = op.get_bind()
    found = connection.execute(sa.text(SENTENCES), execution_options={"yield_per": ROWS})
    for rows in found.mappings().partitions():
        connection.execute(sa.text(KEY), [{**row, "key": _key(row["sentence"])} for row in rows])
    op.create_index(op.f(INDEX), "number_mention", ["sentence_key"], schema="core", postgresql_where=KEYED)
    op.create_index(op.f(DAY), "article_revision", ["published_day"], schema="core")


def downgrade() -> None:
    op.drop_index(op.f(DAY), table_name="article_revision", schema="core")
    op.drop_index(op.f(INDEX), table_name="number_mention", schema="core", postgresql_where=KEYED)
    op.drop_column("number_mention", "sentence_key", schema="core")


def _key(sentence: str) -> int:
    folded = "".join(sentence.split()).casefold()
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "big", signed=True)
