"""What a pronoun stands for: the subject of an earlier clause or sentence that agrees with it in number."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.numbers.events.lexicon import EventWords
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.said.verbs import VerbReader
from pipeline.numbers.sentences import Sentence, are_apart
from pipeline.numbers.tokens import Tokens, tokenize
from pipeline.numbers.wordlists import word_set

__all__ = ["Named", "Reader", "Subjects"]

_BACK = 3  # sentences back in which an antecedent is looked for
_LONGEST = 1200  # code points of a sentence that are read
_READ = 60  # words of a sentence in which something is bought
_TOWARDS = frozenset({"up", "in", "on", "for", "into", "to", "out"})
_JOINTS = word_set("and but or that which who when while because if after before as than where so since until though")
_PLURAL = frozenset({"they", "these", "those", "them", "each", "they're", "they'll", "they'd"})
_PERSONS = frozenset({"he", "she", "him", "he's", "she's", "he'll", "she'll", "he'd", "she'd"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "professor", "mx"})
_OTHERS = frozenset({"i", "we", "you", "us", "me", "i'm", "we're", "you're"})


class Named(NamedTuple):
    """A noun phrase and the sentence whose tokens it is made of."""

    tokens: Tokens
    phrase: NounPhrase


class Reader(NamedTuple):
    """A sentence with the reader of its clauses."""

    tokens: Tokens
    clauses: ClauseReader


class Subjects:
    """Reads the subjects of the sentences of one text, each sentence once and only when it is asked for."""

    def __init__(self, text: str, sentences: Sequence[Sentence], nouns: NounReader, lexicon: EventWords) -> None:
        self.text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self.nouns = nouns
        self.lexicon = lexicon
        self._readers: dict[int, Reader] = {}

    def place(self, offset: int) -> int:
        """The index of the sentence that holds the code point at `offset`."""
        return bisect_right(self._starts, offset) - 1

    def goes_on(self, index: int) -> bool:
        """Whether a sentence stands in front of the one at `index` and no blank line between them."""
        return index > 0 and not self.are_apart(self._sentences[index - 1].end, self._sentences[index].start)

    def is_base(self, offset: int) -> bool:
        """Whether a number at `offset` is what a rate is counted by: "25 cases per 100,000 people"."""
        return self.text[max(0, offset - 4) : offset].lower() == "per "

    def are_apart(self, start: int, end: int) -> bool:
        """Whether a blank line stands in this stretch of the text."""
        return are_apart(self.text, start, end)

    def reader(self, index: int) -> Reader:
        """The reader of the sentence at `index`."""
        if index not in self._readers:
            sentence = self._sentences[index]
            tokens = tokenize(self.text, sentence.start, min(sentence.end, sentence.start + _LONGEST))
            verbs = VerbReader(tokens, self.nouns, self.lexicon)
            self._readers[index] = Reader(tokens, ClauseReader(tokens, verbs, self.nouns))
        return self._readers[index]

    def resolve(self, index: int, role: Role | None, depth: int = 0) -> Named | None:
        """The noun phrase of `role` in the sentence at `index`; for a pronoun that of what it stands for."""
        if role is None:
            return None
        tokens = self.reader(index).tokens
        if role.phrase is not None:
            return Named(tokens, role.phrase)
        low = tokens.low(role.pronoun)
        if low in _OTHERS or depth > _BACK:
            return None
        return self._here(index, role.pronoun, low) or self._before(index, low, depth)

    def _here(self, index: int, pronoun: int, low: str) -> Named | None:
        """The subject of a clause in front of the pronoun's, in its own sentence: "The car is new, and it costs"."""
        tokens, clauses = self.reader(index)
        if low in ("it", "them") and tokens.low(pronoun - 2) in ("and", "or") and clauses.verbs.is_verb(pronoun - 1):
            v = clauses.verb_before(pronoun - 2)  # "curb prices and stop them from rising"
            thing = clauses.object_of(v, pronoun - 2) if v >= 0 else None
            named = Named(tokens, thing.phrase) if thing is not None and thing.phrase is not None else None
            return self._agreeing(named, low) if named is not None else None
        verb = clauses.first_verb()
        if low in ("it", "them") and 0 <= verb < pronoun and self._is_object(index, verb, pronoun):
            return None  # "Observers found 604 of them": of others
        if not 0 <= verb < pronoun or clauses.verbs.base(verb) in self.lexicon.sets["clause_verbs"]:
            return None
        if (made := self._made(index, verb, low)) is not None and made.phrase.last <= pronoun:
            return self._agreeing(made, low)
        role = clauses.subject(verb)
        if role is None or role.phrase is None or role.phrase.last > pronoun:
            return None
        return self._agreeing(Named(tokens, role.phrase), low)

    def _is_object(self, index: int, verb: int, pronoun: int) -> bool:
        """Whether a pronoun stands in the object of a verb, with no other clause between."""
        tokens, clauses = self.reader(index)
        between = range(verb + 1, pronoun)
        apart = any(tokens.lows[k] in _JOINTS or tokens.lows[k] in ",;:—–" for k in between)
        return not apart and sum(clauses.verbs.is_verb(k) for k in between) < 2

    def _before(self, index: int, low: str, depth: int) -> Named | None:
        """The subject of the sentence before, where it stands near."""
        last = index - 1
        if not self.goes_on(index):
            return None
        _, clauses = self.reader(last)
        verb = clauses.first_verb()
        if verb < 0:
            return None
        made = self._made(last, verb, low) or self._acquired(last, low)
        named = made or self.resolve(last, clauses.subject(verb), depth + 1)
        agreeing = self._agreeing(named, low) if named is not None else None
        far = low not in _PERSONS and depth < _BACK - 1
        return agreeing or (self._before(last, low, depth + 1) if far else None)

    def _made(self, index: int, verb: int, low: str) -> Named | None:
        """The object of one who acts, which "it" in the next sentence means: "The council passed a budget. It is"."""
        tokens, clauses = self.reader(index)
        subject = clauses.subject(verb)
        if low in _PERSONS | _PLURAL or subject is None or clauses.verbs.is_be(verb):
            return None
        head = subject.phrase.head if subject.phrase is not None else subject.pronoun
        agents = self.lexicon.sets["groups"] | self.nouns.words.PEOPLE | self.nouns.words.governing.AGENTS
        acts = tokens.lows[head] in agents | _PERSONS | _OTHERS or self._is_name(tokens, head)
        while tokens.low(verb + 1) in _TOWARDS:
            verb += 1  # "signed up for a class"
        thing = clauses.object_of(verb, tokens.count) if acts and tokens.low(verb + 1) in ("a", "an", "the") else None
        return Named(tokens, thing.phrase) if thing is not None and thing.phrase is not None else None

    def _acquired(self, index: int, low: str) -> Named | None:
        """ "When I bought a course in Turku ... It was": what somebody bought, wherever the sentence says so."""
        tokens, clauses = self.reader(index)
        if low in _PERSONS | _PLURAL:
            return None
        for verb in range(min(tokens.count, _READ) - 1, 0, -1):
            if tokens.lows[verb] in self.nouns.words.governing.ACQUIRING and tokens.lows[verb + 1] in ("a", "an"):
                thing = clauses.object_of(verb, tokens.count)
                return Named(tokens, thing.phrase) if thing is not None and thing.phrase is not None else None
        return None

    def _is_name(self, tokens: Tokens, head: int) -> bool:
        """Whether a name of one or two words stands alone: "Ford", and no "Ford's new car"."""
        first = head - (tokens.is_name(head - 1) and head > 0)
        begins = first == 0 and not self.nouns.is_plural(tokens.lows[head])
        return tokens.is_name(head) and begins and tokens.lows[0] not in self.nouns.words.DETERMINERS

    def _agreeing(self, named: Named, low: str) -> Named | None:
        """A noun phrase, if a pronoun may stand for it."""
        head = named.phrase.head
        word = named.tokens.lows[head]
        first = head == 0 and (self.nouns.is_plural(word) or word in self.nouns.words.DETERMINERS)
        is_name = named.tokens.is_name(head) and not first
        is_person = word in self.nouns.words.PEOPLE
        if low in _PERSONS:
            return named if is_person or is_name else None
        if low in ("that", "this") and is_name:
            return None  # "Roe dismissed it. “That is less than $300”"
        if low == "it" and not _TITLES.isdisjoint(named.tokens.lows[max(0, named.phrase.first - 2) : head]):
            return None  # "Mr Roe"
        plural = self.nouns.is_plural(word)
        if plural != (low in _PLURAL) and (plural or low in _PLURAL or not is_name):
            return None
        return None if is_person and low not in _PLURAL else named
