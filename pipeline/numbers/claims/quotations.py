"""Quotations that no verb of saying introduces: "She was glad: “...”", "called it “the worst in 40 years”"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.clauses import main_subject, opening_subject
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.participles import ParticipleReader
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

__all__ = ["QuotationReader"]

# What is done with words, so that the words in marks are the doer's.
_FORMS = """
    calls called describes described dubbed brands branded labeled labelled hails hailed praises praised
    slammed blasted condemns condemned denounces denounced criticizes criticized criticises criticised
    dismisses dismissed mocked likened compared refers+to referred+to speaks+of spoke+of speaks+about
    spoke+about talks+of talked+of talks+about talked+about complains+of complained+of complains+about
    complained+about boasts+of boasted+of thanks thanked blames blamed deplores deplored cites cited mentions
    mentioned termed terms deemed faults faulted rejects rejected ridiculed slams
    admits+to admitted+to accuses accused laments lamented decries decried
"""
_NAMES = re.compile(rf"\b(?:{'|'.join(_FORMS.split())})\b".replace("+", " "))
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|not|never|n[’']t)(?: \w+ly)? $")
_CLAUSE = re.compile(r"[;:—–]|, (?:and|but|while|when|who|which)\b")
_REACH = 120
_ALONE = re.compile(r"\s*(?:\n|$)")
_LABEL = re.compile(
    r"(?P<who>(?:The |A |An )?(?:[\w’'.-]+ ){0,4}?[A-Z][\w’'.-]+|The (?:[\w’'-]+ ){0,2}[\w’'-]+)"
    r"(?:,? (?:on|in|at|to|via|after|about|speaking|writing)\b [^:“\"]{2,70})?"
)
# "Baker Jane Roe, 56:", "Jane Roe (56), who runs the mill:"
_TOLD = re.compile(
    r"(?P<who>(?:[\w’'.-]+ ){0,4}?[A-Z][\w’'.-]+ [A-Z][\w’'.-]*[\w’'-])"
    r"(?P<age> \(\d{1,3}\)|, (?:aged )?\d{1,3})?(?P<apposed>, [^:;“\"]{2,80})?"
)
# "One fan:", "A third:", "The 43-year-old, a nurse from Brenna:"
_SOMEBODY = re.compile(
    r"(?P<who>Another|An? (?:second|third|fourth|fifth)|(?:One|Another|An?) (?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"|The (?:\d{1,3}-year-old|m[ou]m-of-\w+|dad-of-\w+|(?:grand)?(?:mother|father)-of-\w+))(?:, [^:;“\"]{2,80})?"
)
_THINGS = re.compile(
    r"[A-Z][a-z]+(?:sus|tion|sion|ment|ness|ity|ism|back)|Support|Anger|Response|Advice|Rumou?rs?|Word|News|Praise"
)
_SPEECH_CHARS = 24  # a shorter quotation is rather a word in marks
# "I ask Roe whether", "when I asked her what": the question of a reporter, whose answer stands in the next quotation
_ASKED = re.compile(
    r"\b(?:I|[Ww]e)(?: [a-z]+ly| then| also)? (?:ask|asked|press|pressed|put it to|put this to|suggest to|suggested to)"
    r" (?P<who>him|her|[A-Z][\w’'.-]*[\w’'-](?: [A-Z][\w’'.-]*[\w’'-]){0,3})"
)
_FOR_WHOM = re.compile(
    r"(?:(?:But|And|Yet) )?(?:[Ff]or|[Ll]ike|[Uu]nlike|[Aa]mong them (?:is|was)) "
    r"(?P<who>(?:[\w’'-]+ ){0,3}?[A-Z][\w’'.-]*[\w’'-](?: [A-Z][\w’'.-]*[\w’'-]){0,3})(?=[ ,.])"
)
# "The union says it will fail. Roe agrees.¶“...”"
_REACTS = re.compile(
    r" (?:(?:dis)?agree[sd]|concur(?:s|red)|nod(?:s|ded)|shrug(?:s|ged)|laugh(?:s|ed)|sigh(?:s|ed)|smile[sd]|objects"
    r"|objected|knows the feeling|begs to differ|(?:is|was|remains|remained) (?:not so sure|less sure|unconvinced"
    r"|not convinced|sceptical|skeptical|blunt|adamant|unmoved|furious|relieved|delighted|not alone|among them"
    r"|one of them))[^.,:;]{0,30}\.$"
)
_REACTION = 70
_MYSELF = re.compile(r"\b(?:I|I[’']\w+|[Mm]y|me)\b")


class QuotationReader(ParticipleReader):
    """Reads whose words the quotations of one text are where its verbs do not say it."""

    def _quoted(self, sentence: Sentence, found: Sequence[Claim]) -> Iterator[Claim]:
        i = bisect_left(self.quotes, sentence.start, key=lambda quote: quote.start)
        while i < len(self.quotes) and self.quotes[i].start < sentence.end:
            quote = self.quotes[i]
            if quote.start > sentence.start and not any(c.covers(quote.start) for c in found):
                yield from self._in_marks(sentence, quote, found)
            elif quote.start == sentence.start and not found:
                yield from self._behind_colon(quote)
                yield from self._alone(quote)
                yield from self._behind_person(quote)
            i += 1

    def _in_marks(self, sentence: Sentence, quote: Quote, found: Sequence[Claim]) -> Iterator[Claim]:
        named, at = self._namer(sentence, quote)
        if named is None and self.text.endswith(": ", 0, quote.start) and not any(c.scopes for c in found):
            at = quote.start - 2
            named = self._labelled(sentence.start, at) or self._person_before(sentence, at)
        if named is None or (named.is_pronoun and self.words.pronouns[named.text] not in ("m", "f", "p", "n")):
            return
        claimant = self._resolve(named)
        cue = self.text[at : quote.start].split(" ")[0].strip() or ":"
        yield Claim(((quote.start, quote.end),), claimant, self._named(named), cue, at, quote.start, rank=1)

    def _behind_colon(self, quote: Quote) -> Iterator[Claim]:
        """A paragraph behind "Roe was blunt:" """
        before = self.sentences[self.at - 1] if self.at else None
        end = len(self.text[: quote.start].rstrip()) - 1 if before else -1
        if before is None or not before.start < end or self.text[end] != ":" or self.last_claim >= before.start:
            return
        named = self._person_before(before, end)
        if named is None or (named.is_pronoun and self.words.pronouns[named.text] not in ("m", "f", "p", "n")):
            return
        self.at, self.sentence_start, self.before = self.at - 1, before.start, self._sentence_before(self.at - 1)
        claimant = self._resolve(named)
        yield Claim(((quote.start, quote.end),), claimant, self._named(named), ":", end, quote.start, rank=1)

    def _alone(self, quote: Quote) -> Iterator[Claim]:
        """A paragraph that is nothing but a quotation with "I", behind one whose last sentence is about a person."""
        before = self.sentences[self.at - 1] if self.at and self.text.startswith("\n", quote.start - 1) else None
        if before is None or not _ALONE.match(self.text, quote.end) or quote_at(self.quotes, before.end - 1):
            return
        asked = self._asked(before)
        if asked is not None:
            yield Claim(((quote.start, quote.end),), asked, None, "", quote.start, quote.start, rank=1)
            return
        if _REACTS.search(self.text, max(before.start, before.end - _REACTION), before.end):
            person = self.topics.subject_person(self.at - 1, self.discourse)
            if person is not None:
                who = replace(person, start=quote.start, end=quote.start)
                yield Claim(((quote.start, quote.end),), who, None, "", quote.start, quote.start, rank=1)
                return
        if self.text[before.end - 1] == ":" or not _MYSELF.search(self.text, quote.start, quote.end):
            return
        person = self.topics.subject_person(self.at - 1, self.discourse) or self._topic(before)
        if person is not None:
            who = replace(person, start=quote.start, end=quote.start)
            yield Claim(((quote.start, quote.end),), who, None, "", quote.start, quote.start, rank=2)

    def _behind_person(self, quote: Quote) -> Iterator[Claim]:
        """A quotation without a verb behind a sentence that is about a person: "Roe shook her head. “...”"""
        before = self.before
        if before is None or self.last_claim >= before.start or self._quotes_in(before):
            return
        if self.text[before.end - 1] == ":" or quote.end - quote.start < _SPEECH_CHARS:
            return
        person = self._asked(before) or self.topics.subject_person(self.at - 1, self.discourse)
        if person is None and _MYSELF.search(self.text, quote.start, quote.end):
            person = self._topic(before)
        if person is not None:
            who = replace(person, start=quote.start, end=quote.start)
            yield Claim(((quote.start, quote.end),), who, None, "", quote.start, quote.start, rank=1)

    def _topic(self, sentence: Sentence) -> Claimant | None:
        """For whom something is so: "For Jane Roe, who runs a kiosk, the strike was a blow. “I ...”"""
        topic = _FOR_WHOM.match(self.text, sentence.start, sentence.end)
        named = name_after(self.text, topic.start("who"), topic.end("who"), self.words) if topic else None
        return named if named is not None and named.is_person and self.topics.is_person(named) else None

    def _asked(self, sentence: Sentence) -> Claimant | None:
        """The person whom the reporter asks something in a sentence."""
        asked = _ASKED.search(self.text, sentence.start, sentence.end)
        named = name_after(self.text, asked.start("who"), asked.end(), self.words) if asked else None
        if named is None or not asked:
            return None
        if (pronoun := self.words.objects.get(asked["who"])) is not None:
            named = replace(named, text=pronoun, is_pronoun=True, end=asked.end())
        return self._resolve(named) if named.is_pronoun or named.is_person else None

    def _namer(self, sentence: Sentence, quote: Quote) -> tuple[Claimant | None, int]:
        """Who calls something what stands in marks, and where the verb begins."""
        low = max(sentence.start, quote.start - _REACH)
        verbs = list(_NAMES.finditer(self.text, low, quote.start))
        verb = verbs[-1] if verbs else None
        if verb is None or self._is_parted(verb.end(), quote.start):
            return None, 0
        if _PASSIVE.search(self.text, max(sentence.start, verb.start() - 24), verb.start()):
            return None, 0
        named = subject_before(self.text, sentence.start, verb.start(), self.words)
        likely = named is not None and is_claimant_like(named, sentence.start, self.words)
        return (named, verb.start()) if likely else (None, 0)

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether another clause or verb stands in a stretch: "blamed the rain, and the pier closed “for good”"."""
        between = self.text[start:end].split()
        other = any(w in self.words.sets["auxiliaries"] or w.endswith("ed") for w in between)
        return other or _CLAUSE.search(self.text, start, end) is not None

    def _labelled(self, start: int, end: int) -> Claimant | None:
        """Whose label stands before a colon: "Jane Roe on the strike: “...”", "Acme boss Jane Roe: “...”"""
        return self._plainly_labelled(start, end) or self._told_apart(start, end) or self._somebody(start, end)

    def _told_apart(self, start: int, end: int) -> Claimant | None:
        """Whose age or trade stands behind the name of a label."""
        label = _TOLD.fullmatch(self.text, start, end)
        named = name_after(self.text, start, label.end("who"), self.words) if label else None
        if label is None or named is None or not named.is_person or named.end != label.end("who"):
            return None
        trade = {w.lower().strip(",") for w in (label["apposed"] or "").split()}
        known = trade and (named.gender or not trade.isdisjoint(self.words.sets["persons"]))
        return named if label["age"] or known or any(map(self.words.is_agent, trade)) else None

    def _somebody(self, start: int, end: int) -> Claimant | None:
        """Who is brought in by a label without a name."""
        label = _SOMEBODY.fullmatch(self.text, start, end)
        named = name_after(self.text, start, label.end("who"), self.words) if label else None
        if label is None or named is None or named.end != label.end("who"):
            return None
        speaks = self.words.is_speaker(named.head.lower()) or self.words.is_agent(named.head.lower())
        further = named.text.lower() in ("another", *self.words.sets["further"]) or "-" in named.text
        return named if speaks or further else None

    def _plainly_labelled(self, start: int, end: int) -> Claimant | None:
        """Whose name or kind is a whole label."""
        label = _LABEL.fullmatch(self.text, start, end)
        named = name_after(self.text, start, label.end("who"), self.words) if label else None
        if label is None or named is None or named.is_pronoun or named.end != label.end("who"):
            return None
        known = named.gender or any(c.text.split()[-1] == named.text for c in self.discourse.spoken)
        titled = self.text[start : named.start].split(" ")[0].strip(".") in self.words.sets["titles"]
        trade = any(w.lower() in self.words.sets["persons"] for w in label["who"].split())
        body = named.head in self.words.sets["claimants"] and label.group() == label["who"]  # "The ministry: “...”"
        known = known or (" " not in named.text and label.group() == named.text and self.topics.is_person(named))
        return named if body or (named.is_person and (known or titled or trade)) else None

    def _person_before(self, sentence: Sentence, end: int) -> Claimant | None:
        """The person whom a clause before a colon is about: "Roe was surprised: “...”"; bodies issue statements."""
        named = opening_subject(self.text, sentence.start, end, self.words)
        named = named or main_subject(self.text, sentence.start, end, self.words)
        likely = named is not None and (named.is_pronoun or (named.text[0].isupper() and named.is_person))
        if named is not None and likely and _THINGS.fullmatch(named.text):
            return None  # "Consensus forms: “...”"
        if named is not None and not likely:
            clause = re.findall(r"[a-z]+", self.text[named.end : end])
            issues = clause[:1] and clause[0] not in self.words.sets["receives"]
            likely = bool(issues and self.words.sets["statements"] & set(clause))
            likely = likely and is_claimant_like(named, sentence.start, self.words)
        return named if likely else None
