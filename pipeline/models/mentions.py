"""Numbers and times in texts. Columns are the fields of `pipeline.numbers.Mention`, by the same names."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from pipeline.models.base import Base, column, key, never, one_of, place
from pipeline.models.vocabulary import (
    ATTRIBUTIONS,
    COMPARATORS,
    KINDS,
    MODALITIES,
    PARTS,
    SIDES,
    SUBKINDS,
    TIMEX_TYPES,
)


def _mention_checks() -> tuple[CheckConstraint, ...]:
    return (
        one_of("comparator", COMPARATORS),
        one_of("part", PARTS),
        one_of("modality", MODALITIES),
        one_of("attribution", ATTRIBUTIONS),
        one_of("side", SIDES),
        never("counted", "ordinal >= 0 and part_of >= 0 and part_of <> ordinal"),
        never("bounds", "value_min <= value_max"),
        never("range_has_no_value", "comparator <> 'range' or value is null"),
        never("span", "0 <= char_start and char_start < char_end"),
        never("phrase", "0 <= phrase_start and phrase_start <= char_start and char_end <= phrase_end"),
        never("sentence", "0 <= sentence_start and sentence_start <= char_start and char_end <= sentence_end"),
    )


class MentionColumns:
    """What numbers and times have in common."""

    revision_id: Mapped[UUID] = key("Revision whose text it stands in")
    ordinal: Mapped[int] = key("Place among all mentions of the article, numbers and times together, from 0")
    char_start: Mapped[int] = place("Code point at which the number starts, in headline or body as part says")
    char_end: Mapped[int] = place("Code point after the number")
    surface: Mapped[str] = column("The number as written")
    phrase_start: Mapped[int] = place("Code point at which the widest mention starts")
    phrase_end: Mapped[int] = place("Code point after the widest mention")
    sentence_start: Mapped[int] = place("Code point at which its sentence starts")
    sentence_end: Mapped[int] = place("Code point after its sentence")
    part: Mapped[str] = column("headline (offsets count in it), body, table or caption")
    kind: Mapped[str] = column("count, measure, money, percent, ratio, age, ordinal, time, score, identifier or other")
    is_quantity: Mapped[bool] = column(
        "A count, measure, money, percent, ratio or age, or a duration or period; an identifier or score is none"
    )
    value: Mapped[Decimal | None] = column(
        'The number as said, never converted (800 in "more than 800"); null in ranges and vague scales'
    )
    comparator: Mapped[str] = column("=, <, <=, >, >= or range")
    value_min: Mapped[Decimal | None] = column(
        'Least value it allows, null = open: 800 for "more than 800", null for "about 800", 24 for "dozens"'
    )
    value_max: Mapped[Decimal | None] = column('Greatest value it allows, null = open: 800 for "nearly 800"')
    approximate: Mapped[bool] = column('Said to be approximate: "about", "an estimated"')
    side: Mapped[str | None] = column('Side of the value on which an approximate one lies: below ("nearly"), above')
    unit_text: Mapped[str | None] = column("Unit as written")
    unit: Mapped[str | None] = column('Unit, plain English singular ("kilometre", "percent"; ambiguous stays "ton")')
    value_si: Mapped[Decimal | None] = column("The value in unit_si, where a units library can convert it")
    unit_si: Mapped[str | None] = column("SI unit of value_si")
    currency: Mapped[str | None] = column("Currency (ISO 4217)")
    currency_ambiguous: Mapped[bool] = column(
        'The sign means several currencies ("$"); the publisher\'s country decided'
    )
    per: Mapped[str | None] = column('What it is a rate of: "day", "100,000"')
    noun: Mapped[str | None] = column("What is counted")
    noun_head: Mapped[str | None] = column("Lemma of the noun's head")
    noun_elided: Mapped[bool] = column("The noun is left out and inherited from an earlier mention")
    part_of: Mapped[int | None] = place('Ordinal of the mention it is a part of: "14 tons, of which 2.5"')
    event_trigger: Mapped[str | None] = column('Word that says what happened to the counted thing ("killed")')
    event_type: Mapped[str | None] = column("Class of the event: KILL, WOUND, ...")
    modality: Mapped[str] = column("asserted, denied or possible")
    attribution: Mapped[str] = column("outlet (the article's own voice), attributed or unresolved")
    attributed_to: Mapped[str | None] = column("Who is said to say it, resolved")
    attribution_cue: Mapped[str | None] = column('The cue: "said", "according to"')
    quoted: Mapped[bool] = column("Inside a direct quotation")


class NumberMention(MentionColumns, Base):
    """A number in a revision's headline or body."""

    __tablename__ = "number_mention"
    __table_args__ = (
        *_mention_checks(),
        one_of("kind", (kind for kind in KINDS if kind != "time")),
        Index(None, "sentence_key", postgresql_where="sentence_key is not null"),
        {
            "schema": "core",
            "comment": "One row a number in a revision's headline or body. No foreign key to the revision: it would "
            "double the cost of loading; load writes and deletes both in one transaction",
        },
    )

    rule: Mapped[str] = column("Name of the rule that read it", sort_order=1)
    sentence_key: Mapped[int | None] = column(
        "Of a count with an event in a sentence of 40 characters or more: a hash of the sentence, white space and case "
        "folded. Equal keys are copies",
        sort_order=1,
    )
    numbers_version: Mapped[str] = column("Version of the numbers core that made it", sort_order=1)


class TimeMention(MentionColumns, Base):
    """A date, time, duration or set of times in a revision's headline or body."""

    __tablename__ = "time_mention"
    __table_args__ = (
        *_mention_checks(),
        never("kind", "kind = 'time'"),
        one_of("subkind", SUBKINDS),
        one_of("timex_type", TIMEX_TYPES),
        never("days", "date_start <= date_end"),
        {
            "schema": "core",
            "comment": "One row a date, time of day, duration or recurring time in a revision's headline or body. No "
            "foreign key to the revision, as in number_mention",
        },
    )

    subkind: Mapped[str | None] = column("date, clock, duration, period or set", sort_order=1)
    timex_type: Mapped[str | None] = column("TIMEX3 type: DATE, TIME, DURATION or SET", sort_order=1)
    timex_value: Mapped[str | None] = column('TIMEX3 value: "2016-07-07", "2016-W30-WE", "T04:30", "P5Y"', sort_order=1)
    timex_mod: Mapped[str | None] = column('TIMEX3 modifier: "APPROX", "START", "MORE_THAN"', sort_order=1)
    date_start: Mapped[date | None] = column("First day that the resolved date or period covers", sort_order=1)
    date_end: Mapped[date | None] = column("Last day that it covers", sort_order=1)
    rule: Mapped[str] = column("Name of the rule that read it", sort_order=1)
    numbers_version: Mapped[str] = column("Version of the numbers core that made it", sort_order=1)
