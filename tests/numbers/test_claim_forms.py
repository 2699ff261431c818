"""Claims in forms other than "X said": rule -> sentences with a marked number, and who claims it ("-" the outlet)."""

import pytest

from tests.numbers.marked import claimants_of

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
        ("Faults identified by inspectors include [12 leaks], and more may follow.", "inspectors"),
        ("Faults mended by inspectors include [12 leaks].", "-"),
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
    "more answers of a poll": [
        (
            "A new Daily Post poll shows support for the plan. [51 percent] say they would vote for it.",
            "A new Daily Post poll",
        ),
        (
            "A survey by Hartwell found that trust is low. But only [12%] of younger adults said so, and rents rose.",
            "Hartwell",
        ),
        (
            "A survey found that trust is low. About [40%] of adults said they had no savings, the bank noted.",
            "the bank",
        ),
        ("A poll shows a close race. The council meets on Monday, when [12 members] vote.", "-"),
        ("A poll shows a close race.\n\n[40 percent] say they will stay at home.", "-"),
        ("The poll closed at eight. Some [30 percent] of the town was flooded.", "-"),
    ],
    "what analysts were expecting": [
        (
            "City brokers polled by Hartwell were expecting [$3.18] a share on turnover of [$41.6 billion].",
            "City brokers City brokers",
        ),
        ("Sales rose [3 percent]; economists had been looking for [4 percent].", "- economists"),
        ("Analysts were expecting [$3 billion], but sales were [$2 billion].", "Analysts -"),
        ("The couple were expecting [300 guests].", "-"),
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
        ("In Ashby, the share who said they kept [two dogs] rose by [40%].", "- -"),
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
SUBJECTS: dict[str, list[tuple[str, str]]] = {
    "relative clauses": [("It fell below the [£520 million] analysts had forecast.", "analysts")],
    "who are many": [
        ("Supporters say it would bring in [$84 million].", "Supporters"),
        ("Opponents counter that drivers pay [52 cents].", "Opponents"),
    ],
    "names between commas": [
        ("His wife, Anna, who was there, said [one man] ran.", "Anna"),
        ("The study’s author, Torid Engem, called it sound. “[Two countries], one answer,” she said.", "Torid Engem"),
    ],
    "second verbs": [
        ("The fund, which sells it, declined to comment but has previously said it has [40 boats].", "The fund"),
        ("It had effects, she said, and was strongest in [five years].", "?"),
        ("The audit said so. The utility disputes it; it says bills will rise by [$3].", "The utility"),
    ],
    "a new person": [
        ("A volunteer described the ward. “We need [200 beds],” she said.", "A volunteer"),
        ("The RSF denied it. The rain fell. “We need [200 beds],” she said.", "?"),
        ("Jane Roe described him as the head of a ring of [40 men].", "Jane Roe"),
        ("Jane Roe described the town, its pier and [40 men].", "-"),
    ],
}
CORPUS |= SUBJECTS
UTTERED: dict[str, list[tuple[str, str]]] = {
    "who makes a claim": [
        ("Acme issued a warning that [300 homes] could flood.", "Acme"),
        ("Jane Roe repeated his claim that [300 ballots] were forged.", "Jane Roe"),
        ("Israel went public with an allegation that [12 men] were tied to it.", "Israel"),
        ("Acme rejected a claim that [300 homes] could flood.", "?"),
    ],
    "heads of sentences": [
        ("Arguing that voters were late, with [40 days] to go, Jane Roe has asked for help.", "Jane Roe"),
        ("Warning lights on [40 boats] failed, Jane Roe said.", "Jane Roe"),
        ("Saying goodbye to [40 men], Jane Roe wept.", "-"),
    ],
    "told many": [
        ("Sweden has told [40 people] how to live.", "-"),
        ("Sweden told thousands of people how [two men] live.", "Sweden"),
    ],
    "the next sentence": [
        (
            "“It took 14 takes,” Alan Burke said. “I paid him [$600].” Vance himself once said he was good.",
            "Alan Burke",
        ),
        ("“I paid him [$600]!” Vance once said.", "Vance"),
        ("Downing Street later clarified that [six wards] had opened.", "Downing Street"),
        ("Jane Roe is 74. She figures she has lost [$200,000].", "Jane Roe"),
        ("Official figures put down on [40 pages] were lost.", "-"),
    ],
    "people told apart": [
        ("“We waited,” Rita Gom said. Asked about critics who say so, she laughed. “I’ve [40 pits].”", "Rita Gom"),
    ],
    "names behind": [
        ("“There are [22 people] here,” says Homely’s head of lettings, Rob Tran.", "Rob Tran"),
        ("Rents rose by [9%], a report by the website Homely says.", "Homely"),
        ("The Conservatives say it has sold [600 homes].", "The Conservatives"),
        ("It went well, according to the watchdog, whose inspectors made [four visits].", "-"),
    ],
    "bodies": [
        ("Cathie Wood, whose fund holds 9%, told a reporter she still expects [$40].", "Cathie Wood"),
        ("Acme owns [40 boats], it said in a filing.", "Acme"),
        ("It rained. Jane Roe owns [40 boats], it said.", "?"),
        ("Its analysts, led by Jane Roe, wrote that [40 boats] sank.", "Its analysts"),
        ("He told a reporter the pair had argued over [£200].", "?"),
        ("Acme estimates another [40 boats] could sink.", "Acme"),
        ("The trial heard how he was hit [14 times].", "The trial"),
    ],
    "topics": [
        ("“Go,” said Ed Boyle. Zelm, in his address, thanked them. “I saw [18 boats],” he said.", "Zelm"),
        ("“Go,” Capt. Luc Blanc of the mountain police said. He said [two men] fell.", "Luc Blanc"),
        ("The resort’s director put it well: the slopes see [40 skiers], he said.", "The resort’s director"),
        ("Sanders reported [$34], Biden [$22].", "Sanders -"),
        ("Officials there reported [three men] hurt.", "Officials"),
    ],
    "heads": [
        ("Only [38 homes] are done, figures obtained by the Echo reveal.", "the Echo"),
        ("It fell to [38 homes], data from the Labour Bureau showed.", "the Labour Bureau"),
        (
            "Ecologists at the University of Sydney estimate [40 frogs] live there.",
            "Ecologists at the University of Sydney",
        ),
        ("Committee chair Meg Orr said so. “That is [£20],” she told a reporter.", "Meg Orr"),
        ("Restaurateur Amir Haddad said he owed [$400].", "Amir Haddad"),
        ("The team found it. They said it had [40 feet].", "The team"),
    ],
    "people of bodies": [
        ("Kunal Kundu of Acme Bank said [40 cars] sold.", "Kunal Kundu"),
        ("The Islamic Republic of Iran said [40 cars] sold.", "The Islamic Republic of Iran"),
        ("The Red Cross of Kenya said [40 cars] sold.", "The Red Cross of Kenya"),
    ],
    "outer and inner": [
        ("Acme has identified [three claims] of that kind, the agency said.", "the agency"),
        ("The ministry said the toll estimated by rebels was [40 men].", "The ministry"),
        ("It beat the [6.6 per cent] forecast in a Harbour poll.", "a Harbour poll"),
        ("It beat the [6.6 per cent] forecast in the north.", "-"),
        ("Neighbour Jack Tulley said he saw [40 cars].", "Jack Tulley"),
        ("Jane Roe made an allegation that [12 men] supposedly fled.", "Jane Roe"),
    ],
    "identified": [("Safe Harbour identified [several dozen and 12 stations].", "Safe Harbour")],
}
CORPUS |= UTTERED
QUOTATIONS: dict[str, list[tuple[str, str]]] = {
    "before a colon": [
        ("Jane Roe was glad: “I saw [40 seals] today.”", "Jane Roe"),
        ("Jane Roe came home. She was glad: “I saw [40 seals].”", "Jane Roe"),
        ("The sign at the pier was clear: “No more than [40 people].”", "?"),
        ("Jane Roe heard what the pilot had said: “We have [40 seals].”", "the pilot"),
    ],
    "named by somebody": [
        ("Jane Roe called the flood “the worst in [40 years]”.", "Jane Roe"),
        ("Critics dismissed the plan as “[40 pages] of hot air”.", "Critics"),
        ("The harbour was called “the town of [40 boats]”.", "-"),
        ("Jane Roe blamed the weather and the pier closed “for [40 days] or so”.", "-"),
    ],
    "pronouns": [
        ("Ann Roe spoke last. Callan, who plays the lead, was glad. “I am [40 years] old,” she said.", "Callan"),
        (
            "“Go,” said Ed Boyle. At the hearing, Rep. Jim Roe (D), its chair, rose.\n“I saw [40 men],” he said.",
            "Jim Roe",
        ),
        ("When Rae first came to town, she was shy.\n“I was the last of [40 girls],” she said.", "Rae"),
        ("“It is late,” said Ed Boyle, 40. The cuts made it hard for Boyle. “I lost [40 boats],” he said.", "Ed Boyle"),
        (
            "“Go,” said Ed Boyle. Pico rose and took his hat. A dog saw Pico. Rain came. “I saw [40 seals],” he said.",
            "?",
        ),
    ],
    "asides of the outlet": [
        ("Jane Roe said the club – run by a firm with [40 boats] – would sell [two boats].", "- Jane Roe"),
        ("Jane Roe said the boats – more than [40 boats] – were sold.", "Jane Roe"),
    ],
    "counts": [
        ("By the agency’s count, [40 people] died.", "the agency"),
        ("As many as [40 people] died, by the Red Cross’s own estimate.", "the Red Cross"),
        ("By the river’s edge, [40 people] stood.", "-"),
        ("The mayor vowed to hire [200 officers].", "The mayor"),
        ("The mayor’s vow to hire [200 officers] was kept.", "-"),
    ],
}
CORPUS |= QUOTATIONS
CASES = [(rule, *case) for rule, cases in CORPUS.items() for case in cases]


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    assert claimants_of(marked) == claimants, rule
