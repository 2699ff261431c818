"""What a relative clause in front of an amount is about: "a firm that it acquired for", "losses, which he put at"."""

from pipeline.numbers.nouns import NounPhrase
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.verb_subjects import BREAKS, REACH, WHO, SubjectReader
from pipeline.numbers.wordlists import word_set

__all__ = ["RelativeReader"]

_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_RELATIVE = 6  # words from "which" to the verb of "which the group had bought for"
_VALUING = word_set("""
    put puts estimate estimates estimated value values valued reckon reckons reckoned peg pegs pegged assess assesses
    assessed price priced gave gives list lists listed
""")
_OWN = frozenset({"her", "his", "its", "their", "my", "our", "the", "a", "an"})


class RelativeReader(SubjectReader):
    """Finds what a relative clause hangs on."""

    def _traded(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """What changes hands for an amount: "bought a house for $1 million", "a firm that it acquired for"."""
        for t in range(end - 1, max(-1, end - REACH), -1):
            helps = tokens.lows[t] in ("had", "got") and tokens.lows[t + 1].endswith("ed")  # "had asked for 20"
            if tokens.lows[t] in self.changes.TRADES and not helps:
                first = self._past_share(tokens, t + 1)
                if first < end and (phrase := self.first_noun(tokens, first, end)) is not None:
                    return phrase
                passive = tokens.low(t - 1) in _PASSIVE or tokens.low(t - 2) in _PASSIVE
                return self._subject(tokens, t) if passive else self._bought(tokens, t)
            if tokens.shapes[t] is Shape.MARK and tokens.lows[t] in BREAKS:
                break
        return None

    def _past_share(self, tokens: Tokens, first: int) -> int:
        """Behind "its 22 percent" at token `first`."""
        k = first + (tokens.lows[first] in self.words.DETERMINERS)
        if tokens.shapes[k] is not Shape.DIGITS:
            return first
        k += 1 + (tokens.lows[k + 1] in HYPHENS)
        shared = tokens.lows[k] in ("%", "percent") or tokens.lows[k : k + 2] == ["per", "cent"]
        return k + 1 + (tokens.lows[k] == "per") if shared else first

    def _bought(self, tokens: Tokens, verb: int) -> NounPhrase | None:
        """ "a firm (that) it acquired for": what a relative clause in front of its verb is about."""
        for k in range(verb - 1, max(-1, verb - _RELATIVE), -1):
            if tokens.lows[k] in WHO:
                return self._antecedent(tokens, k)
            if tokens.shapes[k] is not Shape.WORD:
                break
        return None

    def valued(self, tokens: Tokens, verb: int) -> NounPhrase | None:
        """ "losses, which officials put at", "a queue (that) her husband estimated at": what is put at a level."""
        if tokens.lows[verb] not in _VALUING or tokens.low(verb - 1) in self.words.AUXILIARIES - {"have", "has", "had"}:
            return None
        if (phrase := self._bought(tokens, verb)) is not None:
            return phrase
        near = self.nouns.before(tokens, verb)
        if near is None or tokens.low(near.first - 1) not in _OWN:
            return None
        outer = self.nouns.before(tokens, near.first - 1)  # "a queue her husband estimated at"
        led = outer is not None and tokens.low(outer.first - 1) in _OWN
        return outer if led and outer is not None and not self._is_past(tokens, outer.head) else None

    def among(self, tokens: Tokens, be: int) -> NounPhrase | None:
        """ "among tenants it was 55%": of whom a share is, where "was" stands at `be`."""
        if tokens.low(be) not in ("is", "was") or tokens.low(be - 1) not in ("it", "this"):
            return None
        group = self.nouns.before(tokens, be - 1 - (tokens.low(be - 2) == ","))
        if group is None:
            return None
        first = group.first - (tokens.low(group.first - 1) in self.words.DETERMINERS)
        return group if tokens.low(first - 1) in ("among", "amongst") else None

    def _is_past(self, tokens: Tokens, j: int) -> bool:
        return tokens.lows[j].endswith("ed") or tokens.lows[j] in self.changes.CHANGES
