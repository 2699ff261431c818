"""What is no claimant, and who is: rule -> sentences with a marked number, and who claims it ("-" nobody, "?" open)."""

import pytest

from pipeline.numbers.claims import attribute
from tests.numbers.marked import read_marked

CORPUS: dict[str, list[tuple[str, str]]] = {
    "a noun that looks like a verb": [
        ("The mayor plans to visit seven swing states, where [40 towns] voted.", "-"),
        ("Nurses in 19 towns and [two ports] will be paid less.", "-"),
        ("The man made other wild claims and lost [40 votes].", "-"),
        ("The province widened its early warning system to [40 towns].", "-"),
        ("A reporter in Brenna contributed to this report on [40 towns].", "-"),
        ("It has 2,000 staff in key states and [40 towns].", "-"),
        ("The letter states that [40 towns] were hit.", "The letter"),
        ("The Brenna Post reports [40 people] died.", "The Brenna Post"),
        ("Doctors report that [40 people] died.", "Doctors"),
    ],
    "a participle behind its noun": [
        ("The museum will show off the 30 coins declared last spring and [40 medals].", "-"),
        ("The changes announced in the budget will cost [$40 million].", "-"),
        ("The mayor’s alleged debts rose to [$40 million].", "-"),
    ],
    "verbs and their objects before the verb": [
        ("Officials have denied a court ruling declaring [40 homes] unsafe.", "-"),
        ("Roe liked a tweet saying [40 people] died.", "a tweet"),
        ("It’s also worth noting that [40 people] died.", "-"),
        ("It’s believed that [40 people] died.", "-"),
        ("The baker who lit the stove said [40 people] came.", "The baker"),
        ("A clerk told the account of Jane Roe, who said [40 people] died.", "Jane Roe"),
    ],
    "what follows or leads into a name": [
        ("City officials ultimately admitted that [40 people] died.", "City officials"),
        ("Mayor Jane Roe on Friday said [40 people] died.", "Jane Roe"),
        ("In March the Harbour Trust said [40 boats] sank.", "the Harbour Trust"),
        ("Last month Acme said [40 people] would go.", "Acme"),
        ("In its release, the Justice Department noted that [40 people] were freed.", "the Justice Department"),
        (
            "[40 boats] docked, according to data from Norland Ports and Harbour Control.",
            "Norland Ports and Harbour Control",
        ),
        ("According to Tessa the cheapest month has [40 flights].", "Tessa"),
        ("According to WHO, there were [40 cases].", "WHO"),
        ("Untreated, it kills [40 people], says WHO.", "WHO"),
        ("[40 people] died, according to the Post’s Fact Desk -- and there may be more.", "the Post’s Fact Desk"),
        ("“[40 people] died,” study author Jane Roe, a chemist at Acme, said in a statement.", "Jane Roe"),
        ('Jane Roe, known as "Victim 1" in court papers, says he sold [40 boats].', "Jane Roe"),
        ("“It was [40 men],” wrote 43-year-old Jane Roe.", "Jane Roe"),
    ],
    "papers and who made them": [
        ("A study of users of the chatbot Wobble found that [40 people] felt better.", "A study"),
        ("A paper in the journal Sea Letters, led by Jane Roe, found that [40 people] felt better.", "A paper"),
        ("According to the published article, “[40 people] died there in one night”.", "the published article"),
        (
            "The Harbour Commission on fishing and trade found that [40 boats] sank.",
            "The Harbour Commission on fishing and trade",
        ),
        ("It is slow, with Acme suggesting that [40 cars] were late.", "Acme"),
        ("Scientists using a telescope on Mount Roe confirmed that [40 moons] exist.", "Scientists"),
        ("A Home Office (HO) spokesman said [40 people] came.", "A Home Office (HO) spokesman"),
        ("The firm previously reported that [40 people] came.", "The firm"),
        ("It was less than previously reported by the firm, [40 tons].", "-"),
    ],
    "statements and things": [
        ("Roe confirmed the presence of water on one of [79 moons].", "-"),
        ("Roe confirmed [40 men] had died.", "Roe"),
        ("The palace announced [two days] of mourning.", "The palace"),
        ("Labour announced its plans, including [40 homes].", "-"),
        ("Roe expected to return after [40 days].", "-"),
        ("Khan accused the army of killing [40 men].", "Khan"),
        ("The watchdog suggested there were [40 gaps].", "The watchdog"),
    ],
    "polls and letters": [
        ("A Post poll this week has Roe at [39%].", "A Post poll"),
        ("Polls now show that [39%] agree.", "Polls"),
        ("The party’s letter to Al Poe said [40 gifts] were hidden.", "The party’s letter"),
        ("According to one of the rowers, “we slept. It took [40 days].”", "one of the rowers"),
    ],
    "two parts of one statement": [
        ("“It is over,” Roe said. “We go.” She said [40 boats] sank.", "Roe"),
        ("As Jane Roe put it, “we sold [40 boats].”", "Jane Roe"),
        ("“We sold [40 boats] in a day.”\n— Jane Roe", "Jane Roe"),
        ("In the words of the gardener: “I saw [40 men].”", "the gardener"),
        ("Prices vary according to your tariff, with [40 plans].", "-"),
        ("Sales rose by [40%], the Labour Department found.", "the Labour Department"),
        (
            "Al Poe said no.\n\nTodd Lee of Acme called it small. Acme had [56 cancellations] that day, he said.",
            "Todd Lee",
        ),
        ("“When I was young,” says Beth, “I saw [two cases].”", "Beth"),
        ("“It was new,” Roe said of the show, called Us, with [110 schools].", "-"),
        ("Roe estimates that Acme, which is old, has saved [40 hours].", "Roe"),
    ],
    "who was asked": [
        ("As I said, [40 people] came. We found that [40 people] stayed.", "- -"),
        ("A third of firms said they would cut [40 jobs].", "-"),
        ("Two in five adults said they own [40 books].", "-"),
        ("All told, [40 people] died.", "-"),
        ("The claim that [40 people] died is false.", "?"),
    ],
    "where a claim begins and ends": [
        ("The Post reported on [May 3] that it was over.", "-"),
        ("Although the army said it was over, [40 men] were fighting.", "-"),
        ("The report says it is thin, although we hope for [40 tons].", "-"),
        ("“It is late,” the parents wrote, pressing for replies to [40 letters].", "-"),
        ("Roe announced the tour while closing a show before [40 people].", "-"),
        ("As Jane Roe reports for the Post, [40 people] died.", "Jane Roe"),
        ("[40 people] died, as the Post reported.", "the Post"),
        ("[40 people] died, the witness further claimed to the magazine.", "the witness"),
        ("The club promised fans would get [40 buses].", "The club"),
        ("Roe pointed to costs such as [$40 million] for roads.", "Roe"),
    ],
    "whom a pronoun means": [
        (
            "“It was hard,” said Al Poe.\n\nJane Roe, 50, of Brenna, lost her house. “I had [40 cats],” she said.",
            "Jane Roe",
        ),
        ("Al Poe said no. Mayor Bill Roe won the race in Brenna. He said [40 people] came.", "Bill Roe"),
        ("Al Poe said no.\n\nMayor Jane Roe won the race. He said [40 people] came.", "Al Poe"),
        ("When Mayor Bill Roe left, he said [40 people] had come.", "Bill Roe"),
        ("The queen playing Jane Roe sang. “I sold [40 boats] to her,” she said.", "?"),
        ("Al Roe won the race. But Roe was tired.\n“I ran [40 miles],” said the 36-year-old.", "Roe"),
        ("“I ran [40 miles],” said the 36-year-old.", "the 36-year-old"),
        (
            "Elizabeth Martin said so. Al Poe said no. “It took [40 days],” Martin said. She said [40 men] came.",
            "Martin Martin",
        ),
        (
            "Al Poe said no. Raven, the makeup artist, watched. She told me of [40 seasons]. She said [40 were] hers.",
            "- Raven",
        ),
        ("Al Poe said no. Now a retired clerk, Hal Roe reads much. Roe has moved. He said [40 people] came.", "Roe"),
        (
            "Al Poe said no. While the army denied it, Jane Roe has agreed. She said [40 men] came. Roe left.",
            "Jane Roe",
        ),
        ("Secretary of State Jane Roe said [40 people] came.", "Jane Roe"),
    ],
}
CASES = [(rule, marked, claimants) for rule, rows in CORPUS.items() for marked, claimants in rows]


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    text, sentences, mentions = read_marked(marked)
    symbols = {"outlet": "-", "unresolved": "?"}
    found = [m.attributed_to or symbols[m.attribution] for m in attribute(text, sentences, mentions)]
    assert " ".join(found) == claimants, rule
