"""What the outlet adds inside what somebody says, and forms of saying: rule -> marked sentences and their claimants."""

import pytest

from pipeline.numbers import find_mentions
from tests.numbers.marked import claimants_of

CORPUS: dict[str, list[tuple[str, str]]] = {
    "what the outlet adds": [
        ("The judge said he felt no remorse for the attack, in which [three people] died.", "-"),
        ("The panel found that crews had missed signs of the slide, during which [90 homes] were lost.", "-"),
        ("Police said [12 people], of whom [three] were children, had died.", "Police Police"),
        ("The club said the final, for which [900 seats] were sold, was moved to [two halls].", "- The club"),
        ("[40 boats] left the bay, in which the fleet lay, the harbour master said.", "the harbour master"),
    ],
    "what is done after it is found": [
        ("The court found that Roe had fooled [40 men] and ordered him to pay [$12 million].", "The court -"),
        ("The panel ruled that Acme had misled [40 firms], and fined it [$2 million].", "The panel -"),
        ("The report found that [40 men] had died and [six] were hurt.", "The report The report"),
    ],
    "only the predicate": [
        ("The pact with [12,000 nurses] is, according to the union, the largest of its kind.", "-"),
        ("The fleet of [60 trams] is, by the city’s own account, the oldest in the land.", "-"),
        ("Its crop of [40 tons] was, the ministry said, worth [$9 million].", "- the ministry"),
        ("There were, according to the coroner, [12 bodies].", "the coroner"),
        ("By May [40 shops] will, the chain said, be closed.", "the chain"),
    ],
    "a source before a large number": [
        ("According to official figures, [6,300 patients] waited.", "official figures"),
        ("According to the union, [1,200 drivers] and [400 clerks] walked out.", "the union the union"),
    ],
    "nobody in particular": [
        ("Roe cited an alibi for the day it is alleged he hit [two men].", "?"),
        ("It is claimed that the gang took [400 bikes].", "?"),
        ("It is alleged by prosecutors that [40 men] came.", "prosecutors"),
        ("It was claimed by Acme that [40 men] came.", "Acme"),
    ],
    "denied, complained, had forecast": [
        ("The ministry denied that [600 soldiers] had died.", "The ministry"),
        ("The firm denied paying [40 officials].", "The firm"),
        ("The firm denied a request for [40 files].", "-"),
        ("Residents complained that the plant had leaked [six tons] of oil.", "Residents"),
        ("Residents demanded that [40 trees] be spared.", "-"),
        ("Economists had forecast growth of [0.3%].", "Economists"),
        ("The opposition claimed, without offering proof, that [70,000 ballots] were forged.", "The opposition"),
        ("[18 shots] were fired, witnesses told local media.", "witnesses"),
        ("[10 claims] held, the insurer argued in court filings, while a union says [40] did.", "the insurer a union"),
        ("“We gave [$50 million],” reads a statement from the fund.", "a statement"),
        ("As internal emails obtained by the Herald have revealed, [2,000 valves] were faulty.", "the Herald"),
        ("As emails leaked to the Herald have unveiled, [2,000 valves] were faulty.", "emails"),
    ],
    "what follows an aside is no speaker": [
        ("The bank, which has [90 branches], warned investors.", "-"),
        ("The union, backed by [40 lawmakers], warned ministers.", "-"),
        ("The war, which has killed [40,000 people], shows no sign of ending, Mayor Jane Roe warned.", "Jane Roe"),
        ("[40 people] died in the blast, the worst in years, said Jane Roe.", "Jane Roe"),
    ],
    "verbs that need that": [
        ("Jane Roe boasted that [40 boats] were hers.", "Jane Roe"),
        ("The union hinted that [40 men] would strike.", "The union"),
        ("“[40 men] will strike,” the union repeated.", "the union"),
        ("Officials are convinced that [40 men] will strike.", "Officials"),
        ("The coach made clear that [two players] would go.", "The coach"),
        ("Jane Roe was quoted as saying [40 men] had come.", "Jane Roe"),
        ("Jane Roe posted the best time in [ten years].", "-"),
        ("The firm shared [40 files] with lawyers.", "-"),
        ("The team answered with [two goals].", "-"),
        ("Roe repeated the trick [four times].", "-"),
        ("Roe was certain to win [four medals].", "-"),
        ("Doctors described how they had saved [40 men].", "Doctors"),
    ],
    "any noun that says that": [
        ("The orchard warned that [40 trees] would fall.", "The orchard"),
        ("The smell confirmed that [40 litres] had leaked.", "-"),
        ("[40 people] were pulled out, state television reported.", "state television"),
        ("The suit claims that [3,000 workers] were underpaid.", "The suit"),
        ("The agency forecast [14 storms], of which [six] may grow.", "The agency The agency"),
        ("The agency forecast is out, and [14 storms] may come.", "-"),
    ],
    "to whom, how, on what condition": [
        ("Jane Roe told the court that [40 men] had come.", "Jane Roe"),
        ("Jane Roe told the jury [two men] had come.", "Jane Roe"),
        ("It needs [seven ships], the minister told parliament.", "the minister"),
        ("It sent [40 tanks], an official said on condition of anonymity.", "an official"),
        ("It has [40 tanks], an official said by phone.", "an official"),
    ],
    "who puts out a paper": [
        ("The club issued a statement saying [40 fans] were hurt.", "The club"),
        ("The union published figures showing [40 shops] had shut.", "The union"),
        ("Roe quoted a report saying [40 shops] had shut.", "a report"),
    ],
    "claims within claims": [
        ("The museum, which is new, expects [40 guests], director Eva Klein said.", "Eva Klein"),
        ("According to Acme News, [40 survivors] said they were well.", "Acme News"),
        ("[40 survivors] said they were well.", "-"),
        ("The family, in a lawsuit filed in May, accuses the school of ignoring [14 complaints].", "The family"),
    ],
    "it, the company whose shares they are": [
        ("Shares in the chain fell after it said sales had dropped by [3%].", "the chain"),
        ("Acme’s shares rose as it said it had sold [40 boats].", "Acme"),
        ("Acme shares rose after it reported [40 orders].", "Acme"),
    ],
}
CASES = [(rule, *case) for rule, cases in CORPUS.items() for case in cases]


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    assert claimants_of(marked) == claimants, rule


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Jane Roe said the party wanted to help Mr. Doe, 81, win.", None),
        ("The president said his rival, 78, was too old.", None),
        ("Police said Ann Doe, 34, was found dead.", "Police"),
        ("Jane Roe said the suspect was 34.", "Jane Roe"),
    ],
)
def test_whose_age_the_reporter_tells(text: str, claimant: str | None) -> None:
    (age,) = find_mentions(text)
    assert age.attributed_to == claimant
