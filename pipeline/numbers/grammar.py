"""A language as the scanner sees it: the tables of its folder, indexed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from pipeline.lexicon.calendar import months
from pipeline.numbers.agewords import AgeContext, age_context
from pipeline.numbers.bounds import BoundTable, read_table
from pipeline.numbers.money import MoneyTable, money_table
from pipeline.numbers.patterns import WordFinder, word_finder
from pipeline.numbers.tokens import tokenize
from pipeline.numbers.units import UnitTable, unit_table

__all__ = ["LANGUAGES", "Grammar", "grammar_for"]

LANGUAGES = ("en", "de", "fr", "es")
_EMPTY: frozenset[str] = frozenset()
_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words by what they do."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    loose_scales: frozenset[str]
    letter_scales: Mapping[str, int]
    vague: Mapping[str, int]
    vague_only_with_of: frozenset[str]
    vague_factors: frozenset[str]
    fates: frozenset[str]  # "scores wounded"
    couple: frozenset[str]
    and_words: frozenset[str]
    of_words: frozenset[str]
    point: frozenset[str]
    articles: frozenset[str]
    decades: Mapping[str, int]  # "in her twenties"
    article_units: frozenset[str]  # "up to a foot of snow": they are counted by an article behind a bound
    halved_units: frozenset[str]  # "a mile and a half"
    halves: frozenset[str]
    minus: frozenset[str]
    denominators: Mapping[str, int]
    part_denominators: Mapping[str, int]  # "cuarta parte": a denominator before one of `parts`
    parts: frozenset[str]
    of_denominators: frozenset[str]  # "un cinquième de": an ordinal unless "of" follows
    any_share: bool  # whether a denominator behind a number always makes a share
    about: frozenset[str]  # collectives that are never exact: "une trentaine"
    definite: frozenset[str]  # "die eine von zwei Frauen" is no share
    each: frozenset[str]
    each_of: Mapping[str, int]  # "jeder fünfte"
    factors: Mapping[str, tuple[int | str, frozenset[str], frozenset[str]]]  # value, words before, words after
    mixed: Mapping[str, str]  # "anderthalb" is 1.5
    half_tails: tuple[tuple[str, ...], ...]  # "et demi"
    half_nouns: frozenset[str]  # "moitié": a share of its own
    half_not_after: frozenset[str]  # "première moitié"
    times: frozenset[str]  # "deux fois plus"
    times_as: frozenset[str]
    doublers: frozenset[str]
    money_scales: Mapping[str, int]  # "M€"
    spelled_only: frozenset[str]  # "37 cents" is money
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    multiples: Mapping[str, int]
    starters: frozenset[str]
    bare_scales: frozenset[str]  # "mille", "cent": a scale that needs no number before it
    small: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]  # numbers below a hundred of several words
    compound: Callable[[str], int | None] | None  # reads "zweihundertfünfzig"


@dataclass(frozen=True, slots=True)
class RangeWords:
    """The words that join two numbers."""

    to: frozenset[str]
    between: frozenset[str]
    starts: frozenset[str]  # "from"
    changes_by: frozenset[str]  # "baissé de 5 à 7 %" is a range all the same
    named_shares: bool  # "un Français sur trois": what is shared out stands between
    conjunctions: frozenset[str]  # "and"
    alternatives: frozenset[str]  # "or"
    out_of: tuple[tuple[str, ...], ...]  # "one in five"
    changes: frozenset[str]  # "rose from 5 to 7" is no range


@dataclass(frozen=True, slots=True)
class BlockTables:
    """What looks like a number and is none; idioms by each of their words, with its place in them."""

    idioms: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    numbered_names: frozenset[str]
    numbering: frozenset[str]  # nouns in lower case: "day two"
    numbering_plurals: frozenset[str]
    classes: frozenset[str]  # of those nouns, what classes a thing: "a stage 4 cancer"
    mostly_nouns: frozenset[str]
    streets: frozenset[str]
    streets_before: frozenset[str]
    emergency: frozenset[str]
    call_words: frozenset[str]
    score_cues: frozenset[str]
    open_prefixes: frozenset[str]
    ranks: frozenset[str]
    not_named: frozenset[str]
    named_ordinals: frozenset[str]
    products: frozenset[str]  # "the Orva 5 smartphone": one thing behind its name
    articles: frozenset[str]
    stops: frozenset[str]
    year_before: frozenset[str]
    months: frozenset[str]
    capital_names: bool  # whether a capital marks a name (in German it marks a noun)
    places: frozenset[str]  # "Saal": numbered, unless what it holds is counted ("im Saal 300 Gäste")
    dotted_names: frozenset[str]  # "article 49.3"
    street_endings: tuple[str, ...]  # "Lindenstraße 12"
    ordinal_leads: frozenset[str]  # "am 3. Spieltag"
    score_words: frozenset[str]  # "battu 2 à 0"; empty in English, which has scores of its own
    eras: tuple[tuple[str, ...], ...]  # "v. Chr."
    zero_led: bool  # whether a number that begins with a zero is a number of a telephone, of a car


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that the scanner knows of one language."""

    language: str
    decimal_comma: bool
    numerals: Numerals
    number_words: WordFinder
    left: BoundTable
    right: BoundTable
    transparent: frozenset[str]
    ranges: RangeWords
    blocks: BlockTables
    units: UnitTable
    money: MoneyTable
    spaced: bool  # whether a text writes "3 900" for 3,900
    point_countries: frozenset[str]  # where a language of decimal commas writes decimal points
    elided: bool  # whether words are joined by apostrophes: "d'une"
    links: frozenset[str]  # what stands between numbers that share a unit
    ages: AgeContext | None  # what makes an age of years, where it is told otherwise than in English
    below_zero: tuple[tuple[str, ...], ...]  # "grados bajo cero"
    tables_units: ModuleType  # the tables of units: what stands behind "per"
    words: ModuleType | None  # the closed classes of words, where nouns are read

    def may_hold(self, text: str, start: int, end: int) -> bool:
        """Whether a number may stand in a sentence: a quick look for digits and number words."""
        return _DIGIT.search(text, start, end) is not None or self.number_words.stands_in(text, start, end)


def _small(phrases: Mapping[str, int]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase, value in phrases.items():
        tokens = tokenize(phrase)
        key = tuple(tokens.lows[: tokens.count])
        index.setdefault(key[0], []).append((key, value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in index.items()}


def _numerals(table: ModuleType) -> Numerals:
    def words(name: str) -> Any:
        return getattr(table, name, _EMPTY)

    def numbers(name: str) -> Any:
        return getattr(table, name, {})

    starters = frozenset().union(
        numbers("ONES"), numbers("TENS"), numbers("HUNDREDS"), numbers("VAGUE"), numbers("MULTIPLES"),
        numbers("ORDINALS"), words("VAGUE_FACTORS"), words("ARTICLES"), words("HALVES"), words("BARE_SCALES"),
        words("EACH"), numbers("FACTORS"), numbers("MIXED"), numbers("DECADES"),
        {phrase.split("-")[0].split(" ")[0] for phrase in numbers("SMALL")},
    )  # fmt: skip
    return Numerals(
        ones=numbers("ONES"),
        tens=numbers("TENS"),
        hundreds=numbers("HUNDREDS"),
        scales={**numbers("SCALES"), **numbers("COLLECTIVES")},
        loose_scales=words("LOOSE_SCALES"),
        letter_scales=numbers("LETTER_SCALES"),
        vague=numbers("VAGUE"),
        vague_only_with_of=words("VAGUE_ONLY_WITH_OF"),
        vague_factors=words("VAGUE_FACTORS"),
        fates=words("FATES"),
        couple=words("COUPLE"),
        and_words=words("AND"),
        of_words=words("OF"),
        point=words("POINT"),
        articles=words("ARTICLES"),
        decades=numbers("DECADES"),
        article_units=words("ARTICLE_UNITS"),
        halves=words("HALVES"),
        minus=words("MINUS"),
        denominators=numbers("DENOMINATORS"),
        part_denominators=numbers("PART_DENOMINATORS"),
        parts=words("PARTS"),
        of_denominators=words("OF_DENOMINATORS"),
        any_share=getattr(table, "ANY_SHARE", False),
        about=words("ABOUT"),
        definite=words("DEFINITE"),
        each=words("EACH"),
        each_of=numbers("EACH_OF"),
        factors=numbers("FACTORS"),
        mixed=numbers("MIXED"),
        half_tails=getattr(table, "HALF_TAILS", ()),
        half_nouns=words("HALF_NOUNS"),
        half_not_after=words("HALF_NOT_AFTER"),
        times=words("TIMES"),
        times_as=words("TIMES_AS"),
        halved_units=words("HALVED_UNITS"),
        doublers=words("DOUBLERS"),
        money_scales=numbers("MONEY_SCALES"),
        spelled_only=words("SPELLED_ONLY"),
        ordinals=numbers("ORDINALS"),
        ordinal_suffixes=words("ORDINAL_SUFFIXES"),
        multiples=numbers("MULTIPLES"),
        starters=starters,
        bare_scales=words("BARE_SCALES"),
        small=_small(numbers("SMALL")),
        compound=getattr(table, "compound", None),
    )


def _number_words(table: ModuleType) -> WordFinder:
    """Every word that can be a number, as it is printed; where numbers are compounds, how they begin."""
    names = (
        "ONES TENS HUNDREDS SCALES VAGUE HALVES DENOMINATORS ORDINALS MULTIPLES COUPLE BARE_SCALES COLLECTIVES TRACE "
        "EACH FACTORS MIXED PART_DENOMINATORS ARTICLE_UNITS DECADES"
    )
    found = {word for name in names.split() for word in getattr(table, name, ())}
    found |= {phrase.split("-")[0].split(" ")[0] for phrase in getattr(table, "SMALL", ())}
    printed = {form for word in found for form in (word, word.capitalize(), word.upper())}
    return word_finder(printed, end="" if hasattr(table, "compound") else r"(?!\w)")


def _idioms(table: str) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in re.split(r"[|\n]", table):
        tokens = tokenize(phrase)
        words = tuple(tokens.lows[: tokens.count])
        for place, word in enumerate(words):
            index.setdefault(word, []).append((words, place))
    return {word: tuple(rows) for word, rows in index.items()}


def _blocks(code: str, table: ModuleType, numerals: ModuleType, words: ModuleType | None) -> BlockTables:
    return BlockTables(
        idioms=_idioms(table.IDIOMS),
        numbered_names=table.NUMBERED_NAMES,
        numbering=getattr(table, "NUMBERING", _EMPTY),
        numbering_plurals=getattr(table, "NUMBERING_PLURALS", _EMPTY),
        classes=getattr(table, "CLASSES", _EMPTY),
        mostly_nouns=table.MOSTLY_NOUNS,
        streets=table.STREETS,
        streets_before=table.STREETS_BEFORE,
        emergency=table.EMERGENCY,
        call_words=table.CALL_WORDS,
        score_cues=table.SCORE_CUES,
        open_prefixes=table.OPEN_PREFIXES,
        ranks=table.RANKS,
        not_named=table.NOT_NAMED,
        named_ordinals=table.NAMED_ORDINALS,
        products=getattr(table, "PRODUCTS", _EMPTY),
        articles=getattr(numerals, "ARTICLES", _EMPTY),
        stops=words.STOPS if words is not None else getattr(table, "STOPS", _EMPTY),
        year_before=table.YEAR_BEFORE,
        months=frozenset(word for word, by_language in months().items() if code in by_language and code != "en"),
        capital_names=getattr(table, "CAPITAL_NAMES", True),
        places=getattr(table, "PLACES", _EMPTY),
        dotted_names=getattr(table, "DOTTED_NAMES", _EMPTY),
        street_endings=getattr(table, "STREET_ENDINGS", ()),
        ordinal_leads=getattr(table, "ORDINAL_LEADS", _EMPTY),
        eras=getattr(table, "ERAS", ()),
        score_words=getattr(table, "SCORE_WORDS", _EMPTY),
        zero_led=getattr(table, "ZERO_LED", False),
    )


@cache
def grammar_for(code: str) -> Grammar:
    """The grammar of a language (ISO 639-1); digits, percent and money only where the tables are missing."""
    folder = f"pipeline.numbers.{code if code in LANGUAGES else 'und'}"
    numerals, bounds = import_module(f"{folder}.numerals"), import_module(f"{folder}.bounds")
    units, money = import_module(f"{folder}.units"), import_module(f"{folder}.currencies")
    words = import_module(f"{folder}.words") if folder.endswith(".en") else None
    elided = getattr(numerals, "ELIDED", False)
    return Grammar(
        language=code,
        decimal_comma=numerals.DECIMAL_COMMA,
        numerals=_numerals(numerals),
        number_words=_number_words(numerals),
        left=read_table(bounds.LEFT, by_last=True),
        right=read_table(bounds.RIGHT, by_last=False),
        transparent=bounds.TRANSPARENT,
        ranges=RangeWords(
            to=bounds.TO,
            between=bounds.BETWEEN,
            starts=bounds.FROM,
            changes_by=getattr(bounds, "CHANGES_BY", _EMPTY),
            named_shares=getattr(bounds, "NAMED_SHARES", False),
            conjunctions=bounds.CONJUNCTIONS,
            alternatives=bounds.ALTERNATIVES,
            out_of=bounds.OUT_OF,
            changes=bounds.CHANGES,
        ),
        blocks=_blocks(code, import_module(f"{folder}.blocks"), numerals, words),
        units=unit_table(units.UNITS, units.TIME_UNITS, elided=elided),
        money=money_table(
            money.CURRENCY_WORDS,
            money.SMALL_MONEY,
            money.BARE_SCALED_ONLY,
            paying=getattr(money, "PAYING", _EMPTY),
            prices=getattr(money, "PRICES", _EMPTY),
            elided=elided,
        ),
        spaced=False,
        point_countries=getattr(numerals, "POINT_COUNTRIES", _EMPTY),
        elided=elided,
        links=bounds.LINKS,
        ages=age_context(import_module(f"{folder}.ages")) if code in LANGUAGES and code != "en" else None,
        below_zero=getattr(units, "BELOW_ZERO", ()),
        tables_units=units,
        words=words,
    )
