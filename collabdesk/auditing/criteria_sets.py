"""Criteria sets: which criteria an audit uses, with thresholds and sources, from resources/criteria."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from collabdesk import discovery
from collabdesk.auditing import criteria
from collabdesk.auditing.criterion import Criterion, Settings
from collabdesk.auditing.wording import Threshold
from collabdesk.domain.problems import Refused
from collabdesk.paths import resources


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A named, dated set; `criteria` in the order in which it lists them."""

    key: str
    title: str
    version: str
    source: str
    criteria: tuple[tuple[Criterion, Settings], ...]


def names() -> list[str]:
    """The keys of the sets there are."""
    return sorted(path.stem for path in resources("criteria").glob("*.toml"))


@cache
def load(key: str) -> CriteriaSet:
    """The set with this key. Refused when there is none, or when it lacks a threshold that a criterion needs."""
    if key not in names():
        raise Refused(f"There is no criteria set {key!r}. There are: {', '.join(names())}.", "no-criteria-set")
    table = tomllib.loads(resources("criteria", f"{key}.toml").read_text("utf-8"))
    known = {c.key: c for c in discovery.constants(criteria, "CRITERION")}
    chosen = tuple((_known(known, entry, key), _settings(entry)) for entry in table["criterion"])
    for criterion, settings in chosen:
        missing = set(criterion.needs) - settings.thresholds.keys()
        if missing:
            raise Refused(f"{key}.toml gives no {', '.join(sorted(missing))} for {criterion.key}.", "no-threshold")
    return CriteriaSet(key, table["title"], table["version"], table["source"], chosen)


def _known(known: Mapping[str, Criterion], entry: Mapping[str, object], key: str) -> Criterion:
    try:
        return known[str(entry["key"])]
    except KeyError:
        raise Refused(f"{key}.toml names the criterion {entry['key']!r}, which is not known.", "no-criterion") from None


def _settings(entry: Mapping[str, object]) -> Settings:
    words = {"key", "asks", "source", "dimension", "severity"}
    thresholds = {name: Decimal(str(value)) for name, value in entry.items() if name not in words}
    asks = str(entry.get("asks", "")).format_map({name: Threshold(value) for name, value in thresholds.items()})
    return Settings(str(entry["source"]), str(entry["dimension"]), str(entry["severity"]), thresholds, asks)
