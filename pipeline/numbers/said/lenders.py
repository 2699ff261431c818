"""An amount in front whose noun another one shares: its conversion, its level, its list, its predicate."""

from collections.abc import Sequence

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


def lender(clauses: ClauseReader, place: tuple[int, int], mention: Mention, here: Sequence[Mention]) -> Mention | None:
    """The one of the quantities `here`, in front in the sentence, that has the noun of the one at `place`."""
    tokens, (left, right) = clauses.tokens, place
    while here and here[-1].kind == "time" and here[-1].noun is None and mention.kind != "time":
        here = here[:-1]  # "fell to 4.1%, its lowest in two years, from 4.3%"
    if not here or here[-1].noun is None:
        return None
    before = here[-1]
    link = [low for low in _between(tokens, before, left) if low not in _QUOTES]
    if mention.kind == before.kind == "percent" and link[-1:] and link[-1] in _MORE:
        link = link[: -1 - (link[-2:-1] == ["a"])]  # "rose 4% in May and a further 3% in June"
    if mention.kind == "count" and before.kind == "ratio" and link[-2:] == [",", "to"] and len(link) < _LIST:
        return before  # "has grown tenfold since March, to 90,000"
    share = mention.kind == "percent" and before.kind in ("ratio", "count", "measure", "money")
    if share and link == ["("]:
        return before  # "one in four voters (24%)"
    if mention.kind == before.kind == "ratio" and link[-2:] == ["compared", "with"]:
        return before  # "one in three patients, compared with nine in ten"
    if mention.kind == before.kind == "money" and link[-2:] in (["compared", "with"], ["compared", "to"]):
        return before  # "$310 million, or $1.20 a share, compared with $280 million"
    as_many = mention.kind == "ratio" and tokens.lows[right : right + 2] in (["as", "many"], ["that", "many"])
    as_many = as_many and (tokens.shapes[right + 2] is not Shape.WORD or tokens.lows[right + 2] in _AS_MANY)
    if as_many and before.kind == "count" and len(link) < _LIST:
        return before  # "planted 4,500 trees, twice as many as last year"
    if mention.kind == "money" and before.kind == "count" and link[-2:] == [",", "worth"] and len(link) < _LIST:
        return before  # "issued 1,240 fines in two states, worth $890 million"
    if (
        mention.kind == before.kind == "percent"
        and link == ["to"]
        and before.noun_head in ("vote", "ballot", "support")
    ):
        return before  # "51.8% of the vote to 47.6% for Roe"
    joined = link[-2:-1] in (["and"], ["but"])
    alone = mention.kind == before.kind == "count" and joined and _stands_alone(tokens, left, right)
    if alone and clauses.verbs.forms(left - 1) & {"past", "ing"}:
        return before  # "killed 17 soldiers and wounded dozens", "killing 19 people and injuring 32"
    parted = mention.kind == "ratio" and before.kind == "count" and not {"yet", "but"}.isdisjoint(link[-2:])
    if parted and heads_clause(clauses, left, right):
        return before  # "a million homes may be owed money, yet one in four"
    counts = mention.kind == before.kind == "count"
    if counts and link in _CORRECTING:
        return before  # "600 animals, and not 4,000, had crossed"
    if counts and link[-3:-2] and link[-3] in _BRINGING and link[-2:] == ["it", "to"]:
        return before  # "added 2 million subscribers, taking it to 87 million"
    if counts and link[-2:] in _MADE_FOR and may_be_person(before.noun_head, clauses.nouns):
        return before  # "37 students in a room built for 25"
    if mention.kind == "ratio" and before.kind == "count" and link in _ASIDE and tokens.low(right) == "of":
        return before  # "140 shops, less than half of the 312 it ran"
    if mention.kind == "count" and before.kind in ("count", "ratio") and link in (["of", "the"], ["of", "its"]):
        return before
    if counts and link[-1:] == ["with"] and "followed" in link and len(link) < _LIST:
        return before  # "7,860 patients, followed by ophthalmology with 5,912"
    if counts and link[-2:] == [",", "or"] and tokens.low(right) in ("for", "per", "a", "an"):
        return before  # "4,000 people registered, or 24 for each flat"
    hurt = tokens.low(right) in HOW_HURT | {"with"} and may_be_hurt(before.noun_head, clauses.nouns)
    if hurt and link[-1:] == [","] and mention.kind == "count" and before.kind in ("count", "age"):
        return before  # "Twelve people were taken to hospital, three with serious injuries"
    if counts and link[-2:] in ([",", "up"], [",", "down"]) and len(link) < _LIST:
        return before  # "the number of people at 36 million, down 50,000 from a year earlier"
    if mention.kind == "count" and before.kind == "percent" and link == ["from"]:
        return before  # "patients were waiting, up 7.3 per cent from 44,950"
    of_that = tokens.lows[right : right + 2] in (["of", "that"], ["of", "it"])
    if of_that and mention.kind == before.kind == "money" and len(link) < _LIST:
        return before  # "is put at £71m, with £30m of that coming from grants"
    if counts and link[-1:] == ["and"] and "voted" in link and tokens.low(right) in ("against", "abstained"):
        return before  # "Seven voted in favour and two against"
    if counts and link[-1:] == ["and"] and _is_passive(clauses, left, right, link):
        return before  # "22 patients had been admitted and two flown to Juba"
    if mention.kind == "money" and link == ["at"] and before.kind in ("count", "ratio") and before.unit is None:
        return before  # "half a lobster at £29"
    if mention.kind == before.kind == "money" and link[:1] == ["for"] and link[1:] in ([], ["just"], ["only"]):
        return before  # "$300 headphones for just $164"
    if mention.kind == before.kind and (_converts(link) or _goes_on(tokens, clauses, before, left, link)):
        return before
    if (counts or (mention.kind in _AMOUNTS and before.kind in _AMOUNTS)) and _levels(link):
        return before
    if mention.kind == before.kind and mention.unit == before.unit and link == ["to"] and _is_from(tokens, before):
        return before  # "fell slowly, from 61 percent to 44 percent"
    if mention.kind == before.kind == "count" and _is_gapped(tokens, left, right, link):
        return before  # "Norland recorded 157 cases and Southland 143"
    if mention.kind == before.kind and goes_on(tokens.text, before, mention, of_subject=False):
        return before  # "Ann owns 60 boats; Lee around 20"
    if mention.kind == before.kind == "count" and link[-2:] == ["against", "the"] and tokens.low(right) == "who":
        return before  # "draw 2 million visitors, against the 1.3 million who came in 2017"
    if mention.kind == before.kind == "count" and _is_total(link):
        return before
    if mention.kind == before.kind == "count" and link in (["of"], ["out", "of"]):
        return before  # "31 of 40 did"
    if mention.kind == before.kind == "count" and _is_part(tokens, clauses, left, right, link):
        return before  # "5,400 cases, with 210 in the north"
    if mention.kind == before.kind == "money" and _is_priced(tokens, clauses, left, right, link):
        return before  # "$25 in advance, $30 at the door"
    if mention.kind == "money" and before.kind in ("money", "percent") and link == [",", "at"]:
        return before  # "fell $1.24, or 1.6%, at $77.05 a barrel"
    by = link[-1:] == ["by"] and tokens.text[max(0, before.phrase_start - 3) : before.phrase_start].lower() == "by "
    had = link[-1:] and link[-1] in ("had", "has", "have") and tokens.shapes[right] is not Shape.WORD
    if mention.kind == before.kind == "percent" and had and "and" in link and len(link) <= _LIST:
        return before  # "Oslo had 60% women speakers and Bergen had 63%"
    if mention.kind == before.kind == "percent" and by and link[-2:-1] in (["and"], [","]):
        return before  # "fell by 27% in those who took it and by 9% in those who did not"
    if mention.kind == before.kind and _points_back(link):
        return before  # "loans to firms rose 6%, while those to families fell 2%"
    if share and link[-2:] == ["of", "whom"]:
        return before  # "1,100 pupils, of whom 40 percent speak"
    bare = {mention.kind, before.kind} == {"count", "measure"} and mention.unit is before.unit is None
    short = mention.kind == before.kind == "percent" and link[-3:-1] == ["short", "of"] and len(link) < _LIST
    if short:
        return before  # "at 61 per cent, far short of the 95 per cent needed"
    if mention.kind == before.kind == "percent" and _names_other(tokens, right, link):
        return before  # "46% of voters back Roe and 43% Lind"
    if mention.kind == before.kind and mention.unit == before.unit and _is_compared(link):
        return before  # "lost 12 kg on average, compared with 2 kg on placebo"
    if (mention.kind == before.kind or bare) and _moved(link):
        return before  # "48.3 dentists per 100,000 adults, up from 41.7"
    if before.kind == "count" and link[-1:] == ["at"] and tokens.low(right) in ("each", "apiece"):
        return before  # "sells 900 loaves at 4 euros each"
    if mention.kind in _AMOUNTS and mention.kind != "ratio" and _compares(clauses, tokens, left, right, link):
        return before
    return before if mention.kind == "age" and _is_subject(tokens, clauses, before, left) else None


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
