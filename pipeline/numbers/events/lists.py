"""Events that several mentions of a sentence share: members of a list, parts of a whole, one amount in two units."""

import re
from bisect import bisect_left

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.ranges import RangeRules
from pipeline.numbers.events.triggers import Trigger, TriggerFinder
from pipeline.numbers.gaps import HEDGE, goes_on
from pipeline.numbers.mention import Mention

__all__ = ["share_events"]

_LIST_GAP = re.compile(
    r"[\s,]*(?:(?:and|or|as well as|plus|including|sometimes|perhaps|possibly|probably|maybe|even)\b)?[\s,]*"
    r"(?:an?|the|another|about|some|more than|at least|up to)?\s*$"
)
_COMPARED = re.compile(rf".{{0,60}}[,(]?\s+(?:compared (?:to|with)|versus|(?:as )?against)\s+{HEDGE}$", re.DOTALL)
_DISTANT = re.compile(r"\s+(?:out|away|apart|off|from|north|south|east|west)\b")
_TO_WHOSE = re.compile(r"\s+to\s+(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+['’]s?\s+")
_OR = re.compile(rf"\s*,\s+or\s+{HEDGE}$")
_TRIES = re.compile(r"\s+(?:and an? [a-z]+ )?(?:on|with|off)\s+")
_SHORT_GAP = 40
_JOINED = re.compile(r"\b(?:and|or|plus|as well as)\b")
_GOES_ON = re.compile(
    r"(?:,|\band|\bplus)\s+(?:including\s)?(?:an?\s|the\s|another\s)?(?:further\s|additional\s)?(?:[a-z-]{1,20}\sof\s)?$"
)
_WHOLE = re.compile(r"of (?:the|its|their|his|her)(?: [\w-]+(?:['’]s|s['’]))?(?: [a-z]+)?")
_BRACKET = re.compile(rf"\s*\((?:or\s+)?{HEDGE}$")
_AMONG = re.compile(rf".{{0,60}}[,(–—-]\s*(?:including|among them)\s+(?:the\s+)?{HEDGE}$", re.DOTALL)
_PART_GAP = re.compile(rf".{{0,60}}[,;(–—-]\s*(?:and\s+)?{HEDGE}$", re.DOTALL)
_DASH = re.compile(rf"\s*(?:—|–|--| - )\s*{HEDGE}$")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|those|these)\b")
_IN_GROUP = re.compile(r"\s+(?:is|are|was|were)\s+among\s+(?:the|those)\s*")
_HOW = re.compile(r"\s+(?:[a-z]+ly)\b\s*(?:$|[.,;)])")
_REST = re.compile(r"\b(?:the rest|the remainder|(?:the|many|several|some|dozens of|scores of) others|many more)\s")
_OF_BEING = re.compile(r"(?: (?:were|are) [a-z][^,;:.]{2,30})?(?:,|,? and) ")
_MORE = re.compile(r"(?: (?:in|at|from|on) [^,;:.]{2,40})?,? and (?:another|a further|an additional) ")
_KIN = re.compile(r"(?:, [A-Z][^;]{0,60})?;(?: [^;]{0,40};)? (?:and )?")
_OBJECT_RULES = ("object", "object-particle")
_SUBJECT_RULES = ("subject", "state-after")
_LONG_GAP = 90

Found = list[Trigger | None]


def share_events(finder: TriggerFinder, mentions: list[Mention], found: Found) -> Found:
    """The triggers with those filled in that a neighbour gives; same order, same length."""
    alone = found
    found = _without_places_of_subjects(_backward(finder, mentions, list(found)))
    found = RangeRules(finder.objects).share(mentions, found)
    parts: set[int] = set()  # of a whole before them
    parts_told: set[int] = set()  # with a verb of their own
    for i in range(1, len(mentions)):
        first, second = mentions[i - 1], mentions[i]
        gap = finder.clause.text[first.phrase_end : second.phrase_start]
        if found[i] and second.kind == "count" and _is_part(finder, second, gap):
            parts_told.add(i)
        if _is_place_of_subject(finder.clause, first, second, found[i - 1], found[i]):
            found[i] = None
        elif _rule(found[i]) in (*_SUBJECT_RULES, "own-noun") and _WHOLE.fullmatch(gap.strip()):
            found[i] = (
                None if _is_of_part(finder.clause, found[i - 1], found[i]) else found[i]
            )  # "five of its 13 libraries will close"
        elif (given := found[i - 1]) and found[i] and _is_same(given, found[i]) and _WHOLE.fullmatch(gap.strip()):
            found[i] = None  # "killing 46 of the 58 on board"
        elif found[i] and found[i - 1] and _IN_GROUP.fullmatch(gap):
            found[i - 1] = found[i]  # "two were among the nine who died"
        elif found[i] is None and found[i - 1] and _is_of_group(finder, first, gap):
            found[i] = found[i - 1]
        elif found[i] is None and i - 1 in parts and _is_list(finder, first, second):
            found[i] = found[i - 1]  # "21 civilians, including nine women and six children, were killed"
            parts.add(i)
        elif gap.strip() in ("and", "or") and (
            _are_carried(finder, first, second, found[i - 1], found[i])
            or _is_only_described(finder.clause, second, found[i - 1], found[i])
        ):
            found[i] = found[i - 1]
        elif gap.strip() in ("down to", "up to") and found[i - 1] and _is_from(finder, first):
            found[i] = found[i - 1]  # "reduced it from 450 million down to 350 million"
        elif found[i] is None and _rule(found[i - 1]) == "own-noun" and _is_list(finder, first, second):
            found[i] = _verb_of_list(finder, mentions[:i], found)
        elif found[i] is None and _is_part(finder, second, gap) and (others := _REST.search(gap)):
            verb = bisect_left(finder.clause.starts, first.phrase_end + others.end())
            found[i] = finder.subjects.verb_at(verb)  # "19 died and the rest were hurt, seven of them badly"
        elif (
            _rule(found[i]) == "own-noun" and _rule(found[i - 1]) == "object" and _is_plain_list(finder, first, second)
        ):
            found[i] = found[i - 1]  # "caused 11 deaths and more than 200 injuries"
        elif found[i] is None and i - 1 in parts_told and _COMPARED.fullmatch(gap):
            found[i] = found[i - 2]  # "six men died, two of them boys crushed in the gate, against four women"
        elif found[i] is None and found[i - 1] and _is_given(finder, first, second, gap, found[i - 1]):
            found[i] = found[i - 1]
            if second.kind == "count" and _is_part(finder, second, gap):
                parts.add(i)
        elif found[i] is None and i > 1 and found[i - 1] is None and goes_on(finder.clause.text, first, second):
            found[i] = found[i - 2] if _is_whole(finder, mentions[i - 2], first) else None
    filled = _filled(finder, mentions, found)
    return [
        finder.of_neighbour(mention, given) if given and given != own else given
        for mention, given, own in zip(mentions, filled, alone, strict=True)
    ]


def _is_whole(finder: TriggerFinder, part: Mention, whole: Mention) -> bool:
    """ "won 104 of the 224 seats, the Congress 80" """
    return bool(_WHOLE.fullmatch(finder.clause.text[part.phrase_end : whole.phrase_start].strip()))


def _filled(finder: TriggerFinder, mentions: list[Mention], found: Found) -> Found:
    """The triggers with those that only the noun beside a mention gives; an amount in brackets has that before it."""
    for i, mention in enumerate(mentions):
        found[i] = found[i] or finder.listed(mention) or finder.last.find(mention)
        gap = finder.clause.text[mentions[i - 1].phrase_end : mention.phrase_start] if i else ""
        if found[i] is None and gap and mention.kind != "time" and _BRACKET.fullmatch(gap):
            found[i] = found[i - 1]
    return found


def _verb_of_list(finder: TriggerFinder, members: list[Mention], found: Found) -> Trigger | None:
    """ "has seen 12 resignations, nine retirements": the verb in front of a list whose first members tell events."""
    k = len(members) - 1
    while k > 0 and _rule(found[k]) == "own-noun" and _is_list(finder, members[k - 1], members[k]):
        k -= 1
    return finder.governing(members[k])


def _is_same(first: Trigger, second: Trigger | None) -> bool:
    return second is not None and (first.first, first.last) == (second.first, second.last)


def _is_of_part(clause: Clause, given: Trigger | None, own: Trigger | None) -> bool:
    """Whether the verb behind a whole is said of its part: "three of the four lamps lit up"."""
    is_same = given is not None and own is not None and given.first == own.first
    is_relative = _is_of_relative(clause, own)  # "12 of the 140 who applied were given a place"
    return is_same or _rule(own) == "own-noun" or (_rule(own) == "subject" and not is_relative)


def _is_place_of_subject(
    clause: Clause, first: Mention, second: Mention, given: Trigger | None, own: Trigger | None
) -> bool:
    """ "900 workers at two plants walked off": the verb is said of the workers."""
    if not given or not own or given.first != own.first or given.rule != "subject" or own.rule != "state-after":
        return False
    words = clause.text[first.phrase_end : second.phrase_start].split()
    return len(words) == 1 and words[0] in clause.lexicon.sets["prepositions"]


def _without_places_of_subjects(found: Found) -> Found:
    """ "400 pupils are taught at three sites": the verb is said of the pupils, and nothing of where it happens."""
    subjects = {trigger.first for trigger in found if trigger and trigger.rule != "place"}
    return [t if t is None or t.rule != "place" or t.first not in subjects else None for t in found]


def _backward(finder: TriggerFinder, mentions: list[Mention], found: Found) -> Found:
    """ "14 tanks, 10 guns and 60 trucks were destroyed", "from $5 to $7"."""
    joined = False
    for i in range(len(mentions) - 1, 0, -1):
        first, second, rule = mentions[i - 1], mentions[i], _rule(found[i])
        gap = finder.clause.text[first.phrase_end : second.phrase_start]
        if found[i] and _is_told_part(finder, mentions, found, i - 1):
            joined = False
            continue  # "23 people were killed, including two women, and 60 injured"
        is_joined = bool(_JOINED.search(gap))
        joined = joined or is_joined
        is_other = first.kind != second.kind and ("age" in (first.kind,) or "money" in (first.kind, second.kind))
        are_alike = not is_other  # "30% are aged 26 or older, 65% are men"
        listed = rule in _SUBJECT_RULES and found[i - 1] is None and are_alike and _is_list(finder, first, second)
        if listed and rule == "subject" and finder.is_behind_preposition(first):
            found[i] = None if is_joined else found[i]  # "nurses in 19 towns and two ports will gain"
            continue
        if listed and _only_describes_last(finder, first, found[i]):
            continue
        if listed and gap.strip() == "plus" and _is_of_relative(finder.clause, found[i]):
            continue  # "14 painters plus 31 pupils who have joined"
        if _is_list(finder, first, second) and (told := _behind_state(finder, found[i - 1], found[i])):
            found[i - 1] = told
            continue
        shared = (listed and (joined or rule == "subject")) or _is_range(first, second, gap)
        found[i - 1] = found[i] if shared and found[i - 1] is None else found[i - 1]
        joined = joined and shared
    return found


def _behind_state(finder: TriggerFinder, before: Trigger | None, state: Trigger | None) -> Trigger | None:
    """ "16 bodies and 40 wounded had been brought in": the verb of both, where the state stands for a noun."""
    if state is None or state.rule != "state-after" or (before is not None and before.first != state.first):
        return None
    is_noun = finder.clause.is_in(state.last + 1, "auxiliaries")
    return finder.subjects.verb_at(state.last + 1) if is_noun else None


def _is_told_part(finder: TriggerFinder, mentions: list[Mention], found: Found, i: int) -> bool:
    """Whether a mention stands in an aside that names parts of another one, of which a verb before it tells."""
    text = finder.clause.text
    for k in range(i, 0, -1):
        whole, part = mentions[k - 1], mentions[k]
        if part.kind != "count":
            return False
        if _is_part(finder, part, text[whole.phrase_end : part.phrase_start]):
            told = found[k - 1]
            return told is not None and finder.clause.starts[told.first] < part.phrase_start
        if not _is_list(finder, whole, part):
            return False
    return False


def _only_describes_last(finder: TriggerFinder, first: Mention, found: Trigger | None) -> bool:
    """ "is survived by three sons, nine nieces and a nephew born in May": the list has a verb before it."""
    return _rule(found) == "state-after" and finder.listed_by(first)


def _is_of_relative(clause: Clause, trigger: Trigger | None) -> bool:
    """Whether a verb stands in a relative clause, also in one without "that": "of the $1.1 billion it sought"."""
    if trigger is None:
        return False
    contact = clause.past_adverbs(trigger.first - 1 - clause.is_in(trigger.first - 1, "auxiliaries"))
    led = clause.is_text(contact, "it", "they", "he", "she", "we") and not clause.is_stop(contact - 1)
    return led or any(clause.is_in(j, "relatives") for j in range(trigger.first - 3, trigger.first))


def _is_given(finder: TriggerFinder, first: Mention, second: Mention, gap: str, given: Trigger | None) -> bool:
    """Whether the second mention has the event of the first one."""
    if first.kind == second.kind == "measure" and gap.strip() in ("x", "×"):
        return True  # "measures 70 x 63 cm"
    if given and finder.clause.is_in(given.first, "be") and _is_last_of_being(finder, second, gap):
        return True  # "37 were children and 19 women"
    if given and finder.clause.base(given.first) in ("survive", "leave") and _KIN.fullmatch(gap):
        return True  # "is survived by two sons, Ed and Al; nine grandchildren; and a niece"
    if _is_range(first, second, gap) or (_BRACKET.fullmatch(gap) and first.kind != "time"):
        return True
    if _is_level_of(finder.clause, first, second, gap, given):
        return True
    if "time" not in (first.kind, second.kind) and _OR.fullmatch(gap):
        return True  # "a third of the budget, or $90 million, goes to debt"
    if first.kind == second.kind and given and given.type in ("RISE", "FALL"):
        is_level = gap.strip() == "at" and finder.clause.is_in(given.first - 1, "auxiliaries")
        if gap.strip() == ", to" or is_level:
            return True  # "rose by $400, to $11,200", "was up 40 points at 12,140"
    if first.kind == second.kind and first.kind != "time" and _COMPARED.fullmatch(gap):
        return True
    if second.kind in ("count", "percent", "ratio", "age", "time") and _is_part(finder, second, gap):
        return True
    if given and goes_on(finder.clause.text, first, second, of_subject=_rule(given) in _SUBJECT_RULES):
        return True
    if given and second.kind == first.kind == "count":
        behind = finder.clause.words[given.last].end
        if _MORE.fullmatch(finder.clause.text, behind, max(behind, second.char_start)):
            return True  # "300 jobs will go in Leeds and a further 120 in Hull"
    if second.kind == "time" and (finder.attributes.is_attribute(second) or gap.endswith(" of ")):
        return False  # "stayed three nights at the inn, a ten-minute walk from the sea", "a drive of an hour"
    if _rule(given) == "nominal" and first.kind != second.kind:
        return False  # "in a survey of 2,000 parents, 64% said"
    if _rule(given) in ("own-noun", "predicate", *_SUBJECT_RULES) or (second.kind == "age" and first.kind != "age"):
        return False
    if gap.strip() in ("for every", "in every") and first.kind == second.kind == "count":
        return True  # "has one nurse for every 12 patients"
    is_try = second.noun_head in finder.lexicon.sets["tries"]
    if is_try and _TRIES.fullmatch(gap):
        return True  # "ran for 120 yards on 22 carries"
    return _is_list(finder, first, second) or _continues(finder, first, second, gap)


def _is_last_of_being(finder: TriggerFinder, second: Mention, gap: str) -> bool:
    """Whether a count that ends its clause goes on what "be" says: "37 were children and 19 women"."""
    ends = finder.clause.text[second.phrase_end : second.phrase_end + 1] in (",", ".", ";")
    return ends and bool(_OF_BEING.fullmatch(gap))


def _is_level_of(clause: Clause, first: Mention, second: Mention, gap: str, given: Trigger | None) -> bool:
    """ "raise pay by 33%, to over $40", "ended 2% up at $14": what a share changes an amount to."""
    is_change = first.kind in ("percent", "ratio") and second.kind in ("money", "count", "measure")
    if given and given.rule == "state-before" and gap.strip() == "at":
        return is_change  # "were down 4% at $12"
    is_level = gap.strip() in (", to", ", at", "up at", "down at", "higher at", "lower at")
    moves = given and (given.type in ("RISE", "FALL") or clause.base(given.first) in clause.lexicon.sets["movers"])
    return is_change and is_level and bool(given and (moves or gap.strip() != ", to"))


def _is_range(first: Mention, second: Mention, gap: str) -> bool:
    """ "climbed from 1,297 to 1,419", "cut to $5 from $6", "grew by 24 percent, from 2.5 to 3.1"."""
    to_whose = first.kind == "percent" and _TO_WHOSE.fullmatch(gap)  # "47% to Lee's 41%"
    if gap.strip() == ", from":
        return first.kind in ("percent", second.kind)
    return first.kind == second.kind and (gap.strip() in ("to", "from") or bool(to_whose))


def _is_only_described(clause: Clause, second: Mention, given: Trigger | None, own: Trigger | None) -> bool:
    """ "killed 12 soldiers and 3 guests who fled": the second one is an object, too, and its relative describes it."""
    if not given or not own or given.rule not in _OBJECT_RULES or own.rule != "subject":
        return False
    end = bisect_left(clause.starts, second.phrase_end)
    return any(clause.is_in(j, "relatives") for j in range(end, min(own.first, end + 6)))


def _is_of_group(finder: TriggerFinder, first: Mention, gap: str) -> bool:
    """ "Among the 40 injured were two nurses": whether the second is one of those whom the first counts."""
    left = bisect_left(finder.clause.starts, first.char_start) - 1
    is_among = finder.clause.is_text(finder.objects.skip_back(left), "among")
    return is_among and gap.split()[-1:] in (["were"], ["was"], ["are"], ["is"])


def _are_carried(
    finder: TriggerFinder, first: Mention, second: Mention, given: Trigger | None, own: Trigger | None
) -> bool:
    """ "a ferry carrying 240 passengers and 18 crew sank": the verb behind the list is that of what carries it."""
    if given is None or own is None or given.rule != "object" or own.rule not in _SUBJECT_RULES:
        return False
    clause, i = finder.clause, given.first
    if clause.base(i) not in clause.lexicon.sets["carrying"] or clause.forms(i) != {"ing"}:
        return False
    return {first.noun_head, second.noun_head} <= clause.lexicon.sets["living"]


def _is_from(finder: TriggerFinder, mention: Mention) -> bool:
    """Whether the mention is where a change begins."""
    left = bisect_left(finder.clause.starts, mention.char_start) - 1
    return finder.clause.is_text(finder.objects.skip_back(left), "from")


def _is_part(finder: TriggerFinder, second: Mention, gap: str) -> bool:
    """ "six people died, four of them women", "including two children", "three were shot, one fatally"."""
    if _AMONG.fullmatch(gap) or _DASH.fullmatch(gap):
        return True
    tells = _OF_THEM.match(finder.clause.text, second.char_end) or _HOW.match(finder.clause.text, second.char_end)
    return bool(tells and _PART_GAP.fullmatch(gap))


def _rule(trigger: Trigger | None) -> str:
    return trigger.rule if trigger else ""


def _is_list(finder: TriggerFinder, first: Mention, second: Mention) -> bool:
    """Whether two mentions stand side by side: nothing but a comma or "and" between their phrases."""
    if first.kind == "time" or second.kind == "time" or first.phrase_end > second.phrase_start:
        return False
    gap = finder.clause.text[first.phrase_end : second.phrase_start]
    return len(gap) <= _SHORT_GAP and bool(_LIST_GAP.match(gap))


def _is_plain_list(finder: TriggerFinder, first: Mention, second: Mention) -> bool:
    """Whether the second is another object, and no part of the first: not "12 cases, including three deaths"."""
    gap = finder.clause.text[first.phrase_end : second.phrase_start]
    return "including" not in gap and _is_list(finder, first, second)


def _continues(finder: TriggerFinder, first: Mention, second: Mention, gap: str) -> bool:
    """Whether the second mention goes on the list of the first one past words that belong to the first."""
    if first.kind == "time" and second.kind in ("count", "measure"):
        return False
    if second.kind == "measure" and _DISTANT.match(finder.clause.text, second.phrase_end):
        return False  # "saw 30 dolphins one day, two miles out"
    gap = re.sub(r"\([^()]*\)", "", gap)
    if len(gap) > (_LONG_GAP if first.kind == second.kind else _LONG_GAP // 2) or not _GOES_ON.search(gap):
        return False
    clause = finder.clause
    between = range(bisect_left(clause.starts, first.phrase_end), bisect_left(clause.starts, second.phrase_start))
    return not any(
        finder.is_verb(i)
        and not (clause.forms(i) == {"ing"} and not finder.objects.is_participle(i))  # "of attempted smuggling"
        and not clause.is_in(i - 1, "prepositions")
        and clause.text[clause.starts[i] - 1] != "("
        for i in between
    )
