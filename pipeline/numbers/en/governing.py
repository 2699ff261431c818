"""English verbs and prepositions that hold an amount, and what their subject or object says of it."""

from typing import Final

from pipeline.numbers.wordlists import word_set

# "starts at $5": a level, of the verb's object or subject; of these, the ones that tell a place of a measure.
LEVELS: Final = word_set("at to from by between above below over near toward towards around")
PLACES: Final = word_set("from above below over near toward towards around")
# "two miles from shore": where something lies, no measure of it.
APART: Final = word_set("from away off apart outside along out of behind ahead before")
# "tiles over nine inches in width"
SIZES: Final = word_set("diameter length height width size depth circumference area weight thickness volume")
# Verbs whose subject is what the money is of; who steals, saves or pays an amount is not.
WORTH: Final = word_set("""
    collect manage hold be cost total reach exceed generate make earn gross fetch bring hit top sell start begin range
    come amount stand remain run carry require have contain get become equal average rise fall climb drop jump surge
    soar gain lose add grow decline slip slide tumble increase decrease near approach surpass net return produce
    yield command open raise take save close trade end finish settle retail list price value stay hover peak go
    swell shrink double triple
""")
# Verbs whose subject is what a measure is of; who burns 2,000 acres is not.
MEASURABLE: Final = word_set("""
    be have weigh measure stand offer produce make go run travel fly rise fall grow drop climb lose gain cover span
    stretch extend hold carry store contain generate deliver consume use emit absorb average exceed total tower plunge
    shrink move drift range drive swim walk throw pass ride hike need require get become remain stay reach hit dip sit
    swell lift handle tow pull push fit accommodate provide output add put sink narrow widen deepen start end begin
    spread recede advance leap jump bounce orbit blow gust wind meander snake flow drain touch
""")
# Of these, the ones with which a person's name says nothing of the person: "Smith ran 12 miles", "Northport got 9
# inches".
STEPPING: Final = word_set("go run walk throw pass rush swim drive travel ride fly hike kick climb jump move race")
RECORDING: Final = word_set("get measure hit sink stand reach")
# "is on the market for £450,000"
ON_SALE: Final = word_set("sale market available auction offer listed advertised")
# Beside groups and people: who passes, buys or shows what "it" means in the next sentence.
AGENTS: Final = word_set("""
    council court parliament senate congress ministry minister mayor president judge lawmaker carmaker automaker
    maker publisher giant retailer airline museum regulator department administration startup start-up watchdog
""")
# "delays averaged two hours": what is told by how long it lasts.
LASTING: Final = word_set("""
    delay wait stay time expectancy lifespan life sentence term period duration average gap interval shift window limit
    deadline blockade siege ban strike lockdown curfew quarantine queue backlog turnaround
""")
# "The figure was 401": the level of what is told elsewhere.
STANDING: Final = word_set("figure total number tally toll count")
# What drops inches of snow: no measure of it.
WEATHER: Final = word_set("storm storms front hurricane cyclone typhoon blizzard snowstorm thunderstorm clouds")
# "bought a course. It was $200": what "it" is.
ACQUIRING: Final = word_set("buy bought purchase purchased order ordered rent rented book booked acquired leased")
# "expect the number of cars to grow": the object does what follows.
CONTROLLING: Final = word_set("""
    expect want allow cause force help predict project forecast enable require ask urge order see believe estimate lead
""")
# ", 40% more than in 2019", ", $200 million over budget": an amount beside the one that it compares with.
BESIDE: Final = word_set("more less higher lower fewer greater larger smaller above below over under short ahead")
# "offered 6%": of a rise that is named elsewhere.
WISHING: Final = word_set("offer want demand seek ask propose promise need owe pay give charge allow grant")
# "give the car 355 horsepower", "have the hull 80 per cent painted": the amount is of the object.
HELPING: Final = word_set("""
    give make lower raise keep leave have put push bring set lift move cut turn hold render get send take
""")
