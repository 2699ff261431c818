"""What stands between a verb of saying and what is said: when, where, how and to whom."""

import re

__all__ = ["ASIDE", "DAY", "LONG_ASIDE", "TIME_ASIDE", "UNDER"]

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_PART = r"(?: (?:morning|afternoon|evening|night))"
ASIDE = re.compile(
    rf"(?: (?:on |late |early |late on )?(?:{DAY}|today|yesterday){_PART}?"
    rf"| on {_MONTH} \d{{1,2}}"
    r"| (?:this|last|earlier|late|early) (?:week|month|year|this week|this month|morning|afternoon|evening|night)"
    r"| earlier (?:today|on)"
    r"| (?:in|at|during|via|on|through) (?:an?|the|his|her|its|their) (?:(?!that )[\w-]+ ){0,3}(?!that\b)[\w-]+"
    r"(?: to [\w ]{2,30}| on \w+)?"
    r"| in (?:court|written|prepared|sworn|public|regulatory) [a-z]+|, [a-z]+(?: [^,;:.“\"]{2,60})?,(?= that\b)"
    r"| on (?:the )?condition of anonymity| (?:by|via|over)"
    r" (?:the )?(?:[a-z]+ )?(?:(?:tele)?phone|e-?mail|text message|video link)"
    r"| to (?:the )?(?:newspaper|paper|channel|broadcaster|agency|magazine|website|network|station)"
    r" [A-Z]\w+(?: [A-Z]\w+)*"
    r"| to (?:me|us|him|her|them|the [A-Z]\w+(?: [A-Z]\w+)*|reporters|lawmakers|"
    r"the [a-z]+(?= *[.,;:\"”]| *$)|[A-Z]\w+(?: [A-Z]\w+)*)"
    r"| in (?:\w+day|[A-Z]\w+(?: (?:(?:of|the|and|for) ){0,2}[A-Z]\w+){0,5})| on [A-Z]\w*(?: [A-Z]\w+)?"
    r"| of [\w’' -]{2,40}"
    r"| at the time| afterwards| later| earlier| recently)*"
)
# "noted during a visit to Acme, a maker of pumps, that"
LONG_ASIDE = re.compile(
    r" (?:during|at|in|after|on|following|before|while) [^.;:“\"\n]{3,160}(?=, that\b)"
    r"| (?:during|after|following|before) [^.,;:“\"\n]{3,90}?"
    r"(?= that (?:the|an?|it|he|she|they|there|its|his|her|their|\d+)\b)"
)
TIME_ASIDE = re.compile(
    rf" (?:(?:on |late |early |late on |earlier on )?{DAY}{_PART}?|yesterday|today|(?:on )?{_MONTH} \d{{1,2}}"
    r"|(?:earlier |late |early )?(?:this|last) (?:week|month|year|morning|afternoon|evening|night))(?=[ ,.])"
)
# "Although the army said so, ...": only the first clause is claimed
UNDER = re.compile(
    r"\W*(?:But |And |Yet |So )?(?:[Ee]ven (?:if|though|as|when)"
    r"|(?:[Ii]f|[Tt]hough|[Aa]lthough|[Ww]hile|[Ww]hen|[Aa]fter|[Aa]s|[Bb]ecause|[Ss]ince|[Bb]efore|[Ww]hereas"
    r"|[Oo]nce)) "
    r"(?:(?:on|in|at) [^,]{1,40}, )?$"
)
