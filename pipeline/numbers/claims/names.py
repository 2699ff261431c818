"""Noun phrases that name a claimant: how they are shortened, what they can be, whom a pronoun can mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.numbers.claims.phrases import Token, end_of_head, ends_in_adverb, head_of
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.wordlists import word_set

__all__ = ["LONGEST", "PERSON_TAIL", "Claimant", "claimant_of", "is_claimant_like"]

LONGEST = 14  # words: what is longer names nobody

_PARTICLE = r"al-\w+|de|van|von|der|bin|el|da|dos|du|ibn"
PERSON_TAIL = re.compile(
    rf"((?:[A-Z][\w’'-]*\.? )(?:(?:[A-Z]\.|{_PARTICLE}|[A-Z][\w’'-]*) )*(?:al-)?[A-Z][\w’'-]+"
    r"(?:,? (?:Jr|Sr)\.?| I{2,3})?)$"
)
_BELONGS = re.compile(r" (?:of|at|with|for) ")  # "a spokesman for the University"
_INITIAL = re.compile(r"[A-Z]\. ")
_OWNER = re.compile(r"(?:[A-Z][\w-]* )*[A-Z][\w-]*(?:[’']s|s[’']) ")  # "Acme's Jane Doe"
_OFFICE = re.compile(
    r"\b(?:Secretary|Chief|Minister|Secretary-General|Superintendent|Commissioner|Inspector|Inspector[ -]General"
    r"|Director|Director[ -]General|Head|Commander|Controller|Registrar|Professor) of (?:State|Staff"
    r"|Defen[cs]e|Health|Justice|Police|Education|Finance|Interior|Prisons|Nursing|Schools|Customs|Immigration|Intelligence|Operations"
    r"|Public [A-Z][a-z]+"
    r"|Foreign Affairs|Agriculture|Transport|Energy|Labou?r|Medicine|Communications) (?=[A-Z])"
)
_OF_BODY = re.compile(r" (?:of|from|at|with) (?=(?:the |an? )?\w)")
# "The Harbour Authority | in the Alma-held north": where a body sits
_PLACE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,4}[A-Z][\w’'-]+"
    r"(?P<place> in (?:the |central |southern |northern |eastern |western )*[A-Z][^,]*)$"
)
# "Jane Roe’s group | in Uppsala"
_OWN_GROUP = re.compile(
    r"[A-Z][\w-]+[’']s (?:research )?(?:group|team|lab|laboratory|office|firm|company|party|family)"
    r"(?P<place> (?:in|at) (?:the )?[A-Z][^,]*)$"
)
# "Jane Roe QC"
_LETTERS = re.compile(r"(?P<name>\b[A-Z][\w’'-]+)(?:,? (?:QC|KC|SC|MP|MSP|MEP|TD|OBE|MBE|CBE|PhD|MD))+$")
_RELATIVE = re.compile(r" who(?:m|se)? ")
_NAME_TAIL = re.compile(r"((?:[A-Z][\w’'&-]*\.? )*[A-Z][\w’'&-]*)$")
_PLURALS = word_set("police people media officials authorities prosecutors sources teachers")
_IRREGULAR = ("men", "women", "children")
_SHARES = word_set("percent cent third half quarter thirds quarters fifth fifths majority minority")
_NUMERALS = word_set("two three four five six seven eight nine ten")
_ONES = word_set("some others another many one someone")  # who stand for people: "some believe"
_ALL_AND_NONE = word_set("everyone everybody everything nobody nothing anyone anybody anything")
_PEOPLE = word_set("those many most some few others several both all")
_BODIES = word_set("""
    republic kingdom church cross crescent chamber islands emirate bar academy order sons daughters friends knights
    democrats conservatives liberals workers nations league front movement army people voice save mothers women veterans
    diocese
""")
_KINDS_OF_BODY = word_set("""
    charity firm company group campaign think-tank tank watchdog union party agency institute bank chain brokerage
    start-up startup newspaper magazine journal website network channel ngo nonprofit consultancy pollster
""")
_BASED = re.compile(r" (?:\w+-)?[A-Z]\w+-based ")
_FORMER = re.compile(r"^(?:[Tt]hen|[Ee]x|[Vv]ice|[Dd]eputy|[Ff]ormer|[Aa]cting)-")
_AMOUNTS = word_set("number share proportion percentage rate amount total")
_TIMES = re.compile(
    r"(?:(?:This|Last|Next|this|last|next) )?(?:year|week|month|season|spring|summer|autumn|winter|morning|night)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d+)?"
)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who is said to say something: the phrase as it is cited, its place, and what pronouns can refer to it.

    `phrase_start` is where the whole phrase begins, titles and trades included; `head` the noun that it is about.
    """

    text: str
    start: int
    end: int
    phrase_start: int
    gender: Literal["m", "f"] | None = None
    is_plural: bool = False
    is_person: bool = False
    is_pronoun: bool = False
    head: str = ""


def claimant_of(text: str, tokens: Sequence[Token], words: ReportingWords) -> Claimant | None:
    """The claimant that a phrase names; None where it cannot be one."""
    while tokens and (tokens[-1].low in words.sets["between"] or (len(tokens) > 1 and ends_in_adverb(tokens[-1].word))):
        tokens = tokens[:-1]
    tokens = tokens[: end_of_head(tokens, words)]
    if not tokens or not _can_name(text, tokens, words):
        return None
    if len(tokens) == 1 and tokens[0].low in words.pronouns:
        return Claimant(tokens[0].low, tokens[0].start, tokens[0].end, tokens[0].start, is_pronoun=True)
    start, end = _shortened(text, tokens[0].start, tokens[-1].end, words)
    head = head_of(tokens, words)
    paper = head.low in words.sets["sources"] and head.word.islower()
    titled = tokens[0].low not in ("a", "an") and _has_title(text, head)
    if start > head.end and (paper or (words.is_speaker(head.low) and not titled)):
        start, end = tokens[0].start, head.end  # "a study of Wysa", "a researcher at the firm Acme"
    return _described(text, start, end, tokens, words)


def _has_title(text: str, head: Token) -> bool:
    """Whether a noun goes on with "of", "for": "Secretary of State Jane Roe"."""
    return re.match(r" (?:of|for|at|in|from|to)\b", text[head.end : head.end + 6]) is not None


def _can_name(text: str, tokens: Sequence[Token], words: ReportingWords) -> bool:
    """Whether a phrase can be somebody who claims: no share of those asked, no time, no piece of a phrase."""
    sets, first = words.sets, tokens[0]
    if (
        first.low in sets["clause_words"]
        or len(tokens) > LONGEST
        or not any(token.word[0].isalpha() for token in tokens)
    ):
        return False
    if len(tokens) == 1 and first.low in _ONES:
        return True
    if first.low in _ALL_AND_NONE:
        return False
    if head_of(tokens, words).low in _AMOUNTS and first.low not in ("a", "an"):
        return False  # "the number who said"
    if len(tokens) == 1 and first.low.split("-")[-1] in _SHARES:
        return False  # "Two-thirds said"
    if _is_share(tokens) or _TIMES.fullmatch(text, first.start, tokens[-1].end):
        return False
    if tokens[-1].low in sets["prepositions"] or (first.word.islower() and first.low in sets["no_first"]):
        return False  # "the number of confirmed cases": no verb
    return not all(token.low in sets["determiners"] and token.low not in words.pronouns for token in tokens)


def _is_share(tokens: Sequence[Token]) -> bool:
    """ "34 percent of voters", "a third of firms", "one in five adults" said: asked, not claiming."""
    low = [token.low for token in tokens]
    if "percent" in low or "cent" in low:
        return True
    shares = any(word.split("-")[-1] in _SHARES and after == "of" for word, after in pairwise(low))
    return shares or (len(low) > 2 and low[1] == "in" and (low[2][0].isdigit() or low[2] in _NUMERALS))


def _is_given(word: str, rest: str, words: ReportingWords) -> bool:
    """Whether a word that looks like a trade is a given name: "Peter L. Roe", "Victor Roe"."""
    return bool(_INITIAL.match(rest)) or words.is_first_name(word)


def _shortened(text: str, start: int, end: int, words: ReportingWords) -> tuple[int, int]:
    """A person's name without the titles and trades before it: "Jefferies analyst Jonathan Matuszewski"."""
    letters = _LETTERS.search(text[start:end])
    end = start + letters.end("name") if letters else end
    relative = _RELATIVE.search(text, start, end)
    end = relative.start() if relative else end
    place = _PLACE.search(text, start, end) or _OWN_GROUP.search(text, start, end)
    end = place.start("place") if place else end
    origin = _OF_BODY.search(text, start, end)
    person = PERSON_TAIL.search(text[start : origin.start()]) if origin else None
    if origin and person and not _is_body(_own_name(person, words), words):
        lead = text[start : origin.start()].split(" ")
        first = any(map(words.is_first_name, lead))
        titled = len(lead) > 2 and lead[0].rstrip(".") in words.sets["titles"]
        post = lead[-3] if len(lead) > 2 and lead[-3].islower() else ""  # "Senior inspector Omar Roe of the station"
        titled = titled or post.capitalize() in words.sets["titles"] or post in words.sets["persons"]
        told = text.startswith(", who ", end) or text.endswith((" says ", " said ", "”says ", "”said "), 0, start)
        if first or titled or lead[0].islower() or _is_full_name(lead, words, longest=3 if told else 2):
            end = origin.start()  # "lead author Ines Falk of the University of Torgau"
    phrase = text[start:end]
    match = PERSON_TAIL.search(phrase) or _NAME_TAIL.search(phrase)
    if match is None or match.group(1) in words.sets["titles"]:
        return start, end  # "one senior MP"
    office = _OFFICE.search(phrase)
    if office and office.end() > match.start():
        return start + office.end(), end
    owner = _OWNER.match(match.group(1))
    own = phrase[match.start() + owner.end() :] if owner else ""
    if PERSON_TAIL.fullmatch(own) and (words.is_first_name(own.split()[0]) or not _is_body(phrase, words)):
        return end - len(own), end
    for word in reversed(list(re.finditer(r"\S+", match.group(1)))):
        rest = match.group(1)[word.end() + 1 :]
        low = _FORMER.sub("", word.group()).lower()  # "Neighbour Jack Roe", "Ex-minister Jane Roe"
        is_title = word.group().rstrip(".") in words.sets["titles"]
        agent = words.is_agent(low) and not _is_given(word.group(), rest, words)
        trade = agent or low.split("-of-")[0] in words.sets["persons"]  # "Mother-of-two Jane Roe"
        trade = trade and PERSON_TAIL.fullmatch(rest) is not None
        if (
            (low.capitalize().rstrip(".") in words.sets["titles"] or is_title or trade)
            and rest
            and not _is_body(rest, words)
        ):
            return start + match.start() + word.end() + 1, end
    before = phrase[: match.start()].rstrip().rsplit(" ", 1)[-1]
    low = before.lower()
    linked = low in ("and", "or") or low in words.sets["prepositions"] or low in words.sets["determiners"]
    if (
        before[-1:].islower()
        and not linked
        and not _is_age_of_trade(before, match.group(1))
        and not before.endswith(("'s", "’s"))
    ):
        return start + match.start(), end
    return start, end


def _own_name(tail: re.Match[str], words: ReportingWords) -> str:
    """A name without what stands before its trade: "Jane Roe" of "House whip Jane Roe"."""
    trade = tail.string[: tail.start()].rstrip().rsplit(" ", 1)[-1]
    known = trade.islower() and (trade in words.sets["persons"] or words.is_speaker(trade) or words.is_agent(trade))
    return tail.group(1) if known else tail.string


def _is_age_of_trade(before: str, rest: str) -> bool:
    """ "The 52-year-old Dane": one phrase; "43-year-old Jane Roe" is a name."""
    return before.endswith("-year-old") and " " not in rest


def _is_full_name(lead: Sequence[str], words: ReportingWords, longest: int = 2) -> bool:
    """Whether the words before "of" name a person: "Kunal Kundu of Acme Bank", not "Islamic Republic of Iran"."""
    last = lead[-1].lower()
    known = words.is_speaker(last) or last in _BODIES or last.rstrip("s") in words.sets["claimants"]
    known = known or _is_body(" ".join(lead), words)
    in_case = all(word.istitle() for word in lead) and lead[0] not in ("The", "United")
    return 2 <= len(lead) <= longest and in_case and not known


def _is_body(name: str, words: ReportingWords) -> bool:
    return any(
        word.strip("’'.s") in words.sets["organisations"] or word in words.sets["organisations"]
        for word in name.split()
    )


def _gender_of(name: Sequence[str], first: str, words: ReportingWords) -> Literal["m", "f"] | None:
    """The gender by titles, trades and first names; names that are also places or words tell only before others."""
    sets = words.sets
    if first in sets["female_first"] or any(w in sets["female"] for w in name):
        return "f"
    return "m" if first in sets["male_first"] or any(w in sets["male"] for w in name) else None


def _described(text: str, start: int, end: int, tokens: Sequence[Token], words: ReportingWords) -> Claimant:
    cited = text[start:end].replace("\n", " ")
    all_words = [t.word.strip(".") for t in tokens]
    first = ""
    if " " in cited and cited.split()[-1][0].isupper():
        all_words.pop()  # "Jane Martin": a surname tells nothing
        first = cited.split()[0]
    gender = _gender_of(all_words, first, words)
    body = _is_body(text[start if PERSON_TAIL.fullmatch(cited) else tokens[0].start : end], words)
    last = cited.split()[-1].lower()
    plural = (
        " and " in cited
        or last in _PLURALS
        or (last.endswith(_IRREGULAR) and len(last) > 3)
        or (cited.lower() in _ONES and last not in ("another", "one", "someone"))
        or (last.endswith("s") and last in words.sets["claimants"] and last[:-1] in words.sets["claimants"])
        or (last.endswith("s") and last in words.sets["sources"] and last[:-1] in words.sets["sources"])
        or (
            last.endswith("s")
            and not last.endswith(("ss", "us", "’s", "'s"))
            and (cited.split()[-1].islower() or (cited.lower() in (last, f"the {last}") and words.is_speaker(last)))
        )
    )
    office = _BELONGS.split(cited, maxsplit=1)[0].split()[-1].lower() in words.sets["persons"]
    trade = office or (cited.lower().startswith(("a ", "an ")) and words.is_agent(head_of(tokens, words).low))
    trade = trade or bool(re.search(r"\d-year-old$", cited))
    lead = next((token.low for token in reversed(tokens) if token.end < start), "")
    body = body or lead in _KINDS_OF_BODY  # "the charity Beds Not Benches"
    named = not cited.startswith("The ") and bool(PERSON_TAIL.search(cited))
    person = gender is not None or trade or (not body and not plural and named)
    single = (
        cited.lower() not in _ONES
        and not body
        and len(cited.split()) == 1
        and cited[0].isupper()
        and not cited.isupper()
    )
    head = head_of([token for token in tokens if token.end > start and token.start < end], words).word
    low = head.lower()
    described = low.endswith("s") and not low.endswith("ss") and words.is_speaker(low)  # "ecologists at the institute"
    plural = plural or (described and not cited.lower().endswith(low))
    return Claimant(
        cited, start, end, tokens[0].start, gender, plural, (person or single) and (office or not body), head=head
    )


def is_claimant_like(claimant: Claimant, sentence_start: int, words: ReportingWords) -> bool:
    """Whether a phrase is a name, a pronoun, or a kind of person, body or source."""
    if claimant.is_pronoun:
        return True
    parts = claimant.text.split()
    if len(parts) == 1 and claimant.text.isupper() and len(claimant.text) > 1:
        return True  # UNICEF
    if len(parts) == 1 and claimant.is_person:
        return True
    head = claimant.head or parts[-1]
    low = head.lower()
    if parts[0].lower() in _PEOPLE and len(parts) > 2 and parts[1] in words.sets["prepositions"] and parts[1] != "of":
        return True  # "many in the trade", not "many of the firms"
    if low.endswith("-year-old") or claimant.text.lower() in _ONES or words.is_speaker(low):
        return True
    if parts[0].lower() in words.sets["determiners"] and (words.is_agent(low) or _BASED.search(claimant.text)):
        return True  # "the waiter", "the Ohio-based roaster's"
    return head[0].isupper() and (claimant.start > sentence_start or len(parts) > 1)
