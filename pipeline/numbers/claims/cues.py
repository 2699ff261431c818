"""Claims in a sentence: which stretch of it is said by whom, by the cue that attributes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.numbers.claims.clauses import joined_subject, main_subject
from pipeline.numbers.claims.discourse import Discourse
from pipeline.numbers.claims.names import Claimant, is_claimant_like, name_after, subject_before
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.scopes import ScopeReader, Span
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

_NOUN_LEAD = re.compile(
    r"\b(?:(?P<phrase>(?:[Tt]he|[Aa]n?|multiple|several|some|many|recent|their|his|her|its) (?:[a-z-]+ )?)"
    r"|(?:are|were|of|amid|despite|with|by|after|from|on|to) (?P<bare>))$"
)
_CLAUSE_JOINT = re.compile(r", (?:and|but|while)\b|;")
_THAT_WORD = re.compile(r" that\b")
_BY_AGENT = re.compile(r" by (?!\w+ing\b)")
_CLAUSE_OPENING = re.compile(
    r" (?:that|it|he|she|they|the|there|a|an|its|his|her|their|more|at|in|about|this|these|we)\b"
    r"|[:,] ?[\"“'‘]| [\"“]|,? that"
)
_DOING = re.compile(r" [a-z]+ing\b")
_INVERTED_END = re.compile(
    r"\s*(?:$|[.,;:—–()]|(?:in|on|at|during|after|before|when|while|as|who|from|late|early|last|this|to|of|with|following|via|about|"
    r"through|earlier|added|adding|told|speaking|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[\"“‘]))"
)
_LEVEL = re.compile(
    r" (?:(?:the|its|their|a|an|that) [^,;.:]{2,90}? at |[^,;.:]{2,60}? on (?=\d[\d.]*(?:%| per ?cent)))"
)
_COURT = re.compile(r"\b(?:court|inquest|jury|jurors|tribunal|inquiry|hearing)(?: (?:was|has|had|also))? $")
_PRONOUN_REACH = 40


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch that somebody claims. `claimant` None: a cue without anybody ("reportedly", an unclear "he said").

    `spoken_from` is where the name or the verb begins, for quotations that end just before; rank 0 outweighs 1.
    """

    scopes: tuple[Span, ...]
    claimant: Claimant | None
    named: Span | None
    cue: str
    start: int
    end: int
    rank: int = 0

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in what is claimed."""
        return any(a <= offset < b for a, b in self.scopes)

    def length(self) -> int:
        """How much is claimed: the narrower claim about a place is the better one."""
        return sum(b - a for a, b in self.scopes)


class ClaimFinder(ScopeReader):
    """Walks the cues of a text in order, so that a pronoun finds who spoke before."""

    def __init__(self, text: str, quotes: Sequence[Quote], words: ReportingWords) -> None:
        super().__init__(text, quotes, words)
        self.discourse = Discourse(words)
        self.before: Sentence | None = None
        self.sentence_start = 0
        self.last_claim = -1

    def claims(
        self, sentence: Sentence, cues: Sequence[re.Match[str]], before: Sentence | None = None
    ) -> Iterator[Claim]:
        """The claims of one sentence, by its cues in order; `before` is the sentence before it in the paragraph."""
        self.before, self.sentence_start = before, sentence.start
        found: list[Claim] = []
        for cue in cues:
            if quote_at(self.quotes, cue.start()):
                continue
            claim = self._claim(sentence, cue, found)
            if claim is not None:
                found.append(claim)
                yield claim
        yield from self._nominal(sentence, found)
        self.last_claim = sentence.start if found else self.last_claim

    def _claim(self, sentence: Sentence, cue: re.Match[str], found: list[Claim]) -> Claim | None:
        word = cue.group().lower()
        if word in self.words.according:
            return self._according(sentence, cue)
        if word in self.words.hearsay:
            begin = cue.start() if " " in word else sentence.start
            return Claim(((begin, sentence.end),), None, None, cue.group(), cue.start(), cue.end(), rank=2)
        if self._is_no_report(sentence, cue):
            return None
        if word.endswith("ing"):
            return self._participle(sentence, cue, found)
        base = self.words.bases[cue.group()]
        if base == "put":
            return self._level(sentence, cue)
        if base == "hear" and not self._before_court(sentence, cue):
            return None
        inverted = None if base == "tell" else self._inverted(sentence, cue)
        return inverted or self._regular(sentence, cue)

    def _is_no_report(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """Negated, passive, or an adjective ("an estimated", "the reported")."""
        before = self.text[max(sentence.start, cue.start() - 40) : cue.start()].replace("’", "'").split()
        last = before[-1] if before else ""
        last = "" if last == "May" else last.lower()
        words = self.words
        if words.is_finite(cue.group()) and _BY_AGENT.match(self.text, self._past_aside(cue.end(), sentence)):
            return True
        if (
            last in words.sets["negations"]
            or last.endswith("n't")
            or (len(before) > 1 and before[-2].lower() in ("not", "no"))
        ):
            return True
        if last in ("was", "were", "been", "being", "be", "is", "are", "get", "got"):
            return words.verbs[cue.group().lower()] != "speech" or self.text[cue.start() - 1] != ","
        return last in (
            "a",
            "an",
            "the",
            "his",
            "her",
            "its",
            "their",
            "newly",
            "previously",
            "recently",
        ) and not cue.group().endswith("s")

    # -- "according to"

    def _according(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        named = name_after(self.text, cue.end(), sentence.end, self.words)
        claimant = self.discourse.resolve(named) if named else None
        lead = self.text[sentence.start : cue.start()].strip(" \"“”'‘’,—–-").lower()
        end = self._name_end(named.end if named else cue.end(), sentence)
        if not lead or lead in self.words.sets["openers"] or lead.endswith((", and", ", but", "; and")):
            scopes: tuple[Span, ...] = ((end, sentence.end),)
        else:
            scopes = ((sentence.start, cue.start()), *self._right_of_aside(end, sentence))
        return Claim(scopes, claimant, self._named(named), cue.group(), cue.start(), end, rank=1)

    # -- verbs

    def _before_court(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """ "The court heard that ...": what is said before a court; nobody else's hearing says anything."""
        return _COURT.search(self.text, max(sentence.start, cue.start() - 40), cue.start()) is not None

    def _level(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "The union put the number of strikers at 9,000" """
        level = _LEVEL.match(self.text, cue.end(), sentence.end)
        named = subject_before(self.text, sentence.start, cue.start(), self.words) if level else None
        if level is None or named is None or not is_claimant_like(named, sentence.start, self.words):
            return None
        end = self._front_end(cue.end(), sentence)
        joint = _CLAUSE_JOINT.search(self.text, level.end(), end)
        scope = (cue.end(), joint.start() if joint else end)
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), named.phrase_start, level.end())

    def _resolve(self, named: Claimant) -> Claimant | None:
        """Whom a pronoun that begins the sentence means: the subject of the sentence before, else who spoke last."""
        silent = self.before is not None and self.last_claim < self.before.start and not self._quotes_in(self.before)
        if (
            named.is_pronoun
            and self.before is not None
            and silent
            and named.start - self.sentence_start < _PRONOUN_REACH
        ):
            subject = main_subject(self.text, self.before.start, self.before.end, self.words)
            fits = subject is not None and is_claimant_like(subject, self.before.start, self.words)
            if subject is not None and fits and self.discourse.can_mean(named, subject):
                return self.discourse.resolve(replace(subject, start=named.start, end=named.end))
        return self.discourse.resolve(named)

    def _participle(self, sentence: Sentence, cue: re.Match[str], found: list[Claim]) -> Claim | None:
        """ ", adding that ..." of the one who speaks already; "with some reports suggesting ..." """
        scope = (cue.end(), self._front_end(cue.end(), sentence))
        lead = self.text[sentence.start : cue.start()].rstrip()
        if lead.rsplit(" ", 1)[-1].lower() in self.words.sets["prepositions"]:
            return None  # "he was fined for claiming ..."
        if lead.endswith((",", "and")):
            speaker = next((c for c in reversed(found) if c.claimant), None)
            if speaker is None:
                return self._of_subject(sentence, cue, scope)
            return Claim((scope,), speaker.claimant, None, cue.group(), cue.start(), cue.end())
        named = self._source_before(sentence, cue) or subject_before(self.text, sentence.start, cue.start(), self.words)
        if named is None or not self._may_say(named, cue, sentence):
            return None
        return Claim((scope,), self.discourse.resolve(named), self._named(named), cue.group(), cue.start(), cue.end())

    def _of_subject(self, sentence: Sentence, cue: re.Match[str], scope: Span) -> Claim | None:
        """ "Survivors gave a different figure, saying ...": the subject of the sentence says it."""
        named = main_subject(self.text, sentence.start, cue.start(), self.words)
        says = self.words.verbs[cue.group()] == "speech"
        if named is None or not says or not is_claimant_like(named, sentence.start, self.words):
            return None
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), cue.start(), cue.end())

    def _source_before(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """ "with data from the Labour Department showing": the body behind the data."""
        start = max(sentence.start, cue.start() - 120)
        matches = list(self.words.of_source.finditer(self.text, start, cue.start()))
        if not matches:
            return None
        match = matches[-1]
        if "," in self.text[match.end() : cue.start()]:
            return None
        named = name_after(self.text, match.end(), cue.start(), self.words)
        return named if named and any(p[:1].isupper() for p in named.text.split()) else None

    def _paper_before(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """ "A poll of 1,500 voters conducted in May found": the paper at the head of a long subject."""
        if self.words.verbs[cue.group()] != "data" or self.words.is_base(cue.group()):
            return None
        head = self.words.paper_subject.match(self.text, sentence.start, cue.start())
        if head is None or re.search(r"[,;:]| (?:is|was|were|are|has|had|have) ", self.text[head.end() : cue.start()]):
            return None
        return Claimant(head["paper"], head.start("paper"), head.end("paper"), head.start("paper"))

    def _inverted(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "...," said Philip Luther · 40 people died, said the ministry."""
        before = self.text[sentence.start : cue.start()].rstrip()
        after_quote = self._quote_ending_at(cue.start()) is not None
        if not (after_quote or before.endswith(",")):
            return None
        named = name_after(self.text, cue.end(), min(sentence.end, cue.end() + 160), self.words)
        if named is None or named.is_pronoun or not _INVERTED_END.match(self.text, named.end, sentence.end):
            return None
        if not is_claimant_like(named, sentence.start, self.words) or self._starts_with_time(named):
            return None
        if (
            not after_quote
            and subject_before(self.text, sentence.start, cue.start(), self.words)
            and not self._clause(before)
        ):
            return None
        scopes = ((sentence.start, cue.start()),)
        return Claim(scopes, self.discourse.resolve(named), self._named(named), cue.group(), cue.start(), named.end)

    def _clause(self, before: str) -> bool:
        """Whether what stands before the comma is a statement of its own: it has a verb."""
        found = {w.lower() for w in re.findall(r"\w+", before)}
        return bool(found & self.words.sets["auxiliaries"]) or any(w.endswith("ed") for w in found)

    def _starts_with_time(self, named: Claimant) -> bool:
        return bool(re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:last|this|earlier|late)\b", named.text))

    def _regular(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """The ministry said ... · ..., the ministry said. · ..., the ministry said, ..."""
        named = self._source_before(sentence, cue) or subject_before(self.text, sentence.start, cue.start(), self.words)
        if named is None and self.text[: cue.start()].endswith(" and "):
            named = joined_subject(self.text, sentence.start, cue.start() - len(" and "), self.words)
        if named is None or not self._may_say(named, cue, sentence):
            named = self._paper_before(sentence, cue)
        if named is None:
            return None
        claimant = self._resolve(named)
        scopes = self._scopes(sentence, cue, named)
        return Claim(scopes, claimant, self._named(named), cue.group(), min(named.phrase_start, cue.start()), cue.end())

    def _may_say(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        form = cue.group()
        kind = self.words.verbs[form]
        if self.words.is_base(form) or (form.endswith("s") and self._verb_follows(cue.end(), sentence)):
            agrees = named.text in ("they", "i", "we", "you") or named.is_plural or named.text.lower().endswith("data")
            if not (agrees and is_claimant_like(named, sentence.start, self.words)) or form.endswith("s"):
                return False
        if kind == "data":
            said = _THAT_WORD.match(self.text, cue.end()) and is_claimant_like(named, sentence.start, self.words)
            return bool(said) or self._is_source(named)
        if kind == "clause" and self._has_complement(cue.end(), sentence):
            rest = self._past_aside(cue.end(), sentence)
            doing = self.words.bases[form] == "admit" and _DOING.match(self.text, rest)  # "admitted losing 12"
            if not (doing or _CLAUSE_OPENING.match(self.text, rest)) or not is_claimant_like(
                named, sentence.start, self.words
            ):
                return False
        if kind == "report":
            following = self.text[cue.end() : cue.end() + 50].lower().split()[:6]
            if self.words.bases[form] == "claim" and self.words.sets["claimed_things"] & set(following):
                return False
            return is_claimant_like(named, sentence.start, self.words)
        return True

    def _verb_follows(self, at: int, sentence: Sentence) -> bool:
        """Whether a verb comes next, so that "reports", "claims" was the subject's noun."""
        following = re.compile(r"\s*([\w’']*)").match(self.text, at, sentence.end)
        word = following[1] if following else ""
        return word in self.words.sets["auxiliaries"] or self.words.is_finite(word)

    def _is_source(self, named: Claimant) -> bool:
        """Whether the subject is a paper or figures, or the body behind them."""
        near = self.text[max(0, named.start - 60) : named.end].lower()
        return any(w in self.words.sets["sources"] for w in re.findall(r"\w+", named.text.lower())) or bool(
            self.words.of_source.search(near)
        )

    def _named(self, named: Claimant | None) -> Span | None:
        return (named.start, named.end) if named else None

    # -- nouns

    def _nominal(self, sentence: Sentence, found: list[Claim]) -> Iterator[Claim]:
        """ "the ministry's estimate of ..." and "the announcement that ..." """
        for match in self.words.possessed.finditer(self.text, sentence.start, sentence.end):
            named = subject_before(self.text, sentence.start, match.start(), self.words)
            if (
                named
                and not quote_at(self.quotes, match.start())
                and is_claimant_like(named, sentence.start, self.words)
            ):
                stop = re.compile(r"[,;]|$").search(self.text, match.end(), sentence.end)
                scope = (match.end(), stop.start() if stop else sentence.end)
                claimant = self.discourse.resolve(named)
                yield Claim(
                    (scope,), claimant, self._named(named), match.group().strip("’' s"), named.start, match.end()
                )
        for match in self.words.that_noun.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()) is None and not any(c.covers(match.end() - 1) for c in found):
                yield from self._that_claim(sentence, match)

    def _that_claim(self, sentence: Sentence, match: re.Match[str]) -> Iterator[Claim]:
        lead = _NOUN_LEAD.search(self.text, max(sentence.start, match.start() - 40), match.start())
        if lead is None:
            return  # "and estimates that": the verb
        start = lead.start("phrase") if lead["phrase"] else lead.start("bare")
        noun = match.group().split()[0]
        end = match.start() + len(noun)
        claimant = Claimant(self.text[start:end], start, end, start)
        scope = (match.end(), self._front_end(match.end(), sentence))
        yield Claim((scope,), claimant, (start, end), noun, start, match.end())
