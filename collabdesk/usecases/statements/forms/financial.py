"""The individual financial statement of Horizon Europe: a beneficiary's eligible costs A to E and what it requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from collabdesk.auditing.eligibility import Eligible, category_title, of_partner
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.grant_facts import DECIDED, GrantFacts
from collabdesk.domain.dates import in_words, is_later
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.statements import Line, Statement
from collabdesk.domain.told import amount_words, in_a_row, told, words
from collabdesk.measures import he_costs
from collabdesk.measures.reimbursement import BASE, DIRECT, ELIGIBLE, RATE, UNKNOWN
from collabdesk.usecases.grant_figures import percent
from collabdesk.usecases.rates.choosing import choice_of
from collabdesk.usecases.rates.home import in_home_by
from collabdesk.usecases.statements.asking import Asked, Kind
from collabdesk.usecases.statements.cells import cell

_PLACED = ("category", "declared_in", "date", "period_end", "status")
_INDIRECT = "indirect"


def _why_not(facts: Facts) -> str:
    if facts.grant is None:
        return "it names no rule pack"
    if facts.grant.pack.mode != "actual":
        return "it is paid as a lump sum, so no actual costs are reported"
    if facts.grant.pack.get("indirect_rate") is None:
        return f"the rule pack {facts.grant.pack.name} has no flat rate of indirect costs"
    return ""


def _make(asked: Asked) -> Statement:
    grant = asked.facts.grant
    assert grant is not None and asked.partner is not None
    one = of_partner(grant, asked.partner.id, asked.period.code if asked.period else None)
    making = _Making(asked, grant, one)
    return STATEMENT.statement(
        asked,
        facts=_facts(asked, grant, one),
        first=told("Category of costs"),
        columns=(_column(asked),),
        lines=making.lines(),
        notes=(*_notes(grant, one), *_unconfirmed(asked, grant, one)),
        rule_pack=grant.pack.name,
        rates=sorted(_rates(asked, grant)),
    )


def _column(asked: Asked) -> str:
    currency = asked.project.currency
    return told("Eligible costs, {currency}", currency=currency) if currency else told("Eligible costs")


class _Making:
    """The lines of one partner and period, with the cost items behind each category."""

    def __init__(self, asked: Asked, grant: GrantFacts, one: Eligible) -> None:
        self._asked, self._grant, self._one = asked, grant, one
        self._items = _items(asked, grant)

    def lines(self) -> Iterator[Line]:
        direct = [c for c in self._grant.pack.categories if c.kind != _INDIRECT]
        for top in (c for c in direct if "." not in c.code):
            below = [c for c in direct if c.code.startswith(f"{top.code}.")]
            codes = [top.code, *(c.code for c in below)]
            yield Line(self._title(top.code), (self._amount(top.code, codes),), is_total=True)
            for sub in below:
                yield Line(self._title(sub.code), (self._amount(sub.code, [sub.code]),), level=1)
        yield from self._indirect(direct)
        yield from self._end()

    def _title(self, code: str) -> str:
        return category_title(self._grant.pack, code)

    def _amount(self, code: str, codes: Iterable[str]) -> Figure:
        known = list(codes)
        outcome = self._one.direct
        if outcome.value is not None:
            outcome = Outcome(sum((self._one.by_category.get(c, Decimal(0)) for c in known), Decimal(0)))
        found = sorted({word for c in known for word in self._one.words.get(c, ()) if word})
        return self._figure(
            DIRECT,
            code.lower().replace(".", ""),
            outcome,
            label=self._title(code),
            inputs={"statuses": self._grant.counted, "as the sources say": "; ".join(found) or told("nothing")},
            basis=self._basis(known),
        )

    def _indirect(self, direct: Iterable[Any]) -> Iterator[Line]:
        inside = [c.code for c in direct if c.in_indirect_base]
        one, rate = self._one, self._grant.pack.get("indirect_rate")
        base = self._figure(
            BASE, "base", one.base, label=told("Base of the indirect costs"), basis=self._basis(inside),
            inputs={"categories in the base": ", ".join(c for c in inside if c in one.by_category) or told("none")},
        )  # fmt: skip
        yield Line(told("Direct costs that indirect costs are counted on"), (base,), level=1)
        code = next((c.code for c in self._grant.pack.categories if c.kind == _INDIRECT), "")
        title = self._title(code) if code else told("Indirect costs")
        indirect = self._figure(
            he_costs.INDIRECT, "indirect", one.indirect, label=title, names=("indirect_rate",),
            inputs={"base": one.base.value, "rate": percent(rate.value if rate else None)}, basis=self._basis(inside),
        )  # fmt: skip
        yield Line(title, (indirect,), is_total=True)

    def _end(self) -> Iterator[Line]:
        one, every = self._one, self._basis(list(self._items))
        eligible = self._figure(
            ELIGIBLE, "total", one.eligible, label=told("Total eligible costs"), basis=every, names=("indirect_rate",),
            inputs={"direct costs": one.direct.value, "indirect costs": one.indirect.value},
        )  # fmt: skip
        yield Line(told("Total eligible costs"), (eligible,), is_total=True)
        stated = Outcome(one.rate.value, None if one.rate.value is not None else one.rate.told)
        number = one.party.participation_id
        own = (Basis("participation", "funding_rate", ids=(number,)),) if number and one.party.rate is not None else ()
        rate = self._figure(
            RATE,
            "rate",
            stated,
            label=told("Funding rate"),
            names=one.rate.names,
            inputs={"from": one.rate.told},
            basis=own,
        )
        yield Line(told("Funding rate"), (rate,))
        requested = self._figure(
            he_costs.CONTRIBUTION, "requested", one.requested, label=told("Requested EU contribution"),
            names=("indirect_rate", *one.rate.names), basis=(*every, *own),
            inputs={"eligible costs": one.eligible.value, "funding rate": percent(one.rate.value)},
        )  # fmt: skip
        yield Line(told("Requested EU contribution"), (requested,), is_total=True)
        if one.unknown:
            unknown = self._figure(
                UNKNOWN, "unknown", Outcome(sum(one.unknown.values(), Decimal(0))), label=UNKNOWN.label,
                inputs=dict(sorted(one.unknown.items())), basis=self._basis([""]),
            )  # fmt: skip
            yield Line(told("Left out: in categories that the rule pack does not know"), (unknown,))

    def _figure(self, rule: Any, slug: str, outcome: Outcome, *, names: Iterable[str] = (), **more: Any) -> Figure:
        more["inputs"] = {**self._grant.named, **more.get("inputs", {})}
        more.setdefault("detail", self._one.party.name)
        return cell(self._asked, STATEMENT.key, rule, slug, outcome, note=self._grant.note(*names), **more)

    def _basis(self, codes: Iterable[str]) -> tuple[Basis, ...]:
        """The cost items of these categories; of those that the funder decided, both cells stand behind an amount."""
        found = []
        for name in ("expended", "accepted"):
            ids = sorted(
                i for code in codes for i, decided in self._items.get(code, ()) if decided or name == "expended"
            )
            found += [Basis("cost", name, ids=tuple(ids))] if ids else []
        efforts = [e for e in self._grant.efforts if e.partner_id == self._one.party.partner_id]
        if self._one.by_days is not None and any(code.startswith("A") for code in codes):
            period = self._asked.period
            ids = sorted(i for e in efforts if period is None or e.period == period.code for i in e.ids)
            found += [Basis("effort", name, ids=tuple(ids)) for name in ("days", "cost") if ids]
        return tuple(found)


def _items(asked: Asked, grant: GrantFacts) -> dict[str, list[tuple[int, bool]]]:
    """The partner's cost items of the period by category code ("" = unknown), each with whether the funder decided."""
    assert asked.partner is not None
    where = {"project_id": asked.project_id, "partner_id": asked.partner.id}
    there = asked.workspace.kept_columns("cost", _PLACED, **where)
    found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, category, declared, day, end, status in zip(there["id"], *(there[n] for n in _PLACED), strict=True):
        if is_later(day or end, asked.as_of):
            continue
        if asked.period is not None and _code(grant, declared, day, end) != asked.period.code:
            continue
        known = grant.pack.category(category or "")
        found[known.code if known else ""].append((number, status in DECIDED))
    return found


def _rates(asked: Asked, grant: GrantFacts) -> set[str]:
    """The rates that converted this partner's costs of this period."""
    assert asked.partner is not None
    if not grant.rates_used:
        return set()
    choice = choice_of(asked.workspace, asked.project, asked.as_of).name
    where, by = {"partner_id": asked.partner.id}, ("declared_in", "date", "period_end")
    parts = in_home_by(
        asked.workspace, asked.project, "cost", ("expended",), where, choice, asked.as_of, by=by
    )  # fmt: skip
    its = [p for p in parts if asked.period is None or _code(grant, *p.key) == asked.period.code]
    return {told("1 {currency} = {rate}", currency=c.currency, rate=c.rate.told) for p in its for c in p.converted}


def _code(grant: GrantFacts, declared: Any, day: Any, end: Any) -> str:
    its = belongs(grant.periods, declared or "", day or end)
    return its.code if its else str(declared or "")


def _facts(asked: Asked, grant: GrantFacts, one: Eligible) -> Iterator[tuple[str, str]]:
    project, period = asked.project, asked.period
    yield told("Project"), " · ".join(part for part in (project.code, project.title) if part)
    named = told("{partner} ({role})", partner=asked.partner_name, role=one.party.role)
    yield told("Beneficiary"), named if one.party.role else asked.partner_name
    if period is None:
        yield told("Reporting period"), told("the whole action, all periods together")
    else:
        span = in_a_row((in_words(day) for day in (period.start, period.end) if day), " to ")
        if period.start and period.end:
            span = told("{start} to {end}", start=in_words(period.start), end=in_words(period.end))
        status = words(period.status.replace("_", " ")) if period.status else ""
        yield told("Reporting period"), in_a_row((part for part in (period.code, span, status) if part), ", ")
    yield told("Type of action"), project.action_type or told("not recorded")
    grant_of = one.party.grant
    yield told("Maximum grant"), told("not recorded") if grant_of is None else _money(grant_of, project.currency, 2)
    yield told("Rules"), grant.why


def _money(value: Decimal, currency: str, places: int) -> str:
    return amount_words(f"{value:,.{places}f} {currency}", value, currency, places)


def _notes(grant: GrantFacts, one: Eligible) -> Iterator[str]:
    if one.certificate is not None:
        threshold = plain(grant.pack.number("certificate_threshold"))
        places = max(0, -int(threshold.as_tuple().exponent))
        limit = _money(threshold, grant.currency, places)
        if one.certificate:
            yield told(
                "A certificate on the financial statements is due by this statement alone: the requested contribution "
                "reaches {limit}.",
                limit=limit,
            )
        else:
            yield told(
                "A certificate on the financial statements is not due by this statement alone: the requested "
                "contribution is below {limit}.",
                limit=limit,
            )
    if one.by_days is not None:
        exact = plain(round(one.by_days, 4))
        amount = _money(exact, grant.currency, max(0, -int(exact.as_tuple().exponent)))
        yield told("Personnel costs come from effort, by day-equivalents: {amount}.", amount=amount)
    if one.recorded_indirect is not None:
        yield told("Indirect costs that are recorded as items are not counted: the flat rate stands in their place.")
    yield from grant.problems


def _unconfirmed(asked: Asked, grant: GrantFacts, one: Eligible) -> Iterator[str]:
    """What the pack does not vouch for, of what the statement rests on: categories, values, the choice of the rate."""
    codes = [c.code for c in grant.pack.categories if not c.confirmed and one.by_category.get(c.code)]
    if codes:
        named = ", ".join(codes)
        if len(codes) > 1:
            yield told("Unconfirmed in the rule pack: the categories {codes}.", codes=named)
        else:
            yield told("Unconfirmed in the rule pack: the category {code}.", code=named)
    choice = choice_of(asked.workspace, asked.project, asked.as_of).note if _rates(asked, grant) else None
    notes = [n for n in (grant.note("indirect_rate", *one.rate.names, "certificate_threshold"), choice) if n]
    if notes:
        yield told("Of the rules: {note}.", note=in_a_row(notes))


STATEMENT = Kind(
    "financial", told("Individual financial statement"), 10, _make, _why_not, frozenset({"partner", "period"}),
    frozenset({"partner"}),
)  # fmt: skip
