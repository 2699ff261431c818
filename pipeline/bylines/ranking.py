"""The ranking of a page's bylines: points by rules that say why. A reader's eye decides, tags bear witness."""

from collections.abc import Callable, Iterator

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_full_name, has_given_name
from pipeline.bylines.organisations import is_outlet_name
from pipeline.bylines.text import fold, is_cased
from pipeline.bylines.tokens import tokenise
from pipeline.bylines.types import Author
from pipeline.bylines.witness import LONG_LIST, NEAR_LINES, NOWHERE, Field, Witness

MIN_POINTS = 26  # below, nobody is named: better none than wrong

_ORIGINS = {
    "json-ld": 50,
    "itemprop": 42,
    "meta": 40,
    "rel-author": 40,
    "visible": 30,
    "listing": 30,
    "text": 22,
    "trafilatura": 20,
}
_LONG_AGREED_LIST = 4

Points = tuple[int, str]
Rule = Callable[[Witness, Field], Iterator[Points]]


def rank(witness: Witness, field: Field) -> tuple[int, str]:
    """The points of a candidate and the reasons for them ("62: json-ld 50, agrees with meta +12")."""
    if not witness.reading.authors:
        return -100, "names nobody"
    found = [point for rule in _RULES for point in rule(witness, field)]
    total = sum(value for value, _ in found)
    return total, f"{total}: {witness.raw.origin} {found[0][0]}" + "".join(
        f", {why} {value:+d}" for value, why in found[1:]
    )


def _origin(witness: Witness, _: Field) -> Iterator[Points]:
    yield _ORIGINS[witness.raw.origin], witness.raw.origin


def _agreement(witness: Witness, field: Field) -> Iterator[Points]:
    agreeing = field.agreeing(witness)
    if agreeing:
        yield 12 * len(agreeing), "agrees with " + " and ".join(agreeing)
    if field.names_more(witness) and not (witness.family == "marks" and len(witness.people) > LONG_LIST):
        yield 8, "names more"
    if field.runs_on(witness):
        yield -35, "something is glued to a name"


def _sight(witness: Witness, field: Field) -> Iterator[Points]:
    """Text: near the headline, after a cue, wholly understood."""
    if not witness.is_seen:
        return
    yield from _place(witness, field)
    if witness.reading.understood < 0.8:
        yield -40, "half understood"
    if witness.reading.cued:
        yield 8, "after a cue"
    elif all(_is_word(author) for author in witness.reading.authors):
        yield -25, "words rather than names"
    if "credit" in witness.raw.locator:
        yield -35, "a credit"


def _is_word(author: Author) -> bool:
    """One word that is no given name we know ("Planung"): a label as easily as a person."""
    return (
        author.kind == "person"
        and is_cased(author.name)
        and not has_given_name(tokenise(author.name))
        and " " not in author.name
    )


def _place(witness: Witness, field: Field) -> Iterator[Points]:
    if witness.raw.origin == "text":
        if "alone" in witness.raw.locator:
            yield 6, "signs the text"
        return
    if witness.distance == NOWHERE:
        alone = not field.scattered - {witness.people}
        yield (3, "the only one on the page") if alone else (-15, "one of several on the page")
    elif witness.distance <= NEAR_LINES:
        yield (18 if witness.distance <= 4 else 10), "near the headline"
    elif witness.distance > 20:
        yield (-10 if witness.distance <= 30 else -20), "far from the headline"


def _tag(witness: Witness, field: Field) -> Iterator[Points]:
    """Tags: what a reader can see, in the article's own node."""
    if witness.is_seen:
        return
    raw, reading = witness.raw, witness.reading
    if reading.understood < 0.7:
        yield -15, "half understood"
    if raw.seen is False:
        yield (-12 if "News" in raw.locator else -40), "not to be seen on the page"
    if raw.origin == "json-ld" and "rticle" not in raw.locator:
        yield -6, "not in the article's node"
    if raw.origin == "meta" and not witness.names_person():
        yield -5, "a tag of the site"
    limit = _LONG_AGREED_LIST if field.agreeing(witness) else LONG_LIST
    if witness.family == "marks" and len(reading.authors) > limit:
        yield -20, "a long list"


def _kinds(witness: Witness, field: Field) -> Iterator[Points]:
    """Who is named: the outlet only where the byline says so, a log-in name or a photographer hardly ever."""
    authors = witness.reading.authors
    if all(_is_outlet(author, field.publisher) for author in authors):
        yield _outlet_points(witness, field), "only the outlet"
    elif not witness.names_person():
        yield -12, "no person"
    if all(fold(author.name) in lexicon().accounts for author in authors):
        yield -30, "a log-in name"
    if witness.did_not_write:
        yield -40, "did not write it"
    if field.are_said_aside(witness) and not _is_said_near(witness):
        yield -30, "elsewhere said to have edited or taken pictures"


def _is_said_near(witness: Witness) -> bool:
    """Whether it is itself a byline at the headline: who took the pictures may have written, too."""
    return witness.is_seen and witness.reading.cued and witness.distance <= NEAR_LINES


def _outlet_points(witness: Witness, field: Field) -> int:
    if field.names_person_near or not (field.agreeing(witness) or witness.reading.cued):
        return -25
    return -5 if witness.reading.cued else -10


def _is_outlet(author: Author, publisher: str | None) -> bool:
    """Whether an author is the outlet; not a person in whose name it is published."""
    if publisher is None or author.kind not in ("organisation", "person") or has_full_name(author.name):
        return False
    return is_outlet_name(author.name, publisher)


_RULES: tuple[Rule, ...] = (_origin, _agreement, _sight, _tag, _kinds)
