"""Verbs and event words of a language, with all their forms, out of `<language>/events.yml` and `verbs.yml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from pipeline.numbers.tables import read_strings

Form = Literal["base", "s", "past", "part", "ing"]
_FOLDER = Path(__file__).resolve().parent.parent
_LISTS = (
    "not_past",
    "auxiliaries",
    "be",
    "control",
    "clause_verbs",
    "causatives",
    "particles",
    "prepositions",
    "amount_prepositions",
    "duration_prepositions",
    "skip_before",
    "clause_ends",
    "relatives",
    "denying",
    "denying_all",
    "phrasal",
    "supposing",
    "denominations",
    "amount_nouns",
    "no_events",
    "doing_of",
    "doing_to",
    "postures",
    "aged_nouns",
    "of_levels",
    "handling",
    "paying",
    "doing_in",
    "doing_with",
    "doing_on",
    "doing_for",
    "before_base",
    "indirect_objects",
    "like_past",
    "determiners",
    "adverbs",
    "not_adverbs",
    "modals",
    "movers",
    "of_takers",
    "senders",
    "imperatives",
    "contests",
    "plain_states",
    "spans",
    "tries",
    "dividers",
    "only_verbs_s",
    "light_objects",
    "levelling",
    "pairs_to",
    "pairs_on",
    "pairs_in",
    "pairs_into",
    "pairs_among",
    "pairs_between",
    "pairs_for",
    "pairs_from",
    "pairs_against",
    "pairs_of",
    "holding",
    "questions",
    "naming",
    "attributive",
    "sort_nouns",
    "getters",
    "summing",
    "kin",
    "carrying",
    "plan_nouns",
    "count_prepositions",
    "place_prepositions",
    "manner_nouns",
    "days",
    "months",
    "age_prepositions",
    "complements",
    "margins",
    "nature",
    "ranks",
    "linking",
    "shifts",
    "of_things",
    "no_class",
    "sufferers",
    "fearing",
    "undoing",
    "finders",
    "only_threaten",
    "ways_to_kill",
    "groups",
    "about_nouns",
    "price_verbs",
    "lasting",
    "gerund_takers",
    "lasting_states",
    "state_prepositions",
    "of_adjectives",
    "aspectual",
    "makers",
    "aids",
    "only_finite",
    "together",
    "task_nouns",
    "comparatives",
    "dimensions",
    "amount_names",
    "state_phrases",
    "only_verbs",
    "nouns_like_adjectives",
    "not_ing",
    "value_verbs",
    "job_nouns",
    "have_forms",
    "lending",
    "not_infected",
    "not_attacked",
    "misjudging",
    "not_behind",
    "conjunctions",
    "amount_adjectives",
    "term_nouns",
    "number_words",
    "amount_adverbs",
    "levels",
    "tolls",
    "takers",
    "bringers",
    "standing",
    "firing",
    "light",
    "missiles",
    "not_of_measure",
    "not_of_time",
    "not_of_percent",
    "not_of_money",
    "of_jobs",
    "of_charges",
    "charge_nouns",
    "givers",
    "living",
    "of_people",
    "of_money",
)

# No word of these is a verb that the tables do not know.
_CLOSED_CLASSES = ("prepositions", "determiners", "adverbs", "auxiliaries", "particles", "skip_before", "clause_ends")


@dataclass(frozen=True, slots=True)
class EventWords:
    """`verbs`: form -> (base, kinds of form). `types`: base, or base with particle -> class; `nouns`, `words` too.

    `others`: base -> its class where the first one does not fit what is counted; `as_object`: that of money as
    its object; `outcomes`: base with the words behind it or its object -> class.
    """

    verbs: Mapping[str, tuple[str, frozenset[Form]]]
    types: Mapping[str, str]
    nouns: Mapping[str, str]
    words: Mapping[str, str]
    others: Mapping[str, str]
    as_object: Mapping[str, str]
    outcomes: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]


@cache
def event_words(code: str) -> EventWords | None:
    """The tables of a language by its ISO 639-1 code; None where there are none."""
    folder = _FOLDER / code
    if not (folder / "events.yml").is_file():
        return None
    events, verbs = read_strings(folder / "events.yml"), read_strings(folder / "verbs.yml")
    types = {verb: name for name, entry in events.items() for verb in entry.get("verbs", ())}
    bases = {verb.split()[0] for verb in types} | set(verbs["regular"].split()) | set(verbs["irregular"])
    return EventWords(
        verbs=_forms(bases, verbs),
        types=types,
        nouns={form: name for name, e in events.items() for noun in e.get("nouns", ()) for form in _plural(noun)},
        words={word: name for name, e in events.items() for word in e.get("words", ())},
        others=verbs["others"],
        as_object=verbs["as_object"],
        outcomes={
            f"{verb} {end}": name
            for name, ends in verbs["outcomes"].items()
            for end, bases_of in ends.items()
            for verb in bases_of
        },
        sets={name: frozenset(verbs[name]) for name in _LISTS}
        | {"no_verbs": frozenset(chain.from_iterable(verbs[name] for name in _CLOSED_CLASSES))},
    )


def _forms(bases: set[str], table: Mapping[str, Any]) -> dict[str, tuple[str, frozenset[Form]]]:
    kinds: dict[str, tuple[str, set[Form]]] = {}
    for base in sorted(bases):
        ways = (True, False) if base in table["either"] else (base in table["doubling"],)
        inflected = chain.from_iterable(_inflected(base, table["irregular"].get(base), way) for way in ways)
        for form, kind in inflected:
            kinds.setdefault(form, (base, set()))[1].add(kind)
    return {form: (base, frozenset(found)) for form, (base, found) in kinds.items()}


def _inflected(base: str, irregular: list[str] | None, doubles: bool) -> Iterator[tuple[str, Form]]:
    stem = base + base[-1] if doubles else base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe")) else base
    yield base, "base"
    yield _third_person(base), "s"
    yield stem + "ing", "ing"
    if irregular:
        yield irregular[0], "past"
        yield irregular[1], "part"
        return
    past = (
        base[:-1] + "ied"
        if base.endswith("y") and base[-2] not in "aeou"
        else (base + "d" if base.endswith("e") else stem + "ed")
    )
    yield past, "past"
    yield past, "part"


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _plural(noun: str) -> tuple[str, str]:
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "is")) else "s")
