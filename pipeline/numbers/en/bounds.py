"""Words of English that say how sure a number is.

A row: the words, the comparator, whether the number is approximate, and the side of it on which the truth lies.
"""

from typing import Final

from pipeline.numbers.wordlists import word_set

# "climbed past 60": who runs past 60 houses tells no bound
_RISING: Final = (
    "climb climbs climbed climbing rise rises rose risen rising soar soars soared soaring surge surges surged surging "
    "swell swells swelled swelling creep creeps crept creeping grow grows grew grown growing toll tally deaths cases"
)
LEFT: Final = f"""
more than                | >  |   |
over                     | >  |   |       |   | race races raced runner runners raced sprint sprints gallop
over than                | >  |   |
above                    | >  |   |
beyond                   | >  |   |
past                     | >  |   |   |   |   | {_RISING}
exceeding                | >  |   |
exceeds                  | >  |   |
exceeded                 | >  |   |
exceed                   | >  |   |
in excess of             | >  |   |
upwards of               | >  |   |
upward of                | >  |   |
north of                 | >  |   |
greater than             | >  |   |
better than              | >  |   |       | !
higher than              | >  |   |
larger than              | >  |   |
bigger than              | >  |   |
longer than              | >  |   |
taller than              | >  |   |
older than               | >  |   |
heavier than             | >  |   |
faster than              | >  |   |
topping                  | >  |   |
topped                   | >  |   |
surpassing               | >  |   |
surpassed                | >  |   |
surpass                  | >  |   |
surpasses                | >  |   |
over the age of          | >  |   |
above the age of         | >  |   |
aged over                | >  |   |
just north of            | >  | ~ | above
a touch over             | >  | ~ | above
a shade over             | >  | ~ | above
a bit more than          | >  | ~ | above
a bit over               | >  | ~ | above
just over                | >  | ~ | above
just above               | >  | ~ | above
a little over            | >  | ~ | above
a good                   | =  | ~ | above
little more than         | >  | ~ | above
a little more than       | >  | ~ | above
slightly over            | >  | ~ | above
slightly more than       | >  | ~ | above
just more than           | >  | ~ | above
at least                 | >= |   |
maybe                    | =  | ~ |
perhaps                  | =  | ~ |
no fewer than            | >= |   |
not fewer than           | >= |   |
no less than             | >= |   |
not less than            | >= |   |
no lower than            | >= |   |
a minimum of             | >= |   |
minimum of               | >= |   |
minimum                  | >= |   |
at a minimum             | >= |   |
min                      | >= |   |
min .                    | >= |   |
as few as                | >= |   |
as little as             | >= |   |
as low as                | >= |   |
as young as              | >= |   |
greater than or equal to | >= |   |
more than or equal to    | >= |   |
less than                | <  |   |
fewer than               | <  |   |
under                    | <  |   |
below                    | <  |   |
beneath                  | <  |   |
lower than               | <  |   |
smaller than             | <  |   |
shorter than             | <  |   |
younger than             | <  |   |
under the age of         | <  |   |
below the age of         | <  |   |
aged under               | <  |   |
just under               | <  | ~ | below
just below               | <  | ~ | below
just short of            | <  | ~ | below
slightly less than       | <  | ~ | below
slightly under           | <  | ~ | below
a little under           | <  | ~ | below
a shade under            | <  | ~ | below
a touch under            | <  | ~ | below
a bit less than          | <  | ~ | below
a bit under              | <  | ~ | below
little short of          | <  | ~ | below
a little less than       | <  | ~ | below
just less than           | <  | ~ | below
just shy of              | <  | ~ | below
shy of                   | <  | ~ | below
sub -                    | <  |   |
under -                  | <  |   |
over -                   | >  |   |
up to                    | <= |   |
at most                  | <= |   |
at the most              | <= |   |
no more than             | <= |   |
not more than            | <= |   |
not exceeding            | <= |   |
not exceed               | <= |   |
never exceed             | <= |   |
never exceeds            | <= |   |
rarely exceed            | <= |   |
rarely exceeds           | <= |   |
rarely exceeded          | <= |   |
never exceeded           | <= |   |
no greater than          | <= |   |
no higher than           | <= |   |
no longer than           | <= |   |
no larger than           | <= |   |
as many as               | <= |   |
as much as               | <= |   |
as high as               | <= |   |
as old as                | <= |   |
a maximum of             | <= |   |
maximum of               | <= |   |
maximum                  | <= |   |
max .                    | <= |   |
capped at                | <= |   |
less than or equal to    | <= |   |
about                    | =  | ~ |
around                   | =  | ~ |
approximately            | =  | ~ |
approx                   | =  | ~ |
approx .                 | =  | ~ |
roughly                  | =  | ~ |
some                     | =  | ~ |
circa                    | =  | ~ |
ca .                     | =  | ~ |
an estimated             | =  | ~ |
estimated                | =  | ~ |
estimated at             | =  | ~ |
an estimate of           | =  | ~ |
close to                 | =  | ~ |
closer to                | =  | ~ |
near                     | =  | ~ |
near to                  | =  | ~ |
just about               | =  | ~ |
more or less             | =  | ~ |
somewhere around         | =  | ~ |
somewhere near           | =  | ~ |
something like           | =  | ~ |
more like                | =  | ~ |       | !
nearer                   | =  | ~ |       | !
nearer to                | =  | ~ |       | !
in the ballpark of       | =  | ~ |
in the region of         | =  | ~ |
on the order of          | =  | ~ |
in the order of          | =  | ~ |
in the vicinity of       | =  | ~ |
in the neighborhood of   | =  | ~ |
in the neighbourhood of  | =  | ~ |
an approximate           | =  | ~ |
a reported               | =  |   |
nearly                   | =  | ~ | below
almost                   | =  | ~ | below
nearing                  | =  | ~ | below
close on                 | =  | ~ | below
getting on for           | =  | ~ | below
not far off              | =  | ~ | below
the better part of       | =  | ~ | below
the best part of         | =  | ~ | below
all of                   | =  |   |       | !
not far short of         | =  | ~ | below
not quite                | =  | ~ | below
approaching              | =  | ~ | below
practically              | =  | ~ | below
virtually                | =  | ~ | below
~                        | =  | ~ |
≈                        | =  | ~ |
>                        | >  |   |
≥                        | >= |   |
> =                      | >= |   |
<                        | <  |   |
≤                        | <= |   |
< =                      | <= |   |
"""

# Behind the number, or behind what it counts: "10 or more", "50 people or more".
RIGHT: Final = """
or more         | >= |   |
or above        | >= |   |
or over         | >= |   |
or older        | >= |   |
or higher       | >= |   |
or greater      | >= |   |
or longer       | >= |   |
or larger       | >= |   |
or bigger       | >= |   |
or heavier      | >= |   |
or taller       | >= |   |
or better       | >= |   |
and above       | >= |   |
and over        | >= |   |
and older       | >= |   |
and larger      | >= |   |
and bigger      | >= |   |
and longer      | >= |   |
and taller      | >= |   |
and up          | >= |   |
and more        | >= |   |
and counting    | >= |   |
at least        | >= |   |
at a minimum    | >= |   |
at minimum      | >= |   |
minimum         | >= |   |
plus            | >= |   |
- plus          | >= |   |
+               | >= |   |
or less         | <= |   |
or fewer        | <= |   |
or lower        | <= |   |
or under        | <= |   |
or younger      | <= |   |
or smaller      | <= |   |
and smaller     | <= |   |
or below        | <= |   |
and under       | <= |   |
and younger     | <= |   |
and below       | <= |   |
at most         | <= |   |
at the most     | <= |   |
maximum         | <= |   |
at maximum      | <= |   |
max             | <= |   |
tops            | <= |   |
or so           | =  | ~ |
- odd           | =  | ~ | above
- ish           | =  | ~ |
- something     | =  | ~ | above
- some          | =  | ~ | above
or thereabouts  | =  | ~ |
- and - older   | >= |   |
- and - over    | >= |   |
- and - up      | >= |   |
- and - under   | <= |   |
- and - younger | <= |   |
or up           | >= |   |
give or take    | =  | ~ |
more or less    | =  | ~ |
"""

# What may stand between the words of a bound and its number.
TRANSPARENT: Final = word_set("""
    a an just only even now then perhaps maybe another already still exactly its his her their my our
""")

# What joins two numbers to a range or to a share.
TO: Final = frozenset({"to", "through"})
BETWEEN: Final = frozenset({"between"})
FROM: Final = frozenset({"from"})
CONJUNCTIONS: Final = frozenset({"and"})
ALTERNATIVES: Final = frozenset({"or"})
NAMED_SHARES: Final = True  # "one household in five"
OUT_OF: Final = (("in",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every"))

# Verbs of change: "rose from 5 to 7" is no range.
CHANGES: Final = word_set("""
    added adds adding gained gains gaining shed sheds shedding lost loses losing advanced advances rallied rebounded
    retreated
    rose rise rises risen rising fell fall falls fallen falling grew grow grows growing grown increased increase
    increases increasing dropped drop drops decreased decrease decreases declined decline declines cut cuts
    lifted lift raised raise raises slow slowed slows widened narrowed jumped jump jumps climbed climb plunged
    plummeted up down lowered lowers reduced reduce slipped slid dipped improved improve swelled doubled shrank
    shrink boosted changed change upped hiked hike surged soared eased ease
    expanded expand
    widen widens widening narrow narrows narrowing lifts lifting jumping climbs climbing plunge plunges plunging
    plummet plummets plummeting lowering reduces reducing slip slips slipping dip dips dipping improves improving
    doubles doubling boost boosts boosting changes changing hikes hiking surge surges surging soar soars soaring
    eases easing expands expanding ballooned ballooning mushroomed mushrooming rocketed rocketing skyrocket
    skyrockets skyrocketed skyrocketing edged edging inched inching ticked ticking tumble tumbles tumbled tumbling
    slump slumps slumped slumping slash slashes slashed slashing trim trims trimmed trimming halve halves halved
    halving contracted contracting rebound rebounds rebounding accelerate accelerates accelerated
    accelerating cools cooled cooling moderates moderated moderating weaken weakens weakened weakening strengthen
    strengthens strengthened strengthening spiked spiking escalate escalates escalated escalating triple triples
    tripled tripling quadruple quadruples quadrupled quadrupling bumped bumping push pushes pushed pushing upgrade
    upgrades upgraded upgrading downgrade downgrades downgraded downgrading revise revises revised revising moved
    moving shifted shifting shorten shortens shortened shortening lengthen lengthens lengthened lengthening worsen
    worsens worsened worsening dwindle dwindles dwindled dwindling slide slides sliding swell swells swelling
    swollen shrinks shrinking shrunk creep creeps crept creeping sink sinks sank sunk sinking leap leaps leapt
    leaping slowing goes went gone going
""")
LINKS: Final = frozenset({",", "and", "or", "to", "-", "–", "from", "&", "but", "by", "x", "×"})
