"""Claims in forms other than "X said that": rule -> sentences with a marked number, and who claims it ("-" the outlet)."""

import pytest

from pipeline.numbers.claims import attribute
from tests.numbers.marked import read_marked

CORPUS: dict[str, list[tuple[str, str]]] = {
    "passive": [
        (
            "More than [12 million people] are expected by the motoring group AA to take to the roads.",
            "AA",
        ),
        ("The bridge is estimated by engineers to cost [$90 million].", "engineers"),
        ("The rebels, believed by the ministry to have [3,000 men], fled.", "the ministry"),
        ("The intake is far above the [six grams] recommended by the Heart Society.", "the Heart Society"),
        ("The death toll was put at [61 people] by officials.", "officials"),
        ("Faults identified by inspectors include [12 leaks], and more may follow.", "-"),
        ("Risks reported by inspectors include [12 leaks].", "inspectors"),
        ("The work is expected by Friday at [12 sites].", "-"),
        ("The cup, expected by the end of the year, has [12 teams].", "-"),
        ("Sales of [12 boats] are expected by Christmas.", "-"),
        ("The march, described by the mayor as peaceful, was seen by [40 people].", "-"),
        ("The cuts announced by Acme will cost [$40 million].", "-"),
    ],
    "going on": [
        ("Experts are warning that [seven boats] could sink.", "Experts"),
        ("Forecasters have been predicting up to [seven inches] of snow.", "Forecasters"),
        ("The gallery is showing [40 prints].", "-"),
        ("Acme is adding [40 jobs].", "-"),
    ],
    "advice and rules": [
        ("The guidelines recommend holding nobody for more than [two days].", "The guidelines"),
        (
            "Although the school’s guidelines recommend [two days] of rest, it opened on [40 days].",
            "the school’s guidelines -",
        ),
        ("The health agency recommends that adults walk [40 miles] a week.", "The health agency"),
        ("The forecast calls for [seven inches] of snow.", "The forecast"),
        ("The union called for [seven days] of strikes.", "-"),
        ("Officials warned of up to [seven feet] of water.", "Officials"),
        ("The court ruled that [40 ballots] were void.", "The court"),
        ("Under the rule that bars [40 pesticides], he was fined.", "-"),
    ],
    "papers at the head": [
        ("A poll of 1,500 voters conducted by Harlow for the Post in May found that [36%] agreed.", "A poll"),
        ("A survey of 2,000 nurses carried out last spring found [62%] had thought of quitting.", "A survey"),
        ("The union commissioned a poll of nurses and found that [62%] agreed.", "The union"),
        ("Of the [40 people] asked, the poll found that [12 people] agreed.", "the poll the poll"),
    ],
    "what somebody saw": [
        ("Witnesses described seeing [six men].", "Witnesses"),
        ("Jane Roe remembers walking [nine miles] to school.", "Jane Roe"),
        ("Jane Roe recalls fondly a lane of [nine miles].", "-"),
    ],
    "some and others": [
        ("Some believe that [40 boats] sank.", "Some"),
        ("One banner was blank, and another accused the mayor of “[40 lies]”.", "another"),
        ("In adults, the number who said they had [two cars] rose by [40%].", "- -"),
        ("A number of residents said [40 homes] burned.", "A number of residents"),
    ],
    "in the middle": [
        ("The number of cases, said Jane Roe, had risen to [90 people].", "Jane Roe"),
        ("The fee, per Harbour News, is [$40 million].", "Harbour News"),
        ("Per the police report, Roe drank [six beers].", "the police report"),
        ("The club, per day, sells [40 boats].", "-"),
    ],
    "who a source is": [
        ("According to Peter Marsh, [52], the shelter has [40 beds].", "- Peter Marsh"),
        ("According to Ana Ruiz, a [34-year-old nurse], [40 beds] were empty.", "- Ana Ruiz"),
        ("[40 beds] were empty, according to Ana Ruiz, [34], who works there.", "Ana Ruiz -"),
        ("According to Acme, [52 boats], 40 cars and a bus were sold.", "Acme"),
    ],
    "no negation": [
        ("“There is no doubt,” said Jane Roe. “It was [40 boats].”", "Jane Roe"),
        ("Jane Roe has not said [40 boats] sank.", "-"),
    ],
    "leading words": [
        ("Prior to launch Acme promised players would have [40 boats].", "Acme"),
        ('He spoke too soon, she wrote. " The rain went on for [40 days]."', "?"),
        ("It was “no place to live,” he said, accusing the town of closing [40 homes].", "?"),
        ("Jane Roe said it was over, accusing the town of closing [40 homes].", "Jane Roe"),
    ],
}
CASES = [(rule, *case) for rule, cases in CORPUS.items() for case in cases]


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    symbols = {"outlet": "-", "unresolved": "?"}
    found = attribute(*read_marked(marked))
    assert " ".join(m.attributed_to or symbols[m.attribution] for m in found) == claimants, rule
