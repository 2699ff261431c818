"""Claims by participles: ", adding that ...", "with reports suggesting ...", "Survivors gave a figure, saying ..."."""

import re
from dataclasses import replace

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.clauses import main_subject
from pipeline.numbers.claims.complements import opens_clause
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.references import ReferenceReader
from pipeline.numbers.claims.scopes import Span
from pipeline.numbers.claims.subjects import is_about, name_after, object_before, subject_before
from pipeline.numbers.sentences import Sentence

__all__ = ["ParticipleReader"]


_STATEMENT = re.compile(r" (?:that|it|he|she|they|there)\b")
_THAT, _COMMA = re.compile(r" that\b"), re.compile(r", ")
_ARTICLE = re.compile(
    r"(?:\b(?:an?|the|its|their|new|recent|latest|quarterly|annual|yearly|monthly|weekly|daily|preliminary|interim|final"
    r"|independent|unpublished|provisional|initial|early|official|internal|leaked|confidential|secret|court|government"
    r"|police) )+$",
    re.IGNORECASE,
)
_PUT_OUT = re.compile(
    r"\b(?:issue[sd]|publishe[sd]|release[sd]|put out|presented|sent(?: out)?|sends|shared|circulated|signed)"
    r"(?: [\w’'-]+){0,3}? (?P<paper>[a-z]+)(?: (?:on|late|earlier|this|last) [\w ]{3,20})? $"
)
# "Roe posted on Instagram accusing the label of", "Doe took to X claiming that"
_POSTED = re.compile(
    r"\b(?:posted|wrote|published|tweeted|went|took|hit out|spoke out|shared|texted|emailed)"
    r"(?: [a-z’'-]+){0,4}? (?:on|to) (?:(?:his|her|its|their|an?|the) )?"
    r"(?:[A-Z]\w+(?: (?:page|account|story|feed|channel|profile))?|social media|blog|website|page|account)"
    r"(?: (?:on|late|earlier|this|last|yesterday) [\w ]{3,20})? $"
)
_QUOTED_AS = re.compile(
    r"(?:\b(?P<passive>(?:is|are|was|were|been) (?:later |also )?(?:quoted|cited) (?:by|in|on) [^,;.:\"“]{2,60}?)"
    r"|\b(?:quoted|quotes|quoting|cited|cites|citing) (?P<whom>[^,;.:\"“]{2,60}?)) as $"
)
_ADVERB = re.compile(r" [a-z]+ly$")  # "by clearly saying"
_WHEN = frozenset(("after", "before", "while", "when", "despite", "by"))
# "Roe took to X to say that", "Doe was at pains to stress that"
_SPOKE_UP = re.compile(
    r"\b(?:came forward|spoke (?:up|out)|(?:took|takes) to (?:[\w’'-]+ ){1,3}?"
    r"|(?:went|goes|gone) (?:on|further|(?:so|as) far as|on record)"
    r"|(?:is|was|are|were) (?:at pains|keen|quick|eager|anxious|careful"
    r"|happy|forced|moved|obliged)|phoned|called|rang|wrote in|went public"
    r"|(?:wrote|written|writing) to (?:[\w’'-]+ ){1,4}?)"
    r" ?(?:only |also )?to $"
)
_REACTS = frozenset(
    ("back", "out", "responded", "replied", "reacted", "countered", "wrote", "tweeted", "posted", "apologized")
)
_AGAINST = re.compile(r"(?:But |And |Yet )?(?:[Cc]ontrary to|[Dd]espite|[Uu]nlike|[Aa]mid) ")
_FROM_PLACE = re.compile(r"(?:reports?|accounts?|evidence)(?: \w+ed)? from ")  # where, not by whom


class ParticipleReader(ReferenceReader):
    """Reads what the participles of one text attribute."""

    def _participle(self, sentence: Sentence, cue: re.Match[str], found: list[Claim]) -> Claim | None:
        """ ", adding that ..." of the one who speaks already; "with some reports suggesting ..." """
        scope = (cue.end(), self._end_of_lead(cue.end(), self._front_end(cue.end(), sentence), sentence))
        lead = self.text[sentence.start : cue.start()].rstrip()
        if (quoted := self._quoted_person(sentence, cue)) is not None:
            return self._quoted_claim(sentence, cue, quoted, scope)
        before = _ADVERB.sub("", lead).rsplit(" ", 1)[-1].lower()
        if before in _WHEN and cue.group().islower() and (before != "by" or self._opens_statement(cue.end(), sentence)):
            return self._of_subject(sentence, cue, scope)  # "fell after saying"
        if before in _REACTS and self.words.verbs[cue.group()] == "speech":
            return self._of_subject(sentence, cue, scope)  # "fired back saying"
        if before in self.words.sets["prepositions"]:
            return None  # "he was fined for claiming ..."
        if not lead.strip(" \"“”'‘’"):
            return self._leading(sentence, cue)
        if cue.group()[0].isupper():
            return None
        if lead.endswith((",", "and")):
            speaker = next((c for c in reversed(found) if c.claimant), None)
            if speaker is None and not found:
                return self._of_subject(sentence, cue, scope)
            claimant = speaker.claimant if speaker else None
            return Claim((scope,), claimant, None, cue.group(), cue.start(), cue.end())
        if author := self._author(sentence, cue):
            return Claim((scope,), author, None, cue.group(), cue.start(), cue.end())
        named = self._source_before(sentence, cue) or object_before(self.text, sentence.start, cue.start(), self.words)
        if named is None or not (self._lays_down(named, cue) or self._may_say(named, cue, sentence)):
            return None
        return Claim((scope,), self.discourse.resolve(named), self._named(named), cue.group(), cue.start(), cue.end())

    def _end_of_lead(self, start: int, end: int, sentence: Sentence) -> int:
        """Where what is only set against the rest ends: "Contrary to figures showing 40 deaths, doctors ..."."""
        comma = self.text.find(", ", start, end) if _AGAINST.match(self.text, sentence.start) else -1
        return comma if comma > 0 else end

    def _infinitive(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "Roe took to X to say that": what is said, by the subject of what was done to say it."""
        lead = _SPOKE_UP.search(self.text, max(sentence.start, cue.start() - 60), cue.start())
        if lead is None or self.words.verbs[cue.group()] in ("data", "quoting") or not self._states(cue, sentence):
            return None
        named = subject_before(self.text, sentence.start, lead.start(), self.words)
        if named is None or not is_claimant_like(named, sentence.start, self.words):
            return None
        scope = (cue.end(), self._front_end(cue.end(), sentence))
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), named.phrase_start, cue.end())

    def _quoted_person(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """Whom others quote: "State media quoted Roe as saying", "Roe was quoted by state media as saying"."""
        quoted = _QUOTED_AS.search(self.text, max(sentence.start, cue.start() - 90), cue.start())
        if quoted is None:
            return None
        if quoted["whom"]:
            named = name_after(self.text, quoted.start("whom"), quoted.end("whom"), self.words)
        else:
            named = subject_before(self.text, sentence.start, quoted.start("passive"), self.words)
        return named if named is not None and is_claimant_like(named, sentence.start, self.words) else None

    def _quoted_claim(self, sentence: Sentence, cue: re.Match[str], quoted: Claimant, scope: Span) -> Claim:
        """What somebody is quoted as saying: behind it, or before it where nothing follows."""
        claimant, named = self._resolve(quoted), self._named(quoted)
        if self._has_complement(cue.end(), sentence):
            return Claim((scope,), claimant, named, cue.group(), cue.start(), cue.end())
        quote = next((q for q in reversed(self.quotes) if sentence.start <= q.start < cue.start()), None)
        end = quote.end if quote else sentence.start
        return Claim(((sentence.start, end),), claimant, named, cue.group(), end, cue.end())

    def _author(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """Who puts out a paper that says so: "The club issued a statement saying"."""
        put_out = _PUT_OUT.search(self.text, max(sentence.start, cue.start() - 60), cue.start())
        if put_out is not None and put_out["paper"] not in self.words.sets["sources"]:
            return None
        put_out = put_out or _POSTED.search(self.text, max(sentence.start, cue.start() - 90), cue.start())
        if put_out is None:
            return None
        named = subject_before(self.text, sentence.start, put_out.start(), self.words)
        likely = named is not None and is_claimant_like(named, sentence.start, self.words)
        return self._resolve(named) if likely and named is not None else None

    def _leading(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "Arguing that 40 homes had burned, Jane Roe asked for help": who the sentence is about says it."""
        that = _THAT.match(self.text, cue.end(), sentence.end)
        start = sentence.start
        for comma in _COMMA.finditer(self.text, cue.end(), sentence.end) if that else ():
            named = main_subject(self.text, comma.end(), sentence.end, self.words)
            if named is not None and is_claimant_like(named, start, self.words) and named.phrase_start == comma.end():
                claimant = self._resolve(named)
                return Claim(((cue.end(), comma.start()),), claimant, self._named(named), cue.group(), start, cue.end())
        return None

    def _of_subject(self, sentence: Sentence, cue: re.Match[str], scope: Span) -> Claim | None:
        """ "Survivors gave a different figure, saying ...": the subject of the sentence says it."""
        named = main_subject(self.text, sentence.start, cue.start(), self.words)
        named = named or self._body_at_head(sentence.start, cue.start())
        kind = self.words.verbs[cue.group()]
        says = kind in ("speech", "tell") or (kind in ("clause", "report") and self._states(cue, sentence))
        if named is None or not says or not is_claimant_like(named, sentence.start, self.words):
            return None
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), cue.start(), cue.end())

    def _states(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether a statement follows a participle: "noting that the district spent"."""
        that = _STATEMENT.match(self.text, cue.end(), sentence.end)
        return that is not None or opens_clause(self.text, cue.end(), sentence.end)

    def _source_before(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """ "with data from the Labour Department showing": the body behind the data."""
        start = max(sentence.start, cue.start() - 120)
        stretch = self.text[start : cue.start()]
        if " from " not in stretch and " by " not in stretch and " of " not in stretch:
            return None
        matches = list(self.words.of_source.finditer(self.text, start, cue.start()))
        if not matches:
            return None
        match = matches[-1]
        if is_about(match) or _FROM_PLACE.match(match.group()) or "," in self.text[match.end() : cue.start()]:
            return None
        named = name_after(self.text, match.end(), cue.start(), self.words)
        if named is None or not any(p[:1].isupper() for p in named.text.split()):
            return None
        article = _ARTICLE.search(self.text, start, match.start())
        return replace(named, phrase_start=article.start() if article else match.start())
