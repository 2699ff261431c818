"""One written byline into its authors."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.bylines.assemble import Reader
from pipeline.bylines.drafts import Draft, Page
from pipeline.bylines.keys import author_key
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import are_given_names, has_given_name, looks_like_name
from pipeline.bylines.organisations import is_agency, is_desk, is_outlet_name
from pipeline.bylines.pieces import Piece, cut
from pipeline.bylines.text import clean
from pipeline.bylines.tokens import Token
from pipeline.bylines.types import Author

_MAX_SLASHED_WORDS = 2
MAX_CHARS = 4_000  # a string that is longer is no byline


@dataclass(frozen=True, slots=True)
class Reading:
    """What the grammar makes of a byline: its authors, the share of its words that a rule has read, and whether a
    cue ("By") led to the first of them."""

    authors: tuple[Author, ...]
    understood: float
    cued: bool


NOTHING = Reading((), 0.0, cued=False)


def read(raw: str, *, language: str | None = None, publisher: str | None = None) -> Reading:
    """Read a byline as written. Never raises; linear in its length."""
    if len(raw) > MAX_CHARS:
        return NOTHING
    pieces = _joined_companies(_last_name_first(_from_cue(cut(clean(raw), language))))
    if _are_tags(pieces):
        return NOTHING
    reader = Reader(Page(language, publisher))
    drafts = _without_outlet(_unique(reader.read(pieces)), publisher)
    count = sum(len(piece.words) for piece in pieces)
    return Reading(
        authors=tuple(draft.finish() for draft in drafts),
        understood=reader.understood / count if count else 0.0,
        cued=any(piece.cued for piece in pieces[:2]),
    )


def _are_tags(pieces: Sequence[Piece]) -> bool:
    """Single words between slashes are sections or tags ("Business / Markets / Stocks / Gold")."""
    return sum(piece.lead == "slash" and len(piece.words) == 1 for piece in pieces) > _MAX_SLASHED_WORDS


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    """Each author once, at the first place; what only the second mention says is added to the first."""
    kept: dict[str, Draft] = {}
    for draft in drafts:
        first = kept.setdefault(author_key(draft.name) or draft.name, draft)
        for part in ("role", "organisation", "location", "email", "handle"):
            if getattr(first, part) is None:
                setattr(first, part, getattr(draft, part))
    return list(kept.values())


def _without_outlet(drafts: list[Draft], publisher: str | None) -> list[Draft]:
    """The outlet's own name beside people is where they work ("Le Monde - Jean Dupont")."""
    if publisher is None or not any(draft.kind in ("person", "desk") for draft in drafts):
        return drafts
    return [draft for draft in drafts if draft.kind != "organisation" or not is_outlet_name(draft.name, publisher)]


def _from_cue(pieces: list[Piece]) -> list[Piece]:
    """Without the sections and labels before the cue ("News By Jane Doe", "Danmark - Af Ritzau")."""
    first = next((index for index, piece in enumerate(pieces) if piece.cued and piece.contribution is None), 0)
    return [piece for piece in pieces[:first] if _may_be_author(piece)] + pieces[first:]


def _may_be_author(piece: Piece) -> bool:
    named = has_given_name(piece.words) and len(piece.words) > 1
    return named or bool(piece.contribution) or bool(piece.words and is_agency(piece.words)) or not piece.words


def _last_name_first(pieces: list[Piece]) -> list[Piece]:
    """ "Doe, Jane" as Jane Doe, where the second part is only given names and the first is none."""
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        alone = index + 1 == len(pieces) or pieces[index + 1].lead != "comma"
        if out and alone and out[-1].lead != "comma" and piece.lead == "comma" and _is_reversed(out[-1], piece):
            out[-1].words = [*piece.words, *out[-1].words]
            out[-1].addresses += piece.addresses
        else:
            out.append(piece)
    return out


def _is_reversed(family: Piece, given: Piece) -> bool:
    if not family.words or not given.words or len(given.words) > 3:
        return False
    last = family.words
    if len(last) > 1 and not all(word.key in lexicon().particles for word in last[:-1]):
        return False
    if has_given_name(last) or is_desk(last) or is_agency(last) or not looks_like_name(last):
        return False
    if last[0].text.isupper() and len(last[0].text) <= 3:
        return False
    return are_given_names(given.words)


def _joined_companies(pieces: list[Piece]) -> list[Piece]:
    """ "Simon & Schuster" as one organisation: single words on both sides of "&" that are not both given names."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece.lead == "amp" and _is_company(out[-1].words, piece.words):
            out[-1].words = [_company(out[-1].words, piece.words)]
        else:
            out.append(piece)
    return out


def _is_company(left: Sequence[Token], right: Sequence[Token]) -> bool:
    if not left or not right or is_agency(left) or is_agency(right):
        return False
    if right[0].key in lexicon().small["company"]:
        return True
    if len(left) > 1 or len(right) > 1 or is_desk(left) or is_desk(right):
        return False
    return not (has_given_name(left) and has_given_name(right))


def _company(left: Sequence[Token], right: Sequence[Token]) -> Token:
    """The company as one word, which no rule of names takes for a person."""
    text = " & ".join(" ".join(word.text for word in words) for words in (left, right))
    return Token("word", text, text.casefold())
