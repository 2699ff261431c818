"""Whom "he" and "she" mean by what the sentences before are about: their subject, where that is a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.numbers.claims.clauses import main_subject, opening_subject
from pipeline.numbers.claims.discourse import Discourse
from pipeline.numbers.claims.introductions import introduced
from pipeline.numbers.claims.names import PERSON_TAIL, Claimant
from pipeline.numbers.claims.phrases import WEEKDAYS
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.subjects import name_after
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["MENTIONED_CHARS", "Topics", "occurs"]

_SENTENCES, _PARAGRAPHS = 4, 1  # how far back
_BETWEEN = 8  # sentences that may be about somebody else
_GENDERS: Mapping[str | None, Literal["m", "f"]] = {"m": "m", "f": "f"}
_OF_HIS, _OF_HER = frozenset(("He", "he", "His")), frozenset(("She", "she", "Her"))
_HIS, _HER = re.compile(r"\b(?:he|his|him)\b"), re.compile(r"\b(?:she|her)\b")
_ADVERBIAL = re.compile(r"(?:In|At|On|During|For|Under|By|From|Until|Of|Among|Amid|Despite|Last|Earlier|Later|That) ")
_LONGEST_NAME = 40
_DOING = re.compile(
    r"(?:Now |Still |Then )?[A-Z][a-z]{2,}ing "
)  # "Hearing the bang, Jane Roe, a farmer, and her sons ran"
_ASK = re.compile(
    r"(?:But |And |Now |So )?(?:[Aa]sk|[Mm]eet|[Tt]ake|[Pp]ress) (?=[A-Z])"
)  # "Ask Roe about it and you get a shrug"
_AGED = re.compile(r"The \d+-year-old\b")
_CAPITAL = re.compile(r"\b[A-Z]")
_NO_TRADES = word_set(
    "journal magazine newspaper paper city town company firm group band nonprofit club film show network startup"
)
# "Raven, the makeup artist, ", "Roe, who ", "Roe, 45, "
_APPOSITION = re.compile(
    r"(?: \([^()]{3,40}\))?, (?:who\b|\d\d\b|(?:the|an?|his|her) "
    r"(?:[\w’'-]+ ){0,4}\w+(?:er|or|ist|ian|man|woman|ant)\b)"
)
_TRADE = re.compile(r"(?: \([^()]{3,40}\))?, (?:the|an?|his|her|one of) (?P<words>(?:[\w’'-]+ ?){1,5})")
MENTIONED_CHARS = 5000
_KIN = re.compile(r"(?:But |And )?(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ )?(?P<who>[a-z-]+) (?!of\b|in\b|at\b)[a-z]+")
_COMPANIONS = word_set("colleague friend boss partner teammate companion classmate assistant co-star")
_UNDER = re.compile(r"(?:After|When|While|As|If|Because|Since|Although|Though|Before|Once|With|Following|Unlike|Like) ")


def occurs(text: str, name: str, followed_by: str = "", *, within: bool = False) -> bool:
    """Whether a name stands in a text as a word, not before one of some signs; `within`: within a sentence."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = text[at - 1 : at], text[end : end + 1]
        apart = before.islower() or before == "," if within else not before.isalnum()
        if apart and not after.isalnum() and (after == "" or after not in followed_by):
            return True
        at = text.find(name, end)
    return False


def _stands_in_name(text: str, name: str) -> bool:
    """Whether a name is part of a longer one somewhere in a text: "Jane Roe", "Mayor Roe", "Roe Castle"."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            before, behind = text[max(0, at - _LONGEST_NAME) : at], text[end : end + 3]
            led = before.split()[-1:] if before.endswith(" ") else []
            if led and led[0][0].isupper() and (led[0][-1].isalnum() or led[0][-1] == "."):
                return True
            if behind[:1] == " " and behind[1:2].isupper() and behind[2:3].islower():
                return True
        at = text.find(name, end)
    return False


class Topics:
    """The subjects of the sentences of one text, read when they are asked for."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], words: ReportingWords
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.quotes = quotes
        self.words = words
        self.subjects: dict[int, Claimant | None] = {}

    def person(self, pronoun: Claimant, i: int, discourse: Discourse) -> Claimant | None:
        """The person whom the nearest sentence before sentence `i` is about, or who speaks in it; None if unclear."""
        paragraphs = 0
        follows = True  # whether the sentences between are about "him" alone
        for k in range(i - 1, max(-1, i - 1 - _SENTENCES), -1):
            paragraphs += "\n" in self.text[self.sentences[k].end : self.sentences[k + 1].start]
            if paragraphs > _PARAGRAPHS + (follows and k < i - 1):
                return None
            spoke = discourse.speaker_within(self.sentences[k].start, self.sentences[k].end, pronoun)
            if spoke is not None:
                return spoke
            subject = self._subject(k)
            newcomer = introduced(self.text, self.sentences[k], subject, self.quotes, self.words) if follows else None
            if newcomer is not None and discourse.can_mean(pronoun, newcomer):
                return newcomer
            mentioned = self._mentioned(pronoun, k, subject, discourse)
            if mentioned is not None:
                return mentioned
            if subject is not None and self._is_of_same(pronoun, subject):
                continue
            quoted = quote_at(self.quotes, self.sentences[k].start) is not None
            if subject is None and not quoted:
                if self._keeps_to(pronoun, k):
                    continue
                return None
            if k == i - 1 and subject is not None and self._holds_office(pronoun, subject, discourse):
                return subject
            if k == i - 1 and subject is not None and self._is_new(subject) and discourse.can_mean(pronoun, subject):
                return subject
            if subject is not None and not subject.is_pronoun and not self._describes(subject):
                sure = self.is_person(subject) or (k == i - 1 and self._refers(pronoun, k, subject))
                sure = sure or (follows and self._is_only_one(pronoun, subject, discourse))
                return subject if sure and discourse.can_mean(pronoun, subject) else None
            follows = follows and quoted
        return None

    def _keeps_to(self, pronoun: Claimant, k: int) -> bool:
        """Whether a sentence names nobody and is about somebody's things: "Of the boats in his street, nine sank"."""
        sentence = self.sentences[k]
        own = _HIS if self.words.pronouns.get(pronoun.text) == "m" else _HER
        behind = self.text.find(" ", sentence.start, sentence.end)
        named = behind > 0 and _CAPITAL.search(self.text, behind, sentence.end)
        return not named and own.search(self.text, sentence.start, sentence.end) is not None

    def _is_of_same(self, pronoun: Claimant, subject: Claimant) -> bool:
        """Whether a sentence goes on about the one whom a pronoun means: "He", "Her son Kevin", "There was"."""
        own = _OF_HIS if self.words.pronouns.get(pronoun.text) == "m" else _OF_HER
        aged = _AGED.match(subject.text) is not None and subject.gender in (None, self.words.pronouns.get(pronoun.text))
        if aged:
            return True  # "The 67-year-old retired nurse has lived here for years"
        lead = self.text[subject.phrase_start : subject.end].split()[0]
        return lead in own or subject.text.lower() in ("there", "it")

    def subject_person(self, k: int, discourse: Discourse) -> Claimant | None:
        """The named person whom a sentence is about, also by "he" and "she"; None if unclear."""
        subject = self._subject(k)
        if subject is None:
            return None
        if subject.is_pronoun:
            known = self.words.pronouns.get(subject.text) in _GENDERS
            return self.person(subject, k, discourse) if known else None
        return subject if not self._describes(subject) and self.is_person(subject) else None

    def _is_only_one(self, pronoun: Claimant, subject: Claimant, discourse: Discourse) -> bool:
        """Whether a full name, though of no known first name, is all that a pronoun right behind can mean."""
        parts = subject.text.split()
        named = len(parts) in (2, 3) and PERSON_TAIL.fullmatch(subject.text) is not None
        named = named and subject.phrase_start == subject.start
        if not named or not subject.is_person or any(part in self.words.sets["no_surnames"] for part in parts):
            return False
        return not any(discourse.can_mean(pronoun, c) and c.text != subject.text for c in discourse.spoken)

    def _has_trade(self, subject: Claimant) -> bool:
        """Whether a name is told apart by a trade behind it: "Jane Roe, a third-year student at Brenna"."""
        trade = _TRADE.match(self.text, subject.end)
        return trade is not None and any(w in self.words.sets["persons"] for w in trade["words"].split())

    def _is_apposed(self, subject: Claimant) -> bool:
        """Whether a name stands behind the trade of its bearer: "the study's author, Jane Roe"."""
        lead = re.search(r"(\w+), $", self.text[max(0, subject.start - 30) : subject.start])
        trade = lead[1].lower() if lead else ""
        return trade in self.words.sets["persons"] or self.words.is_agent(trade)

    def _holds_office(self, pronoun: Claimant, subject: Claimant, discourse: Discourse) -> bool:
        """Whether "the prime minister", and nobody who has spoken, is whom a pronoun right behind means."""
        office = (
            subject.text.startswith("The ")
            and subject.head in self.words.sets["persons"]
            and discourse.can_mean(pronoun, subject)
        )
        return office and not any(discourse.can_mean(pronoun, c) for c in discourse.spoken)

    def _is_new(self, subject: Claimant) -> bool:
        """Whether a phrase brings in a person: "A volunteer described what she saw"."""
        return subject.text.split()[0].lower() in ("a", "an", "another") and subject.is_person

    def _mentioned(self, pronoun: Claimant, k: int, subject: Claimant | None, discourse: Discourse) -> Claimant | None:
        """The one who has spoken before and is named in a sentence about no person: "It was hard for Roe."""
        if subject is not None and (subject.is_pronoun or discourse.can_mean(pronoun, subject)):
            return None
        sentence = self.sentences[k]
        stretch = self.text[sentence.start : sentence.end]
        named = {c.text.split()[-1]: c for c in discourse.spoken if c.is_person and c.text.split()[-1] in stretch}
        if len(named) != 1 or quote_at(self.quotes, sentence.start):
            return None
        ((last, person),) = named.items()
        whole = occurs(stretch, last, followed_by="’'")
        return person if whole and discourse.can_mean(pronoun, person) else None

    def someone_else(self, pronoun: Claimant, i: int, speaker: Claimant, discourse: Discourse) -> bool:
        """Whether a sentence between who spoke last and a pronoun is about another person."""
        for k in range(i - 1, max(-1, i - 1 - _BETWEEN), -1):
            if self.sentences[k].end <= speaker.end:
                return False
            if k == i - 1 and self._is_about_kin(k, pronoun):
                return True
            subject = self._subject(k)
            if subject is None or subject.is_pronoun or subject.start <= speaker.end:
                continue
            if not discourse.can_mean(pronoun, subject) or self._describes(subject):
                continue
            other = subject.text.split()[-1] != speaker.text.split()[-1] and subject.text not in speaker.text.split()
            full = PERSON_TAIL.fullmatch(subject.text) is not None
            if other and (full or self.is_person(subject) or self._refers(pronoun, k, subject)):
                return True
        return False

    def _is_about_kin(self, k: int, pronoun: Claimant) -> bool:
        """Whether a sentence is about one of somebody's, of the gender asked for: "His colleague disagrees."""
        kin = _KIN.match(self.text, self.sentences[k].start, self.sentences[k].end)
        word = kin["who"] if kin else ""
        other = self.words.sets["male" if self.words.pronouns.get(pronoun.text) == "f" else "female"]
        return (word in _COMPANIONS or word in self.words.sets["persons"]) and word not in other

    def _refers(self, pronoun: Claimant, k: int, subject: Claimant) -> bool:
        """Whether a sentence goes on about its subject as the person of a pronoun: "Roe took his hat"."""
        own = _HIS if self.words.pronouns.get(pronoun.text) == "m" else _HER
        name = subject.text.split()[-1]
        near = self.text[max(0, subject.start - MENTIONED_CHARS) : subject.end + MENTIONED_CHARS]
        is_name = name[0].isupper() and "-" not in name and not name.endswith("ing") and name.lower() not in WEEKDAYS
        is_name = is_name and (self.text[subject.end : subject.end + 1] == "," or occurs(near, f" {name}", within=True))
        return bool(is_name) and own.search(self.text, subject.end, self.sentences[k].end) is not None

    def own(self, pronoun: Claimant, start: int, discourse: Discourse) -> Claimant | None:
        """The person who is the subject earlier in the same sentence: "When Jane Roe left, she said"."""
        subject = main_subject(self.text, start, pronoun.start, self.words)
        if subject is None or subject.is_pronoun or quote_at(self.quotes, subject.start):
            return None
        owned = "’s " in subject.text or "'s " in subject.text  # "The resort's director put it well: ..., he said"
        if not discourse.can_mean(pronoun, subject) or (self._describes(subject) and not owned):
            return None
        return subject if owned or PERSON_TAIL.search(subject.text) or self.is_person(subject) else None

    def _subject(self, k: int) -> Claimant | None:
        if k not in self.subjects:
            sentence = self.sentences[k]
            start = sentence.start
            if _UNDER.match(self.text, start):  # "While the army denied it, Jane Roe has ..."
                comma = self.text.find(", ", start, sentence.end)
                start = comma + 2 if comma > 0 else sentence.end
            subject = None
            if asked := _ASK.match(self.text, start, sentence.end):
                subject = name_after(self.text, asked.end(), sentence.end, self.words)
                self.subjects[k] = subject if subject is not None and subject.is_person else None
                return self.subjects[k]
            if not quote_at(self.quotes, start):
                subject = opening_subject(self.text, start, sentence.end, self.words)
                subject = subject or main_subject(self.text, start, sentence.end, self.words)
            comma = self.text.find(", ", start, sentence.end)
            doing = _DOING.match(self.text, start)
            if (subject is None or doing) and comma > 0 and (doing or _ADVERBIAL.match(self.text, start)):
                start = comma + 2  # "At a hearing last month, Jane Roe (R), member of the board, pushed"
                subject = opening_subject(self.text, start, sentence.end, self.words) if doing else None
                subject = subject or main_subject(self.text, start, sentence.end, self.words)
            if subject is not None and subject.is_pronoun and start > sentence.start:
                subject = self._under(sentence, start, subject) or subject
            apart = subject is not None and start > sentence.start and subject.phrase_start > start + 4
            self.subjects[k] = None if apart else subject
        return self.subjects[k]

    def _under(self, sentence: Sentence, end: int, pronoun: Claimant) -> Claimant | None:
        """Whom a pronoun means by the clause before it: "When Rae came home, she"."""
        opening = _UNDER.match(self.text, sentence.start)
        kind = self.words.pronouns.get(pronoun.text)
        if opening is None or kind not in ("m", "f"):
            return None
        subject = main_subject(self.text, opening.end(), end, self.words)
        fits = subject is not None and subject.is_person and subject.gender in (None, kind)
        named = fits and subject is not None and subject.text[0].isupper()
        return replace(subject, gender=_GENDERS[kind]) if named and subject is not None else None

    def _describes(self, subject: Claimant) -> bool:
        """Whether a phrase rather than a name stands there: "the former president", who has been named before."""
        return subject.text.split()[0].lower() in self.words.sets["determiners"]

    def is_person(self, subject: Claimant) -> bool:
        """Whether a name is surely a person's: by a first name, a trade or title, or because the text shortens it."""
        parts = subject.text.split()
        lead = self.text[subject.phrase_start : subject.start].lower().split()
        if not parts[-1][0].isupper() or "-" in parts[-1] or self._describes(subject):
            return False
        if any(w in self.words.sets["prepositions"] or w in _NO_TRADES or w.endswith("ing") for w in lead):
            return False  # "the journal Nature Medicine", "the queen playing Jane Roe"
        if self._is_apposed(subject):
            return True
        if subject.gender or any(w.strip(".").capitalize() in self.words.sets["titles"] for w in lead):
            return True
        if _APPOSITION.match(self.text, subject.end) or self._has_trade(subject):
            return True
        before = self.text[max(0, subject.start - MENTIONED_CHARS) : subject.start]
        if PERSON_TAIL.search(subject.text):
            after = self.text[subject.end : subject.end + MENTIONED_CHARS]
            return occurs(before + after, parts[-1])
        return _stands_in_name(before, subject.text)
