"""What the outlet adds inside what somebody says, and forms of saying: rule -> marked sentences and their claimants."""

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.claims import attribute
from tests.numbers.marked import read_marked

CORPUS: dict[str, list[tuple[str, str]]] = {
    "what the outlet adds": [
        ("The judge said he felt no remorse for the attack, in which [three people] died.", "-"),
        ("The panel found that crews had missed signs of the slide, during which [90 homes] were lost.", "-"),
        ("Police said [12 people], of whom [three] were children, had died.", "Police Police"),
        ("The club said the final, for which [900 seats] were sold, was moved to [two halls].", "- The club"),
        ("[40 boats] left the bay, in which the fleet lay, the harbour master said.", "the harbour master"),
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
        ("As emails leaked to the Herald have unveiled, [2,000 valves] were faulty.", "emails leaked to the Herald"),
    ],
    "what follows an aside is no speaker": [
        ("The bank, which has [90 branches], warned investors.", "-"),
        ("The union, backed by [40 lawmakers], warned ministers.", "-"),
        ("The war, which has killed [40,000 people], shows no sign of ending, Mayor Jane Roe warned.", "Jane Roe"),
        ("[40 people] died in the blast, the worst in years, said Jane Roe.", "Jane Roe"),
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
    symbols = {"outlet": "-", "unresolved": "?"}
    found = attribute(*read_marked(marked))
    assert " ".join(m.attributed_to or symbols[m.attribution] for m in found) == claimants, rule


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
