"""Words of change and of level in English: what moves, what is moved, and where the clause around them begins."""

from typing import Final

from pipeline.numbers.wordlists import word_set

PASSING: Final = frozenset({"passed", "passes", "passing", "tops"})  # an amount; who passes 40 cars overtakes them
EXCEEDING: Final = PASSING | frozenset(
    {"exceeded", "exceeds", "exceed", "exceeding", "top", "topped", "topping", "surpass", "surpassed", "surpassing"}
)
# A verb in front of a number that makes the words before it the thing measured: "shares rose 5%".
CHANGES: Final = word_set("""
    sinking plunging sliding tumbling easing edging climbing shrinking soaring narrowing widening doubling nearing
    is are was were be been being remains remained stands stood became becomes become rose rise rises risen rising
    fell fall falls fallen falling grew grow grows grown growing climbed climb climbs jumped jump jumps
    jumping soared soar soars surged surge surges gained gain gains gaining added adds advanced advance advances
    advancing increased increase increases increasing dropped drop drops dropping declined decline declines
    declining slid slide slides slipped slip slips slipping tumbled tumble tumbles plunged plunge plunges
    plummeted plummet plummets sank sink sinks lost loses lose shed sheds dipped dips eased eases decreased decrease
    decreases decreasing numbered numbering
    fetched totaled totalled totals total amounted amounts exceeded exceeds exceed reached
    reaches reach reaching hit hits topped tops averaged averages average averaging cost costs costing shrank
    contracted contracts contracting expanded expands expand edged edges ticked ended ends closed closes finished
    finishes traded trades trading down up off higher lower stayed stays hovered hovers settled settles narrowed
    widened rallied rebounded retreated sold sells selling valued worth priced estimated set put puts
    weakened weakens strengthened strengthens doubled tripled peaked peaks hitting lifted boosted raised cut reduced
    boosts raises lifts cuts reduces spun peak
    drew slow slowed slows slowing start started starts begin begins began range ranges ranged ranging remain
    lowered slumping crept creep inched cools cooled cool stagnated wavered gone go goes went going
    dip dipping gusted gusting passed passes passing weighing weighed weighs measuring measures turn turns turned
    turning gust swelled swollen slumped slump slumps hiked slashed halved span spans spanned stretch
    stretches stretched travel travels travelled traveled balloon balloons ballooned ballooning mushroomed swell
    totalling totaling fetching
    swells multiplied dwindle dwindles dwindled dwindling skyrocketed rocketed spiked crossed crosses
""")
CHANGE_PREPOSITIONS: Final = frozenset({"by", "to", "at", "of", "from", "for", "as", "between"})
# Verbs and nouns of change with an object: "raise the wage to $8", "a reduction in costs to $5".
CAUSES: Final = word_set("""
    raise raised raises raising cut cuts cutting reduce reduced reduces reducing lower lowered lowers lowering boost
    boosted boosts boosting increase increased increases increasing lift lifted lifts lifting bring brought brings
    bringing put puts putting push pushed pushes pushing drive drove drives driving take took takes taking hike
    hiked hikes hiking slash slashed slashes slashing trim trimmed trims trimming halve halved halving tripled
    quadrupled tripling keep kept keeps keeping set sets setting leave left leaves leaving send sent sends sending
    expand expanded expands expanding extend extended extends extending narrow narrowed narrows narrowing widen
    widened widens widening double doubled doubles doubling grow growing improve improved improves improving move
    moved moves moving hold held holds revise revised revises revising limit limited limits limiting cap capped caps
    capping estimate estimated estimates value valued price priced shrink shrank ease eased decrease decreased
    decreasing shave shaved upgrade upgraded
""")
# Of these, the ones that say a level and no change: "priced from $5 to $9" is a range.
KEEPERS: Final = word_set("""
    price priced prices value valued values estimate estimated estimates limit limited limits cap capped caps keep
    kept keeps hold held holds set sets leave left leaves take took takes send sent sends put puts
""")
CAUSES_OR_NOUNS: Final = word_set("""
    price prices value values limit limits cap caps estimate estimates cut cuts hike hikes push pushes move moves
    drive drives increase increases decrease raise raises lift lifts shrink double hold holds leave leaves set sets
    boost boosts
""")
MOVES: Final = word_set("""
    rise fall drop gain jump cut surge hike slump dip climb raise reduction increase decrease decline improvement
    warming cooling
""")
# "went up to $8" has arrived there; "up to $8" may not have.
MOTION: Final = word_set("""
    go goes went gone going rise rises rose risen rising move moves moved moving jump jumps jumped climb climbs
    climbed tick ticked inch inched creep crept push pushed ramped shot
""")
# Verbs that hang on the noun in front: "a plan worth $5 million".
POSTMODIFIERS: Final = word_set("""
    worth valued priced costing totaling totalling weighing measuring ranging starting beginning averaging estimated
    listed insured appraised numbering
""")
# What stands before "for $5 million": the thing that changes hands.
TRADES: Final = word_set("""
    buy buys bought buying acquire acquires acquired acquiring purchase purchased purchases purchasing sell sells
    sold selling rent rented rents renting lease leased leases leasing hire hired offer offered offers offering
    auctioned listed insured get gets got snapped had
""")
PARTICLES: Final = frozenset({"up", "down", "off"})
ALSO_NOUNS: Final = frozenset({"contracts", "costs", "gains", "cuts", "rises", "falls", "increases", "losses"})
STARTS: Final = frozenset({"started", "opened", "began"})
# Behind "is" and before "to": who expects is not said, and what is expected is the subject.
EXPECTED: Final = word_set("""
    expected forecast projected likely set due predicted estimated seen going supposed thought poised scheduled
""")
# "The report claims the display will": what is claimed begins behind it.
SAYING: Final = word_set("""
    claims reports shows suggests estimates notes warns finds predicts believes thinks argues found showed
    suggested estimated reported claimed believed thought predicted claiming alleging estimating suggesting showing
    reporting arguing reckon reckons reckoned reckoning
""")
# "Figures show wages rose": what follows is a clause, with or without "that".
SHOWING: Final = word_set("""
    show shows showed suggest suggests suggested indicate indicates indicated found reveal reveals revealed believe
    believes believed think thinks thought know knows knew hope hopes fear fears warn warns warned note notes noted
    claim claims claimed argue argues argued add adds added confirm confirms confirmed reckon reckons reckoned
""")
PUTTING: Final = word_set("with has have had shows see sees saw put puts peg pegs pegged placed places")
GIVING: Final = word_set("give gives gave given list lists listed record recorded quote quotes quoted report reported")
# A clause begins behind these.
CLAUSE_STARTS: Final = word_set("""
    that which who whom because as while whereas when where after before although though if since until unless so
    whilst said says say saying told tells and but or yet nor whether whereby expects expect expecting predicts predict
    wants
""")
PREPOSITIONS: Final = word_set("""
    in on at for from with by under during over across among between within of to against through since until despite
    amid like
""")
# What hangs on the head of a phrase: "shares of the group in London".
ATTACHING: Final = frozenset(
    {"of", "in", "for", "on", "at", "from", "against", "across", "among", "under", "within", "per"}
)
QUANTIFIERS: Final = word_set("some many most all both few part each none any several majority lot lots rest bulk")
LEADING: Final = word_set("even still just first last latest next other another every each both only such no")
# Between verb or preposition and number: "from the current $5".
LEVEL_ADJECTIVES: Final = word_set("current present previous initial original usual earlier normal existing")
# Forms of verbs that are nouns before a verb: "the total pay package was".
NOUN_VERBS: Final = word_set("""
    pay cost costs show shows need needs return returns run runs win wins turn turns stand stands lead post near past
""")
# "new, well-kept houses": no clause ends at the comma.
ADJECTIVES: Final = word_set("""
    new old big small large great good bad long short high low young early modern cheap expensive strong weak heavy
    light fast slow rich poor hot cold warm dry wet clean dirty safe simple quiet busy local rural urban remote
""")
STEADY: Final = word_set("""
    equal equivalent similar comparable next steady unchanged flat firm stable constant level low high short open alive
    clear back close
""")
STAND_INS: Final = frozenset({"latter", "former", "pair", "trio", "former's", "others"})
# "costs $100", "weighs 2 kg": verbs in front of an amount.
WEIGHING: Final = word_set("costs weighs sells starts measures runs lasts comes goes fetches retails")
# Sums that are of something else: "a total of $5 million on roads".
SUMS: Final = word_set("""
    total sum amount maximum minimum average tune age ages excess region order
""")
# "an unemployment rate under 4%", "a file size less than 3 MB"
SIZED: Final = word_set("""
    rate size weight length income temperature height speed amount salary volume value price cost level growth
    inflation unemployment density concentration altitude pressure depth width thickness margin share score
    moisture humidity salinity
    rates sizes weights incomes temperatures heights speeds amounts salaries volumes values prices costs levels
""")
# "expects output to grow by 3%", "causes the sea to rise": the object does what follows.
RAISING: Final = word_set("""
    expect expects expected expecting forecast forecasts forecasted forecasting project projects projected predict
    predicts predicted predicting cause causes caused causing allow allows allowed allowing help helps helped helping
    enable enables enabled enabling force forces forced forcing lead leads led leading want wants wanted require
    requires required
""")
# "stop the walls from sinking more than 2 inches"
HINDERING: Final = word_set("""
    keep keeps kept keeping stop stops stopped stopping prevent prevents prevented preventing block blocks blocked
""")
GUESSES: Final = word_set("estimate estimates forecast forecasts expectation expectations target targets guidance")
EXTREMES: Final = frozenset({"high", "highs", "low", "lows", "record", "peak", "bottom"})
MARGINS: Final = frozenset(
    {"margin", "rate", "cost", "price", "level", "degree", "risk", "speed", "share", "rates", "levels"}
)
# A hedge that begins so may stand right behind what it measures: "incomes less than $50,000".
COMPARED: Final = word_set("""
    less more greater fewer higher lower over under above below exceeding larger smaller longer heavier taller shorter
    bigger wider lighter older younger faster
""")
TOLLS: Final = frozenset({"toll", "tally", "score"})
# Before "43% to 48%": two sides, each with its share.
CONTESTS: Final = word_set("""
    lead leads led leading trail trails trailed trailing lag lags lagged lagging beat beats beaten beating
    defeat defeated ahead behind edged edges won wins
""")
