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
        ("The flood has cost an estimated [3,000 lives].", "cost"),
        ("The storm left [22 people] dead.", "dead"),
        ("State radio reported the deaths of [at least nine sailors].", "deaths"),
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
    "CONVICT": [("She was sentenced to [30 weeks] in prison.", "sentenced")],
    "ATTACK": [("[Five chapels] and [a paper mill] had been hit by stray rockets.", "hit hit")],
    "DESTROY": [
        ("[14 tanks], [10 guns], [more than 60 vehicles] were destroyed.", "destroyed destroyed destroyed"),
        ("They shot down [two jets].", "shot down"),
        ("Air defences destroyed and jammed [33 drones].", "destroyed"),
    ],
    "DAMAGE": [("The quake damaged [60 houses].", "damaged")],
    "PROTEST": [("[Several 100 people] demonstrated.", "demonstrated")],
    "EMPLOY": [("The plant employs [900 people].", "employs")],
    "DISMISS": [("It will lay off [600 workers].", "lay off"), ("Tarn Air is planning to cut [2,500 jobs].", "cut")],
    "RESIGN": [("[Six ministers] resigned.", "resigned")],
    "ELECT": [("[Two women] were elected.", "elected")],
    "SELL": [("The painting sold for [$6,000].", "sold")],
    "BUY": [("The army bought [12 helicopters].", "bought")],
    "PAY": [("They agreed to inject [$2.5 million].", "inject"), ("The group gave [$5.9 million] to him.", "gave")],
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
        ("The ferry carried [a crew of nine] and [two vets].", "carried carried"),
    ],
    "PRODUCE": [("The state built [300 homes].", "built")],
    "CLOSE": [("They cancelled [40 trains].", "cancelled"), ("[300 school districts] closed.", "closed")],
    "ATTEND": [("[4,000 runners] registered for the relay.", "registered")],
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


# What a verb governs, by the shape of the clause: rule -> sentences.
SHAPES: dict[str, list[tuple[str, str]]] = {
    "a verb in no table stands where only a verb can": [
        ("The [five firms] can now quibble over it.", "quibble"),
        ("He hopes to hoik [four bags].", "hoik"),
        ("A law authorizing [$14 million] passed.", "authorizing"),
    ],
    "a verb and its preposition": [
        ("Marsh threw for [three touchdowns].", "threw"),
        ("He pleaded guilty to [six counts] of fraud.", "pleaded"),
        ("The panel consists of [12 members].", "consists"),
        ("The crash resulted in [12 claims].", "resulted"),
        ("The match was decided by [four points].", "decided"),
        ("Tickets will start at [$99].", "start"),
    ],
    "where it happened": [
        ("Crews walked out at [three airports].", "walked"),
        ("Fishing has been outlawed in [nine bays].", "outlawed"),
        ("Her notes are published in [two books].", "published"),
        ("Hail was recorded at [50 sites].", "recorded"),
        ("The film opens Friday in [1,200 theaters].", "opens"),
        ("She has won a title in [four countries].", "won"),
        ("They stacked them all in [one corner].", "stacked"),
        ("The fund has a stake in [27 firms].", "has"),
        ("Probes found water on [13 moons].", "found"),
        ("The chain has offices in [40 towns].", "has"),
    ],
    "where what is counted happened is no event of the place": [
        ("[9,500 porters] walked out at [three airports].", "walked -"),
        ("[400 families] are living in [11 camps].", "living -"),
        ("She gave [40 concerts] on [five continents].", "gave -"),
        ("Nurses in [19 towns] and [two ports] will see changes.", "- -"),
        ("Police crushed the protests in [100 cities].", "-"),
    ],
    "further left": [
        ("The deal brings the number of stores to [14].", "brings"),
        ("It fits the van with [five sensors].", "fits"),
        ("The plan reduces the price of power generated by the plants to [$5].", "reduces"),
        ("There was a reduction in module costs from [$5] to [$3].", "reduction reduction"),
        ("They want to lift output, cut dust by [90%] and plant trees.", "cut"),
        ("Cities increased the efficiency of boilers [from 23%] to [35%].", "increased increased"),
        ("He would direct money from the [$2 billion] in reserves.", "-"),
    ],
    "an amount of a noun": [
        ("She has a net worth of [$64 million].", "has"),
        ("The group expects operating profit of [$48 million].", "expects"),
        ("The shop closed in May with debts of [$90,000].", "-"),
        ("They dug to a depth of [38 kilometers].", "dug"),
    ],
    "two objects": [
        ("My bank gave me [12 weeks].", "gave"),
        ("The plan can save families [$300].", "save"),
        ("Each clerk will be given [$500].", "given"),
    ],
    "durations": [
        ("The dough rests for [36 minutes].", "rests"),
        ("He wrapped up his win in [two minutes].", "wrapped"),
        ("They must be in the office [three weeks] a year.", "-"),
        ("She works in the clinic [three weeks] a year.", "works"),
        ("It was its worst result in [three decades].", "-"),
        ("Talks went on for [two weeks] after the vote.", "went on"),
    ],
    "an adjective before the number": [
        ("They handled a staggering [14 cases].", "handled"),
        ("She shared her top [six tips].", "shared"),
        ("She was taken to a clinic [30 kilometers] away.", "away"),
    ],
    "subjects and what is put between": [
        ("[Two aid workers] (one from Ghana) were freed.", "freed"),
        ("[Two aid workers] — a nurse and a cook — were freed.", "freed"),
        ("[Three rooms], suites and cabins have been rebuilt.", "rebuilt"),
        ("The [three games] went to extra time.", "went"),
        ("The [14 firms] also feature in the list.", "feature"),
        ("After [two schools] were closed, pupils left.", "closed"),
        ("The mill had [3 tons] at that point and shut.", "had"),
        ("[4] total.", "-"),
    ],
    "participles behind the noun": [
        ("With [five teams] playing at once, seats ran out.", "playing"),
        ("It ended with [one game] remaining.", "remaining"),
        ("[3 gold], [2 silver], [1 pass] defended.", "- - defended"),
        ("[Three guards] and [two cooks] killed in the blast were brothers.", "killed killed"),
    ],
    "members of lists": [
        ("It hired the Academy, the Institute and [three other schools].", "hired"),
        ("[Six people] died, [four] of them women.", "died died"),
        ("[Six people] were hurt, including [two girls].", "hurt hurt"),
        ("It has a value of [$88 million] (or [$71 million] or [$9 million]).", "has has has"),
        ("The oven reached [40 degrees] ([104 degrees]).", "reached reached"),
        (
            "They have a [35%] higher chance of catching a chill, a [22%] higher chance of cramp and [4%] of gout.",
            "have have have",
        ),
    ],
    "behind a relative or another subject": [
        ("[28 people] who were near him were tested.", "tested"),
        ("It added [40 users] and the village grew.", "added"),
        ("[Three officials] said the plan was dead.", "said"),
        ("A study in which [20 adults] drew maps.", "drew"),
        ("The [two firms] that merged were sold.", "sold"),
    ],
    "intransitive verbs and durations": [
        ("Patients on the list wait [9 weeks].", "wait"),
        ("The opening came [two weeks] after the vote.", "-"),
        ("He has avoided it for [seven years] after the vote.", "avoided"),
    ],
    "words that look like verbs": [
        ("Without a set date, the [two sides] met.", "met"),
        ("It raised its annual exports to [$30 billion].", "raised"),
        ("It runs at [$9], as opposed to [$3].", "runs -"),
        ("The fee can last anywhere from [two weeks] to [three weeks].", "last last"),
        ("Cities hold [3%] of the land but account for [60%] of the dust.", "hold account"),
        ("The looks in each show take [four minutes].", "take"),
    ],
    "margins, rates and shares": [
        ("Exports offset a [3%] drop in farming.", "offset"),
        ("The change brings growth to an annual rate of [3%].", "brings"),
        ("Half of them have household incomes of [$25,000].", "have"),
        ("The sale includes [12 paintings].", "includes"),
        ("She has been there an extraordinary [270 times].", "-"),
        ("She has visited them an extraordinary [270 times].", "-"),
        ("All it took was [one loose bolt].", "took"),
        ("The clip draws [5 views], sometimes [9 views].", "draws draws"),
        ("We stared at the fog and rain for [nine weeks].", "stared"),
    ],
    "clauses without their own subject": [
        ("There are [four] we already know.", "know"),
        ("With [six games] to play, they lead.", "play"),
        ("It ended with [ten members] of the club already arrested.", "arrested"),
        ("For [over 20 years] they had refined it.", "refined"),
        ("It had an effect within [two weeks].", "had"),
        ("It was a walk of [two weeks].", "-"),
        ("A poll of [1,500 voters] conducted in May found little.", "poll"),
        ("It is made thanks to [seven gifts].", "-"),
        ("The light is [ten times] brighter than before.", "brighter"),
        ("A ban on ‘exploitative’ [two-hour jobs] is near.", "-"),
        ("They banned the ‘exploitative’ [two-hour jobs].", "banned"),
    ],
    "links, appositions and levels": [
        ("[Nine villagers] remain missing.", "missing"),
        ("[Nine villagers] remain trapped.", "trapped"),
        ("[Two teachers] remain in care.", "remain"),
        ("Shells killed a woman and her [two sons].", "killed"),
        ("He has served as mayor for [12 years].", "served"),
        ("The victim, [a 34-year-old baker] from York, died.", "died"),
        ("The author, [a 34-year-old baker], said nothing.", "-"),
        ("The yen traded at [145] to the dollar.", "traded"),
    ],
    "a demonstrative is no relative": [
        ("They said the [$6 goal] of that plan had been reached.", "reached"),
        ("The [two cases] of that kind were closed.", "closed"),
    ],
    "courts, crowds and delays": [
        ("He pleaded not guilty to [34 counts].", "pleaded"),
        ("A jury convicted her on [four counts].", "convicted"),
        ("[Three men] accused of the theft have been freed.", "freed"),
        ("The fair drew crowds of [50,000].", "drew"),
        ("Trains were delayed by [two weeks].", "delayed"),
        ("They cut the forecast to [$5] from [$6].", "cut cut"),
        ("Cases rose to [127], up from [98].", "rose up"),
    ],
    "what others own, and what is handed on": [
        ("They closed the company's [12 stores].", "closed"),
        ("It is one of the planet's [79 moons].", "-"),
        ("I am not convinced [nine acts] even deserve to be here.", "deserve"),
        ("They sold us the right to use it for [$5 million].", "sold"),
        ("You can get headphones for just [$16].", "get"),
        ("He faces [9 weeks] in jail and a fine of [$250].", "faces faces"),
    ],
    "marks, dashes and agreement": [
        ("He would “gladly” sign the [$4 billion] budget.", "sign"),
        ("He spent [40 weeks] — [280 weeks] in dog time — there.", "spent spent"),
        ("They have [three children] — [two girls] and [a boy].", "have have have"),
        ("This includes [3%] for roads, plus [up to 1%] for rail.", "includes includes"),
        ("It follows the exit of [three vets] who quit in May.", "quit"),
        ("The deal got the backing of [two parties].", "-"),
        ("They got [two seats].", "got"),
        ("Buyers anted up [$129].", "anted"),
        ("Four of those, [two] of them new, remain open.", "-"),
    ],
    "prepositions of several words, and who receives": [
        ("She was held in custody in lieu of [$3,000] bail.", "held"),
        ("The cook was tested after the meal, along with [28 guests].", "tested"),
        ("It was spent on loans to bakers hit by floods, to the tune of [$16 million].", "spent"),
        ("Nurses — most of them new — make up [5%] of the staff.", "make"),
        ("The town will mail a leaflet to [five million households].", "mail"),
        ("The town will discuss a leaflet on links to [12 villages].", "-"),
        ("She wants to set out plans for [35 bills].", "set"),
        ("She spoke of plans for [35 bills].", "spoke"),
        ("She saw a pod of [30 dolphins].", "saw"),
        ("The wall was tested on [two occasions].", "tested"),
    ],
    "for how long up to now": [
        ("Ann has taught there for the last [nine years].", "taught"),
        ("Freshly added output for the first [nine months] was low.", "-"),
        ("The firm had three losses in the past [four years].", "-"),
    ],
    "scores and changes": [
        ("Ann is narrowly leading, [47%] to Joan's [41%].", "leading leading"),
        ("Ann lags behind her rival Joan Lee [43% to 48%].", "lags"),
        ("It reduced the herd from [450,000] down to [350,000].", "reduced reduced"),
        ("They left, with sales to Peru in May 2019 falling to [$3 million].", "falling"),
    ],
    "who fails, says and gives": [
        ("[19 letters] failed to reach the village.", "failed"),
        ("They failed to reach [19 villages].", "reach"),
        ("[One fan] said Ann's voice was perfect for it.", "said"),
        ("[Three men] reported missing have been found.", "found"),
        ("An hour of charging gives you [three hours].", "gives"),
        ("There are [three more trials] underway.", "underway"),
        ("[Two] of the [three signs] ― rain and wind ― are found here.", "found -"),
    ],
    "states without a class": [
        ("[Five people] are familiar with the plan.", "familiar"),
        ("It is off, according to [three clerks] familiar with the plan.", "-"),
        ("[Three trials] are underway.", "underway"),
        ("She has been synonymous with it for [25 years].", "synonymous"),
        ("When she was [five months] pregnant, she left.", "pregnant"),
    ],
    "clauses with a name": [
        ("The [$4 billion] Peru sends to the army is little.", "sends"),
        ("The [12 games] Oxford played.", "played"),
        ("It left £13 billion, [£6 billion] of which Ann wants to hold.", "hold"),
        ("The [$4 billion] Peru deal is off.", "-"),
    ],
    "what stands beside": [
        ("He had amassed great wealth — [at least $5,000].", "amassed"),
        ("They drove to the bank ([$5,000]).", "-"),
        ("Ann saw [46 cars], compared with [106 cars] before.", "saw saw"),
        ("Fire killed [12 soldiers] and [3 guests] who fled.", "killed killed"),
        ("He made it [seven wins].", "made"),
        ("The rule helped a family of [three].", "helped"),
        ("It brought a reduction in real income of [$3 million].", "reduction"),
    ],
    "what a sentence asks for": [
        ("Mix [two spoons] of salt with water.", "Mix"),
        ("A mix of [two teas].", "-"),
        ("Save [$50].", "Save"),
        ("Just choose the [two cakes] at hand.", "choose"),
        ("Round [two].", "-"),
    ],
    "up and down": [
        ("The fee will go up from [$65] to [$110].", "go up go up"),
        ("Women make up [70%] of the staff.", "make"),
        ("Shares closed up [5%].", "up"),
    ],
}


@pytest.mark.parametrize(("marked", "triggers"), [case for rows in SHAPES.values() for case in rows])
def test_shapes_of_clauses(marked: str, triggers: str) -> None:
    text, sentences, mentions = read_marked(marked)
    assert " ".join(m.event_trigger or "-" for m in attach_events(text, sentences, mentions)) == triggers


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("A girl, 15, was charged with arson.", ["charged"]),
        ("She has a daughter, Lily, 17, and a dog.", ["has"]),
        ("Lily, 17, has a daughter.", [None]),
        ("A third suspect, aged 17, was released on Monday.", ["released"]),
        ("Denise Harkwell, 57, was there.", [None]),
        ("She began lessons at the age of four.", ["began"]),
        ("She was driven to the port with another 16-year-old sailor.", ["driven"]),
        ("The change worried the 81-year-old's doctor.", [None]),
        ("The two-time champion won.", [None]),
        ("The mother-of-three warned the referee.", [None]),
        ("They banned people currently aged 14 from it.", ["banned"]),
        ("The prize goes to 40 year old Ann Lee.", ["goes"]),
        ("It is powered by two engines.", ["powered"]),
        ("It was mounted by two militias.", [None]),
        ("She is committed to a three-lane road.", [None]),
        ("A row involving the singer and two senators looks over.", ["involving"]),
        ("Grains smaller than 4.5 microns that can clog it are rife.", [None]),
        ("Rivals reported revenue of $5 billion.", ["reported"]),
        ("The party beat its rival by roughly 155,000 votes.", ["beat"]),
        ("She bought 4 ounces cooked rice.", ["bought"]),
        ("Rice: 4 ounces cooked chicken.", [None]),
        ("He is serving a 20-year sentence.", ["serving"]),
        ("9 minutes of heating gives you two hours of warmth.", ["gives", "gives"]),
        ("Two hours passed before it was out.", ["passed"]),
        ("The twins missed out on a combined six weeks of sleep.", ["missed out"]),
        ("I'm 58 and was afraid to ask.", [None]),
        ('"It was hard," wrote 43-year-old Ann Lee.', [None]),
        ("Ann wrote to a 43-year-old nurse.", ["wrote"]),
        ("Just one in six tenants (17%) think the lift is working.", ["think", "think"]),
        ("For the past four decades, Ann has worked with Joan.", ["worked"]),
        ("She saw a flock of 40 geese one day, about five miles out.", ["saw", None]),
        ("They want to end an 18-year war.", [None]),
    ],
)
def test_ages_and_compounds(text: str, triggers: list[str | None]) -> None:
    assert [m.event_trigger for m in find_mentions(text, language="en") if m.is_quantity] == triggers


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The yield hit 16%.", "REACH"),
        ("Shells hit four hospitals.", "ATTACK"),
        ("Customs seized three phones.", "SEIZE"),
        ("Customs seized three suspects.", "ARREST"),
        ("The mill cut 40 jobs.", "DISMISS"),
        ("The mill fired 40 workers.", "DISMISS"),
        ("The mayor ordered 200 residents to leave.", None),
        ("The army ordered 200 rifles.", "BUY"),
        ("The senator raised $12 million.", "EARN"),
        ("About 70 percent of adults have received it.", None),
        ("The gunman fired 12 shots.", "ATTACK"),
        ("The craft lifted off with four pilots.", None),
        ("The council cut 40 trees.", None),
        ("Rioters burned 12 houses.", "DESTROY"),
        ("The blaze burned two guards.", "WOUND"),
        ("The studio shot two films there.", None),
        ("On the wall hang 14 portraits.", None),
        ("The navy retired 12 ships.", None),
        ("The judge dismissed two claims.", None),
        ("The firm dismissed two clerks.", "DISMISS"),
        ("He struck two deals.", None),
        ("The firm contracted three builders.", None),
        ("About 40 pupils contracted measles.", "INFECT"),
        ("He jumped two fences.", None),
        ("The song climbed two places.", "RISE"),
        ("The court heard 40 cases.", None),
        ("The clinic reported 40 cases.", "INFECT"),
        ("Two men held a banner.", None),
        ("Two men are being held.", "ARREST"),
        ("Residents lived through three floods.", None),
        ("The pair faced two boos.", None),
        ("The pair faces two charges.", "CHARGE"),
        ("Five people fell from a roof.", None),
        ("The teams gathered 14 tons of rice.", "SUPPLY"),
        ("About 300 people gathered.", "PROTEST"),
        ("That brings the death toll to 28.", "KILL"),
        ("The toll of injured stood at 60.", "WOUND"),
        ("It took the number of injured to 40.", "WOUND"),
        ("Drivers pay 28 tolls.", None),
        ("Three men were shot dead.", "KILL"),
        ("Police shot two gunmen dead.", "KILL"),
        ("Two guards were beaten to death.", "KILL"),
        ("A 16-year-old was stabbed to death.", "KILL"),
        ("Forty people lost their lives.", "KILL"),
        ("Two men lost their jobs.", "LOSE"),
        ("Seven children were among the dead.", "KILL"),
        ("The number of dead rose to 40.", "KILL"),
        ("The number of people killed in the quake has passed 2,000.", "KILL"),
        ("The number of sales rose to 40.", "RISE"),
        ("At least 112 are known to have died.", "KILL"),
        ("The injured included four tourists.", "WOUND"),
        ("Growth slowed to 1.2 percent.", "FALL"),
        ("Officers made 14 arrests.", "ARREST"),
        ("The party received 214,300 votes.", "ELECT"),
        ("The team made 12 appearances.", None),
        ("Ashford hit 82 off the spinners.", "REACH"),
        ("Inflation hit a 40-year high.", "REACH"),
        ("Lund shot a 71.", None),
        ("The Bulls shot 48.2% from the field.", None),
        ("The gunman shot 12 men.", "WOUND"),
        ("The Dow closed at 38,460.", None),
        ("The council faces a £34m hole.", None),
        ("The council faces a £3m fine.", "CHARGE"),
        ("The plan targets 400,000 homes.", None),
        ("The bank fired 340 staff.", "DISMISS"),
        ("The guard fired in 24 points.", None),
        ("The opener struck 14 fours.", None),
        ("The Reds rallied from 12 points down.", None),
        ("The judge ordered 200 hours of unpaid work.", None),
    ],
)
def test_a_class_is_of_what_is_counted(text: str, event_type: str | None) -> None:
    (mention,) = find_mentions(text, language="en")
    assert mention.event_type == event_type


def test_every_class_has_an_example() -> None:
    assert set(event_types()) == set(CORPUS)


@pytest.mark.parametrize(
    "marked",
    [
        "There are [three reasons].",
        "The value is [$44 million].",
        "Some [$1] bills are rare.",
        "The mother of [two boys] is ill.",
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
        ("The army denied that [20 civilians] had been killed.", "denied"),
        ("None of the [two men] was hurt.", "denied"),
        ("Police have not yet found [two men].", "denied"),
        ("A judge cleared her of killing [two men].", "denied"),
        ("They refused to pay [$5 million].", "denied"),
        ("He can’t afford to pay [$5 million].", "denied"),
        ("She was unable to save [two men].", "denied"),
        ("Some of the [20 plants] may have since been closed.", "possible"),
        ("They could not reach the village where [20 people] were killed.", "asserted"),
        ("The mill plans to cut [400 jobs].", "possible"),
        ("He is accused of stealing [two cars].", "possible"),
        ("If [two ministers] resign, the government falls.", "possible"),
        ("[Two men] are presumed missing.", "possible"),
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
    text, sentences, mentions = read_marked("Edda Falk, [57], a glazier from Lorne, left.")
    ages = [replace(m, kind="age") for m in mentions]
    assert [m.event_trigger for m in attach_events(text, sentences, ages)] == [None]


def test_unknown_language_changes_nothing() -> None:
    text, sentences, mentions = read_marked("The blast killed [two soldiers].")
    assert attach_events(text, sentences, mentions, "xx") == mentions


@pytest.mark.parametrize(
    "text", ["0,1000", "1000-", "two-", "12-year", "(5", "of 5 of", "“5” ‘6’ 7", "to 12 to", "who 3"]
)
def test_odd_texts_have_no_event_and_break_nothing(text: str) -> None:
    assert [m.event_trigger for m in find_mentions(text, language="en") if m.event_trigger] == []
