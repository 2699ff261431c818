"""Make number mentions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "number_mention",
        sa.Column("revision_id", sa.Uuid(), nullable=False, comment="Revision whose text it stands in"),
        sa.Column(
            "ordinal",
            sa.BigInteger(),
            nullable=False,
            comment="Place among all mentions of the article, numbers and times together, from 0",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Code point at which the number starts, in headline or body as part says",
        ),
        sa.Column("char_end", sa.Integer(), nullable=False, comment="Code point after the number"),
        sa.Column("surface", sa.Text(), nullable=False, comment="The number as written"),
        sa.Column(
            "phrase_start", sa.Integer(), nullable=False, comment="Code point at which the widest mention starts"
        ),
        sa.Column("phrase_end", sa.Integer(), nullable=False, comment="Code point after the widest mention"),
        sa.Column("sentence_start", sa.Integer(), nullable=False, comment="Code point at which its sentence starts"),
        sa.Column("sentence_end", sa.Integer(), nullable=False, comment="Code point after its sentence"),
        sa.Column("part", sa.Text(), nullable=False, comment="headline (offsets count in it), body, table or caption"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="count, measure, money, percent, ratio, age, ordinal, time, score, identifier or other",
        ),
        sa.Column(
            "is_quantity",
            sa.Boolean(),
            nullable=False,
            comment="A count, measure, money, percent, ratio or age, or a duration or period; an identifier "
            "or score is none",
        ),
        sa.Column(
            "value",
            sa.Numeric(),
            nullable=True,
            comment='The number as said, never converted (800 in "more than 800"); null in ranges and vague scales',
        ),
        sa.Column("comparator", sa.Text(), nullable=False, comment="=, <, <=, >, >= or range"),
        sa.Column(
            "value_min",
            sa.Numeric(),
            nullable=True,
            comment='Least value it allows, null = open: 800 for "more than 800", null for "about 800", 24 '
            'for "dozens"',
        ),
        sa.Column(
            "value_max",
            sa.Numeric(),
            nullable=True,
            comment='Greatest value it allows, null = open: 800 for "nearly 800"',
        ),
        sa.Column(
            "approximate", sa.Boolean(), nullable=False, comment='Said to be approximate: "about", "an estimated"'
        ),
        sa.Column(
            "side",
            sa.Text(),
            nullable=True,
            comment='Side of the value on which an approximate one lies: below ("nearly"), above',
        ),
        sa.Column("unit_text", sa.Text(), nullable=True, comment="Unit as written"),
        sa.Column(
            "unit",
            sa.Text(),
            nullable=True,
            comment='Unit, plain English singular ("kilometre", "percent"; ambiguous stays "ton")',
        ),
        sa.Column(
            "value_si",
            sa.Numeric(),
            nullable=True,
            comment="The value in unit_si, where a units library can convert it",
        ),
        sa.Column("unit_si", sa.Text(), nullable=True, comment="SI unit of value_si"),
        sa.Column("currency", sa.Text(), nullable=True, comment="Currency (ISO 4217)"),
        sa.Column(
            "currency_ambiguous",
            sa.Boolean(),
            nullable=False,
            comment='The sign means several currencies ("$"); the publisher\'s country decided',
        ),
        sa.Column("per", sa.Text(), nullable=True, comment='What it is a rate of: "day", "100,000"'),
        sa.Column("noun", sa.Text(), nullable=True, comment="What is counted"),
        sa.Column("noun_head", sa.Text(), nullable=True, comment="Lemma of the noun's head"),
        sa.Column(
            "noun_elided",
            sa.Boolean(),
            nullable=False,
            comment="The noun is left out and inherited from an earlier mention",
        ),
        sa.Column(
            "part_of",
            sa.Integer(),
            nullable=True,
            comment='Ordinal of the mention it is a part of: "14 tons, of which 2.5"',
        ),
        sa.Column(
            "event_trigger",
            sa.Text(),
            nullable=True,
            comment='Word that says what happened to the counted thing ("killed")',
        ),
        sa.Column("event_type", sa.Text(), nullable=True, comment="Class of the event: KILL, WOUND, ..."),
        sa.Column("modality", sa.Text(), nullable=False, comment="asserted, denied or possible"),
        sa.Column(
            "attribution",
            sa.Text(),
            nullable=False,
            comment="outlet (the article's own voice), attributed or unresolved",
        ),
        sa.Column("attributed_to", sa.Text(), nullable=True, comment="Who is said to say it, resolved"),
        sa.Column("attribution_cue", sa.Text(), nullable=True, comment='The cue: "said", "according to"'),
        sa.Column("quoted", sa.Boolean(), nullable=False, comment="Inside a direct quotation"),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that read it"),
        sa.Column("numbers_version", sa.Text(), nullable=False, comment="Version of the numbers core that made it"),
        sa.CheckConstraint(
            "attribution in ('outlet', 'attributed', 'unresolved')", name=op.f("ck_number_mention_attribution")
        ),
        sa.CheckConstraint("comparator <> 'range' or value is null", name=op.f("ck_number_mention_range_has_no_value")),
        sa.CheckConstraint(
            "comparator in ('=', '<', '<=', '>', '>=', 'range')", name=op.f("ck_number_mention_comparator")
        ),
        sa.CheckConstraint(
            "kind in ('count', 'measure', 'money', 'percent', 'ratio', 'age', 'ordinal', 'score', "
            "'identifier', 'other')",
            name=op.f("ck_number_mention_kind"),
        ),
        sa.CheckConstraint("modality in ('asserted', 'denied', 'possible')", name=op.f("ck_number_mention_modality")),
        sa.CheckConstraint("part in ('headline', 'body', 'table', 'caption')", name=op.f("ck_number_mention_part")),
        sa.CheckConstraint("side in ('below', 'above')", name=op.f("ck_number_mention_side")),
        sa.CheckConstraint("0 <= char_start and char_start < char_end", name=op.f("ck_number_mention_span")),
        sa.CheckConstraint(
            "0 <= phrase_start and phrase_start <= char_start and char_end <= phrase_end",
            name=op.f("ck_number_mention_phrase"),
        ),
        sa.CheckConstraint(
            "0 <= sentence_start and sentence_start <= char_start and char_end <= sentence_end",
            name=op.f("ck_number_mention_sentence"),
        ),
        sa.CheckConstraint(
            "ordinal >= 0 and part_of >= 0 and part_of <> ordinal", name=op.f("ck_number_mention_counted")
        ),
        sa.CheckConstraint("value_min <= value_max", name=op.f("ck_number_mention_bounds")),
        sa.PrimaryKeyConstraint("revision_id", "ordinal", name=op.f("pk_number_mention")),
        schema="core",
        comment="One row a number in a revision's headline or body. No foreign key to the revision: it "
        "would double the cost of loading; load writes and deletes both in one transaction",
    )


def downgrade() -> None:
    op.drop_table("number_mention", schema="core")
