"""Claims by passives: "travellers expected by the club to take trains", "the toll was put at 61 by officials"."""

import re
from collections.abc import Iterator

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.claims.verbs import VerbReader
from pipeline.numbers.sentences import Sentence

__all__ = ["PassiveReader"]

_BY = re.compile(r"(?: (?:at|as|to be) [^,;.:]{1,60}?)?,? by (?=[\w“\"])")
_IN = re.compile(r" in (?=(?:an?|the|its|their|[A-Z]))")
_BOUNDARY = re.compile(r"[,;:—–](?!\d)|\b(?:that|which|who|and|but|because|while|when|where|than)\b")
_TIME = re.compile(
    r"(?:the (?:end|start|middle|time|year|close|turn)|(?:mid|late|early|next|this|last|then|now|noon|midnight"
    r"|Christmas|Easter|Thanksgiving|Ramadan|Diwali|New Year)\b|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_GOES_ON = re.compile(r" (?:to|at|as|in|of)\b")
_COMMA = re.compile(r"[,;:—–](?!\d)")
_COMPRISES = re.compile(r"(?: in [^,;.:]{2,40}?)? (?:include[sd]?|are|were)\b")


class PassiveReader(VerbReader):
    """Reads what the passives of one text attribute to the agent behind "by"."""

    def _passive(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """What stands before the participle in its clause, and what goes on behind the agent."""
        agent = self._agent(sentence, cue)
        if agent is None:
            return None
        *_, start = (sentence.start, *self._boundaries(sentence.start, cue.start()))
        end = agent.end
        if _COMPRISES.match(self.text, end):
            end = self._front_end(end, sentence)
        elif _GOES_ON.match(self.text, end):
            stop = _COMMA.search(self.text, end, sentence.end)
            end = stop.start() if stop else sentence.end
        scopes = ((start, agent.phrase_start), (agent.end, end))
        rank = int(not self.text.endswith("than", sentence.start, start))  # "higher than the six admitted by the army"
        return Claim(scopes, agent, (agent.start, agent.end), cue.group(), start, agent.end, rank=rank)

    def _boundaries(self, start: int, end: int) -> Iterator[int]:
        return (match.end() for match in _BOUNDARY.finditer(self.text, start, end))

    def _is_active(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """Whether somebody stands before the verb: "Roe and her team reported in Sea Letters"."""
        subject = subject_before(self.text, sentence.start, cue.start(), self.words)
        return subject is not None and is_claimant_like(subject, sentence.start, self.words)

    def _agent(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """Who does what a participle says: "by engineers", not "by Friday" nor "by 12 per cent"."""
        form = cue.group()
        if self.words.bases.get(form) not in self.words.sets["of_opinion"] or form.endswith(("ing", "s")):
            return None
        by = _BY.match(self.text, cue.end(), sentence.end) or _IN.match(self.text, cue.end(), sentence.end)
        if by is None or _TIME.match(self.text, by.end()):
            return None
        if by.re is _IN and self._is_active(sentence, cue):
            return None
        named = name_after(self.text, by.end(), sentence.end, self.words)
        likely = named is not None and not named.is_pronoun and is_claimant_like(named, sentence.start, self.words)
        if named is None or not likely or (by.re is _IN and named.head.lower() not in self.words.sets["sources"]):
            return None
        return named
