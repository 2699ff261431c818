"""What verbs, nouns and a mere "be" say of counts, shares, money and measures in the clauses of news."""

import pytest

from pipeline.numbers import find_mentions

# rule -> (sentence, the trigger of each of its quantities; "-" is none)
CLAUSES: dict[str, list[tuple[str, str]]] = {
    "who acts": [
        ("The march was watched by more than 200 officers.", "watched"),
        ("The envoy was greeted by a crowd of about 300.", "greeted"),
        ("A clerk was shot by two masked gunmen.", "shot"),
        ("The plan is backed by 61 percent of voters and opposed by 22 percent.", "backed opposed"),
        ("The raid was mounted by two militias.", "-"),
        ("The talks have stalled, according to three officials.", "-"),
    ],
    "from one number to another": [
        ("The college went from 600 pupils and 40 teachers in 2010, to 210 pupils.", "went went went"),
        ("Membership is set to grow from 12 clubs today to as many as 40 by spring.", "grow grow"),
        ("Unemployment fell in the north, from 6.1 percent to 5.4 percent.", "fell fell"),
        ("The road from two villages to three farms is shut.", "- -"),
    ],
    "what a sentence asks for": [
        ("Plant 12 bulbs along the fence.", "Plant"),
        ("To the soup, add the juice of two limes.", "add"),
        ("Please bring three towels.", "bring"),
        ("Plan B: 12 tents.", "-"),
    ],
    "nouns of doing": [
        ("The victories in four primaries gave him a lead.", "victories"),
        ("A survey of 2,400 nurses found low morale.", "survey"),
        ("Crews completed installation of the three turbines.", "installation"),
        ("He fears defeat at the hands of nine rebels.", "defeat"),
        ("They met for a prisoner swap for two captains.", "swap"),
        ("The mother of three boys spoke.", "-"),
        ("The bill passed by a 212-198 vote with 11 absences.", "-"),
    ],
    "words that look like verbs": [
        ("The fund has stakes in 27 companies.", "has"),
        ("Cabin lighting features 64 shades.", "features"),
        ("A 2.5-liter engine powers the front wheels.", "powers"),
        ("Debts in the sector total $3 billion.", "total"),
        ("Get CABLE for just $5.", "Get"),
        ("The family has seven goats.", "has"),
    ],
    "participles before a noun": [
        ("A storm with sustained winds of 60 mph is near.", "-"),
        ("They followed 42 tagged whales.", "followed"),
        ("The mill wants to cut 400 jobs.", "cut"),
        ("One in three tenants have housing problems.", "have"),
        ("Revenue for the quarter ended in May sank to $3 million.", "sank to"),
    ],
    "what is said of somebody else": [
        ("Some 1,200 clerks at two plants walked off.", "walked -"),
        ("Nearly 70 percent of those polled said no.", "said"),
        ("A third of the budget, or $90 million, goes to debt.", "goes goes"),
        ("Shares of Ashdown were down 2.3%, Burley by 2.6%.", "down down"),
        ("Fees will go up by $400, to $11,200.", "go up go up"),
        ("He took bribes from three contractors.", "took"),
        ("The mall, founded in 1998 with three shops, closed.", "founded"),
    ],
    "compounds as subjects": [
        ("A 12-member ethics panel meets in May.", "meets"),
        ("The 180 page book comes with a map.", "comes"),
        ("These 18-inch wheels have a rim of steel.", "have"),
        ("The car is powered by a 2.4-liter engine.", "powered"),
    ],
    "participles in the phrase": [
        ("With three confirmed cases, panic grew.", "confirmed"),
        ("The fate of 2,000 displaced families is unclear.", "displaced"),
        ("Data from 86 ground stations is lost.", "-"),
    ],
    "how, and for each": [
        ("It remains by one measure the tallest.", "-"),
        ("The ward has one nurse for every 12 patients.", "has has"),
        ("Vann rushed for 101 yards and a touchdown on 14 carries.", "rushed rushed"),
        ("The line reported three cancellations.", "reported"),
        ("Though the two pour millions into it, it is poor.", "pour pour"),
    ],
    "another subject": [
        ("Ties between the two countries have soured.", "-"),
        ("Fog at all three airports caused delays.", "-"),
        ("The lives of 40 miners were hard.", "-"),
        ("I found out 14 neighbours, for whatever reason, signed it.", "signed"),
        ("Of the two thirds of buyers who complained, few left.", "complained"),
    ],
    "the only verb is of the subject": [
        ("The parents of three girls sued.", "-"),
        ("The quarrel of two cooks spoiled their soup.", "-"),
        ("A van packed with 20 crates crashed.", "packed"),
        ("Three of the four lamps lit up.", "lit -"),
        ("The 12 clerks said they had left.", "said"),
        ("She found 14 cans and two broken chairs.", "found found"),
        ("He has a goat and two hens named Pearl and Ann.", "has has"),
        ("How did 14 guards miss him?", "miss"),
        ("The firm, along with two rivals, was fined.", "fined"),
        ("The suit, filed on behalf of 12 tenants, failed.", "filed"),
        ("Born to two clerks, she left.", "Born"),
        ("They freed 39 men in exchange for 13 women.", "freed freed"),
        ("Some want to double that to $2,400.", "double"),
    ],
    "verbs with a noun or a pronoun": [
        ("The abbey is playing host to a total of 40 shows.", "playing"),
        ("The bear gave birth to two cubs.", "gave"),
        ("The new springs lower it two inches.", "lower"),
        ("Sales in the Alps grow by 9%.", "grow"),
        ("She left behind three sons.", "left"),
        ("It brought the drag down to 0.24%, with air being led over the roof.", "down"),
    ],
    "relatives and infinitives": [
        ("He is one of only three pilots to have crossed it.", "crossed"),
        ("Unlike our 12 towns, which are packed, theirs are empty.", "packed"),
        ("It is a boost for the three-term mayor, who is leading.", "-"),
        ("There are 10 huts to find.", "-"),
        ("The two rivals have struggled to gain ground.", "struggled"),
    ],
    "nouns and verbs of one form": [
        ("The dam supplies water to 40 towns.", "supplies"),
        ("House prices jump 9% in spring.", "jump"),
        ("Divide the dough into eight pieces.", "Divide"),
        ("Makes 24 cookies.", "Makes"),
        ("She replaced the carburetor, two belts and the fan.", "replaced"),
        ("Divers recovered the bodies of two boys.", "recovered"),
    ],
    "clauses beside clauses": [
        ("30 neighbors with tractors showed up.", "showed"),
        ("The cuts, which amount to 8 percent of it, hurt.", "amount"),
        ("The doors, which weigh two tons, are shut.", "weigh"),
        ("She is one of nine mayors running for it.", "running"),
        ("The price has more than doubled, to $4.80.", "doubled"),
        ("More troops, perhaps 2,000, will follow.", "follow"),
        ("There are 40 students studying there.", "studying"),
        ("They saw it going to $1.", "going"),
        ("Sales fell short of estimates of $3 million.", "fell"),
        ("It needs the approval of nine judges.", "-"),
        ("The town, to which two roads lead, is poor.", "lead"),
    ],
    "marks, sizes and cells": [
        ("Two cooks - a father and a son - were freed.", "freed"),
        ("We thank our 350 partners - you could not ask for better.", "thank"),
        ("They want to study the 1,900-mile-wide moon.", "-"),
        ("$6,500 and he walked free.", "-"),
        ("Two goals, Totals 40 points.", "- -"),
        ("It has a 12 MP back camera.", "has"),
        ("About 8 ripe pears, nutmeg, ginger, ground cloves.", "-"),
    ],
    "prices and wholes": [
        ("The blender ($25 off) is in stock.", "off"),
        ("It is 30 percent off for members.", "off"),
        ("A court threw out two of his three convictions.", "threw -"),
        ("The skull is of one of three related species.", "-"),
    ],
    "past what describes the subject": [
        ("Three players with long contracts want to leave.", "leave"),
        ("Two singers with loyal fans make records.", "make"),
        ("Millions of Americans rely on the service.", "rely"),
        ("Two rivals in the plan for a port.", "-"),
    ],
    "a mere be": [
        ("More than 60% of patients are from rural areas.", "are"),
        ("Nearly half of the drivers are women.", "are"),
        ("Some 40 percent were blind.", "blind"),
    ],
    "states of two words": [
        ("There are two bids still in contention.", "in contention"),
        ("Floods in Kent and 900 homes without power.", "without power"),
        ("The shop is in need of 12 chairs.", "-"),
    ],
    "a compound behind a preposition": [
        ("He grew up on the 900-acre farm of his uncle.", "-"),
        ("The coat is made with a 20-metre thread.", "made"),
        ("It has a roof-mounted 12-kilowatt panel.", "has"),
        ("The van comes standard with four airbags.", "comes"),
    ],
    "tries, totals and amounts": [
        ("Smith ran for 120 yards on 22 carries.", "ran ran"),
        ("The fort is home to a total of 240 paintings.", "home to"),
        ("The moped gets the equivalent of 90 miles per gallon.", "gets"),
        ("They live at an altitude of 1,200 metres.", "live"),
        ("He lost to Brown by 4,000 votes.", "lost"),
    ],
}


@pytest.mark.parametrize(("text", "triggers"), [case for rows in CLAUSES.values() for case in rows])
def test_what_is_said_of_a_number(text: str, triggers: str) -> None:
    found = [m.event_trigger or "-" for m in find_mentions(text, language="en") if m.is_quantity]
    assert " ".join(found) == triggers
