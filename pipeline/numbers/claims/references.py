"""Whom the subject of a verb that reports means: a pronoun's person or body, by what the text is about there."""

import re
from collections.abc import Sequence

from pipeline.numbers.claims.clauses import main_subject
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.nominals import NominalReader
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.claims.topics import MENTIONED_CHARS, Topics, occurs
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

__all__ = ["ReferenceReader"]

_POSTPOSED = re.compile(
    r" (?:also |then |later )?(?:(?:told|tells|reminded|reminds|assured) [^.,;:\"“]{2,40}"
    r"|\w+(?: out)?(?: (?:on|in|at|during|of|to)\b[^.,;\"“]{0,40})?)[.,:](?!\d)"
)
_AGED = re.compile(r"[Tt]he \d+-year-old(?: [\w-]+)?")
_ADVERBIAL = re.compile(r"(?:In|At|On|During|After|For|By|Asked|[A-Z][a-z]+ing) ")
_BODY = re.compile(r"[Tt]he (\w+)(?= [a-z]+s\b)")  # "The utility disputes"
# "Shares in the chain fell after it said": the body whose shares they are
_SHARES_OF = re.compile(r"(?:Shares|Stocks?|The shares|The stock) (?:in|of) ")
_OWN_SHARES = re.compile(r"(?P<name>[A-Z][\w.&-]*(?: [A-Z&][\w.&-]*){0,3}?)(?:[’']s?)? (?:shares|stock)\b")
_PUBLISHED = re.compile(
    r"\b(?:published|released|issued|filed|presented|unveiled|launched|wrote|brought|submitted|commissioned) "
    r"(?P<paper>(?:an?|the|their|his|her) (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z]+))\b(?= (?:on|in|about|against|into|last"
    r"|this|that|to|with|by|for|at|earlier|of)\b|[.,])"
)
# "The chain blamed rising costs as it announced"
_WHILE_IT = re.compile(r" (?:as|when|while|although|though|but|because) $")
_PRONOUN_REACH = 40
_PARAGRAPH = 1200
_PERSON = re.compile(r"\b(?P<first>[A-Z][\w-]+) [A-Z][\w-]+(?P<apposed>, (?:\d\d\b|an? [a-z]))?")


class ReferenceReader(NominalReader):
    """Resolves who is meant, sentence after sentence of one text."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], words: ReportingWords
    ) -> None:
        super().__init__(text, quotes, words)
        self.sentences = sentences
        self.topics = Topics(text, sentences, quotes, words)
        self.at = 0
        self.before: Sentence | None = None
        self.sentence_start = 0
        self.last_claim = -1
        self.doubted: set[int] = set()

    def _sentence_before(self, at: int) -> Sentence | None:
        """The sentence before one in the same paragraph."""
        if at == 0 or "\n" in self.text[self.sentences[at - 1].end : self.sentences[at].start]:
            return None
        return self.sentences[at - 1]

    def _resolve(self, named: Claimant) -> Claimant | None:
        """Whom a pronoun means: the subject of its sentence or of those before, else who spoke last."""
        person = self._person(named)
        if person is not None:
            return self.discourse.follow(named, person)
        silent = self.before is not None and self.last_claim < self.before.start and not self._quotes_in(self.before)
        body = self.words.pronouns.get(named.text) in ("p", "n")
        if body and (own := self._own_body(named)):
            return self.discourse.follow(named, own)
        if body and self.before is not None and silent and self._leads(named):
            subject = main_subject(self.text, self.before.start, self.before.end, self.words)
            fits = subject is not None and is_claimant_like(subject, self.before.start, self.words)
            if subject is not None and fits and self._can_be_body(named, subject):
                return self.discourse.follow(named, subject)
            if named.text == "it" and (paper := self._published(self.before)):
                return self.discourse.follow(named, paper)
        spoken = self.discourse.spoken
        resolved = self.discourse.resolve(named)
        last = spoken[-1] if spoken and self.before is not None and spoken[-1].start >= self.before.start else None
        if body and resolved is None and last is not None and self._can_be_body(named, last):
            return self.discourse.follow(named, last)  # "Acme reported results. It said"
        if resolved is None or not named.is_pronoun or body:
            return resolved
        if self._is_about_another(named, resolved):
            self.discourse.spoken = spoken
            self.doubted.add(named.start)
            return None
        speaker = next((c for c in reversed(spoken) if c.text == resolved.text), resolved)
        someone_else = self.topics.someone_else(named, self.at, speaker, self.discourse)
        beside = not speaker.is_person and speaker.start >= self.sentence_start  # "The baker, whom he called"
        if someone_else or beside or self._is_new_here(named, resolved):
            self.discourse.spoken = spoken
            self.doubted.add(named.start)
            return None
        return resolved

    def _is_new_here(self, named: Claimant, resolved: Claimant) -> bool:
        """Whether the paragraph before a pronoun names a person, by full name, but not who spoke last."""
        start = self.text.rfind("\n", max(0, named.start - _PARAGRAPH), named.start) + 1
        before = self.text[max(start, named.start - _PARAGRAPH) : named.start]
        if resolved.text.split()[-1] in before:
            return False
        return any(
            self.words.is_first_name(name["first"]) or name["apposed"]
            for name in _PERSON.finditer(before)
            if quote_at(self.quotes, named.start - len(before) + name.start()) is None
        )

    def _published(self, before: Sentence) -> Claimant | None:
        """The paper that a sentence tells of: "Roe and her team published a study in May. It found"."""
        match = _PUBLISHED.search(self.text, before.start, before.end)
        if match is None or match["noun"] not in self.words.sets["told_at_length"]:
            return None
        return Claimant(match["paper"], *match.span("paper"), match.start("paper"), head=match["noun"])

    def _is_about_another(self, named: Claimant, resolved: Claimant) -> bool:
        """Whether the sentence has a name of its own for its subject: "Roe is less sure: he says"."""
        if self._leads(named) and ":" not in self.text[self.sentence_start : named.start]:
            return False
        subject = main_subject(self.text, self.sentence_start, named.start, self.words)
        name = subject is not None and not subject.is_pronoun and subject.is_person and subject.text[0].isupper()
        if subject is None or quote_at(self.quotes, subject.start) or self._is_capitalised_thing(subject):
            return False
        return bool(name) and subject.text.split()[-1] not in resolved.text.split()

    def _is_capitalised_thing(self, subject: Claimant) -> bool:
        """Whether a word has its capital only from the beginning of the sentence: "Approvals fell, he says"."""
        begins = subject.start == self.sentence_start and " " not in subject.text and subject.text.endswith("s")
        near = self.text[max(0, subject.start - MENTIONED_CHARS) : subject.end + MENTIONED_CHARS]
        return begins and not subject.gender and not occurs(near, f" {subject.text}", within=True)

    def _own_body(self, named: Claimant) -> Claimant | None:
        """The body that is the subject earlier in the same sentence: "The firm disputes that; it says"."""
        if named.text == "it" and (owner := self._owner_of_shares(named.start)):
            return owner
        if named.text == "it" and _WHILE_IT.search(self.text, max(self.sentence_start, named.start - 10), named.start):
            return self._only_body(named)
        joint = self.text.rfind("; ", self.sentence_start, named.start)
        if joint < 0 and self.text.endswith(", ", 0, named.start) and _POSTPOSED.match(self.text, named.end):
            return self._whole_subject(named)
        if joint < 0 or named.start - joint > len("; and "):
            return None
        subject = main_subject(self.text, self.sentence_start, joint, self.words)
        subject = subject or self._body_at_head(self.sentence_start, joint)
        likely = subject is not None and is_claimant_like(subject, self.sentence_start, self.words)
        return subject if likely and subject is not None and self.discourse.can_mean(named, subject) else None

    def _only_body(self, named: Claimant) -> Claimant | None:
        """The subject of a sentence that names nobody else before a pronoun."""
        subject = self._whole_subject(named)
        between = self.text[subject.end : named.start].split() if subject else []
        sets = self.words.sets
        others = any(w[0].isupper() or w.strip(",") in sets["claimants"] or w.endswith(("’s", "'s")) for w in between)
        return None if others else subject

    def _body_at_head(self, start: int, end: int) -> Claimant | None:
        """The body that begins a sentence, before a verb that is in no table: "The utility disputes"."""
        body = _BODY.match(self.text, start, end)
        return (
            subject_before(self.text, start, body.end(), self.words)
            if body and self.words.is_speaker(body[1])
            else None
        )

    def _owner_of_shares(self, end: int) -> Claimant | None:
        """The company of a sentence that is about its shares."""
        if own := _OWN_SHARES.match(self.text, self.sentence_start, end):
            return name_after(self.text, own.start("name"), own.end("name"), self.words)
        shares = _SHARES_OF.match(self.text, self.sentence_start, end)
        return main_subject(self.text, shares.end(), end, self.words) if shares else None

    def _whole_subject(self, named: Claimant) -> Claimant | None:
        """The body that a sentence is about: "Acme owns 40 boats, it said"."""
        subject = main_subject(self.text, self.sentence_start, named.start, self.words)
        subject = subject or self._body_at_head(self.sentence_start, named.start)
        if subject is None or subject.is_pronoun or not is_claimant_like(subject, self.sentence_start, self.words):
            return None
        if self._may_be_noun(subject) and (subject.text.endswith("s") or self._spoke_just_before(named)):
            return None  # "Prices rose 4%, it said"
        return subject if self._can_be_body(named, subject) else None

    def _may_be_noun(self, subject: Claimant) -> bool:
        """Whether a single word has its capital only because it begins a sentence: "Inflation", though also "Acme"."""
        word = subject.text
        plain = word.istitle() and " " not in word and subject.start == self.sentence_start
        if not plain or self.words.is_speaker(word.lower()):
            return False
        near = self.text[max(0, subject.start - MENTIONED_CHARS) : subject.end + MENTIONED_CHARS]
        return not occurs(near, f" {word}", within=True)

    def _spoke_just_before(self, pronoun: Claimant) -> bool:
        """Whether somebody whom a pronoun can mean spoke in the sentence before."""
        start = self.before.start if self.before is not None else self.sentence_start
        return self.discourse.speaker_within(start, pronoun.start, pronoun) is not None

    def _can_be_body(self, named: Claimant, subject: Claimant) -> bool:
        """Whether "it" and "they" agree with a subject; a name may be a firm's: "Acme Net cut jobs. It said"."""
        name = (
            self.words.pronouns[named.text] == "n" and subject.gender is None and subject.text.split()[-1][0].isupper()
        )
        name = name and subject.text[0].isupper() and not self.words.is_first_name(subject.text.split()[0])
        firm = name and not subject.is_pronoun and not self.topics.is_person(subject)
        return firm or self.discourse.can_mean(named, subject)

    def _person(self, named: Claimant) -> Claimant | None:
        """The person whom "he", "she" or "the 36-year-old" means by what the text is about there."""
        if self.words.pronouns.get(named.text) not in ("m", "f") and not _AGED.fullmatch(named.text):
            return None
        if _POSTPOSED.match(self.text, named.end) and self.text[: named.start].endswith(", "):
            person = self.topics.person(named, self.at, self.discourse)  # "..., he said."
            others = any(self.discourse.can_mean(named, c) for c in self.discourse.spoken)
            return person if person or others else self.topics.own(named, self.sentence_start, self.discourse)
        if own := self.topics.own(named, self.sentence_start, self.discourse):
            return own
        person = self.topics.person(named, self.at, self.discourse) if self._leads(named) else None
        return None if person and self._is_about_another(named, person) else person

    def _leads(self, named: Claimant) -> bool:
        """Whether a pronoun begins its sentence, or stands behind nothing but a quotation or "In a statement"."""
        lead = self.text[self.sentence_start : named.start]
        if len(lead) < _PRONOUN_REACH or (len(lead) < 3 * _PRONOUN_REACH and _ADVERBIAL.match(lead)):
            return True
        quote = quote_at(self.quotes, self.sentence_start)
        return quote is not None and named.start - quote.end < _PRONOUN_REACH
