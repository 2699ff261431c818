"""The words of a language that attribute, out of `<language>/reporting.yml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pipeline.numbers.patterns import WordFinder, word_finder
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.tables import read_table
from pipeline.numbers.wordlists import word_list

VerbKind = Literal["speech", "clause", "that", "report", "data", "tell", "quoting"]
_FIRST_NAMES = ("male", "female", "male_first", "female_first")
_CLAIM_NOUNS = word_list(
    "revised possessed stances that_nouns counts views polls studies expectations that_by surfacing"
)
_FOLDER = Path(__file__).resolve().parent.parent
_AGENTS = re.compile(r"\w{3,}(?:ers|ors|ists|ians|men|women|ees)")
_AGENT = re.compile(r"\w{3,}(?:er|or|eur|ist|ian|man|woman|ess|ee)")
_SETS = word_list("""
    between negations clause_words auxiliaries openers prepositions determiners name_stops claimants sources titles male
    female male_first female_first organisations persons claimed_things possessed that_nouns
    nounlike always_said doing no_agents forecasters outlooks born statements receives only_quoting
    further levels of_opinion written no_surnames labels label_bodies
    told_at_length alerting recorders own_records enrolled source_labels
""")


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The tables of one language. `verbs` maps every form to its kind, `bases` to its base form."""

    verbs: Mapping[str, VerbKind]
    bases: Mapping[str, str]
    pronouns: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    cues: frozenset[str]  # "said", "according to", "it is alleged"
    claim_nouns: frozenset[str]  # "estimate", "poll": without one of them no noun makes a claim
    signs: WordFinder  # all of both
    according: frozenset[str]
    according_in: frozenset[str]
    paper_within: re.Pattern[str]  # what stands behind those
    hearsay: frozenset[str]
    objects: Mapping[str, str]
    empty: Mapping[str, frozenset[str]]  # verb -> words behind it that say nothing
    of_source: re.Pattern[str]
    possessed: re.Pattern[str]
    that_noun: re.Pattern[str]
    that_noun_by: re.Pattern[str]
    surfaced: re.Pattern[str]  # "reports emerged last week that"
    expected: re.Pattern[str]
    expected_end: re.Pattern[str]
    by_count: re.Pattern[str]
    expected_papers: frozenset[str]  # "projections", which see what will be
    own_count: re.Pattern[str]  # the end of it, which is quickly found
    by_own_count: re.Pattern[str]
    by_the_count: re.Pattern[str]  # "by the count of the guild", "by the latest count"
    released: re.Pattern[str]  # "released new figures on tourism: "
    revises: re.Pattern[str]  # "raised its full-year forecast"
    poll_has: re.Pattern[str]
    in_poll: re.Pattern[str]
    ends_in_poll: re.Pattern[str]  # "... 46% in the latest Harwell poll"
    poll: re.Pattern[str]
    study: re.Pattern[str]
    share: re.Pattern[str]  # a sentence that begins with a share: "About 25 percent of them"
    cited: re.Pattern[str]
    answer: re.Pattern[str]  # a sentence whose subject is a share of those who were asked
    paper_subject: re.Pattern[str]

    def is_speaker(self, word: str) -> bool:
        """Whether a plain noun is a kind of people, body or paper: "officials", "report", "campaigners"."""
        return word in self.sets["claimants"] or word in self.sets["sources"] or bool(_AGENTS.fullmatch(word))

    def is_first_name(self, word: str) -> bool:
        """Whether a word with its capital is a given name in one of the tables: "Jane", "Sam"."""
        return any(word in self.sets[key] for key in _FIRST_NAMES)

    def is_agent(self, word: str) -> bool:
        """Whether a noun may be a single person by its ending, where an article stands before it: "the waiter"."""
        return bool(_AGENT.fullmatch(word)) and word not in self.sets["no_agents"]

    def is_nounlike(self, form: str) -> bool:
        """Whether a form may as well be a noun: "claims", "states", "a warning"."""
        return form.endswith("ing") or (
            self.bases[form] in self.sets["nounlike"] and (self.is_base(form) or form.endswith("s"))
        )

    def may_claim(self, text: str, sentence: Sentence) -> bool:
        """Whether one of the `claim_nouns` that stand in a sentence may make a claim there."""
        ways = (
            self.possessed,
            self.that_noun,
            self.expected,
            self.own_count,
            self.by_own_count,
            self.by_the_count,
            self.poll_has,
            self.released,
            self.revises,
            self.surfaced,
            self.ends_in_poll,
        )
        return any(way.search(text, sentence.start, sentence.end) for way in (*ways, self.in_poll, self.that_noun_by))

    def is_base(self, form: str) -> bool:
        """Whether a form may as well be a noun or an infinitive: "report", "claim"."""
        return self.bases.get(form) == form

    def is_finite(self, form: str) -> bool:
        """Whether a form is one that only a subject can have: "said", "wrote", "reported"."""
        return form in self.bases and self.bases[form] != form and not form.endswith(("ing", "s"))


@cache
def reporting_words(code: str) -> ReportingWords | None:
    """The tables of a language by its ISO 639-1 code; None where there are none."""
    path = _FOLDER / code / "reporting.yml"
    if not path.is_file():
        return None
    table = read_table(path)
    verbs, bases = _verbs(table)
    phrases = ["per", *table["according"], *table["according_in"], *table["hearsay"]]
    printed = (form for phrase in phrases for form in (phrase, phrase[0].upper() + phrase[1:]))
    cues = frozenset((*verbs, *_leading(verbs), *printed))
    claim_nouns = frozenset(noun for name in _CLAIM_NOUNS for noun in table[name])
    return ReportingWords(
        verbs=verbs,
        bases=bases,
        pronouns=table["pronouns"],
        sets=_sets(table),
        cues=cues,
        claim_nouns=claim_nouns,
        signs=word_finder(cues | claim_nouns),
        according=frozenset(table["according"]),
        according_in=frozenset(table["according_in"]),
        paper_within=re.compile(
            r" (?:an? (?:series|number|set|string|pair) of )?"
            rf"(?P<paper>(?:[\w’'-]+ ){{0,4}}?(?:{'|'.join([*table['sources'], *table['written']])})"
            r"|[Tt]he (?:[A-Z][\w’'-]+ ){0,3}(?:Times|Post|Journal|Herald|Guardian|News|Mail|Tribune|Lancet))\b"
        ),
        hearsay=frozenset(table["hearsay"]),
        objects=table["objects"],
        empty={base: frozenset(words) for base, words in table["empty"].items()},
        of_source=_of_source(table),
        possessed=re.compile(
            rf"[’'‘]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(table['possessed'])}) (?:of|(?:(?:is|was|remains) )?that) "
            rf"|[’'‘]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(table['stances'])}) (?:is|was|remains)"
            r" (?:that|(?:\w+ ){0,2}\w+:) "
        ),
        paper_subject=re.compile(
            r"(?:[A-Z][a-z]+, )?(?P<paper>(?:An?|The|This|Another|One|[A-Z][\w-]+)(?: [\w-]+){0,4}?"
            rf" (?:{'|'.join(table['sources'])}))\b"
        ),
        released=re.compile(
            rf"\b(?P<verb>{'|'.join(table['releases'])}) (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(table['possessed'])})"
            r"(?: [^:;.“\"]{2,60})?: (?=[\w$£€])"
        ),
        revises=re.compile(
            rf"\b(?P<verb>{'|'.join(table['revises'])}) (?:{'|'.join(table['own'])}) (?:[\w’'-]+ ){{0,4}}?"
            rf"(?:{'|'.join(table['revised'])})\b"
        ),
        poll_has=re.compile(
            rf"\b(?P<poll>{'|'.join(table['polls'])})(?: [^,.;:]{{2,30}}?)?"
            rf" (?P<verb>{'|'.join(table['poll_verbs'])}) (?=[A-Z]|(?:the|her|him|them|his|their) )"
        ),
        poll=re.compile(rf"\b(?:{'|'.join(table['polls'])})\b", re.IGNORECASE),
        share=re.compile(
            rf"(?i:(?:{'|'.join(table['share_leads'])}) ){{0,4}}"
            rf"(?:\d[\d.]{{0,5}}|[A-Za-z]{{3,12}}(?:-[a-z]{{3,12}})?) ?(?:%|(?:{'|'.join(table['shares'])}))"
        ),
        study=re.compile(rf"\b(?:{'|'.join(table['studies'])})\b", re.IGNORECASE),
        answer=_answer(table),
        cited=re.compile(
            rf"\((?P<source>(?:{'|'.join(table['source_labels'])}): )?(?P<name>[A-Z][^()\d;:\n]{{1,70}}?)"
            rf"(?P<al> (?:{'|'.join(table['and_others'])}))?(?P<year>,? (?:19|20)\d\d[a-z]?(?:, [^()]{{1,30}})?)?\)"
        ),
        in_poll=re.compile(
            rf"\b(?:{'|'.join(table['within'])}|{table['examined']}) (?P<paper>(?:{'|'.join(table['a_paper'])})"
            rf" (?:[\w’'-]+ ){{0,6}}?(?P<poll>{'|'.join([*table['polls'], *table['studies']])}))\b[^,.;:\"“]{{0,80}}, "
        ),
        ends_in_poll=re.compile(
            rf" in (?P<paper>(?:{'|'.join([*table['a_paper'], *table['the_latest']])}) (?:[\w’'/-]+ ){{0,6}}?"
            rf"(?P<poll>{'|'.join(table['polls'])}))\b"
            rf"(?=[.,;]|$| (?:{'|'.join([*table['name_stops'], *table['of_source'], 'out'])})\b)"
        ),
        by_own_count=re.compile(
            rf"\b[Bb]y (?P<whose>{'|'.join(table['own'])}) (?P<own>own )?(?:[a-z]+ )?"
            rf"(?P<noun>{'|'.join([*table['counts'], *table['views']])})\b"
        ),
        by_the_count=re.compile(
            rf"\b[Bb]y (?P<count>the (?:[a-z]+ ){{0,3}}(?P<noun>{'|'.join(table['counts'])}))"
            r"(?: (?:of|from|by) (?P<name>[^,;:.“\"]{2,70})|(?=[,;.]|$))"
        ),
        expected=_expected(table),
        expected_papers=frozenset(table["expectations"]),
        expected_end=re.compile(rf"[,;:—](?!\d)| (?:{'|'.join(table['expectation_ends'])})\b"),
        own_count=re.compile(rf"[’']s? (?:own )?(?:{'|'.join([*table['counts'], *table['views']])})\b"),
        by_count=re.compile(
            r"\b(?:(?P<by>[Bb]y)|[Ii]n|[Oo]n) (?P<name>(?:[Tt]he |its |their )?(?:[\w.-]+ ){0,4}?[\w.-]+)"
            r"(?:[’']s?)(?: own)? "
            rf"(?P<noun>(?(by)(?:{'|'.join(table['counts'])})|(?:{'|'.join(table['views'])})(?=[,.;])))\b"
        ),
        that_noun=re.compile(rf"\b(?:{'|'.join(table['that_nouns'])}) that "),
        surfaced=re.compile(
            rf"(?P<noun>\b(?:{'|'.join([*table['that_nouns'], *table['surfacing']])}))"
            rf"(?: (?:also|later|then|soon|first|have|had|has|since)){{0,2}} (?:{'|'.join(table['surfaces'])})"
            r"(?: [^.;:“\"\n]{2,60}?)?,? that "
        ),
        that_noun_by=re.compile(
            rf"\b(?P<noun>{'|'.join([*table['that_nouns'], *table['that_by']])}) by (?P<name>[^,;:.“\"]{{2,70}}?) that "
        ),
    )


def _answer(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    """ "Only 40 percent of voters said", "Six in ten back" """
    return re.compile(
        rf"(?i:(?:(?:{'|'.join(table['share_leads'])}) ){{0,4}})"
        rf"(?:(?:{'|'.join(table['share_words'])})|(?:\d[\d.]{{0,5}}|[A-Za-z]{{3,12}}(?:-[a-z]{{3,12}})?) ?"
        rf"(?:%|(?:{'|'.join(table['shares'])})|{table['out_of']} (?:[a-z]{{3,8}}|\d{{1,3}})))"
        r"(?: \(\d[\d.]*(?:%| per ?cent)\))?"
        rf"(?: {table['of']} [\w’'-]+(?: [\w’'-]+){{0,6}}?| [a-z]+(?: [a-z]+)?)??(?: {table['also']})?"
        rf" (?:{'|'.join(table['answers'])})\b"
    )


def _expected(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    """ "analysts' average estimate of", "Wall Street expectations for earnings of" """
    who = "|".join(f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in table["estimators"])
    return re.compile(
        rf"\b(?P<who>{who})(?:[’']s?)?(?: (?:{'|'.join(table['averages'])}))*"
        rf" (?P<noun>{'|'.join(table['expectations'])}) (?:of|for|that) "
    )


def _leading(verbs: Mapping[str, VerbKind]) -> list[str]:
    """The participles that may head a sentence: "Arguing that 40 homes had burned, Jane Roe asked for help"."""
    return [form.capitalize() for form, kind in verbs.items() if kind == "speech" and form.endswith("ing")]


def _sets(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The lists as sets, and those that are made of others."""
    sets = {name: frozenset(table[name]) for name in _SETS}
    return sets | {
        "head_ends": sets["prepositions"] | sets["name_stops"] | {"which", "who", "that"},
        "no_first": sets["prepositions"] | {"including"},
        "papers": frozenset((*table["polls"], *table["studies"])),
        "articles": sets["determiners"] | set(table["pronouns"]),
    }


def _verbs(table: Mapping[str, Any]) -> tuple[dict[str, VerbKind], dict[str, str]]:
    """Every form -> its kind and its base; with what is announced to be said: "will say", "is expected to tell"."""
    kinds: Mapping[VerbKind, Mapping[str, list[str]]] = table["verbs"]
    verbs: dict[str, VerbKind] = {}
    bases: dict[str, str] = {}
    for kind, entries in kinds.items():
        for base, forms in entries.items():
            ahead = [f"{lead} {base}" for lead in table["ahead"]] if base in table["foretold"] else []
            for form in (base, *forms, *ahead):
                verbs.setdefault(form, kind)
                bases.setdefault(form, base)
    return verbs, bases


def _of_source(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    links = "|".join(sorted(table["of_source"], key=len, reverse=True))
    return re.compile(rf"\b(?:{_by_initial(table['sources'])})(?: \w+ed)? (?:{links}) ")


def _by_initial(nouns: list[str]) -> str:
    """The nouns as a pattern, in either case, one branch an initial: most places are left at the first letter."""
    by_first: dict[str, list[str]] = {}
    for noun in nouns:
        by_first.setdefault(noun[0], []).append(noun[1:])
    return "|".join(rf"[{c}{c.upper()}](?:{'|'.join(rest)})" for c, rest in sorted(by_first.items()))
