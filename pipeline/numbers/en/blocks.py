"""What looks like a number in English and is none, or is the name of something."""

from typing import Final

from pipeline.numbers.wordlists import word_set

# Word or mark sequences (lower case) around a number; the first number in them is where they are looked up.
IDIOMS: Final = """
9 / 11 | 7 / 7 | 24 / 7 | 50 / 50 | 50 - 50 | fifty - fifty | 20 / 20 | one on one | one - on - one | one by one
one another | one another's | one another’s | one day | own two feet | own two hands | first five - eighth
second five - eighth | at five - eighth | the back four | a back four | new back four | the back three
a back three | the back five | a back five | one of those days | one and only | one and the same | one at a time
one to watch
one bad apple | two to tango | a million times
two - way | one - way | two - faced | two - timing | second - hand | first - hand | four - letter | nine to five
9 to 5 | 9 - to - 5 | one - sided | one - time | one - off | one - stop | one - liner | one - size | two - step
five - and - dime | for one second | for one moment | cloud nine | catch - 22
seven seas | ten commandments | first of all | at first | first and foremost | first responder
first responders | first lady | first name | first aid | second nature | second thoughts | third party | third parties
third - party | third world | fourth estate | fifth column | sixth sense | seven network | zero sum | zero - sum
zero tolerance | zero - tolerance | net zero | net - zero | ground zero | one hit wonder | one - hit | two cents
a million miles away | one in a million | million dollar question | a thousand times | four corners | one way or another
for one thing | one thing | half time | half - time | half hearted | half - hearted | one last | one more time
at one point | one thing is | to one side | one ounce | one iota | one bit | 401 ( k
six - figure | seven - figure | eight - figure | five - figure | nine - figure | four - figure
six figures | seven figures | five figures | eight figures | back to back | two - fold problem
rule of two | rule of three | rule of six | 7 - eleven | seven - eleven | five eyes
best - of - three | best - of - five | best - of - seven | best - of - 3 | best - of - 5 | best - of - 7
two - wheeler | two - wheelers | three - wheeler | three - wheelers | four - wheeler | four - wheelers
zero - hours | zero - hour | 5.1 surround | 7.1 surround | 3 - pointer | 3 - pointers
three - point range | three - point line | three - point shot | three - point shots | three - point shooting
three - point arc | three - point land | three - point attempt | three - point attempts
3 - point range | 3 - point line | three - pointer | three - pointers | three - point percentage
first half | second half | half - brother | half - sister | half - life | half - mast | half - century | half century
"""

# Names that a number completes, in any case; the number is their name, whatever follows.
NUMBERED_NAMES: Final = word_set("""
    sp route highway interstate freeway motorway road channel article section part chapter title phase type
    category level grade game unit flight room gate apollo playstation xbox windows formula group pool district
    precinct ward zone sector episode season volume vol page pages figure fig table number no nos lot psalm pier
    terminal track platform euro stage tier class act amendment proposition prop measure resolution bill
    verse opus op model mark mk iphone ipad galaxy pixel note boeing airbus version ios android macos block
    exhibit count item line lane rule clause paragraph schedule appendix annex step day week round race
    heat bus train tram building studio stand box kepler voyager falcon soyuz ariane titan mi su mig sr cr
    pm covid nasdaq stoxx ftse s&p dow fortune nikkei russell dax cac ibex asx tsx kospi csi forbes billboard
    big top last final year key reference order local decree ref concerto sonata symphony
    artemis division omega web area war league gen generation radio
""")
# Of those, the ones that are common nouns: only a number that stands right behind and nothing counted follows.
MOSTLY_NOUNS: Final = word_set("""
    road case bill bus train building unit line item count stage stand day week round race heat box class act
    measure block page pages part group table rule model note no pool room track big top last final year key
    war division web area league generation radio
    game season mark number order local step type level lane article district zone sector ward title
""")
# "day two", "level 3": a noun in lower case without an article, and the number that it has.
NUMBERING: Final = word_set("""
    day game week round phase stage chapter episode season part level step set lap leg option version year tier grade
    appendix figure exhibit lane unit block station room ward berth plot reactor group class type bus pier camp sector
    zone milepost marker exit junction runway juror cell hangar bay bed warehouse apartment
""")
# Of those, what also classes a thing behind an article: "a stage 4 cancer", "the group 2 patients".
CLASSES: Final = word_set("type stage class level group tier category phase grade year season schedule")
NUMBERING_PLURALS: Final = word_set("""
    mileposts exits junctions wards units
    articles sections chapters pages rooms gates routes highways episodes seasons phases levels categories
    paragraphs verses clauses amendments lines platforms games rounds grades stages tiers counts
""")
STREETS: Final = word_set("""
    street st road rd avenue ave boulevard blvd lane ln drive dr court ct place pl terrace way parkway pkwy
    highway hwy square sq crescent close row alley plaza walk circle trail freeway broadway
""")
EMERGENCY: Final = {"911", "999", "112", "000", "101", "105", "111", "988", "311"}
CALL_WORDS: Final = word_set("""
    text texted call called calling calls dial dialed dialled dialing ring rang phone phoned freephone helpline
    hotline
""")
SCORE_CUES: Final = word_set("""
    win wins won beat beats beaten lose loses lost loss defeat defeated draw drew drawn tie tied lead leads led
    leading trail trails trailed trailing victory score scored score-line scoreline aggregate ahead behind down
    up record gone vote votes voted ruling ruled decision final result goal home away triumph rout edged series set
    sets deficit thrashed hammered equaliser equalizer game match comeback shootout penalties champion champions
    draws
""")
# "minus-5", "sub-300": the word before a hyphen that leaves its number a number.
OPEN_PREFIXES: Final = frozenset(
    {"magnitude", "minus", "sub", "under", "over", "plus", "early", "mid", "late", "non", "now", "then"}
)
AGE_PREFIXES: Final = frozenset({"under", "over", "u"})
AGE_MAX: Final = 125
STREETS_BEFORE: Final = frozenset(
    {"Ave", "Avenue", "Rue", "rue", "Via", "Calle", "Boulevard", "Place", "Plaza", "Quai"}
)
RANKS: Final = frozenset({"top", "bottom", "final", "last", "big", "great"})
# A capitalised word in front of a number that is no name it belongs to.
NOT_NAMED: Final = word_set("""
    the a an in on at to of and or for with by from as about over under than is was are were has had have i he
    she it they we you this that these those but if when after before since while only just nearly some more up
    least january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday all its his her
    their our age aged between around almost roughly approximately minus another
    among amongst amid including into within against per without despite claiming leaving injuring killing
    kill kills killed injure injures injured wound wounds wounded hurts hurt maims stab stabs stabbed shoot shoots shot
    murder murders murdered execute executes executed hang hangs hanged behead beheads slay slays drown drowns drowned
    bury buries buried trap traps trapped strand strands stranded displace displaces displaced evacuate evacuates
    evacuated arrest arrests arrested detain detains detained nab nabs nabbed jail jails jailed hold holds held
    sentence sentences sentenced convict convicts convicted charges charged indict indicts indicted deport deports
    deported abduct abducts abducted kidnap kidnaps kidnapped rescue rescues rescued free frees freed release releases
    released save saves saved evict evicts evicted neutralise neutralises neutralised neutralize neutralizes
    neutralized eliminate eliminates eliminated destroy destroys destroyed damage damages damaged gut guts gutted
    raze razes razed torch torches torched seize seizes seized recover recovers recovered infect infects infected
    sicken sickens sickened hospitalise hospitalises hospitalised hospitalize hospitalizes hospitalized leave leaves
    left claim claims claimed bust busts sack sacks sacked fires fired axe axes axed hires hired suspends suspended
    dead feared missing burn burns burned hits
""")
# "First Amendment", "Fifth Avenue": the ordinal is part of a name.
NAMED_ORDINALS: Final = word_set("""
    amendment avenue street circuit division army fleet battalion brigade regiment district reich republic world ward
    lady minister cavalry infantry squadron estate temple crusade symphony commandment
""")
PRODUCTS: Final = word_set("""
    smartphone phone handset tablet laptop console smartwatch headset camera drone robot chip processor rocket probe
    spacecraft capsule satellite lander rover missile torpedo jet airliner aircraft helicopter locomotive tractor
    motorcycle scooter sedan hatchback suv app game update vaccine variant reactor
    review teaser trailer
    spokesman spokeswoman spokesperson presenter reporter correspondent anchor host director
""")
YEAR_BEFORE: Final = frozenset({"in", "since", "by", "until", "before", "after", "during", "circa"})
