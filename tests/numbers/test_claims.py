"""Attribution in English: rule -> sentences with a marked number, and who claims it ("-" the outlet, "?" open)."""

import pytest

from pipeline.numbers.claims import attribute
from pipeline.numbers.mention import Mention
from tests.numbers.marked import claimants_of, read_marked

CORPUS: dict[str, list[tuple[str, str]]] = {
    "in front": [
        ("Russian sources said [42 civilians] were killed.", "Russian sources"),
        ("UNICEF claimed that [four hospitals] had been hit.", "UNICEF"),
        ("In a statement on Monday, the ministry said [42 people] died.", "the ministry"),
        ("Defense Ministry official Sergey Rudskoi stated that [42 men] died.", "Sergey Rudskoi"),
        ("State media have reported the deaths of [four] men.", "State media"),
        ("Tarn Foods (ticker: TF) reported [$4.17] in earnings.", "Tarn Foods"),
        ("Ms. Ernst said [12 offices] stood empty.", "Ernst"),
        ("Osten Railways' Marta Quill reported [three breakdowns].", "Marta Quill"),
        ("Chile reports its harvest, and the U.K. releases [two figures].", "-"),
        ("A report showed [42 people] died.", "A report"),
        ("A poll of voters conducted in May found that [42%] agreed.", "A poll"),
        ("Prosecutors told reporters [seven witnesses] had come.", "Prosecutors"),
        ("Keith Gambill told [2,000 teachers] that the state has [$2 billion].", "- Keith Gambill"),
        ("Data from the Labor Department showed [40,000 people] lost work.", "the Labor Department"),
    ],
    "behind": [
        ("[42 people] died, the Metropolitan Police said.", "the Metropolitan Police"),
        ("[42 people] died, officials said on Tuesday.", "officials"),
        ("[42 people] died, said Amnesty International on Tuesday.", "Amnesty International"),
        ("[42 people] died, said Philip Luther, director of the group.", "Philip Luther"),
        ("[42 people] died, according to the Washington Post.", "the Washington Post"),
        ("[42 people] died, according to data from MarketAxess.", "MarketAxess"),
        ("[42 people] died, President Milos Tarrant said Friday, repeating the fourth warning.", "Milos Tarrant"),
    ],
    "before": [
        ("According to Wealthynickel, [two batches] were printed.", "Wealthynickel"),
        ("According to eyewitness accounts seen by us, in [one case] it fell.", "eyewitness accounts"),
    ],
    "in the middle": [
        ("The storm, officials said, killed [42 people].", "officials"),
        ("The toll, according to police, rose to [42 people].", "police"),
    ],
    "apposition": [
        ("Renner's solicitor, Alma Voigt, said [42 people] came.", "Alma Voigt"),
        ("Robert L. Hadley Jr., the U.S. Envoy for the north, said [42 people] came.", "Robert L. Hadley Jr."),
        ("Fellow rower, carpenter Tomas Weir, 52, from Aberlour, said [42 people] came.", "Tomas Weir"),
    ],
    "nouns": [
        ("He works with her, and estimates that it costs [$2 million].", "?"),
        ("There are reports that [42 people] died.", "reports"),
        ("She disputed RSB's calculation of [14%].", "RSB"),
        ("It followed the recent announcement that [42 people] died.", "the recent announcement"),
        ("The toll may be higher, with some reports suggesting [42 people] died.", "some reports"),
    ],
    "participle": [("The ministry said it was over, adding that [42 men] died.", "The ministry")],
    "pronouns": [
        ("Sergey Rudskoi said it was over. He also said [42 men] died.", "Sergey Rudskoi"),
        ("Russian sources said so. They claimed [42 men] died.", "Russian sources"),
        ("The Defence Ministry said so. It also said [42 men] died.", "The Defence Ministry"),
        ("The Defence Ministry said so. Later, the ministry said [42 men] died.", "The Defence Ministry"),
        ("Ms. Ernst said so. Mr. Vilsack said no. She said [42 men] died.", "Ernst"),
        ("He said [42 men] died.", "?"),
    ],
    "quotations": [
        ("“We lost [42 men],” said Philip Luther.", "Philip Luther"),
        ("“We lost [42 men],” the mayor said.", "the mayor"),
        ("Rudskoi said, “We lost [42 men]. It hit [10 guns].”", "Rudskoi Rudskoi"),
        ("“It is over,” Hawk said. “We lost [42 men].”", "Hawk"),
        ("“It is worth more,” Haldane said of Ker-an-Loch, “and we sold [42 rooms].”", "Haldane"),
        ("'In all we lost [42 men],' Hawk said.", "Hawk"),
        ("Edda Falk, 57, said: “It was bad.\n“We lost [42 men].\n“It is over.”", "Edda Falk"),
        ("“It is over,” said Jane Roe.\n“We lost [42 men] in the first attack.”", "Jane Roe"),
        ("They held a sign that read “[42 degrees] is too much for us”, a joke.", "a sign"),
        ("“We lost [42 men] in the first attack.” The town was quiet.", "?"),
    ],
    "the subject stands farther off": [
        ("[42 people] died, Brenna Police said this morning.", "Brenna Police"),
        ("Survivors gave a different figure, saying [42 people] died.", "Survivors"),
        ("Shares fell after the company cut its forecast and said [42 people] would go.", "the company"),
        ("The army denied the attack. It said [42 militants] died.", "The army"),
        ("Researchers looked at it. They found that [42 people] died.", "Researchers"),
        ("[42 people] died, the mayor of Port Alma, Luc Baptiste, told AFP.", "Luc Baptiste"),
        ("“[42 people] died,” said lead author Anna Falk of the University of Torgau.", "Anna Falk"),
    ],
    "levels and forecasts": [
        ("The union put the number of dead at [42 people].", "The union"),
        ("Analysts expect [42 people] to go.", "Analysts"),
        ("The court heard that [42 people] died.", "The court"),
        ("A manifest listed [42 names].", "A manifest"),
        ("The poll put Labour on [44%].", "The poll"),
        ("[44%] skip meals, a survey of 2,014 adults found.", "a survey"),
    ],
    "who said one thing and has done another": [
        ("Police said [42 people] had died and have arrested [two men].", "Police -"),
        ("The storm claimed [42 lives].", "-"),
        ("The hospital admitted [42 patients].", "-"),
        ("Rovers conceded [42 goals].", "-"),
        ("About 60% of those asked said [42 parties] were enough.", "-"),
        ("A doctor said so. It said [42 men] died.", "?"),
    ],
    "the outlet": [
        ("[42 people] died on Monday.", "-"),
        ("The agency did not say how many of the [42 men] died.", "-"),
        ("He said he was travelling for a conference of the group, which gave [$5.9 million].", "-"),
        ("The revised plan added [$300 million].", "-"),
        ("Protests in [42 states] were held.", "-"),
        ("The plan announced on Monday by leaders costs [$300 million].", "-"),
        ("The sale is on hold, according to [two people] close to it.", "-"),
        ("An estimated [42 people] live there.", "-"),
        ("The paper outed him for claiming it had [42 rooms].", "-"),
        ("Officials said it was over. [42 people] had died.", "-"),
    ],
    "hearsay": [("[42 people] reportedly died.", "?"), ("The man is said to own [42 houses].", "?")],
}
CASES = [(rule, marked, claimants) for rule, rows in CORPUS.items() for marked, claimants in rows]


def _attributed(marked: str) -> list[Mention]:
    text, sentences, mentions = read_marked(marked)
    return attribute(text, sentences, mentions)


@pytest.mark.parametrize(("rule", "marked", "claimants"), CASES)
def test_examples(rule: str, marked: str, claimants: str) -> None:
    assert claimants_of(marked) == claimants, rule
    assert all((m.attribution == "attributed") == (m.attributed_to is not None) for m in _attributed(marked))


def test_cue_and_quotation() -> None:
    (front,) = _attributed("Russian sources said [42 civilians] were killed.")
    assert (front.attribution_cue, front.quoted) == ("said", False)
    (quoted,) = _attributed("“We lost [42 men],” added Hawk.")
    assert (quoted.attribution_cue, quoted.quoted) == ("added", True)
    (according,) = _attributed("According to police, [42 men] died.")
    assert according.attribution_cue == "According to"


def test_unknown_language_only_marks_quotations() -> None:
    text, sentences, mentions = read_marked("„Wir haben [42] verloren“, sagte er.")
    (mention,) = attribute(text, sentences, mentions, "xx")
    assert (mention.quoted, mention.attribution) == (True, "outlet")
