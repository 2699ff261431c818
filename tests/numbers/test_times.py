"""Times in English, as `time_corpus.py` says and beyond."""

from datetime import date
from decimal import Decimal

import pytest

from pipeline.numbers.mention import Mention
from pipeline.numbers.sentences import split_sentences
from pipeline.numbers.times import QUOTED, find_times
from pipeline.numbers.times.language import time_language
from tests.numbers.time_corpus import CORPUS

PUBLISHED = date(2024, 5, 16)

CASES = [
    (rule, value, marked)
    for rule, values in CORPUS.items()
    for value, examples in values.items()
    for marked in examples
]


def times(text: str, published: date | None = PUBLISHED) -> list[Mention]:
    return find_times(text, split_sentences(text), published=published)


@pytest.mark.parametrize(("rule", "value", "marked"), CASES)
def test_examples(rule: str, value: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = marked[marked.index("[") + 1 : marked.index("]")]
    found = [m for m in times(text) if m.subkind != "set"] if "every day" in text else times(text)
    assert [(m.rule, str(m.timex_value)) for m in found] == [(f"time-{rule}", value)]
    mention = found[0]
    assert expected in text[mention.phrase_start : mention.phrase_end]
    assert text[mention.char_start : mention.char_end] == mention.surface


CONTEXT_RULES = {"stepped-span", "that-span", "turn", "day-beside"}


def test_every_rule_has_examples() -> None:
    tables = time_language("en")
    assert tables is not None
    assert {rule.name for rule in tables.rules} == set(CORPUS) | CONTEXT_RULES


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It closed on September 30. He resigned the previous week.", ["2023-09-30", "2023-W38"]),
        ("He was shot on May 7. The following day he died.", ["2024-05-07", "2024-05-08"]),
        ("He was shot on May 7. Two days later he died.", ["2024-05-07", "2024-05-09"]),
        ("He was shot. Two days later he died.", ["P2D"]),
        ("He fell. Eighty minutes earlier he had rung.", ["PT80M"]),
        ("He was shot. A week later he died.", ["None"]),
        ("In 1990 he left. That year he wrote.", ["1990", "1990"]),
        ("In 1990 he left. The following day he wrote.", ["1990", "None"]),
        ("In March 2016 he left. Nine days later he wrote.", ["2016-03", "P9D"]),
        ("Sales rose 3% in April from the same month last year.", ["2024-04", "2023-04"]),
        ("Sales rose in the same month last year.", ["None", "2023"]),
        ("Sales fell last year. They rose in January.", ["2023", "2024-01"]),
        ("Closing is put off until 2025. It ends in January.", ["2025", "2025-01"]),
        ("Leave was raised from 12 to 16 weeks.", ["P16W"]),
        ("A course runs from 12 to 16 weeks.", ["P12W/P16W"]),
        ("Only at noon on Monday was a list read.", ["2024-05-13T12:00", "2024-05-13"]),
        ("He left at 5pm yesterday.", ["2024-05-15T17:00", "2024-05-15"]),
        ("Bridge shut until Friday\n14:05\nRail line shut", ["2024-05-17", "T14:05"]),
        ("9.40 Trains stop.\n8.15 Good morning, all.", ["T09:40", "T08:15"]),
        ("12.50 Fish pie\n8.20 Soup", []),
        ("Police held two in the morning.", []),
        ("Schools in Marlow closed until Monday", ["2024-05-20"]),
        ("The pool was closed until Monday.", ["2024-05-13"]),
        ("The case was adjourned until Monday.", ["2024-05-20"]),
        ("Many may have to wait until Monday.", ["2024-05-20"]),
        ("Forecasters expect snow from Sunday evening.", ["2024-05-19TEV"]),
        ("She wants them out by 30 September.", ["2024-09-30"]),
        ("The rules came in and, from July, the fines will rise.", ["2024-07"]),
        ("Earlier that night, they met.", ["XXXX-XX-XXTNI"]),
        ("On Tuesday at 9 a.m. it fell.", ["2024-05-14", "2024-05-14T09:00"]),
        ("They won on May 7. The day before, they had lost.", ["2024-05-07", "2024-05-06"]),
        ("They won on May 7, after a win the day prior.", ["2024-05-07", "2024-05-06"]),
        ("They left in 2016. The next year, they came back.", ["2016", "2017"]),
        (
            "The tour will begin on June 9.\n\nJune 9 – Dover\nOctober 3 – Deal",
            ["2024-06-09", "2024-06-09", "2024-10-03"],
        ),
        ("She sings.\n\nTour dates\n\nMarch 9 – Dover\nJune 3 – Deal", ["2025-03-09", "2025-06-03"]),
        ("She sang.\n\nHer life\n\nMarch 9 – Dover", ["2024-03-09"]),
        ("The tour concludes October 10th.", ["2024-10-10"]),
        # TIMEX3 writes X for what is open: a weekday of any week has neither year nor week.
        ("Call on a Monday, Thursday or Saturday.", ["XXXX-WXX-1", "XXXX-WXX-4", "XXXX-WXX-6"]),
        ("Nobody died on Thanksgiving weekend last year.", ["2023-11-23", "2023"]),
        ("The cold will peak on Friday before it eases on Saturday.", ["2024-05-17", "2024-05-18"]),
        ("It may rain both Thursday and Friday.", ["2024-05-16", "2024-05-17"]),
        ("It was fitted on December 16, 2010. She came back on December 27.", ["2010-12-16", "2010-12-27"]),
        ("He was born on March 3, 1999. He was shot on April 7.", ["1999-03-03", "2024-04-07"]),
        ("He said on a Tuesday call that it fell.", ["2024-05-14"]),
        ("It will open this December, at a gala on December 4.", ["2024-12", "2024-12-04"]),
    ],
)
def test_times_that_depend_on_one_before(text: str, values: list[str]) -> None:
    assert [str(m.timex_value) for m in times(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "He may come.",
        "They march on.",
        "May I ask April Jones?",
        "On second thought he left.",
        "One day he will win.",
        "The fall of Aleppo surprised them.",
        "It costs $53 million a week.",
        "He is 42 years old, the 8-year-old said.",
        "A 9-Month-Old was found.",
        "The Sunday Times wrote.",
        "At 1600 Pennsylvania Avenue.",
        "Some 2000 people came.",
        "He sold 2000 of them.",
        "It was her last year of school, he told CBS This Morning.",
        "They ran into the winter storm season.",
        "The sofa is cool in the summer, and the Autumn Statement is long.",
        "A Christmas tree fell on the Easter bunny.",
        "It was her second century of the series, and his 14th century.",
        "Take it twice a day after meals.",
        "He left the day before the vote.",
        "They killed 1900 soldiers.",
        "UN Resolution 1973 was passed.",
        "She watched Russia Today.",
        "The first half ended with a goal.",
        "In recent years and for many months, daily.",
        "An overnight stay is cheap.",
        "It cost $2016 and 2,016 euros.",
        "He is in his thirties.",
        "Highs in the 60s, 12 degrees.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on November 15.", "XXXX-11-15"),
        ("It fell in April.", "XXXX-04"),
        ("It fell on Tuesday.", "XXXX-WXX-2"),
        ("It fell last week.", None),
        ("It fell today.", None),
        ("It fell in 2016.", "2016"),
        ("It lasted five years.", "P5Y"),
        ("It fell in the past two weeks.", "P2W"),
    ],
)
def test_without_publication_date(text: str, value: str | None) -> None:
    assert [m.timex_value for m in times(text, None)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted more than two years.", (">", Decimal(2), Decimal(2), None, False)),
        ("It lasted at least two years.", (">=", Decimal(2), Decimal(2), None, False)),
        ("It lasted up to two years.", ("<=", Decimal(2), None, Decimal(2), False)),
        ("It lasted no longer than two years.", ("<=", Decimal(2), None, Decimal(2), False)),
        ("It lasted no less than two years.", (">=", Decimal(2), Decimal(2), None, False)),
        ("It lasted nearly two years.", ("=", Decimal(2), None, Decimal(2), True)),
        ("It lasted about two years.", ("=", Decimal(2), None, None, True)),
        ("It lasted two or three years.", ("range", None, Decimal(2), Decimal(3), False)),
        ("It lasted two years.", ("=", Decimal(2), Decimal(2), Decimal(2), False)),
        ("It was about a two-year wait.", ("=", Decimal(2), None, None, True)),
        ("It was more than a two-year wait.", (">", Decimal(2), Decimal(2), None, False)),
        ("It lasted over two years.", (">", Decimal(2), Decimal(2), None, False)),
        ("They scored 33 goals over two years.", ("=", Decimal(2), Decimal(2), Decimal(2), False)),
        ("It lasted two-plus years.", (">=", Decimal(2), Decimal(2), None, False)),
        ("They meet every two years.", ("=", Decimal(2), Decimal(2), Decimal(2), False)),
    ],
)
def test_bounds_of_durations(text: str, expected: tuple[object, ...]) -> None:
    (mention,) = times(text)
    assert (mention.comparator, mention.value, mention.value_min, mention.value_max, mention.approximate) == expected
    assert (mention.unit, mention.subkind, mention.is_quantity) == ("year", "duration", True)
    assert text[mention.char_start : mention.char_end] in ("two", "two or three")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("She swam it in 15 hours and 15 minutes.", "15.25", "hour"),
        ("He served two years and six months.", "2.5", "year"),
        ("It took 1 minute and 30 seconds.", "1.5", "minute"),
        ("It took one week and seven days.", "2", "week"),
    ],
)
def test_two_units_are_one_number_of_the_greater(text: str, number: str, unit: str) -> None:
    (mention,) = times(text)
    assert (mention.value, mention.value_min, mention.unit) == (Decimal(number), Decimal(number), unit)


def test_an_interval_that_recurs_is_a_set_of_a_duration() -> None:
    (mention,) = times("It comes every 33 years.")
    assert (mention.timex_type, mention.subkind, mention.timex_value) == ("SET", "duration", "P33Y")
    assert (mention.surface, mention.is_quantity) == ("33", True)


def test_a_half_belongs_to_the_number() -> None:
    assert [m.surface for m in times("It took two and a half years.")] == ["two and a half"]
    assert [m.surface for m in times("It took four-and-a-half years.")] == ["four-and-a-half"]
    assert [m.surface for m in times("It took a year and a half.")] == ["a year and a half"]


def test_dates_are_no_quantities() -> None:
    assert [m.is_quantity for m in times("It fell on Tuesday, three days ago, in 2016.")] == [False, False, False]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell last week.", (date(2024, 5, 6), date(2024, 5, 12))),
        ("It fell last weekend.", (date(2024, 5, 11), date(2024, 5, 12))),
        ("It fell in April.", (date(2024, 4, 1), date(2024, 4, 30))),
        ("It fell in Q1 2019.", (date(2019, 1, 1), date(2019, 3, 31))),
        ("It fell in the 1990s.", (date(1990, 1, 1), date(1999, 12, 31))),
        ("It fell in the 19th century.", (date(1800, 1, 1), date(1899, 12, 31))),
        ("It fell last winter.", (date(2023, 12, 1), date(2024, 2, 29))),
        ("It fell in the past two weeks.", (date(2024, 5, 2), date(2024, 5, 16))),
        ("It lasted two weeks.", (None, None)),
    ],
)
def test_days_covered(text: str, days: tuple[date | None, date | None]) -> None:
    (mention,) = times(text)
    assert (mention.date_start, mention.date_end) == days


def test_relative_time_in_a_quotation_is_marked() -> None:
    quoted, written = times("“We met yesterday,” he said. They met yesterday.")
    assert (quoted.timex_mod, written.timex_mod) == (QUOTED, None)
    assert [m.timex_mod for m in times("“It ended early this year,” he said.")] == [f"START {QUOTED}"]
    assert [m.timex_mod for m in times("“It ended in 1990,” he said.")] == [None]


def test_unknown_language_gives_nothing() -> None:
    assert find_times("It fell on Tuesday.", split_sentences("It fell on Tuesday."), language="xx") == []
