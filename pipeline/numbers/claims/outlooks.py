"""Verbs of those who look ahead: "Acme sees sales of", "forecast revenue", "is expecting", "were looking for"."""

import re

from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.scopes import ScopeReader
from pipeline.numbers.sentences import Sentence

__all__ = ["PERFECT", "OutlookReader", "is_plural"]

_STOP = re.compile(r"[,;:—–](?!\d)")
PERFECT = re.compile(r" (?:had|have|has) $")  # "economists had forecast"
_NOUN_GOES_ON = re.compile(r" (?:for|of|in|on|to|from|by|at|and|or|with|as|was|is|has|had|will|would|that)\b|[.,;:]")
_AMOUNT = re.compile(
    r" (?:(?:at least|more than|fewer than|less than|as many as|up to|nearly|almost|about|around|between) )?[$£€]?\d"
)


def is_plural(named: Claimant) -> bool:
    few = named.text.split()[0].lower() in ("those", "many", "most", "some", "few", "others", "several", "both")
    return named.text in ("they", "i", "we", "you") or named.is_plural or few or named.text.lower().endswith("data")


class OutlookReader(ScopeReader):
    """Judges the verbs of one text that may forecast."""

    def _words_behind(self, cue: re.Match[str], count: int) -> set[str]:
        """The next words behind a verb, in lower case."""
        return set(re.findall(r"[\w’'-]+", self.text[cue.end() : cue.end() + 80].lower())[:count])

    def _looks_ahead(self, named: Claimant, cue: re.Match[str]) -> bool:
        """Whether "sees", "is expecting", "are looking for" forecast: sales, growth; or said by forecasters."""
        if (
            self.words.bases[cue.group()] != "be looking for"
            and self._words_behind(cue, 7) & self.words.sets["outlooks"]
        ):
            return True
        who = self.words.sets["forecasters"] | self.words.expected_papers
        return bool(set(re.findall(r"\w+", named.text.lower())) & who)

    def _is_past_forecast(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether "forecast" is the verb: "Acme forecast sales of", "has forecast"; not "the forecast for"."""
        if _AMOUNT.match(self.text, cue.end()) or PERFECT.search(self.text, cue.start() - 6, cue.start()):
            return True
        return _NOUN_GOES_ON.match(self.text, cue.end()) is None and self._has_no_verb(cue, sentence)

    def _is_only_verb(self, named: Claimant, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether "forecasts" in "the bank forecasts growth of 2%" must be the verb: the clause has no other."""
        if self.words.verbs[cue.group()] != "report" or not cue.group().endswith("s") or is_plural(named):
            return False
        return self._has_no_verb(cue, sentence)

    def _has_no_verb(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether no finite verb stands behind another in its clause."""
        stop = _STOP.search(self.text, cue.end(), sentence.end)
        clause = re.findall(r"[\w’']+", self.text[cue.end() : stop.start() if stop else sentence.end])
        finite = self.words.sets["auxiliaries"]
        return bool(clause) and not any(w in finite or w.endswith("ed") or self.words.is_finite(w) for w in clause)
