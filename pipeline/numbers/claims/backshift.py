"""Reported speech that goes on without a cue, by its tenses: "She said trade was slow. Sales would fall 4%." """

import re
from itertools import islice, pairwise

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.complements import is_past
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["goes_on_shifted", "is_testimony", "shifted_tenses"]

_SAID = word_set("speech clause tell that")
_PLUPERFECT = re.compile(r"\b(?:had|would)\b")
_PAST = word_set("was were could might")
_LOW = re.compile(r"[a-z]{3,}")
_VERB = re.compile(
    r"(?: (?:not|never|also|already|only|all|then|both|still|since|instead|now|\w+ly))* (?P<verb>[a-z]+)\b"
)
_HAD, _WOULD = word_set("had hadn’t hadn't"), word_set("would wouldn’t wouldn't")
_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[;:—–]")
_STOPS = word_set("who which that is are was were did could has have does do will can may must says said told ; : — –")
# What is the outlet's own: a turn, what it reckons, and how a story went on
_OWN = re.compile(
    r"(?:But|However|Despite|Meanwhile|Still|Yet|Now|Last|Earlier|Later|Although|Though|While|So|In response|Critics"
    r"|Supporters|I|We|You|If|And yet|That|This|Such|Either|Analysts|Markets|Those who|Anyone|As an?|At the time"
    r"|Back then|In (?:19|20)\d\d|It would (?:not )?be [^,.;]{2,40} (?:before|until))\b"
)
_LATER = word_set("later eventually subsequently soon seem appear mean go become")
# "At no stage had more than 90 walked off", "Nor would the mill close"
_INVERTED = re.compile(
    r"(?:Nor|Neither|Never|Not once|Not one|At no (?:point|stage|time)|Under no circumstances|Only then|Nowhere|So too)"
    r"(?: (?:of|in|among) [^,;:.]{3,40})? (?:had|would)\b"
)
_FURTHEST = 14  # words before the verb
_STORY = re.compile(r"\b(?:later|after that|from then|every (?:day|week|year|night|morning))\b")
_HEARD_BY = re.compile(
    r" (?:the |a |an |his |her |their )?(?:[\w’'-]+ ){0,3}?(?:court|jury|jurors|inquest|inquiry|tribunal|trial|hearing"
    r"|magistrates|police|officers|detectives|investigators)\b"
)
_PROCEEDS = re.compile(
    r"\b(?:sentenc\w+|jailed|convict\w+|acquit\w+|adjourned|remanded|plead\w*|den(?:y|ied)|admitted|trial|jur(?:y|ors)"
    r"|judge|magistrates?|bail|prosecut\w+|defen[cd]\w+|charged|fined?|hearing|court|verdict|ordered|guilty|arrested)\b",
    re.IGNORECASE,
)


def shifted_tenses(text: str, claim: Claim, sentence: Sentence, words: ReportingWords) -> frozenset[str]:
    """The tenses in which what somebody said in a sentence can go on: behind "said it was over" not "had died"."""
    if claim.claimant is None or words.verbs.get(claim.cue) not in _SAID or not is_past(claim.cue.split()[0]):
        return _NONE
    said = [(max(a, sentence.start), min(b, sentence.end)) for a, b in claim.scopes]
    if any(_PLUPERFECT.search(text, a, b) for a, b in said):
        return _HAD | _WOULD
    found = (word for a, b in said for word in _LOW.findall(text, a, b))
    return _WOULD if any(word in _PAST or is_past(word) for word in found) else _NONE


def goes_on_shifted(text: str, sentence: Sentence, tenses: frozenset[str]) -> bool:
    """Whether the first verb of a sentence is "had been" or "would be", said of anything."""
    if not tenses or _OWN.match(text, sentence.start, sentence.end):
        return False
    if _INVERTED.match(text, sentence.start, sentence.end):
        return True
    found = list(islice(_WORD.finditer(text, sentence.start, sentence.end), _FURTHEST))
    for match, following in pairwise(found):
        word = match.group().lower()
        if word in _HAD | _WOULD:
            verb = _VERB.match(text, match.end(), sentence.end) if word in tenses else None
            if verb is None or verb["verb"] in _LATER:
                return False
            story = word in _WOULD and _STORY.search(text, verb.end(), sentence.end)  # "He would die two days later"
            return not story and (word in _WOULD or _is_participle(verb["verb"]))
        if word in _STOPS or (is_past(word) and following.group() not in _HAD | _WOULD):
            return False
    return False


def _is_participle(word: str) -> bool:
    lexicon = event_words("en")
    known = lexicon.verbs.get(word) if lexicon else None
    return word == "been" or ("part" in known[1] if known else word.endswith(("ed", "en")))


def is_testimony(text: str, claim: Claim, before: Sentence, sentence: Sentence, words: ReportingWords) -> bool:
    """Whether what is told a court or the police goes on in the past, and is no step of the trial."""
    if claim.claimant is None or not claim.covers(before.end - 2):
        return False
    heard = words.bases.get(claim.cue) == "hear"
    told = words.verbs.get(claim.cue) == "tell" and _HEARD_BY.match(text, claim.end, before.end)
    if not heard and not told:
        return False
    turns = _OWN.match(text, sentence.start, sentence.end) or _PROCEEDS.search(text, sentence.start, sentence.end)
    return turns is None
