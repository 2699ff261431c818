"""What a duration or an age is said of: the verb of the clause that it modifies, or nothing."""

import pytest

from tests.numbers.marked import triggers_of

# rule -> (sentence, the trigger of each of its quantities; "-" is none)
DURATIONS: dict[str, list[tuple[str, str]]] = {
    "after how long": [
        ("Rivera stepped down after 17 years as head of the union.", "-"),
        ("The keeper died after a two-year illness.", "-"),
        ("After nine years in the band, Lee wrote a book.", "-"),
        ("They argued and within a week, the firm was gone.", "-"),
    ],
    "at which minute": [
        ("The hosts equalised at 38 minutes.", "equalised"),
        ("Her second goal came at the 70-minute mark.", "came"),
    ],
    "how long before and after": [
        ("Nobody called the police until two days after the theft.", "-"),
        ("They failed to tighten the law a year after the fire.", "-"),
        ("He left in May, two weeks before the vote.", "-"),
        ("Two days after the storm, lights came on.", "-"),
    ],
    "past what stands in brackets": [
        ("The tram can go from zero to 35 mph (56 kph) in nine seconds.", "go go go"),
        ("Rescuers reached the hut (the only one) within 40 minutes.", "reached"),
    ],
    "the second of two verbs": [
        ("Rules recommend holding nobody longer than 72 hours.", "holding"),
        ("Let the dough stand for 20 minutes.", "stand"),
        ("Add the rice and cook for ten minutes.", "cook"),
        ("It will swing past Mars, then orbit the rock for 21 months.", "orbit"),
        ("Gradually add the milk, then simmer for five minutes.", "simmer"),
        ("Cooks are obliged to be in the kitchen five days a week.", "obliged"),
    ],
    "what one has": [
        ("Homes should have enough water for one week.", "have"),
        ("The drug had severe effects within two days.", "had"),
        ("They have lived there for ten years.", "lived"),
        ("The coupe costs £9,000 and will do 60 mph in eight seconds.", "costs do do"),
    ],
    "what lasts": [
        ("The plumber was down there for nine hours.", "was"),
        ("The senator has been in office for 12 years.", "been"),
        ("The trail has been beautiful for 40 years.", "beautiful"),
        ("It is a visa for two years.", "-"),
    ],
    "how far away": [
        ("The storm is less than 24 hours away.", "away"),
        ("With the final just three weeks away, tickets are scarce.", "away"),
    ],
    "to last": [
        ("The trial is expected to last six weeks.", "last"),
        ("The ban could last two years.", "last"),
        ("Profits fell in the last two years.", "-"),
    ],
    "what is left": [
        ("There are 10 minutes left in the match.", "left"),
        ("He came on with 20 minutes remaining.", "remaining"),
        ("With five minutes to go, they led.", "go"),
        ("The crew has five minutes to go home.", "has"),
    ],
    "how long it is": [
        ("The average wait was three hours.", "was"),
        ("At 8 am 12 men had waited for two hours.", "waited waited"),
        ("The town is 45 minutes from the airport.", "is"),
        ("It was three weeks before the vote.", "-"),
        ("The tunnel is two years late.", "late"),
        ("The train arrived 20 minutes late.", "arrived"),
    ],
    "not the word before": [
        ("Analysts see prices topping $4 within a month.", "topping topping"),
        ("Federal rules limit tarmac delays to three hours.", "limit"),
        ("The baby, born eight weeks early, is well.", "born"),
        ("He was banned from driving for 18 months.", "banned"),
        ("They cooked each printed sample for three minutes.", "cooked"),
        ("The firm opened the first blending house for 80 years.", "-"),
        ("Six months aboard the station is too long.", "aboard"),
        ("Astronauts will spend six months aboard the station.", "spend"),
    ],
    "spread over": [
        ("The survey was carried out over four days.", "carried"),
        ("She raised £9,000 over three years.", "raised -"),
    ],
    "by how much time": [
        ("She broke the record by two seconds.", "broke"),
        ("They missed the train by five minutes.", "missed"),
    ],
    "set off by commas": [
        ("Crews have been battling the blaze, which is out now, for five days.", "battling"),
        ("His wife visits every two weeks, a drive of four hours.", "visits -"),
        ("We stayed three nights at the inn, a ten-minute walk from the sea.", "stayed -"),
    ],
    "a period that is filled": [
        ("She has spent the past two years in Rome.", "spent"),
        ("The plan covers the next five years.", "covers"),
    ],
    "a frame": [
        ("In the past two years, rents have doubled.", "-"),
        ("Rents have doubled over the past two years.", "-"),
        ("It was the worst flood in three decades.", "-"),
        ("The goat died only twice in 90 minutes of play.", "died"),
        ("Survival rates after five years are low.", "-"),
        ("The bakery folded after 18 months.", "-"),
        ("He dropped out after nine months, having broken his left wrist.", "-"),
        ("Peace talks collapsed after five hours.", "-"),
        ("He resigned, after only 11 days in office.", "-"),
        ("The runway reopened three hours after the crash.", "-"),
        ("Take 20 minutes before bed.", "-"),
        ("The bridge was built seven years before the dam.", "-"),
        ("Your wages are paid, up to two days before payday.", "-"),
        ("She is the youngest person to hold the post in 80 years.", "-"),
    ],
}


@pytest.mark.parametrize(("text", "triggers"), [case for rows in DURATIONS.values() for case in rows])
def test_durations(text: str, triggers: str) -> None:
    assert " ".join(triggers_of(text)) == triggers


AGES: dict[str, list[tuple[str, str]]] = {
    "an age that says when": [
        ("At 16, he went to sea.", "went"),
        ("At the age of nine, she was diagnosed with asthma.", "diagnosed"),
        ("By the age of 20 he had left the island.", "left"),
        ("After nearly choking at the age of 12, she avoided plums.", "choking"),
        ("Aged 12, he moved to Turin.", "moved"),
        ("The painter died aged 91.", "died"),
        ("The keeper retired at 65.", "retired"),
        ("She took up yoga at 50, after her divorce.", "took"),
        ("When she was 27, she swam the lake.", "-"),
        ("Children under the age of 10 ride for free.", "-"),
    ],
    "an age that is said": [
        ("All the drivers were aged between 30 and 46.", "aged"),
        ("The tailor, who is in her early 40s, is from Cork.", "is"),
        ("A man in his 40s was shot near the quay.", "shot"),
        ("Police arrested a man in his 40s.", "arrested"),
        ("She was still baking two dozen rolls a week at the age of 85.", "baking baking"),
        ("Man, 34, jailed after blaze", "jailed"),
        ("Woman, 23, dies in crash", "dies"),
        ("Woman, 23, says she was robbed", "-"),
        ("A boy aged 15 was stabbed in the park.", "stabbed"),
        ("Adults aged 65 and over can get the vaccine.", "-"),
    ],
    "what befell a named person": [
        ("Joan Roe, 83, of Hale County, was found dead at home.", "dead"),
        ("Joan Roe, 83, of Hale County was found dead at home.", "dead"),
        ("Mark Lee, 42, died at the scene.", "died"),
        ("Ali Roe, 12, and his sister Ann, 9, drowned on Sunday.", "drowned drowned"),
        ("Dan Smith, 34, said the plan was bad.", "-"),
        ("Dan Smith, 34, of Hale County, pleaded guilty.", "-"),
        ("Dan Smith, 34, who lives in Hale, agreed.", "-"),
    ],
    "who speaks": [
        ("“I sold my boat,” said the 58-year-old, who now runs a kiosk.", "runs"),
        ("Ann Lee, a 32-year-old nurse from Leeds said the ward was full.", "-"),
    ],
}


@pytest.mark.parametrize(("text", "triggers"), [case for rows in AGES.values() for case in rows])
def test_ages(text: str, triggers: str) -> None:
    assert " ".join(triggers_of(text)) == triggers
