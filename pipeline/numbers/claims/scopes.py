"""How far what somebody says reaches: to the left and right of the words that attribute it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.additions import (
    CLOSED_RELATIVE,
    MAIN_VERB,
    NON_RESTRICTIVE,
    is_in_relative,
    parts_predicate,
)
from pipeline.numbers.claims.asides import ASIDE, DAY, LONG_ASIDE, TIME_ASIDE, UNDER
from pipeline.numbers.claims.complements import (
    COUNTED,
    PRESENT_AGAIN,
    is_in_present,
    is_past,
    is_told,
    keeps_tense,
    leaves_out_subject,
    opens_clause,
)
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.quotes import Quote, holds_quote, quote_at
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["ScopeReader", "Span"]

Span = tuple[int, int]

_THAT = re.compile(r",? that\b|:")
_CLAUSE_JOINT = re.compile(r", (?:and|but|while)\b(?! (?:a (?:total|further)|another)\b)|;")
_GAPPED = re.compile(r", [A-Z][\w’'-]+ (?=[$£€]?\d)")  # "Roe reported $3, Doe $2"
_THAT_WORD = re.compile(r" that\b")
_BEFORE_QUOTE = re.compile(r"(?:,? that|,|:)?\s*")
# "Two shells hit the depot, the agency said, injuring nine": what came of it is part of what was said
_RESULTS = (
    r"(?:kill|injur|wound|hurt|maim|displac|destroy|damag|flatten|burn|leav|caus|forc|trap|strand|cutt|knock|affect"
    r"|flood|trigger|spark|disrupt|clos|shutt|block|bring|rais|tak|push|lift|mak|cost|totall?|recruit|us|steal"
    r"|sell|giv|stabb|shoot|fir|hitt|strik|reach|wield|carry|travel|driv|pass|send|sett|drain|wip|shedd|los|earn|sav)ing"
)
_IN_CONTRAST = re.compile(r", (?:while|whereas|but|though|although)$")
_CONTRAST = re.compile(
    r",?\s*(?:(?:and|but)\b(?! (?:was|were|is|are|had|has|have|will|would|could|can|may|might|at least|more than"
    r"|another|a further|about|dozens|hundreds|thousands|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)\b)"
    rf"|(?:while|although|though|who|whose|which|where|whereas|as)\b|(?!{_RESULTS}\b)[a-z]+ing\b)"
)
_APPOSITION = re.compile(
    r"(?:, (?:\d{1,3}|an? [^,;:“\"]{3,70}|who (?!said)[^,;:“\"]{3,90}))+(?=,(?!\d))|, \d{1,3}(?=\.(?!\d)|$)"
)
_DASHED = re.compile(
    r" ?(?:—| –| -| --) ?(?!(?:including|such|up|down|about|more|at|or|and|but|nearly|roughly|some|equivalent|from|to"
    r"|as|almost|over|compared|around|not|even|perhaps)\b|an? (?:rise|fall|drop|increase|decrease|jump|loss|gain)\b)"
    r"[a-z](?:[^—–.;]|\.\d){4,150}?(?:—| –| -| --) ?"
)
# "... than the “headroom” – the sum that is left": what a word means is told by the outlet
_GLOSS = re.compile(
    r"[”\w] ?(?:—| –| -| --) ?"
    r"(?=(?:the|an?) (?!rise|fall|drop|increase|decrease|jump|loss|gain)[a-z][^—–.]{10,200}\.?$)"
)
# "The toll has risen to 11, the mayor said on local radio."
_CLAUSE_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|\w{3,}ed)\b")
_LOW_WORD = re.compile(r"\b[a-z]+\b")
_ONLY_WHERE = re.compile(
    r" (?:(?:in|on|at|during|after|before|from|to|via|through|outside|by|over|with) (?:that )?|while (?=[a-z]+ing\b))"
    r"(?:(?!(?:that|is|are|was|were|has|have|had|will|would|could|can|may|might|did|said"
    r"|\w+ed(?! by\b))\b)[\w’'-]++ ?+){1,12}+"
    r"(?: ?\([^)]{2,24}\))?\.?"
)
# "Roe was fined, a watchdog said on Monday as it called for reform", "..., a group says in a report that ranks towns"
_MEANWHILE = re.compile(
    r"(?: (?:on|in|at) [\w ]{2,24}?)? as (?:it|he|she|they) (?:also |again )?(?:\w+(?:ed|s|ing)|made|gave)\b.*"
    r"| in (?:an?|its|their|his|her) (?:[\w’'-]+ ){0,3}?(?:report|study|paper|letter|review|survey|filing)"
    r" that (?:puts|says|shows|accuses|ranks|blames|calls|urges|warns|paints|details|lists|criticis\w+|was|is|will"
    r"|has)\b.*",
    re.DOTALL,
)
_LEADING = re.compile(
    r"(?:In|On|At|As|After|Before|When|While|If|Since|For|With|By|Under|Although|Though|During|Despite)\b"
)
_INNER_JOINT = re.compile(r"; |, (?:and|but|while|so) ")
_DASH = re.compile(r" (?:—|–|--?) |(?<=\w)—(?=\w)")
_GOES_ON = re.compile(r" ?(?:is|are|was|were|has|have|had|will|would|could|can|may|might|does|did)\b")
_OPENED = re.compile(r"\b(?:where|which|who|that|when|because|if),$")  # "a town where, residents say, 40 died"
_SUBJECT = re.compile(r" (?:he|she|it|they|there|we) (?:\w+ly )?(?!that\b)\w+")  # "told the Herald he had"
_OPENS_QUOTE = re.compile(r"\s*[\"“‘']")
_COMMA = re.compile(r",(?!\d)")
_NAME_STOP = re.compile(r"[,;:]| (?:--|—|–|-) |$")
_AS = re.compile(r"(?:^|[,;—–] )[Aa]s$")
_AS_ENDS = re.compile(r",|: (?=[\"“])")
_NEXT_CLAUSE = re.compile(r", (?!(?:and|or|but|which|who|where|whose|including|as|such)\b|\w+ing\b|\d+ of\b)")
_CLAUSE_OPENS = re.compile(r" (?:that|it|he|she|they|there|we)\b|:|,? [\"“‘]")
_EVENT_BEFORE = re.compile(r" (?:after|before) (?!the \w+ of\b)")  # "reported a third case after two were found"
_ADJUNCT = re.compile(r" (?:while|when|after|before|during|as)\b")
_NO_END = r"(?!(?:that|how|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|at|more|about)\b|\d)"
_ADDRESSEE = re.compile(
    r" (?:(?:[a-z]+ )?(?:media|television|radio|newspapers|outlets)"
    r"|reporters|journalists|lawmakers|senators|investors|supporters|officers|police|jurors|parliament|ministers|delegates"
    r"|shareholders|analysts|fans|viewers|listeners|readers|colleagues|staff|employees|workers|students|voters|followers"
    r"|council|court|committee|inquiry|inquest|jury|MPs|audience|crowd|rally|summit|you|residents|detectives|investigators|deputies|members|donors|diplomats|him|her|them|us|me|"
    r"(?:the |a |an )?(?:[A-Z][\w’'.-]*(?: (?:of|the|and|for) (?=[A-Z]))? ?)+|"
    rf"(?:the|a|an|his|her|its|their|our|this) (?:{_NO_END}[\w-]+ ){{0,2}}{_NO_END}[\w-]+)"
    rf"(?: (?:on |in )?{DAY})?"
)
_CROWD = re.compile(
    r" (?:(?:more than|about|around|nearly|almost|some|a|at least) )?(?:\d[\d,.]*|few|dozens|hundreds|thousands"
    r"|millions|tens of thousands|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:million|thousand|hundred|of|other))*"
    r" [a-z]+s?\b(?: (?:people|members))?"
)
# "Police said two died, and 40 homes burned, according to the mayor": from there on, somebody else's
_SOURCED = re.compile(r", (?:and|but|while) (?=[^;:“\"]{5,200}?, according to )")
# "Acme said it would close 40, while Brenna asked 90 to go"
_OTHERS_ASK = re.compile(
    r", (?:while|whereas|but) (?:(?:[a-z-]+ ){0,3}[A-Z]|the [a-z])[^,;:“\"]{2,60}? (?:has |have )?"
    r"(?:asked|said|told|urged|called|ordered|announced|reported|refused|declined|laid off)\b"
)
_OF_PROMISE = word_set("promise pledge vow plan")
_OF_WHICH = re.compile(r", [\w-]+ of which\b")  # what they are is the outlet's: "40 shops, six of which have closed"
# "The court found that he had lied and ordered him to pay": what it does is told by the outlet
_DECIDES = re.compile(r",? and (?:ordered|fined|sentenced|awarded|acquitted|convicted|jailed|banned|barred)\b")
_OF_JUDGING = word_set("find rule conclude determine")
_RELATIVE_VERBS = word_set("expect cite claim report announce quote give mention estimate forecast predict project")
_OF_WISH = word_set("ask order urge demand")  # "demanded that 40 men be freed" tells no number
_RELATIVE_REACH = 70
_LONGEST_TRADE = 90
_TRADE = re.compile(r" (?:an?|the|one|another|his|her|their|[A-Z][\w’'-]+[’']s) [^.,;:“\"]{2,80}, ")
_COMPARED = re.compile(
    r"\b(?:beat|top|exceed|miss|trail|surpass|outpac)(?:s|ed|ing|ting|ped|ping|es)?\b|\b(?:above|below|than|against)\b"
)


class ScopeReader:
    """Reads the reach of claims in one text."""

    def __init__(self, text: str, quotes: Sequence[Quote], words: ReportingWords) -> None:
        self.text = text
        self.quotes = quotes
        self.words = words

    def _name_end(self, end: int, sentence: Sentence) -> int:
        """Where the phrase about the source ends: at the next comma or at the end of the sentence."""
        stop = _NAME_STOP.search(self.text, end, sentence.end)
        return stop.start() if stop else end

    def _past_apposition(self, end: int, sentence: Sentence) -> int:
        """Past what tells who a source is: "according to Jane Roe, 34, ...", which the outlet says."""
        apposition = _APPOSITION.match(self.text, end, sentence.end)
        return apposition.end() if apposition else end

    def _right_of_aside(self, end: int, sentence: Sentence, verb: str = "") -> tuple[Span, ...]:
        """What goes on after ", X said, ...": claimed too, unless a new clause contrasts or leaves the verb's tense."""
        if self.text[end : end + 1] != ",":
            return ()
        if _CONTRAST.match(self.text, end) and not leaves_out_subject(self.text, end):
            adds = verb and self.text.startswith((", and ", ", but "), end)
            if self.text.startswith(", while ", end) and COUNTED.match(self.text, end + len(", while")):
                return ((end + 1, sentence.end),)  # "40 were missing, it said, while 48 were hurt"
            if not adds or not keeps_tense(self.text, end, sentence.end, is_now=not is_past(verb.split()[0])):
                return ()
        return ((end + 1, sentence.end),)

    def _quotes_in(self, sentence: Sentence) -> bool:
        """Whether somebody else's words stand in a sentence."""
        return holds_quote(self.quotes, sentence.start, sentence.end)

    def _scopes(self, sentence: Sentence, cue: re.Match[str], named: Claimant) -> tuple[Span, ...]:
        kind, base = self.words.verbs[cue.group()], self.words.bases[cue.group()]
        after = cue.end()
        if kind == "tell":
            addressee = _ADDRESSEE.match(self.text, after, sentence.end)
            after = addressee.start() + len(addressee.group().rstrip()) if addressee else after
            inserted = self.text.startswith(", ", after) and self.text.endswith(", ", 0, named.phrase_start)
            opens = _SUBJECT.match(self.text, after)
            reach = after if inserted or opens else min(sentence.end, after + 120)  # "The roof, Roe told me, cost ..."
            that = _THAT_WORD.search(self.text, after, reach)
            if that is None and (crowd := _CROWD.match(self.text, cue.end(), sentence.end)):
                after = crowd.end()  # "told 2,000 teachers how"
            after = that.end() if that else after
        rest = self._past_aside(after, sentence)
        start = self._apposed_start(named)
        left = self.text[sentence.start : start].rstrip()
        before = self._quote_ending_at(start)
        quoted_before = before is not None and before.end > sentence.start
        if (lead := _AS.search(left)) and not self._goes_on_to_tell(left, cue, rest, sentence):
            return self._as_said(lead, cue, named, sentence)
        only_where = left.endswith(",") and (_CLAUSE_VERB.search(left) or any(map(is_past, _LOW_WORD.findall(left))))
        only_where = only_where and any(_ONLY_WHERE.fullmatch(self.text, at, sentence.end) for at in (rest, after))
        clause = left.endswith(",") and _CLAUSE_VERB.search(left) and not _LEADING.match(left)
        only_where = only_where or bool(clause and _MEANWHILE.fullmatch(self.text, cue.end(), sentence.end))
        if (
            not only_where
            and self._has_complement(rest, sentence)
            and not (quoted_before and not _THAT.match(self.text, rest))
        ):
            if kind == "quoting" and (base in _OF_WISH or not _THAT_WORD.match(self.text, rest)):
                return self._quote_behind(rest)
            end = self._claim_end(cue, after, rest, named, sentence)
            of_whom = left.startswith("Of ") and not _CLAUSE_VERB.search(left, left.find(",") + 1)
            # "Of the 60, 12 died, while police said 15 were missing"
            of_whom = of_whom and not _IN_CONTRAST.search(left)
            front = ((sentence.start, named.phrase_start),) if of_whom else ()
            said = self._without_aside(self._claim_start(after, rest, sentence), end)
            return (*front, *said, *self._resumed(end, sentence))
        if left.endswith((",", "—", "–", "”", '"', "’", "'", "?", "!")):
            right = self._right_of_aside(rest, sentence, cue.group())
            if self.text.startswith(": ", rest) and not quoted_before:
                right = ((rest, sentence.end),)  # "The sums are simple, she says: 40 will have to go"
            if quoted_before and not (right and _OPENS_QUOTE.match(self.text, right[0][0])):
                right = ()  # "...," Roe said of the show, called "Us": no more of her words
            if not (parts_predicate(self.text, sentence.start + len(left)) or _OPENED.search(left)):
                right = ((self._inner_start(sentence, start, right), start), *right)
            return right
        if (
            left
            and base in _RELATIVE_VERBS
            and not left.endswith((" than", " as", " before", " after", " since", " until", " when"))
        ):  # "more than analysts expected"
            comma = max(self.text.rfind(mark, sentence.start, named.start) for mark in (",", ";", "—"))
            begin = max(comma + 1, sentence.start, named.start - _RELATIVE_REACH)
            *_, compared = (begin, *(m.end() for m in _COMPARED.finditer(self.text, begin, named.start)))
            return ((compared, named.start),)
        return ()

    def _goes_on_to_tell(self, left: str, cue: re.Match[str], rest: int, sentence: Sentence) -> bool:
        """Whether what is said stands behind "as X said": "fled, as police confirmed 40 had died", "as Roe told of"."""
        counted = left[:-3].endswith(",") and COUNTED.match(self.text, rest)
        tells = bool(counted) and opens_clause(self.text, rest, sentence.end)
        return bool(tells or cue.group().endswith((" of", " about")) or _THAT.match(self.text, rest))

    def _inner_start(self, sentence: Sentence, at: int, right: tuple[Span, ...]) -> int:
        """Where the clause begins that an insertion parts: "He was shot; the bullet, a doctor said, had come ..."."""
        dashes = list(self._outside_quotes(_DASH, sentence.start, at - 2))
        if len(dashes) == 1 and is_told(self.text, sentence.start, dashes[0].start()):
            return dashes[0].end()  # "It cleared 90 tonnes – a third, it reckons, of what lies there"
        if not (right and _GOES_ON.match(self.text, right[0][0])):
            return sentence.start
        joints = list(self._outside_quotes(_INNER_JOINT, sentence.start, at - 2))
        joint = joints[-1] if joints and is_told(self.text, sentence.start, joints[-1].start()) else None
        return joint.end() if joint else sentence.start

    def _quote_behind(self, at: int) -> tuple[Span, ...]:
        """The quotation that a verb opens: "Roe asked, “...”"""
        opening = _BEFORE_QUOTE.match(self.text, at)
        quote = quote_at(self.quotes, opening.end()) if opening else None
        return ((quote.start, quote.end),) if quote and opening and quote.start == opening.end() else ()

    def _apposed_start(self, named: Claimant) -> int:
        """Where the phrase of a name begins, with the trade in front: "...,” one man, Jim Roe, said"."""
        i = bisect_right(self.quotes, named.phrase_start, key=lambda quote: quote.end) - 1
        end = self.quotes[i].end if i >= 0 else -1
        if 0 <= named.phrase_start - end <= _LONGEST_TRADE and _TRADE.fullmatch(self.text, end, named.phrase_start):
            return end + 1
        return named.phrase_start

    def _without_aside(self, start: int, end: int) -> tuple[Span, ...]:
        """A claim without what the outlet puts between dashes: "said the club – run from 40 boats – grew"."""
        gloss = next(self._outside_quotes(_GLOSS, start, end), None)
        end = gloss.start() if gloss else end
        aside = next(self._outside_quotes(_DASHED, start, end), None)
        return ((start, aside.start()), (aside.end(), end)) if aside else ((start, end),)

    def _resumed(self, end: int, sentence: Sentence) -> tuple[Span, ...]:
        """What goes on behind a clause that only describes: "says that Acme, which has 90 shops, will open 40"."""
        aside = CLOSED_RELATIVE.match(self.text, end, sentence.end)
        return ((aside.end(), sentence.end),) if aside else ()

    def _as_said(
        self, lead: re.Match[str], cue: re.Match[str], named: Claimant, sentence: Sentence
    ) -> tuple[Span, ...]:
        """ "As Reuters reported, ..." and "..., as Reuters reported"."""
        if lead.start() > 0:
            return ((sentence.start, named.phrase_start),)
        stop = _AS_ENDS.search(self.text, cue.end(), sentence.end)
        return ((stop.end(), sentence.end),) if stop else ()

    def _claim_start(self, after: int, rest: int, sentence: Sentence) -> int:
        """Where a claim in front begins: behind the day on which it was made."""
        if rest > after and (_THAT.match(self.text, rest) or quote_at(self.quotes, rest + 1)):
            return rest
        day = TIME_ASIDE.match(self.text, after, sentence.end)
        return day.end() if day else after

    def _claim_end(self, cue: re.Match[str], after: int, rest: int, named: Claimant, sentence: Sentence) -> int:
        """Where a claim in front ends, by its verb and by the clause that it stands in."""
        begin = rest if self.text.startswith((" that ", ", that "), rest) else after
        end = self._back_in_the_present(cue, after, self._front_end(begin, sentence))
        if self.words.verbs[cue.group()] == "report" and not _THAT.match(self.text, rest):
            joint = _CLAUSE_JOINT.search(self.text, after, end) or _GAPPED.search(self.text, after, end)
            end = joint.start() if joint else end
        if self.words.bases[cue.group()] in _OF_JUDGING:
            deed = next(self._outside_quotes(_DECIDES, after, end), None)
            end = deed.start() if deed else end
        if UNDER.match(self.text[sentence.start : named.phrase_start]):  # "Although the army said so, ..."
            following = next(self._outside_quotes(_NEXT_CLAUSE, after, end), None)
            end = following.start() if following else end
        if self.text.endswith((", who ", ", which "), 0, named.phrase_start):
            comma = next(self._outside_quotes(_COMMA, after, end), None)
            end = comma.start() if comma else end  # "The gunmen, who residents said numbered 60, fled"
        if is_in_relative(self.text, sentence.start, named.phrase_start):
            main = next(self._outside_quotes(MAIN_VERB, after, end), None)
            end = main.start() if main else end
        which = self.text.startswith((", which", ", who"), named.end) or self.text.endswith(", whose ", 0, named.start)
        if (
            which and "," not in self.text[named.end + 1 : cue.start()]
        ):  # "Acme, which said it had 40 shops, closed two"
            comma = next(self._outside_quotes(_COMMA, after, end), None)
            end = comma.start() if comma else end
        if self.words.bases[cue.group()] == "report" and not _CLAUSE_OPENS.match(self.text, rest):
            event = next(self._outside_quotes(_EVENT_BEFORE, after, end), None)
            end = event.start() if event else end
        if self.words.bases[cue.group()] == "announce" and not _CLAUSE_OPENS.match(self.text, rest):
            adjuncts = (next(self._outside_quotes(p, after, end), None) for p in (_ADJUNCT, TIME_ASIDE, _COMMA))
            end = min((a.start() for a in adjuncts if a), default=end)
        others = [_SOURCED, _OTHERS_ASK, *([_OF_WHICH] if self.words.bases[cue.group()] in _OF_PROMISE else [])]
        stops = (next(self._outside_quotes(pattern, after, end), None) for pattern in others)
        return min((stop.start() for stop in stops if stop), default=end)

    def _outside_quotes(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        return (m for m in pattern.finditer(self.text, start, end) if quote_at(self.quotes, m.start()) is None)

    def _back_in_the_present(self, cue: re.Match[str], start: int, end: int) -> int:
        """Where "police said 19 had died and have arrested two" leaves what they said: whose tenses shift."""
        joints = self._outside_quotes(PRESENT_AGAIN, start, end) if self.words.is_finite(cue.group()) else iter(())
        joint = next(joints, None)
        return end if joint is None or is_in_present(self.text, start, joint.start()) else joint.start()

    def _past_aside(self, at: int, sentence: Sentence) -> int:
        """Past where and when it was said: "on Monday", "in a statement"."""
        aside = ASIDE.match(self.text, at, sentence.end)
        end = aside.end() if aside else at
        longer = None if _THAT.match(self.text, end) else LONG_ASIDE.match(self.text, at, sentence.end)
        return longer.end() if longer else end

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
        for stop in NON_RESTRICTIVE.finditer(self.text, start, sentence.end):
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
