"""Numbers that only describe: "a two-time champion", "an 18-year war", "$1 bills", "Edda Falk, 57"."""

import re
from bisect import bisect_left

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.mention import Mention
from pipeline.numbers.tokens import HYPHENS

_HOW = ("in", "by", "at", "from", "on")
_MORE = ("plus", "odd")  # "60-plus years" are no compound
_POSSESSED = re.compile(r"[-‐‑ ][a-z]+[-‐‑ ]old(?: (?!death|murder|birth)[a-z]+)?['’]s\b")
_FILLED = r"(?:spen(?:ds?|t|ding)|cover(?:s|ed|ing)?|span(?:s|ned|ning)?|dominat(?:es?|ed|ing))"
_FOR_SPAN = re.compile(rf"\b(?:[Ff]or|{_FILLED})\s+(?:the|his|her|its|their|our|my)\s+(?:past|last|next|coming)\s+\Z")
_SIZE = re.compile(r"[-‐‑ ][a-z]+[-‐‑](?:wide|tall|long|high|deep|thick)\b")
_OLD = re.compile(r"[-‐‑ ](?:year|month|week|day)s?[-‐‑ ]old\b")


def is_how_long(text: str, mention: Mention) -> bool:
    """Whether a time up to now, or from now on, says how long: "for the past year", "spent the past two years"."""
    return bool(_FOR_SPAN.search(text, max(0, mention.phrase_start - 12), mention.char_start))


class AttributeRules:
    """Which mentions have no event of their own, and which are compounds."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon

    def is_denomination(self, mention: Mention) -> bool:
        if mention.kind != "money":
            return False
        first = bisect_left(self.clause.starts, mention.char_end)
        return self.clause.is_in(first, "denominations")

    def is_hyphened(self, mention: Mention) -> bool:
        text, end = self.clause.text, mention.char_end
        return text[end : end + 1] in HYPHENS and not text.startswith(_MORE, end + 1)

    def is_compound(self, mention: Mention) -> bool:
        """ "a 12-member panel", "a 180 page book": the number stands with a singular that describes the noun."""
        if self.is_hyphened(mention):
            return True
        first = bisect_left(self.clause.starts, mention.char_end)
        return mention.kind == "count" and mention.value != 1 and self.clause.is_in(first, "attributive")

    def is_manner(self, mention: Mention, left: int) -> bool:
        """ "in one case", "by one measure": how, not of what; `left` is the index of the preposition."""
        is_one = mention.kind == "count" and mention.value == 1
        return is_one and mention.noun_head in self.lexicon.sets["manner_nouns"] and self.clause.is_text(left, *_HOW)

    def is_of_parent(self, mention: Mention, left: int) -> bool:
        """ "a mother of four who walked home": what is told of the mother; `left` is the index of "of"."""
        is_of = mention.kind == "count" and self.clause.is_text(left, "of")
        return is_of and self.clause.is_text(left - 1, "mother", "father", "parent", "mom", "mum", "dad", "grandmother")

    def is_attribute(self, mention: Mention) -> bool:
        """ "a two-time champion", "the 81-year-old's doctor", "an 18-year war": the number describes another thing."""
        if mention.kind == "age" and _POSSESSED.match(self.clause.text, mention.char_end):
            return True
        if mention.kind == "count" and self.clause.text[max(0, mention.char_start - 1) : mention.char_start] in HYPHENS:
            return True  # "the mother-of-two"
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        if mention.kind == "age" and self.clause.is_text(left - 1, '"', "”"):
            return True  # ",” wrote 43-year-old Ann Lee": who spoke
        first = self.clause.low(bisect_left(self.clause.starts, mention.phrase_start))
        if mention.kind == "measure" and _SIZE.match(self.clause.text, mention.char_end):
            return True  # "the 1,900-mile-wide moon"
        if mention.kind == "measure" and first.endswith("er") and first != "over":
            return True  # "particles smaller than 2 microns"
        if not self.is_hyphened(mention):
            return False
        if mention.kind == "count" and mention.noun_head in self.lexicon.sets["sort_nouns"]:
            return True  # "a two-tone shirt", "the two-party system"
        if mention.kind == "time":
            right = bisect_left(self.clause.starts, mention.phrase_end)
            return not any(self.clause.is_in(i, "term_nouns") for i in range(right - 1, right + 3))
        return self.clause.text[mention.char_end + 1 : mention.char_end + 5] == "time"

    def is_bare_age(self, mention: Mention) -> bool:
        """ "Edda Falk, 57, said", "at the age of 12": an age that stands alone, not "a 42-year-old woman"."""
        if mention.kind != "age":
            return False
        old = _OLD.match(self.clause.text, mention.char_end)
        if old and old.end() < mention.phrase_end:
            return False  # "a prize for 40 year old Ann Lee"
        before = bisect_left(self.clause.starts, mention.char_start) - 1
        return self.clause.is_text(before, ",", "also", "aged", "age", "ages") or any(
            self.clause.is_in(before, name) for name in ("prepositions", "be")
        )

    def has_plural(self, mention: Mention) -> bool:
        """ "100 mph winds hammer the coast": a plural behind the unit."""
        last = self.clause.low(bisect_left(self.clause.starts, mention.phrase_end) - 1)
        is_noun = (
            mention.noun_head is not None and last != mention.noun_head and last.startswith(mention.noun_head[:-1])
        )
        return is_noun and last.endswith("s") and " of " not in self.clause.text[mention.char_end : mention.phrase_end]

    def is_of_group(self, mention: Mention) -> bool:
        """ "a family of six lives there": the verb is that of the group."""
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        is_bare = mention.phrase_end == mention.char_end and self.clause.is_text(left, "of")
        return is_bare and self.clause.is_in(left - 1, "amount_nouns")
