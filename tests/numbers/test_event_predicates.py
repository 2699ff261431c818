"""What "be" and a comparison say: of a quantity that is the subject, and by one that is the predicate."""

import pytest

from tests.numbers.marked import triggers_of

# rule -> (sentence, the trigger of each of its quantities; "-" is none)
PREDICATES: dict[str, list[tuple[str, str]]] = {
    "what is said of a share or a count": [
        ("Two of the cottages were empty.", "empty"),
        ("Three in five voters are undecided.", "undecided"),
        ("About 40% of the patients were women.", "were"),
        ("Sixty percent of the pickers are from Peru.", "are"),
        ("A third of the staff were aged under 30.", "aged aged"),
        ("About 12,000 homes were without power on Sunday.", "without power"),
        ("Of the jurors, 52% were white, 30% black and 12% Hispanic.", "white black Hispanic"),
        ("Nine of the ten songs are new.", "new -"),
        ("There are 2,000 cars that could be quickly and remotely disabled.", "disabled"),
        ("Capacity for the first two blocks was low.", "-"),
        ("She won in four countries and is one of three coaches there.", "won -"),
    ],
    "what a part of a whole does": [
        ("About 60 percent of its revenue comes from Asia.", "comes"),
        ("Nearly a third of the population lives in the capital.", "lives"),
        ("A tenth of job cuts in May were temporary.", "temporary"),
    ],
    "what an amount is": [
        ("As much as 15 feet of snow is possible.", "possible"),
        ("Two degrees of warming is a disaster.", "-"),
        ("A further $4 million would go to allies in Asia.", "go"),
    ],
    "what it equals": [
        ("The lake is at 22 percent of its capacity.", "is"),
        ("Get the app for just $5 ($25 off).", "Get off"),
        ("The average debt is more than $5,000.", "is"),
        ("The bill was 40 euros.", "was"),
        ("The unemployment rate is 4.5 percent.", "is"),
        ("The trip would be 40 miles.", "would be"),
        ("They hoped it would be one season or one year.", "would be -"),
        ("The queue could be more like 200 metres.", "could be"),
        ("Engineers say that could be 300 miles.", "could be"),
        ("Inflation is below 2 percent.", "is"),
        ("A fishing permit rarely exceeds 45 euros.", "exceeds"),
        ("We are at 900 metres here.", "are"),
        ("The mast is 12 miles from the border.", "is"),
        ("The value is about $44 million.", "-"),
        ("That is $5 more than last year.", "-"),
        ("There were 300 guests at the wedding.", "-"),
        ("There is $4 million left to find.", "left"),
        ("Damage is estimated at $500 million.", "estimated"),
        ("It is a 20-minute walk.", "-"),
    ],
    "how it compares": [
        ("The new pump is 15% more efficient.", "more efficient"),
        ("The sea is 2 degrees (3.6 degrees) warmer than in 1990.", "warmer warmer"),
        ("Rents are three times higher than in 2010.", "higher"),
        ("Women are twice as likely to be treated.", "likely"),
        ("Diesel is 20 cents cheaper than petrol.", "cheaper"),
        ("The van is two seconds faster than the coupe.", "faster"),
        ("They have a 35% higher chance of rain.", "have"),
        ("The herd used 20% more feed.", "used"),
        ("He has run the club for two years as chairman.", "run"),
    ],
    "how full": [
        ("The dam is 80% full.", "full"),
        ("The vaccine was 90 percent effective against flu.", "effective"),
        ("The crew is 40 percent female.", "female"),
        ("The firm is 30 percent owned by the state.", "owned"),
        ("Fuel is 5% of sales.", "is"),
        ("Inflation is 5 percent nationwide.", "is"),
        ("The result was a 10 percent drop.", "-"),
        ("The award was the $5 million grant.", "-"),
        ("Support stands at 45 percent.", "stands"),
    ],
    "an adjective before a preposition": [
        ("Cycling there is legal in 11 states.", "legal"),
        ("The frost is fatal in up to 70 per cent of hives.", "fatal"),
        ("Families are eligible for $500 in aid.", "eligible"),
        ("The course is open to 300 pupils.", "open"),
        ("His oxygen level is regularly 97%.", "is"),
        ("She is a surgeon at three hospitals.", "-"),
        ("He is president of two clubs.", "-"),
    ],
    "how long, tall and far": [
        ("The ship, 200 metres long, sank.", "-"),
        ("The inn, five miles from the coast, is shut.", "-"),
        ("The tower is 300 metres tall.", "tall"),
        ("The bridge, which is 2 km long, was closed.", "long"),
        ("The clinic is in Orle, a town about 60 kilometres away from the port.", "away"),
        ("He lives 10 miles away.", "lives"),
        ("The hiker was last seen 20 miles north of the road.", "seen"),
        ("The driver, described as six feet tall, ran.", "tall"),
    ],
    "sizes": [
        ("The new hall is twice the size of the old one.", "is"),
        ("The flat is half the price of a house.", "is"),
        ("The tent is pretty light (2 kg).", "light"),
        ("The box measures 30 x 20 x 12 cm.", "measures measures measures"),
        ("The storm left a scar two metres deep.", "deep"),
        ("The home side were four points down at the break.", "down"),
        ("They are three goals ahead.", "ahead"),
        ("The path climbs 600 metres.", "climbs"),
        ("The district is short of 200 teachers.", "short"),
        ("The road is meant for buses, as is another $4 million.", "-"),
    ],
    "states of two words": [
        ("Floods and 20,000 homes without power: that was May.", "without power"),
        ("Four suspects are in custody.", "in custody"),
        ("Police have two men in custody.", "have"),
        ("Five schools remain without power.", "without power"),
        ("All 40 on board were safe.", "safe"),
        ("Up to 60 people could be in the water.", "could be"),
        ("Four men in custody were freed on Monday.", "freed"),
    ],
}


@pytest.mark.parametrize(("text", "triggers"), [case for rows in PREDICATES.values() for case in rows])
def test_predicates(text: str, triggers: str) -> None:
    assert " ".join(triggers_of(text)) == triggers
