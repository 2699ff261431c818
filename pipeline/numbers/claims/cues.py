"""Claims in a sentence: which stretch of it is said by whom, by the cue that attributes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.numbers.claims.discourse import Discourse
from pipeline.numbers.claims.names import Claimant, is_claimant_like, name_after, subject_before
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

Span = tuple[int, int]

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ASIDE = re.compile(
    rf"(?: (?:on |late |early |late on )?(?:{_DAY}|today|yesterday)(?: (?:morning|afternoon|evening|night))?"
    r"| (?:this|last|earlier|late|early) (?:week|month|year|this week|this month)"
    r"| (?:in|at|during|via|on|through) (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}[\w-]+"
    r"(?: to [\w ]{2,30}| on \w+)?"
    r"| to (?:reporters|lawmakers|[A-Z]\w+(?: [A-Z]\w+)*)| in (?:\w+day|[A-Z]\w+)| of [\w’' -]{2,40}"
    r"| at the time| afterwards| later| earlier| recently)*"
)
_THAT = re.compile(r",? that\b|:")
_NOUN_LEAD = re.compile(
    r"\b(?:(?P<phrase>(?:[Tt]he|[Aa]n?|multiple|several|some|many|recent|their|his|her|its) (?:[a-z-]+ )?)"
    r"|(?:are|were|of|amid|despite|with|by|after|from|on|to) (?P<bare>))$"
)
_CLAUSE_JOINT = re.compile(r", (?:and|but|while)\b|;")
_THAT_WORD = re.compile(r" that\b")
_BEFORE_QUOTE = re.compile(r"(?:,? that|,|:)?\s*")
_BY_AGENT = re.compile(r" by (?!\w+ing\b)")
_CLAUSE_OPENING = re.compile(
    r" (?:that|it|he|she|they|the|there|a|an|its|his|her|their|more|at|in|about|this|these|we)\b"
    r"|[:,] ?[\"“'‘]| [\"“]|,? that"
)
_NON_RESTRICTIVE = re.compile(r", (?:which|who|where|whose)\b|\. ")
_CONTRAST = re.compile(r",?\s*(?:and|but|while|although|though|who|which|whereas|adding|as)\b")
_ADDRESSEE = re.compile(
    r" (?:reporters|journalists|lawmakers|senators|investors|supporters|officers|police|jurors|him|her|them|us|me|"
    r"(?:the |a |an )?(?:[A-Z][\w’'.-]*(?: (?:of|the|and|for) (?=[A-Z]))? ?)+|"
    r"(?:the|a|an|his|her|its|their) (?:[\w-]+ ){0,2}[\w-]+)"
    rf"(?: (?:on |in )?{_DAY})?"
)
_INVERTED_END = re.compile(
    r"\s*(?:$|[.,;:—–()]|(?:in|on|at|during|after|before|when|while|as|who|from|late|early|last|this|to|of|with|following|via|about|"
    r"through|earlier|added|adding|told|speaking|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[\"“‘]))"
)
_RELATIVE_VERBS = frozenset(("cite", "claim", "report", "announce", "quote", "give", "mention", "estimate"))
_RELATIVE_REACH = 70


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


class ClaimFinder:
    """Walks the cues of a text in order, so that a pronoun finds who spoke before."""

    def __init__(self, text: str, quotes: Sequence[Quote], words: ReportingWords) -> None:
        self.text = text
        self.quotes = quotes
        self.words = words
        self.discourse = Discourse(words)

    def claims(self, sentence: Sentence, cues: Sequence[re.Match[str]]) -> Iterator[Claim]:
        """The claims of one sentence, by its cues in order."""
        found: list[Claim] = []
        for cue in cues:
            if quote_at(self.quotes, cue.start()):
                continue
            claim = self._claim(sentence, cue, found)
            if claim is not None:
                found.append(claim)
                yield claim
        yield from self._nominal(sentence, found)

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
        return self._inverted(sentence, cue) or self._regular(sentence, cue)

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

    def _name_end(self, end: int, sentence: Sentence) -> int:
        """Where the phrase about the source ends: at the next comma or at the end of the sentence."""
        stop = re.compile(r"[,;]|$").search(self.text, end, sentence.end)
        return stop.start() if stop else end

    def _right_of_aside(self, end: int, sentence: Sentence) -> tuple[Span, ...]:
        """What goes on after ", X said, ...": claimed too, unless a new clause contrasts or continues."""
        if self.text[end : end + 1] != "," or _CONTRAST.match(self.text, end):
            return ()
        return ((end + 1, sentence.end),)

    # -- verbs

    def _participle(self, sentence: Sentence, cue: re.Match[str], found: list[Claim]) -> Claim | None:
        """ ", adding that ..." of the one who speaks already; "with some reports suggesting ..." """
        scope = (cue.end(), self._front_end(cue.end(), sentence))
        lead = self.text[sentence.start : cue.start()].rstrip()
        if lead.rsplit(" ", 1)[-1].lower() in self.words.sets["prepositions"]:
            return None  # "he was fined for claiming ..."
        if lead.endswith((",", "and")):
            speaker = next((c for c in reversed(found) if c.claimant), None)
            if speaker is None:
                return None
            return Claim((scope,), speaker.claimant, None, cue.group(), cue.start(), cue.end())
        named = self._source_before(sentence, cue) or subject_before(self.text, sentence.start, cue.start(), self.words)
        if named is None or not self._may_say(named, cue, sentence):
            return None
        return Claim((scope,), self.discourse.resolve(named), self._named(named), cue.group(), cue.start(), cue.end())

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
        if named is None or not self._may_say(named, cue, sentence):
            named = self._paper_before(sentence, cue)
        if named is None:
            return None
        claimant = self.discourse.resolve(named)
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
            return self._is_source(named)
        if kind == "clause" and self._has_complement(cue.end(), sentence):
            rest = self._past_aside(cue.end(), sentence)
            if not _CLAUSE_OPENING.match(self.text, rest) or not is_claimant_like(named, sentence.start, self.words):
                return False
        if kind == "report":
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

    def _scopes(self, sentence: Sentence, cue: re.Match[str], named: Claimant) -> tuple[Span, ...]:
        kind = self.words.verbs[cue.group()]
        after = cue.end()
        if kind == "tell":
            addressee = _ADDRESSEE.match(self.text, after, sentence.end)
            after = addressee.end() if addressee else after
            that = _THAT_WORD.search(self.text, after, min(sentence.end, after + 120))
            after = that.end() if that else after
        rest = self._past_aside(after, sentence)
        left = self.text[sentence.start : named.phrase_start].rstrip()
        quoted_before = self._quote_ending_at(named.phrase_start) is not None
        if self._has_complement(rest, sentence) and not (quoted_before and not _THAT.match(self.text, rest)):
            if kind == "quoting":
                return ()
            end = self._front_end(after, sentence)
            if kind == "report" and not _THAT.match(self.text, rest):
                joint = _CLAUSE_JOINT.search(self.text, after, end)
                end = joint.start() if joint else end
            return ((after, end),)
        if left.endswith((",", "—", "–", "”", '"', "’", "'", "?", "!")):
            return ((sentence.start, named.phrase_start), *self._right_of_aside(rest, sentence))
        if left and self.words.bases[cue.group()] in _RELATIVE_VERBS:
            comma = max(self.text.rfind(mark, sentence.start, named.start) for mark in (",", ";", "—"))
            return ((max(comma + 1, sentence.start, named.start - _RELATIVE_REACH), named.start),)
        return ()

    def _past_aside(self, at: int, sentence: Sentence) -> int:
        """Past where and when it was said: "on Monday", "in a statement"."""
        aside = _ASIDE.match(self.text, at, sentence.end)
        return aside.end() if aside else at

    def _has_complement(self, at: int, sentence: Sentence) -> bool:
        """Whether something said follows, rather than the end or a mark."""
        rest = self.text[at : sentence.end].lstrip(" \u00a0\n")
        if rest.startswith((", that", ":", ', "', ", “", ", ‘", ", '")):
            return True
        return bool(rest) and rest[0] not in ".,;!?)—–"

    def _front_end(self, start: int, sentence: Sentence) -> int:
        """How far a claim in front reaches: up to a clause that only describes (", which"), else to the end.

        Where all that is said is a quotation, it reaches to the end of that.
        """
        opening = _BEFORE_QUOTE.match(self.text, start, sentence.end)
        quote = quote_at(self.quotes, opening.end()) if opening else None
        if quote and quote.start == (opening.end() if opening else -1) and self.text[quote.end : quote.end + 1] == ",":
            return quote.end
        for stop in _NON_RESTRICTIVE.finditer(self.text, start, sentence.end):
            if quote_at(self.quotes, stop.start()) is None and stop.group() != ". ":
                return stop.start()
        return sentence.end

    def _quote_ending_at(self, at: int) -> Quote | None:
        """The quotation that ends just before an offset, with nothing but a comma or blanks between."""
        begin = at
        while begin > 0 and at - begin < 4 and self.text[begin - 1] in " ,\u00a0*_":
            begin -= 1
        quote = quote_at(self.quotes, begin - 1) if begin else None
        return quote if quote and quote.end == begin else None

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
