"""Earned value: what the work done so far was planned to cost, against what it did cost."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rule_sources import Source
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

PRA = "P. Govan, Project Risk Analysis, chapter 5: earned value management"
_rule = Source("PRA-5", PRA).rule
AC = _rule("evm.ac", "Actual cost", "sum of the costs known by the day", "money")
CV = _rule("evm.cv", "Cost variance", "EV - AC", "money")
SV = _rule("evm.sv", "Schedule variance", "EV - PV", "money")
CPI = _rule("evm.cpi", "Cost performance index", "EV / AC", "ratio")
SPI = _rule("evm.spi", "Schedule performance index", "EV / PV", "ratio")
EAC_TYPICAL = _rule("evm.eac-typical", "Estimate at completion, as so far", "BAC / CPI", "money")
EAC_ATYPICAL = _rule("evm.eac-atypical", "Estimate at completion, rest as planned", "AC + (BAC - EV)", "money")
EAC_MIXED = _rule(
    "evm.eac-mixed", "Estimate at completion, cost and time as so far", "AC + (BAC - EV) / (CPI x SPI)", "money"
)
ETC = _rule("evm.etc", "Estimate to complete", "EAC - AC", "money")
VAC = _rule("evm.vac", "Variance at completion", "BAC - EAC", "money")
TCPI_BAC = _rule("evm.tcpi-bac", "To-complete index, to the budget", "(BAC - EV) / (BAC - AC)", "ratio")
TCPI_EAC = _rule("evm.tcpi-eac", "To-complete index, to the estimate", "(BAC - EV) / (EAC - AC)", "ratio")
RULES = (
    AC, CV, SV, CPI, SPI, EAC_TYPICAL, EAC_ATYPICAL, EAC_MIXED, ETC, VAC, TCPI_BAC, TCPI_EAC,
)  # fmt: skip


def cost_variance(ev: Decimal, ac: Decimal) -> Decimal:
    """EV - AC: negative when the work cost more than planned."""
    return ev - ac


def schedule_variance(ev: Decimal, pv: Decimal) -> Decimal:
    """EV - PV: negative when less was done than planned."""
    return ev - pv


def cpi(ev: Decimal, ac: Decimal) -> Outcome:
    """EV / AC."""
    return quotient(ev, ac, told("earned value"), told("actual cost"))


def spi(ev: Decimal, pv: Decimal) -> Outcome:
    """EV / PV; returns to 1 at the end of a late project, see earned schedule."""
    return quotient(ev, pv, told("earned value"), told("planned value"))


def eac_typical(bac: Decimal, ev: Decimal, ac: Decimal) -> Outcome:
    """BAC / CPI, computed as BAC x AC / EV so that no rounded index enters."""
    if ac == 0:
        return Outcome(None, told("the actual cost is zero"))
    return quotient(bac * ac, ev, told("actual cost"), told("earned value"))


def eac_atypical(bac: Decimal, ev: Decimal, ac: Decimal) -> Decimal:
    """AC + (BAC - EV): the rest goes as planned."""
    return ac + bac - ev


def eac_mixed(bac: Decimal, ev: Decimal, ac: Decimal, pv: Decimal) -> Outcome:
    """AC + (BAC - EV) / (CPI x SPI), with CPI x SPI = EV² / (AC x PV)."""
    if ac == 0 or pv == 0:
        return Outcome(None, told("the actual cost is zero") if ac == 0 else told("the planned value is zero"))
    rest = quotient((bac - ev) * ac * pv, ev * ev, told("remaining work"), told("earned value"))
    return rest if rest.value is None else Outcome(ac + rest.value)


def etc(eac: Decimal, ac: Decimal) -> Decimal:
    """EAC - AC: what is still to be spent."""
    return eac - ac


def vac(bac: Decimal, eac: Decimal) -> Decimal:
    """BAC - EAC: negative when the budget will not suffice."""
    return bac - eac


def tcpi_to_budget(bac: Decimal, ev: Decimal, ac: Decimal) -> Outcome:
    """(BAC - EV) / (BAC - AC): the efficiency needed to end within the budget."""
    return quotient(bac - ev, bac - ac, told("remaining work"), told("remaining budget"))


def tcpi_to_estimate(bac: Decimal, ev: Decimal, ac: Decimal, eac: Decimal) -> Outcome:
    """(BAC - EV) / (EAC - AC): the efficiency needed to end within the estimate."""
    return quotient(bac - ev, eac - ac, told("remaining work"), told("estimate to complete"))
