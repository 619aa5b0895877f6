"""Modified total direct costs of a US federal award: the base over its life, what it leaves out, indirect costs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.eligibility import category_title, rate_of
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.federal_costs import Federal, federal
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.domain.figures import Figure
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.mtdc import INDIRECT, MTDC
from collabdesk.measures.reimbursement import DIRECT, ELIGIBLE, REQUESTED, UNKNOWN
from collabdesk.usecases.figuring import Group
from collabdesk.usecases.grant_figures import code_slug, cost_basis, maker, percent, rates_of

_NAMES = ("subaward_cap", "equipment_threshold")


def _figures(facts: Facts) -> Iterator[Figure]:
    grant = facts.grant
    if grant is None or grant.pack.get("subaward_cap") is None:
        return
    make = maker(facts, grant, "mtdc")
    counted: dict[str, object] = {"statuses": grant.counted}
    if not grant.costs:
        yield make(DIRECT, "direct", Outcome(None, told("no cost is recorded")), inputs=counted)
        return
    found = federal(grant)
    left_out = _left_out(found)
    costs = cost_basis(facts, grant)
    for code, amount in found.by_category.items():
        yield make(
            DIRECT, "direct", Outcome(amount), detail=category_title(grant.pack, code), detail_slug=code_slug(code),
            inputs={**counted, "as the sources say": in_a_row(sorted(found.words.get(code, ())))},
            basis=cost_basis(facts, grant, words=found.words.get(code, set())),
        )  # fmt: skip
    if found.unknown:
        yield make(
            UNKNOWN, "unknown-categories", Outcome(sum(found.unknown.values(), Decimal(0))),
            inputs=dict(sorted(found.unknown.items())),
            note=told("say which category each word means: in the rules of the project"),
            basis=cost_basis(facts, grant, words=set(found.unknown)),
        )  # fmt: skip
    given = {**counted, **found.by_category, **({"rates": in_a_row(grant.rates_used)} if grant.rates_used else {})}
    yield make(DIRECT, "direct", found.direct, names=rates_of(grant), inputs=given, basis=costs, note=left_out)
    yield make(
        MTDC,
        "mtdc",
        found.base,
        names=(*_NAMES, *rates_of(grant)),
        inputs=_base_inputs(grant, found),
        basis=costs,
        note=left_out,
    )
    de_minimis = told("de minimis rate: no negotiated rate is recorded") if found.rate_name != "indirect_rate" else None
    rate_given = {"base": found.base.value, "rate": percent(found.rate)}
    recorded = {"indirect costs recorded": found.recorded_indirect} if found.recorded_indirect is not None else {}
    yield make(
        INDIRECT, "indirect", found.indirect, names=(*_NAMES, found.rate_name), inputs={**rate_given, **recorded},
        basis=costs, note=de_minimis,
    )  # fmt: skip
    yield make(
        ELIGIBLE, "eligible", found.whole, names=(*_NAMES, found.rate_name), basis=costs, note=left_out,
        inputs={"direct costs": found.direct.value, "indirect costs": found.indirect.value},
    )  # fmt: skip
    yield from _share(grant, make, found, costs)


def _base_inputs(grant: GrantFacts, found: Federal) -> dict[str, object]:
    given: dict[str, object] = {"statuses": grant.counted, "direct costs": found.direct.value}
    for name in _NAMES:
        value = grant.pack.get(name)
        given[name.replace("_", " ")] = value.value if value else None
    given |= {
        told("outside: {pack}", pack=category_title(grant.pack, code)): amount for code, amount in found.outside.items()
    }
    for name, amount in found.subawards.items():
        beyond = found.beyond_cap.get(name)
        counted = told(", {beyond} of it beyond the cap", beyond=f"{plain(beyond):f}") if beyond is not None else ""
        given[told("subaward {name}", name=name).rstrip()] = f"{plain(amount):f}{counted}"
    if found.own:
        given["paid by the recipient, left out"] = found.own
    return given


def _left_out(found: Federal) -> str | None:
    notes = [found.note] if found.note else []
    if found.unknown:
        amount = sum(found.unknown.values(), Decimal(0))
        words = ", ".join(sorted(found.unknown))
        notes.append(
            told(
                "left out: {amount} in categories that the rule pack does not know ({words})",
                amount=f"{plain(amount):f}",
                words=words,
            )
        )
    return in_a_row(notes) or None


def _share(grant: GrantFacts, make: object, found: Federal, basis: object) -> Iterator[Figure]:
    """What the funder pays, where a rate is recorded: an award without cost sharing has none."""
    rate = rate_of(grant, grant.party(None))
    if rate.value is None or not callable(make):
        return
    whole = found.whole
    outcome = whole if whole.value is None else Outcome(whole.value * rate.value)
    yield make(
        REQUESTED, "requested", outcome, names=(*_NAMES, found.rate_name), basis=basis,
        inputs={"total costs": whole.value, "funding rate": percent(rate.value), "from": rate.told},
    )  # fmt: skip


GROUP = Group("mtdc", 24, _figures)
