"""Whether a word that may attribute does: a verb that reports, with somebody or something that can say so before it."""

import re

from pipeline.numbers.claims.complements import COUNTED, is_past, is_present, opens_clause
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.outlooks import PERFECT, is_plural
from pipeline.numbers.claims.records import puts_on_record
from pipeline.numbers.claims.statements import CLAUSE_OPENING, ENDS_CLAUSE, StatementReader
from pipeline.numbers.claims.subjects import subject_before
from pipeline.numbers.claims.suspects import is_said_of_it, owns_up
from pipeline.numbers.quotes import quote_at
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["VerbReader"]

_THAT_WORD = re.compile(r" that\b")
_OF_EVENTS = word_set("confirm underline highlight signal assume disclose stress state provide")
_OF_LAYING_DOWN = word_set("say state provide stipulate specify")
_OPENS_SPEECH = re.compile(
    r",? (?:the fact )?(?:that|how)\b|[:,]? ?[\"“‘]"
    r"| (?:it|he|she|they|there)(?:[’'](?:s|d|ll|ve|re)|"
    r" (?:had|has|have|is|are|was|were|will|would|could|can|may|might|did|does))\b"
)
_WHOM_THAT = re.compile(r" (?:[\w’'-]+ ){1,4}that\b")
_NEITHER = re.compile(r"\b[Nn]either [^,;:.“\"]{2,40} nor [^,;:.“\"]{2,40}$")
_BY_AGENT = re.compile(r" by (?!\w+ing\b)")
_OPENS_CLAIM = re.compile(
    r",? (?:that|how|why)\b| ?[:,]? ?[\"“‘]|:| [\d$£€]| [A-Z]"
    r"| (?:(?:at least|more than|fewer than|less than|as many as|up to|nearly|almost|about|around|over|under|some) )?"
    r"(?:\S*\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|hundreds|thousands|tens|half|a dozen)\b)"
)
_BEFORE_QUOTE = re.compile(r"[,:] *(?=[\"“‘'])")
_IT_HAD = re.compile(r" (?:it|he|she|they|there) (?:had|has|have|was|were|is|are|would|did|\w+ed)\b")
# "found it via two links", "found him dead": a thing is found
_IS_FOUND = re.compile(r" (?:it|him|her|them|he|she|they) (?P<verb>[a-z’'-]+)")
_THAT_BEFORE = re.compile(r"(?P<noun>[\w’'-]+) that $")
_REPORTED_SO = re.compile(r" (?:stolen|missing|lost|dead|injured|damaged)\b")  # "A car reported stolen"
_STATING = frozenset(("confirm", "report", "announce", "acknowledge"))
_OF_A_FACT = re.compile(
    r" the (?:deaths?|killings?|arrests?|losse?s?|rescue|release|recovery|abductions?|murders?) of "
    r"(?:(?:at least|about|around|some|more than|over|nearly|another) )*"
    r"(?:\d|[a-z]+ (?:people|persons|men|women|children))"
)
_OF_MONEY = re.compile(r" (?:\w+ ){0,3}?[A-Z]*[$£€¥₹]")
# "The papers show, she says, that ...": it is she who says what they show
_SAYS_ONE = re.compile(r", (?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:says|said|adds|added|say),")
_SHOWS = re.compile(r" (?:that|there|it|he|she|they)\b")
_AS_BEFORE = re.compile(r"(?:^|[,;—–] )[Aa]s $")
_ENDS_LEAD = re.compile(r"(?: [\w’'-]+){0,5}[,.]")
_ENDS = re.compile(r"[.,;]|$")
_NO_SAYING = re.compile(r" (?:with|for|against|over|about)\b")
_DOING = re.compile(r" [a-z]+ing\b")
_DID = re.compile(
    r" (?:the|its|his|her|their|[A-Z][\w’'-]+) [^,;:.]{2,60}?\b(?!(?:based|named|called|related)\b)\w+ed\b"
)
_CITED_FOR = re.compile(r" (?:the|an?|its|his|her|their|[A-Z])[^,;:.“\"]{1,60}? for\b")
_OF_COUNTS = word_set("confirm acknowledge disclose")
_RECORDING = "keep a record"
_OF_OUTLOOK = frozenset(("see", "be looking for"))
_OF_FINDING = word_set("determine indicate suggest")
_OF_PROMISE = word_set("promise pledge vow")
_AS_WHAT = re.compile(
    r" how\b| (?!as\b)[^,;:.]{2,60}? as (?!well\b)| (?:an?|the) [^,;:.]{2,40}? (?:who|whose|in which|where)\b"
    r"| [a-z]+s [a-z]{3,}ing\b"
)
_OF_PRIDE = word_set("tout trumpet")
_PROUD_OF = re.compile(
    r" (?:as|an?|that|how|having) | [$£€]?\d"
    r"| (?:[a-z]+ )?(?:estimates|figures|forecasts|projections|predictions|polls|studies|reports|data)"
    r" (?:that|showing|of)\b"
)
_PLANS = re.compile(r" (?:(?:its|his|her|their|the) )?(?:plans?|proposals?|intention|decision) to ")
_OF_MEMORY = word_set("recall remember")
_A_MEMORY = re.compile(r" (?:an?|one|her|his|their|the (?:[a-z]+ )?(?:day|night|time|moment|morning|evening)) ")
_OF_DOING = word_set("admit recall remember describe deny")
_COURT = re.compile(
    r"\b(?:court|trial|inquest|jury|jurors|magistrates|tribunal|inquiry|hearing)(?: (?:was|has|had|also))? $",
    re.IGNORECASE,
)
_POSSESSIVES = ("’s", "'s", "s’", "s'")
_BE = word_set("was were been being be is are get got")
_PROGRESSIVE = re.compile(
    r"\b(?:(?:has|have|had) been|is|are|was|were)(?: (?:also|now|still|already|again|just|\w+ly))? $"
)
_NOUN_LEADS = word_set("a an the his her its their")
_ADJECTIVE_LEADS = word_set("newly previously recently")
_MORE_NOUN_LEADS = word_set("our my your this these those each every another any no some further such")


class VerbReader(StatementReader):
    """Judges the verbs of one text."""

    def _is_no_report(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """Negated, passive, or part of a noun's phrase ("an estimated", "the reported", "this report")."""
        before = self.text[max(sentence.start, cue.start() - 40) : cue.start()].replace("’", "'").split()
        last = before[-1] if before else ""
        last = "" if last == "May" else last.lower()
        words = self.words
        if words.verbs.get(cue.group()) == "that" and not self._opens_speech(cue, sentence):
            return True
        if words.verbs.get(cue.group()) == "data" and _SAYS_ONE.match(self.text, cue.end()):
            return True
        if is_said_of_it(self.text, cue) or (cue.group() == "reported" and _REPORTED_SO.match(self.text, cue.end())):
            return True
        if words.is_finite(cue.group()) and _BY_AGENT.match(self.text, self._past_aside(cue.end(), sentence)):
            return True
        if words.bases.get(cue.group()) in ("argue", "contend") and _NO_SAYING.match(self.text, cue.end()):
            return True
        if _NEITHER.search(self.text, max(sentence.start, cue.start() - 80), cue.start()):
            return True
        if last.endswith((",", '"', "”", ",'", ".'", "?'", "!'")):
            return False  # "There is no doubt," said Jane Roe
        if last in ("one", "body") and {*before[-2:-1]} & {"no", "No", "not", "Not"}:
            return True
        if last in words.sets["negations"] or last.endswith("n't") or {*before[-2:-1]} & {"not", "no"}:
            return True
        if last in _BE and cue.group().endswith("ing"):
            return False  # "are warning"
        if last in _BE:
            return words.verbs[cue.group().lower()] != "speech" or self.text[cue.start() - 1] != ","
        if last.endswith("'s") and before[-1][:-2].lower() in ("it", "that", "there"):
            return words.is_finite(cue.group())  # "it's believed"
        nounlike = words.is_nounlike(cue.group())
        if last in _ADJECTIVE_LEADS and before[-2:-1]:
            last = before[-2].lower()  # "the newly announced plan", "than previously reported"
            if last in ("than", "as"):
                return True
        return (last in _MORE_NOUN_LEADS and nounlike) or (
            last in _NOUN_LEADS and (nounlike or not cue.group().endswith("s"))
        )

    def _opens_speech(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether "that" or a quotation stands behind a verb, or a quotation ends near before it."""
        if _OPENS_SPEECH.match(self.text, cue.end()) or _OF_A_FACT.match(self.text, cue.end()):
            return True
        if self.words.bases[cue.group()] == "mention" and COUNTED.match(self.text, cue.end()):
            named = subject_before(self.text, sentence.start, cue.start(), self.words)
            return named is not None and self._is_source(named)  # "a memo mentions 40 towns", not "Roe"
        if _THAT_WORD.match(self.text, self._past_aside(cue.end(), sentence)):
            return True  # "posted on Friday that"
        if self.words.bases[cue.group()] in self.words.sets["alerting"] and _WHOM_THAT.match(self.text, cue.end()):
            return True
        near = self.text[max(0, cue.start() - 40) : cue.start()]
        return '"' in near or "”" in near or "’ " in near

    def _verb_start(self, cue: re.Match[str], sentence: Sentence) -> int:
        """Where the whole verb begins: its auxiliary, in "experts are warning"."""
        if not cue.group().split()[0].endswith("ing"):
            return cue.start()
        auxiliary = _PROGRESSIVE.search(self.text, max(sentence.start, cue.start() - 24), cue.start())
        return auxiliary.start() if auxiliary else cue.start()

    def _before_court(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """ "The court heard that ...": what is said before a court; nobody else's hearing says anything."""
        return _COURT.search(self.text, max(sentence.start, cue.start() - 40), cue.start()) is not None

    def _may_say(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        form = cue.group()
        kind, base = self.words.verbs[form], self.words.bases[form]
        can_speak = is_claimant_like(named, sentence.start, self.words) or self._says_that(named, cue, sentence)
        if base in self.words.empty and self._says_nothing(cue):
            return False
        if _AS_BEFORE.search(self.text, max(sentence.start, named.phrase_start - 8), named.phrase_start) and (
            kind in ("clause", "speech", "report") and _ENDS_LEAD.match(self.text, cue.end(), sentence.end)
        ):
            return can_speak  # "As the ministry noted earlier, exports rose"
        ahead = self._words_behind(cue, 7) & self.words.sets["outlooks"]
        if base == "estimate" and self.text.startswith(" to ", cue.end()) and self.text[cue.start() - 2] == ",":
            return False  # "a scheme, estimated to cost €7m, is planned"
        if base == "assume" and not (ahead or self._says_a_clause(cue.end(), sentence)):
            return False  # "assumed command of 40 men"
        if form.endswith(" about") and base == "speak of" and not _DOING.match(self.text, cue.end()):
            return False  # "talked about the 40 schools"
        if base == "hold" and not (
            _THAT_WORD.match(self.text, cue.end()) or self.text.startswith(" to be ", cue.end())
        ):
            return False  # "has held the rate at 4 per cent"
        if form == "classes" and not COUNTED.match(self.text, cue.end()):
            return False  # "and classes in two regions were suspended"
        if base == "cite" and _CITED_FOR.match(self.text, cue.end()):
            return False  # "The city cited the firm for violations"
        if base == "provide" and named.head.lower() not in self.words.sets["written"]:
            return False  # "provides that service to 40 towns"
        if base == _RECORDING and not _THAT_WORD.match(self.text, cue.end()):
            return puts_on_record(self.text, named, cue.end(), form, self.words)
        if named.text.lower() in self.words.sets["further"]:
            return self._is_beside_quote(named, cue)
        if base == "promise" and COUNTED.match(self.text, cue.end()) and not _OF_MONEY.match(self.text, cue.end()):
            return can_speak  # "Acme promises 14 hours on a charge"
        if base in _STATING and _OF_A_FACT.match(self.text, cue.end()):
            return can_speak  # "confirmed the deaths of seven"
        if self.words.is_nounlike(form) and not self._is_verb_here(named, cue, sentence):
            return False
        of_source = (kind == "data" or base == "reveal") and self.words.of_source.search(
            self.text, max(0, named.start - 60), named.end
        )
        past = form in ("put", "reads") or (
            form == "forecast" and self._is_past_forecast(cue, sentence)
        )  # like their bases
        agrees = is_plural(named) or (self._is_many(named) and not self.words.is_nounlike(form))
        if self.words.is_base(form) and not past and not (agrees or of_source):
            return False
        if named.text.endswith(_POSSESSIVES) and base not in self.words.sets["always_said"]:
            return False  # "the mayor's alleged"
        if kind == "data":
            return self._may_show(named, cue, sentence)
        if base in self.words.sets["doing"] and not self._says_of_things(named, cue, sentence):
            return False
        if (base in _OF_OUTLOOK or form.endswith(" expecting")) and not self._looks_ahead(named, cue):
            return False
        if base == "expect" and self._words_behind(cue, 4) & self.words.sets["born"]:
            return False
        if base == "expect" and self.text.startswith(" to ", cue.end()) and form != "expects":
            return False  # "Roe expected to return"
        rest = self._past_aside(cue.end(), sentence)
        if kind == "clause" and not self._has_complement(rest, sentence) and self._is_beside_quote(named, cue):
            return True  # “...,” she described in a letter
        if kind == "clause" and self._has_complement(cue.end(), sentence):
            promises = base in _OF_PROMISE and self.text.startswith(" to ", cue.end())
            doing = promises or (base in _OF_DOING and _DOING.match(self.text, rest))  # "admitted losing 12"
            if base == "deny":  # that it is so, or having done it; "denied it" says nothing
                return bool(doing or _THAT_WORD.match(self.text, rest) or _IT_HAD.match(self.text, rest)) and can_speak
            if base == "describe":  # seeing it, or it as what
                return bool(doing or _AS_WHAT.match(self.text, cue.end(), sentence.end)) and can_speak
            if base == "feel" and not (_THAT_WORD.match(self.text, rest) or self._says_a_clause(rest, sentence)):
                return False  # "felt the quake"
            if base in _OF_MEMORY and _A_MEMORY.match(self.text, cue.end()):
                return base == "remember" or self._is_known_person(named)
            opens = self._opens_statement(rest, sentence, base)
            return bool(doing or opens) and can_speak
        if kind == "report":
            if base in _OF_PRIDE and not _PROUD_OF.match(self.text, cue.end()):
                return False  # "touted the 40 schools she opened"
            return can_speak and not (base == "claim" and self._is_won(cue, sentence))
        return can_speak or base in self.words.sets["always_said"] or self._is_beside_quote(named, cue)

    def _is_known_person(self, named: Claimant) -> bool:
        """Whether a person recalls something, rather than a firm its goods: by the gender, or because it has spoken."""
        is_he = named.gender is not None or self.words.pronouns.get(named.text) in ("m", "f")
        return is_he or named.head.lower() in self.words.sets["persons"]

    def _is_many(self, named: Claimant) -> bool:
        """Whether a verb may be plural behind a name or a body: "the Browns say", "the couple say"."""
        head = named.head.lower()
        sets = self.words.sets
        return named.text.endswith("s") or (head in sets["claimants"] and head not in sets["persons"])

    def _says_of_things(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether verbs that also do something say something: a clause, a count, beside a quotation."""
        counted = COUNTED.match(self.text, cue.end()) or _PLANS.match(self.text, cue.end())
        if self.words.bases[cue.group()] == "admit to":
            return owns_up(self.text, cue, counted is not None)
        counts = self.words.bases[cue.group()] in _OF_COUNTS and counted is not None
        return counts or self._says_a_clause(cue.end(), sentence) or self._is_beside_quote(named, cue)

    def _says_that(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether "that" makes a speaker of any noun: "The orchard warned that"; events only confirm and reveal."""
        form = cue.group()
        laid_down = self._lays_down(named, cue)
        says = self.words.is_finite(form) or laid_down
        if self.words.verbs[form] not in ("speech", "report", "that") or not says:
            return False
        says = laid_down or self.words.bases[form] not in _OF_EVENTS
        says = says and any(
            _THAT_WORD.match(self.text, at) for at in (cue.end(), self._past_aside(cue.end(), sentence))
        )
        of_any = named.text.split()[0].lower() in _NOUN_LEADS or (laid_down and named.text[-1].isdigit())
        return says and of_any

    def _lays_down(self, named: Claimant, cue: re.Match[str]) -> bool:
        """ "The new rules state that", "a clause providing that": what is laid down in writing."""
        numbered = named.text.split()[0].lower() if named.text[-1:].isdigit() else ""  # "Article 9"
        written = not {named.head.lower(), numbered}.isdisjoint(self.words.sets["written"])
        laying = self.words.bases[cue.group()] in _OF_LAYING_DOWN
        return written and laying and _THAT_WORD.match(self.text, cue.end()) is not None

    def _is_beside_quote(self, named: Claimant, cue: re.Match[str]) -> bool:
        """Whether a quotation stands right before the subject or right behind the verb."""
        behind = _BEFORE_QUOTE.match(self.text, cue.end())
        after = behind is not None and quote_at(self.quotes, behind.end()) is not None
        return after or self._quote_ending_at(named.phrase_start) is not None

    def _may_show(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        base = self.words.bases[cue.group()]
        told = self.text.find(", according to ", cue.end(), sentence.end) >= 0
        if base == "find" and told and COUNTED.match(self.text, cue.end()):
            return False  # "They found 2 pounds of heroin, according to a news release"
        if base == "be looking for" and not self._looks_ahead(named, cue):
            return False
        behind = self.text[sentence.start : named.phrase_start].rstrip().endswith(",") and _ENDS.match(
            self.text, cue.end()
        )
        said: object = behind or _SHOWS.match(self.text, cue.end()) or base in _OF_OUTLOOK
        said = said or (base == "list" and COUNTED.match(self.text, cue.end()))
        if base == "find" and not behind and (thing := _IS_FOUND.match(self.text, cue.end())):
            said = (
                thing["verb"] in self.words.sets["auxiliaries"] or is_past(thing["verb"]) or is_present(thing["verb"])
            )
        if base == "find" and not said:
            said = opens_clause(self.text, cue.end(), sentence.end)  # "the team found women were"
        if base in _OF_FINDING:
            did = _DID.match(self.text, cue.end(), sentence.end)
            said = said or did or self._says_a_clause(cue.end(), sentence)
        put = cue.group() in ("put", "puts")  # "as she put it"
        return bool((said or put) and is_claimant_like(named, sentence.start, self.words)) or self._is_source(named)

    def _is_verb_here(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether "states", "claims", "warning" is a verb: a noun that can have it in front, what is said behind."""
        follows = self._verb_follows(cue.end(), sentence)
        if follows and not self.text.endswith((", which ", ", who "), 0, named.phrase_start):
            relative = _THAT_BEFORE.search(self.text, sentence.start, named.phrase_start)
            if relative is None or relative["noun"].lower() in self.words.verbs:
                return False  # but "a plan that critics claim will cost"
        has = not named.is_pronoun and PERFECT.search(self.text, max(sentence.start, cue.start() - 6), cue.start())
        opens = has or follows or _OPENS_CLAIM.match(self.text, cue.end()) or CLAUSE_OPENING.match(self.text, cue.end())
        known = not named.text.endswith(_POSSESSIVES) and is_claimant_like(named, sentence.start, self.words)
        last = (
            named.head if " of " in named.text and named.head else named.text.split()[-1]
        )  # "the chamber of commerce"
        paper = named.head.lower() in self.words.sets["sources"]  # "figures from the mill show"
        if known and not (named.is_pronoun or paper or last[0].isupper() or self.words.is_speaker(last.lower())):
            known = self.words.is_agent(last)  # "2,000 staff in swing states"
        if cue.group().endswith("ing"):
            sure = cue.group() == "saying" or " " in cue.group() or self.words.verbs[cue.group()] == "data"
            return known and (bool(opens) or sure)
        ends = ENDS_CLAUSE.match(self.text, cue.end(), sentence.end) or self._is_only_verb(named, cue, sentence)
        ends = ends or (cue.group() == "forecast" and self._is_past_forecast(cue, sentence))
        return bool(known or _THAT_WORD.match(self.text, cue.end())) and bool(
            opens or ends or self.words.verbs[cue.group()] in ("tell", "data")
        )

    def _verb_follows(self, at: int, sentence: Sentence) -> bool:
        """Whether a verb comes next, so that "reports", "claims" was the subject's noun."""
        following = re.compile(r"\s*([\w’']*)").match(self.text, at, sentence.end)
        word = following[1] if following else ""
        return word in self.words.sets["auxiliaries"] or word in self.words.bases

    def _is_source(self, named: Claimant) -> bool:
        """Whether the subject is a paper or figures, or the body behind them."""
        near = self.text[max(0, named.start - 60) : named.end].lower()
        return any(w in self.words.sets["sources"] for w in re.findall(r"\w+", named.text.lower())) or bool(
            self.words.of_source.search(near)
        )
