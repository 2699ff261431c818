"""The lexicons of the bylines core: the TSV files in `data/`, read once. Each file names its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.bylines.text import fold, strip_marks


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of `data/<name>.tsv` as tuples of columns, without comments."""
    content = files("pipeline.bylines").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the grammar knows of words; every key is folded (`text.fold`)."""

    agencies: dict[str, str]  # written form -> name
    desks: frozenset[str]
    desk_words: frozenset[str]
    accounts: frozenset[str]  # log-in names that sign for a whole site
    role_heads: frozenset[str]
    role_words: frozenset[str]
    suffixes: dict[str, str]  # form -> "name", "degree" or "degree-capitals"
    organisation_words: frozenset[str]
    places: frozenset[str]
    name_places: frozenset[str]  # places that are personal names, too
    place_prepositions: dict[str, frozenset[str]]
    particles: frozenset[str]
    given_names: frozenset[str]
    calendar: frozenset[str]
    name_calendar: frozenset[str]  # words of dates that are names, too
    date_words: frozenset[str]  # both
    joins: dict[str, frozenset[str]]
    noise: frozenset[str]
    furniture: frozenset[str]  # the noise that is never part of a name
    small: dict[str, frozenset[str]]  # use of a small word -> the words
    endings: dict[str, tuple[str, ...]]  # kind -> endings


@cache
def lexicon() -> Lexicon:
    """All lexicons; reads the files at the first call."""
    heads, modifiers = _by_mark("roles", "modifier")
    places, name_places = _by_mark("places", "name")
    noise, furniture = _by_mark("noise", "strong")
    calendar, name_calendar = _by_mark("calendar", "name")
    return Lexicon(
        agencies=_agencies(),
        desks=_words("desks") | _words("accounts"),
        desk_words=_words("desk_words"),
        accounts=_words("accounts"),
        role_heads=heads,
        role_words=heads | modifiers | _words("role_modifiers"),
        suffixes={fold(form): use for form, use in rows("suffixes")},
        organisation_words=_words("organisation_words"),
        places=places | name_places,
        name_places=name_places,
        place_prepositions=_languages("place_prepositions"),
        particles=_words("particles"),
        given_names=_words("given_names") | frozenset(map(strip_marks, _words("given_names"))),
        calendar=calendar,
        name_calendar=name_calendar,
        date_words=calendar | name_calendar,
        joins=_languages("joins"),
        noise=noise | furniture,
        furniture=furniture,
        small=_uses(),
        endings=_endings(),
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows(name))


def _by_mark(name: str, mark: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words without and with `mark` in the second column."""
    table = [(fold(row[0]), row[1:] == (mark,)) for row in rows(name)]
    plain = frozenset(word for word, marked in table if not marked)
    return plain, frozenset(word for word, marked in table if marked)


def _languages(name: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for word, languages in rows(name):
        table[fold(word)] = table.get(fold(word), frozenset()) | frozenset(languages.split())
    return table


def _agencies() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, forms in rows("agencies"):
        for form in (name, *forms.split(", ")):
            table.setdefault(fold(form), name)
    return table


def _uses() -> dict[str, frozenset[str]]:
    """The small words of each use."""
    table: dict[str, set[str]] = {}
    for word, uses in rows("function_words"):
        for use in uses.split():
            table.setdefault(use, set()).add(fold(word))
    return {use: frozenset(words) for use, words in table.items()}


def _endings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for ending, kind in rows("endings"):
        table[kind] = (*table.get(kind, ()), ending)
    return table
