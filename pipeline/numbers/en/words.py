"""Closed classes of English: where a noun phrase cannot go on, and what a noun phrase looks like."""

from typing import Final

from pipeline.numbers.en import changes as changes
from pipeline.numbers.en import governing as governing
from pipeline.numbers.wordlists import word_set

# A noun phrase ends in front of these.
STOPS: Final = word_set("""
    about above across after against along alongside amid amidst among amongst around as at atop aboard because
    before behind below beneath beside besides between beyond but by despite down during except for from in
    inside into like minus near next of off on onto opposite out outside over past per plus since through
    throughout till to toward towards under underneath unlike until up upon versus via vs with within without
    worth and or nor yet so if although though while whereas when where whether why how than that which who whom
    whose what i you he she it we they me him us them myself himself herself itself themselves ourselves
    yourself this these those my your his her its our their mine yours hers ours theirs a an the no any every
    each either neither both everyone someone anyone everything something anything nothing nobody somebody is
    are was were be been being am isn't aren't wasn't weren't has have had hasn't haven't hadn't having do does
    did don't doesn't didn't will would shall should can could may might must can't cannot won't wouldn't
    couldn't shouldn't ago later earlier now then there here today yesterday tomorrow tonight again already also
    always almost even ever first just last merely never nearly not often once only perhaps quite rather really
    simply soon still therefore thus together too very yes annually monthly weekly yearly apiece respectively
    alone away back ahead apart instead according including excluding involving following concerning regarding
    said says say told tells tell added adds called came come comes became become becomes gave give gives went
    go goes got gets get made make makes took take takes saw see sees knew know knows left leave leaves fell
    fall falls rose rise rises grew grow grows won wins lost lose loses died die dies began begin begins
    ran run runs met meet meets kept keep keeps held hold holds stood stand stands lay lie lies sat sit sits
    spoke speak speaks paid pay pays sold sell sells bought buy buys sent send sends spent spend spends built
    brought bring brings thought think thinks felt feel feels found find finds fled flee flees shot struck hit
    led wore wrote drove flew drew threw broke chose hid rode stole swore woke drowned reported remain remains
    several many few enough taken given seen gone done driven heard caught fought taught sought swept slept shook sank
    sang sprang swam swung stuck tore blew ate froze wept forgot shrank sprung clung arose awoke bore bent beset
    bled bred crept dealt dug foresaw forgave leapt lent overtook rang shone slid slung spun strode strove undertook
    compared withdrew withdrawn hidden owe owes beat beaten exceed exceeds withstood wrung befell dwelt meant
    include includes included suffered sustained
    seem seems appear appears need needs want wants live let lets turn turns believe believes
    expect expects show shows shown arrive arrives return thanks
    that's who's what's where's there's here's it's he's she's let's how's i'm i've i'll i'd you're you've you'll
    you'd we're we've we'll we'd they're they've they'll they'd he'll he'd she'll she'd it'll it'd that'd that'll
    who've who'd who'll mightn't mustn't needn't ain't
""")

# Of these, what is a noun behind any number but one, whose verb has no s: "12 wins", "40 sold-out shows".
ALSO_PLURALS: Final = word_set("""
    shows wins runs falls rises turns returns finds meets needs holds stands takes leaves buys sits
""")

WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
# Before the noun, but no part of it: "14 more people", "three other men".
FREQUENCIES: Final = frozenset({"monthly", "weekly", "yearly", "annual", "daily", "hourly", "quarterly"})
MODIFIERS: Final = frozenset(["more", "further", "additional", "extra", "such", "earlier", "later"])
# "half of the districts", "nine of these pairs"
DETERMINERS: Final = word_set("""
    the these those its his her their our my your all a an this that
""")
THEM: Final = frozenset({"them", "us", "you", "which", "whom", "those", "these"})
# What can be said of counted people where the noun is left out: "98 wounded", "12 dead".
STATES: Final = word_set("""
    dead wounded injured killed missing hurt arrested detained hospitalized hospitalised homeless displaced
    infected rescued evacuated kidnapped abducted trapped sick ill unaccounted stranded jailed unharmed
    drowned executed poisoned convicted acquitted
    critically seriously severely lightly slightly badly alive presumed confirmed feared believed reported
""")
NUMBERS: Final = word_set("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
    dozens hundreds thousands millions
""")
# No persons: "a toll of 40, with 90 injured", "19 bodies and 60 wounded".
NO_PERSONS: Final = word_set("""
    toll total tally life body corpse case death fatality casualty arrest injury attack strike raid explosion blast bomb
    missile rocket drone tank shell fire quake earthquake home house building school hospital shop store tent vehicle
    car truck lorry bus boat ship vessel plane aircraft jet helicopter train village town city bridge road
""")
PEOPLE: Final = word_set("""
    people person man woman child boy girl civilian soldier servicemen serviceman troop officer militant fighter
    rebel protester demonstrator worker employee patient student teacher passenger resident migrant refugee
    victim police policeman firefighter doctor nurse prisoner detainee hostage activist member journalist
    tourist voter villager youth adult teenager baby infant driver pilot sailor crew survivor suspect gunman
    attacker insurgent
""")
# Nouns that are plural without an s, and what they are alone.
PLURALS: Final = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "police": "police", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "hovercraft": "hovercraft", "personnel": "personnel", "cattle": "cattle",
    "sheep": "sheep", "fish": "fish", "deer": "deer", "salmon": "salmon", "staff": "staff", "crew": "crew",
    "offspring": "offspring", "series": "series", "species": "species", "headquarters": "headquarters",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "hypotheses": "hypothesis",
    "diagnoses": "diagnosis", "oases": "oasis", "axes": "axe", "criteria": "criterion", "phenomena": "phenomenon",
    "bacteria": "bacterium", "media": "media", "data": "data", "stadia": "stadium", "alumni": "alumnus",
    "fungi": "fungus", "cacti": "cactus", "syllabi": "syllabus", "nuclei": "nucleus", "lives": "life",
    "wives": "wife", "knives": "knife", "wolves": "wolf", "thieves": "thief", "halves": "half", "shelves": "shelf",
    "loaves": "loaf", "calves": "calf", "leaves": "leaf", "scarves": "scarf", "elves": "elf", "selves": "self",
    "ads": "ad", "pence": "penny", "dice": "die", "lice": "louse", "youth": "youth", "others": "other",
    "troops": "troop", "clothes": "clothes", "goods": "goods", "shrimp": "shrimp",
    "folk": "folk", "kin": "kin", "poultry": "poultry", "livestock": "livestock", "wildlife": "wildlife",
    "buses": "bus", "innings": "inning", "gases": "gas", "horsepower": "horsepower",
    "vertebrae": "vertebra", "larvae": "larva", "antennae": "antenna", "nebulae": "nebula", "formulae": "formula",
    "israelis": "Israeli", "pakistanis": "Pakistani", "iraqis": "Iraqi", "bangladeshis": "Bangladeshi",
    "saudis": "Saudi", "emiratis": "Emirati", "yemenis": "Yemeni", "omanis": "Omani", "kuwaitis": "Kuwaiti",
    "qataris": "Qatari", "somalis": "Somali", "nepalis": "Nepali", "taxis": "taxi",
    "Chinese": "Chinese", "Japanese": "Japanese",
    "British": "British", "French": "French", "Swiss": "Swiss", "Irish": "Irish", "Dutch": "Dutch",
    "Portuguese": "Portuguese", "Vietnamese": "Vietnamese", "Lebanese": "Lebanese", "Taiwanese": "Taiwanese",
}  # fmt: skip
# Words in -s that are one thing, and adverbs and adjectives in -s.
SINGULARS_IN_S: Final = word_set("""
    always perhaps afterwards sometimes besides towards upwards downwards overseas indoors outdoors news gas bus
    measles diabetes rabies lens physics politics mathematics economics athletics gymnastics texas paris mars
    previous various canvas atlas christmas
""")
# Nouns in -uses and -oses that have lost only an s.
E_NOUNS: Final = word_set("""
    house cause use abuse excuse clause pause spouse blouse fuse refuse muse ruse nose rose hose dose purpose
    pose greenhouse warehouse powerhouse farmhouse courthouse penthouse townhouse lighthouse guesthouse misuse
    reuse close axe toe shoe foe hoe canoe oboe cache ache avalanche headache niche toothache moustache quiche
""")
ADVERBS: Final = word_set("""
    now then already still currently only just also even about up down roughly nearly almost further
    outright upfront offshore wrong right
    another nowadays back well slightly marginally sharply modestly steeply closer twice once again far
""")
PLACE_ADVERBS: Final = word_set("online overseas abroad nationwide worldwide statewide secondhand")
AUXILIARIES: Final = word_set("""
    will would could should may might must can has have had is are was were be been being to not
""")
# "$250,000 for a pair", "$4.17 in per-album royalties"
MONEY_PURPOSES: Final = frozenset({"for", "in", "of", "to", "toward", "towards"})
# Postposed: "a crew of three".
GROUPS: Final = word_set("""
    crew family team group party panel squad gang jury cast committee band staff class convoy household
    delegation mother father parent population audience crowd membership workforce army fleet bench
    platoon
""")
PARENTS: Final = frozenset({"mother", "father", "parent", "mom", "mum", "dad"})
# "one" counts only a noun; these follow it where it is a pronoun or part of a phrase.
ONE_PRONOUN_BEFORE: Final = word_set("""
    the this that another any every each which no some only someone same right wrong first last next other
    latest new big good bad old biggest largest best worst number loved what
""")
ONE_PHRASES_AFTER: Final = word_set("""
    another by after or else day such thing too more step way and time reason last long wonder possible potential
    explanation sense theory hypothesis idea instance respect
""")
# "So one night she rang": no night is counted there.
ONE_TIMES: Final = word_set("night morning afternoon evening summer autumn winter spring weekend")
ONE_TIMES_BEFORE: Final = word_set("so and then but until when . ! ? — – “")
# "zero growth" is an amount, "zero shame" is none.
RATES: Final = word_set("growth inflation increase rise interest unemployment")
# "a one-game lead", but not "a one-off".
ONE_HYPHENED: Final = word_set("""
    game goal point run shot stroke possession vote seat bedroom storey story wicket win percentage
""")
# "two-tiered": has two tiers.
HAVING: Final = {
    "tiered": "tier", "sided": "side", "legged": "leg", "wheeled": "wheel", "headed": "head", "storied": "story",
    "storeyed": "storey", "bedroomed": "bedroom", "masted": "mast", "engined": "engine", "pronged": "prong",
    "pillared": "pillar", "bladed": "blade", "pointed": "point", "cornered": "corner", "fingered": "finger",
    "toed": "toe", "winged": "wing", "stringed": "string", "humped": "hump", "horned": "horn", "roomed": "room",
    "lobed": "lobe", "laned": "lane", "armed": "arm", "barrelled": "barrel", "barreled": "barrel", "phased": "phase",
    "layered": "layer", "volumed": "volume", "starred": "star", "panelled": "panel", "paneled": "panel",
}  # fmt: skip
# "a paper mill" counts beside "five chapels", "a lot" does not.
NOT_COUNTED_BY_A: Final = word_set("""
    lot few little bit couple number host range variety series group half quarter third dozen hundred thousand
    million billion pair handful set string total maximum minimum while day week month year hour minute
    decade century way result statement further lack kind sort new large small mere record list waiting
""")
# Adjectives in front of a name: "the new Bus Rapid Transit".
LEADING_NAMES: Final = word_set("""
    new old former late future current planned proposed entire whole giant rival fellow nearby troubled embattled
    popular famous historic iconic original first second remaining flagship
""")
# A word of time behind "$3 million" or "5%" is when, not what.
WHEN: Final = word_set("""
    year month week quarter day decade monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december overnight total overall more less higher
    lower better worse larger smaller bigger fewer wide long deep tall thick each either apart plus other understood
    known effective complete empty full contained accurate certain sure likely efficient renewable safe owned finished
    done warmer cooler hotter colder taller longer shorter older younger heavier richer poorer faster slower
    worldwide nationwide statewide globally overseas online domestically abroad
    stronger wider narrower deeper thicker thinner nearer closer farther further louder quicker cheaper
""")
COMPARATIVES: Final = word_set("more less higher lower greater larger smaller bigger better worse fewer faster slower")
SHIFTS: Final = frozenset({"earlier", "ago", "later", "before", "after", "prior", "since", "previously"})
COMPARISONS: Final = frozenset(["with", "to", "against", "versus", "vs", "from", "than"])
TIMES_AS: Final = word_set("""
    as more the higher larger bigger that what faster greater less fewer than its their his her lower smaller
    longer likelier stronger heavier normal over
""")
# "15 times earnings": what a price is a multiple of.
EARNINGS: Final = word_set("""
    earnings revenue revenues sales income profit profits ebitda turnover salary salaries wages cashflow gdp
""")
# "double the price" is twice it, "will double the price" a verb.
DOUBLINGS: Final = word_set("""
    double triple quadruple treble doubled doubling tripled tripling trebled trebling quadrupled quadrupling
""")
# "has more than doubled": a verb that says a multiple, where a hedge stands before it.
DOUBLING_HEDGES: Final = word_set("than nearly almost least roughly approximately virtually")
DOUBLING_PARTICLES: Final = word_set("down up as back for")
# "one pupil in five lives", "one win in five": what may follow a share, and what is no part of a whole.
AFTER_SHARES: Final = word_set("""
    lives goes suffers dies needs faces owns works uses comes gets leaves lacks remains believes thinks wants supports
    feels reports says said smokes drinks earns pays knows fears sees cannot can't doesn't isn't hasn't now still
    never already lived died had went
""")
NO_SHARES: Final = word_set("""
    win wins defeat loss goal draw victory wicket point try title start appearance run game match save medal
""")
# "spoke about two men": no hedge.
SPEAKING: Final = word_set("""
    speak speaks spoke spoken speaking talk talks talked talking worry worries worried worrying think thinks thought
    thinking ask asks asked asking know knows knew book film story movie play documentary novel song joke jokes joked
    complain complains complained complaining write writes wrote written writing question questions concerns concern
    argue argues argued arguing lie lied hear heard read learn learned all only just not report reports statement
    care cares cared caring excited passionate information details facts
""")
# "won titles over two spells": throughout them, and no bound.
STRETCHES: Final = word_set("""
    spell leg round session phase stage term stint series set sitting instalment installment hearing meeting chapter
    season game match event
    episode volume tour period
""")
# Near "10 points" these say that percentage points are meant, and that they are not.
OF_VOTES: Final = word_set("""
    poll polls polling pollster pollsters voters electorate election elections electoral democrat democrats democratic
    republican republicans gop labour tory tories incumbent governor senate senator presidential ballot turnout
    nominee referendum midterms reelection re-election
""")
OF_GAMES: Final = word_set("""
    scored scoring rebounds assists game games season coach league playoff playoffs halftime touchdown basket
    quarterback championship tournament index dow nasdaq ftse nikkei shares stocks
""")
DOUBLED: Final = word_set("that the its their his her our what this those")
BEFORE_VERBS: Final = word_set("""
    to not and or we they you i who which that help helps helped let will would could should may might must can
""")
HALF_OF: Final = word_set("""
    of the its his her their our my all that those these this
""")

# Plurals that stand before another noun: "arms dealers", "sports clubs".
ATTRIBUTIVE_PLURALS: Final = word_set("""
    folk youth media arms sports sales goods systems operations communications relations securities savings careers
    news drugs rights services weapons awards parts customs humanities resources affairs jobs women men people
    children games earnings human aircraft police crew staff clothes species headquarters series infantry fish sheep
    cattle data veterans students seniors girls boys materials accounts admissions appeals arts betting brands
    claims crimes drinks electronics emergencies events finals futures grains heavyweights investments lands letters
    logistics markets mathematics narcotics obstetrics pensions plastics politics products programs projects
    robotics schools semiconductors singles sciences standards states statistics supplies taxes telecoms textiles
    trades utilities wages works
""")
# Adjectives by whatever ending, that no phrase ends with: "public and voluntary commitments".
ATTRIBUTES: Final = changes.ADJECTIVES - {"light", "cold", "wet"} | word_set("""
    public private civilian military civil steep wooded hilly sandy rocky muddy dusty grassy muscular foreign
    northern southern eastern western legal illegal direct indirect full-time part-time male female upper lower sweet
    savoury savory domestic international national federal political economic social academic medical physical
    digital sexual violent non-violent temporary permanent primary secondary urgent humanitarian technical
    financial environmental historic ancient
""")
ABLE_NOUNS: Final = word_set("table cable vegetable timetable constable stable bible variable fable")
LY_NOUNS: Final = word_set("""
    tally belly jelly lily fly butterfly anomaly family supply assembly rally monopoly ally reply bully july
""")
JOINERS: Final = frozenset({"and", "or", "&"})
# "1,900-mile-wide", "20km south": how the measure lies, not what it is of.
DIMENSIONS: Final = frozenset({"across", "wide", "long", "high", "tall", "deep", "thick", "broad"})
DIRECTIONS: Final = word_set("""
    across wide long high tall deep thick broad north south east west northeast northwest southeast southwest inland
    offshore upstream downstream uphill downhill round
""")

# Nouns in -ing and -ed: no participles that end a phrase.
ING_NOUNS: Final = word_set("""
    warming mourning charging building buildings meeting wedding funding spending housing ceiling hearing rating ranking
    offering filing ruling opening crossing landing training painting drawing recording reading warning killing
    shooting bombing stabbing beating holding listing gathering heading advertising pricing financing lending
    marketing manufacturing mining banking trading branding engineering parking swimming boxing racing cycling
    skiing dining wing ring king thing string spring evening morning fishing hunting farming clothing lighting
    heating cooling flooding testing screening staffing hiring borrowing saving backing booking briefing covering
    dealing earning finding feeding gaming gambling betting grouping handling happening helping investing
    learning teaching licensing lining living logging mapping modelling modeling outing planning planting polling
    posting printing processing programming publishing pudding reporting roofing rolling sailing schooling seating
    setting sewing shipping shopping showing sighting signing singing sitting sizing sling smoking smuggling sorting
    sporting standing stocking storing styling suffering surfing swing talking taping timing tracking tuning turning
    vaping viewing voting walking washing weighing welding wiring working writing bed seed feed need speed
    breed shed sled deed weed reed greed bleed creed steed hundred kindred sacred naked
""")
# "$1 in the event of ...": for nothing.
NO_PURPOSES: Final = word_set("""
    event case wake process course meantime hope hopes aftermath middle end beginning start future region exchange
    return advance part order addition fact line favour favor front light view terms spite response general particular
""")
BACKED_FROM: Final = frozenset({"among", "for", "from", "in", "to", "compared", "versus", "against", "and", "while"})
# What those who are asked do: "41 percent report difficulties".
ANSWERS: Final = word_set("""
    report say think believe want support oppose approve disapprove favor favour plan own trust view expect prefer
    experience encounter suffer live spend earn rely attend blame describe identify agree disagree feel know hope
    worry struggle consider qualify lack command possess commute belong understand admit accept reject recall remember
    receive come stay remain enjoy speak
""")
ANSWERED: Final = word_set("""
    said thought believed wanted supported opposed backed approved disapproved favoured favored planned trusted viewed
    expected preferred reported suffered feared hoped worried agreed disagreed knew felt rejected admitted refused
    supported rated named cited chose voted described blamed considered ranked regretted
""")
# Past forms that no ending gives away: "half went home", "one in ten lost it".
PASTS: Final = word_set("""
    went left led cost got took saw met ran won lost fell rose began came made paid felt had kept gave spent told held
    brought sold grew broke ate drank found meant cut hit put quit cast shut set let did
""")
# "the 5-mile trail climbs through woods": forms in -s that end a phrase as verbs, though some are plurals elsewhere.
VERBS_IN_S: Final = word_set("""
    includes contains houses covers weighs costs offers seats carries serves spans employs lasts links means aims opens
    closes starts ends produces creates applies helps allows marks looks sits lies follows features uses requires
    provides connects climbs drops brings sells tells depicts measures sleeps boasts represents replaces joins targets
    supports expires extends belongs works moves takes makes goes comes gives promises depends consists involves
    stretches reaches rises falls passes crosses winds dates traces explores charts captures trains comprises
    combines delivers generates holds affects threatens reflects proves seeks adds entails imposes obliges receives
""")
