"""Claims in a sentence: which stretch of it is said by whom, by the cue that attributes it."""

import re
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.according import SourceReader
from pipeline.numbers.claims.brackets import within_brackets
from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.clauses import joined_subject
from pipeline.numbers.claims.complements import is_past, is_present
from pipeline.numbers.claims.discourse import TOLD_ONE
from pipeline.numbers.claims.gapped import parted
from pipeline.numbers.claims.levels import LEVEL_VERBS, PUT_IT
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.scopes import Span
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.claims.suspects import is_nobody
from pipeline.numbers.quotes import quote_at
from pipeline.numbers.sentences import Sentence

_INVERTED_END = re.compile(
    r"\s*(?:$|[.,;:—–()]|(?:in|on|at|during|after|before|when|while|as|who|from|late|early|last|this|to|of|for|with|following|via|about|"
    r"through|earlier|added|adding|told|speaking|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[\"“‘]))"
)
_ABOUT_PAPER = re.compile(
    r" (?:of|by|from|on|in|into|for|about|with|at|conducted|carried|published|commissioned|released|led|using|done"
    r"|taken|issued|seen|obtained|filed|compiled|prepared|dated|signed|written|drawn|handed|submitted|shared)\b"
)
# "Logs | it shared with the Herald | show", "Documents | the mill filed in May | show"
_SHARED = re.compile(
    r" (?:it|he|she|they|(?:the |an? |its |his |her )?(?:[\w’'-]+ ){0,2}[\w’'-]+) (?:has |have |had |also |later )?"
    r"(?:shared|released|published|filed|obtained|gave|sent|showed|submitted|produced|seized|posted|saw|reviewed"
    r"|handed|collected|compiled|provided|leaked|issued|commissioned|uncovered|found)"
    r"(?: (?:over|with|to|on|in|by|for|from|this|last|earlier|late|early) [^,;:“\"]{2,60}?)? "
)
_BARE_PAPER = re.compile(r"(?P<paper>[A-Z][a-z]+s)\b")
_SEEN_BY = re.compile(r", (?:seen|obtained|reviewed|commissioned|published|released|leaked|shared) [^,;:“\"]{2,60}, $")
_ANOTHER_CLAUSE = re.compile(r",(?!\d)|[;:]| (?:is|was|were|are|has|had|have) ")
_SECOND_VERB = re.compile(r" (?:and|but)(?: (?:has|have|had))?(?: (?:also|later|then|previously|\w+ly))? $")
_OF_FACTS = frozenset(("confirm", "deny"))  # who does so speaks, although no statement follows
_WEAK = frozenset(("identify", "define"))  # deeds rather than words: what somebody says of them outweighs them
# "said the group's head of lettings, Rob Tran."
_APPOSED = re.compile(r", (?P<name>(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+)(?=[,.;]|$)")
# "The bank, which has 90 branches, warned investors": what the comma ends is no statement
_LAST_ASIDE = re.compile(
    r", (?:who|which|whose|where|an?|the|in|on|at|after|with|for|by|from|under|[a-z]+ed|[a-z]+ing|led)\b"
    r"(?:[^,;:]|,\d){2,140},$"
)
# "says her mother, Ana."
_OF_ONES_OWN, _APPOSED_FIRST = (
    re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir) "),
    re.compile(r", (?P<name>[A-Z][a-z]+)(?=[,.]|$)"),
)
_OURS = re.compile(r"[Oo]ur (?:[\w-]+ )*(?:reporter|correspondent|photographer|editor)s?\b")


class ClaimFinder(SourceReader):
    """Walks the cues of a text in order, so that a pronoun finds who spoke before."""

    def claims(self, at: int, cues: Sequence[re.Match[str]], *, has_nouns: bool) -> Iterator[Claim]:
        """The claims of sentence number `at`, by its cues in order, and those of nouns ("the claim that")."""
        sentence = self.sentences[at]
        self.at, self.before, self.sentence_start = at, self._sentence_before(at), sentence.start
        found: list[Claim] = []
        for cue in cues:
            if quote_at(self.quotes, cue.start()):
                continue
            claim = self._claim(sentence, cue, found)
            if claim is not None:
                claim = within_brackets(self.text, claim, sentence, cue)
                for part in parted(self.text, claim, self.words):
                    found.append(part)
                    yield part
        if has_nouns:
            yield from self._nominal(sentence, found)
        for claim in self._quoted(sentence, found):
            found.append(claim)
            yield claim
        self.last_claim = sentence.start if found else self.last_claim

    def _claim(self, sentence: Sentence, cue: re.Match[str], found: list[Claim]) -> Claim | None:
        word = cue.group().lower()
        if word in self.words.according:
            return self._according(sentence, cue, found)
        if word in self.words.according_in:
            return self._according_in(sentence, cue)
        if word == "per":
            return self._according(sentence, cue, found) if self._is_source_of(cue) else None
        if word in self.words.hearsay:
            begin = cue.start() if " " in word else sentence.start
            rank = 0 if word.startswith("it ") else 2  # "it is alleged" outweighs who speaks around it
            agent = self._agent_of_hearsay(sentence, cue) if rank == 0 else None
            return Claim(((begin, sentence.end),), agent, self._named(agent), cue.group(), cue.start(), cue.end(), rank)
        if passive := self._passive(sentence, cue):
            return passive
        if self.text.endswith(" to ", 0, cue.start()) and (claim := self._infinitive(sentence, cue)):
            return claim
        if self._is_no_report(sentence, cue):
            return None
        if word.split()[0].endswith("ing") and self._verb_start(cue, sentence) == cue.start():
            return self._participle(sentence, cue, found)
        base = self.words.bases[cue.group()]
        if base in LEVEL_VERBS and not PUT_IT.match(self.text, cue.end()):
            return self._level(sentence, cue)
        if base == "hear" and not self._before_court(sentence, cue):
            return None
        inverted = None if base in ("tell", "describe", "keep a record") else self._inverted(sentence, cue)
        return inverted or self._regular(sentence, cue)

    def _agent_of_hearsay(self, sentence: Sentence, cue: re.Match[str]) -> Claimant | None:
        """ "It is alleged by prosecutors that" """
        if not self.text.startswith(" by ", cue.end()):
            return None
        named = name_after(self.text, cue.end() + len(" by "), sentence.end, self.words)
        return named if named and is_claimant_like(named, sentence.start, self.words) else None

    # -- verbs

    def _is_noun(self, cue: re.Match[str]) -> bool:
        return self.words.is_nounlike(cue.group()) and self.words.verbs[cue.group()] == "speech"

    def _paper_before(self, sentence: Sentence, cue: re.Match[str], kind: str = "data") -> Claimant | None:
        """ "A poll of 1,500 voters conducted in May found": the paper at the head of a long subject."""
        if self.words.verbs[cue.group()] != kind or self._is_noun(cue):
            return None
        head = self.words.paper_subject.match(self.text, sentence.start, cue.start())
        bare = _BARE_PAPER.match(self.text, sentence.start, cue.start()) if head is None else None
        head = bare if bare is not None and bare["paper"].lower() in self.words.sets["sources"] else head
        between = _SEEN_BY.sub(" ", self.text[head.end() : cue.start()]) if head else ""
        shared = _SHARED.fullmatch(between)
        if head is None or (self.words.is_base(cue.group()) and not (shared and head["paper"].endswith("s"))):
            return None
        if _ANOTHER_CLAUSE.search(between) or not (shared or _ABOUT_PAPER.match(between)):
            return None
        if self.words.sets["articles"] & set(head["paper"].lower().split()[1:]):
            return None  # "The union commissioned a poll"
        start, end = head.span("paper")
        return Claimant(head["paper"], start, end, start, is_plural=head["paper"].endswith("s"))

    def _inverted(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "...," said Philip Luther · 40 people died, said the ministry."""
        before = self.text[sentence.start : cue.start()].rstrip()
        after_quote = self._quote_ending_at(cue.start()) is not None
        if not (after_quote or before.endswith(",")):
            return None
        named = name_after(self.text, cue.end(), min(sentence.end, cue.end() + 160), self.words)
        if named is not None and self.words.is_base(cue.group()) and not (named.is_plural or cue.group() == "reads"):
            return None
        name = _APPOSED.match(self.text, named.end, sentence.end) if named else None
        if named and not name and _OF_ONES_OWN.match(named.text) and named.head in self.words.sets["persons"]:
            name = _APPOSED_FIRST.match(self.text, named.end, sentence.end)
        if named is not None and named.head.islower() and name:
            named = name_after(self.text, name.start("name"), name.end("name"), self.words) or named
        if named is None or named.is_pronoun or not _INVERTED_END.match(self.text, named.end, sentence.end):
            return None
        likely = is_claimant_like(named, sentence.start, self.words)
        likely = likely or (after_quote and self._says(cue) and self._is_somebody(named))
        if not likely or self._starts_with_time(named):
            return None
        middle = before.count(",") == 1 and self.text[named.end : named.end + 1] == ","
        if (
            not after_quote
            and not middle
            and subject_before(self.text, sentence.start, cue.start(), self.words)
            and not self._clause(before)
        ):
            return None
        scopes: tuple[Span, ...] = ((sentence.start, cue.start()),)
        if middle and not after_quote:
            scopes += self._right_of_aside(self._past_apposition(named.end, sentence), sentence)
        if self.text.startswith(":", named.end):
            scopes += ((named.end, sentence.end),)  # "The answer is simple, says Roe: “...”"
        return Claim(scopes, self._resolve(named), self._named(named), cue.group(), cue.start(), named.end)

    def _clause(self, before: str) -> bool:
        """Whether what stands before the comma is a statement of its own: it has a verb, outside an aside."""
        before = _LAST_ASIDE.sub("", before)
        found = {w.lower() for w in re.findall(r"\w+", before)}
        return bool(found & self.words.sets["auxiliaries"]) or any(
            w.endswith("ed") or is_past(w) or is_present(w) for w in found
        )

    def _says(self, cue: re.Match[str]) -> bool:
        return self.words.bases[cue.group()] in self.words.sets["always_said"]

    def _is_somebody(self, named: Claimant) -> bool:
        """Whether a phrase brings in a person or body behind a quotation: "“...,” said one harbour operative"."""
        return named.text.split()[0].lower() in ("a", "an", "one", "another", "the")

    def _starts_with_time(self, named: Claimant) -> bool:
        return bool(re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:last|this|earlier|late)\b", named.text))

    def _regular(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """The ministry said ... · ..., the ministry said. · ..., the ministry said, ..."""
        start = self._verb_start(cue, sentence)
        named = self._source_before(sentence, cue) or self._paper_before(sentence, cue)
        named = named or subject_before(self.text, sentence.start, start, self.words)
        if named is None or (cue.group().endswith("s") and named.is_plural):
            named = self._paper_before(sentence, cue, "speech") or named  # "The report by nine experts says"
        if named is None and (joint := _SECOND_VERB.search(self.text, max(sentence.start, start - 40), start)):
            now = cue.group().endswith("s")
            named = joined_subject(self.text, sentence.start, joint.start(), self.words, is_now=now)
            named = named or self._body_at_head(sentence.start, joint.start())
        if named is None or is_nobody(self.text, self.sentence_start, named):
            return None
        if not self._may_say(named, cue, sentence):
            if self.words.bases[cue.group()] in _OF_FACTS and is_claimant_like(named, sentence.start, self.words):
                self._resolve(named)  # "Roe confirmed the raid. He put the toll at 19"
            return None
        if (named.is_pronoun and self.words.pronouns[named.text] == "self") or _OURS.match(named.text):
            return None  # "I said", "Our reporter writes": the outlet's own voice
        scopes = self._scopes(sentence, cue, named)
        if not scopes and self.words.bases[cue.group()] in self.words.sets["only_quoting"]:
            return None  # "Roe began to work": nobody has spoken
        again = self.words.bases[cue.group()] == "go on" and named.text == "it"  # the letter, or who wrote it
        claimant = self.discourse.last() if again else self._resolve(named)
        if claimant is not None and self.words.verbs[cue.group()] == "tell" and TOLD_ONE.match(self.text, cue.end()):
            self.discourse.forget(claimant)
        weak = self.words.bases[cue.group()] in _WEAK
        begin, doubt = min(self._apposed_start(named), cue.start()), named.start in self.doubted
        return Claim(scopes, claimant, self._named(named), cue.group(), begin, cue.end(), int(weak), doubt)
