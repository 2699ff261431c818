"""Whether a noun may name persons, by a list and by its ending."""

from pipeline.numbers.nouns import NounReader
from pipeline.numbers.wordlists import word_set

__all__ = ["may_be_hurt", "may_be_person"]

_ENDINGS = ("er", "or", "ist", "ent", "ant", "ian", "ee", "mate", "man", "ese")
_OTHERS = word_set("""
    pupil guest relative friend guard chef cook clerk monk nun priest athlete candidate delegate recruit graduate
    colleague youngster national adult wife husband son daughter brother sister mother father parent girl boy lad dad
    mum mom nephew niece cousin aunt uncle spouse couple crew staff personnel deputy official
    senator head chief judge juror lawyer expert pro professional veteran captive pilgrim local bystander civilian
    jew muslim christian arab israeli european soul folk other lady gentleman critic academic medic
    mechanic apprentice intern novice star champion opponent ally partner client customer subscriber fan
    intermediary beneficiary
""")
_THINGS = word_set("""
    number paper newspaper computer letter order offer tender meter liter power tower matter quarter apartment payment
    event investment document patent accident restaurant plant grant score factor sector floor door motor talent moment
    comment agreement statement flower river tanker helicopter freighter trailer cutter scooter ladder container poster
    charter chapter center shelter filter hour error colour color mirror reactor tractor detector sensor corridor rumor
    department government tournament treatment movement appointment settlement monument instrument element segment
    experiment component continent ingredient tent incident parliament assessment amendment argument garment
    environment elephant committee tree degree fee coffee knee bee guarantee climate estimate per cent percent
    list waitlist shortlist checklist mist wrist twist
""")
_ANIMALS = word_set(
    "animal horse pony dog puppy cat kitten cow calf sheep lamb pig goat bird chicken elephant whale seal bear"
)


def may_be_person(head: str | None, nouns: NounReader) -> bool:
    """Whether a noun (its singular) may be one of persons: "looter", "pupil", but not "hat", "number"."""
    low = (head or "").lower()
    if low in nouns.words.PEOPLE or low in _OTHERS:
        return True
    return low.endswith(_ENDINGS) and low not in _THINGS


def may_be_hurt(head: str | None, nouns: NounReader) -> bool:
    """Whether a noun may be one of persons or animals."""
    return may_be_person(head, nouns) or (head or "").lower() in _ANIMALS
