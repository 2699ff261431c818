"""What a number is said of: "shares of the retailer rose 5%", "cut the price of bread to $2", "a rate of 4%"."""

from pipeline.numbers.nouns import NounPhrase
from pipeline.numbers.relatives import RelativeReader
from pipeline.numbers.stretches import is_dated
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.verb_subjects import BREAKS, REACH

__all__ = ["Measured"]

_ADJECTIVES = 5
_LYING = frozenset({"from", "in", "at", "on", "across"})
_VALUED = (["to", "the", "value", "of"], ["to", "the", "tune", "of"])
_HEATED = frozenset({"heated", "warmed", "cooled", "chilled", "kept", "held"})
_LABEL = 14  # words of a label and its bracket
_OFFER = 6  # words of what is on offer
_FIELDS = frozenset({".", ";", "•", "|", "–", "—", "*"})
_COINS = frozenset({"$", "£", "€"})
_WEIGHED = [
    [weight, "of"]
    for weight in (
        *("kilograms", "kilos", "kg", "kgs", "grams", "pounds", "ounces", "tons", "tonnes", "litres", "liters"),
        *("kilo", "pound", "ounce", "ton", "tonne"),
    )
]
_SUMMING = frozenset({"totalling", "totaling", "costing", "averaging"})
_SUMMED = frozenset({"total", "average", "maximum", "minimum"})  # "lower its arm by a total of"
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_LEVEL_NOUNS = frozenset({"peak", "cost", "average", "total", "start", "end", "range", "gain", "close"})
_LABELS = frozenset(
    {"fee", "fare", "fine", "bill", "figure", "budget", "toll", "sum", "offer", "bid", "prize", "tally"}
)
_LEVELS = frozenset({"to", "from", "at", "by", "between", "as"})


class Measured(RelativeReader):
    """Finds the noun phrase in front of a number that the number measures or counts."""

    def of_amount(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """What the amount (with its hedge) that begins at token `i` is said of."""
        if tokens.low(i - 1) == ";":
            return None  # another clause
        shaded = tokens.lows[i] == "a" and tokens.lows[i + 1] in ("shade", "touch", "little", "bit", "fraction")
        if shaded and (beside := self.nouns.before(tokens, i)) is not None:
            return beside  # "at rates a shade under 4%"
        if tokens.lows[i + 1 : i + 2] == ["of"] and tokens.lows[i] in ("north", "south", "upwards"):
            beside = self.nouns.before(tokens, i)  # "a bill north of $50,000"
            if beside is not None and tokens.low(beside.first - 1) in ("a", "an"):
                return beside
        equal = i if tokens.lows[i : i + 3 : 2] == ["as", "as"] else i - 3
        if equal >= 0 and tokens.lows[equal : equal + 3 : 2] == ["as", "as"]:
            return self._equalled(tokens, equal)
        if tokens.lows[i] in self.changes.EXCEEDING:
            return self._beside(tokens, i) or self._subject(tokens, i)
        # "fines from $2 to $5"
        behind_noun = tokens.lows[i] in self.changes.COMPARED or tokens.lows[i] in ("from", "near", "around")
        behind_noun = behind_noun or tokens.lows[i : i + 2] == ["up", "to"]  # "gusts up to 60 mph"
        if tokens.lows[i] == "from" and (phrase := self._object(tokens, i)) is not None:
            return phrase
        counted = self.nouns.is_plural(tokens.low(i - 1)) or tokens.low(i - 1) in self.changes.SIZED
        named = tokens.is_name(i - 1) and tokens.is_name(i - 2)  # "Temple Meads"
        counted = counted and not self._acts(tokens, i - 1) and not named
        if behind_noun and counted and tokens.low(i - 1) not in self.changes.CHANGES:
            return self.nouns.before(tokens, i)  # "shops with turnovers less than $30,000"
        if tokens.lows[i] in self.changes.COMPARED and tokens.low(i - 2) in ("a", "an", "any", "no"):
            return self.nouns.before(tokens, i)  # "a loss greater than 5%", "no load heavier than three tons"
        held = self._leftmost(tokens, i) if tokens.lows[i] in self.changes.COMPARED else None
        if held is not None and held.end < i and tokens.lows[held.head] in self.changes.SIZED:
            return held  # "prices at the pump above $4"
        j = self._past_modifiers(tokens, i)
        j -= 3 * (tokens.lows[max(0, j - 3) : j] == ["plus", "or", "minus"])
        if tokens.lows[max(0, j - 4) : j] in _VALUED:
            return self._leftmost(tokens, j - 4)  # "took out loans from a bank to the value of $2 million"
        if tokens.low(j - 1) == "of":
            return self._owner(tokens, j - 1)
        if (group := self.among(tokens, j - 1)) is not None:
            return group
        preposition = tokens.low(j - 1) if tokens.low(j - 1) in self.changes.CHANGE_PREPOSITIONS else ""
        j -= bool(preposition)
        if preposition in ("at", "as") and (valued := self.valued(tokens, j - 1)) is not None:
            return valued
        ranged = preposition == "to" and tokens.low(j - 1) in ("down", "up") and self.nouns.is_plural(tokens.low(j - 2))
        near = self.nouns.before(tokens, j - 1) if ranged else None
        if near is not None and tokens.low(near.first - 1) == "in":
            return near  # "used it in temperatures down to 25F"
        heated = self.nouns.before(tokens, j - 1) if preposition and tokens.low(j - 1) in _HEATED else None
        if heated is not None and tokens.low(heated.first - 1) in ("in", "into", "with"):
            return heated  # "moved them into water warmed to"
        verb = self._verb_before(tokens, j)
        if verb < j and not (preposition and tokens.lows[verb] in ("cost", "costs")):
            return self._of_verb(tokens, verb, preposition)
        if preposition == "at" and tokens.low(j - 1) == ",":
            return self.first_noun(tokens, self.clause_start(tokens, j - 1), j - 1)  # "inflation is high, at 6.8%"
        if preposition == "for":
            return self._traded(tokens, j)
        if tokens.low(j - 1) == ":":
            return self._label(tokens, j - 1)
        if (
            preposition == "from"
            and tokens.lows[i] in _COINS
            and j < _OFFER
            and self.nouns.is_plural(tokens.low(j - 1))
        ):
            return self.nouns.before(tokens, j)  # "Rooms from $180"
        return self._object(tokens, j) if preposition in _LEVELS else None

    def _equalled(self, tokens: Tokens, as_: int) -> NounPhrase | None:
        """ "gusts as high as 90 mph", "the wall was as tall as 6 metres": what "as" at `as_` compares."""
        be = as_ - 1
        while tokens.low(be) in self.words.ADVERBS or tokens.low(be).endswith("ly"):
            be -= 1
        if tokens.low(be) in self.words.AUXILIARIES:
            return self._subject(tokens, be)
        near = self.nouns.before(tokens, as_)
        return self._leftmost(tokens, as_) if near is not None and near.last == as_ else None

    def _acts(self, tokens: Tokens, v: int) -> bool:
        """ "The ministry invests more than": a form in -s behind one thing at the head of its clause."""
        s = v - 1
        while s > 0 and (tokens.lows[s] in self.words.ADVERBS or tokens.lows[s] == "also"):
            s -= 1
        one = s >= 0 and tokens.shapes[s] is Shape.WORD and not self.nouns.is_plural(tokens.lows[s])
        if not one or tokens.lows[v] in self.changes.SIZED or self.nouns.stops(tokens, s, v):
            return False
        led = tokens.low(s - 1) in self.words.DETERMINERS and tokens.low(s - 2) not in self.changes.PREPOSITIONS
        return tokens.words[v].islower() and (led or (tokens.is_name(s) and s > 0))

    def _beside(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """ "gusts of wind exceeding 100 mph", "amounts of gold exceeding 1 kg" """
        near = self.nouns.before(tokens, i) if tokens.lows[i] in ("exceeding", "topping") else None
        held = near is not None and tokens.low(near.first - 1) == "of"
        outer = self.nouns.before(tokens, near.first - 1) if near is not None and held else None
        sums = outer is None or self.nouns.lemma(tokens.lows[outer.head]) in self.changes.SUMS
        return near if sums else outer

    def _label(self, tokens: Tokens, colon: int) -> NounPhrase | None:
        """ "base price: $20", "Deaths in the north (2022): 48": the head of what stands in front of the colon."""
        first = colon
        while first > 0 and colon - first < _LABEL and tokens.lows[first - 1] not in _FIELDS:
            if tokens.lows[first - 1] in self.words.AUXILIARIES - {"to"}:
                break
            first -= 1
        opens = first == 0 or tokens.lows[first - 1] in _FIELDS
        phrase = self.first_noun(tokens, first, colon) if opens else None
        if phrase is not None and (self.nouns.is_plural(tokens.lows[phrase.head]) or tokens.low(colon - 1) == ")"):
            return phrase
        near = self.nouns.before(tokens, colon) if tokens.shapes[colon - 1] is Shape.WORD else None
        named = near is not None and (tokens.is_name(near.head) or self._names_level(tokens, near))
        return near if opens or named else None

    def _names_level(self, tokens: Tokens, phrase: NounPhrase) -> bool:
        """Whether a sentence ends in what a number behind its colon may be: "They agreed on a price: $20"."""
        head = self.nouns.lemma(tokens.lows[phrase.head])
        verb = tokens.low(phrase.head - 1) in self.words.AUXILIARIES  # "what it would cost: $2"
        return not verb and (
            head in self.changes.SIZED or head in _LABELS or self.nouns.is_plural(tokens.lows[phrase.head])
        )

    def of_level(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """What a bare number at token `i` counts: "the number of cases has risen to 127", "arrests fell from 19"."""
        j = i - (tokens.low(i - 1) == "between")
        j -= 2 * (tokens.low(i - 2) in ("a", "an") and tokens.low(i - 1).isalpha())  # "stands at an alarming 698"
        if tokens.low(j - 1) in ("to", "at") and (phrase := self._number_of(tokens, j - 1)) is not None:
            return phrase
        averaged = tokens.low(i - 1) == "of" and tokens.low(i - 2) in _SUMMED - {"total"}
        phrase = None if averaged else self.of_amount(tokens, i)
        if phrase is None or tokens.lows[phrase.head] in self.changes.GUESSES:
            return None
        if tokens.low(phrase.head) in ("number", "numbers") and tokens.lows[phrase.head + 1] == "of":
            return self.nouns.ahead(tokens, phrase.head + 2, loose=True)
        return phrase

    def subject(self, tokens: Tokens, verb: int) -> NounPhrase | None:
        """The subject of the verb at token `verb`."""
        return self._subject(tokens, verb)

    def before(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The noun phrase that ends at token `end`, past what is put behind its head: "the wheel of the car"."""
        return self._leftmost(tokens, end)

    def _past_modifiers(self, tokens: Tokens, i: int) -> int:
        """Back over what may stand between verb or preposition and number: "to the current $5", "rose nearly 5%"."""
        words, j = self.words, i
        k = i
        while k > 0 and tokens.lows[k - 1] in self.changes.LEVEL_ADJECTIVES:
            k -= 1
        if k < i:
            k -= tokens.low(k - 1) in words.DETERMINERS
            j = k if tokens.low(k - 1) in self.changes.CHANGE_PREPOSITIONS else i
        for size in range(2, _ADJECTIVES):  # "is a mechanically-limited 87 mph"
            led = tokens.low(i - size) in ("a", "an") and "of" not in tokens.lows[i - size : i]
            if led and tokens.low(i - size - 1) in self.changes.CHANGES:
                return i - size
        while j > 0 and (tokens.lows[j - 1] in words.ADVERBS | {"much"} or tokens.lows[j - 1].endswith("ly")):
            if tokens.lows[j - 1] in self.changes.CHANGES or tokens.lows[j - 1] in words.LY_NOUNS:
                break
            j -= 1
        return j

    def _owner(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """ "an occupancy rate of 11%", but not "a total of 5%": the noun in front of "of"."""
        if tokens.low(end - 1) in self.changes.MOVES and tokens.low(end - 2) not in self.words.AUXILIARIES:
            return self.nouns.before(tokens, end) or NounPhrase(end - 1, end, end - 1, end)  # "a rise of 2 degrees"
        # "a “mobilisation fee” of $14 million"
        end -= tokens.lows[end - 1] in ("”", '"', "’") and tokens.glued(end - 1)
        year = tokens.shapes[end - 1] is Shape.DIGITS and tokens.low(end - 2) in ("in", "by")  # "output in 2030 of"
        phrase = self.nouns.before(tokens, end - 2 * year)
        if phrase is None:
            return None
        if tokens.lows[phrase.head] in self.changes.SUMS:
            first = phrase.first - (tokens.low(phrase.first - 1) in self.words.DETERMINERS)
            led = tokens.low(first - 1) in self.changes.CHANGE_PREPOSITIONS | {"worth"}
            return self.of_amount(tokens, first) if led and tokens.lows[phrase.head] in _SUMMED else None
        formed = phrase.first - (tokens.low(phrase.first - 1) == "the")
        if tokens.lows[phrase.head] == "form" and tokens.low(formed - 1) == "in":
            return self.nouns.before(tokens, formed - 1)  # "help in the form of $3 million"
        outer = self.nouns.before(tokens, phrase.first - 1) if tokens.low(phrase.first - 1) == "of" else None
        if outer is not None and tokens.lows[outer.head] in self.changes.MARGINS:
            return outer  # "a typical margin of defeat of 58%"
        if tokens.lows[phrase.head] in self.changes.EXTREMES:  # "the index hit a record high of 40,816"
            start = self.clause_start(tokens, phrase.first)
            return self.first_noun(tokens, start, phrase.first) or phrase
        return phrase

    def _of_verb(self, tokens: Tokens, verb: int, preposition: str) -> NounPhrase | None:
        words, low = self.words, tokens.lows[verb]
        counted = verb > 1 and tokens.shapes[verb - 2] is Shape.DIGITS and self.nouns.is_plural(tokens.low(verb - 1))
        if preposition == "for" and counted:
            return self.nouns.before(tokens, verb)  # "counted 402 flats sold for"
        if (
            low in ("go", "goes", "went", "gone", "going")
            and not preposition
            and tokens.lows[verb + 1] not in self.changes.CHANGES
        ):
            return None  # "lets you go $50 into the red"
        if low in self.changes.PASSING and preposition == "for":
            return None  # "passing for 235 yards"
        if low in self.changes.PARTICLES and tokens.low(verb - 1).endswith(("ed", "ing")) and preposition == "":
            return None  # "racked up $5,000 in fines"
        moved = self._object(tokens, verb) if low in self.changes.PARTICLES and preposition else None
        if moved is not None and (moved.end == verb or tokens.low(moved.end) in _LYING):
            return moved  # "bring the rate of tax down to", "bring the temperature in Madrid down by"
        behind = tokens.low(verb - 1) in words.AUXILIARIES or tokens.low(verb - 1) in words.ADVERBS
        if low in self.changes.POSTMODIFIERS and not behind:
            near = self.nouns.before(tokens, verb - (tokens.low(verb - 1) == ","))
            if near is not None and tokens.lows[max(0, near.first - 2) : near.first] in _WEIGHED:
                return near  # "12 kilograms of cocaine worth $600,000"
            if tokens.low(verb - 1) == "," and near is not None and tokens.is_name(near.head):
                return None  # "fines in Mato Grosso, worth"
            if tokens.low(verb - 1) in self.words.ALSO_PLURALS:  # "want rises totalling 14 per cent"
                return NounPhrase(verb - 1, verb, verb - 1, verb)
            return self._leftmost(tokens, verb - (tokens.low(verb - 1) == ","))
        return self._subject(tokens, verb)

    def _verb_before(self, tokens: Tokens, j: int) -> int:
        """The first token of the verb of change that ends at `j` ("is off too, down"), or `j`."""
        words, verb = self.words, j
        while verb > 0:
            low = tokens.lows[verb - 1]
            if (tokens.is_name(verb - 1) and verb > 1) or (tokens.low(verb - 2) in HYPHENS and tokens.glued(verb - 1)):
                break  # "the Industrial Average lost", "the start-up at"
            linked = (
                low in ("too", ",")
                and verb < j
                and (tokens.low(verb - 2) in self.changes.CHANGES or tokens.low(verb - 2) == "too")
                and tokens.low(verb - 3) not in words.DETERMINERS  # "30% of the total, fell 12%"
            )
            if low not in self.changes.CHANGES and low not in words.ADVERBS and not linked:
                break
            if verb < j and tokens.lows[verb] in _SUMMING and low.endswith("s") and low not in words.AUXILIARIES:
                break  # "want raises totalling 14 per cent"
            if (low in self.changes.ALSO_NOUNS and verb < j) or self._is_noun(tokens, verb - 1):
                break  # "input costs rose by 20%"
            verb -= 1
        while verb < j and tokens.lows[verb] in words.ADVERBS and tokens.lows[verb] not in self.changes.CHANGES:
            verb += 1
        return verb

    def _is_noun(self, tokens: Tokens, v: int) -> bool:
        """Whether the word of change at `v` is a noun: "the total increase to $5", but not "the shares rise to"."""
        words = self.words
        if tokens.low(v - 1) in _ARTICLES and tokens.lows[v] in _LEVEL_NOUNS:
            return True  # "puts the average at 44"
        if tokens.lows[v] not in self.changes.MOVES:
            return False
        if tokens.low(v - 1) in words.DETERMINERS:
            return True
        named = tokens.low(v - 2) in words.DETERMINERS or tokens.low(v - 2).endswith("'s")
        return named and not self.nouns.is_plural(tokens.low(v - 1)) and tokens.low(v - 1) not in words.AUXILIARIES

    def _object(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """ "raise the minimum wage by $1 to", "a reduction in costs from": what a verb or noun of change moves."""
        for t in range(end - 1, max(-1, end - REACH), -1):
            low = tokens.lows[t]
            if low in self.changes.MOVES and tokens.lows[t + 1] in ("in", "of"):
                return self.first_noun(tokens, t + 2, end)
            causes = low in self.changes.CAUSES and (
                low not in self.changes.CAUSES_OR_NOUNS or self._governs(tokens, t, end)
            )
            first = t + 1 + (tokens.lows[t + 1] in self.changes.PARTICLES)  # "bring down the rate"
            causes = causes or (
                tokens.low(end) == "at" and low in self.changes.PUTTING
            )  # "polls have Lee at", "analysts see rates at"
            if tokens.low(end) == "as":
                causes = low in self.changes.GIVING  # "gave the toll as"
            if causes and first < end and (phrase := self.first_noun(tokens, first, end)) is not None:
                if low == "with" and phrase.end < end and tokens.low(phrase.end) in self.words.AUXILIARIES:
                    break  # "a tractor with a trailer of hay was clocked at"
                joined = tokens.low(end) == "by" and tokens.low(phrase.end) in ("and", "but")
                return None if joined else phrase  # "those who took the pill and by 9 percent"
            if tokens.low(end) == "at" and low in ("that", "who", "which") and tokens.shapes[t - 1] is Shape.WORD:
                continue  # "put the share of homes that run short at 18%"
            if low == "and" and self.nouns.is_plural(tokens.low(t - 1)) and self.nouns.is_plural(tokens.low(t + 1)):
                continue  # "put the damage to crops and fisheries at"
            if (low in self.changes.CLAUSE_STARTS and not is_dated(tokens, t)) or (low in BREAKS and low not in '“”"'):
                break
        named = tokens.low(end) == "by" and tokens.is_name(end - 1)
        return self._leftmost(tokens, end) if named else None  # "and Burlington by 2.6%"

    def _governs(self, tokens: Tokens, t: int, end: int) -> bool:
        """Whether a word that may be a noun is a verb here: "to raise", "cut the"."""
        subject = self.nouns.is_plural(tokens.low(t - 1)) and not tokens.lows[t].endswith("s")  # "makers increase"
        if tokens.lows[t] in ("cut", "set") and tokens.shapes[t - 1] is Shape.WORD and t > 0:
            moved = self.first_noun(tokens, t + 1, end)  # "the bank cut rates by"
            plural = moved is not None and self.nouns.is_plural(tokens.lows[moved.head])
            noun = tokens.low(t - 1) in self.words.DETERMINERS or self.nouns.stops(tokens, t - 1, t - 1)
            if moved is not None and plural and not noun and tokens.low(moved.end) in _LEVELS:
                return True
        return subject or tokens.low(t - 1) in self.words.AUXILIARIES or tokens.lows[t + 1] in self.words.DETERMINERS

    def _number_of(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The noun of "the number of deaths" where that ends at `end`: "bringing ... to", "put ... at"."""
        for j in range(end - 3, max(-1, end - REACH), -1):
            if tokens.lows[j] == "number" and tokens.lows[j + 1] == "of":
                first = j + 2 + (tokens.lows[j + 2] == "the")
                phrase = self.nouns.ahead(tokens, first, loose=True)
                if phrase is None and tokens.lows[first] in self.words.STATES:
                    phrase = NounPhrase(first, first + 1, first, first + 1)  # "the number of dead"
                return phrase if phrase is not None and phrase.last <= end else None
            if tokens.shapes[j] is Shape.MARK:
                return None
        return None
