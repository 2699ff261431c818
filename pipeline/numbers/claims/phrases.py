"""Where the phrase before a verb begins and ends: its words, without what leads in or follows a name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.numbers.claims.complements import is_past
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.en.words import WEEKDAYS
from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.wordlists import word_set

__all__ = [
    "DASHES",
    "FIRST_PERSON",
    "MARKS",
    "WEEKDAYS",
    "Token",
    "as_pronoun",
    "back_to_boundary",
    "end_of_head",
    "ends_in_adverb",
    "head_of",
    "tokens_between",
    "trimmed",
    "without_tail",
]

_TOKEN = re.compile(  # a plain word, which most are, is found first
    r"[a-z]++(?![\w’'.&-])|"
    r"(?:[A-Z]\.){1,4}(?=[\s,’'-])|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Jr|Sr|St|Inc|Corp|Ltd|Co|Prof|Capt|Sgt)\.|"
    r"\d[\d,.]*\d(?!-\w)|\w(?:[\w’'.&-]*\w)?(?:[’'](?=\s\w))?|--+|[^\w\s]"
)
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Uu]s|[Oo]urs?)\b")
DASHES = frozenset(("—", "–", "-", "--", "---"))
MARKS = frozenset("%,;:()[]\"“”«»!?….'‘’*|") | DASHES
_SCALES = word_set("thousand million billion trillion")
_MONEY_SIGNS = frozenset("$€£¥")
_MONTHS = word_set("January February March April May June July August September October November December")
_ACRONYMS = frozenset(("WHO", "IT", "US"))  # no pronouns
_CONTRACTION = re.compile(r"(?P<pronoun>he|she|it|they|we|i|you|who|that|there)[’'](?:s|d|ve|ll|re|m)", re.IGNORECASE)
_TAIL_TIME = re.compile(
    r"(?:,? (?:(?:(?:late|early|earlier) )?(?:on )?(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?|yesterday|today|tonight"
    r"|(?:earlier |late |early )?(?:this|last) (?:week|month|year|spring|summer|autumn|fall|winter|morning|afternoon"
    r"|evening|night)|(?:\d+|an?|one|two|three|four|five|six|ten|several|a few)"
    r" (?:day|week|month|year)s? (?:ago|earlier)))+ ?$"
)
_TAIL_ENDS = word_set("""
    yesterday today tonight week month year spring summer autumn fall winter morning afternoon evening night ago earlier
""")
_NO_ADVERBS = word_set("""
    family assembly ally tally rally supply reply july monopoly bully anomaly elderly daily weekly monthly quarterly
    italy sicily
""")
_ASIDES = frozenset((("on", "average"), ("so", "far"), ("to", "date")))
_QUESTIONED = word_set("asked pressed questioned responding replying")
_JOINED = word_set("all both half even only not just and or of such than double")


_PARTICIPLES = word_set("sent seen made given written shown held led drawn put taken known hurt born kept")
_DESCRIBING = word_set("to in on at for with from under through via")


class Token(NamedTuple):
    """A word or a mark, with its place; `low` in lower case, where it is not the name of a body: WHO."""

    word: str
    start: int
    end: int
    low: str


_new_token = tuple.__new__  # one for each word of a text: past the constructor


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of a stretch."""
    return [
        _new_token(Token, (word := match.group(), *match.span(), word if word in _ACRONYMS else word.lower()))
        for match in _TOKEN.finditer(text, start, end)
    ]


def ends_in_adverb(word: str) -> bool:
    """Whether a word is an adverb by its ending: "ultimately"."""
    return word.endswith("ly") and word.islower() and len(word) > 4 and word not in _NO_ADVERBS


def without_tail(text: str, tokens: list[Token], words: ReportingWords) -> list[Token]:
    """Tokens without what stands between a name and its verb: "on Friday", "also", "repeatedly"."""
    while tokens:
        last = tokens[-1]
        if last.low in words.sets["between"] or (len(tokens) > 1 and ends_in_adverb(last.word)):
            tokens = tokens[:-1]
        elif len(tokens) > 2 and (tokens[-2].low, last.low) in _ASIDES:
            tokens = tokens[:-2]
        elif last.low in _TAIL_ENDS or last.low in WEEKDAYS:
            tail = _TAIL_TIME.search(text, max(tokens[0].end, last.end - 40), last.end)
            if tail is None:
                return tokens
            kept = [token for token in tokens if token.end <= tail.start()]
            parted = tail.group().startswith(",") and any(token.word == "," for token in kept)
            tokens = tokens[: len(kept) + parted]  # "Acme, the retailer, last year"
        else:
            return tokens
    return tokens


def as_pronoun(token: Token) -> Token | None:
    """The pronoun of "he’s", "they’d": a word and an auxiliary in one."""
    match = _CONTRACTION.fullmatch(token.word)
    return Token(match["pronoun"], token.start, token.end, match["pronoun"].lower()) if match else None


def head_of(tokens: Sequence[Token], words: ReportingWords) -> Token:
    """The noun that a phrase is about: the last word before what describes it further."""
    ends = words.sets["head_ends"]
    stop = next((i for i, token in enumerate(tokens) if i and (token.low in ends or _modifies(tokens, i, words))), None)
    stop = stop or len(tokens)
    while 1 < stop < len(tokens) and tokens[stop - 1].word.islower() and tokens[stop - 1].low.endswith("ed"):
        stop -= 1  # "analysts polled by Acme"
    return tokens[stop - 1]


def _modifies(tokens: Sequence[Token], at: int, words: ReportingWords) -> bool:
    """Whether a participle begins what describes a noun: "scientists | using a telescope"."""
    token = tokens[at]
    if not token.low.endswith("ing") or not token.word.islower():
        return False
    return at + 1 < len(tokens) and tokens[at + 1].low in words.sets["determiners"]


def back_to_boundary(tokens: list[Token], words: ReportingWords, *, is_object: bool = False) -> list[Token]:
    """The tokens after the last mark or clause word.

    Behind another verb they are its object and no subject: none then, unless an object is asked for.
    """
    stops = words.sets["clause_words"]
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        if token.word in _MONEY_SIGNS:
            behind = i + 3 if i + 2 < len(tokens) and tokens[i + 2].low in _SCALES else i + 2
            return tokens[behind:]  # "the $2bn analysts had expected"
        if token.low in ("and", "or") and _joins_names(tokens, i, words):
            continue
        if not is_object and token.low not in words.pronouns and _is_in_relative(tokens, i, words):
            continue  # "analysts who have done the sums"
        if token.word in MARKS or token.low in stops or _says(token, words):
            return tokens[i + 1 :]
        if (token.low in words.sets["auxiliaries"] and token.word.islower()) or as_pronoun(token):  # not May, not Will
            return tokens[i + 1 :] if is_object else []
        if _begins_anew(tokens, i, words):
            return tokens[i:]
    return tokens


def _is_in_relative(tokens: list[Token], at: int, words: ReportingWords) -> bool:
    """Whether a verb follows "who", with an auxiliary between at most."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return before[-1:] == ["who"] or (before[:1] == ["who"] and before[-1] in words.sets["auxiliaries"])


def _says(token: Token, words: ReportingWords) -> bool:
    return token.word in words.verbs and (words.is_finite(token.word) or token.word in ("say", "says"))


def _begins_anew(tokens: list[Token], at: int, words: ReportingWords) -> bool:
    """Whether a second phrase begins: "denied | the report", "the sum | she named"."""
    token, before = tokens[at], tokens[at - 1].low if at else ""
    if not token.word.islower() or token.low not in words.sets["articles"]:
        return False
    if at == 0 or any(t.low == "who" for t in tokens[max(0, at - 6) : at - 1]):
        return False  # "the officer who made the arrest"
    joined = at > 1 and tokens[at - 2].word not in MARKS  # not ", rejecting | the rebels"
    if before.endswith("ing") and tokens[at - 1].word.islower() and joined:
        return False  # "scientists using a telescope"
    if before in words.sets["prepositions"] or before in _JOINED or before in words.sets["determiners"]:
        return False
    if token.low in words.pronouns and at == len(tokens) - 1:
        return token.low not in ("that", "which", "who")
    if at + 1 < len(tokens) and tokens[at - 1].word.istitle() and tokens[at + 1].word.istitle() and _orders(before):
        return False  # "Save the Children"
    return token.low in words.sets["determiners"] and not tokens[at - 1].word.endswith("-")


def _orders(word: str) -> bool:
    """Whether a word may be an imperative, as in the names of charities."""
    lexicon = event_words("en")
    known = lexicon.verbs.get(word) if lexicon else None
    return known is not None and "base" in known[1]


def _joins_names(tokens: list[Token], at: int, words: ReportingWords) -> bool:
    """Whether "and" stands within one name or between two names that speak together."""
    if any(tokens[j].low in ("of", "on", "for") and tokens[j - 1].word[0].isupper() for j in range(max(1, at - 3), at)):
        return at + 1 < len(tokens)  # "The Harbour Commission on pollution and health"
    if _is_within_relative(tokens, at, words):
        return True
    left: list[Token] = []
    for token in reversed(tokens[:at]):
        if token.word in MARKS:
            break
        left.append(token)
    fits = all(
        t.word[:1].isupper()
        or t.low in words.sets["determiners"]
        or t.low in words.sets["claimants"]
        or t.low in ("of", "for", "and")
        for t in left
    )
    return bool(left) and fits and len(left) < 7 and at + 1 < len(tokens)


def _is_within_relative(tokens: list[Token], at: int, words: ReportingWords) -> bool:
    """Whether "and" joins names behind "who": "Researchers who followed nurses across Ohio and Iowa | reported"."""
    behind = tokens[at + 1 :]
    if not at or not behind or not tokens[at - 1].word.istitle() or not all(t.word.istitle() for t in behind):
        return False
    who = next((i for i in range(at - 1, 0, -1) if tokens[i].low == "who" or tokens[i].word in MARKS), 0)
    auxiliaries = words.sets["auxiliaries"]
    verbs = [i for i in range(who + 1, at) if tokens[i].low in auxiliaries or is_past(tokens[i].low)]
    return who > 0 and tokens[who].low == "who" and all(tokens[i].low in auxiliaries for i in verbs[:-1])


def trimmed(tokens: list[Token], words: ReportingWords) -> list[Token]:
    """The phrase without words that lead into the sentence: "But", "On Monday", "In a statement"."""
    while tokens and (tokens[0].low in words.sets["openers"] or tokens[0].low in WEEKDAYS):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].word.isdigit() and tokens[1].word in ("The", "A", "An"):
        tokens = tokens[1:]  # "14:32 The mayor says"
    if len(tokens) > 2 and tokens[0].low in _QUESTIONED:
        return tokens[2:]  # "Asked about critics who say"
    if not tokens or tokens[0].low not in words.sets["prepositions"]:
        return tokens
    if tokens[0].low == "with":
        return tokens[1:]
    prepositions, determiners = words.sets["prepositions"], words.sets["articles"]
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].low in determiners and (i == 1 or tokens[i - 1].low not in prepositions):
            return tokens[i:] if i > 1 else []
    rest = tokens[1:]
    name = next((i for i in range(len(rest) - 1, -1, -1) if not rest[i].word[0].isupper()), -1) + 1
    if 0 < name < len(rest) and rest[name - 1].low not in prepositions and rest[name - 1].low not in determiners:
        return rest[name:]  # "Prior to launch Acme"
    while rest and (
        rest[0].low in WEEKDAYS
        or rest[0].word in _MONTHS
        or rest[0].word[0].isdigit()
        or rest[0].low in words.sets["openers"]
    ):
        rest = rest[1:]
    shorter = len(rest) < len(tokens) - 1
    return rest if shorter or (len(rest) == 1 and rest[-1].low in words.sets["claimants"]) else []


def end_of_head(tokens: Sequence[Token], words: ReportingWords) -> int:
    """How many tokens name: not what "scientists" use, nor what a letter is about or to whom."""
    for i in range(1, len(tokens)):
        to = tokens[i].low in ("to", "into", "about") and tokens[i - 1].low in words.sets["sources"]
        doing = tokens[i].low == "of" and any(t.word.islower() and t.low.endswith("ing") for t in tokens[i + 1 : i + 2])
        about = tokens[i].low == "of" and tokens[i - 1].word in words.sets["papers"]
        if to or doing or about or _modifies(tokens, i, words) or _is_told_apart(tokens, i, words):
            return i
    return len(tokens)


def _is_told_apart(tokens: Sequence[Token], at: int, words: ReportingWords) -> bool:
    """Whether a participle begins what only describes: "documents | seen by the Post", "analysts | polled by Acme"."""
    paper = tokens[at - 1].low in words.sets["sources"]
    participle = tokens[at].word.islower() and (tokens[at].low.endswith("ed") or tokens[at].low in _PARTICIPLES)
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if not participle or not words.is_speaker(tokens[at - 1].low):
        return False
    return following == "by" or (paper and (following == "" or following in _DESCRIBING))
