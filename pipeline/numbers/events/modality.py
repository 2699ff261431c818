"""Whether an event is asserted, denied or only possible, by the words before its trigger."""

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Modality

_REACH = 10
_CONDITIONS = ("if", "unless", "whether")


def modality_of(clause: Clause, trigger: Trigger, *, denials: bool = True) -> Modality:
    """The modality of a trigger: "did not kill", "denied that 12 were killed", "may have killed", "feared dead".

    Without `denials`, what is denied is passed over.
    """
    near = True  # nothing but auxiliaries, adverbs and verbs that hand on stands between
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - _REACH), -1):
        if _ends(clause, i):
            break
        found = _said_at(clause, i, near=near)
        if found and (denials or found != "denied"):
            return found
        of_noun = trigger.rule == "nominal" and clause.is_in(i, "determiners")
        near = near and (of_noun or _hands_on(clause, i))
    return "asserted"


def _ends(clause: Clause, i: int) -> bool:
    if clause.is_stop(i) or clause.is_text(i, ",", "and", "but"):
        return True
    is_open = clause.is_text(i, "that", *_CONDITIONS) or clause.is_adverb(i)  # "may have since been closed"
    return clause.is_in(i, "clause_ends") and not is_open


def _said_at(clause: Clause, i: int, *, near: bool) -> Modality | None:
    word = clause.words[i]
    if word.low in clause.lexicon.sets["denying_all"] or (word.low == "one" and clause.is_text(i - 1, "not")):
        return "denied"
    if clause.is_text(i, "reports", "claims", "suggestions") and clause.base(i - 1) in ("reject", "dismiss"):
        return "denied"
    if clause.is_text(i, "reports", "claims", "rumours", "rumors") and (
        clause.is_text(i - 1, "unconfirmed", "unverified")
        or clause.base(i - 1) in ("confirm", "verify", "investigate", "check")
    ):
        return "possible"
    if clause.is_text(i, "claims", "reports", "suggestions") and clause.is_text(i - 2, "truth", "evidence"):
        return "denied"
    if word.low == "guilty" and clause.is_text(i - 1, "not"):
        return "denied"
    if near and word.low in ("charged", "indicted", "suspicion", "trial", "wanted"):
        return "possible"  # "on suspicion of killing two", "charged with the murder of two"
    if word.low == "how" and clause.is_text(i + 1, "many"):
        return "possible"
    if word.low in _CONDITIONS:
        return "possible"
    if not near:
        return None
    if word.low in clause.lexicon.sets["denying"] or word.low.endswith(("n't", "n’t")):
        return "denied"
    is_month = word.low == "may" and word.text != word.low
    return "possible" if word.low in clause.lexicon.sets["supposing"] and not is_month else None


def _hands_on(clause: Clause, i: int) -> bool:
    """Whether what is said before the word at `i` is said of what stands behind it."""
    return (
        clause.is_in(i, "auxiliaries")
        or clause.is_adverb(i)
        or clause.is_text(i, "to", "of", "for", "with", "in", "having", "him", "her", "them", "able")
        or clause.base(i) in clause.lexicon.sets["control"]
        or clause.base(i) in clause.lexicon.sets["clause_verbs"]
    )
