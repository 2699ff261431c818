"""The subject of a verb, wherever in its clause it stands: "shares of the retailer, which ..., rose"."""

from pipeline.numbers.noun_words import TITLES
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.stretches import is_dated, past_duration
from pipeline.numbers.subject_lists import SubjectLists
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

_SHARES = word_set("half third thirds quarter quarters fifth fifths majority")
__all__ = ["BREAKS", "REACH", "WHO", "SubjectReader"]

REACH = 16  # words back to a verb or the start of a bracket
_MAIN_VERB = 60  # words in which a sentence has its first verb
_DATES = 4  # numbers that are stepped over: "in May 2019"
_SPEAKERS = frozenset({"i", "we", "you", "they", "he", "she"})
_PUT_IN = 2  # words of "I think" put into a sentence
_BRACKET = 6  # words in brackets inside a subject
_PHRASE = 5  # words of "The likely sentence after"
_CLAUSE = 40  # words back to the start of a clause
BREAKS = frozenset(',;:—–()“”"[]')
WHO = frozenset({"which", "who", "that", "whom"})
_PRONOUNS = word_set("it them us this that these those which whom you most least more less")
_STANDING = frozenset({"it", "they", "he", "she", "we", "i", "you"})
_PLACES = word_set("in at over near on outside off across along through above from")
_JOINING = frozenset({"and", "but", "or", "then", "yet"})
_OLDER = frozenset({"over", "under", "above", "below", "older", "younger", "up"})
_OPENERS = frozenset({"meanwhile", "however", "elsewhere", "instead", "nevertheless", "therefore", "additionally"})
_MADE = word_set("set run built made held led drawn written put shot sold paid")
_ONE = frozenset({"a", "an", "the", "its", "no"})
_UNSAID = word_set("forgotten spent owed lost paid stolen given taken raised sold left found")
_WARDS = word_set("ward wards award awards reward rewards steward stewards coward cowards forward forwards")
_LINKING = frozenset({"stays", "remains", "stayed", "remained", "looks", "seems"})


class SubjectReader:
    """Finds the noun phrase that a verb says something of."""

    def __init__(self, nouns: NounReader) -> None:
        self.nouns = nouns
        self.words = nouns.words
        self.changes = nouns.words.changes
        self.lists = SubjectLists(nouns)

    def _subject(self, tokens: Tokens, verb: int) -> NounPhrase | None:
        """The subject of the verb at `verb`, wherever in its clause it stands."""
        v = self._past_auxiliaries(tokens, verb)
        if tokens.low(v - 1) in _STANDING and tokens.low(v - 2) not in self.changes.PREPOSITIONS:
            return None  # a pronoun: "experts fear it could drop"
        if tokens.low(v - 1) == ")":
            v = self._opening(tokens, v - 1)
        if (object_at := self._raising(tokens, v)) is not None:
            return self.first_noun(tokens, *object_at) if object_at[0] < object_at[1] else None
        start = self.clause_start(tokens, v)
        if (first := self.lists.start(tokens, v)) >= 0:
            return self.first_noun(tokens, first, v)
        packs = start == v - 1 and tokens.lows[verb] in self.changes.PARTICLES and tokens.low(start - 1) in _JOINING
        if packs and tokens.lows[start].endswith("s") and tokens.lows[verb + 1] == "to":
            return None  # "sleeps two and packs down to"
        if start < v:
            if tokens.low(start - 1) == "that" and tokens.lows[start].endswith("s") and tokens.lows[start + 1] in _ONE:
                return self._leftmost(tokens, start - 1)  # "a version that lacks a drive going for"
            relative = tokens.low(start - 1) in ("who", "which")
            if v < verb and tokens.low(start - 1) == "who" and self._has_own_verb(tokens, start):
                return self._leftmost(tokens, start - 1)  # "bonuses for those who agree to stay are raised"
            told = tokens.lows[start].endswith("ed") or tokens.lows[start] in self.changes.CHANGES
            told = told and tokens.low(start - 2) not in self.changes.SHOWING | self.changes.SAYING
            if tokens.lows[start].endswith("ed") and tokens.lows[start + 1] == "to" and tokens.low(start - 1) == ",":
                return self._leftmost(tokens, start - 1)  # "a scheme for the village, estimated to cost €7m"
            if told and v > start + 1 and tokens.low(start - 1) in ("that", "who", "which"):
                return self._leftmost(tokens, start - 1)  # "A flat that fetched $300,000 in 2019 now sells for"
            phrase = self.first_noun(tokens, start, v) or self._by_steps(tokens, start, v)
            return self._leftmost(tokens, start - 1) if phrase is None and relative else phrase
        mark = tokens.low(start - 1)
        if mark in WHO:
            return self._antecedent(tokens, start - 1)
        trailing = tokens.lows[verb].endswith("ing") or tokens.lows[verb] in self.changes.PARTICLES
        if mark in _JOINING or (mark == "," and trailing):
            main = self._main_subject(tokens, start - 1)
            shifted = main is None and mark == "," and tokens.lows[verb] in self.changes.PARTICLES
            return self._apposed(tokens, start - 1) if shifted else main
        return self._past_aside(tokens, start - 1) if mark in (",", "—", "–") else None

    def hindered(self, tokens: Tokens, v: int) -> int:
        """The verb in front of "them from" where the verb at `v` is what they are kept from; -1 where there is none."""
        found = self._raising(tokens, v)
        return found[0] - 1 if found is not None else -1

    def _apposed(self, tokens: Tokens, comma: int) -> NounPhrase | None:
        """ "The shares, down 3% this year, rose": the phrase that a comma ends."""
        start = self.clause_start(tokens, comma)
        phrase = self.first_noun(tokens, start, comma) if start < comma else None
        whole = phrase is not None and (phrase.end == comma or tokens.lows[phrase.end] in self.changes.ATTACHING)
        led = tokens.lows[start] in self.words.DETERMINERS
        return phrase if phrase and whole and (led or self.nouns.is_plural(tokens.lows[phrase.head])) else None

    def _raising(self, tokens: Tokens, v: int) -> tuple[int, int] | None:
        """ "expects output to grow by", "stop the walls from sinking": where the object stands that does it."""
        link = tokens.low(v) if tokens.lows[v] in ("to", "not") else tokens.low(v - 1)
        end = v + (tokens.lows[v] == "not") - (link == "from")
        if link not in ("to", "from") or tokens.low(end - 1) in self.changes.EXPECTED:
            return None
        raising = self.changes.RAISING if link == "to" else self.changes.HINDERING
        for t in range(end - 1, max(-1, end - REACH), -1):
            low = tokens.lows[t]
            if low in raising and tokens.low(t - 1) not in self.words.DETERMINERS:
                return t + 1, end
            if tokens.shapes[t] is Shape.MARK or low in self.changes.CLAUSE_STARTS or low in self.words.AUXILIARIES:
                break
        return None

    def _has_own_verb(self, tokens: Tokens, start: int) -> bool:
        """Whether "who" in front of `start` has its verb right behind it, so that a later one is the sentence's."""
        low = tokens.lows[start]
        return low not in self.words.AUXILIARIES | self.changes.PREPOSITIONS | self.words.ADVERBS | {"s", "'s", "’s"}

    def _by_steps(self, tokens: Tokens, start: int, verb: int) -> NounPhrase | None:
        """The subject behind a preposition at the head of its clause ("In May sales rose"); none where it is "it"."""
        return self._leftmost(tokens, verb) if tokens.lows[start] in self.changes.PREPOSITIONS else None

    def _past_auxiliaries(self, tokens: Tokens, verb: int) -> int:
        """Back over "has", "will now", "is expected to", "has been forecast to"."""
        words, v = self.words, verb
        while v > 0 and (
            tokens.lows[v - 1] in words.AUXILIARIES
            or tokens.lows[v - 1] in words.ADVERBS
            or tokens.lows[v - 1] == "last"
            or (tokens.lows[v - 1] == "than" and tokens.low(v - 2) == "more")
        ):
            v -= tokens.lows[v - 1] == "than"  # "profit more than doubled"
            if tokens.lows[v - 1] == "to" and tokens.low(v - 2) in self.changes.EXPECTED:
                if tokens.low(v - 3) not in words.AUXILIARIES and tokens.low(v - 3) not in words.ADVERBS:
                    break
                v -= 1
            v -= 1
        return v

    def _opening(self, tokens: Tokens, closing: int) -> int:
        """The "(" of the bracket that closes at `closing`."""
        for j in range(closing - 1, max(-1, closing - REACH), -1):
            if tokens.lows[j] == "(":
                return j
        return closing

    def clause_start(self, tokens: Tokens, verb: int) -> int:
        j, starts, inside = verb, self.changes.CLAUSE_STARTS, False
        while j > 0 and verb - j < _CLAUSE:
            low = tokens.lows[j - 1]
            opening = self._opening(tokens, j - 1) if low == ")" and j < verb else 0
            owned = tokens.low(opening - 1).endswith(("'s", "’s"))  # "Roe's (ROE) stock"
            if opening > max(0, j - 1 - _BRACKET) and not owned:
                j, inside = opening, True  # "prices of Alma Housing Board (AHB) flats"
                continue
            named = inside and low == "and" and tokens.is_name(j) and tokens.is_name(j - 2)
            pointing = named or (
                low == "that" and tokens.low(j - 2) in self.changes.PREPOSITIONS
            )  # "the toll from that strike"
            pointing = pointing or (low == "before" and tokens.lows[j] in ("tax", "taxes"))  # "profit before tax"
            pointing = pointing or (low == "and" and tokens.lows[j] in _OLDER)  # "people aged 65 and over"
            pointing = pointing or (low == "as" and tokens.low(j - 2).endswith(("ed", "known", "such", "seen")))
            led = tokens.lows[j] in self.words.DETERMINERS or tokens.shapes[j] is Shape.DIGITS
            claimed = low in self.changes.SAYING and led  # "Data shows 48,217 patients were"
            claimed = claimed or (low == "provided" and tokens.lows[j] in self.words.DETERMINERS)  # "if"
            claimed = claimed or (low in self.changes.SHOWING and self._begins_subject(tokens, j, verb))
            claimed = claimed or self._is_told(tokens, j, verb)
            listed = low == "," and tokens.low(j - 2) in self.changes.ADJECTIVES  # "prices for new, well-kept houses"
            breaks = low in BREAKS and not listed and not (low == "–" and tokens.glued(j))
            breaks = breaks or (low == "-" and not tokens.glued(j - 1) and not tokens.glued(j))  # "(AP) - The toll"
            pointing = pointing or is_dated(tokens, j - 1) or self._is_phrase(tokens, j - 1)
            if claimed or (low in starts and not pointing) or breaks:
                return j
            j -= 1
        return j

    def _is_told(self, tokens: Tokens, j: int, verb: int) -> bool:
        """ "told reporters the figure was", "told investors sales fell": whether what is told begins at `j`."""
        if tokens.low(j - 2) not in ("told", "tells", "telling") or not self.nouns.is_plural(tokens.lows[j - 1]):
            return False
        alone = j + 1 == verb and self.nouns.is_plural(tokens.lows[j])
        return alone or tokens.lows[j] in self.words.DETERMINERS

    def _is_phrase(self, tokens: Tokens, j: int) -> bool:
        """Whether "after" at `j` begins no clause: "The sentence after a trial would be", where no verb is in front."""
        if tokens.lows[j] not in ("after", "before") or tokens.lows[0] not in self.words.DETERMINERS:
            return False
        article = tokens.lows[j + 1] in ("a", "an", "the") and 1 < j < _PHRASE
        return article and all(self._is_nominal(tokens, k) for k in range(1, j))

    def _is_nominal(self, tokens: Tokens, k: int) -> bool:
        low = tokens.lows[k]
        verbal = low in self.words.AUXILIARIES or low in self.changes.CHANGES or low.endswith(("ed", "ing"))
        return tokens.shapes[k] is Shape.WORD and not verbal and not self.nouns.stops(tokens, k, k)

    def _begins_subject(self, tokens: Tokens, j: int, verb: int) -> bool:
        """Whether a clause of its own begins behind "figures show" at `j`: "wages rose", but not "shows of force"."""
        if tokens.low(j - 2) in _SPEAKERS and tokens.shapes[max(0, j - 3)] is Shape.WORD and j > _PUT_IN:
            return False  # "the best jar I believe I saw sold for"
        begins = j < verb and tokens.shapes[j] is Shape.WORD and tokens.lows[j] not in self.changes.PREPOSITIONS
        return (
            begins and tokens.lows[j] not in self.words.AUXILIARIES and tokens.low(j - 2) not in self.words.DETERMINERS
        )

    def first_noun(self, tokens: Tokens, first: int, end: int) -> NounPhrase | None:
        """The noun phrase at the head of tokens [first, end)."""
        while first < end and tokens.lows[first] in _OPENERS:
            first += 1
        if tokens.lows[first] in ("those", "that") and tokens.lows[first + 1] in self.changes.PREPOSITIONS:
            return None  # "those to households"
        k = self._past_determiners(tokens, first, end)
        led = tokens.lows[k] in ("record", "some", "estimated")
        if led and tokens.shapes[k + 1] is Shape.DIGITS and k + 2 < end:
            k += 2 + (tokens.lows[k + 2] in self.words.NUMBERS)  # "A record 12,400 seekers crossed"
        share = k + (tokens.lows[k] in self.words.NUMBERS)
        if tokens.lows[share] in _SHARES and tokens.lows[share + 1] == "of" and share + 2 < end:
            k = self._past_determiners(tokens, share + 2, end)  # "Two thirds of households earn"
        acts = tokens.lows[k].endswith("ing") and (k == 0 or tokens.lows[k] not in self.words.ING_NOUNS)
        if acts and tokens.lows[k + 1] in self.words.DETERMINERS:
            return None  # "reducing the population to"
        j = k
        while (
            j < end
            and not self._is_verb_of_name(tokens, j, k)
            and (
                self._joins(tokens, j, k, end)
                if tokens.shapes[j] is not Shape.WORD
                else not self.nouns.stops(tokens, j, k)
                or j == k > first
                or (tokens.lows[j] in self.changes.NOUN_VERBS and tokens.lows[j : j + 2] != ["need", "to"])
                or (j == k + 1 and tokens.lows[k] in self.words.LEADING_NAMES)  # "new fines"
            )
        ):
            j += 1
        while j > k and (
            tokens.shapes[j - 1] is Shape.MARK
            or tokens.lows[j - 1] in self.words.ADVERBS | self.words.PLACE_ADVERBS
            or self._is_adverb(tokens, j)
        ):
            j -= 1
        participle = tokens.lows[j - 1].endswith(("ed", "borne", "born"))
        participle = participle and tokens.lows[j - 1] not in self.words.ING_NOUNS
        participle = participle or (tokens.lows[j - 1] in _MADE and tokens.lows[j] in ("by", "up"))
        priced = tokens.lows[j - 1] in self.changes.POSTMODIFIERS and self.nouns.is_plural(tokens.low(j - 2))
        participle = participle or (tokens.lows[j - 1] in _UNSAID and tokens.lows[j] in self.words.AUXILIARIES)
        doing = tokens.lows[j - 1].endswith("ing") and tokens.lows[j - 1] not in self.words.ING_NOUNS
        participle = participle or (doing and tokens.shapes[j] is Shape.DIGITS)  # "a farm producing 150,000kg"
        if j - k > 1 and (participle or priced) and not tokens.is_name(j - 1):
            j -= 1  # "the cost borne by the state", "an appeal set up by", "prices starting at"
        if tokens.lows[j - 1] in self.changes.STEADY and j - k > 2 and tokens.lows[j - 2] in _LINKING:
            j -= 2  # "Unemployment stays high, at 9%"
        head = tokens.lows[j - 1]
        if j - k == 1 and k == first and head in self.changes.STEADY | self.words.DIRECTIONS:
            return None  # "held steady at 3.7 percent", "moving north at 12 mph"
        pronoun = head in _PRONOUNS  # "most of it"
        if (
            j <= k
            or pronoun
            or self.nouns.is_currency(tokens, j - 1)
            or head in self.words.WHEN | self.changes.STAND_INS
            or head.endswith("'s")
            or len(head) < 2
        ):
            return None
        return NounPhrase(k, j, j - 1, self.nouns.with_of(tokens, j) if j < end else j)

    def _is_verb_of_name(self, tokens: Tokens, j: int, first: int) -> bool:
        """ "IPCC proposes two ways": a word in -s behind a name and in front of an object is a verb."""
        behind = tokens.lows[j + 1] in self.words.DETERMINERS | self.words.NUMBERS
        named = j > first and tokens.is_name(j - 1) and not tokens.is_name(j)
        return named and tokens.lows[j].endswith("s") and (behind or tokens.shapes[j + 1] is Shape.DIGITS)

    @staticmethod
    def _is_adverb(tokens: Tokens, end: int) -> bool:
        low = tokens.lows[end - 1]
        turned = low.endswith(("ward", "wards")) and low not in _WARDS and not tokens.is_name(end - 1)
        return turned or (low.endswith("ly") and end > 1 and low not in ("family", "supply"))

    def _past_determiners(self, tokens: Tokens, first: int, end: int) -> int:
        words, k = self.words, first
        while k < end:
            low = tokens.lows[k]
            if low == "with" and tokens.lows[end].endswith("ing"):
                k += 1  # "with exports to Norland sinking to"
            elif low in self.changes.QUANTIFIERS and tokens.lows[k + 1] == "of":
                k += 2
            elif low in words.DETERMINERS or low in self.changes.LEADING or low in "\"'“‘*":
                k += 1
            else:
                break
        return k

    @staticmethod
    def _joins(tokens: Tokens, j: int, first: int, end: int) -> bool:
        """Whether a mark or number at `j` is part of a name or compound: "U.S.", "S&P 500", "year-on-year"."""
        low = tokens.lows[j]
        if j == first or j + 1 > end:
            return False
        if low in ("-", "‑", "&", "'", "’"):
            return tokens.glued(j)
        if low == ".":
            return tokens.glued(j) and (len(tokens.words[j - 1]) == 1 or tokens.lows[j - 1] in TITLES)
        letters = tokens.words[j - 1]
        coded = tokens.glued(j) and (len(letters) == 1 or letters.isupper()) and tokens.words[j + 1].isalpha()
        # "Q3 sales", "CO2 emissions"
        named = tokens.is_name(j - 1) or tokens.words[j - 1][1:2].isupper()  # "iPhone 7 cases"
        numbered = named and (coded or not tokens.glued(j)) and "," not in tokens.words[j]
        word = tokens.words[j]
        year = (
            len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20") and j + 1 < end
        )  # "the 2024 state budget"
        return tokens.shapes[j] is Shape.DIGITS and (year or numbered or tokens.lows[j - 1] in ("-", "."))

    def _antecedent(self, tokens: Tokens, pronoun: int) -> NounPhrase | None:
        """ "insurance, which dropped to", "a fee that rose to" """
        apart = tokens.low(pronoun - 1) in (",", "—", "–")
        phrase = self.nouns.before(tokens, pronoun - apart)
        if phrase is None or not apart or not tokens.is_name(phrase.head):
            return phrase
        return self.past_place(tokens, phrase)

    def past_place(self, tokens: Tokens, phrase: NounPhrase) -> NounPhrase:
        """Of "the bridge over the Tarn" the bridge, where the phrase is the place."""
        place = phrase.first - 1 - (tokens.low(phrase.first - 1) == "the")
        outer = self.nouns.before(tokens, place) if tokens.low(place) in _PLACES else None
        led = outer is not None and tokens.low(outer.first - 1) in self.words.DETERMINERS
        several = outer is not None and tokens.lows[place] == "from" and self.nouns.is_plural(tokens.lows[outer.head])
        led = led or several  # "imports from China, which it said had risen"
        return outer if led and outer is not None else phrase

    def _main_subject(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The subject of the sentence: what stands before its first verb ("The bond has weakened, hitting 16%").

        Where clauses are joined, that of the last one: "Guests stayed away, but arrivals rose, reaching 410,000".
        """
        last = max(0, end - _CLAUSE)
        joined = next((j for j in range(end - 1, last, -1) if self._joins_clause(tokens, j)), 0)
        return self._first_subject(tokens, joined + 1, end) or self._first_subject(tokens, 1, min(end, _MAIN_VERB))

    def _joins_clause(self, tokens: Tokens, j: int) -> bool:
        return tokens.lows[j] in ("but", "while", "whereas") and tokens.lows[j - 1] == ","

    def _first_subject(self, tokens: Tokens, first: int, end: int) -> NounPhrase | None:
        """The subject of the first verb among tokens [first, end)."""
        words = self.words
        for j in range(first, end):
            low = tokens.lows[j]
            if low == "up" and tokens.lows[j + 1] == "to":
                continue  # "affects up to 11 million people and could cost"
            if (
                (low in words.AUXILIARIES and low not in ("to", "not"))
                or low in self.changes.CHANGES
                or low in self.changes.STARTS
            ):
                v = self._before_bracket(tokens, j)
                return self.first_noun(tokens, self.clause_start(tokens, v), v)
        return None

    def _before_bracket(self, tokens: Tokens, verb: int) -> int:
        return self._opening(tokens, verb - 1) if tokens.low(verb - 1) == ")" else verb

    def _past_aside(self, tokens: Tokens, comma: int) -> NounPhrase | None:
        """ "The plane, which the state had chartered, cost": the subject in front of what is put between."""
        for j in range(comma - 1, max(0, comma - _CLAUSE), -1):
            if tokens.lows[j] in (",", "—", "–"):
                start = self.clause_start(tokens, j)
                return self.first_noun(tokens, start, j) if start < j else None
        return None

    def _leftmost(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The phrase that ends at `end`, past "of the retail giant" and "in 2019"."""
        words = self.words
        phrase: NounPhrase | None = None
        j = end
        for _ in range(3):
            k = j - 1
            while k > max(0, j - _DATES) and tokens.shapes[k] is Shape.DIGITS:
                k -= 1
            found = self.nouns.before(tokens, k + 1)
            start = found.first if found else k + 1
            while start > 0 and tokens.lows[start - 1] in words.DETERMINERS:
                start -= 1
            if found is not None and (lasting := past_duration(tokens, found.head, start, self.words.NUMBERS)) < start:
                j = lasting
                continue
            if found is not None and not (phrase is not None and tokens.lows[found.head] in self.changes.QUANTIFIERS):
                phrase = found
            if start > 0 and tokens.lows[start - 1] in self.changes.ATTACHING:
                j = start - 1
                continue
            break
        return phrase
