"""Every index and forecast of earned value from its four values; what cannot be told carries the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from collabdesk.auditing.value_totals import Totals
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told, words
from collabdesk.measures import evm

_Formula = Callable[[Decimal, Decimal], Decimal]
_NAMES = {"bac": "budget", "pv": "planned value", "ev": "earned value", "ac": "actual cost"}


@dataclass(frozen=True, slots=True)
class Index:
    """One index: its rule, the slug of its figure, and what it was computed from. `rests_on` are the values behind."""

    rule: Rule
    slug: str
    outcome: Outcome
    inputs: Mapping[str, Decimal | None]
    rests_on: tuple[str, ...]
    label: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Estimate:
    """One way to estimate the cost at completion."""

    rule: Rule
    end: str
    words: str
    rests_on: tuple[str, ...]


_ESTIMATES = (
    _Estimate(evm.EAC_TYPICAL, "", told("as so far"), ("bac", "ev", "ac")),
    _Estimate(evm.EAC_ATYPICAL, "-atypical", told("rest as planned"), ("bac", "ev", "ac")),
    _Estimate(evm.EAC_MIXED, "-mixed", told("cost and time as so far"), ("bac", "ev", "ac", "pv")),
)


def indices(found: Totals) -> Iterator[Index]:
    """CV, SV, CPI, SPI; EAC in three ways with ETC and VAC of each; TCPI to the budget and to the first estimate."""
    yield _index(found, evm.CV, ("ev", "ac"))
    yield _index(found, evm.SV, ("ev", "pv"))
    yield _index(found, evm.CPI, ("ev", "ac"))
    yield _index(found, evm.SPI, ("ev", "pv"))
    estimates = [(one, _computed(found, one.rule, one.rests_on)) for one in _ESTIMATES]
    for one, eac in estimates:
        yield Index(one.rule, f"eac{one.end}", eac, _values(found, one.rests_on), one.rests_on)
    for one, eac in estimates:
        etc = _with(eac, found.ac, evm.etc)
        inputs = {"eac": eac.value, "ac": found.ac.value}
        yield Index(
            evm.ETC,
            f"etc{one.end}",
            etc,
            inputs,
            one.rests_on,
            told("{estimate}, {how}", estimate=told(evm.ETC.label), how=one.words),
        )
    for one, eac in estimates:
        vac = _with(eac, found.bac, lambda estimate, bac: evm.vac(bac, estimate))
        inputs = {"bac": found.bac.value, "eac": eac.value}
        yield Index(
            evm.VAC,
            f"vac{one.end}",
            vac,
            inputs,
            one.rests_on,
            told("{estimate}, {how}", estimate=told(evm.VAC.label), how=one.words),
        )
    yield replace(_index(found, evm.TCPI_BAC, ("bac", "ev", "ac")), note=_overspent(found))
    typical = estimates[0][1]
    rests_on = _ESTIMATES[0].rests_on
    inputs = {**_values(found, rests_on), "eac": typical.value}
    yield Index(evm.TCPI_EAC, "tcpi-eac", _to_estimate(found, typical), inputs, rests_on)


def _index(found: Totals, rule: Rule, names: tuple[str, ...]) -> Index:
    slug = rule.name.partition(".")[2]
    return Index(rule, slug, _computed(found, rule, names), _values(found, names), names)


def _values(found: Totals, names: tuple[str, ...]) -> dict[str, Decimal | None]:
    return {name: _outcome(found, name).value for name in names}


def _outcome(found: Totals, name: str) -> Outcome:
    outcome: Outcome = getattr(found, name)
    return outcome


def _computed(found: Totals, rule: Rule, names: tuple[str, ...]) -> Outcome:
    """The rule's formula, or why one of its values is not there."""
    missing = next((name for name in names if _outcome(found, name).value is None), None)
    if missing is not None:
        return Outcome(
            None,
            told(
                "no {names}: {reason}", names=told(_NAMES[missing]), reason=words(_outcome(found, missing).reason or "")
            ),
        )
    bac, pv, ev, ac = (o.value or Decimal(0) for o in (found.bac, found.pv, found.ev, found.ac))
    formulas = {
        evm.CV.name: lambda: Outcome(evm.cost_variance(ev, ac)),
        evm.SV.name: lambda: Outcome(evm.schedule_variance(ev, pv)),
        evm.CPI.name: lambda: evm.cpi(ev, ac),
        evm.SPI.name: lambda: evm.spi(ev, pv),
        evm.EAC_TYPICAL.name: lambda: evm.eac_typical(bac, ev, ac),
        evm.EAC_ATYPICAL.name: lambda: Outcome(evm.eac_atypical(bac, ev, ac)),
        evm.EAC_MIXED.name: lambda: evm.eac_mixed(bac, ev, ac, pv),
        evm.TCPI_BAC.name: lambda: evm.tcpi_to_budget(bac, ev, ac),
    }
    return formulas[rule.name]()


def _with(estimate: Outcome, other: Outcome, formula: _Formula) -> Outcome:
    if estimate.value is None or other.value is None:
        return estimate
    return Outcome(formula(estimate.value, other.value))


def _overspent(found: Totals) -> str | None:
    bac, ac = found.bac.value, found.ac.value
    return (
        told("more is spent than the budget: it cannot be kept")
        if bac is not None and ac is not None and ac > bac
        else None
    )


def _to_estimate(found: Totals, estimate: Outcome) -> Outcome:
    bac, ev, ac = found.bac.value, found.ev.value, found.ac.value
    if estimate.value is None or bac is None or ev is None or ac is None:
        return estimate
    return evm.tcpi_to_estimate(bac, ev, ac, estimate.value)
