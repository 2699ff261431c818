"""What a word can be by its shape and its place: an adjective, a plural, the base form of a verb."""

from pipeline.numbers.events.clause import Clause

_ADJECTIVES = ("al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "ish", "ern", "ese")
_ABOARD = ("aboard", "inside", "outside")  # they may stand without a noun: "six of the 44 aboard survived"
_OF_TEAMS = ("keep", "need", "want")


class WordReader:
    """Reads the words of one clause; the rules for verbs stand on it."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self._size = len(clause.words)

    def is_adjective(self, i: int) -> bool:
        """ "its agricultural exports": whether a word looks like an adjective and makes the next one a noun."""
        return i >= 0 and self.clause.low(i).endswith(_ADJECTIVES) and not self.clause.is_in(i, "nouns_like_adjectives")

    def is_amount_noun(self, i: int) -> bool:
        """ "a bonus of", "bonuses of", "penalties of": a noun of the amounts, also in the plural."""
        noun = self.clause.low(i)
        singulars = {noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"}
        return not singulars.isdisjoint(self.lexicon.sets["amount_nouns"])

    def can_end_subject(self, i: int) -> bool:
        """Whether a plain noun stands at `i`, in lower case, that a verb may follow."""
        if i < 0 or not (self.clause.words[i].text.islower() or i == 0):
            return False
        if self.clause.forms(i) - {"s"} or self.is_adjective(i):
            return False
        return not any(
            self.clause.is_in(i, name) for name in ("prepositions", "determiners", "skip_before", "clause_ends")
        )

    def is_governed(self, i: int) -> bool:
        """Whether a preposition that needs a noun stands right before the word at `i`."""
        return self.clause.is_in(i - 1, "prepositions") and not self.clause.is_text(i - 1, *_ABOARD)

    def stands_before_noun(self, i: int) -> bool:
        """ "with sustained winds of 60 mph", "42 tagged whales": a participle that describes the noun behind it."""
        clause = self.clause
        if "base" in clause.forms(i) or clause.is_text(i - 1, "to"):
            return False
        if clause.is_text(i - 1, "than") and clause.is_text(i - 2, "more"):
            return False  # "more than doubled to $4m"
        if clause.is_text(i - 1, "since") and clause.base(i - 2) == "have":
            return False  # "has since published a dozen"
        if self.is_governed(i):
            return not clause.is_in(i - 1, "particles") and not clause.is_in(i + 1, "determiners")
        after = clause.words[i + 1].text if i + 1 < self._size else ""
        is_noun = after.isalpha() and after.islower() and not clause.is_adverb(i + 1)
        is_noun = is_noun and not clause.is_number(i + 1)  # "a quake in 1962 killed two men"
        is_noun = is_noun and not any(clause.is_text(j, "aged") for j in range(i - 5, i - 1))  # "aged over 75 felt ill"
        is_noun = is_noun and not clause.forms(i + 1) - {"s", "base"}
        is_closed = any(
            clause.is_in(i + 1, name) for name in ("prepositions", "determiners", "clause_ends", "auxiliaries")
        )
        return clause.is_number(i - 1) and is_noun and not is_closed and not clause.is_text(i + 1, "and", "or")

    def _is_counted(self, i: int) -> bool:
        """ "the noise of two water pumps for an hour": a plural behind its number and a noun in the singular."""
        is_single = self.clause.words[i - 1].text.islower() and not self.clause.low(i - 1).endswith("s")
        is_single = is_single and not self.clause.is_text(
            i - 1, "people", "men", "women", "children", "and", "or", "but"
        )
        for j in range(i - 2, max(-1, i - 4), -1):
            if self.clause.is_in(j, "number_words") and not self.clause.is_text(j, "one", "half"):
                return is_single and not self.clause.is_in(i - 1, "no_verbs")
            if self._is_plural_noun(j) or not (self.is_adjective(j) or self.can_end_subject(j)):
                return False
        return False

    def _is_plural_noun(self, i: int) -> bool:
        low = self.clause.low(i)
        is_plain = self.clause.forms(i) <= {"s"} and not self.clause.is_in(i, "prepositions")
        return is_plain and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))

    def _is_of_team(self, i: int) -> bool:
        """ "Ashby keep 10 per cent": a base form, and no noun, between the name of a team and a number."""
        is_base = self.clause.forms(i) == {"base"} and (
            self.clause.is_in(i, "only_verbs") or self.clause.is_text(i, *_OF_TEAMS)
        )
        is_name = i > 0 and self.clause.words[i - 1].text.istitle() and not self.clause.is_in(i - 1, "no_verbs")
        is_name = is_name and not (self.clause.is_in(i - 1, "days") or self.clause.is_in(i - 1, "months"))
        return is_base and is_name and self.clause.is_number(i + 1) and self.clause.words[i].text.islower()

    def _stands_first(self, i: int) -> bool:
        """ "Along the quay stand 30 huts": a verb of posture behind a place that opens the clause."""
        if not self.clause.is_in(i, "postures") or not self.clause.starts_phrase(i + 1) or self._has_finite(i + 1):
            return False
        for j in range(i - 1, max(-1, i - 9), -1):
            if self.clause.forms(j) - {"s", "base"} or self.clause.is_in(j, "auxiliaries"):
                return False
            if j == 0 or self.clause.is_stop(j - 1):
                return (
                    j < i - 1 and self.clause.is_in(j, "prepositions") and not self.clause.is_in(i - 1, "determiners")
                )
        return False

    def _is_behind_place(self, i: int) -> bool:
        """ "fires in the Ardennes release 500 tons": a plural, a place with a name, a base form."""
        j = i - 1
        while j > 0 and self.clause.words[j].text[:1].isupper():
            j -= 1
        j -= self.clause.is_text(j, "the")
        return j < i - 1 and self.clause.is_text(j, "in", "at", "on", "across") and self._is_plural_noun(j - 1)

    def _has_finite(self, i: int) -> bool:
        """Whether an auxiliary or a verb in "s" or of the past stands before the clause that begins at `i` ends."""
        for j in range(i, min(i + 10, self._size)):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return False
            is_past = self.clause.forms(j) & {"past"} and not self.clause.is_in(j - 1, "determiners")
            if self.clause.is_in(j, "auxiliaries") or is_past or self.clause.forms(j) == {"s"}:
                return True
        return False
