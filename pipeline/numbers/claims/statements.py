"""Whether what follows a verb is a statement: "noted the schools had closed", not "noted the date"."""

import re
from itertools import pairwise

from pipeline.numbers.claims.complements import is_past, is_present, opens_clause
from pipeline.numbers.claims.outlooks import OutlookReader
from pipeline.numbers.sentences import Sentence

__all__ = ["CLAUSE_OPENING", "ENDS_CLAUSE", "StatementReader"]

_STATES = re.compile(r",? (?:that|it|he|she|they|there|we|how|why)\b|[:,]? ?[\"“‘]|:")
_FINITE = re.compile(
    r"(?:[^,;:.]|\.\d){2,90}?\b(?:had|has|have|is|are|was|were|will|would|could|can|may|might|did|does)\b"
)
_STORY = re.compile(
    r" (?:an?|the|his|her|their) (?:[a-z]+ )?(?:story|case|tale|fact) (?:of|that)\b"
)  # "recounted the story of"
_UNDERLING = re.compile(r"\b(?:who|which|that|where|when|while|after|before|as|since|because|if)\b")
CLAUSE_OPENING = re.compile(
    r" (?:that|how|it|he|she|they|the|there|another|a|an|its|his|her|their|more|at|in|about|this|these|we)\b"
    r"|[:,] ?[\"“'‘]| [\"“]|,? that| (?:[a-z]+ ){1,4}?(?:would|will|could|had|have|has|were|are|was|is)\b"
)
_WEAK_OPENING = re.compile(r" (?:the|another|a|an|its|his|her|their|more|at|in|about|this|these)\b")
# "insists on keeping 40 trams", not "insisted on Monday it would"
_INSISTS_ON = re.compile(r" (?:up)?on (?!\w+day\b)[a-z]")
ENDS_CLAUSE = re.compile(r"\s*(?:$|[.,;:—–)])| (?:(?:today|yesterday|this week|online) )?(?:in|on|for|via|at) ")
_ONE_MORE = re.compile(
    r" (?:another|one more|a (?:further|second|third)|(?:his|her|their|the) (?:second|third|fourth))\b"
)
_NEAR = 120
_THE_MOST = re.compile(r" (?:the|its|his|her|their) (?:[a-z]{2,}est|most|first|last|top) ")
# "claimed the attack that killed 14", not "claimed the attack killed 14"
_THE_ATTACK = re.compile(
    r" (?:the|an|a|this|both|two) (?:[a-z-]+ )?(?:attack|bombing|blast|assault|ambush|shooting|raid|strike)s?"
    r"(?=[,.;]| (?:that|which|in|on|at|outside|near|against|and)\b)"
)


class StatementReader(OutlookReader):
    """Tells the statements behind the verbs of one text from the things that are done to."""

    def _opens_statement(self, rest: int, sentence: Sentence, base: str = "") -> bool:
        """Whether a statement begins; an article alone is none: "added the shops", "maintained a lead"."""
        if base == "add" and _ONE_MORE.match(self.text, rest):  # "added another 12 runs"
            ahead = self.text[rest : min(sentence.end, rest + _NEAR)].split()
            if self.words.sets["auxiliaries"].isdisjoint(ahead):
                return False
        if opens_clause(self.text, rest, sentence.end):
            return True
        if _STORY.match(self.text, rest):
            return True
        if CLAUSE_OPENING.match(self.text, rest) is None:
            return False
        weak = _WEAK_OPENING.match(self.text, rest, sentence.end)
        return weak is None or self._has_finite(weak.end(), sentence)

    def _has_finite(self, at: int, sentence: Sentence) -> bool:
        """Whether a finite verb stands in a stretch."""
        found = re.findall(r"[\w’'-]+", self.text[at : min(sentence.end, at + _NEAR)])
        if any(word in self.words.sets["auxiliaries"] or is_past(word) for word in found):
            return True
        no_subject = self.words.sets["prepositions"] | self.words.sets["determiners"]
        pairs = pairwise(found)  # "the tax costs", not "of two points"
        return any(is_present(word) and before not in no_subject and not before.endswith("s") for before, word in pairs)

    def _says_nothing(self, cue: re.Match[str]) -> bool:
        """Whether a word behind a verb takes the statement from it: "said little about", "reported for duty"."""
        if self.words.bases[cue.group()] == "insist" and _INSISTS_ON.match(self.text, cue.end()):
            return " that " not in self.text[cue.end() : cue.end() + 60]
        following = self.text[cue.end() : cue.end() + 30].lower().split()[:2]
        empty = {" ".join(following), *following[:1]} & self.words.empty[self.words.bases[cue.group()]]
        return bool(empty) and " that " not in self.text[cue.end() : cue.end() + 40]

    def _says_a_clause(self, at: int, sentence: Sentence) -> bool:
        """Whether what is said is a statement rather than a thing: "declared that", not "declared a gift"."""
        rest = self._past_aside(at, sentence)
        if _STATES.match(self.text, rest) or ENDS_CLAUSE.match(self.text, at, sentence.end):
            return True
        if opens_clause(self.text, rest, sentence.end):
            return True
        clause = _FINITE.match(self.text, rest, sentence.end)
        return clause is not None and not _UNDERLING.search(clause.group())

    def _is_won(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether what is claimed is a thing that one wins or takes: "claimed the title", "the fastest lap"."""
        taken = bool(self.words.sets["claimed_things"] & self._words_behind(cue, 6))
        taken = taken or any(p.match(self.text, cue.end()) for p in (_THE_MOST, _THE_ATTACK))
        return taken and not opens_clause(self.text, cue.end(), sentence.end)
