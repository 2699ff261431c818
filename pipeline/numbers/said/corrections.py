"""Corrections: "The article gave a wrong number of lifeboats. There are 7, not 9."."""

from pipeline.numbers.said.antecedents import Named, Subjects

__all__ = ["corrected"]

_STATED = (["it", "is"], ["it", "was"], ["there", "are"], ["there", "were"])
_NUMBER = frozenset({"number", "numbers"})


def corrected(subjects: Subjects, index: int, place: tuple[int, int]) -> Named | None:
    """What the number at tokens `place` counts where the sentence before tells of "the number of" it."""
    tokens, left = subjects.reader(index).tokens, place[0]
    if tokens.lows[max(0, left - 2) : left] == [",", "not"]:
        left -= 3
    if left != len(_STATED[0]) or tokens.lows[:left] not in _STATED or not subjects.goes_on(index):
        return None
    before = subjects.reader(index - 1).tokens
    for k in range(before.count - 2):
        if before.lows[k] in _NUMBER and before.lows[k + 1] == "of":
            phrase = subjects.nouns.ahead(before, k + 2)
            return Named(before, phrase) if phrase is not None else None
    return None
