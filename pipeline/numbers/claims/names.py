"""Noun phrases that name a claimant: where they begin and end, how they are shortened, whom a pronoun can mean."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.wordlists import word_set

_TOKEN = re.compile(
    r"(?:[A-Z]\.){1,4}(?=[\s,’'-])|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Jr|Sr|St|Inc|Corp|Ltd|Co|Prof|Capt|Sgt)\.|"
    r"\d[\d,.]*\d|\w(?:[\w’'.&-]*\w)?(?:[’'](?=\s\w))?|[^\w\s]"
)
_PARTICLE = r"al-\w+|de|van|von|der|bin|el|da|dos|du|ibn"
_PERSON_TAIL = re.compile(
    rf"((?:[A-Z][\w’'-]*\.? )(?:(?:[A-Z]\.|{_PARTICLE}|[A-Z][\w’'-]*) )*(?:al-)?[A-Z][\w’'-]+"
    r"(?:,? (?:Jr|Sr)\.?| I{2,3})?)$"
)
_OWNER = re.compile(r"(?:[A-Z][\w-]* )*[A-Z][\w-]*(?:[’']s|s[’']) ")  # "Acme's Jane Doe"
_OF_BODY = re.compile(r" (?:of|from|at) (?=(?:the )?[A-Z])")
_NAME_TAIL = re.compile(r"((?:[A-Z][\w’'&-]*\.? )*[A-Z][\w’'&-]*)$")
_LOOK_BACK, _LOOK_AHEAD = 240, 160
_MARKS = frozenset("%,;:—–()[]\"“”«»!?….'‘’")
_MONEY_SIGNS = frozenset("$€£¥")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_PLURALS = word_set("police people media officials authorities prosecutors sources teachers")


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who is said to say something: the phrase as it is cited, its place, and what pronouns can refer to it.

    `phrase_start` is where the whole phrase begins, titles and trades included.
    """

    text: str
    start: int
    end: int
    phrase_start: int
    gender: Literal["m", "f"] | None = None
    is_plural: bool = False
    is_person: bool = False
    is_pronoun: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.word.lower()


def tokens_between(text: str, start: int, end: int) -> list[_Token]:
    """Words and marks of a stretch."""
    return [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def subject_before(text: str, low: int, high: int, words: ReportingWords) -> Claimant | None:
    """The subject that ends where a verb begins (at `high`), or None. Nothing before `low` is looked at."""
    tokens = tokens_between(text, max(low, high - _LOOK_BACK), high)
    while tokens and tokens[-1].low in words.sets["between"]:
        tokens.pop()
    if tokens and tokens[-1].word == ")":
        tokens = _without_parenthesis(tokens)
    if not tokens:
        return None
    if tokens[-1].low in ("who", "which", "that"):
        return _antecedent(text, tokens[:-1], words, tokens[-1].low)
    if tokens[-1].word == ",":
        return _with_apposition(text, tokens[:-1], words)
    return _claimant(text, _trimmed(_back_to_boundary(tokens, words), words), words)


def name_after(text: str, start: int, end: int, words: ReportingWords) -> Claimant | None:
    """The name or noun phrase that begins at `start`: after "according to", or after an inverted "said"."""
    tokens: list[_Token] = []
    found = tokens_between(text, start, min(end, start + _LOOK_AHEAD))
    for i, token in enumerate(found):
        following = found[i + 1].word if i + 1 < len(found) else ""
        if (
            token.word in _MARKS
            or (tokens and token.low in words.sets["name_stops"])
            or _ends_name(token, tokens, following)
        ):
            break
        tokens.append(token)
    tokens = _source_behind(text, tokens, found, words) or tokens
    return _claimant(text, tokens, words)


def _ends_name(token: _Token, tokens: list[_Token], following: str) -> bool:
    if token.low in ("and", "or", "from", "for"):
        return not (tokens and tokens[-1].word[:1].isupper() and following[:1].isupper())
    return token.low in _WEEKDAYS and bool(tokens)


def _source_behind(text: str, tokens: list[_Token], found: list[_Token], words: ReportingWords) -> list[_Token] | None:
    """ "data from MarketAxess": the body that the data come from, where that is a name."""
    if not tokens or not found:
        return None
    stretch = text[found[0].start : found[-1].end]
    match = words.of_source.match(stretch, max(0, tokens[-1].start - found[0].start - 40)) or words.of_source.search(
        stretch
    )
    if match is None or match.start() > tokens[-1].end - found[0].start:
        return None
    at = found[0].start + match.end()
    behind: list[_Token] = []
    for token in found:
        if token.start < at:
            continue
        if token.word in _MARKS or (behind and token.low in words.sets["name_stops"] | {"and"}):
            break
        behind.append(token)
    return behind if any(t.word[:1].isupper() for t in behind) else None


def _without_parenthesis(tokens: list[_Token]) -> list[_Token]:
    opening = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].word == "("), 0)
    return tokens[:opening]


def _antecedent(text: str, tokens: list[_Token], words: ReportingWords, relative: str) -> Claimant | None:
    """The noun that "who said" or "that said" belongs to."""
    if tokens and tokens[-1].word == ",":
        tokens = tokens[:-1]
    phrase = _trimmed(_back_to_boundary(tokens, words), words)
    if relative != "who" and (not phrase or phrase[-1].low not in words.sets["sources"]):
        return None
    if relative != "who":
        phrase = phrase[-3:]
        phrase = next((phrase[i:] for i in (1, 2) if phrase[i:] and phrase[i].low in words.sets["determiners"]), phrase)
    return _claimant(text, phrase, words)


def _with_apposition(text: str, tokens: list[_Token], words: ReportingWords) -> Claimant | None:
    """ "Carlineo's attorney, Sonya Zoghlin, said": the name among the parts between commas, else the first part."""
    parts: list[list[_Token]] = [[]]
    for token in reversed(tokens):
        if token.word in _MARKS and token.word not in ",()":
            break
        if token.word == ",":
            parts.append([])
        elif token.word not in "()":
            parts[-1].append(token)
    segments = [part[::-1] for part in reversed(parts) if part]
    if not segments:
        return None
    candidates = [p for p in segments if _can_head(p, words)]
    named = [p for p in candidates if _person_tail(text, p)]
    apart = [p for p in named if p[0].low not in words.sets["determiners"]]  # not "the mayor of Port Alma"
    fitting = apart or named or candidates
    return _claimant(text, _trimmed(fitting[0], words), words) if fitting else None


def _can_head(part: list[_Token], words: ReportingWords) -> bool:
    first = part[0].low
    if (
        first in words.sets["prepositions"]
        or first in ("who", "which", "where", "whose", "including")
        or first.endswith("ing")
    ):
        return False
    return not part[0].word[0].isdigit() and not any(t.low in words.sets["auxiliaries"] for t in part)


def _person_tail(text: str, tokens: list[_Token]) -> re.Match[str] | None:
    return _PERSON_TAIL.search(text[tokens[0].start : tokens[-1].end])


def _back_to_boundary(tokens: list[_Token], words: ReportingWords) -> list[_Token]:
    """The tokens after the last mark, clause word or auxiliary."""
    stops = words.sets["clause_words"] | words.sets["auxiliaries"]
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        if token.word in _MONEY_SIGNS:
            return tokens[i + 2 :]  # "the $2bn analysts had expected"
        if token.low in ("and", "or") and _joins_names(tokens, i, words):
            continue
        if token.word in _MARKS or token.low in stops or (token.word in words.verbs and words.is_finite(token.word)):
            return tokens[i + 1 :]
    return tokens


def _joins_names(tokens: list[_Token], at: int, words: ReportingWords) -> bool:
    """Whether "and" stands within one name or between two names that speak together."""
    left: list[_Token] = []
    for token in reversed(tokens[:at]):
        if token.word in _MARKS:
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


def _trimmed(tokens: list[_Token], words: ReportingWords) -> list[_Token]:
    """The phrase without words that lead into the sentence: "But", "On Monday", "In a statement"."""
    while tokens and (tokens[0].low in words.sets["openers"] or tokens[0].low in _WEEKDAYS):
        tokens = tokens[1:]
    if not tokens or tokens[0].low not in words.sets["prepositions"]:
        return tokens
    prepositions, determiners = words.sets["prepositions"], words.sets["determiners"] | set(words.pronouns)
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].low in determiners and (i == 1 or tokens[i - 1].low not in prepositions):
            return tokens[i:] if i > 1 or tokens[0].low == "with" else []
    rest = tokens[1:]
    while rest and (rest[0].low in _WEEKDAYS or rest[0].word[0].isdigit() or rest[0].low in words.sets["openers"]):
        rest = rest[1:]
    return (
        rest
        if len(rest) < len(tokens) - 1 or (rest and rest[-1].low in words.sets["claimants"] and len(rest) == 1)
        else []
    )


def _claimant(text: str, tokens: list[_Token], words: ReportingWords) -> Claimant | None:
    """The claimant that a phrase names; None where it cannot be one."""
    while tokens and tokens[-1].low in words.sets["between"]:
        tokens = tokens[:-1]
    if any(token.low in ("percent", "cent") for token in tokens):
        return None  # "34 percent of voters said": asked, not claiming
    if tokens and tokens[-1].low in words.sets["prepositions"]:
        return None  # "the number of confirmed cases": no verb
    if not tokens or len(tokens) > 14 or not any(t.word[0].isalpha() for t in tokens):
        return None
    if len(tokens) == 1 and tokens[0].low in words.pronouns:
        return Claimant(tokens[0].low, tokens[0].start, tokens[0].end, tokens[0].start, is_pronoun=True)
    start, end = tokens[0].start, tokens[-1].end
    start, end = _shortened(text, start, end, words)
    return _described(text, start, end, tokens, words)


def _shortened(text: str, start: int, end: int, words: ReportingWords) -> tuple[int, int]:
    """A person's name without the titles and trades before it: "Jefferies analyst Jonathan Matuszewski"."""
    origin = _OF_BODY.search(text, start, end)
    if (
        origin
        and _PERSON_TAIL.search(text[start : origin.start()])
        and not _is_body(text[start : origin.start()], words)
    ):
        lead = text[start : origin.start()].split(" ")
        if any(word in words.sets["male"] | words.sets["female"] for word in lead) or lead[0].islower():
            end = origin.start()  # "lead author Ines Falk of the University of Torgau"
    phrase = text[start:end]
    match = _PERSON_TAIL.search(phrase) or _NAME_TAIL.search(phrase)
    if match is None:
        return start, end
    owner = _OWNER.match(match.group(1))
    if owner and _PERSON_TAIL.fullmatch(phrase, match.start() + owner.end()) and not _is_body(phrase, words):
        return start + match.start() + owner.end(), end
    for word in reversed(list(re.finditer(r"\S+", match.group(1)))):
        if word.group().rstrip(".") in words.sets["titles"] and word.end() < len(match.group(1)):
            return start + match.start() + word.end() + 1, end
    before = phrase[: match.start()].rstrip().rsplit(" ", 1)[-1]
    linked = words.sets["prepositions"] | words.sets["determiners"] | {"and", "or"}
    if before[-1:].islower() and before.lower() not in linked and not before.endswith(("'s", "’s")):
        return start + match.start(), end
    return start, end


def _is_body(name: str, words: ReportingWords) -> bool:
    return any(
        word.strip("’'.s") in words.sets["organisations"] or word in words.sets["organisations"]
        for word in name.split()
    )


def _described(text: str, start: int, end: int, tokens: list[_Token], words: ReportingWords) -> Claimant:
    cited = text[start:end].replace("\n", " ")
    all_words = [t.word.strip(".") for t in tokens]
    gender: Literal["m", "f"] | None = None
    if any(w in words.sets["female"] for w in all_words):
        gender = "f"
    elif any(w in words.sets["male"] for w in all_words):
        gender = "m"
    body = _is_body(text[tokens[0].start : end], words)
    last = cited.split()[-1].lower()
    plural = (
        " and " in cited
        or last in _PLURALS
        or (last.endswith("s") and last in words.sets["claimants"] and last[:-1] in words.sets["claimants"])
        or (last.endswith("s") and not last.endswith(("ss", "us", "’s", "'s")) and cited.split()[-1].islower())
    )
    trade = cited.split(" of ")[0].split(" at ")[0].split(" with ")[0].split()[-1].lower() in words.sets["persons"]
    person = gender is not None or trade or (not body and not plural and bool(_PERSON_TAIL.search(cited)))
    single = not body and len(cited.split()) == 1 and cited[0].isupper() and not cited.isupper()
    return Claimant(cited, start, end, tokens[0].start, gender, plural, (person or single) and not body)


def is_claimant_like(claimant: Claimant, sentence_start: int, words: ReportingWords) -> bool:
    """Whether a phrase is a name, a pronoun, or a kind of person, body or source."""
    if claimant.is_pronoun:
        return True
    parts = claimant.text.split()
    plain = [p.strip("’'.,").lower() for p in parts]
    known = words.sets["claimants"] | words.sets["sources"]
    if any(p in known for p in plain):
        return True
    if len(parts) == 1 and claimant.text.isupper() and len(claimant.text) > 1:
        return True  # UNICEF
    inner = parts if claimant.start > sentence_start else parts[1:]
    return any(p[:1].isupper() for p in inner) or (claimant.is_person and len(parts) == 1)
