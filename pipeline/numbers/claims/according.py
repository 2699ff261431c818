"""Claims of sources that are named without a verb: "according to", "per", "as revealed in court papers"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.claims.additions import parts_predicate
from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.levels import LevelReader
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.scopes import Span
from pipeline.numbers.claims.subjects import name_after
from pipeline.numbers.sentences import Sentence

__all__ = ["SourceReader"]

_LEADS_ANEW = re.compile(r" (?:and|but|while), $")
_JOINTS = re.compile(r",? (?:and|but|while) |; ")
_NEXT_SOURCE = re.compile(r"(?P<joint>(?:;|,? (?:and|but|while|whereas)),? )?\baccording to ")
_SOURCE = re.compile(r" (?:[A-Z]|the )")
_AGED_ONE = re.compile(r", an? [^,;:“\"]{3,70}, \d{1,3},")
# "..., according to the bureau; among children the figure is 12 per cent"
_FURTHER_SHARE = re.compile(
    r"; (?:(?:and|but) )?(?:(?:among|for|in|of) [^,;.“\"]{2,60}? )?"
    r"(?:the (?:figure|share|rate|number|proportion|total|average)|it|that) (?:is|was|stood at|rose to|fell to)\b"
)
_VARIES = re.compile(r"\b(?:var|differ|sort|rank|arrang|divid|pric|classif|chang|adjust|act)\w* $")
_NEW_SUBJECT = re.compile(r" (?:the|a|an|there|it|he|she|they|this|these|we|his|her|its|their)\b")
_GOES_ON = re.compile(r" (?:has|have|had|is|are|was|were|will|would|could|can|may|might) ")


class SourceReader(LevelReader):
    """Reads the sources of one text that no verb goes with."""

    def _according(self, sentence: Sentence, cue: re.Match[str], found: Sequence[Claim] = ()) -> Claim | None:
        if _VARIES.search(self.text, max(sentence.start, cue.start() - 20), cue.start()):
            return None  # "prices vary according to the season"
        named = name_after(self.text, cue.end(), sentence.end, self.words)
        if named and (pronoun := self.words.objects.get(named.text)):
            named = replace(named, text=pronoun, is_pronoun=True)
        claimant = self._resolve(named) if named else None
        end = self._name_end(named.end if named else cue.end(), sentence)
        end = self._past_apposition(end, sentence) if named and self._is_told_by(named, end) else end
        within = self.text.endswith((" which ", " who ", " that "), sentence.start, cue.start())
        if named and (within or _NEW_SUBJECT.match(self.text, named.end) or _GOES_ON.match(self.text, named.end)):
            end = named.end  # "According to Tessa the best month is", "and according to Tessa has sold"
        scopes = self._scopes_of_source(sentence, cue, end)
        if found and found[-1].cue.lower() in self.words.according and scopes and scopes[0][0] <= found[-1].start:
            begin = found[-1].named[1] if found[-1].named else found[-1].end
            if found[-1].scopes and found[-1].scopes[0][0] > found[-1].start:  # "According to Roe, ... and ..."
                begin = max((m.start() for m in _JOINTS.finditer(self.text, begin, cue.start())), default=begin)
            scopes = ((begin, scopes[0][1]), *scopes[1:])  # "6.8 according to Roe, 6.6 according to Lind"
        front = found[-1].scopes[0] if found and found[-1].scopes else None
        if front and scopes and front[0] >= found[-1].end > scopes[0][0] < front[1] <= cue.start():
            scopes = ((front[1], scopes[0][1]), *scopes[1:])  # "Police said two died, and 40 fled, according to Roe"
        scopes = self._up_to_next_source(scopes, cue, end, sentence)
        if further := _FURTHER_SHARE.match(self.text, end, sentence.end):
            scopes = (*scopes, (further.start(), sentence.end))
        return Claim(scopes, claimant, self._named(named), cue.group(), cue.start(), end, rank=1)

    def _up_to_next_source(
        self, scopes: tuple[Span, ...], cue: re.Match[str], end: int, sentence: Sentence
    ) -> tuple[Span, ...]:
        """What a source says without what another says behind it: "4% according to Roe, 6% according to Lind"."""
        following = _NEXT_SOURCE.search(self.text, end, sentence.end)
        if following is None:
            return scopes
        joint = following.start("joint") if following["joint"] else end
        if joint == end and not any(a < cue.start() for a, _ in scopes):
            return scopes
        return tuple((a, b if b <= cue.start() else min(b, joint)) for a, b in scopes if a < joint)

    def _is_told_by(self, named: Claimant, end: int) -> bool:
        """Whether an apposition behind a source is its own: not "According to police, a man, 34, was hurt"."""
        aged = _AGED_ONE.match(self.text, end)
        return named.is_person if aged else not named.text.islower() or named.is_person

    def _according_in(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "As revealed in court papers, ..." """
        paper = self.words.paper_within.match(self.text, cue.end(), sentence.end)
        if paper is None or (cue.group().lower() == "based on" and not self._is_based(cue, paper.end())):
            return None
        start, end = paper.span("paper")
        scopes = self._scopes_of_source(sentence, cue, self._name_end(end, sentence))
        claimant = Claimant(paper["paper"], start, end, start)
        return Claim(scopes, claimant, (start, end), cue.group(), cue.start(), end, rank=1)

    def _is_based(self, cue: re.Match[str], end: int) -> bool:
        """Whether a number rests on a paper: ", based on a poll", not "cars off the road based on their numbers"."""
        apart = self.text.endswith((", ", " number ", " figure "), 0, cue.start())
        return apart and not self.text.startswith(" by ", end)

    def _scopes_of_source(self, sentence: Sentence, cue: re.Match[str], end: int) -> tuple[Span, ...]:
        """What a source says that is named from a cue to `end`: what follows, or what stands around it."""
        lead = self.text[sentence.start : cue.start()].strip(" \"“”'‘’,—–-").lower()
        led = (
            not lead
            or lead in self.words.sets["openers"]
            or lead.endswith((", and", ", but", "; and", "; but", ";", ", while"))
            or _LEADS_ANEW.search(self.text, sentence.start, cue.start())
        )
        if lead.endswith((" which", " who", " that")):  # "The cuts, which according to the union will hit 900 staff"
            comma = self.text.find(", ", end, sentence.end)
            return ((end, comma if comma > 0 else sentence.end),)
        if led or self.text[end : end + 1] == ":":
            return ((end, sentence.end),)
        right = self._right_of_aside(end, sentence)
        return right if parts_predicate(self.text, cue.start()) else ((sentence.start, cue.start()), *right)

    def _is_source_of(self, cue: re.Match[str]) -> bool:
        """Whether "per" is "according to": ", per ESPN", not "$4 per head"."""
        lead = self.text[max(0, cue.start() - 2) : cue.start()]
        apart = lead in (", ", "— ", "– ") or lead.endswith(("(", "\n")) or cue.start() == self.sentence_start
        if not apart or _SOURCE.match(self.text, cue.end()):
            return apart
        named = name_after(self.text, cue.end(), self.sentences[self.at].end, self.words)
        return named is not None and named.head.lower() in self.words.sets["sources"]  # ", per court filings"
