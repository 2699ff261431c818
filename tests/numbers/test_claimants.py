"""What is no claimant, and who is: rule -> sentences with a marked number, and who claims it ("-" nobody, "?" open)."""

import pytest

from pipeline.numbers.claims import attribute
from tests.numbers.marked import read_marked

CORPUS: dict[str, list[tuple[str, str]]] = {
    "a noun that looks like a verb": [
        ("The mayor plans to visit seven swing states, where [40 towns] voted.", "-"),
        ("Workers in 13 states and [four cities] will be paid more.", "-"),
        ("The man made other wild claims and lost [40 votes].", "-"),
        ("The province widened its early warning system to [40 towns].", "-"),
        ("A reporter in Brenna contributed to this report on [40 towns].", "-"),
        ("It has 2,000 staff in key states and [40 towns].", "-"),
        ("The letter states that [40 towns] were hit.", "The letter"),
        ("The Brenna Post reports [40 people] died.", "The Brenna Post"),
        ("Doctors report that [40 people] died.", "Doctors"),
    ],
    "a participle behind its noun": [
        ("The fair will offer up the 12 wines declared this year and [40 cheeses].", "-"),
        ("The changes announced in the budget will cost [$40 million].", "-"),
        ("The mayor’s alleged debts rose to [$40 million].", "-"),
    ],
    "verbs and their objects before the verb": [
        ("Officials have denied a court ruling declaring [40 homes] unsafe.", "-"),
        ("Roe liked a tweet saying [40 people] died.", "a tweet"),
        ("It’s also worth noting that [40 people] died.", "-"),
        ("It’s believed that [40 people] died.", "-"),
        ("The officer who made the arrest said [40 people] came.", "The officer"),
        ("A clerk told the account of Jane Roe, who said [40 people] died.", "Jane Roe"),
    ],
    "what follows or leads into a name": [
        ("City officials ultimately admitted that [40 people] died.", "City officials"),
        ("Mayor Jane Roe on Friday said [40 people] died.", "Jane Roe"),
        ("In March the Harbour Trust said [40 boats] sank.", "the Harbour Trust"),
        ("Last month Acme said [40 people] would go.", "Acme"),
        ("In its release, the Justice Department noted that [40 people] were freed.", "the Justice Department"),
        (
            "[40 people] crossed, according to data from U.S. Customs and Border Protection.",
            "U.S. Customs and Border Protection",
        ),
        ("According to Tessa the cheapest month has [40 flights].", "Tessa"),
        ("According to WHO, there were [40 cases].", "WHO"),
        ("Untreated, it kills [40 people], says WHO.", "WHO"),
        ("[40 people] died, according to the Post’s Fact Desk -- and there may be more.", "the Post’s Fact Desk"),
        ("“[40 people] died,” study author Jane Roe, a chemist at Acme, said in a statement.", "Jane Roe"),
        ('Jane Roe, known as "Victim 1" in court papers, says he sold [40 boats].', "Jane Roe"),
        ("“It was [40 men],” wrote 43-year-old Jane Roe.", "Jane Roe"),
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
        ("“It is over,” the lawmakers wrote, asking for answers to [40 questions].", "-"),
        ("Roe announced the tour while closing a show before [40 people].", "-"),
        ("As Jane Roe reports for the Post, [40 people] died.", "Jane Roe"),
        ("[40 people] died, as the Post reported.", "the Post"),
        ("[40 people] died, the source further claimed to the outlet.", "the source"),
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
    ],
}
CASES = [(rule, marked, claimants) for rule, rows in CORPUS.items() for marked, claimants in rows]


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    text, sentences, mentions = read_marked(marked)
    symbols = {"outlet": "-", "unresolved": "?"}
    found = [m.attributed_to or symbols[m.attribution] for m in attribute(text, sentences, mentions)]
    assert " ".join(found) == claimants, rule
