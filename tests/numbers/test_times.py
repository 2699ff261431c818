"""Times in English: value -> the spellings that mean it, all read on Thursday, 16 May 2024."""

from datetime import date
from decimal import Decimal

import pytest

from pipeline.numbers.mention import Mention
from pipeline.numbers.sentences import split_sentences
from pipeline.numbers.times import QUOTED, find_times
from pipeline.numbers.times.language import time_language

PUBLISHED = date(2024, 5, 16)

# Rule -> value -> sentences in which exactly one time stands, marked with brackets (the phrase without bound words).
CORPUS: dict[str, dict[str, list[str]]] = {
    "iso-date": {"2019-03-04": ["Filed on [2019-03-04]."], "2019-03-04T10:30": ["Logged at [2019-03-04T10:30]."]},
    "numeric-date": {
        "2016-08-25": ["Signed on [25.08.2016].", "Signed on [8/25/2016].", "Signed on [25/8/16]."],
        "2016-XX-XX": ["Signed on [3/4/2016]."],
    },
    "named-event": {
        "2001-09-11": ["He died in the [September 11] attacks.", "Since [9/11] much has changed."],
        "2023-10-07": ["The [Oct. 7] Hamas attack began it."],
        "2021-01-06": ["The [Jan. 6] Capitol riot was tried."],
        "1944-06-06": ["He landed on [D-Day]."],
    },
    "holiday": {
        "2023-12-25": ["The shop was closed on [Christmas Day]."],
        "2023-11-23": ["They met on [Thanksgiving]."],
        "2019-07-04": ["It opened on [July Fourth, 2019]."],
    },
    "weekday-day-range": {"2024-05-02/2024-06-03": ["It ran from [May 2 to June 3, 2024]."]},
    "day-range": {"2024-05-07/2024-05-09": ["They met on [May 7-9].", "They met on [May 7 to 9, 2024]."]},
    "day-month-range": {
        "2016-08-02/2016-08-05": ["They met on [2-5 August 2016].", "They met from [2 to 5 August 2016]."]
    },
    "weekday-month-day": {
        "2024-05-07": ["It happened on [Tuesday, May 7].", "It happened on [Tuesday, May 7, 2024]."],
        "2024-05-07TNI": ["It happened on [Tuesday night, May 7]."],
    },
    "weekday-day-month": {"2024-05-07": ["It happened on [Tuesday 7 May].", "It happened on [Tuesday, 7 May 2024]."]},
    "month-day-of-shifted-year": {"2023-08-04": ["It happened on [August 4 of last year]."]},
    "month-day": {
        "2024-04-07": ["He was shot on [April 7].", "He was shot on [Apr. 7].", "He was shot on [April 7th]."],
        "2023-12-11": ["Since [Dec. 11] he has been missing."],
        "2024-07-04": ["The talks will begin on [July 4]."],
        "1998-02-03": ["Born on [February 3, 1998], he left."],
    },
    "day-month": {
        "2024-04-07": ["He was shot on [7 April].", "He was shot on [the 7th of April]."],
        "2016-08-02": ["Published on [2 August 2016]."],
    },
    "month-range-year": {"2019-07/2019-09": ["It lasted from [July to September 2019]."]},
    "reporting-quarter": {
        "2024-Q1": ["Profit rose in the [March quarter]."],
        "2023-Q3": ["Sales for the [September quarter] fell."],
    },
    "month-year": {"2018-10": ["Data of [October 2018] show it.", "In [October of 2018] it fell."]},
    "month-of-shifted-year": {
        "2023-09": ["It began in [September of last year].", "It began in [September last year]."]
    },
    "shifted-month": {"2023-09": ["It began [last September]."], "2024-06": ["It begins [next June]."]},
    "month": {
        "2024-04": ["He resigned in [April].", "He resigned in [early April]."],
        "2023-12": ["The play opened in [December]."],
        "2024-05": ["It began in [May]."],
        "2024-09": ["The trial is scheduled to start in [September]."],
    },
    "season-year": {"2016-SU": ["The [summer of 2016] was dry.", "In [summer 2016] it was dry."]},
    "season-of-shifted-year": {"2023-FA": ["In the [fall of last year] it was dry."]},
    "shifted-season": {
        "2023-SU": ["It closed [last summer]."],
        "2024-SU": ["It will close [this summer]."],
        "2023-WI": ["It snowed [last winter]."],
    },
    "quarter-words": {
        "2024-Q1": ["Earnings for the [first quarter] rose."],
        "2019-Q3": ["In the [third quarter of 2019] sales fell."],
    },
    "quarter-sign": {"2024-Q1": ["[Q1] earnings rose."], "2019-Q3": ["In [Q3 2019] sales fell."]},
    "half-words": {"2023-H2": ["[Second-half] profit rose."], "2019-H1": ["In the [first half of 2019] sales fell."]},
    "half-sign": {"2019-H1": ["Sales in [H1 2019] fell."]},
    "fiscal-year": {
        "FY2019": ["In [fiscal year 2019] it grew.", "In [fiscal 2019] it grew."],
        "FY2019/FY2020": ["The [financial year 2019-20] was bad."],
    },
    "fiscal-year-sign": {
        "FY2020/FY2022": ["Growth over [FY2020-22] is expected."],
        "FY2019": ["The [FY19] budget grew."],
    },
    "shifted-fiscal-year": {"FY2023": ["Sales rose [last fiscal year]."]},
    "decade": {"199": ["In the [1990s] it was rare.", "In the [1990's] it was rare."]},
    "decade-short": {"199": ["In the ['90s] it was rare."]},
    "decade-bare": {"196": ["In the [60s] it was rare."]},
    "decade-words": {"197": ["In the [seventies] it was rare."]},
    "century-number": {"18": ["A [19th century] church burned.", "A [19th-century] church burned."]},
    "century-words": {"19": ["In the [twentieth century] it was rare."]},
    "year-range": {
        "2003/2007": ["He ruled [2003-2007].", "From [2003 to 2007] he ruled."],
        "2015/2016": ["The [2015-16] season was short."],
    },
    "years-between": {"2003/2007": ["Between [2003 and 2007] he ruled."]},
    "year": {
        "2016": [
            "He won in [2016].",
            "The [2016] election was close.",
            "His [2016] tax return is missing.",
            "By [the end of 2016] it was over.",
        ],
        "1865": ["It was built in [1865]."],
        "2021": ["They will wait until at least [2021]."],
    },
    "clock-range": {
        "T09:00/T11:00": ["Open [9-11 a.m.] every day."],
        "T11:00/T13:00": ["Open [11 to 1 p.m.] every day."],
    },
    "clock-day": {"2024-05-14T09:00": ["It was signed [9 a.m. Tuesday]."]},
    "clock-date": {"2024-05-14T21:30": ["It was signed at [9:30 p.m. May 14]."]},
    "clock": {
        "T04:30": ["They left at [4:30 a.m.] for home.", "They left at [4.30am] for home."],
        "T17:45": ["It fell at [5:45 p.m. ET].", "It fell at [5:45 PM]."],
        "T00:00": ["It fell at [12 a.m.] sharp."],
    },
    "clock-24": {"T16:30": ["It fell at [16:30 GMT]."]},
    "clock-military": {"T16:30": ["It fell at [1630 GMT]."]},
    "clock-24-bare": {"T16:30": ["It fell at [16:30]."]},
    "clock-oclock": {"T05:00": ["It fell at [five o'clock]."], "T17:00": ["It fell at [5 o’clock in the afternoon]."]},
    "noon": {"T12:00": ["It closed at [noon]."], "T00:00": ["It closed shortly before [midnight]."]},
    "clock-word-day": {
        "2024-05-15TMO": ["It fell [yesterday morning]."],
        "2024-05-17TEV": ["It opens [tomorrow evening]."],
    },
    "day-word": {
        "2024-05-16": ["It fell [today]."],
        "2024-05-15": ["It fell [yesterday]."],
        "2024-05-14": ["It fell [the day before yesterday]."],
    },
    "tonight": {"2024-05-16TNI": ["They play [tonight]."]},
    "part-of-this-day": {"2024-05-16TMO": ["It fell [this morning]."]},
    "last-night": {"2024-05-15TNI": ["It fell [last night]."]},
    "overnight": {"2024-05-15TNI": ["Two drones were shot down [overnight]."]},
    "weekday-of-week": {"2024-05-10": ["It fell on [Friday of last week].", "It fell [Friday last week]."]},
    "weekday-set": {"XXXX-WXX-1": ["They meet [every Monday]."]},
    "weekday-range": {"2024-05-13/2024-05-15": ["It rained from [Monday to Wednesday]."]},
    "weekday": {
        "2024-05-14": ["Police arrested him [Tuesday].", "It fell on [Tuesday].", "It fell [late on Tuesday]."],
        "2024-05-16": ["Police arrested him on [Thursday]."],
        "2024-05-09": ["He was jailed [last Thursday]."],
        "2024-05-17": ["It will be announced on [Friday].", "The firm reports earnings [Friday]."],
        "2024-05-13TNI": ["A man was shot on [Monday night]."],
        "2024-05-21": ["The court meets [next Tuesday]."],
    },
    "weekday-plural": {"XXXX-WXX-7": ["The shop is closed on [Sundays]."]},
    "year-to-date": {"2024-01-01/2024-05-16": ["Shares are up [year to date]."]},
    "edge-of-the-span": {
        "2024": ["It will open by [the end of the year]."],
        "2023": ["It fell at [the start of last year]."],
    },
    "shifted-span": {
        "2024-W19": ["It fell [last week]."],
        "2024-05": ["It began [this month].", "It began [earlier this month]."],
        "2025": ["It begins [next year]."],
        "2024-W19-WE": ["They met [last weekend]."],
        "2024-W20-WE": ["They will meet [this weekend]."],
        "201": ["It was built [last decade]."],
    },
    "earlier-in-span": {"2024": ["He resigned [earlier in the year]."]},
    "the-weekend": {"2024-W19-WE": ["Two men were shot over [the weekend]."]},
    "set-of-units": {"P2Y": ["They vote [every two years]."]},
    "period-numbered": {
        "2024-05-02/2024-05-16": ["It fell over [the past two weeks].", "It fell in [the last 2 weeks]."],
        "2021-05-16/2024-05-16": ["It fell in [the last two or three years]."],
        "2024-05-16/2034-05-16": ["It will grow over [the next 10 years]."],
    },
    "period-of-year": {"2019-01/2019-09": ["In [the first nine months of 2019] it fell."]},
    "period-single": {"2024-05-09/2024-05-16": ["It fell in [the past week].", "It fell over [the last week]."]},
    "ago": {
        "2024-05-13": ["It fell [three days ago]."],
        "2024-W18": ["It fell [two weeks ago]."],
        "2021": ["It fell [three years ago]."],
    },
    "ago-range": {"2021": ["It fell [three to four years ago]."]},
    "ago-article": {"2023": ["It fell [a year ago]."], "201": ["It fell [a decade ago]."]},
    "from-now": {"2034": ["It will fall [10 years from now]."]},
    "duration-vague": {"None": ["The temple stood for [hundreds of years]."]},
    "duration-compound": {
        "P2Y3M": ["He served [two years and three months]."],
        "PT1H20M": ["It took [one hour and 20 minutes]."],
    },
    "duration-range": {"P3Y/P5Y": ["It takes [three to five years].", "It takes [3-5 years]."]},
    "duration-and-half": {
        "P2.5Y": ["It took [two and a half years].", "It took [two-and-a-half years]."],
        "P1.5Y": ["It took [a year and a half]."],
    },
    "duration-half": {"PT30M": ["It took [half an hour]."], "P50Y": ["It took [half a century]."]},
    "duration": {
        "P5Y": ["The war lasted [five years].", "The war lasted [5 years]."],
        "P30Y": ["He worked there for [three decades]."],
        "PT15M": ["It took [15 minutes]."],
        "P25D": ["It took [twenty-five days]."],
        "P65000000Y": ["They died out [65 million years] before us."],
    },
    "duration-hyphen": {"P4Y": ["It ended the [four-year] war."], "PT24H": ["A [24-hour] curfew began."]},
    "duration-one": {"P1Y": ["It took [one year]."], "P1D": ["It closed for [one day]."]},
    "duration-article": {"P1Y": ["He was jailed for [a year]."], "P10Y": ["It took more than [a decade]."]},
}
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


CONTEXT_RULES = {"stepped-span", "that-span", "turn"}


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
        ("He was shot. Two days later he died.", ["None"]),
        ("In 1990 he left. That year he wrote.", ["1990", "1990"]),
        ("Earlier that night, they met.", ["XXXX-XX-XXTNI"]),
        ("On Tuesday at 9 a.m. it fell.", ["2024-05-14", "2024-05-14T09:00"]),
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
        ("It lasted nearly two years.", ("=", Decimal(2), None, Decimal(2), True)),
        ("It lasted about two years.", ("=", Decimal(2), None, None, True)),
        ("It lasted two or three years.", ("range", None, Decimal(2), Decimal(3), False)),
        ("It lasted two years.", ("=", Decimal(2), Decimal(2), Decimal(2), False)),
    ],
)
def test_bounds_of_durations(text: str, expected: tuple[object, ...]) -> None:
    (mention,) = times(text)
    assert (mention.comparator, mention.value, mention.value_min, mention.value_max, mention.approximate) == expected
    assert (mention.unit, mention.subkind, mention.is_quantity) == ("year", "duration", True)
    assert text[mention.char_start : mention.char_end] in ("two", "two or three")


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
