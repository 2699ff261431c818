"""/.well-known/tdmrep.json: for which of its pages a site reserves text and data mining (TDM Reservation Protocol)."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from yarl import URL

from pipeline.adapters.http.errors import FetchError, FetchRejected
from pipeline.adapters.http.sites import SiteFile, kept_until

PATH = "/.well-known/tdmrep.json"
_MOST_RULES, _LONGEST = 1_000, 2_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: a pattern of paths (`*` any characters, a closing `$` the end), and what holds there."""

    location: str
    reserved: bool
    policy: str | None = None

    def holds(self, path: str) -> bool:
        """Whether a path, with its query, is one of these."""
        closed = self.location.endswith("$")
        first, *parts = [_quoted(part) for part in self.location.removesuffix("$").split("*")]
        if not path.startswith(first):
            return False
        if closed and not parts:
            return path == first
        at = len(first)
        last = parts.pop() if closed else ""
        for part in parts:  # as early as possible, which leaves most to the parts behind
            if (found := path.find(part, at)) < 0:
                return False
            at = found + len(part)
        return path.endswith(last) and len(path) - len(last) >= at


@dataclass(frozen=True, slots=True)
class Reservations(SiteFile):
    """What a site's file says; without one nothing is reserved by it, and the first rule that holds counts."""

    rules: tuple[Rule, ...] = ()

    def check(self, url: str) -> None:
        """Raises where the address is reserved: `FetchRejected` by a rule, else what made the file fail."""
        if self.failure is not None:
            raise self.refusal(self.failure, url, "tdmrep.json", "tdmrep-unreachable")
        path = URL(url).raw_path_qs
        rule = next((rule for rule in self.rules if rule.holds(path)), None)
        if rule is not None and rule.reserved:
            terms = f"; its terms: {rule.policy}" if rule.policy else ""
            what = f"tdmrep.json reserves text and data mining of {rule.location}"
            raise FetchRejected("tdm-reserved", url, f"{what} (fetch.mining_permitted{terms})")


def reservations_of(status: int, body: bytes) -> Reservations:
    """What an answer means; an answer that is no such file says nothing."""
    try:
        entries = json.loads(body) if 200 <= status < 300 else []
    except (ValueError, RecursionError):
        entries = []
    listed = entries if isinstance(entries, list) else []
    return Reservations(kept_until(), rules=tuple(rule for entry in listed[:_MOST_RULES] if (rule := _rule(entry))))


def unreachable(failure: FetchError) -> Reservations:
    """What a failure means: nothing may be mined before it is asked again; what will never come says nothing."""
    if isinstance(failure, FetchRejected):
        return Reservations(kept_until())
    return Reservations(kept_until(failure), failure)


def _rule(entry: Any) -> Rule | None:
    if not isinstance(entry, dict):
        return None
    location, reserved, policy = (entry.get(name) for name in ("location", "tdm-reservation", "tdm-policy"))
    if not isinstance(location, str) or len(location) > _LONGEST or str(reserved) not in ("0", "1"):
        return None
    return Rule(location, str(reserved) == "1", policy if isinstance(policy, str) else None)


def _quoted(part: str) -> str:
    """As addresses are asked for: what is not ASCII in percent signs."""
    return part if part.isascii() else quote(part, safe="/?&=%:@!$'()*+,;~-._")
