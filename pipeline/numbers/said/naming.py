"""One amount after the other: whose noun it shares, or of what its clause says it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.asking import HARMED
from pipeline.numbers.mention import Mention
from pipeline.numbers.nouns import NounPhrase
from pipeline.numbers.persons import may_be_hurt
from pipeline.numbers.said.antecedents import Named, Subjects
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.said.corrections import corrected
from pipeline.numbers.said.echoes import echoed, is_held, of_those, only_plural, polled
from pipeline.numbers.said.governors import Governors, Place
from pipeline.numbers.said.lenders import gapped, lender
from pipeline.numbers.said.listings import is_alone, is_offered, item_of, title_of
from pipeline.numbers.said.shares import (
    asks_for_persons,
    behind_those,
    heads_clause,
    is_told,
    pronoun_behind,
    whole_in_front,
    whole_of,
)
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["Naming"]

_MANY = 12  # mentions in front of one that may lend it their noun
_FAR = 600  # code points between a mention and one that may lend it its noun
_LISTED = frozenset({"money", "measure"})
_PERSONS = frozenset({"he", "she", "i", "they", "we", "you"})
_SHARES = frozenset({"percent", "ratio"})
_OF_PERSONS = frozenset({"percent", "age", "count"})


class Naming:
    """Names amounts that have no noun beside them."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._nouns = subjects.nouns
        self._governors = Governors(subjects.nouns.words)

    def name(self, mention: Mention, earlier: Sequence[Mention]) -> Mention:
        """The mention with the noun of its clause; as it was where there is none or two compete."""
        index = self._subjects.place(mention.phrase_start)
        tokens, clauses = self._subjects.reader(index)
        place = bisect_left(tokens.starts, mention.phrase_start), bisect_left(tokens.starts, mention.phrase_end)
        if place[0] >= tokens.count:
            return mention  # behind what is read of a sentence
        if mention.kind == "time":
            return self._with(mention, index, self._governors.duration(clauses, place))
        near = [m for m in earlier[-_MANY:] if m.is_quantity and not self._are_apart(m, mention)]
        near = [m for m in near if not self._subjects.is_base(m.phrase_start)]
        here = [m for m in near if m.char_start >= tokens.starts[0]]
        source = of_those(tokens, place[0], mention, near) or lender(clauses, place, mention, here)
        if source is not None and source.kind == "count" and mention.kind in ("count", "percent"):
            source = self._main(source, here)
        role = None
        if source is None:
            source = echoed(clauses, place, mention, near)
        if source is None:
            source, role = self._share(mention, clauses, place, near)
        if source is not None and self._is_of_persons(mention, tokens.lows[place[1]], source):
            return mention
        if source is not None:
            return replace(mention, noun=source.noun, noun_head=source.noun_head, noun_elided=True)
        if mention.kind == "count" and (meant := corrected(self._subjects, index, place)) is not None:
            return self._named(mention, meant)
        if role is None:
            role = gapped(clauses, place[0], mention, here) or self._governors.role(mention, clauses, place)
        if role is not None and role.pronoun >= 0 and tokens.low(role.pronoun) == "each":
            several = next((m for m in reversed(near) if m.kind == "count" and m.noun is not None), None)
            if several is not None:  # "built five canoes. Each is 4 metres long"
                return replace(mention, noun=several.noun, noun_head=several.noun_head, noun_elided=True)
        if (vote := polled(tokens, *place, mention, near)) is not None:
            return replace(mention, noun=vote.noun, noun_head=vote.noun_head, noun_elided=True)
        named = self._with(mention, index, role)
        if named.noun is None and mention.kind == "count" and (meant := only_plural(self._subjects, index, place)):
            return self._named(mention, meant)
        if (
            named.noun is None
            and mention.kind in _SHARES
            and behind_those(clauses, place[1])
            and is_told(clauses, place[1])
        ):
            return replace(mention, noun="those", noun_head="those", noun_elided=False)
        return named if named.noun is not None or mention.kind not in _LISTED else self._listed(named, index, place)

    def _main(self, source: Mention, here: Sequence[Mention]) -> Mention:
        """The count that a sentence is about, where `source` only says where: "6,120 children to its 14 centres"."""
        if not is_held(self._subjects.text, source):
            return source
        free = (
            m for m in reversed(here) if m.kind == "count" and m.noun is not None and m.char_start < source.char_start
        )
        return next((m for m in free if not is_held(self._subjects.text, m)), source)

    def _is_of_persons(self, mention: Mention, behind: str, source: Mention) -> bool:
        """Whether persons are counted where the noun in front is of none: "19 bodies and 60 wounded"."""
        if mention.kind != "count" or behind not in self._nouns.words.STATES:
            return False
        harmed = behind in HARMED and not may_be_hurt(source.noun_head, self._nouns)
        return harmed or (source.noun_head or "").lower() in self._nouns.words.NO_PERSONS

    def _listed(self, mention: Mention, index: int, place: Place) -> Mention:
        """The mention with what is on offer in its line, or in the line above where it stands alone."""
        _, clauses = self._subjects.reader(index)
        if (is_alone(clauses, *place) or is_offered(clauses, *place)) and self._subjects.goes_on(index):
            return self._with(mention, index - 1, title_of(self._subjects.reader(index - 1).clauses))
        return self._with(mention, index, item_of(clauses, place[0]))

    def _are_apart(self, before: Mention, mention: Mention) -> bool:
        """Whether a blank line parts two mentions; one that lies far back counts as parted."""
        far = mention.char_start - before.char_end > _FAR
        return far or self._subjects.are_apart(before.char_end, mention.char_start)

    def _share(
        self, mention: Mention, clauses: ClauseReader, place: Place, near: Sequence[Mention]
    ) -> tuple[Mention | None, Role | None]:
        """What a share is a part of: the pronoun behind it, or what was named before."""
        left, right = place
        if clauses.tokens.low(left - 1) == "remaining" and near and mention.kind == near[-1].kind in _SHARES:
            return near[-1], None  # "4 percent is recycled; the remaining 96 percent"
        if behind_those(clauses, right):
            persons = asks_for_persons(clauses, right)
            return whole_of(mention, near, self._nouns, persons=persons), None
        role = pronoun_behind(clauses, right)
        if role is not None or mention.kind not in _SHARES or not heads_clause(clauses, left, right):
            return None, role
        role = whole_in_front(clauses, left)
        return (whole_of(mention, near, self._nouns) if role is None else None), role

    def _with(self, mention: Mention, index: int, role: Role | None) -> Mention:
        """The mention with what `role` in the sentence at `index` stands for."""
        named = self._subjects.resolve(index, role) if not self._is_payer(role, index, mention.kind) else None
        if named is not None and self._fits(named, mention.kind):
            return self._named(mention, named)
        if named is None and role is not None and role.pronoun >= 0 and mention.kind == "age":
            return self._with_pronoun(mention, self._subjects.reader(index).tokens.words[role.pronoun])
        return mention

    def _fits(self, named: Named, kind: str) -> bool:
        """Whether the noun may be what an amount is of: no year, no sum, and no person where only things are."""
        low, words = named.tokens.lows[named.phrase.head], self._nouns.words
        stands = low in words.governing.STANDING and named.tokens.low(named.phrase.first - 1) == "the"
        if (low in words.WHEN | words.changes.SUMS | words.ADVERBS and not stands) or not low.isalpha():
            return False
        coded = named.tokens.glued(named.phrase.head) and named.tokens.words[named.phrase.head].islower()
        if coded and named.tokens.shapes[named.phrase.head - 1] is Shape.DIGITS:
            return False  # "15kg"
        behind = named.phrase.end
        aged = named.tokens.lows[behind : behind + 3 : 2] == [",", ","] and named.tokens.lows[behind + 1].isdecimal()
        aged = aged and kind == "money"  # "Ann Roe, 58, earned"
        person = low in words.PEOPLE or (kind == "money" and self._nouns.lemma(low) in words.PEOPLE)
        return kind in _OF_PERSONS or not (aged or person)

    def _is_payer(self, role: Role | None, index: int, kind: str) -> bool:
        """Whether the pronoun of a person stands where money is told: "they will save $5 million"."""
        if role is None or role.pronoun < 0 or kind != "money":
            return False
        return self._subjects.reader(index).tokens.low(role.pronoun).replace("’", "'").split("'")[0] in _PERSONS

    def _named(self, mention: Mention, named: Named) -> Mention:
        tokens, phrase = named
        noun, head = tokens.slice(phrase.first, phrase.end), self._nouns.lemma(self._head(tokens, phrase))
        apart = not mention.sentence_start <= tokens.starts[0] <= mention.sentence_end
        return replace(mention, noun=noun, noun_head=head, noun_elided=apart)

    def _head(self, tokens: Tokens, phrase: NounPhrase) -> str:
        """The head of a phrase: "4Motion" with its digit, a plural without a capital that only begins the sentence."""
        head = phrase.head
        coded = tokens.glued(head) and tokens.shapes[head - 1] is Shape.DIGITS
        if tokens.words[head].isupper() and tokens.glued(head + 1) and tokens.shapes[head + 1] is Shape.DIGITS:
            return tokens.slice(head, head + 2)  # "E3"
        tied = self._nouns.with_particle(tokens, head) or self._nouns.compound(tokens, phrase.first, head)
        word = tied or tokens.slice(head - coded, head + 1)
        return word.lower() if self._nouns.begins(tokens, head) and self._nouns.is_plural(word.lower()) else word

    @staticmethod
    def _with_pronoun(mention: Mention, word: str) -> Mention:
        """An age with the pronoun of whose age it is, where nobody is named near: "I'm 74"."""
        word = word.replace("’", "'").split("'")[0]
        if word.lower() not in _PERSONS:
            return mention
        return replace(mention, noun=word, noun_head=word if word == "I" else word.lower())
