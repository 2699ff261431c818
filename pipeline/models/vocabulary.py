"""The words that columns may hold, taken from the types of the cores so that they cannot drift apart."""

from typing import get_args

from pipeline.bylines import AuthorKind
from pipeline.dates import Origin, Precision, Role, ZoneFrom
from pipeline.numbers.mention import Attribution, Comparator, Kind, Modality, Part, Subkind, TimexType
from pipeline.reports import State
from pipeline.verdicts import RowKind, Severity

AUTHOR_KINDS: tuple[str, ...] = get_args(AuthorKind)
ORIGINS: tuple[str, ...] = get_args(Origin)
PRECISIONS: tuple[str, ...] = get_args(Precision)
DATE_ROLES: tuple[str, ...] = get_args(Role)
ZONE_ORIGINS: tuple[str, ...] = get_args(ZoneFrom)
DATE_CHOICES = ("published", "modified")
KINDS: tuple[str, ...] = get_args(Kind)
SUBKINDS: tuple[str, ...] = get_args(Subkind)
COMPARATORS: tuple[str, ...] = get_args(Comparator)
PARTS: tuple[str, ...] = get_args(Part)
MODALITIES: tuple[str, ...] = get_args(Modality)
ATTRIBUTIONS: tuple[str, ...] = get_args(Attribution)
TIMEX_TYPES: tuple[str, ...] = get_args(TimexType)
SIDES = ("below", "above")
PURPOSES = ("page", "listing", "robots", "rights")
OUTCOMES = ("article", "rejected", "quarantined", "fetched", "unchanged", "failed", "writing", "answered")
ROW_KINDS: tuple[str, ...] = get_args(RowKind)
SEVERITIES: tuple[str, ...] = get_args(Severity)
RUN_STATES = ("running", "success", "failed")
DISCOVERY_STATES: tuple[str, ...] = get_args(State)
NAME_ORIGINS = ("source", "page", "site")
CONTENT_FIELDS = ("headline", "body", "byline")
