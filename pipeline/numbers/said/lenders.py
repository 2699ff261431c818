"""An amount in front whose noun another one shares: its conversion, its level, its list, its predicate."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.numbers.asking import HOW_HURT
from pipeline.numbers.gaps import goes_on
from pipeline.numbers.mention import Mention
from pipeline.numbers.persons import may_be_hurt, may_be_person
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.said.shares import heads_clause
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["gapped", "lender"]

_AMOUNTS = frozenset({"money", "percent", "measure", "ratio"})
_NAMES = 4  # words of "and South Norland"
_TOTALS = frozenset({"total", "tally", "count", "number", "toll"})
_LIST = 14  # words between two members of a list
_HANGING = frozenset({"of", "to", "in", "for", "from", "on", "at", "with"})
_PARTING = frozenset({"and", "but", "with", "including", ",", "—", "–", ";"})
_LYING = frozenset({"in", "from", "against", "at", "among", "for", "near", "outside", "elsewhere", "abroad", "alone"})
_YEARS = frozenset({"year", "month", "week", "quarter", "season", "decade"})
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "many", "others", "several"})
_CORRECTING = (
    [",", "and", "not"], ["and", "not"], [",", "not"], [",", "rather", "than"], ["rather", "than"],
    [",", "instead", "of"], ["instead", "of"],
)  # fmt: skip
_BRINGING = frozenset({"taking", "bringing", "lifting", "pushing", "raising"})
_MADE_FOR = (["built", "for"], ["designed", "for"], ["meant", "for"], ["intended", "for"], ["made", "for"])
_MORE = frozenset({"another", "further", "additional"})
_AS_MANY = frozenset({"as", "in", "on", "this", "last", "that"})
_QUOTES = frozenset({"“", "”", '"'})
_ASIDE = ([","], ["—"], ["–"], ["("])
_PREPOSITIONS = frozenset({"in", "for", "on", "by", "from", "at", "compared", "since", "against"})


class _Pair(NamedTuple):
    """Two quantities of one sentence, the words between them, and where the second stands."""

    clauses: ClauseReader
    place: tuple[int, int]
    before: Mention
    mention: Mention
    link: list[str]

    def ends(self, *words: str) -> bool:
        """Whether the words between them end so."""
        return tuple(self.link[-len(words) :]) == words

    @property
    def is_near(self) -> bool:
        return len(self.link) < _LIST

    @property
    def behind(self) -> str:
        """The word behind the second."""
        return self.clauses.tokens.lows[self.place[1]]


def lender(clauses: ClauseReader, place: tuple[int, int], mention: Mention, here: Sequence[Mention]) -> Mention | None:
    """The one of the quantities `here`, in front in the sentence, that has the noun of the one at `place`."""
    while here and here[-1].kind == "time" and here[-1].noun is None and mention.kind != "time":
        here = here[:-1]  # "fell to 4.1%, its lowest in two years, from 4.3%"
    if not here or here[-1].noun is None:
        return None
    before = here[-1]
    link = [low for low in _between(clauses.tokens, before, place[0]) if low not in _QUOTES]
    if mention.kind == before.kind == "percent" and link[-1:] and link[-1] in _MORE:
        link = link[: -1 - (link[-2:-1] == ["a"])]  # "rose 4% in May and a further 3% in June"
    pair = _Pair(clauses, place, before, mention, link)
    by_kind = {"count": _lends_to_count, "ratio": _lends_to_ratio, "percent": _lends_to_share, "money": _lends_to_price}
    lends = by_kind.get(mention.kind, _lends_to_age)(pair) or _lends_to_any(pair)
    return before if lends else None


def _lends_to_count(pair: _Pair) -> bool:
    clauses, (left, right), before, _, link = pair
    tokens = clauses.tokens
    if before.kind == "ratio":
        # "has grown tenfold since March, to 90,000", "half of the 40"
        return (pair.ends(",", "to") and pair.is_near) or link in (["of", "the"], ["of", "its"])
    if before.kind == "percent":
        return link == ["from"]  # "patients were waiting, up 7.3 per cent from 44,950"
    hurt = pair.behind in HOW_HURT | {"with"} and may_be_hurt(before.noun_head, clauses.nouns)
    if hurt and link[-1:] == [","] and before.kind in ("count", "age"):
        return True  # "Twelve people were taken to hospital, three with serious injuries"
    if before.kind != "count":
        return False
    joined = link[-2:-1] in (["and"], ["but"]) and _stands_alone(tokens, left, right)
    if joined and clauses.verbs.forms(left - 1) & {"past", "ing"}:
        return True  # "killed 17 soldiers and wounded dozens", "killing 19 people and injuring 32"
    if link in _CORRECTING:
        return True  # "600 animals, and not 4,000, had crossed"
    if link[-3:-2] and link[-3] in _BRINGING and pair.ends("it", "to"):
        return True  # "added 2 million subscribers, taking it to 87 million"
    if link[-2:] in _MADE_FOR and may_be_person(before.noun_head, clauses.nouns):
        return True  # "37 students in a room built for 25"
    if link in (["of"], ["out", "of"], ["of", "the"], ["of", "its"]):
        return True  # "31 of 40 did"
    if pair.ends("with") and "followed" in link and pair.is_near:
        return True  # "7,860 patients, followed by ophthalmology with 5,912"
    if pair.ends(",", "or") and pair.behind in ("for", "per", "a", "an"):
        return True  # "4,000 people registered, or 24 for each flat"
    if (pair.ends(",", "up") or pair.ends(",", "down")) and pair.is_near:
        return True  # "the number of people at 36 million, down 50,000 from a year earlier"
    if pair.ends("and") and "voted" in link and pair.behind in ("against", "abstained"):
        return True  # "Seven voted in favour and two against"
    if pair.ends("and") and _is_passive(clauses, left, right, link):
        return True  # "22 patients had been admitted and two flown to Juba"
    if _is_gapped(tokens, left, right, link):
        return True  # "Norland recorded 157 cases and Southland 143"
    if pair.ends("against", "the") and pair.behind == "who":
        return True  # "draw 2 million visitors, against the 1.3 million who came in 2017"
    return _is_total(link) or _levels(link) or _is_part(tokens, clauses, left, right, link)


def _lends_to_ratio(pair: _Pair) -> bool:
    clauses, (left, right), before, _, link = pair
    tokens = clauses.tokens
    if before.kind == "ratio":
        return pair.ends("compared", "with")  # "one in three patients, compared with nine in ten"
    if before.kind != "count":
        return False
    as_many = tokens.lows[right : right + 2] in (["as", "many"], ["that", "many"]) and pair.is_near
    if as_many and (tokens.shapes[right + 2] is not Shape.WORD or tokens.lows[right + 2] in _AS_MANY):
        return True  # "planted 4,500 trees, twice as many as last year"
    if not {"yet", "but"}.isdisjoint(link[-2:]) and heads_clause(clauses, left, right):
        return True  # "a million homes may be owed money, yet one in four"
    return link in _ASIDE and pair.behind == "of"  # "140 shops, less than half of the 312 it ran"


def _lends_to_share(pair: _Pair) -> bool:
    clauses, (_, right), before, _, link = pair
    tokens = clauses.tokens
    if before.kind in ("ratio", "count", "measure", "money"):
        return link == ["("] or pair.ends("of", "whom")  # "one in four (24%)", "1,100, of whom 40 percent speak"
    if before.kind != "percent":
        return False
    if link == ["to"] and before.noun_head in ("vote", "ballot", "support"):
        return True  # "51.8% of the vote to 47.6% for Roe"
    by = pair.ends("by") and tokens.text[max(0, before.phrase_start - 3) : before.phrase_start].lower() == "by "
    if by and link[-2:-1] in (["and"], [","]):
        return True  # "fell by 27% in those who took it and by 9% in those who did not"
    had = link[-1:] and link[-1] in ("had", "has", "have") and tokens.shapes[right] is not Shape.WORD
    if had and "and" in link and len(link) <= _LIST:
        return True  # "Oslo had 60% women speakers and Bergen had 63%"
    if link[-3:-1] == ["short", "of"] and pair.is_near:
        return True  # "at 61 per cent, far short of the 95 per cent needed"
    return _names_other(tokens, right, link)  # "46% of voters back Roe and 43% Lind"


def _lends_to_price(pair: _Pair) -> bool:
    clauses, (left, right), before, _, link = pair
    tokens = clauses.tokens
    if before.kind in ("count", "ratio") and before.unit is None and link == ["at"]:
        return True  # "half a lobster at £29"
    if before.kind == "count" and pair.ends(",", "worth") and pair.is_near:
        return True  # "issued 1,240 fines in two states, worth $890 million"
    if before.kind in ("money", "percent") and link == [",", "at"]:
        return True  # "fell $1.24, or 1.6%, at $77.05 a barrel"
    if before.kind != "money":
        return False
    if pair.ends("compared", "with") or pair.ends("compared", "to"):
        return True  # "$310 million, or $1.20 a share, compared with $280 million"
    if tokens.lows[right : right + 2] in (["of", "that"], ["of", "it"]) and pair.is_near:
        return True  # "is put at £71m, with £30m of that coming from grants"
    if link[:1] == ["for"] and link[1:] in ([], ["just"], ["only"]):
        return True  # "$300 headphones for just $164"
    return _is_priced(tokens, clauses, left, right, link)  # "$25 in advance, $30 at the door"


def _lends_to_age(pair: _Pair) -> bool:
    return pair.mention.kind == "age" and _is_subject(pair.clauses.tokens, pair.clauses, pair.before, pair.place[0])


def _lends_to_any(pair: _Pair) -> bool:
    clauses, (left, right), before, mention, link = pair
    tokens = clauses.tokens
    same, alike = mention.kind == before.kind, mention.kind == before.kind and mention.unit == before.unit
    if same and (_converts(link) or _goes_on(tokens, clauses, before, left, link) or _points_back(link)):
        return True  # "loans to firms rose 6%, while those to families fell 2%"
    if mention.kind in _AMOUNTS and before.kind in _AMOUNTS and _levels(link):
        return True
    if alike and ((link == ["to"] and _is_from(tokens, before)) or _is_compared(link)):
        return True  # "from 61 percent to 44 percent", "lost 12 kg, compared with 2 kg on placebo"
    if same and goes_on(tokens.text, before, mention, of_subject=False):
        return True  # "Ann owns 60 boats; Lee around 20"
    bare = {mention.kind, before.kind} == {"count", "measure"} and mention.unit is before.unit is None
    if (same or bare) and _moved(link):
        return True  # "48.3 dentists per 100,000 adults, up from 41.7"
    if before.kind == "count" and pair.ends("at") and pair.behind in ("each", "apiece"):
        return True  # "sells 900 loaves at 4 euros each"
    return mention.kind in _AMOUNTS - {"ratio"} and _compares(clauses, tokens, left, right, link)


def _is_passive(clauses: ClauseReader, left: int, right: int, link: list[str]) -> bool:
    """Whether the participle at `right` shares the "be" that stands in front of the "and"."""
    verbs, lows = clauses.verbs, clauses.tokens.lows
    if lows[right] in verbs.nouns.words.STATES or "part" not in verbs.forms(right) or len(link) > _LIST:
        return False
    first = left - len(link)
    return any(verbs.is_be(k) and "part" in verbs.forms(k + 1) and not verbs.is_be(k + 1) for k in range(first, left))


def gapped(clauses: ClauseReader, left: int, mention: Mention, here: Sequence[Mention]) -> Role | None:
    """ "The index fell 1 percent and its rival 2 percent": the noun right in front, where the verb is said once."""
    if not here or here[-1].kind != mention.kind or mention.kind not in ("percent", "money"):
        return None
    left -= clauses.tokens.low(left - 1) == "by"
    tokens, link = clauses.tokens, _between(clauses.tokens, here[-1], left)
    first = left - len(link)
    first += next((k + 1 for k, low in enumerate(link) if low in ("and", "while", "but")), link[:1] == [","])
    first += tokens.low(first) in clauses.nouns.words.DETERMINERS
    phrase = clauses.nouns.before(tokens, left)
    return Role(phrase) if phrase is not None and phrase.first == first > left - len(link) else None


def _stands_alone(tokens: Tokens, left: int, right: int) -> bool:
    """Whether a count has no noun to itself: "wounded dozens in", "displaced more than 2.5 million over"."""
    return tokens.low(left) in _VAGUE or tokens.low(right) in _PREPOSITIONS | {"over", "during", "when", ".", ",", ""}


def _between(tokens: Tokens, before: Mention, left: int) -> list[str]:
    j = left
    while j > 0 and tokens.starts[j - 1] >= before.phrase_end:
        j -= 1
    return tokens.lows[j:left]


def _is_gapped(tokens: Tokens, left: int, right: int, link: list[str]) -> bool:
    """Whether only a name stands between two counts, and nothing is counted behind the second."""
    named = 1 < len(link) <= _NAMES and link[0] in ("and", ",") and tokens.shapes[right] is not Shape.WORD
    return named and all(tokens.is_name(k) for k in range(left - len(link) + 1, left))


def _names_other(tokens: Tokens, right: int, link: list[str]) -> bool:
    """Whether "and" joins a share to one in front, and nothing but a name stands behind it."""
    joined = link[-1:] == ["and"] and len(link) > 2 and tokens.is_name(right)
    last = right
    while tokens.is_name(last):
        last += 1
    return joined and len(link) <= _LIST and tokens.shapes[last] is Shape.MARK


def _is_total(link: list[str]) -> bool:
    """ "40 cases, bringing the total in the county to 340", "and a total of 4,000 since": all that were counted."""
    summed = link[-1:] == ["to"] and any(low in _TOTALS for low in link[-_LIST:])
    return len(link) <= 2 * _LIST and (summed or link[-3:] == ["a", "total", "of"])


def _is_part(tokens: Tokens, clauses: ClauseReader, left: int, right: int, link: list[str]) -> bool:
    """Whether a count without a noun goes on with what is counted in front: "votes in favour and 38 against"."""
    if link[-2:] == [",", "with"] and tokens.lows[right] == "in":
        return True  # "may be flooded by 2050, with 45 million in danger"
    if not link or len(link) > _LIST or link[-1] not in _PARTING or tokens.lows[right] not in _LYING:
        return False
    return not any(clauses.verbs.is_verb(k) for k in range(left - len(link), left) if tokens.shapes[k] is Shape.WORD)


def _points_back(link: list[str]) -> bool:
    """Whether "those to families" or "that in the north" stands between two amounts."""
    return len(link) <= _LIST and any(
        low in ("those", "that") and link[k + 1] in _HANGING for k, low in enumerate(link[:-1])
    )


def _is_priced(tokens: Tokens, clauses: ClauseReader, left: int, right: int, link: list[str]) -> bool:
    """Whether a price stands beside another one in a list: "$25 in advance, $30 at the door"."""
    if len(link) < 2 or len(link) > _LIST or link[-1] not in (",", "and", "or") or link[0] not in _PREPOSITIONS | {"("}:
        return False
    ends = tokens.shapes[right] is not Shape.WORD or link[0] == "(" or tokens.lows[right] in _PREPOSITIONS
    return ends and not any(
        clauses.verbs.is_verb(k) for k in range(left - len(link), left) if tokens.shapes[k] is Shape.WORD
    )


def _converts(link: list[str]) -> bool:
    """ "39 miles (63 kilometres)", "10 x 20 cm" """
    return link in (["("], ["or"], [",", "or"], ["(", "or"], ["x"], ["×"], ["by"])


def _compares(clauses: ClauseReader, tokens: Tokens, left: int, right: int, link: list[str]) -> bool:
    """ "12 million guests in June, up 8%", "3,400 pupils, 40% more than in 2019" """
    if "," not in link or len(link) > _LIST:
        return False
    heads = link[-2:] in ([",", "up"], [",", "down"]) and clauses.verbs.is_verb(left - len(link))
    words = (k for k in range(left - len(link), left) if tokens.shapes[k] is Shape.WORD and tokens.lows[k] != "last")
    if any(map(clauses.verbs.is_verb, words)) and not heads:
        return False  # but "5,218 deals were registered in May, up 61 per cent"
    shifted = link[-2:] in ([",", "up"], [",", "down"], [",", "after"])
    return shifted or (link[-1] == "," and tokens.low(right) in clauses.nouns.words.governing.BESIDE)


def _levels(link: list[str]) -> bool:
    """ "rose 25 percent to 30, from 5 percent", "rose 5% in May, from $2" """
    since = link[-1:] == ["from"] and link[:1] in (["this"], ["in"], ["last"]) and link[-2:-1] and link[-2] in _YEARS
    return len(link) < _LIST and (since or link[-2:] == [",", "from"])  # "fall to 90 tonnes this year from 110 tonnes"


def _is_from(tokens: Tokens, mention: Mention) -> bool:
    return tokens.text[max(0, mention.phrase_start - 5) : mention.phrase_start].lower() == "from "


def _is_compared(link: list[str]) -> bool:
    since = link[-1:] == ["against"] and not _YEARS.isdisjoint(link)  # "two cases this year against 13 in 2016"
    if link[-1:] and link[-1].endswith(("'s", "’s", "'", "’")):  # "55% support compared to Roe's 31%"
        link = link[: -1 - (len(link[-1]) == 1)]
    return len(link) < _LIST and (since or link[-2:] in (["compared", "with"], ["compared", "to"], [",", "against"]))


def _moved(link: list[str]) -> bool:
    """ "1.2 million visitors last year, up from 800,000" """
    shifted = link[-3:-2] in ([","], ["("]) and link[-1] == "from"
    return len(link) < _LIST and shifted and link[-2] in ("up", "down", "increasing", "rising", "falling")


def _goes_on(tokens: Tokens, clauses: ClauseReader, before: Mention, left: int, link: list[str]) -> bool:
    """ "9% compared to 2015 and 31% compared to 2011", "from $2m in May to $3m in June": a member without a noun."""
    if not link or len(link) > _LIST:
        return False
    first = left - len(link)
    verb = any(tokens.shapes[k] is Shape.WORD and clauses.verbs.is_verb(k) for k in range(first, left))
    joined = link[-1] in ("and", "but") and link[0] in _PREPOSITIONS | {"this", "last", "next"}
    ranged = link[-1] == "to" and (link[0] in _PREPOSITIONS or link[0].endswith("ly"))
    compared = link[0] == "compared"
    return (joined or ranged) and (not verb or compared) and before.unit is not None


def _is_subject(tokens: Tokens, clauses: ClauseReader, before: Mention, left: int) -> bool:
    """ "77 percent were aged 26": whether the amount is said of the one in front."""
    j = left
    while j > 0 and tokens.starts[j - 1] >= before.phrase_end:
        j -= 1
    return 0 < left - j < 4 and clauses.verbs.is_be(j)
