"""Events in English: class -> sentences; the trigger of each marked number stands behind the sentence."""

from dataclasses import replace

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.events import attach_events, event_types
from tests.numbers.marked import read_marked

# class -> (marked sentence, triggers in order; "-" is none)
CORPUS: dict[str, list[tuple[str, str]]] = {
    "KILL": [
        ("[42 civilians] had been killed and [98] wounded.", "killed wounded"),
        ("The blast killed [two soldiers] and injured [12 others].", "killed injured"),
        ("A truck exploded, killing [five] and injuring [12].", "killing injuring"),
        ("The militia executed [four people].", "executed"),
        ("The war has cost an estimated [400,000 lives].", "cost"),
        ("The storm left [22 people] dead.", "dead"),
        ("State media reported the deaths of [at least four members].", "deaths"),
        ("[40 deaths] were recorded.", "recorded"),
        ("The toll has risen to [21].", "risen"),
        ("[Five Russian servicemen] died when the jet crashed.", "died"),
    ],
    "WOUND": [("[12 people] were injured.", "injured"), ("He stabbed [three men].", "stabbed")],
    "HOSPITALIZE": [("[3 Hospitalized] After Crash", "Hospitalized"), ("[Two men] were hospitalized.", "hospitalized")],
    "INFECT": [("[300 people] have been infected.", "infected")],
    "RECOVER": [("[90 patients] have recovered.", "recovered")],
    "VACCINATE": [("Doctors vaccinated [500 children].", "vaccinated")],
    "MISSING": [("[Seven sailors] are still missing.", "missing"), ("[Two boys] disappeared.", "disappeared")],
    "RESCUE": [("Firefighters rescued [nine residents].", "rescued"), ("[A 9-year-old girl] was rescued.", "rescued")],
    "DISPLACE": [("The flood displaced [2,000 families].", "displaced"), ("[60 people] were evacuated.", "evacuated")],
    "FLEE": [("[169 people] managed to flee.", "flee"), ("[2,000 residents] fled the town.", "fled")],
    "ARREST": [("Police arrested [two suspects] on Monday.", "arrested"), ("[Two men] were detained.", "detained")],
    "ABDUCT": [("Gunmen kidnapped [20 pupils].", "kidnapped")],
    "CHARGE": [
        ("[Two people], A. Miller and L. Mays, have been charged.", "charged"),
        ("Webb faces [nine charges].", "faces"),
    ],
    "CONVICT": [("He was sentenced to [50 weeks] in jail.", "sentenced")],
    "ATTACK": [("[Four hospitals] and [a blood bank] had been hit by air strikes.", "hit hit")],
    "DESTROY": [
        ("[14 tanks], [10 guns], [more than 60 vehicles] were destroyed.", "destroyed destroyed destroyed"),
        ("They shot down [two jets].", "shot down"),
        ("Air defences destroyed and jammed [33 drones].", "destroyed"),
    ],
    "DAMAGE": [("The quake damaged [60 houses].", "damaged")],
    "PROTEST": [("[Several 100 people] demonstrated.", "demonstrated")],
    "EMPLOY": [("The plant employs [900 people].", "employs")],
    "DISMISS": [("It will lay off [600 workers].", "lay off"), ("WeWork is preparing to cut [4,000 jobs].", "cut")],
    "RESIGN": [("[Six ministers] resigned.", "resigned")],
    "ELECT": [("[Two women] were elected.", "elected")],
    "SELL": [("The painting sold for [$6,000].", "sold")],
    "BUY": [("The army bought [12 helicopters].", "bought")],
    "PAY": [("It agreed to inject [$6.5 billion].", "inject"), ("The group gave [$5.9 million] to him.", "gave")],
    "EARN": [("The note could fetch [$3,000].", "fetch")],
    "LOSE": [("The firm lost [$40 million].", "lost")],
    "STEAL": [("Thieves stole [£90,000].", "stole")],
    "SEIZE": [("Customs confiscated [3 tons].", "confiscated")],
    "RISE": [
        ("Shares are up [40%].", "up"),
        ("Sales rose by [5%].", "rose"),
        ("It boosted base spending by [2.5%].", "boosted"),
        ("The bank raised interest rates to [11%].", "raised"),
    ],
    "FALL": [
        ("It fell from [€200] to [€100].", "fell fell"),
        ("The stock was down [5%].", "down"),
        ("Profit fell to [$3 million].", "fell"),
    ],
    "REACH": [("Temperatures exceeded [40 degrees].", "exceeded")],
    "SUPPLY": [
        ("They delivered [14 tons].", "delivered"),
        ("The jet carried [a crew of three] and [two officers].", "carried carried"),
    ],
    "PRODUCE": [("The state built [300 homes].", "built")],
    "CLOSE": [("They cancelled [40 trains].", "cancelled"), ("[300 school districts] closed.", "closed")],
    "ATTEND": [("[15,000 people] registered for the rally.", "registered")],
    "BEAR": [("[Two cubs] were born.", "born")],
    "HAVE": [("The company had [12,500 employees].", "had"), ("The area is home to [300,000 people].", "home to")],
}
CASES = [(name, marked, triggers) for name, rows in CORPUS.items() for marked, triggers in rows]


@pytest.mark.parametrize(("name", "marked", "triggers"), CASES)
def test_examples(name: str, marked: str, triggers: str) -> None:
    text, sentences, mentions = read_marked(marked)
    found = attach_events(text, sentences, mentions)
    assert " ".join(m.event_trigger or "-" for m in found) == triggers
    assert found[0].event_type == name


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("He made [eight films].", "made"),
        ("It cut spending by [5%].", "cut"),
        ("She is survived by [two sons].", "survived"),
        ("Officers had spoken to [80 witnesses].", "spoken"),
    ],
)
def test_triggers_without_a_class(marked: str, trigger: str) -> None:
    text, sentences, mentions = read_marked(marked)
    assert [(m.event_trigger, m.event_type) for m in attach_events(text, sentences, mentions)] == [(trigger, None)]


def test_every_class_has_an_example() -> None:
    assert set(event_types()) == set(CORPUS)


@pytest.mark.parametrize(
    "marked",
    [
        "There are [three reasons].",
        "The value is [$44 million].",
        "The attack is being mounted by [two militias].",
        "Some [$1] bills are rare.",
        "It happened in [21 cities].",
    ],
)
def test_numbers_to_which_nothing_happens(marked: str) -> None:
    text, sentences, mentions = read_marked(marked)
    assert [m.event_trigger for m in attach_events(text, sentences, mentions)] == [None]


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("The blast killed [two soldiers].", "asserted"),
        ("The army did not kill [20 civilians].", "denied"),
        ("The army denied killing [20 civilians].", "denied"),
        ("The blast may have killed [two soldiers].", "possible"),
        ("[Two men] are feared dead.", "possible"),
        ("He could lose [40 seats].", "possible"),
        ("In May police arrested [two men].", "asserted"),
    ],
)
def test_modality(marked: str, modality: str) -> None:
    text, sentences, mentions = read_marked(marked)
    assert [m.modality for m in attach_events(text, sentences, mentions)] == [modality]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [("The office releases two indicators.", None), ("The rebels released two hostages.", "RESCUE")],
)
def test_only_the_living_are_rescued(text: str, event_type: str | None) -> None:
    (mention,) = find_mentions(text, language="en")
    assert mention.event_type == event_type


def test_the_whole_of_a_part_has_no_event() -> None:
    text, sentences, mentions = read_marked("[Five] of the borough's [13 libraries] will close.")
    assert [m.event_trigger for m in attach_events(text, sentences, mentions)][1] is None


def test_a_bare_age_has_no_event() -> None:
    text, sentences, mentions = read_marked("Hayley Walsh, [42], a lecturer from Nottingham, left.")
    ages = [replace(m, kind="age") for m in mentions]
    assert [m.event_trigger for m in attach_events(text, sentences, ages)] == [None]


def test_unknown_language_changes_nothing() -> None:
    text, sentences, mentions = read_marked("The blast killed [two soldiers].")
    assert attach_events(text, sentences, mentions, "xx") == mentions
