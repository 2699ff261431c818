"""The phrase that names who speaks: in front of a verb, after "according to", behind "who" or between commas."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.claims.appositions import person_tail, with_apposition
from pipeline.numbers.claims.complements import is_past
from pipeline.numbers.claims.names import LONGEST, Claimant, claimant_of
from pipeline.numbers.claims.phrases import (
    MARKS,
    WEEKDAYS,
    Token,
    as_pronoun,
    back_to_boundary,
    head_of,
    tokens_between,
    trimmed,
    without_tail,
)
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.wordlists import word_set

__all__ = ["is_about", "name_after", "object_before", "subject_before"]

_ABOUT = word_set(
    "study studies survey surveys poll polls analysis review research count investigation audit index details"
)
_MATTER = r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
# "the Ministry of Crops, Fish and Food"
_OF_MATTERS = re.compile(
    r" ?(?:\b[Tt]he )?(?:[A-Z][\w’'-]+ ){0,3}(?:Department|Ministry|Office|Committee|Agency|Bureau|Institute|School)"
    rf" (?:of|for|on) {_MATTER}(?:, {_MATTER}){{1,3}},? (?:and|&) {_MATTER}"
)
_NAME_ENDS = re.compile(r" ?(?:[.,;:()]|$)| (?:in|on|last|this)\b")
_GOT = word_set(
    "seen obtained reviewed published released received leaked unearthed found read got produced posted shared"
)
_SOURCE_LEADS = word_set("according per")
# "The ministry in a statement said"
_SAID_IN = re.compile(
    r" (?:in|on|at|via|during) (?:an?|its|his|her|their|the) (?:[\w-]+ ){0,2}?(?:statement|interview|letter|e-?mail"
    r"|post|tweet|briefing|conference|release|video|speech|memo|filing|note|message|report"
    r"|bulletin)(?: (?:on )?[A-Z][a-z]+day)? $"
)
# "a man who called himself Abu Dar said", "a resident identified as Ana Roe said"
_CALLED = re.compile(
    r"\b(?:(?:who|that) (?:called|calls|identified|introduced) (?:himself|herself|itself)(?: (?:only )?as)?"
    r"|(?:who )?(?:gave|giving) (?:his|her) name(?: only)? as|identified (?:only |by \w+ )?as"
    r"|calling (?:himself|herself|itself)) (?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}),? $"
)
# "A surgeon who asked not to be named for fear of losing his job said"
_UNNAMED = re.compile(
    r" who (?:asked|wished|wanted|requested|preferred|declined|refused|did not want|did not wish|spoke on) "
    r"[^.,;:“\"]{2,110} $"
)
# "the count kept by the union", but not "funded by two banks"
_KEPT_BY = re.compile(
    r" (?:kept|maintained|compiled|collected|gathered|issued|released|published|prepared|provided) by $"
)
_IN_PLACES = re.compile(
    r"\b(?P<noun>[a-z]+)(?P<places> (?:in|from|across|near|at) (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*, )+"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:had |has |have )?)$"
)
_SAID_IN_CHARS = 60
_OF_PLACES = word_set("in at near outside across around")
_LOOK_BACK, _LOOK_AHEAD = 240, 160
_NEAR = 150  # a phrase that ends right before its verb is no longer


def subject_before(text: str, low: int, high: int, words: ReportingWords) -> Claimant | None:
    """The subject that ends where a verb begins (at `high`), or None. Nothing before `low` is looked at."""
    said_in = _SAID_IN.search(text, max(low, high - _SAID_IN_CHARS), high)
    if said_in and _is_name_or_body(text, low, said_in.start(), words):
        high = said_in.start()
    if unnamed := _UNNAMED.search(text, max(low, high - _NEAR), high):
        high = unnamed.start() + 1
    places = _IN_PLACES.search(text, max(low, high - _NEAR), high)
    if places and words.is_speaker(places["noun"]):
        high = places.start("places")  # "a survey of its members in Lusaka, Kitwe and Ndola found"
    near = max(low, high - _NEAR)
    tokens = without_tail(text, tokens_between(text, near, high), words)
    if called := _CALLED.search(text, near, high):
        return claimant_of(text, tokens_between(text, *called.span("name")), words)
    if near > low and tokens and tokens[-1].word in (",", ")"):
        tokens = without_tail(text, tokens_between(text, max(low, high - _LOOK_BACK), high), words)
    if tokens and text.find(")", tokens[0].start, tokens[-1].end) >= 0:
        tokens = without_tail(text, _without_parentheses(tokens), words)
    if not tokens:
        return None
    if contracted := as_pronoun(tokens[-1]):
        return claimant_of(text, [contracted], words)
    if tokens[-1].low in ("who", "which", "that"):
        return _antecedent(text, tokens[:-1], words, tokens[-1].low)
    if tokens[-1].word == ",":
        unaged = [token for token in tokens[:-1] if not token.word.endswith("-year-old")]
        return with_apposition(text, unaged, words)  # "58-year-old Kofi Badu, who farms there, said"
    phrase = trimmed(back_to_boundary(tokens, words), words)
    if len(phrase) > 1 and phrase[0].low == "who":
        phrase = phrase[1:]  # "The man, who police say"
    if phrase and text.endswith(", ", 0, phrase[0].start) and any(token.low == "and" for token in phrase):
        whole = _OF_MATTERS.search(text, max(low, phrase[-1].end - _LOOK_AHEAD), phrase[-1].end)
        phrase = tokens_between(text, *whole.span()) if whole and whole.end() == phrase[-1].end else phrase
    return claimant_of(text, phrase, words) if phrase and _can_be_subject(phrase, words) else None


def _is_name_or_body(text: str, low: int, end: int, words: ReportingWords) -> bool:
    """Whether a name or a kind of claimant ends here: "The ministry | in a statement said"."""
    last = re.search(r"([\w’'-]+)$", text[max(low, end - 40) : end])
    return last is not None and (last[1][0].isupper() or words.is_speaker(last[1]))


def object_before(text: str, low: int, high: int, words: ReportingWords) -> Claimant | None:
    """The phrase that ends where a participle begins: "reports" of "there have been reports suggesting"."""
    tokens = tokens_between(text, max(low, high - _LOOK_BACK), high)
    phrase = trimmed(back_to_boundary(tokens, words, is_object=True), words)
    phrase = phrase[2:] if phrase and phrase[0].low == "contrary" else phrase
    if len(phrase) > 1 and phrase[0].word in _GOT:
        phrase = phrase[1:]  # "has seen emails showing"
    return claimant_of(text, phrase, words) if phrase and _can_be_subject(phrase, words) else None


def _can_be_subject(tokens: list[Token], words: ReportingWords) -> bool:
    """Whether a phrase that begins with a plain word names people or papers: "local officials", not "left a mark"."""
    first = tokens[0]
    if not first.word[0].islower() or first.low in words.sets["determiners"] or first.low in words.pronouns:
        return True
    head = head_of(tokens, words)
    return head.word[0].isupper() or words.is_speaker(head.low)


def _name_at_end(tokens: list[Token]) -> list[Token]:
    start = len(tokens) - 1
    while start > 0 and tokens[start - 1].word[0].isupper():
        start -= 1
    return tokens[start:]


def name_after(text: str, start: int, end: int, words: ReportingWords) -> Claimant | None:
    """The name or noun phrase that begins at `start`: after "according to", or after an inverted "said"."""
    tokens: list[Token] = []
    found = tokens_between(text, start, min(end, start + _LOOK_AHEAD))
    for i, token in enumerate(found):
        following = _following(found, i, words)
        if token.low == "and" and _goes_on_to_name(tokens, found[i + 1 : i + 6]):
            tokens = []  # "said author and sailor Jane Roe"
            continue
        within = bool(tokens) and tokens[-1].low in words.sets["determiners"]  # "the published article"
        if (
            token.word in MARKS
            or (tokens and not within and token.low in words.sets["name_stops"])
            or _ends_name(token, tokens, following, words)
        ):
            break
        tokens.append(token)
    tokens = _source_behind(text, tokens, found, words) or tokens
    if (whole := _OF_MATTERS.match(text, start, end)) and _NAME_ENDS.match(text, whole.end(), end):
        tokens = tokens_between(text, *whole.span())
    if len(tokens) > LONGEST and tokens[0].word[0].isupper():
        several = any(token.low == "and" for token in tokens)
        tokens = next((tokens[:i] for i in range(2, LONGEST) if tokens[i].low in ("of", "and")), tokens)
        first = claimant_of(text, tokens, words)  # of "Roe of Alma University and Doe of Brenna University"
        return replace(first, is_plural=several) if first else None
    return claimant_of(text, tokens, words)


def _following(tokens: Sequence[Token], at: int, words: ReportingWords) -> str:
    """The word behind a token; past the article of "Office for the Coordination of Works"."""
    behind = [token.word for token in tokens[at + 1 : at + 3]]
    body = tokens[at - 1] if at and tokens[at].low == "for" else None
    if len(behind) > 1 and behind[0] == "the" and body and _is_kind_of_body(body, words):
        return behind[1]
    return behind[0] if behind else ""


def _is_kind_of_body(token: Token, words: ReportingWords) -> bool:
    return token.word in words.sets["organisations"] or words.is_speaker(token.low)


def _goes_on_to_name(trade: list[Token], behind: list[Token]) -> bool:
    """Whether a trade goes on with another one and the name of who has both."""
    if not trade or not all(token.word.islower() for token in trade) or len(trade) > 4:
        return False
    name = next((i for i, token in enumerate(behind) if not token.word.islower()), 0)
    return 0 < name < len(behind) - 1 and behind[name].word.istitle() and behind[name + 1].word.istitle()


def _ends_name(token: Token, tokens: list[Token], following: str, words: ReportingWords) -> bool:
    after_name = bool(tokens) and tokens[-1].word[0].isupper()
    if token.low == "of" and following[:1].isdigit():
        return True  # "an analysis by the Herald | of 400 cases"
    if token.low in ("and", "or", "from", "for"):
        return not (after_name and following[:1].isupper())
    anew = token.low in words.sets["determiners"] or token.low in words.pronouns or token.low == "there"
    if anew and after_name and token.word.islower() and tokens[-1].low not in words.sets["determiners"]:
        return not following[:1].isupper()  # "According to Tessa the best month is"
    return token.low in WEEKDAYS and bool(tokens)


def is_about(match: re.Match[str]) -> bool:
    """Whether what follows is what a paper is about and not who made it: "a survey of", "a study of"."""
    return match.group().split()[-1] == "of" and match.group().split()[0].lower() in _ABOUT


def _source_behind(text: str, tokens: list[Token], found: list[Token], words: ReportingWords) -> list[Token] | None:
    """ "data from MarketAxess": the body that the data come from, where that is a name; or by whom they are kept."""
    if not tokens or not found:
        return None
    stretch = text[found[0].start : found[-1].end]
    match = words.of_source.match(stretch, max(0, tokens[-1].start - found[0].start - 40)) or words.of_source.search(
        stretch
    )
    if match is None or match.start() > tokens[-1].end - found[0].start or is_about(match):
        return None
    at = found[0].start + match.end()
    behind: list[Token] = []
    for token in found:
        if token.start < at:
            continue
        if token.word in MARKS or (behind and token.low in words.sets["name_stops"]):
            break
        if _ends_name(token, behind, _following(found, found.index(token), words), words):
            break
        behind.append(token)
    kept = bool(behind) and words.is_speaker(behind[-1].low) and _KEPT_BY.search(match.group())
    return behind if kept or any(t.word[:1].isupper() for t in behind) else None


def _without_parentheses(tokens: list[Token]) -> list[Token]:
    """The tokens without what stands in parentheses: "the Home Office (HO) spokesman"."""
    kept: list[Token] = []
    depth = 0
    for token in reversed(tokens):
        depth += token.word == ")"
        if depth == 0:
            kept.append(token)
        depth -= token.word == "(" and depth > 0
    return kept[::-1]


def _antecedent(text: str, tokens: list[Token], words: ReportingWords, relative: str) -> Claimant | None:
    """The noun that "who said" or "that said" belongs to."""
    apart = bool(tokens) and tokens[-1].word == ","
    tokens = tokens[:-1] if apart else tokens
    phrase = trimmed(back_to_boundary(tokens, words, is_object=True), words)
    if apart and relative == "who" and phrase and (name := _name_in_front(text, tokens, phrase, words)):
        return claimant_of(text, name, words)
    phrase = phrase[2:] if phrase and phrase[0].low == "contrary" else phrase
    if relative == "which" and phrase and phrase[0].word.islower() and is_past(phrase[0].low):
        lead = [token for token in tokens if token.start < phrase[0].start]
        if lead and lead[-1].word == ",":  # "a petition, | filed in May by nine firms, which"
            phrase = trimmed(back_to_boundary(lead[:-1], words, is_object=True), words)
    if relative == "which" and phrase and phrase[-1].word[0].isupper():
        done = (i for i in range(1, len(phrase) - 1) if phrase[i].low == "by" and is_past(phrase[i - 1].low))
        phrase = phrase[next(done, -1) + 1 :]  # "a claim dismissed by | the Water Board, which"
    if relative == "who" and phrase and phrase[-1].word[0].isupper():
        head = head_of(phrase, words).low
        if head in words.sets["sources"] or not words.is_speaker(head):
            phrase = _name_at_end(phrase)  # "the account of Cohen, who"
    if relative == "which" and phrase and phrase[-1].word[0].isupper() and phrase[0].low not in _SOURCE_LEADS:
        return claimant_of(text, phrase, words)  # "Acme, which said"
    if relative == "which" and phrase and phrase[-1].word.islower():
        articles = (i for i in range(len(phrase) - 2, 0, -1) if phrase[i].low in ("the", "a", "an"))
        phrase = phrase[next(articles, 0) :]  # "declined to comment on | the report, which said"
    if relative == "which" and phrase and phrase[0].low == "the" and words.is_speaker(phrase[-1].low):
        return claimant_of(text, phrase, words)  # "The brokerage, which had forecast"
    laid_down = words.sets["sources"] | words.sets["written"]
    if relative != "who" and (not phrase or phrase[-1].low not in laid_down):
        return None
    if relative != "who":
        phrase = phrase[-3:]
        phrase = next((phrase[i:] for i in (1, 2) if phrase[i:] and phrase[i].low in words.sets["determiners"]), phrase)
    return claimant_of(text, phrase, words)


def _name_in_front(text: str, tokens: list[Token], phrase: list[Token], words: ReportingWords) -> list[Token] | None:
    """Whose trade stands before "who": "goes to Jane Roe, | a researcher at the Dutch firm Acme, who"."""
    lead = [token for token in tokens if token.start < phrase[0].start]
    if len(lead) < 3 or lead[-1].word != "," or phrase[0].low not in ("a", "an", "the", "one"):
        return None
    whole = trimmed(back_to_boundary(lead[:-1], words, is_object=True), words)
    if whole and head_of(whole, words).low in words.sets["persons"]:
        return whole  # "the mayor of Port Alma, | a miner, who"
    name = _name_at_end(lead[:-1])
    placed = len(name) < len(lead) - 1 and lead[-len(name) - 2].low in _OF_PLACES
    placed = placed or name[0].low in words.sets["prepositions"]
    return name if not placed and person_tail(text, name) else None
