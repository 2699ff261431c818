"""Which of a page's bylines a reader would see: every candidate is read, ranked with reasons, and kept."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.bylines.drafts import Page
from pipeline.bylines.items import DECLARED, CandidateReader
from pipeline.bylines.keys import author_key
from pipeline.bylines.ranking import MIN_POINTS, rank
from pipeline.bylines.types import Author, BylineCandidate, BylineChoice, RawByline
from pipeline.bylines.witness import ASIDE, Witness, field_of

RankedWitness = tuple[int, str, Witness]


def choose(
    candidates: Sequence[RawByline], *, language: str | None, publisher: str | None, prefer: Sequence[str] = ()
) -> BylineChoice:
    """The byline that a reader would see, and every candidate in order of rank; the shorter of two alike first."""
    reader = CandidateReader(Page(language, publisher))
    field = field_of([(raw, reader.read(raw)) for raw in candidates], publisher)
    ranked = [(*rank(witness, field), witness) for witness in field.witnesses]
    ranked.sort(key=lambda item: (-item[0], sum(map(len, item[2].raw.names))))
    ranked = _preferred_first(ranked, prefer)
    kept = [BylineCandidate(witness.raw, witness.reading.authors, why) for _, why, witness in ranked]
    clear = [author for *_, witness in ranked[1:] if _is_clear(witness) for author in witness.reading.authors]
    if not kept or not kept[0].authors or ranked[0][0] < MIN_POINTS:
        return BylineChoice((), None, None, tuple(kept))
    kept[0] = replace(kept[0], chosen=True)
    authors = _writers([_enriched(author, clear) for author in kept[0].authors])
    return BylineChoice(authors, "; ".join(kept[0].raw.names), kept[0].raw.origin, tuple(kept))


def _preferred_first(ranked: list[RankedWitness], prefer: Sequence[str]) -> list[RankedWitness]:
    """What the source prefers in front, however few points it has, if it names anybody."""
    for preference in prefer:
        for item in ranked:
            _, why, witness = item
            if witness.reading.authors and _is_at(witness.raw, preference):
                first = (MIN_POINTS, f"source prefers {preference} ({why})", witness)
                return [first, *(other for other in ranked if other is not item)]
    return ranked


def _is_at(raw: RawByline, place: str) -> bool:
    """Whether a byline stood at a place; "class author, line +2" is at "class author" too."""
    locators = (raw.locator, raw.locator.split(",")[0])
    return place == raw.origin or any(place in (locator, f"{raw.origin}: {locator}") for locator in locators)


def _writers(authors: Sequence[Author]) -> tuple[Author, ...]:
    """Without those who took the pictures or edited, where somebody wrote."""
    return tuple(author for author in authors if author.contribution not in ASIDE) or tuple(authors)


def _is_clear(witness: Witness) -> bool:
    """Whether a candidate says what it says of people in a byline, not in somebody's life or under a picture."""
    return witness.reading.understood > 0.9 and not any(author.contribution for author in witness.reading.authors)


def _enriched(author: Author, others: Sequence[Author]) -> Author:
    """The author with what other bylines say of the same name: a role, an address, a profile."""
    key = author_key(author.name)
    for same in others:
        if same.name == author.name or author_key(same.name) == key:
            author = replace(
                author,
                kind=same.kind if same.rule == DECLARED else author.kind,
                role=author.role or same.role,
                organisation=author.organisation or same.organisation,
                location=author.location or same.location,
                email=author.email or same.email,
                handle=author.handle or same.handle,
                profile_url=author.profile_url or same.profile_url,
            )
    return author
